"""Reading a search address: what a visitor asks for, and plain notices for what cannot be read."""

import dataclasses
import re
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from catalogue.geography.models import AdminUnit
from catalogue.products.models import Category

from .contract import SORTS, SearchQuery
from .plan import MAX_TEXT

PAGE_SIZE = 24
CERTIFIED_STARS = (5, 4, 3)
_CODE = re.compile(r"[IVX]{1,4}(\.[0-9]{1,2}(\.[a-z])?)?")


@dataclasses.dataclass(frozen=True)
class Asked:
    """A search address, read. `notices` say what was left out; unit and group are the chosen ones."""

    query: SearchQuery
    notices: tuple[str, ...] = ()
    unit: AdminUnit | None = None
    group: Category | None = None

    def address(self, **changes) -> str:
        """The query part of the address with some parameters changed; None takes one out. Always page 1.

        Relative to the page: `./` when nothing is asked.
        """
        query = self.query
        values = {
            "q": query.text,
            "area": query.area,
            "stars": query.stars,
            "group": query.group,
            "sort": query.sort if query.sort != "relevance" else None,
            **changes,
        }
        chosen = {name: value for name, value in values.items() if value not in (None, "", ())}
        return "?" + urlencode(chosen, doseq=True) if chosen else "./"


def read(parameters: QueryDict) -> Asked:
    """Read `q`, `area`, `stars`, `group`, `sort` and `page`. One query for a chosen area, one for a group."""
    notices: list[str] = []
    unit = _unit(parameters.get("area", ""), notices)
    group = _group(parameters.get("group", ""), notices)
    query = SearchQuery(
        text=_text(parameters.get("q", ""), notices),
        area=unit.slug if unit else None,
        stars=_stars(parameters.getlist("stars"), notices),
        group=group.code if group else None,
        sort=_sort(parameters.get("sort", ""), notices),
        page=_page(parameters.get("page", ""), notices),
        page_size=PAGE_SIZE,
    )
    return Asked(query, tuple(notices), unit, group)


def _text(value: str, notices: list[str]) -> str:
    text = " ".join(value.replace("\x00", " ").split())
    if len(text) > MAX_TEXT:
        notices.append(_("The text is very long; only its beginning was searched."))
    return text[:MAX_TEXT]


def _unit(slug: str, notices: list[str]) -> AdminUnit | None:
    if not slug:
        return None
    try:
        return AdminUnit.objects.by_slug(slug.replace("\x00", "")[:255])
    except AdminUnit.DoesNotExist:
        notices.append(_("There is no such area; all areas are shown."))
        return None


def _group(code: str, notices: list[str]) -> Category | None:
    if not code:
        return None
    group = Category.objects.filter(code=code).first() if _CODE.fullmatch(code) else None
    if group is None:
        notices.append(_("There is no such product group; all groups are shown."))
    return group


def _stars(values: list[str], notices: list[str]) -> tuple[int, ...]:
    known = {str(stars): stars for stars in CERTIFIED_STARS}
    if any(value and value not in known for value in values):
        notices.append(_("Certificates have 3, 4 or 5 stars; another number was left out."))
    return tuple(sorted({known[value] for value in values if value in known}, reverse=True))


def _sort(value: str, notices: list[str]) -> str:
    if value and value not in SORTS:
        notices.append(_("This order is not known; the usual one is used."))
    return value if value in SORTS else "relevance"


def _page(value: str, notices: list[str]) -> int:
    if not value:
        return 1
    if value.isascii() and value.isdecimal() and int(value[:10]) >= 1 and len(value) <= 9:
        return int(value)
    notices.append(_("There is no such page; this is the first one."))
    return 1
