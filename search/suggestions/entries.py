"""What can be suggested: products, producers, areas, product groups and stories, read from the database."""

import dataclasses
import hashlib
from collections.abc import Collection, Iterable

from django.db.models import Q

from catalogue.geography.models import AdminUnit, System, Tier
from catalogue.geography.queries import place_text
from catalogue.producers.models import Producer
from catalogue.products.models import Category

from ..documents import FIRST_DAY, LAST_DAY, ProductDocument
from ..pages import published, with_paths

VERSION = 2
"""Raise it when entries hold something new: the index is then built anew."""
RANK_OF_TIER: dict[str, int] = {Tier.PROVINCE: 4, Tier.DISTRICT: 3, Tier.COMMUNE: 1}
"""People look for districts before communes; a commune of today (one more) before a former one."""


@dataclasses.dataclass(frozen=True)
class Entry:
    """One thing to suggest from one day to another (both included, days as numbers).

    `names` are the ways it is called, the first one is shown; `context` what else may be typed with a name
    (producer, place). `rank` breaks ties, most first: the certified stars of these days, the tier of an area.
    `target` and `facts` are what its address and second line are made of when it is shown.
    """

    kind: str
    pk: int
    names: tuple[str, ...]
    target: str
    facts: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    rank: int = 0
    from_day: int = FIRST_DAY
    to_day: int = LAST_DAY

    @property
    def key(self) -> str:
        """The same for all stretches of days of one thing."""
        return f"{self.kind}:{self.pk}"

    @property
    def digest(self) -> str:
        """Changes with anything in the entry."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:24]


def product_entries(documents: Iterable[ProductDocument]) -> list[Entry]:
    """Entries of products, one for each stretch of days with the same stars. Documents of a product must
    follow each other by their days, as `search.documents` makes them."""
    entries: list[Entry] = []
    for document in documents:
        card = document.card
        entry = Entry(
            kind="product",
            pk=document.product_id,
            names=(card["name"],),
            target=card["slug"],
            facts=(card["producer_name"], card["district"] or card["place"]),
            context=(card["producer_name"], card["place"], *document.terms["place"]),
            rank=document.stars,
            from_day=document.from_day,
            to_day=document.to_day,
        )
        if entries and dataclasses.replace(entries[-1], from_day=entry.from_day, to_day=entry.to_day) == entry:
            entries[-1] = dataclasses.replace(entry, from_day=entries[-1].from_day)
        else:
            entries.append(entry)
    return entries


def story_entries(product_ids: Collection[int] | None = None) -> list[Entry]:
    """Published stories, of these products only if given; `pk` is that of the product. Three queries."""
    stories = published("StoryPage").exclude(product=None).select_related("product").order_by("pk")
    if product_ids is not None:
        stories = stories.filter(product_id__in=product_ids)
    return [
        Entry("story", story.product_id, (story.title,), path, facts=(name,), context=(name,))
        for story, path in with_paths(stories.only("title", "url_path", "product__title"))
        for name in (story.product.title,)
    ]


def producer_entries(ids: Collection[int] | None = None) -> list[Entry]:
    """Producers, these only if given. One query."""
    producers = Producer.objects.select_related("unit__parent__parent").order_by("pk")
    if ids is not None:
        producers = producers.filter(pk__in=ids)
    return [
        Entry("producer", producer.pk, (producer.name,), producer.slug, facts=(place,), context=(place,))
        for producer in producers
        for place in (place_text(producer.unit),)
    ]


def area_entries(ids: Collection[int] | None = None) -> list[Entry]:
    """Units of both maps, these only if given, by all their spellings. Two queries."""
    units = AdminUnit.objects.select_related("parent__parent").prefetch_related("spellings").order_by("pk")
    if ids is not None:
        units = units.filter(pk__in=ids)
    entries = []
    for unit in units:
        spellings = sorted(spelling.text for spelling in unit.spellings.all())
        names = tuple(dict.fromkeys((unit.name, unit.short_name, *spellings)))
        above = place_text(unit.parent)
        is_of_today = unit.system == System.POST2025
        rank = RANK_OF_TIER[unit.tier] + is_of_today
        entries.append(Entry("area", unit.pk, names, unit.slug, (above, unit.system), (above,), rank))
    return entries


def group_entries(ids: Collection[int] | None = None) -> list[Entry]:
    """Groups of the product catalogue that have a code, these only if given. One query."""
    groups = list(Category.objects.exclude(code=None).exclude(code="").order_by("path"))
    by_path = {group.path: group for group in groups}
    entries = []
    for group in groups:
        above = by_path.get(group.path[: -Category.steplen])
        if ids is None or group.pk in ids:
            facts = (above.name if above else "",)
            entries.append(Entry("group", group.pk, (group.name,), group.code, facts, rank=max(0, 4 - group.depth)))
    return entries


READERS = {"producer": producer_entries, "area": area_entries, "group": group_entries}


def other_entries() -> Iterable[list[Entry]]:
    """Everything that is no product."""
    yield story_entries()
    for read in READERS.values():
        yield read()


def touched_by(kind: str, ids: Collection[int]) -> dict[str, set[int]]:
    """All that shows the name of these things: of an area also what lies in it, of a group its sub-groups."""
    if kind == "area":
        within = Q(pk__in=ids) | Q(parent__in=ids) | Q(parent__parent__in=ids)
        units = set(ids) | set(AdminUnit.objects.filter(within).values_list("pk", flat=True))
        return {"area": units, "producer": set(Producer.objects.filter(unit__in=units).values_list("pk", flat=True))}
    if kind == "group":
        return {"group": set(ids) | set(Category.objects.exclude(code=None).values_list("pk", flat=True))}
    return {kind: set(ids)}
