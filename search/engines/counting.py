"""Columns that facets are counted from: few, each with one value a document where that can be.

To count a column costs a look at every document found, and a column of several values costs each of them. So the
groups of a document are one value, and stars, type, price band and stock are one number.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from search.contract import PRODUCER_TYPES
from search.documents import ProductDocument
from search.engines.shared import PRICE_BANDS, price_band

LABELS = ("district_label", "group_labels", "sold_label")
NUMBERS = ("facts",)
COLUMNS = {
    "area": "district_label",
    "stars": "facts",
    "group": "group_labels",
    "type": "facts",
    "price": "facts",
    "stock": "facts",
    "sold": "sold_label",
}
"""Facet → the column that it is counted from."""
MAX_VALUES = 60_000
_ROOM = 10
"""Of each digit of `facts`: stars, type, band and stock are below."""
_SEPARATOR = "\n"
VERSION = [LABELS, PRODUCER_TYPES, PRICE_BANDS]
"""What the values of the columns hang on."""


def values(document: ProductDocument) -> dict[str, list[Any]]:
    """What a document has in these columns."""
    kind = PRODUCER_TYPES.index(document.producer_type) + 1 if document.producer_type else 0
    band = PRICE_BANDS.index(price_band(document.price)) + 1 if document.price is not None else 0
    return {
        "district_label": [document.district] if document.district else [],
        "group_labels": [_SEPARATOR.join(document.groups)] if document.groups else [],
        "sold_label": list(document.sold_labels),
        "facts": [((document.stars * _ROOM + kind) * _ROOM + band) * _ROOM + document.in_stock],
    }


def counts(names: Collection[str], by_column: Mapping[str, Mapping[Any, int]]) -> dict[str, dict[Any, int]]:
    """Of these facets how often each value was found, from the values of the columns."""
    counted: dict[str, dict[Any, int]] = defaultdict(dict)
    for column in {COLUMNS[name] for name in names}:
        for value, count in by_column[column].items():
            for name, part in _parts(column, value):
                values = counted[name]
                values[part] = values.get(part, 0) + count
    return {name: counted[name] for name in names}


@lru_cache(8192)
def _parts(column: str, value: Any) -> tuple[tuple[str, str | int], ...]:
    """(facet, value of the facet) of all that a value of the column says."""
    match column:
        case "district_label":
            return (("area", value),)
        case "sold_label":
            return (("sold", value),)
        case "group_labels":
            return tuple(("group", label) for label in value.split(_SEPARATOR))
    number, in_stock = divmod(int(value), _ROOM)
    number, band = divmod(number, _ROOM)
    stars, kind = divmod(number, _ROOM)
    parts: list[tuple[str, str | int]] = [("stars", stars), ("stock", in_stock)]
    if kind:
        parts.append(("type", PRODUCER_TYPES[kind - 1]))
    if band:
        parts.append(("price", PRICE_BANDS[band - 1]))
    return tuple(parts)
