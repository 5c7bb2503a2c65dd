"""Filters, chips and orders of a search page: labels in the reader's language, and the address behind each."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.money import dong
from catalogue.producers.models import ProducerType
from catalogue.products.group_names import group_name

from .contract import INTENTS, Facet, SearchQuery, SearchResult, Understood
from .engines.shared import band_limits
from .forms import SearchParams

ALWAYS_OPEN, OPEN_WHERE_WIDE = 1, 3
"""Facets that are unfolded from the start, and those that are on a wide screen."""


def stars_label(stars: int) -> str:
    return ngettext("%(stars)s star", "%(stars)s stars", stars) % {"stars": stars}


def price_label(least: int | None, most: int | None) -> str:
    """`50.000 – 99.999 ₫`, or one end alone."""
    if least and most is not None:
        return f"{dong(least)} – {dong(most)}"
    if most is not None:
        return _("up to %(price)s") % {"price": dong(most)}
    return _("from %(price)s") % {"price": dong(least or 0)}


# -- kinds -----------------------------------------------------------------------------------------


def kind_headings() -> dict[str, str]:
    """What the things of each kind are called."""
    return {
        "product": _("Products"),
        "story": _("Stories"),
        "producer": _("Producers"),
        "news": _("News"),
        "fair": _("Fairs"),
    }


def tabs(params: SearchParams, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The kinds of things with the number that the text names; filters of products stay with the products."""
    query = params.query
    plain = SearchParams(SearchQuery(text=query.text, without=query.without))
    urls = {kind: plain.address(kind=None if kind == "product" else kind) for kind in counts}
    urls[query.kind] = params.address()
    return [
        {"label": heading, "count": counts[kind], "is_current": kind == query.kind, "url": urls[kind]}
        for kind, heading in kind_headings().items()
    ]


# -- chips -----------------------------------------------------------------------------------------


def chips(params: SearchParams, result: SearchResult, *, with_text: bool) -> list[dict[str, Any]]:
    """What is understood in the text, and the chosen filters; the address of each takes it away."""
    query = params.query
    chosen: list[dict[str, Any]] = []
    if with_text and query.text:
        chosen.append({"label": f"“{query.text}”", "url": params.address(q=None, without=None)})
    for intent in result.understood:
        if not intent.is_left_out and intent not in result.dropped:
            url = params.address(without=_in_order({*query.without, intent.kind}))
            chosen.append({"label": intent_label(intent), "url": url})
    if params.unit:
        chosen.append({"label": params.unit.name, "url": params.address(area=None)})
    for stars in query.stars:
        rest = tuple(other for other in query.stars if other != stars)
        chosen.append({"label": stars_label(stars), "url": params.address(stars=rest)})
    if params.group:
        chosen.append({"label": params.group.name, "url": params.address(group=None)})
    if query.producer_type:
        chosen.append({"label": str(ProducerType(query.producer_type).label), "url": params.address(type=None)})
    if query.price_min is not None or query.price_max is not None:
        label = price_label(query.price_min, query.price_max)
        chosen.append({"label": label, "url": params.address(price_min=None, price_max=None)})
    if query.in_stock:
        chosen.append({"label": _("In stock"), "url": params.address(stock=None)})
    if params.sold_near:
        label = _("Sold at a sales point in %(place)s") % {"place": params.sold_near.name}
        chosen.append({"label": label, "url": params.address(sold=None)})
    return chosen


def left_out(params: SearchParams, result: SearchResult) -> list[dict[str, Any]]:
    """What the text names and the visitor does not want to count; the address of each brings it back."""
    return [
        {
            "label": intent_label(intent),
            "url": params.address(without=_in_order({*params.query.without} - {intent.kind})),
        }
        for intent in result.understood
        if intent.is_left_out
    ]


def dropped_labels(result: SearchResult) -> list[str]:
    """What the text asks for and nothing that is called so has, most important first."""
    order = {kind: place for place, kind in enumerate(("area", "type", "stars"))}
    return [intent_label(wish) for wish in sorted(result.dropped, key=lambda wish: order[wish.kind])]


def intent_label(intent: Understood) -> str:
    if intent.kind == "stars":
        return stars_label(int(intent.value))
    return intent.label if intent.kind == "area" else str(ProducerType(intent.value).label)


def _in_order(kinds: Iterable[str]) -> tuple[str, ...]:
    return tuple(kind for kind in INTENTS if kind in kinds)


# -- facets ----------------------------------------------------------------------------------------


def facets(params: SearchParams, result: SearchResult) -> list[dict[str, Any]]:
    """Filters with counts; the address of a chosen value takes it away again."""
    groups: list[dict[str, Any]] = [
        {"title": title, "options": [_option(params, name, facet) for facet in result.facets[name]]}
        for name, title in (
            ("stars", _("Certified stars")),
            ("group", _("Product group")),
            ("area", _("District before July 2025")),
            ("type", _("Kind of producer")),
            ("price", _("Price")),
            ("stock", _("Online sale")),
            ("sold", _("At sales points in")),
        )
    ]
    for place, facet in enumerate(groups):
        facet["is_open"] = place < ALWAYS_OPEN or any(option["is_chosen"] for option in facet["options"])
        facet["is_wide"] = place < OPEN_WHERE_WIDE and not facet["is_open"]
    return [facet for facet in groups if facet["options"]]


def _option(params: SearchParams, name: str, facet: Facet) -> dict[str, Any]:
    label, changes = _FACETS[name](params, facet)
    return {
        "id": f"facet-{name}-{facet.value}".replace(".", "-"),
        "label": label,
        "count": str(facet.count),
        "is_chosen": facet.chosen,
        "url": params.address(**changes),
    }


def _stars(params: SearchParams, facet: Facet) -> tuple[str, dict[str, object]]:
    stars = int(facet.value)
    return stars_label(stars), {"stars": tuple(sorted({*params.query.stars} ^ {stars}, reverse=True))}


def _group(params: SearchParams, facet: Facet) -> tuple[str, dict[str, object]]:
    """Name of a group, set in below the group it belongs to."""
    name = params.group.name if facet.chosen and params.group else group_name(facet.value, facet.label)
    return "\u2003" * facet.value.count(".") + name, {"group": None if facet.chosen else facet.value}


def _area(params: SearchParams, facet: Facet) -> tuple[str, dict[str, object]]:
    return facet.label, {"area": None if facet.chosen else facet.value}


def _type(params: SearchParams, facet: Facet) -> tuple[str, dict[str, object]]:
    return str(ProducerType(facet.value).label), {"type": None if facet.chosen else facet.value}


def _price(params: SearchParams, facet: Facet) -> tuple[str, dict[str, object]]:
    least, most = band_limits(facet.value)
    if facet.chosen:
        return price_label(least, most), {"price_min": None, "price_max": None}
    return price_label(least, most), {"price_min": least or None, "price_max": most}


def _stock(params: SearchParams, facet: Facet) -> tuple[str, dict[str, object]]:
    return _("In stock"), {"stock": None if facet.chosen else "1"}


def _sold(params: SearchParams, facet: Facet) -> tuple[str, dict[str, object]]:
    return facet.label, {"sold": None if facet.chosen else facet.value}


_FACETS: dict[str, Callable[[SearchParams, Facet], tuple[str, dict[str, object]]]] = {
    "stars": _stars,
    "group": _group,
    "area": _area,
    "type": _type,
    "price": _price,
    "stock": _stock,
    "sold": _sold,
}


# -- order -----------------------------------------------------------------------------------------


def sorts(params: SearchParams) -> list[dict[str, Any]]:
    """Orders to choose from."""
    first = _("Best match") if params.query.text else _("Certified first")
    labels = {"relevance": first, "name": _("Name"), "newest": _("Newest")}
    if params.query.text:
        labels["stars"] = _("Most stars")
    labels |= {"cheapest": _("Lowest price"), "dearest": _("Highest price")}
    return [
        {
            "id": f"sort-{sort}",
            "label": label,
            "url": params.address(sort=None if sort == "relevance" else sort),
            "is_chosen": sort == params.query.sort,
        }
        for sort, label in labels.items()
    ]
