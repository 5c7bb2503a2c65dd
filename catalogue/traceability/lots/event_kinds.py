"""Which critical tracking events a kind of product offers, from data/vietnam/trace_events.toml."""

import dataclasses
import tomllib
from functools import cache

from django.conf import settings

from catalogue.products.models import Product
from catalogue.text import fold
from catalogue.traceability.models import EventKind


@dataclasses.dataclass(frozen=True)
class ProductKind:
    """Words of product names and kinds of the register, and the events in their usual order."""

    name: str
    words: tuple[str, ...]
    product_kinds: tuple[str, ...]
    events: tuple[EventKind, ...]


@cache
def product_kinds() -> tuple[ProductKind, ...]:
    """All kinds; the last one fits everything. ValueError for an event that does not exist."""
    path = settings.BASE_DIR / "data" / "vietnam" / "trace_events.toml"
    with path.open("rb") as file:
        rows = tomllib.load(file)["kind"]
    return tuple(
        ProductKind(
            name=row["name"],
            words=tuple(row.get("words", ())),
            product_kinds=tuple(row.get("product_kinds", ())),
            events=tuple(EventKind(value) for value in row["events"]),
        )
        for row in rows
    )


def product_kind_of(product: Product) -> ProductKind:
    """The first kind that fits: by a word of the name, then by the kind in the register."""
    kinds = product_kinds()
    name = f" {fold(product.title)} "
    by_name = next((kind for kind in kinds if any(f" {word} " in name for word in kind.words)), None)
    by_kind = next((kind for kind in kinds if product.kind and product.kind in kind.product_kinds), None)
    return by_name or by_kind or kinds[-1]


def next_event(product: Product, happened: set[str]) -> EventKind | None:
    """The usual step after the last one that has happened; None after the last of all."""
    events = product_kind_of(product).events
    last = max((place for place, event in enumerate(events) if event in happened), default=-1)
    return events[last + 1] if last + 1 < len(events) else None
