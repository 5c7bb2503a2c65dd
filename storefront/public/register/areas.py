"""Units of both maps with their products: what the area pages, the list of areas and the home page show.

Old districts are counted by the search index, today's communes from the register: each number has one origin.
"""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.certification.clock import registry_day
from catalogue.certification.models import Certificate
from catalogue.certification.queries import standings
from catalogue.geography.models import AdminUnit, Succession, System, Tier
from catalogue.geography.queries import AreaKeys, area_keys
from catalogue.text import fold
from search.contract import Hit, SearchQuery, SearchResult
from search.documents import indexed_products
from search.queries import search

from .tile_map import Count, Place, TileMap, commune_map, district_map

CERTIFIED = (3, 4, 5)
PRODUCTS_OF_AREA = 24
NEW_MAP = "moi"
"""Value of `?ban-do=` for today's map; without it, and for anything else, the list shows the old one."""


@dataclasses.dataclass(frozen=True)
class CommuneCounts:
    """Products of today's communes, by the commune's slug; `certain_ids` are those surely from there."""

    counts: dict[str, Count]
    certain_ids: dict[str, frozenset[int]]


class Atlas:
    """Provinces, old districts and today's communes, and how the two maps lie over each other. Two queries."""

    def __init__(self):
        units = AdminUnit.objects.exclude(tier=Tier.COMMUNE, system=System.PRE2025).order_by("code")
        self.units = {unit.pk: unit for unit in units}
        by_level = defaultdict(list)
        for unit in self.units.values():
            by_level[unit.system, unit.tier].append(unit)
        self.provinces = sorted(by_level[System.PRE2025, Tier.PROVINCE], key=lambda unit: unit.code, reverse=True)
        self.districts = _by_name(by_level[System.PRE2025, Tier.DISTRICT])
        self.communes = _by_name(by_level[System.POST2025, Tier.COMMUNE])
        self._new_of = defaultdict(set)
        self._old_of = defaultdict(set)
        defaults = defaultdict(Counter)
        rows = Succession.objects.values_list("old__parent_id", "new_id", "is_default")
        for district_id, new_id, is_default in rows:
            self._new_of[district_id].add(new_id)
            self._old_of[new_id].add(district_id)
            # A part that went to a second successor counts less than any whole commune.
            defaults[new_id][district_id] += 1000 if is_default else 1
        self._main_district = {
            new_id: max(sorted(counter), key=counter.__getitem__) for new_id, counter in defaults.items()
        }

    def communes_of(self, district: AdminUnit) -> list[AdminUnit]:
        """Today's communes that hold a part of an old district, by name."""
        return _by_name(self.units[pk] for pk in self._new_of[district.pk] if pk in self.units)

    def districts_of(self, commune: AdminUnit) -> list[AdminUnit]:
        """Old districts of which today's commune holds a part, by name."""
        return _by_name(self.units[pk] for pk in self._old_of[commune.pk] if pk in self.units)

    def main_district(self, commune: AdminUnit) -> AdminUnit | None:
        """The old district that most of a commune's predecessors belong to."""
        return self.units.get(self._main_district.get(commune.pk))

    def province_code(self, district: AdminUnit) -> str:
        province = self.units.get(district.parent_id)
        return province.code if province else ""


# -- counting --------------------------------------------------------------------------------------


def district_counts(everything: SearchResult, certified: SearchResult) -> dict[str, Count] | None:
    """Products of each old district by slug, from the facets of two searches; None without an index."""
    if not (everything.is_available and certified.is_available):
        return None
    with_stars = {facet.value: facet.count for facet in certified.facets["area"]}
    return {
        facet.value: Count(products=facet.count, certified=with_stars.get(facet.value, 0))
        for facet in everything.facets["area"]
    }


def commune_counts() -> CommuneCounts:
    """Products of each of today's communes. Six queries, however many products there are."""
    units = dict(indexed_products().exclude(unit=None).values_list("pk", "unit_id"))
    keys = area_keys(set(units.values()))
    # Stars come only from a certificate that is valid today: the others need not be asked.
    maybe_certified = Certificate.objects.filter(product_id__in=list(units), valid_period__contains=registry_day())
    states = standings(maybe_certified.values_list("product_id", flat=True).distinct())
    certain, perhaps = _products_by_area(units, keys)
    counts = {
        slug: Count(
            products=len(certain[slug]),
            certified=sum(pk in states and states[pk].is_certified for pk in certain[slug]),
            perhaps=len(perhaps[slug]),
        )
        for slug in {*certain, *perhaps}
    }
    return CommuneCounts(counts, {slug: frozenset(ids) for slug, ids in certain.items()})


def _products_by_area(units: dict[int, int], keys: dict[int, AreaKeys]) -> tuple[dict, dict]:
    certain, perhaps = defaultdict(set), defaultdict(set)
    for product_id, unit_id in units.items():
        if unit_id in keys:
            for slug in keys[unit_id].certain:
                certain[slug].add(product_id)
            for slug in keys[unit_id].candidates:
                perhaps[slug].add(product_id)
    return certain, perhaps


# -- maps ------------------------------------------------------------------------------------------


def old_map(
    atlas: Atlas, counts: dict[str, Count] | None, *, current: str = "", linked: Iterable[AdminUnit] = ()
) -> TileMap:
    """The districts before July 2025; `current` is a slug."""
    marks = _marks(current, linked)
    return district_map(
        _district_place(
            unit,
            side=atlas.province_code(unit),
            counts=counts,
            mark=marks.get(unit.slug, ""),
            others=_links(atlas.communes_of(unit)),
        )
        for unit in atlas.districts
    )


def _district_place(
    unit: AdminUnit, *, side: str, counts: dict[str, Count] | None, mark: str = "", others: tuple = ()
) -> Place:
    return Place(
        code=unit.code,
        name=unit.name,
        short_name=unit.short_name,
        url=unit.get_absolute_url(),
        block=unit.code,
        side=side,
        count=None if counts is None else counts.get(unit.slug, Count()),
        mark=mark,
        others=others,
    )


def new_map(
    atlas: Atlas, counts: dict[str, Count], *, current: str = "", linked: Iterable[AdminUnit] = ()
) -> TileMap:
    """Today's communes, grouped by the old district most of each comes from; cut to the marked ones, if any."""
    marks = _marks(current, linked)
    places = []
    for unit in atlas.communes:
        district = atlas.main_district(unit)
        places.append(
            Place(
                code=unit.code,
                name=unit.name,
                short_name=unit.short_name,
                url=unit.get_absolute_url(),
                block=district.code if district else "",
                side=atlas.province_code(district) if district else "",
                count=counts.get(unit.slug, Count()),
                mark=marks.get(unit.slug, ""),
                others=_links(atlas.districts_of(unit)),
            )
        )
    return commune_map(places, {district.code: district.short_name for district in atlas.districts})


def _marks(current: str, linked: Iterable[AdminUnit]) -> dict[str, str]:
    marks = {unit.slug: "linked" for unit in linked}
    return {**marks, current: "current"} if current else marks


def _links(units: Iterable[AdminUnit]) -> tuple[tuple[str, str], ...]:
    return tuple((unit.name, unit.get_absolute_url()) for unit in units)


def _by_name(units: Iterable[AdminUnit]) -> list[AdminUnit]:
    return sorted(units, key=lambda unit: (fold(unit.short_name), unit.code))


# -- pages -----------------------------------------------------------------------------------------


def area_index(which: str) -> dict:
    """The list of areas with the old or the new map. Eight queries at most."""
    atlas = Atlas()
    address = reverse("area-list")
    context = {
        "is_old": which != NEW_MAP,
        "tabs": [
            {
                "label": _("Old districts"),
                "url": address,
                "count": len(atlas.districts),
                "is_current": which != NEW_MAP,
            },
            {
                "label": _("Communes of today"),
                "url": f"{address}?ban-do={NEW_MAP}",
                "count": len(atlas.communes),
                "is_current": which == NEW_MAP,
            },
        ],
        "provinces": [
            (province, [unit for unit in atlas.districts if unit.parent_id == province.pk])
            for province in atlas.provinces
        ],
        "communes": atlas.communes,
    }
    if which == NEW_MAP:
        return {**context, "map": new_map(atlas, commune_counts().counts)}
    return {**context, "map": old_map(atlas, district_counts(*_both_searches()))}


def area_page(unit: AdminUnit) -> dict:
    """A unit with its products, its place on both maps and what became of it. Twelve queries at most."""
    atlas, of_communes = Atlas(), commune_counts()
    is_old = unit.system == System.PRE2025
    successions = list(unit.succession_out.select_related("new").order_by("-is_default", "new__name"))
    predecessors = list(unit.succession_in.select_related("old__parent").order_by("old__name"))
    today = atlas.communes_of(unit) if is_old and unit.tier == Tier.DISTRICT else []
    products = search(SearchQuery(area=unit.slug, sort="stars", page_size=PRODUCTS_OF_AREA))
    districts = district_counts(*_both_searches())
    if unit.tier == Tier.PROVINCE:
        linked = [district for district in atlas.districts if district.parent_id == unit.pk]
        maps = [old_map(atlas, districts, linked=linked)]
    elif is_old:
        new = today or [succession.new for succession in successions]
        home = unit if unit.tier == Tier.DISTRICT else unit.parent
        # A commune lies in the tile of its district; a district is its tile.
        own = {"current": unit.slug} if home == unit else {"linked": [home] if home else []}
        maps = [old_map(atlas, districts, **own)]
        if new:
            maps.append(new_map(atlas, of_communes.counts, linked=new))
    else:
        maps = [
            new_map(atlas, of_communes.counts, current=unit.slug),
            old_map(atlas, districts, linked=atlas.districts_of(unit)),
        ]
    certain, perhaps = _certain_and_perhaps(unit, products.hits, of_communes)
    return {
        "unit": unit,
        "is_old": is_old,
        "is_province": unit.tier == Tier.PROVINCE,
        "children": list(unit.children.order_by("name")) if is_old else atlas.communes if not unit.parent_id else [],
        "successions": successions,
        "predecessors": predecessors,
        "today": today,
        "result": products,
        "n_certified": sum(facet.count for facet in products.facets.get("stars", ())),
        "certain_hits": certain,
        "perhaps_hits": perhaps,
        "count": of_communes.counts.get(unit.slug) if not is_old else None,
        "first_map": maps[0],
        "second_map": maps[1] if len(maps) > 1 else None,
    }


def _both_searches() -> tuple[SearchResult, SearchResult]:
    """All products and those certified today, for their facets."""
    return search(SearchQuery(page_size=1)), search(SearchQuery(stars=CERTIFIED, page_size=1))


def _certain_and_perhaps(unit: AdminUnit, hits: Sequence[Hit], counts: CommuneCounts) -> tuple[list[Hit], list[Hit]]:
    """Hits surely from a unit, and those that only may be: their source names no more than the old district."""
    if unit.system == System.PRE2025:
        return list(hits), []
    ids = counts.certain_ids.get(unit.slug, frozenset())
    return [hit for hit in hits if hit.id in ids], [hit for hit in hits if hit.id not in ids]


# -- home ------------------------------------------------------------------------------------------


@cache
def _old_districts() -> QuerySet[AdminUnit]:
    """Districts and provinces of the old map. Only the query is kept, never a row."""
    units = AdminUnit.objects.filter(system=System.PRE2025, tier__in=(Tier.DISTRICT, Tier.PROVINCE))
    return units.only("code", "name", "slug", "tier", "parent").order_by("code")


def home_map(everything: SearchResult, certified: SearchResult) -> TileMap:
    """The old map for the front door, where the counts are at hand; without today's units. One query."""
    counts = district_counts(everything, certified)
    units = list(_old_districts().all())
    provinces = {unit.pk: unit.code for unit in units if unit.tier == Tier.PROVINCE}
    return district_map(
        _district_place(unit, side=provinces.get(unit.parent_id, ""), counts=counts)
        for unit in _by_name(unit for unit in units if unit.tier == Tier.DISTRICT)
    )
