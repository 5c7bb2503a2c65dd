"""What may be asked of the search and what it answers, as types; `search.queries` has the functions that answer."""

import dataclasses
import datetime
from collections.abc import Collection, Mapping

from catalogue.certification.clock import registry_day
from catalogue.products.illustrations import Illustration
from media.queries import Picture

from .analysis import Word
from .clauses import Stage

MAX_PAGE_SIZE = 100
SORTS = ("relevance", "name", "stars", "newest", "cheapest", "dearest")
KINDS = ("product", "story", "producer", "news", "fair")
FACETS = ("area", "stars", "group", "type", "price", "stock", "sold")
PRODUCER_TYPES = ("cooperative", "company", "household", "collective", "unknown")
PRICE_STEPS = (50_000, 100_000, 200_000, 500_000)
"""Where one price band of the facet ends and the next begins, in đồng."""
INTENTS = ("stars", "area", "type")
HIGHEST_PRICE = 1_000_000_000


@dataclasses.dataclass(frozen=True)
class SearchQuery:
    """One question.

    `area` is the slug of a unit of either map, `district` the official name of an old district, `stars` the numbers
    certified on the day `on` (any of them), `group` a code of the product catalogue or its beginning (`I`, `I.6`),
    `producer_type` one of PRODUCER_TYPES. `price_min` and `price_max` (both included, đồng) leave out what has no
    price; the orders `cheapest` and `dearest` list it last. `sold_near` is the slug of a unit of either map with a
    sales point that has the product in stock. `without` names what the text shall not be understood as (INTENTS):
    these words then count for nothing. `page` counts from 1; `page_size` is at most 100. `kind` is one of KINDS; the
    filters and orders are those of products only. `is_exact`: nothing that only comes near.
    """

    text: str = ""
    area: str | None = None
    district: str | None = None
    stars: tuple[int, ...] = ()
    group: str | None = None
    producer_type: str | None = None
    price_min: int | None = None
    price_max: int | None = None
    in_stock: bool = False
    sold_near: str | None = None
    sort: str = "relevance"
    page: int = 1
    page_size: int = 20
    without: tuple[str, ...] = ()
    kind: str = "product"
    is_exact: bool = False
    on: datetime.date = dataclasses.field(default_factory=registry_day)

    def __post_init__(self) -> None:
        if self.sort not in SORTS:
            raise ValueError(f"sort must be one of {', '.join(SORTS)}")
        if self.page < 1 or not 1 <= self.page_size <= MAX_PAGE_SIZE:
            raise ValueError(f"page counts from 1, page_size from 1 to {MAX_PAGE_SIZE}")
        if any(not 1 <= stars <= 5 for stars in self.stars):
            raise ValueError("stars go from 1 to 5")
        if self.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        if self.producer_type is not None and self.producer_type not in PRODUCER_TYPES:
            raise ValueError(f"producer_type must be one of {', '.join(PRODUCER_TYPES)}")
        if any(not 0 <= price <= HIGHEST_PRICE for price in (self.price_min, self.price_max) if price is not None):
            raise ValueError(f"prices go from 0 to {HIGHEST_PRICE}")


Parts = tuple[tuple[str, bool], ...]
"""A text in parts, each with whether it is what was looked for."""


@dataclasses.dataclass(frozen=True)
class Hit:
    """Everything a product card shows. `price` in đồng, None: ask the producer. `stars` only if certified.
    `net_content`: what one unit holds, blank if nobody has said. `is_sale_stopped`: something of it is recalled, so
    it is not sold online now.

    `photo` comes before `illustration`; only whom a page shows cards of reads it (`search.photos`).

    `marked` has the parts of `name`, `producer_name` and `place` with the words that were looked for.
    """

    id: int
    code: str
    name: str
    url: str
    producer_name: str
    producer_url: str
    place: str
    stars: int | None
    state_label: str
    group_code: str
    group_name: str
    illustration: Illustration
    price: int | None
    price_is_illustrative: bool
    in_stock: bool
    is_sale_stopped: bool = False
    net_content: str = ""
    net_content_is_illustrative: bool = False
    # What lists and the API want beside the card: official names of the old map, blank when unknown.
    district: str = ""
    commune: str = ""
    producer_id: int | None = None
    has_photos: bool = False
    photo: Picture | None = None
    marked: Mapping[str, Parts] = dataclasses.field(default_factory=dict, hash=False)


@dataclasses.dataclass(frozen=True)
class TextHit:
    """Everything that the card of a story, producer, news item or fair shows. `meta` is a place or days.

    `marked` has the parts of its texts with the words that were looked for.
    """

    kind: str
    id: int
    title: str
    url: str
    text: str = ""
    kicker: str = ""
    meta: str = ""
    marked: Mapping[str, Parts] = dataclasses.field(default_factory=dict, hash=False)


@dataclasses.dataclass(frozen=True)
class Facet:
    """One value of a facet: how many products the page would list if it were (also) chosen."""

    value: str
    label: str
    count: int
    chosen: bool = False


@dataclasses.dataclass(frozen=True)
class Understood:
    """What a text asks for beside words. `kind` is one of INTENTS; `value` a number of stars, the slug of a unit
    (`label` is its name) or one of PRODUCER_TYPES. It counts unless it `is_left_out`."""

    kind: str
    value: str
    label: str = ""
    is_left_out: bool = False


@dataclasses.dataclass(frozen=True)
class ParsedText:
    """The words of a typed text in order, the number of stars that it names, and all that it asks for beside words,
    each with the places of the words that say so."""

    words: tuple[Word, ...]
    stars: int | None
    intents: tuple[tuple[Understood, range], ...]

    def without(self, kinds: Collection[str]) -> "Reading":
        """The text as a search counts it: words that name one of these kinds of INTENTS count for nothing."""
        left_out = {place for intent, places in self.intents if intent.kind in kinds for place in places}
        areas = {place for intent, places in self.intents if intent.kind == "area" for place in places} - left_out
        by_kind = {intent.kind: intent for intent, _ in reversed(self.intents)}
        return Reading(
            words=tuple(word for place, word in enumerate(self.words) if place not in left_out),
            stars=None if "stars" in kinds else self.stars,
            understood=tuple(
                dataclasses.replace(by_kind[kind], is_left_out=kind in kinds) for kind in INTENTS if kind in by_kind
            ),
            area_words=tuple(self.words[place] for place in sorted(areas)),
        )


@dataclasses.dataclass(frozen=True)
class Reading:
    """The words of a text without those that are left out, the stars it names, and all that is understood;
    `area_words` are those of the words that name a place.

    A text is read once (`search.intent.parse`); engines and everything else get this.
    """

    words: tuple[Word, ...] = ()
    stars: int | None = None
    understood: tuple[Understood, ...] = ()
    area_words: tuple[Word, ...] = ()


@dataclasses.dataclass(frozen=True)
class SearchResult:
    """One answer.

    `total` is exact. `facets` has the keys FACETS; each is counted under all filters but its own. Values of
    `type` are PRODUCER_TYPES, of `price` `from-to` (the last one without `to`), of `stock` `1`, of `sold`
    slugs of districts with sales points. `near` says that nothing matches exactly and these come near; `dropped`
    then has what the text asks for beside words and these need not have.
    `corrected` is the text that was searched instead when the typed one was found nowhere. `stars_wanted`:
    the number of stars named in the text. `is_available` is false when there is no index to ask (it is being
    built): the answer is then empty, not "nothing found". `engine` names who answered; `is_degraded` says
    that it stands in for the one that should have. `understood` is what the text asks for beside words.
    `took_ms` is the time of the engine, `total_ms` that of the whole answer. `stage` is what was looked for:
    see `search.explaining`.
    """

    hits: tuple[Hit, ...] | tuple[TextHit, ...]
    total: int
    page: int
    pages: int
    facets: dict[str, tuple[Facet, ...]]
    took_ms: float
    near: bool = False
    dropped: tuple[Understood, ...] = ()
    corrected: str = ""
    stars_wanted: int | None = None
    is_available: bool = True
    engine: str = ""
    is_degraded: bool = False
    understood: tuple[Understood, ...] = ()
    total_ms: float = 0.0
    stage: Stage | None = None


@dataclasses.dataclass(frozen=True)
class Suggestion:
    """One thing that a typed beginning may mean. `kind`: product, producer, area, group or story."""

    kind: str
    label: str
    detail: str
    url: str
