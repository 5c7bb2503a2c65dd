"""What the producer's screens show, gathered in a constant number of queries."""

import dataclasses
import datetime

from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, OuterRef, Q, Subquery

from catalogue.producers.models import Producer
from catalogue.traceability.kinds import kind_of, next_event
from catalogue.traceability.models import Event, EventKind, Lot, Place, Stamp, StampBatch, StampState
from catalogue.traceability.models.stamps import BATCH_STEPS
from catalogue.traceability.queries import TimelineEntry, lot_timeline, mass_balance
from catalogue.traceability.queries.lots import lots_of, mass_balances, waiting_warnings
from catalogue.traceability.queries.stamps import made_of

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
        steps=kind_of(lot.product).events,
        next=next_event(lot.product, happened),
        warnings=[*mass_balance(lot).warnings, *waiting_warnings(entries)],
        inputs=list(lot.inputs.select_related("source_lot__product", "place").order_by("pk")),
        outputs=list(lot.outputs.select_related("lot__product").order_by("pk")),
        batches=list(lot.stamp_batches.order_by("-pk")),
    )


def last_said(lot: Lot) -> dict:
    """Place, who and unit of the newest event of the lot, or of the producer: what the next one begins with."""
    events = Event.objects.filter(is_void=False, corrected_by=None)
    newest = (
        events.filter(lot=lot).order_by("-recorded_at").first()
        or events.filter(lot__product__producer=lot.product.producer_id).order_by("-recorded_at").first()
    )
    if newest is None:
        return {
            "quantity_unit": lot.quantity_unit,
            "actor": lot.product.producer.name if lot.product.producer else "",
        }
    return {"place": newest.place_id, "actor": newest.actor, "quantity_unit": newest.quantity_unit}


def places_of(producer: Producer) -> list[Place]:
    return list(Place.objects.filter(producer=producer).select_related("unit__parent"))


@dataclasses.dataclass(frozen=True)
class BatchPage:
    """A batch with how far it is: serials made, sold, void; `steps` are the states it may go to."""

    batch: StampBatch
    made: int
    sold: int
    void: int
    steps: tuple[StampState, ...]
    lots: list[Lot]
    history: list

    @property
    def is_whole(self) -> bool:
        return self.made >= self.batch.count

    @property
    def percent(self) -> int:
        return self.made * 100 // self.batch.count


def batch_page(batch: StampBatch) -> BatchPage:
    own = dict(
        Stamp.objects.filter(batch=batch)
        .exclude(own_state="")
        .order_by()
        .values_list("own_state")
        .annotate(total=Count("pk"))
    )
    lots = [] if batch.lot_id else list(Lot.objects.filter(product=batch.product_id).order_by("-pk"))
    return BatchPage(
        batch=batch,
        made=made_of(batch),
        sold=own.get(StampState.SOLD, 0),
        void=own.get(StampState.VOID, 0),
        steps=BATCH_STEPS[StampState(batch.state)],
        lots=lots,
        history=state_history(batch),
    )


@dataclasses.dataclass(frozen=True)
class StateChange:
    state: str
    at: datetime.datetime
    who: str


def state_history(batch: StampBatch) -> list[StateChange]:
    """When a batch came into each of its states, and by whom. Two queries."""
    rows = list(batch.events.select_related("pgh_context").order_by("pgh_id"))
    changes = [
        row for before, row in zip([None, *rows], rows, strict=False) if not before or row.state != before.state
    ]
    users = [(row.pgh_context.metadata or {}).get("user") if row.pgh_context else None for row in changes]
    people = get_user_model().objects.in_bulk({user for user in users if user})
    return [
        StateChange(
            StampState(row.state).label, row.pgh_created_at, people[user].get_full_name() if user in people else ""
        )
        for row, user in zip(changes, users, strict=True)
    ]


def batch_rows(producer: Producer, number) -> Page:
    batches = StampBatch.objects.filter(product__producer=producer).select_related("product", "lot").order_by("-pk")
    return Paginator(batches, ROWS).get_page(number)
