"""What every engine does the same way: columns of a document, filters over them, facets made of counts, answers."""

import contextlib
import dataclasses
import gc
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from django.utils.translation import get_language

from catalogue.producers.models import ProducerType
from search.analysis import sorting_key, words
from search.clauses import Stage
from search.contract import (
    FACETS,
    HIGHEST_PRICE,
    PRICE_STEPS,
    PRODUCER_TYPES,
    Facet,
    Hit,
    SearchQuery,
    SearchResult,
    TextHit,
    Understood,
)
from search.documents import ProductDocument

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)
POSITIONS = ("name", "name_loose", "same", "same_loose", "producer", "producer_loose", "wide", "wide_loose")
"""Words with their places: for phrases."""
WHOLE = ("joined", "place", "place_maybe", "area", "district_key", "group", "sold_near", "producer_type", "kind")
"""Whole texts, found only as they are."""
NUMBERS = ("product_id", "from_day", "to_day", "stars", "known_stars", "in_stock", "price")
NO_PRICE = HIGHEST_PRICE + 1
STARS_NAMED = 60.0
"""Weight of being certified at the number of stars a text names: above anything words can reach."""


@lru_cache(1024)
def district_key(official_name: str) -> str:
    """How an official name is compared: `Thành phố Tuy Hoà` = `Thành phố Tuy Hòa`."""
    return " ".join(word.written for word in words(official_name))


def texts(document: ProductDocument) -> dict[str, str]:
    """The words of each field of words, with spaces between them."""
    return {field: " ".join(document.terms[field]) for field in POSITIONS if field in document.terms}


def columns(document: ProductDocument) -> dict[str, Any]:
    """Everything of a document beside its words that it is filtered by."""
    return {
        "product_id": document.product_id,
        "from_day": document.from_day,
        "to_day": document.to_day,
        "stars": document.stars,
        "known_stars": document.known_stars,
        "area": list(document.areas),
        "district_key": [district_key(document.district.partition("\t")[2])] if document.district else [],
        "group": [label.partition("\t")[0] for label in document.groups],
        "producer_type": [document.producer_type] if document.producer_type else [],
        "in_stock": int(document.in_stock),
        "kind": document.kind,
        "sold_near": list(document.sold_near),
        **({"price": document.price} if document.price is not None else {}),
    }


def price_ranks(price: int | None) -> tuple[int, int]:
    """Numbers to sort by, `cheapest` and `dearest` first; what has no price comes last in both."""
    if price is None:
        return NO_PRICE, NO_PRICE
    price = min(price, HIGHEST_PRICE)
    return price, HIGHEST_PRICE - price


def price_band(price: int) -> str:
    """Value of the price facet that a price belongs to: `50000-99999`."""
    return next(band for band in PRICE_BANDS if in_band(price, band))


def in_band(price: int, band: str) -> bool:
    least, most = band_limits(band)
    return least <= price and (most is None or price <= most)


def band_limits(band: str) -> tuple[int, int | None]:
    """`50000-99999` → 50000, 99999; the last band has no end."""
    least, _, most = band.partition("-")
    return int(least), int(most) if most else None


PRICE_BANDS = tuple(
    f"{least}-{most - 1 if most else ''}" for least, most in zip((0, *PRICE_STEPS), (*PRICE_STEPS, None), strict=True)
)


# -- filters ---------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class OneOf:
    """The column holds one of these values."""

    column: str
    values: tuple[str | int, ...]


@dataclasses.dataclass(frozen=True)
class Between:
    """The number in the column is not below `least` and not above `most`."""

    column: str
    least: int | None
    most: int | None


def filters(query: SearchQuery) -> dict[str, tuple[OneOf | Between, ...]]:
    """What a query demands beside its text, all of it, under the name of the facet it belongs to."""
    places = []
    if query.area:
        places.append(OneOf("area", (query.area,)))
    if query.district:
        places.append(OneOf("district_key", (district_key(query.district),)))
    has_limits = query.price_min is not None or query.price_max is not None
    wanted = {
        "area": tuple(places),
        "stars": (OneOf("stars", tuple(sorted(set(query.stars)))),) if query.stars else (),
        "group": (OneOf("group", (query.group,)),) if query.group else (),
        "type": (OneOf("producer_type", (query.producer_type,)),) if query.producer_type else (),
        "price": (Between("price", query.price_min, query.price_max),) if has_limits else (),
        "stock": (OneOf("in_stock", (1,)),) if query.in_stock else (),
        "sold": (OneOf("sold_near", (query.sold_near,)),) if query.sold_near else (),
    }
    return {name: parts for name, parts in wanted.items() if parts}


# -- facets ----------------------------------------------------------------------------------------


def facets(query: SearchQuery, counts: Mapping[str, Mapping[Any, int]]) -> dict[str, tuple[Facet, ...]]:
    """All facets from the number of products with each value of their columns."""
    return {
        "area": area_facet(query, counts["area"]),
        "stars": stars_facet(query, counts["stars"]),
        "group": group_facet(query, counts["group"]),
        "type": type_facet(query, counts["type"]),
        "price": price_facet(query, counts["price"]),
        "stock": stock_facet(query, counts["stock"]),
        "sold": sold_facet(query, counts["sold"]),
    }


def type_facet(query: SearchQuery, counts: Mapping[str, int]) -> tuple[Facet, ...]:
    """Kinds of producers that there are, and the chosen one."""
    language = get_language()
    return tuple(
        Facet(value, type_label(value, language), counts.get(value, 0), value == query.producer_type)
        for value in PRODUCER_TYPES
        if counts.get(value) or value == query.producer_type
    )


@lru_cache(64)
def type_label(value: str, language: str | None) -> str:
    """What a kind of producer is called in the language of this thread."""
    return str(ProducerType(value).label)


def price_facet(query: SearchQuery, counts: Mapping[str, int]) -> tuple[Facet, ...]:
    chosen = (query.price_min or 0, query.price_max)
    is_limited = query.price_min is not None or query.price_max is not None
    bands = ((band, is_limited and band_limits(band) == chosen) for band in PRICE_BANDS)
    return tuple(
        Facet(band, band, counts.get(band, 0), is_chosen)
        for band, is_chosen in bands
        if counts.get(band) or is_chosen
    )


def stock_facet(query: SearchQuery, counts: Mapping[int, int]) -> tuple[Facet, ...]:
    count = next((count for value, count in counts.items() if int(value) == 1), 0)
    return (Facet("1", "1", count, query.in_stock),) if count or query.in_stock else ()


def sold_facet(query: SearchQuery, counts: Mapping[str, int]) -> tuple[Facet, ...]:
    """Districts of the old map with sales points, by name."""
    labelled = sorted((key.partition("\t") for key in counts), key=lambda parts: _label_order(parts[2]))
    return tuple(
        Facet(slug, label, counts[f"{slug}\t{label}"], slug == query.sold_near) for slug, _, label in labelled
    )


def area_facet(query: SearchQuery, counts: Mapping[str, int]) -> tuple[Facet, ...]:
    """Districts of the old map by name; keys are slug, tab, official name."""
    facets = []
    wanted = district_key(query.district) if query.district else None
    for key, count in counts.items():
        slug, _, label = key.partition("\t")
        chosen = slug == query.area or (wanted is not None and district_key(label) == wanted)
        facets.append(Facet(slug, label, count, chosen))
    return tuple(sorted(facets, key=lambda facet: _label_order(facet.label)))


def stars_facet(query: SearchQuery, counts: Mapping[int, int]) -> tuple[Facet, ...]:
    values = {int(stars): count for stars, count in counts.items() if int(stars)}
    for stars in query.stars:
        values.setdefault(stars, 0)
    return tuple(
        Facet(str(stars), str(stars), values[stars], stars in query.stars) for stars in sorted(values, reverse=True)
    )


def group_facet(query: SearchQuery, counts: Mapping[str, int]) -> tuple[Facet, ...]:
    """Groups and their first level below; further levels only under a chosen code. Keys: code, tab, name."""
    chosen, facets = query.group, {}
    for key, count in counts.items():
        code, _, label = key.partition("\t")
        if code.count(".") <= 1 or (chosen and (code == chosen or code.rpartition(".")[0] == chosen)):
            facets[code] = Facet(code, label, count, code == chosen)
    if chosen and chosen not in facets:
        facets[chosen] = Facet(chosen, chosen, 0, True)
    return tuple(facets[code] for code in sorted(facets, key=_code_order))


_KINDS = ("Thành phố ", "Thị xã ", "Huyện ")


@lru_cache(1024)
def _label_order(label: str) -> str:
    """ "Huyện Cư M'gar" and "Thị xã Buôn Hồ" are looked up by their names, not by their kinds."""
    return sorting_key(next((label.removeprefix(kind) for kind in _KINDS if label.startswith(kind)), label))


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}


@lru_cache(256)
def _code_order(code: str) -> tuple[int, str, list[str]]:
    first, *rest = code.split(".")
    return _ROMAN.get(first, 99), first, rest


# -- building --------------------------------------------------------------------------------------


class Fillable(Protocol[T_contra]):
    """A new index of things of any kind."""

    def add(self, things: Iterable[T_contra], /) -> None: ...

    def finish(self) -> None: ...

    def abandon(self) -> None: ...


def fill(build: Fillable[T], batches: Iterable[list[T]]) -> None:
    """Put all of these into a new index and swap it in. Needs the lock."""
    try:
        with heap_at_rest():
            for batch in batches:
                build.add(batch)
        build.finish()
    except BaseException:
        build.abandon()
        raise


@contextlib.contextmanager
def heap_at_rest() -> Iterator[None]:
    """Context in which no garbage is looked for among what is there already, however much is made and thrown away."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


# -- answers ---------------------------------------------------------------------------------------


def answer(
    query: SearchQuery,
    started: float,
    *,
    hits: tuple[Hit, ...] | tuple[TextHit, ...],
    total: int,
    facets: dict[str, tuple[Facet, ...]] | None = None,
    stage: Stage | None,
    stars_wanted: int | None = None,
    drops_stars: bool = False,
) -> SearchResult:
    """What was found by this stage; `started` is a time of `time.perf_counter`. `drops_stars`: whatever the number
    of stars that is wanted."""
    dropped = stage.dropped if stage else ()
    if drops_stars:
        dropped = (("stars", str(stars_wanted)), *dropped)
    return SearchResult(
        hits=hits,
        total=total,
        page=query.page,
        pages=-(-total // query.page_size),
        facets=facets or dict.fromkeys(FACETS, ()),
        took_ms=(time.perf_counter() - started) * 1000,
        near=total > 0 and bool(dropped or (stage and stage.near)),
        dropped=tuple(Understood(kind, text, text) for kind, text in dropped) if total else (),
        corrected=stage.corrected if stage and total else "",
        stars_wanted=stars_wanted,
        stage=stage,
    )


def no_answer(query: SearchQuery, started: float) -> SearchResult:
    """There is no index to ask, or it cannot answer."""
    empty = answer(query, started, hits=(), total=0, stage=None)
    return dataclasses.replace(empty, is_available=False)
