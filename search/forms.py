"""Reading a search address: what a visitor asks for, and plain notices for what cannot be read."""

import dataclasses
import functools
import re
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from catalogue.geography.models import AdminUnit
from catalogue.parameters import number_in, text_in
from catalogue.products.group_names import group_name
from catalogue.products.models import Category

from .contract import HIGHEST_PRICE, INTENTS, KINDS, PRODUCER_TYPES, SORTS, SearchQuery
from .gazetteer import gazetteer
from .typed_text import MAX_TEXT

PAGE_SIZE = 24
CERTIFIED_STARS = (5, 4, 3)
MAX_SLUG = 255
LAST_PAGE = 999_999_999
MAX_PRICE_LENGTH = 10 ** len(str(HIGHEST_PRICE)) - 1
"""What is above the highest price but has no more digits is read as the highest."""
_CODE = re.compile(r"[IVX]{1,4}(\.[0-9]{1,2}(\.[a-z])?)?")


@dataclasses.dataclass(frozen=True)
class Chosen:
    """A chosen unit or group: its slug or code, and its name."""

    value: str
    name: str


@functools.lru_cache(maxsize=4096)
def _encoded(name: str, value: object) -> str:
    return "" if value in (None, "", ()) else urlencode({name: value}, doseq=True)


@dataclasses.dataclass(frozen=True)
class SearchParams:
    """A search address, read. `notices` say what was left out; unit, group and shops are the chosen ones."""

    query: SearchQuery
    notices: tuple[str, ...] = ()
    unit: Chosen | None = None
    group: Chosen | None = None
    sold_near: Chosen | None = None

    def address(self, **changes: object) -> str:
        """The query part of the address with some parameters changed; None takes one out. Always page 1.

        Relative to the page: `./` when nothing is asked.
        """
        parts = {**self._encoded, **{name: _encoded(name, value) for name, value in changes.items()}}
        chosen = "&".join(filter(None, parts.values()))
        return f"?{chosen}" if chosen else "./"

    @functools.cached_property
    def _encoded(self) -> dict[str, str]:
        """Each parameter as it stands in an address; empty without a value."""
        return {name: _encoded(name, value) for name, value in self.parameters()}

    def parameters(self) -> list[tuple[str, object]]:
        """Name and value of every parameter but the page, in the order of the address."""
        query = self.query
        return [
            ("q", query.text),
            ("kind", query.kind if query.kind != "product" else None),
            ("area", query.area),
            ("stars", query.stars),
            ("group", query.group),
            ("type", query.producer_type),
            ("price_min", query.price_min),
            ("price_max", query.price_max),
            ("stock", "1" if query.in_stock else None),
            ("sold", query.sold_near),
            ("without", query.without),
            ("sort", query.sort if query.sort != "relevance" else None),
        ]

    @property
    def hidden_fields(self) -> list[tuple[str, str]]:
        """What a form with the text alone must send along. What is left out belongs to the old text."""
        pairs = [(name, value) for name, value in self.parameters() if name not in ("q", "without")]
        spread = [(name, one) for name, value in pairs for one in (value if isinstance(value, tuple) else (value,))]
        return [(name, str(value)) for name, value in spread if value is not None]

    @property
    def number_chosen(self) -> int:
        """How many filters are chosen."""
        query = self.query
        has_price = query.price_min is not None or query.price_max is not None
        others = (self.unit, self.group, query.producer_type, has_price, query.in_stock, self.sold_near)
        return len(query.stars) + sum(map(bool, others))


def parse(parameters: QueryDict, *, has_kinds: bool = True) -> SearchParams:
    """Read all parameters. A query for an area or a group that the index does not name, else none.

    `has_kinds`: not only products can be asked for.
    """
    notices: list[str] = []
    unit = _unit(parameters.get("area", ""), notices)
    group = _group(parameters.get("group", ""), notices)
    sold_near = _unit(parameters.get("sold", ""), notices)
    price_min, price_max = _prices(parameters, notices)
    query = SearchQuery(
        text=_text(parameters.get("q", ""), notices),
        area=unit.value if unit else None,
        stars=_stars(parameters.getlist("stars"), notices),
        group=group.value if group else None,
        producer_type=_producer_type(parameters.get("type", ""), notices),
        price_min=price_min,
        price_max=price_max,
        in_stock=parameters.get("stock", "") == "1",
        sold_near=sold_near.value if sold_near else None,
        sort=_sort(parameters.get("sort", ""), notices),
        page=_page(parameters.get("page", ""), notices),
        page_size=PAGE_SIZE,
        kind=_kind(parameters.get("kind", ""), notices) if has_kinds else "product",
        without=tuple(intent for intent in INTENTS if intent in parameters.getlist("without")),
    )
    return SearchParams(query, tuple(notices), unit, group, sold_near)


def _text(value: str, notices: list[str]) -> str:
    text = text_in(value, max_length=MAX_TEXT + 1)
    if len(text) > MAX_TEXT:
        notices.append(_("The text is very long; only its beginning was searched."))
    return text[:MAX_TEXT]


def _unit(slug: str, notices: list[str]) -> Chosen | None:
    if not slug:
        return None
    if slug in gazetteer().areas:
        return Chosen(slug, gazetteer().areas[slug])
    try:
        unit = AdminUnit.objects.by_slug(text_in(slug, max_length=MAX_SLUG))
    except AdminUnit.DoesNotExist:
        notices.append(_("There is no such area; all areas are shown."))
        return None
    return Chosen(unit.slug, unit.name)


def _group(code: str, notices: list[str]) -> Chosen | None:
    if not code:
        return None
    if code in gazetteer().groups:
        return Chosen(code, group_name(code, gazetteer().groups[code]))
    group = Category.objects.filter(code=code).first() if _CODE.fullmatch(code) else None
    if group is None:
        notices.append(_("There is no such product group; all groups are shown."))
        return None
    return Chosen(group.code, group_name(group.code, group.name))


def _stars(values: list[str], notices: list[str]) -> tuple[int, ...]:
    known = {str(stars): stars for stars in CERTIFIED_STARS}
    if any(value and value not in known for value in values):
        notices.append(_("Certificates have 3, 4 or 5 stars; another number was left out."))
    return tuple(sorted({known[value] for value in values if value in known}, reverse=True))


def _producer_type(value: str, notices: list[str]) -> str | None:
    if value and value not in PRODUCER_TYPES:
        notices.append(_("There is no such kind of producer; all are shown."))
    return value if value in PRODUCER_TYPES else None


def _prices(parameters: QueryDict, notices: list[str]) -> tuple[int | None, int | None]:
    """Lowest and highest price; the wrong way round they are swapped."""
    least, most = (_price(parameters.get(name, ""), notices) for name in ("price_min", "price_max"))
    return (most, least) if least is not None and most is not None and least > most else (least, most)


def _price(value: str, notices: list[str]) -> int | None:
    if not value:
        return None
    price = number_in(value.replace(".", "").replace(" ", ""), high=MAX_PRICE_LENGTH)
    if price is not None:
        return min(price, HIGHEST_PRICE)
    notices.append(_("This is no price in đồng; it was left out."))
    return None


def _kind(value: str, notices: list[str]) -> str:
    if value and value not in KINDS:
        notices.append(_("There is no such kind of result; these are the products."))
    return value if value in KINDS else "product"


def _sort(value: str, notices: list[str]) -> str:
    if value and value not in SORTS:
        notices.append(_("This order is not known; the usual one is used."))
    return value if value in SORTS else "relevance"


def _page(value: str, notices: list[str]) -> int:
    if not value:
        return 1
    page = number_in(value, low=1, high=LAST_PAGE)
    if page is None:
        notices.append(_("There is no such page; this is the first one."))
    return page or 1
