"""Every product of the register is reachable, within its budget of queries and without a cookie."""

import re

import pytest
from django.core.management import call_command

from catalogue.certification.models import Certificate, ReportedStep
from catalogue.geography.queries import place_text
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.products.offers import online_offer
from catalogue.traceability.stamps.queries import page_code_of
from search.cards import card_of, with_card_facts
from search.contract import SearchQuery
from search.queries import search
from storefront.order.models import Line
from storefront.partner.models import StockRecord
from storefront.partner.strategy import Selector
from storefront.public.register.producers import producers
from tests.catalogue.factories import make_certificate, make_producer, make_product
from tests.storefront.public.pages import make_variants, queries_of, text_of
from tests.storefront.shop.offers import FORM, OURS, make_buyer, make_offer, make_shelf, shopper

pytestmark = pytest.mark.django_db


def test_all_151_products_and_91_producers_have_a_page(client):
    for product in Product.objects.all():
        response = client.get(product.get_absolute_url())
        assert response.status_code == 200
        assert not response.cookies
    for producer in Producer.objects.all():
        assert client.get(producer.get_absolute_url()).status_code == 200


def test_query_budgets_do_not_depend_on_the_number_of_rows(client, index):
    single = Product.objects.get(title="Hạt mắc ca Đắk Lắk cao cấp")
    assert queries_of(client, single.get_absolute_url()) <= 9
    assert queries_of(client, f"/q/{page_code_of(single).code}") <= 7
    assert queries_of(client, "/") <= 6
    for url in ("/san-pham/", "/tim-kiem/?q=ca+phe", "/san-pham/?stars=3&group=I.6"):
        assert queries_of(client, url) <= 8
    one, six = (
        Producer.objects.get(name=name)
        for name in ("Công ty TNHH MTV Kiên Cường", "Công ty Cổ phần dược thảo Thiên Phú")
    )
    assert queries_of(client, one.get_absolute_url()) == queries_of(client, six.get_absolute_url()) <= 9
    assert queries_of(client, "/chu-the/") <= 8
    assert queries_of(client, "/vung/huyen-krong-pac/") <= 12


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Cà phê Chồn Kiên Cường", "5 sao"),
        ("Bột ca cao 3 in 1", "chưa có sao: hội đồng xếp hạng 4 sao, chờ quyết định"),
        ("Gạo Briết đặc sản 5 tháng", "có thể đã hết hạn"),
        ("Bơ Dakado", "đã hết hạn"),
        ("Tinh bột nghệ", "không rõ"),
        ("Gà hoa mơ Đại Phúc", "chưa có kết quả"),
        ("Hạt điều rang muối", "chưa có sao"),
    ],
)
def test_the_page_says_what_the_register_knows(client, title, says):
    page = client.get(Product.objects.get(title=title).get_absolute_url()).content.decode()
    page = page.partition('class="product-card"')[0]  # other products may have stars
    assert says.lower() in page.lower()
    if says != "5 sao":
        assert not re.search(r"#stars-[345]", page)


def test_old_slugs_redirect_for_ever(client):
    product = Product.objects.get(title="Bơ Dakado")
    old = product.get_absolute_url()
    Product.objects.filter(pk=product.pk).update(slug="bo-tuoi-dakado")
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, "/san-pham/bo-tuoi-dakado/")
    assert client.get("/san-pham/khong-co/").status_code == 404


def test_a_stamp_typed_by_hand_leads_to_the_verdict(client):
    product = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    code = page_code_of(product).code
    typed = f"{code[:4]}-{code[4:8]} {code[8:]}".lower().replace("0", "o").replace("1", "l")
    assert client.get(f"/q/{typed}")["Location"] == f"/q/{code}"
    page = client.get(f"/q/{code}").content.decode()
    assert 'data-verdict="certified"' in page
    assert "Công ty TNHH MTV Kiên Cường" in page
    for bad in ("0000AAAAAAAA", "x" * 9000, "%00", "🙂", "<script>"):
        response = client.get(f"/q/{bad}")
        assert response.status_code == 404
        assert 'data-verdict="unknown"' in response.content.decode()


def test_a_revoked_certificate_is_said_loudly(client):
    product = make_product(title="Mật ong thử", slug="mat-ong-thu")
    Certificate.objects.create(
        product=product, stars=4, issued="2024-01-10", revoked_on="2024-06-01", revocation_reason="Vi phạm"
    )
    page = client.get(f"/q/{page_code_of(product).code}").content.decode()
    assert 'data-verdict="revoked"' in page


def test_english_pages_keep_the_address(client):
    page = client.get("/en/san-pham/bo-dakado/")
    assert page.status_code == 200
    assert 'lang="en"' in page.content.decode()
    assert 'href="/san-pham/bo-dakado/"' in page.content.decode()


def test_anonymous_pages_are_cacheable_and_revalidated(client):
    response = client.get("/san-pham/bo-dakado/")
    assert "public" in response["Cache-Control"]
    again = client.get("/san-pham/bo-dakado/", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_a_product_of_which_nothing_is_known_has_a_whole_page(client):
    bare = make_product(title="Sản phẩm không rõ gì", slug="khong-ro-gi")
    response = client.get("/san-pham/khong-ro-gi/")
    page = text_of(response)
    assert response.status_code == 200 and not response.cookies
    assert page.count("Chưa có thông tin") == 1
    line = page.partition("Chưa có thông tin")[2].partition("hãy xem trên nhãn")[0]
    for fact in ("nhóm", "khối lượng tịnh", "thành phần", "hạn sử dụng", "nơi sản xuất", "địa danh hiện nay", "mã"):
        assert fact in line
    assert "chưa có trong dữ liệu" not in page and "giấy chứng nhận" not in line  # there is none to know a day of
    assert "None" not in page
    assert queries_of(client, bare.get_absolute_url()) <= 15
    assert client.get(f"/q/{page_code_of(bare).code}").status_code == 200


def test_query_budget_of_the_fullest_product(client, index):
    offer = make_offer()
    rich = offer.product
    make_certificate(product=rich)
    for number in range(6):
        make_product(title=f"Món thứ {number}", slug=f"mon-thu-{number}", producer=rich.producer)
        make_shelf(rich, name=f"Điểm {number}")
    alone = make_offer().product
    assert queries_of(client, rich.get_absolute_url()) == queries_of(client, alone.get_absolute_url()) <= 15


@pytest.mark.parametrize(
    ("fields", "tone"),
    [
        ({"revoked_on": "2024-06-01", "revocation_reason": "Vi phạm"}, "bad"),
        ({"suspended_from": "2024-06-01"}, "bad"),
        ({"issued": "2021-01-10"}, "warn"),
    ],
)
def test_lost_stars_are_said_at_the_top_of_the_product(client, settings, fields, tone):
    certificate = make_certificate(**{"issued": "2024-01-10", **fields})
    page = client.get(certificate.product.get_absolute_url()).content.decode()
    top, _panel, _rest = page.partition('id="certificate"')
    assert f"loud--{tone}" in top
    own = page.split("<main")[1].partition("product-card")[0]  # other products may have stars
    assert not re.search(r"#stars-[345]", own)
    certificate.delete()
    make_certificate(product=certificate.product)
    assert "loud" not in client.get(certificate.product.get_absolute_url()).content.decode()


def test_the_timeline_tells_in_order_what_happened(client):
    product = make_product()
    ReportedStep.objects.create(product=product, event="proposed", date="2023-05", note="Ghi chú của nguồn")
    ReportedStep.objects.create(product=product, event="recognised", date="2023-11-05", stars=4)
    ReportedStep.objects.create(product=product, event="reported", date="2031-01-01", note="Chuyện tương lai")
    Certificate.objects.create(
        product=product, stars=4, issued="2023-11-05", decision_no="77/QĐ", revoked_on="2024-06-01",
        revocation_reason="Nhãn ghi sai",
    )  # fmt: skip
    page = text_of(client.get(product.get_absolute_url()))
    page = page[page.index("Từ hồ sơ đến hôm nay") :]
    places = [page.index(words) for words in ("Ghi chú của nguồn", "77/QĐ", "Nhãn ghi sai", "Chưa có lô nào")]
    assert places == sorted(places)
    assert "Chuyện tương lai" not in page
    assert page.count("5/11/2023") == 1  # the report of an award is not told beside its certificate


def test_variants_are_chosen_on_the_page_of_their_product(client, own_index):
    parent, (small, empty, large) = make_variants(4, 0, 9)
    make_certificate(product=parent, issued="2024-03-15", stars=4)
    page = client.get(parent.get_absolute_url()).content.decode()
    options = dict(re.findall(r'<option value="(\d+)"( disabled)?>', page))
    assert options == {str(small.pk): "", str(empty.pk): " disabled", str(large.pk): ""}
    assert "Từ 50.000" in text_of(client.get(parent.get_absolute_url()))
    assert "150.000" in page
    assert client.get("/san-pham/goi-0/")["Location"] == parent.get_absolute_url()
    call_command("search", "rebuild", verbosity=0)
    assert [hit.id for hit in search(SearchQuery(text="cà phê nhiều gói")).hits][:1] == [parent.pk]
    assert small.pk not in [hit.id for hit in search(SearchQuery(text="cà phê nhiều gói", page_size=50)).hits]
    assert "goi-0" not in client.get(parent.producer.get_absolute_url()).content.decode()


def test_the_chosen_variant_is_bought_with_the_stars_of_its_product():
    parent, (small, large) = make_variants(4, 9)
    make_certificate(product=parent, issued="2024-03-15", stars=4)
    buyer = shopper(user=make_buyer())
    address = f"/gio-hang/them/{parent.pk}/"
    stranger = make_offer().product
    for wrong in (stranger.pk, "x", "9" * 40):
        assert buyer.post(address, {"quantity": 1, "variant": wrong}, headers=OURS).status_code == 404
    assert buyer.post(address, {"quantity": 1}, headers=OURS).status_code == 409
    assert buyer.post(address, {"quantity": 2, "variant": large.pk}, headers=OURS).status_code == 302
    buyer.post("/thanh-toan/", FORM)
    review = buyer.get("/thanh-toan/xem-lai/").content.decode()
    shown = dict(re.findall(r'type="hidden" name="(token|total)" value="([^"]+)"', review))
    assert buyer.post("/thanh-toan/xem-lai/", shown).status_code == 302
    line = Line.objects.get(product=large)
    assert (line.quantity, line.stars_at_order) == (2, 4)
    assert StockRecord.objects.get(product=large).num_allocated == 2
    assert not StockRecord.objects.get(product=small).num_allocated


def test_producers_are_found_without_marks_by_name_and_place(client):
    for producer in Producer.objects.all():
        assert producer in producers(text=producer.name)
    typed = client.get("/chu-the/?q=KIEN+cuong").content.decode()
    assert "Công ty TNHH MTV Kiên Cường" in typed
    from_there = [producer for producer in Producer.objects.all() if "Cư M'gar" in place_text(producer.unit)]
    assert from_there and set(producers(text="mgar cu")) == set(from_there)
    assert not producers(text="🙂") and len(producers(text="")) == 91


def test_producers_in_the_list_have_a_picture_and_the_stars_that_are_valid_today(client):
    name, without = "Nhà làm thử Ăn Ăn", make_producer(name="A không có sản phẩm")
    producer = make_producer(name=name)
    starred, plain = (make_product(title=title, producer=producer) for title in ("Trà thử", "Bơ thử"))
    make_certificate(product=starred, stars=4, issued="2024-03-15")
    make_certificate(product=plain, stars=5, issued="2018-03-15")  # has lapsed
    (card,) = client.get("/chu-the/", {"q": name}).context["page"]
    assert (card.n_products, card.n_certified, card.best.id, card.best.stars) == (2, 1, starred.pk, 4)
    assert [one.n_products for one in client.get("/chu-the/", {"q": without.name}).context["page"]] == [0]
    with_products = set(Product.objects.filter(is_public=True, parent=None).values_list("producer", flat=True))
    order = [one.pk in with_products for one in producers()]
    assert order == sorted(order, reverse=True) and order[0] and not order[-1]


def test_the_kind_of_producer_filters_the_list(client):
    cooperatives = Producer.objects.filter(type="cooperative").count()
    page = client.get("/chu-the/?loai=cooperative")
    assert page.context["page"].paginator.count == cooperatives > 0
    assert client.get("/chu-the/?loai=x").context["page"].paginator.count == 91
    both = client.get("/chu-the/?loai=cooperative&q=ea")
    chosen = next(kind for kind in both.context["kinds"] if kind.is_chosen)
    assert (chosen.value, chosen.count) == ("cooperative", both.context["page"].paginator.count)


def test_a_producer_shows_its_sales_points_and_the_map_of_today(client):
    offer = make_offer()
    make_shelf(offer.product, units=3, name="Quầy còn hàng")
    make_shelf(offer.product, units=0, name="Quầy hết hàng")
    page = text_of(client.get(offer.product.producer.get_absolute_url()))
    assert "Quầy còn hàng" in page and "Quầy hết hàng" not in page
    known = Producer.objects.get(name="Công ty TNHH MTV Kiên Cường")
    page = text_of(client.get(known.get_absolute_url()))
    assert "Phường Tân Tiến" in page and "Phường Buôn Ma Thuột" in page


def test_a_stamp_page_stays_light(client):
    product = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    assert len(client.get(f"/q/{page_code_of(product).code}").content) <= 30_000


def test_card_page_and_basket_agree_on_what_is_sold_online(client):
    first = make_offer(price=50_000)
    product = first.product
    make_shelf(product, units=9, name="Điểm thử")
    later = make_offer(price=40_000)
    StockRecord.objects.filter(pk=later.pk).update(product=product)
    product = with_card_facts(Product.objects.filter(pk=product.pk)).get()
    product._prefetched_objects_cache["stockrecords"]._result_cache.reverse()  # as a database may give them
    assert online_offer(product).price == card_of(product)["price"] == 50_000
    assert Selector().strategy().select_stockrecord(product).pk == first.pk
    assert "50.000" in client.get(product.get_absolute_url()).content.decode()
