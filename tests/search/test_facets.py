"""Counts of the facets against the database, and on other days without a new index."""

import datetime
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
import time_machine

from catalogue.certification.queries import standings
from catalogue.products.models import Product
from search.contract import SearchQuery
from search.engines import tantivy
from search.engines.tantivy import background
from search.queries import search

pytestmark = pytest.mark.usefixtures("index")


def counts(result, name):
    return {facet.value: facet.count for facet in result.facets[name]}


@pytest.mark.parametrize("day", ["2019-01-01", "2023-06-30", "2024-12-31", "2026-12-31", "2027-01-01", "2100-01-01"])
def test_stars_are_those_of_the_register_on_any_day(day):
    day = datetime.date.fromisoformat(day)
    stands = standings(Product.objects.values_list("pk", flat=True), on=day)
    result = search(SearchQuery(on=day, page_size=100))
    assert result.total == len(stands)
    expected = Counter(str(standing.stars) for standing in stands.values() if standing.stars)
    assert counts(result, "stars") == expected
    hits = [*result.hits, *search(SearchQuery(on=day, page_size=100, page=2)).hits]
    assert {hit.id: (hit.stars, hit.state_label) for hit in hits} == {
        pk: (standing.stars, standing.label) for pk, standing in stands.items()
    }


def test_areas_and_groups_are_those_of_the_database():
    result = search(SearchQuery())
    areas, groups = Counter(), Counter()
    for product in Product.objects.select_related("unit__parent").prefetch_related("categories"):
        unit = product.unit
        while unit is not None and unit.tier != "district":
            unit = unit.parent if unit.tier == "commune" else None
        areas.update([unit.slug] if unit else [])
        for category in product.categories.all():
            parts = category.code.split(".")
            groups.update({parts[0], ".".join(parts[:2])})
    assert counts(result, "area") == areas
    assert counts(result, "group") == groups


@pytest.mark.parametrize("at_first", [2_000, 0])
@pytest.mark.parametrize(
    "filters", [{}, {"stars": (3, 4), "group": "I"}, {"text": "ca phe"}, {"text": "ca2 phe6", "page": 2}]
)
def test_large_indexes_are_searched_another_way_with_the_same_answer(monkeypatch, filters, at_first):
    alone = search(SearchQuery(**filters))
    monkeypatch.setattr(background, "LARGE", 0)
    monkeypatch.setattr(tantivy, "MAX_FIRST_FETCH", at_first)
    together = search(SearchQuery(**filters))
    assert alone.total and together.facets == alone.facets and together.hits == alone.hits


def test_chosen_values_are_marked_even_when_nothing_is_left():
    result = search(SearchQuery(text="cà phê", area="huyen-lak", stars=(5,), group="V"))
    assert result.total == 0
    assert [facet.value for facet in result.facets["stars"] if facet.chosen] == ["5"]
    assert [facet.value for facet in result.facets["group"] if facet.chosen] == ["V"]
    by_district = search(SearchQuery(district="Thành phố Tuy Hòa"))  # other tone placement than the official
    assert by_district.total > 0
    assert [facet.label for facet in by_district.facets["area"] if facet.chosen] == ["Thành phố Tuy Hoà"]


def test_stars_go_at_local_midnight_without_a_new_index(settings):
    settings.REGISTRY_DATE = None
    certified = {
        pk: s
        for pk, s in standings(Product.objects.values_list("pk", flat=True), on=datetime.date(2024, 12, 31)).items()
        if s.stars
    }
    last_day = min(standing.last_valid_day for standing in certified.values())
    leaving = {pk for pk, standing in certified.items() if standing.last_valid_day == last_day}
    end = datetime.datetime.combine(last_day, datetime.time(23, 59, 59), ZoneInfo("Asia/Ho_Chi_Minh"))
    with time_machine.travel(end, tick=False) as clock:
        before = search(SearchQuery(stars=(3, 4, 5), page_size=100))
        clock.shift(1)
        after = search(SearchQuery(stars=(3, 4, 5), page_size=100))
        gone = {hit.id for hit in before.hits} - {hit.id for hit in after.hits}
        assert gone == leaving
        assert sum(counts(before, "stars").values()) - sum(counts(after, "stars").values()) == len(leaving)
        labels = {hit.state_label for hit in search(SearchQuery(page_size=100)).hits if hit.id in leaving}
        assert "" not in labels
