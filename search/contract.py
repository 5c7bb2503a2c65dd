"""What may be asked of the search and what it answers. Views, API and suggestions use only this module."""

import dataclasses
import datetime

from catalogue.certification.clock import registry_day

MAX_PAGE_SIZE = 100
SORTS = ("relevance", "name", "stars", "newest")
FACETS = ("area", "stars", "group")


@dataclasses.dataclass(frozen=True)
class SearchQuery:
    """One question.

    `area` is the slug of a unit of either map, `district` the official name of an old district, `stars` the
    numbers certified on the day `on` (any of them), `group` a code of the product catalogue or its beginning
    (`I`, `I.6`). `page` counts from 1; `page_size` is at most 100.
    """

    text: str = ""
    area: str | None = None
    district: str | None = None
    stars: tuple[int, ...] = ()
    group: str | None = None
    sort: str = "relevance"
    page: int = 1
    page_size: int = 20
    on: datetime.date = dataclasses.field(default_factory=registry_day)

    def __post_init__(self):
        if self.sort not in SORTS:
            raise ValueError(f"sort must be one of {', '.join(SORTS)}")
        if self.page < 1 or not 1 <= self.page_size <= MAX_PAGE_SIZE:
            raise ValueError(f"page counts from 1, page_size from 1 to {MAX_PAGE_SIZE}")
        if any(not 1 <= stars <= 5 for stars in self.stars):
            raise ValueError("stars go from 1 to 5")


@dataclasses.dataclass(frozen=True)
class Hit:
    """Everything a product card shows. `price` in đồng, None: ask the producer. `stars` only if certified."""

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
    illustration: str
    price: int | None
    price_is_illustrative: bool
    in_stock: bool
    # What lists and the API want beside the card: official names of the old map, blank when unknown.
    district: str = ""
    commune: str = ""
    producer_id: int | None = None


@dataclasses.dataclass(frozen=True)
class Facet:
    """One value of a facet: how many products the page would list if it were (also) chosen."""

    value: str
    label: str
    count: int
    chosen: bool = False


@dataclasses.dataclass(frozen=True)
class SearchResult:
    """One answer.

    `total` is exact. `facets` has the keys `area`, `stars`, `group`; each is counted under all filters but
    its own. `near` says that nothing matches exactly and these come near. `corrected` is the text that was
    searched instead when the typed one was found nowhere. `stars_wanted`: the number of stars named in the
    text. `is_available` is false when there is no index to ask (it is being built): the answer is then
    empty, not "nothing found".
    """

    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    facets: dict[str, tuple[Facet, ...]]
    took_ms: float
    near: bool = False
    corrected: str = ""
    stars_wanted: int | None = None
    is_available: bool = True


def search(query: SearchQuery) -> SearchResult:
    """Ask the engine of this site (`SEARCH_ENGINE`). Never raises for anything a visitor can type."""
    from .engines import engine

    return engine().search(query)


@dataclasses.dataclass(frozen=True)
class Suggestion:
    """One thing that a typed beginning may mean. `kind`: product, producer, area, group or story."""

    kind: str
    label: str
    detail: str
    url: str


def suggest(text: str, limit: int = 8, language: str | None = None) -> tuple[Suggestion, ...]:
    """What the typed text may become, things of one kind together, the kind that matches best first.

    Details and addresses are in `language` (the active one if none is given). Never raises for anything a
    visitor can type; empty for less than two letters and while the index is being built.
    """
    from .suggestions.asking import suggest as answer

    return answer(text, limit=limit, language=language)
