"""Filters, intents, other kinds, marked words and explanations: what the contract promises beside finding."""

import datetime
from decimal import Decimal

import pytest

from catalogue.producers.models import Producer
from catalogue.products.models import Product
from search import intent, outbox
from search.content_index import upkeep as content
from search.contract import KINDS, PRICE_STEPS, SearchQuery
from search.documents import documents
from search.explaining import explain, is_one_slip
from search.queries import count_other_kinds, search
from search.suggestions import upkeep


def every(**wanted):
    return search(SearchQuery(page_size=100, **wanted))


def test_a_kind_of_producer_is_a_filter_and_a_facet(index):
    counts = {facet.value: facet.count for facet in every().facets["type"]}
    cooperative = every(producer_type="cooperative")
    assert (
        cooperative.total
        == counts["cooperative"]
        == Product.objects.filter(is_public=True, parent=None, producer__type="cooperative").count()
    )
    assert {hit.producer_id for hit in cooperative.hits} <= set(
        Producer.objects.filter(type="cooperative").values_list("pk", flat=True)
    )
    # The other values are counted as if nothing were chosen among them.
    assert {facet.value: facet.count for facet in cooperative.facets["type"]} == counts


@pytest.fixture
def offers(own_index):
    """Prices of four products, one of them sold out, one on a sales point's shelf alone."""
    from oscar.core.loading import get_model

    from storefront.salespoints.models import SalesPoint

    partner, record = get_model("partner", "Partner"), get_model("partner", "StockRecord")
    products = list(Product.objects.filter(is_public=True, parent=None, stockrecords=None).order_by("pk")[:4])
    maker = partner.objects.create(name="Người làm", code="nguoi-lam")
    point = SalesPoint.objects.exclude(unit=None).order_by("pk").first()
    shop, _ = partner.objects.get_or_create(sales_point=point, defaults={"name": "Quầy", "code": "quay"})
    for product, seller, price, stock in [
        (products[0], maker, PRICE_STEPS[0] - 1, 3),
        (products[1], maker, PRICE_STEPS[0], 0),
        (products[2], maker, 1_500_000, 3),
        (products[3], shop, 70_000, 2),
    ]:
        record.objects.create(
            product=product, partner=seller, partner_sku=str(product.pk), price=Decimal(price), num_in_stock=stock
        )
    outbox.drain()
    return products, shop


def test_prices_and_stock_are_filters_and_facets(offers):
    products, _ = offers
    ids = [product.pk for product in products]
    cheap = every(price_max=PRICE_STEPS[0] - 1)
    assert ids[0] in {hit.id for hit in cheap.hits}
    assert not {ids[1], ids[2], ids[3]} & {hit.id for hit in cheap.hits}
    assert {ids[1], ids[2]} <= {hit.id for hit in every(price_min=PRICE_STEPS[0]).hits}
    assert ids[1] not in {hit.id for hit in every(in_stock=True).hits}
    result = every()
    for facet in result.facets["price"]:
        least, _, most = facet.value.partition("-")
        assert every(price_min=int(least), price_max=int(most) if most else None).total == facet.count
    assert result.facets["stock"][0].count == every(in_stock=True).total


def test_what_a_sales_point_has_in_stock_is_found_near_it(offers):
    products, shop = offers
    slug = shop.sales_point.unit.slug
    assert products[3].pk in {hit.id for hit in every(sold_near=slug).hits}
    assert products[0].pk not in {hit.id for hit in every(sold_near=slug).hits}
    assert {facet.value: facet.count for facet in every().facets["sold"]}[slug] == every(sold_near=slug).total
    shop.stockrecords.update(num_in_stock=0)
    outbox.drain()
    assert products[3].pk not in {hit.id for hit in every(sold_near=slug).hits}


def test_an_intent_that_is_left_out_counts_for_nothing(index):
    narrow, wide = (
        search(SearchQuery(text="cà phê krông pắc")),
        search(SearchQuery(text="cà phê krông pắc", without=("area",))),
    )
    assert wide.total == search(SearchQuery(text="cà phê")).total > narrow.total > 0
    assert [(one.kind, one.is_left_out) for one in wide.understood] == [("area", True)]
    assert all("Krông Pắc" in hit.place for hit in narrow.hits)
    assert (
        search(SearchQuery(text="mắc ca 4 sao", without=("stars",))).total == search(SearchQuery(text="mắc ca")).total
    )
    assert search(SearchQuery(text="4 sao", without=("stars",))).total == search(SearchQuery()).total


def test_certified_stars_named_in_the_text_come_first(index):
    hits = search(SearchQuery(text="cà phê 4 sao", page_size=100)).hits
    stars = [hit.stars == 4 for hit in hits]
    assert stars == sorted(stars, reverse=True)


@pytest.mark.parametrize("text", ["ca phe bot", "mắc ca 4 sao", "sầu riêng krông pắc", "mat ogn", "htx", "yến s"])
def test_the_explanation_gives_the_order_of_the_hits(index, text):
    result = search(SearchQuery(text=text, page_size=100))
    why = explain(result.hits, result.stage, stars_wanted=result.stars_wanted, on=SearchQuery().on)
    order = [
        (-why[hit.id].weight, -why[hit.id].stars, not why[hit.id].in_stock, -why[hit.id].newest)
        for hit in result.hits
    ]
    assert result.hits
    assert order == sorted(order)
    assert all(why[hit.id].lines for hit in result.hits)


def test_one_slip():
    assert all(is_one_slip("easoup", other) for other in ("easup", "eassoup", "eaosup", "eazoup", "easoup"))
    assert not any(is_one_slip("easoup", other) for other in ("easp", "puosae", "", "eazzup"))


MARKS = [
    ("ca phe", "name", "cà phê"), ("macadamia", "name", "mắc ca"), ("bmt", "place", "thành phố buôn ma thuột"),
    ("htx", "producer_name", "hợp tác xã"), ("socla den", "name", "socola đen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "part"), MARKS)
def test_what_was_looked_for_is_marked(index, text, field, part):
    hits = search(SearchQuery(text=text, page_size=100)).hits
    marked = [piece.lower() for hit in hits for piece, is_hit in hit.marked[field] if is_hit]
    assert part in marked
    for hit in hits:
        for name, parts in hit.marked.items():
            assert "".join(piece for piece, _ in parts) == getattr(hit, name)


def test_marks_are_safe(client, own_index):
    product = Product.objects.filter(is_public=True, parent=None).first()
    product.title = "Cà phê <b>& sạch"
    product.save()
    outbox.drain()
    html = client.get("/tim-kiem/?q=ca+phe+sach").content.decode()
    assert "<mark>Cà phê</mark> &lt;b&gt;&amp; <mark>sạch</mark>" in html


# -- stories, producers, news and fairs ------------------------------------------------------------


def test_producers_are_found_by_name_and_place(index):
    result = search(SearchQuery(text="damaca", kind="producer"))
    assert [hit.kind for hit in result.hits] == ["producer"]
    assert result.hits[0].url.startswith("/chu-the/")
    assert search(SearchQuery(text="htx krong pac", kind="producer", page_size=100)).total
    assert set(count_other_kinds(SearchQuery(text="damaca"))) == set(KINDS) - {"product"}


def test_a_producer_with_another_name_is_found_by_it(own_index):
    producer = Producer.objects.first()
    producer.name = "Cơ sở Zuyn Zanh"
    producer.save()
    upkeep.drain()
    assert search(SearchQuery(text="zuyn zanh", kind="producer")).hits[0].id == producer.pk
    assert content.differences() == []


@pytest.mark.parametrize("kind", ["news", "fair"])
def test_news_and_fairs_follow_the_pages(own_index, kind):
    from cms.models import FairIndexPage, FairPage, NewsIndexPage, NewsPage
    from cms.services.site import ensure_site

    ensure_site()
    above, model = {"news": (NewsIndexPage, NewsPage), "fair": (FairIndexPage, FairPage)}[kind]
    page = above.objects.first().add_child(instance=model(title="Phiên chợ Zuyn Zanh", summary="Ở Tuy Hòa"))
    upkeep.drain()
    result = search(SearchQuery(text="zuyn zanh", kind=kind))
    assert [hit.title for hit in result.hits] == ["Phiên chợ Zuyn Zanh"]
    page.unpublish()
    upkeep.drain()
    assert search(SearchQuery(text="zuyn zanh", kind=kind)).total == 0
    assert content.differences() == []


def test_tabs_count_what_each_kind_has(client, index):
    html = client.get("/tim-kiem/?q=ca+phe").content.decode()
    counts = count_other_kinds(SearchQuery(text="ca phe"))
    for kind, heading in (("producer", "Nhà sản xuất"), ("story", "Câu chuyện")):
        assert f'kind={kind}">{heading} <span class="count">{counts[kind]}</span>' in html
    shown = client.get("/tim-kiem/?q=ca+phe&kind=producer").content.decode()
    assert shown.count('class="card"') == min(24, counts["producer"])
    assert 'class="product-card"' not in shown


# -- who may ask why -------------------------------------------------------------------------------


def test_only_staff_are_told_why(client, django_user_model, index):
    path = "/en/tim-kiem/?q=ca+phe&explain=1"
    assert 'id="explained"' not in client.get(path).content.decode()
    visitor = django_user_model.objects.create_user(email="khach@example.com", password="x-khach-2024")
    client.force_login(visitor)
    assert 'id="explained"' not in client.get(path).content.decode()
    visitor.is_staff = True
    visitor.save()
    response = client.get(path)
    assert 'id="explained"' in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


# -- anything can be typed -------------------------------------------------------------------------

TYPED = [
    "", " ", "x" * 10_000, "cà phê " * 2_000, "!!!???", '"', '"cà phê', "+mắc -ca", "a AND b", "NOT", "*:*", "name:(",
    "[0 TO 9]", "/.*/", "😀☕️", "Ca\u0300 phe\u0302", "\u0301a", "\u202eeihp ac\u202c", "قهوة", "咖啡", "﷽",
    "'; DROP TABLE product; --", "' OR 1=1 --", "<script>alert(1)</script>", "{{ 7*7 }}", "${7*7}", "\\", "\x00",
    "\ud83d", "%", "_", "~1", "^2", "4 sao " * 50, "htx " * 40, "\t$ ^ |", "^", "$", "|", "và",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["product", "producer"])
def test_any_text_gets_an_answer(index, kind):
    for text in TYPED:
        result = search(SearchQuery(text=text, kind=kind, page_size=100))
        assert result.is_available, text[:20]
        assert len(result.hits) == min(result.total, 100), text[:20]


@pytest.mark.parametrize(
    "bad",
    ["type=x", "price_min=x", "price_max=-1", "price_min=99999999999999999999", "sold=khong-co", "kind=x", "page=0"],
)
def test_a_bad_filter_is_left_out_with_a_notice(client, index, bad):
    response = client.get(f"/tim-kiem/?q=ca+phe&{bad}")
    assert response.status_code == 200
    assert "alert--warn" in response.content.decode()


def test_page_ten_thousand_is_an_answer(client, index):
    for kind in KINDS:
        assert client.get(f"/tim-kiem/?q=ca+phe&kind={kind}&page=10000").status_code == 200


def test_a_query_that_no_form_makes_is_refused():
    for wrong in ({"producer_type": "x"}, {"price_min": -1}, {"kind": "x"}):
        with pytest.raises(ValueError, match=r"must be one of|prices go"):
            SearchQuery(**wrong)


def test_documents_know_the_day(index):
    """Each product has exactly one document a day."""
    ids = list(Product.objects.filter(is_public=True, parent=None).values_list("pk", flat=True)[:50])
    day = int(datetime.date(2025, 1, 1).strftime("%Y%m%d"))
    today = [one.product_id for one in documents(ids) if one.from_day <= day <= one.to_day]
    assert sorted(today) == sorted(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_is_read_once_for_a_page(index, client, monkeypatch, kind):
    texts = []
    real = intent.words_and_stars
    monkeypatch.setattr(intent, "words_and_stars", lambda text: texts.append(text) or real(text))
    client.get("/tim-kiem/", {"q": "ca phe 3 sao krong pac", "kind": kind})
    assert texts == ["ca phe 3 sao krong pac"]
