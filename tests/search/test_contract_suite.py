"""What the contract promises, on every engine: embedded, and a real Elasticsearch."""

import dataclasses
import datetime
import threading
from itertools import pairwise

import pytest

from catalogue.certification.queries import standings
from catalogue.products.models import Category, Product
from catalogue.products.services import ocop_product_class
from search import services
from search.analysis import sorting_key
from search.contract import FACETS, SORTS, SearchQuery
from search.engines import engine
from search.intent import read
from search.queries import search
from storefront.partner.models import Partner, StockRecord
from tests.catalogue.factories import make_certificate, make_product

from .changes import drain
from .judging import JUDGED, grades, is_success, ndcg

ODD = (
    "",
    "4 sao",
    "ba sao",
    "trà 5 sao",
    "ca phe cu mgar 4 sao",
    "cafe bột",
    "krongpac",
    "caf phee",
    "mac ca dak lak",
    "sầu riêng ngoài khơi",
    "mậtt ongg",
    "Cà phê bột",
    "phường buôn ma thuột",
    "htx",
    "xyzzyq",
    "a" * 10_000,
    "ca phe " * 1_500,
    "!!! ... ???",
    '"*:*" AND +name:(x OR *)',
    "☕🍯",
    "\u202ecà phê",
    "'; DROP TABLE catalogue_product; --",
    "<script>alert(1)</script>",
    "\\*?~^:/[]{}",
)
FILTERED = (
    {"text": "cà phê"},
    {"stars": (3,)},
    {"stars": (3, 4), "area": "huyen-krong-pac"},
    {"text": "sầu riêng", "area": "huyen-krong-pac", "stars": (3,), "group": "I.3.c"},
    {"text": "sấy", "group": "I.3"},
    {"text": "trà 4 sao", "group": "II"},
    {"district": "Thành phố Tuy Hòa", "group": "I"},
    {"text": "cà phê", "area": "huyen-lak", "stars": (5,), "group": "V"},
    {"producer_type": "cooperative", "in_stock": True, "price_max": 199_999},
    {"text": "cà phê", "price_min": 100_000, "sold_near": "thanh-pho-buon-ma-thuot"},
    {"text": "htx cà phê", "without": ("type",)},
    {"area": "khong-co"},
)


PARAMETERS = {
    "area": ("area", "district"),
    "stars": ("stars",),
    "group": ("group",),
    "type": ("producer_type",),
    "price": ("price_min", "price_max"),
    "stock": ("in_stock",),
    "sold": ("sold_near",),
}
"""What of a query a facet stands for."""


def _choosing(name, value):
    """What of a query chooses this value of a facet."""
    if name == "price":
        least, _, most = value.partition("-")
        return {"price_min": int(least), "price_max": int(most) if most else None}
    chosen = {"stars": lambda: (int(value),), "stock": lambda: value == "1"}.get(name, lambda: value)()
    return {PARAMETERS[name][0]: chosen}


def ids(text="", **asked):
    result = search(SearchQuery(text=text, page_size=100, **asked))
    assert result.is_available
    return [hit.id for hit in result.hits]


# -- finding ---------------------------------------------------------------------------------------


def test_judged_queries_are_answered_well_and_every_text_is_answered(any_engine):
    gains, successes = [], []
    for judged in JUDGED:
        filters = judged.get("filters") or {}
        query = SearchQuery(
            text=judged["q"],
            district=filters.get("district"),
            stars=(filters["stars"],) if filters.get("stars") else (),
        )
        result = search(query)
        assert (result.engine, result.is_available, result.is_degraded) == (any_engine, True, False)
        if not judged["relevant"]:
            assert not result.total or result.near, judged["q"]
            continue
        found = grades(result.hits, judged["relevant"])
        gains.append(ndcg(found, judged["relevant"]))
        successes.append(is_success(found, judged["relevant"]))
    assert len(JUDGED) == 40
    assert sum(gains) / len(gains) >= 0.90
    assert sum(successes) / len(successes) >= 0.85
    for text in ODD:
        assert search(SearchQuery(text=text)).is_available, text
        assert search(SearchQuery(text=text, page=10_000)).hits == (), text


@pytest.mark.java
def test_both_engines_give_the_same_answers(with_elasticsearch):
    services.rebuild("elasticsearch")
    queries = [SearchQuery(text=judged["q"]) for judged in JUDGED]
    queries += [SearchQuery(text=text) for text in ODD]
    queries += [SearchQuery(**asked) for asked in FILTERED]
    queries += [SearchQuery(text=text, sort=sort, page=2, page_size=7) for text in ("", "sấy") for sort in SORTS]
    queries += [SearchQuery(text="cà phê", on=datetime.date(year, 1, 1)) for year in (2019, 2023, 2030)]
    for query in queries:
        ours, theirs = (engine(name).search(query, read(query)) for name in ("tantivy", "elasticsearch"))
        assert dataclasses.replace(ours, took_ms=0) == dataclasses.replace(theirs, took_ms=0), query


def test_near_and_corrected_are_said(any_engine):
    exact = search(SearchQuery(text="mật ong"))
    assert (exact.near, exact.corrected) == (False, "")
    assert exact.total
    slipped = search(SearchQuery(text="mậtt ongg"))
    assert slipped.near
    assert slipped.corrected == "mat ong"
    assert search(SearchQuery(text="nước mắm nhĩ bà mười 5 sao")).near  # it never had five
    assert search(SearchQuery(text="xyzzyq")).total == 0


@pytest.fixture
def prices(any_engine):
    """Some products are on offer, two of them at one price, one for more than any filter names."""
    maker = Partner.objects.create(name="Người làm", code="nguoi-lam")
    products = Product.objects.filter(stockrecords=None, parent=None).order_by("pk")
    for product, price in zip(products, (70_000, 20_000, 70_000, 2_000_000_000, 9_000), strict=False):
        StockRecord.objects.create(
            product=product, partner=maker, partner_sku=str(product.pk), price=price, num_in_stock=1
        )
    drain()


# -- filters, facets, order, pages -------------------------------------------------------------------


@pytest.mark.parametrize("chosen", FILTERED[:-1], ids=str)
def test_a_count_is_what_the_list_has_when_the_value_is_chosen_instead(any_engine, chosen):
    result = search(SearchQuery(**chosen))
    assert set(result.facets) == set(FACETS)
    for name, values in result.facets.items():
        assert values or not result.total or name not in ("area", "group")
        rest = {key: value for key, value in chosen.items() if key not in PARAMETERS[name]}
        for facet in values:
            assert search(SearchQuery(**rest, **_choosing(name, facet.value))).total == facet.count, (name, facet)


def test_pages_follow_each_other_without_gaps_in_every_order(any_engine, prices):
    whole = set(Product.objects.values_list("pk", flat=True))
    for sort in SORTS:
        hits = [hit for page in range(1, 6) for hit in search(SearchQuery(sort=sort, page=page, page_size=40)).hits]
        assert len(hits) == len(whole)
        assert {hit.id for hit in hits} == whole
        if sort == "name":
            assert all(sorting_key(one.name) <= sorting_key(other.name) for one, other in pairwise(hits))
        if sort in ("cheapest", "dearest"):
            prices = [hit.price for hit in hits if hit.price is not None]
            assert len(set(prices)) > 2
            assert prices == sorted(prices, reverse=sort == "dearest")
            assert [hit.price for hit in hits] == prices + [None] * (len(hits) - len(prices))
        if sort == "stars":
            assert all((one.stars or 0) >= (other.stars or 0) for one, other in pairwise(hits))
    beyond = search(SearchQuery(page=10_000, page_size=40))
    assert (beyond.total, beyond.pages, beyond.hits) == (len(whole), 4, ())


def test_a_certificate_ends_overnight_without_a_write(any_engine):
    products = list(Product.objects.values_list("pk", flat=True))
    certified = {
        pk: stand for pk, stand in standings(products, on=datetime.date(2024, 12, 31)).items() if stand.stars
    }
    last_day = min(stand.last_valid_day for stand in certified.values())
    leaving = {pk for pk, stand in certified.items() if stand.last_valid_day == last_day}
    before = search(SearchQuery(stars=(3, 4, 5), on=last_day, page_size=100))
    after = search(SearchQuery(stars=(3, 4, 5), on=last_day + datetime.timedelta(days=1), page_size=100))
    assert leaving
    assert {hit.id for hit in before.hits} - {hit.id for hit in after.hits} == leaving
    counted = [sum(facet.count for facet in result.facets["stars"]) for result in (before, after)]
    assert counted[0] - counted[1] == len(leaving)


# -- changes ---------------------------------------------------------------------------------------


def test_changes_are_followed(any_engine):
    renamed = make_product(title="Kẹo dồi thử một")
    hidden = make_product(title="Kẹo dồi thử hai")
    deleted = Product.objects.create(title="Kẹo dồi thử ba", slug="thu-ba", product_class=ocop_product_class())
    drain()
    assert set(ids("kẹo dồi thử")) == {renamed.pk, hidden.pk, deleted.pk}

    Product.objects.filter(pk=renamed.pk).update(title="Mứt gừng kiểm tra")
    Product.objects.filter(pk=hidden.pk).update(is_public=False)
    Product.objects.filter(pk=deleted.pk).delete()
    renamed.categories.add(Category.objects.get(code="I.5.a"))
    make_certificate(product=renamed, stars=4, issued="2024-03-15")
    drain()
    assert ids("kẹo dồi thử") == []
    (hit,) = search(SearchQuery(text="mứt gừng kiểm tra", group="I.5", stars=(4,))).hits
    assert (hit.id, hit.stars, hit.group_code) == (renamed.pk, 4, "I.5.a")
    assert services.differences(any_engine) == []


def test_check_names_every_difference(any_engine):
    renamed, hidden, lost = Product.objects.order_by("pk")[:3]
    Product.objects.filter(pk=renamed.pk).update(title="Tên khác hẳn")
    Product.objects.filter(pk=hidden.pk).update(is_public=False)
    engine(any_engine).replace([lost.pk], [])
    said = {one.product_id: one.what for one in services.differences(any_engine)}
    assert said[renamed.pk].startswith("other name")
    assert said[hidden.pk].startswith("in the index only")
    assert said[lost.pk].startswith("missing")
    assert set(said) == {renamed.pk, hidden.pk, lost.pk}


def test_while_a_new_index_is_built_the_old_one_answers_and_follows_changes(any_engine, monkeypatch):
    real = services.all_documents

    def with_a_change_meanwhile():
        yield from real()
        made.append(make_product(title="Kẹo dồi giữa chừng"))
        Product.objects.filter(pk=first.pk).update(title="Kẹo dồi đổi tên")
        drain()
        assert set(ids("kẹo dồi")) == {made[0].pk, first.pk}  # found at once, not only after the rebuild

    made, first = [], Product.objects.exclude(title__icontains="mật").order_by("pk").first()
    monkeypatch.setattr(services, "all_documents", with_a_change_meanwhile)
    failures, rounds, over = [], [], threading.Event()

    def keep_searching():
        while not over.is_set():
            result = search(SearchQuery(text="mật ong"))
            rounds.append(result.total)
            if not result.is_available or result.is_degraded:
                failures.append(result)

    searcher = threading.Thread(target=keep_searching)
    searcher.start()
    try:
        services.rebuild(any_engine)
    finally:
        over.set()
        searcher.join()
        monkeypatch.undo()
    assert not failures
    assert len(set(rounds)) == 1
    assert set(ids("kẹo dồi")) == {made[0].pk, first.pk}
    assert services.differences(any_engine) == []


def test_a_rebuild_that_fails_leaves_the_old_index_and_no_queue(any_engine, monkeypatch):
    def fail():
        yield []
        raise RuntimeError("the database went away")

    monkeypatch.setattr(services, "all_documents", fail)
    with pytest.raises(RuntimeError):
        services.rebuild(any_engine)
    assert len(ids()) == 100
    monkeypatch.undo()
    make_product(title="Kẹo dồi sau đó")
    drain()
    assert len(ids("kẹo dồi sau đó")) == 1
    assert services.differences(any_engine) == []
