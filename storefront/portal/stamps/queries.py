"""What the producer's screens of stamps show, gathered in a constant number of queries."""

import dataclasses
import datetime

from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.db.models import Count

from catalogue.producers.models import Producer
from catalogue.traceability.models import Lot, Stamp, StampBatch, StampState
from catalogue.traceability.models.stamps import BATCH_STEPS
from catalogue.traceability.stamps.queries import generated_count
from storefront.portal.lots.queries import ROWS


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
        .exclude(state_override="")
        .order_by()
        .values_list("state_override")
        .annotate(total=Count("pk"))
    )
    lots = [] if batch.lot_id else list(Lot.objects.filter(product=batch.product_id).order_by("-pk"))
    return BatchPage(
        batch=batch,
        made=generated_count(batch),
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
