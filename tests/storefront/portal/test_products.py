"""The producer's catalogue desk: prices, stock, tables, and what waits for the department."""

import io
import re

import pytest
from django.urls import reverse
from openpyxl import Workbook

from catalogue.approvals import ApprovalRefused
from catalogue.products import listing
from catalogue.products.models import ListingChange, Product
from catalogue.roles import OFFICERS
from media.focus import FOCUS_CHOICES, focus_of, set_focus
from media.models import Photo
from search.models import OutboxEntry
from storefront.accounts.roles import ensure_roles, give_role
from storefront.basket.services import NotSoldOnline, add_to_basket
from storefront.checkout.services import NotForSale, place_order
from storefront.partner.models import StockRecord
from storefront.partner.offers import OfferEdit, OffersRefused, edit_offers, version_of
from tests.catalogue.factories import make_certificate, make_product
from tests.media.drawn import drawn, make_photo, upload
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.guest_orders import placed
from tests.storefront.shop.offers import LAN, OURS, make_basket, make_buyer, make_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    return make_offer(units=10, price=100_000)


@pytest.fixture
def producer(offer):
    return offer.product.producer


@pytest.fixture
def member(offer):
    return member_of(offer)


def fields_of(html: str) -> dict[str, str]:
    """The fields of the list, as a browser would send them."""
    found = {}
    for tag in re.findall(r'<input[^>]*name="sp[^>]*>', html):
        found[re.search(r'name="([^"]+)"', tag)[1]] = (re.search(r'value="([^"]*)"', tag) or ("", ""))[1]
    return found


# -- prices and stock ------------------------------------------------------------------------------------------------


def test_many_offers_change_at_once_or_none_and_nothing_typed_is_lost(offer, producer, member):
    other = make_product(title="Chưa bán", producer=producer)
    client, address = signed_in(member), reverse("portal-products", args=[producer.pk])
    placed(offer, quantity=4)
    fields = fields_of(client.get(address).content.decode())
    mine, new = f"sp{offer.product_id}", f"sp{other.pk}"
    bad = {**fields, f"{mine}-price": "90.000", f"{mine}-units": "3", f"{new}-price": "50.000", f"{new}-units": "7"}
    answer = client.post(address, bad)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Đã hứa 4 cái cho các đơn hàng" in html
    assert fields_of(html)[f"{mine}-price"] == "90.000"
    assert fields_of(html)[f"{new}-units"] == "7"
    assert not StockRecord.objects.filter(product=other).exists()
    good = {**fields_of(html), f"{mine}-units": "4"}
    assert client.post(address, good).status_code == 302
    offer.refresh_from_db()
    assert (offer.price, offer.num_in_stock, offer.net_stock_level) == (90_000, 4, 0)
    assert StockRecord.objects.get(product=other).price == 50_000
    assert client.post(address, good).status_code == 422, "the page is older than what it changed itself"


def test_what_somebody_else_has_changed_is_told_and_can_be_insisted_on(offer, producer, member):
    client, address = signed_in(member), reverse("portal-products", args=[producer.pk])
    fields = fields_of(client.get(address).content.decode())
    StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=6)  # an order was sent meanwhile
    name = f"sp{offer.product_id}-units"
    answer = client.post(address, {**fields, name: "12"})
    assert answer.status_code == 422
    again = fields_of(answer.content.decode())
    assert again[name] == "12"
    assert StockRecord.objects.get(pk=offer.pk).num_in_stock == 6
    assert client.post(address, again).status_code == 302
    assert StockRecord.objects.get(pk=offer.pk).num_in_stock == 12


def test_a_stopped_offer_is_sold_nowhere_and_keeps_its_price(offer, producer, member, client):
    buyer = make_buyer("dang-mua@example.com")
    basket = make_basket(offer, owner=buyer)
    desk, address = signed_in(member), reverse("portal-products", args=[producer.pk])
    fields = fields_of(desk.get(address).content.decode())
    name = f"sp{offer.product_id}-is_stopped"
    running = {key: value for key, value in fields.items() if key != name}
    assert desk.post(address, {**running, name: "on"}).status_code == 302
    offer.refresh_from_db()
    assert (offer.is_stopped, offer.price, offer.num_in_stock) == (True, 100_000, 10)
    with pytest.raises(NotForSale):
        place_order(basket=basket, contact=LAN, shown_total=130_000, buyer=buyer)
    with pytest.raises(NotSoldOnline):
        add_to_basket(basket=basket, product=offer.product, quantity=1)
    assert client.post(f"/gio-hang/them/{offer.product_id}/", {"quantity": 1}, headers=OURS).status_code == 409
    assert "Thêm vào giỏ" not in client.get(offer.product.get_absolute_url()).content.decode()
    assert client.get(f"/api/v1/products/{offer.product_id}").json()["price"] is None
    assert OutboxEntry.objects.filter(product_id=offer.product_id).exists()
    assert not StockRecord.objects.offered_online().filter(pk=offer.pk).exists()
    page = desk.get(address, {"muc": "dung"}).content.decode()
    assert "bạn đã dừng bán" in page
    again = {key: value for key, value in fields_of(page).items() if key != name}
    assert desk.post(address, again).status_code == 302
    place_order(basket=basket, contact=LAN, shown_total=130_000, buyer=buyer)


@pytest.mark.parametrize(("price", "units"), [(0, 1), (-5, 1), (10**12, 1), (1000, -1), (1000, 10**9)], ids=str)
def test_values_out_of_bounds_and_foreign_products_are_refused(offer, producer, member, price, units):
    foreign = make_offer(units=5)
    edits = [
        OfferEdit(offer.product_id, price, units, seen=version_of(offer)),
        OfferEdit(foreign.product_id, 1000, 1, seen=version_of(foreign)),
    ]
    with pytest.raises(OffersRefused) as refusal:
        edit_offers(producer=producer, edits=edits, by=member)
    assert set(refusal.value.faults) == {offer.product_id, foreign.product_id}
    assert not StockRecord.objects.filter(price=1000).exists()


def test_a_lapsed_certificate_takes_the_stars_and_not_the_listing(offer, producer, member, client):
    make_certificate(product=offer.product, issued="2019-01-10", stars=4)
    page = client.get(offer.product.get_absolute_url()).content.decode()
    assert "Thêm vào giỏ" in page
    assert 'class="stars"' not in page
    assert "Còn 10" in signed_in(member).get(reverse("portal-products", args=[producer.pk])).content.decode()


def test_the_list_takes_as_many_queries_for_many_products(offer, producer, member, django_assert_max_num_queries):
    for number in range(12):
        product = make_product(title=f"Sản phẩm {number}", producer=producer)
        edit_offers(producer=producer, edits=[OfferEdit(product.pk, 1000, number)], by=member)
    client, address = signed_in(member), reverse("portal-products", args=[producer.pk])
    client.get(address)
    with django_assert_max_num_queries(16):
        assert client.get(address).content.decode().count('class="goods__fields"') == 13


# -- from a table ----------------------------------------------------------------------------------------------------


def send(client, producer, content: bytes, name: str = "gia.csv"):
    return client.post(reverse("portal-sheets", args=[producer.pk]), {"file": upload(content, name)}, follow=True)


def test_the_template_comes_back_changed_and_is_taken_over_once(offer, producer, member):
    client = signed_in(member)
    template = client.get(reverse("portal-sheet-template", args=[producer.pk])).content.decode("utf-8-sig")
    same = send(client, producer, template.encode())
    assert "Sẽ không có gì đổi" in same.content.decode()
    changed = template.replace("100000,10", "120.000,25").replace("120.000,25", '"120.000",25')
    preview = send(client, producer, changed.encode("utf-16"))
    html = preview.content.decode()
    assert "100.000" in html
    assert "120.000" in html
    address, version = preview.redirect_chain[-1][0], re.search(r'name="version" value="(\w+)"', html)[1]
    StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=9)
    assert client.post(address, {"version": version}).status_code == 422
    version = re.search(r'name="version" value="(\w+)"', client.get(address).content.decode())[1]
    assert client.post(address, {"version": version}).status_code == 302
    offer.refresh_from_db()
    assert (offer.price, offer.num_in_stock) == (120_000, 25)


def test_a_faulty_table_names_line_column_and_reason_and_changes_nothing(offer, producer, member):
    foreign = make_offer(units=5)
    head = ["Số sản phẩm", "Tên", "Giá bán (đồng)", "Số lượng trong kho"]
    rows = [
        [offer.product_id, "=1+1", "chín mươi", 5],
        [foreign.product_id, "của người khác", 1000, 5],
        [offer.product_id, "", 1000, "nhiều"],
        [offer.product_id, "", -3, 2],
    ]
    book = Workbook()
    book.active.append(["Bảng giá"])
    book.active.append(head)
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    answer = send(signed_in(member), producer, file.getvalue(), "gia.xlsx")
    html = answer.content.decode()
    for line, column in ((3, "Giá bán (đồng)"), (4, "Số sản phẩm"), (5, "Số lượng trong kho"), (6, "Giá bán (đồng)")):
        assert f"gia.xlsx, dòng {line}, cột “{column}”" in html
    assert 'name="version"' not in html
    assert "Thiếu các đầu cột" in send(signed_in(member), producer, b"a;b\n1;2\n").content.decode()
    assert StockRecord.objects.get(pk=offer.pk).price == 100_000


# -- what the department looks at ------------------------------------------------------------------------------------


@pytest.fixture
def officer():
    ensure_roles()
    user = make_buyer("can-bo@example.com")
    give_role(user=user, role=OFFICERS)
    return user


def test_texts_wait_for_the_department_and_only_then_are_shown(offer, member, officer, client):
    product, mine, office = offer.product, signed_in(member), signed_in(officer)
    address = reverse("portal-product", args=[product.pk])
    texts = {"title": product.title, "packaging": "Gói 250 g", "description": "Rang <b>mộc</b>", "reason": "Nhãn mới"}
    assert mine.post(address, texts).status_code == 302
    assert mine.post(address, texts).status_code == 302, "a second click is the same change"
    change = ListingChange.objects.get()
    assert mine.post(address, {**texts, "packaging": "Gói 1 kg"}).status_code == 422
    assert "Gói 250 g" not in client.get(product.get_absolute_url()).content.decode()
    page = office.get(reverse("office-listing", args=[change.pk])).content.decode()
    assert "<ins>Gói 250 g</ins>" in page
    assert "&lt;b&gt;mộc" in page
    with pytest.raises(ApprovalRefused):
        listing.answer_change(change=change, is_agreed=True, note="", by=member)
    office.post(reverse("office-listing", args=[change.pk]), {"answer": "agree", "note": ""})
    shown = client.get(product.get_absolute_url()).content.decode()
    assert "Gói 250 g" in shown
    assert "Rang &lt;b&gt;mộc&lt;/b&gt;" in shown


def test_a_change_that_is_outdated_or_clashes_is_not_shown(offer, producer, member, officer):
    make_product(title="Đã có tên này", producer=producer)
    product = offer.product
    clash = listing.propose_texts(product=product, texts={"title": "Đã có tên này"}, reason="Thử", by=member)
    with pytest.raises(listing.ListingRefused):
        listing.answer_change(change=clash, is_agreed=True, note="", by=officer)
    Product.objects.filter(pk=product.pk).update(title="Tên khác hẳn")
    with pytest.raises(listing.ListingRefused):
        listing.answer_change(change=clash, is_agreed=True, note="", by=officer)
    with pytest.raises(listing.ListingRefused):
        listing.answer_change(change=clash, is_agreed=False, note=" ", by=officer)
    listing.answer_change(change=clash, is_agreed=False, note="Trùng tên", by=officer)
    assert Product.objects.get(pk=product.pk).title == "Tên khác hẳn"


def test_a_photo_waits_is_shown_moved_described_and_taken_away(offer, member, officer):
    mine, office, product = signed_in(member), signed_in(officer), offer.product
    first = product.photos.create(photo=make_photo())
    address = reverse("portal-photo-new", args=[product.pk])

    def sent(content: bytes):
        return mine.post(address, {"file": upload(content), "alt": "Hai gói cà phê", "credit": ""})

    assert sent(b"not a photo").status_code == 422
    assert [sent(drawn()).status_code for _again in range(2)] == [302, 302]
    change = ListingChange.objects.get()
    assert product.photos.count() == 1
    office.post(reverse("office-listing", args=[change.pk]), {"answer": "agree", "note": ""})
    new = product.photos.exclude(pk=first.pk).get()
    assert [row.pk for row in product.photos.all()] == [first.pk, new.pk]
    mine.post(reverse("portal-photo", args=[new.pk]), {"step": "up"})
    assert [row.pk for row in product.photos.all()] == [new.pk, first.pk]
    mine.post(reverse("portal-photo", args=[new.pk]), {"step": "describe", "alt": "Một gói", "focus": "top-left"})
    photo = Photo.objects.get(pk=new.photo_id)
    assert (photo.description, focus_of(photo)) == ("Một gói", "top-left")
    for _again in range(2):
        mine.post(reverse("portal-photo", args=[new.pk]), {"step": "remove"})
    assert not Photo.objects.filter(pk=photo.pk).exists()
    assert product.photos.get() == first


def test_every_place_of_a_photo_is_found_again():
    photo = Photo(width=800, height=600)
    for focus, _label in FOCUS_CHOICES:
        set_focus(photo, focus)
        assert focus_of(photo) == focus
