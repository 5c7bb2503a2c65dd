"""What the producer's screens show, gathered in a constant number of queries."""

import dataclasses

from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, OuterRef, Q, Subquery

from catalogue.producers.models import Producer
from catalogue.traceability.lots.event_kinds import next_event, product_kind_of
from catalogue.traceability.lots.queries import (
    TimelineEntry,
    lot_timeline,
    lots_of,
    mass_balance,
    mass_balances,
    waiting_warnings,
)
from catalogue.traceability.models import Event, EventKind, Lot, Place, StampBatch

ROWS = 20


@dataclasses.dataclass(frozen=True)
class LotRow:
    lot: Lot
    events: int
    last: str
    warnings: tuple[str, ...]


def lot_rows(producer: Producer, number) -> tuple[Page, list[LotRow]]:
    """One page of a producer's lots, newest first. Five queries."""
    standing_events = Q(events__corrected_by=None, events__is_void=False)
    newest = Event.objects.filter(lot=OuterRef("pk"), corrected_by=None, is_void=False).order_by("-started_at", "-id")
    lots = lots_of(producer).annotate(
        n_events=Count("events", filter=standing_events),
        last_at=Max("events__started_at", filter=standing_events),
        last_kind=Subquery(newest.values("kind")[:1]),
    )
    page = Paginator(lots, ROWS).get_page(number)
    balances = mass_balances(page.object_list)
    return page, [
        LotRow(
            lot=lot,
            events=lot.n_events,
            last=EventKind(lot.last_kind).label if lot.last_kind else "",
            warnings=balances[lot.pk].warnings,
        )
        for lot in page.object_list
    ]


@dataclasses.dataclass(frozen=True)
class LotPage:
    """Everything on the screen of a lot. `steps` are the usual events, `next` the one that usually follows."""

    lot: Lot
    entries: list[TimelineEntry]
    steps: tuple[EventKind, ...]
    next: EventKind | None
    warnings: list[str]
    inputs: list
    outputs: list
    batches: list[StampBatch]


def lot_page(lot: Lot) -> LotPage:
    entries = lot_timeline(lot)
    happened = {entry.event.kind for entry in entries if not entry.is_void}
    return LotPage(
        lot=lot,
        entries=entries,
        steps=product_kind_of(lot.product).events,
        next=next_event(lot.product, happened),
        warnings=[*mass_balance(lot).warnings, *waiting_warnings(entries)],
        inputs=list(lot.inputs.select_related("source_lot__product", "place").order_by("pk")),
        outputs=list(lot.outputs.select_related("lot__product").order_by("pk")),
        batches=list(lot.stamp_batches.order_by("-pk")),
    )


def places_of(producer: Producer) -> list[Place]:
    return list(Place.objects.filter(producer=producer).select_related("unit__parent"))
