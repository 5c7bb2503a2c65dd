"""Filters, chips and orders of a search page: labels in the reader's language, and the address behind each."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.money import dong
from catalogue.producers.models import ProducerType

from .contract import INTENTS, Facet, SearchQuery, SearchResult, Understood, count_other_kinds, search
from .engines.shared import band_limits
from .forms import Asked

ALWAYS_OPEN = 3
"""Facets that are unfolded from the start."""


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


def tabs(asked: Asked, result: SearchResult) -> list[dict]:
    """The kinds of things with the number that the text names; filters of products stay with the products."""
    query = asked.query
    counts = count_other_kinds(query)
    if query.kind == "product":
        counts["product"] = result.total
    else:
        first = SearchQuery(text=query.text, page_size=1, without=query.without)
        counts["product"] = search(first).total
        counts[query.kind] = result.total
    plain = Asked(SearchQuery(text=query.text, without=query.without))
    return [
        {
            "label": heading,
            "count": counts[kind],
            "is_current": kind == query.kind,
            "url": asked.address() if kind == query.kind else plain.address(kind=kind if kind != "product" else None),
        }
        for kind, heading in kind_headings().items()
    ]


# -- chips -----------------------------------------------------------------------------------------


def chips(asked: Asked, result: SearchResult, *, with_text: bool) -> list[dict]:
    """What is understood in the text, and the chosen filters; the address of each takes it away."""
    query, found = asked.query, []
    if with_text and query.text:
        found.append({"label": f"“{query.text}”", "url": asked.address(q=None, without=None)})
    for one in result.understood:
        if not one.is_left_out:
            url = asked.address(without=_in_order({*query.without, one.kind}))
            found.append({"label": intent_label(one), "url": url})
    if asked.unit:
        found.append({"label": asked.unit.name, "url": asked.address(area=None)})
    for stars in query.stars:
        rest = tuple(other for other in query.stars if other != stars)
        found.append({"label": stars_label(stars), "url": asked.address(stars=rest)})
    if asked.group:
        found.append({"label": asked.group.name, "url": asked.address(group=None)})
    if query.producer_type:
        found.append({"label": str(ProducerType(query.producer_type).label), "url": asked.address(type=None)})
    if query.price_min is not None or query.price_max is not None:
        label = price_label(query.price_min, query.price_max)
        found.append({"label": label, "url": asked.address(price_min=None, price_max=None)})
    if query.in_stock:
        found.append({"label": _("In stock"), "url": asked.address(stock=None)})
    if asked.sold_near:
        label = _("Sold at a sales point in %(place)s") % {"place": asked.sold_near.name}
        found.append({"label": label, "url": asked.address(sold=None)})
    return found


def left_out(asked: Asked, result: SearchResult) -> list[dict]:
    """What the text names and the visitor does not want to count; the address of each brings it back."""
    return [
        {
            "label": intent_label(one),
            "url": asked.address(without=_in_order({*asked.query.without} - {one.kind})),
        }
        for one in result.understood
        if one.is_left_out
    ]


def intent_label(one: Understood) -> str:
    if one.kind == "stars":
        return stars_label(int(one.value))
    return one.label if one.kind == "area" else str(ProducerType(one.value).label)


def _in_order(kinds: Iterable[str]) -> tuple[str, ...]:
    return tuple(kind for kind in INTENTS if kind in kinds)


# -- facets ----------------------------------------------------------------------------------------


def facets(asked: Asked, result: SearchResult) -> list[dict]:
    """Filters with counts; the address of a chosen value takes it away again."""
    found = [
        {"title": title, "options": [_option(asked, name, facet) for facet in result.facets[name]]}
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
    for place, facet in enumerate(found):
        facet["is_open"] = place < ALWAYS_OPEN or any(option["is_chosen"] for option in facet["options"])
    return [facet for facet in found if facet["options"]]


def _option(asked: Asked, name: str, facet: Facet) -> dict:
    label, changes = _FACETS[name](asked, facet)
    return {
        "id": f"facet-{name}-{facet.value}".replace(".", "-"),
        "label": label,
        "count": str(facet.count),
        "is_chosen": facet.chosen,
        "url": asked.address(**changes),
    }


def _stars(asked: Asked, facet: Facet) -> tuple[str, dict]:
    stars = int(facet.value)
    return stars_label(stars), {"stars": tuple(sorted({*asked.query.stars} ^ {stars}, reverse=True))}


def _group(asked: Asked, facet: Facet) -> tuple[str, dict]:
    """Name of a group, set in below the group it belongs to."""
    name = asked.group.name if facet.chosen else facet.label
    return "\u2003" * facet.value.count(".") + name, {"group": None if facet.chosen else facet.value}


def _area(asked: Asked, facet: Facet) -> tuple[str, dict]:
    return facet.label, {"area": None if facet.chosen else facet.value}


def _type(asked: Asked, facet: Facet) -> tuple[str, dict]:
    return str(ProducerType(facet.value).label), {"type": None if facet.chosen else facet.value}


def _price(asked: Asked, facet: Facet) -> tuple[str, dict]:
    least, most = band_limits(facet.value)
    if facet.chosen:
        return price_label(least, most), {"price_min": None, "price_max": None}
    return price_label(least, most), {"price_min": least or None, "price_max": most}


def _stock(asked: Asked, facet: Facet) -> tuple[str, dict]:
    return _("In stock"), {"stock": None if facet.chosen else "1"}


def _sold(asked: Asked, facet: Facet) -> tuple[str, dict]:
    return facet.label, {"sold": None if facet.chosen else facet.value}


_FACETS = {
    "stars": _stars,
    "group": _group,
    "area": _area,
    "type": _type,
    "price": _price,
    "stock": _stock,
    "sold": _sold,
}


# -- order -----------------------------------------------------------------------------------------


def sorts(asked: Asked) -> list[dict]:
    """Orders to choose from."""
    first = _("Best match") if asked.query.text else _("Certified first")
    labels = {"relevance": first, "name": _("Name"), "newest": _("Newest")}
    if asked.query.text:
        labels["stars"] = _("Most stars")
    return [
        {
            "id": f"sort-{sort}",
            "label": label,
            "url": asked.address(sort=None if sort == "relevance" else sort),
            "is_chosen": sort == asked.query.sort,
        }
        for sort, label in labels.items()
    ]
