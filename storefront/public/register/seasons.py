"""What is harvested in a month, as published: data/daklak/seasons.toml, and the products that are made of it."""

import dataclasses
import tomllib
from collections.abc import Collection, Iterable
from functools import cache

from django.conf import settings
from django.utils.translation import get_language

from catalogue.certification.clock import registry_day
from catalogue.text import fold
from cms.queries import Source, source_of
from search.contract import MAX_PAGE_SIZE, Hit, SearchQuery
from search.queries import search

FILE = settings.BASE_DIR / "data" / "daklak" / "seasons.toml"
PRODUCTS_IN_SEASON = 4


@dataclasses.dataclass(frozen=True)
class Crop:
    """A crop with its usual months of harvest (1 to 12, in order) and where that was published."""

    key: str
    names: dict[str, str]
    notes: dict[str, str]
    search: str
    words: tuple[str, ...]
    groups: tuple[str, ...]
    months: tuple[int, ...]
    sources: tuple[str, ...]

    def makes(self, name: str, group_code: str) -> bool:
        """Whether a product of this name and group is made of the crop. Whole words only: `bo` is not in `bot`."""
        words = f" {fold(name)} "
        is_of_group = any(group_code == code or group_code.startswith(f"{code}.") for code in self.groups)
        return is_of_group and any(f" {word} " in words for word in self.words)


@dataclasses.dataclass(frozen=True)
class Season:
    """A crop in harvest, in the reader's language. `search` finds all its products."""

    name: str
    note: str
    sources: tuple[Source, ...]
    search: str
    hits: tuple[Hit, ...]


@cache
def crops() -> tuple[Crop, ...]:
    """All crops whose harvest is known."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["crop"]
    return tuple(
        Crop(
            key=row["key"],
            names={"vi": row["name_vi"], "en": row["name_en"]},
            notes={"vi": row["note_vi"], "en": row["note_en"]},
            search=row["search"],
            words=tuple(row["words"]),
            groups=tuple(row["groups"]),
            months=tuple(row["months"]),
            sources=tuple(row["sources"]),
        )
        for row in rows
    )


def in_season(month: int | None = None, *, shown: Collection[int] = ()) -> list[Season]:
    """Crops usually harvested in a month (default: the registry's) that have products, certified ones first.

    Asks the search, not the database. At most four products in all, shared between the crops; those whose ids
    the page has `shown` already come last.
    """
    month = month or registry_day().month
    in_month = [
        (crop, sorted(_products(crop), key=lambda hit: hit.id in shown)) for crop in crops() if month in crop.months
    ]
    in_month = [(crop, hits) for crop, hits in in_month if hits]
    shares = _shares([len(hits) for _, hits in in_month], PRODUCTS_IN_SEASON)
    return [_season(crop, hits[:share]) for (crop, hits), share in zip(in_month, shares, strict=True)]


def _products(crop: Crop) -> list[Hit]:
    query = SearchQuery(text=crop.search, sort="stars", page_size=MAX_PAGE_SIZE)
    return [hit for hit in search(query, with_marks=False).hits if crop.makes(hit.name, hit.group_code)]


def _shares(numbers: list[int], total: int) -> list[int]:
    """How many of each to take, one after the other in turn, until `total` are taken or none is left."""
    shares = [0] * len(numbers)
    while total > 0 and shares != numbers:
        for position, number in enumerate(numbers):
            if total > 0 and shares[position] < number:
                shares[position] += 1
                total -= 1
    return shares


def _season(crop: Crop, hits: Iterable[Hit]) -> Season:
    language = get_language() if get_language() in crop.names else "vi"
    return Season(
        name=crop.names[language],
        note=crop.notes[language],
        sources=tuple(map(source_of, crop.sources)),
        search=crop.search,
        hits=tuple(hits),
    )
