"""What is known of a lot: timeline, sources, balance, warnings."""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, Window
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from catalogue.money import quantity
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.traceability.models import (
    Event,
    EventKind,
    Lot,
    LotInput,
    QuantityUnit,
    Recall,
    StampBatch,
    StampState,
)

PACKED_UNITS = (QuantityUnit.PIECE, QuantityUnit.PACK)
ON_PACKS = (StampState.APPLIED, StampState.ACTIVE)


# -- events -------------------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class TimelineEntry:
    """An event as it holds now, with what it said before (newest first). `is_void`: it did not happen."""

    event: Event
    former: tuple[Event, ...] = ()

    @property
    def is_void(self) -> bool:
        return self.event.is_void


def lot_timeline(lot: Lot) -> list[TimelineEntry]:
    """All events of a lot in order of time, each with its corrections. One query."""
    events = list(lot.events.select_related("place__unit__parent", "photo", "evidence", "recorded_by"))
    return _timeline(events)


def _timeline(events: list[Event]) -> list[TimelineEntry]:
    by_id = {event.pk: event for event in events}
    corrected = {event.corrects_id for event in events if event.corrects_id}
    entries = []
    for event in events:
        if event.pk in corrected:
            continue
        former, step = [], event
        while step.corrects_id and step.corrects_id in by_id:
            step = by_id[step.corrects_id]
            former.append(step)
        entries.append(TimelineEntry(event=event, former=tuple(former)))
    return sorted(entries, key=lambda entry: (entry.event.started_at, entry.event.pk))


def public_events(lots: Iterable[int]) -> list[Event]:
    """What happened to these lots, as it holds now, in order of time. One query."""
    events = list(
        Event.objects.filter(lot__in=lots).select_related(
            "place__unit__parent", "lot__product__producer", "photo", "evidence"
        )
    )
    return [entry.event for entry in _timeline(events) if not entry.is_void]


def trace_back(lot: Lot) -> list[int]:
    """Numbers of a lot and of all lots that went into it, near and far. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE source (id) AS (
                SELECT source_lot_id FROM traceability_lotinput WHERE lot_id = %s AND source_lot_id IS NOT NULL
                UNION
                SELECT input.source_lot_id FROM traceability_lotinput input JOIN source ON input.lot_id = source.id
                WHERE input.source_lot_id IS NOT NULL
            )
            SELECT id FROM source ORDER BY id
            """,
            [lot.pk],
        )
        return [lot.pk, *(pk for (pk,) in cursor.fetchall())]


# -- balance ------------------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Balance:
    """What went into a lot, came out of it and was taken from it, in its own unit. None: not known."""

    unit: str
    made: Decimal | None
    put_in: Decimal | None
    taken: Decimal
    warnings: tuple[str, ...] = ()


def mass_balance(lot: Lot) -> Balance:
    """Balance of one lot. Three queries."""
    return mass_balances([lot])[lot.pk]


def mass_balances(lots: Iterable[Lot]) -> dict[int, Balance]:
    """Balance of each lot by its number. Three queries, however many lots.

    Only what is in the same unit is compared, and what went in only where every input has a quantity: water, salt or
    sugar that nobody wrote down must not make a warning.
    """
    lots = list(lots)
    inputs, outputs = defaultdict(list), defaultdict(list)
    for row in LotInput.objects.filter(lot__in=lots):
        inputs[row.lot_id].append(row)
    for row in LotInput.objects.filter(source_lot__in=lots):
        outputs[row.source_lot_id].append(row)
    stamps = dict(
        StampBatch.objects.filter(lot__in=lots, state__in=ON_PACKS)
        .values_list("lot")
        .annotate(total=Sum("count"))
        .order_by()
    )
    return {lot.pk: _balance(lot, inputs[lot.pk], outputs[lot.pk], stamps.get(lot.pk, 0)) for lot in lots}


def _balance(lot: Lot, inputs: list[LotInput], outputs: list[LotInput], stamps: int) -> Balance:
    unit = lot.quantity_unit
    known = [row.quantity for row in inputs if row.quantity is not None and row.quantity_unit == unit]
    put_in = sum(known, Decimal()) if inputs and len(known) == len(inputs) else None
    taken = sum(
        (row.quantity for row in outputs if row.quantity is not None and row.quantity_unit == unit), Decimal()
    )
    warnings = []
    if lot.quantity is not None:
        name = lot.get_quantity_unit_display()
        if put_in is not None and lot.quantity > put_in:
            warnings.append(
                _("More came out than went in: %(made)s of %(put_in)s %(unit)s.")
                % {"made": quantity(lot.quantity), "put_in": quantity(put_in), "unit": name}
            )
        if taken > lot.quantity:
            warnings.append(
                _("More was taken from this lot than it holds: %(taken)s of %(made)s %(unit)s.")
                % {"taken": quantity(taken), "made": quantity(lot.quantity), "unit": name}
            )
        if unit in PACKED_UNITS and stamps > lot.quantity:
            warnings.append(
                _("More stamps than packs: %(stamps)s stamps on %(made)s %(unit)s.")
                % {"stamps": quantity(Decimal(stamps)), "made": quantity(lot.quantity), "unit": name}
            )
    return Balance(unit=unit, made=lot.quantity, put_in=put_in, taken=taken, warnings=tuple(warnings))


def waiting_warnings(entries: Iterable[TimelineEntry]) -> list[str]:
    """Harvests within the waiting period after spraying (PHI), in words."""
    events = [entry.event for entry in entries if not entry.is_void]
    sprayed = [event for event in events if event.kind == EventKind.SPRAYING and event.pre_harvest_interval_days]
    harvests = [event for event in events if event.kind == EventKind.HARVEST]
    warnings = []
    for spraying in sprayed:
        until = (spraying.ended_at or spraying.started_at) + datetime.timedelta(
            days=spraying.pre_harvest_interval_days or 0
        )
        if any(spraying.started_at <= harvest.started_at < until for harvest in harvests):
            warnings.append(
                _("Harvested within the waiting period of %(days)s days after spraying.")
                % {"days": spraying.pre_harvest_interval_days}
            )
    return warnings


# -- of a product -------------------------------------------------------------------------------------------------


def has_lots(product: str = "pk") -> Exists:
    """Whether a product or a variant has lots, for a query whose rows hold the number of a product as `product`."""
    row = OuterRef(OuterRef(product))
    family = Product.objects.filter(Q(pk=row) | Q(parent=row)).order_by()
    return Exists(Lot.objects.filter(product__in=family.values("pk")).order_by())


def recent_lots(product_ids: Iterable[int], *, most: int) -> list[Lot]:
    """Lots of these products with their product: what is recalled first, then the newest. One query.

    Each has `is_recalled`, `has_recalled_packs` (stamps of it are recalled), `n_steps`, the events that hold, and
    `n_lots`, how many lots there are in all.
    """
    recalls = Recall.objects.filter(ended_at=None).order_by()
    steps = Event.objects.filter(lot=OuterRef("pk"), is_void=False, corrected_by=None).order_by().values("lot")
    lots = (
        Lot.objects.filter(product__in=list(product_ids))
        .select_related("product")
        .annotate(
            is_recalled=Exists(recalls.filter(lot=OuterRef("pk"))),
            has_recalled_packs=Exists(recalls.filter(batch__lot=OuterRef("pk"))),
            n_steps=Coalesce(Subquery(steps.annotate(number=Count("pk")).values("number")), 0),
            n_lots=Window(Count("pk")),
        )
    )
    made = F("produced_on").desc(nulls_last=True)
    columns = ("code", "produced_on", "expires_on", "is_illustrative", "product__title", "product__slug")
    return list(lots.only(*columns).order_by("-is_recalled", "-has_recalled_packs", made, "-pk")[:most])


# -- of a producer ------------------------------------------------------------------------------------------------


def lots_of(producer: Producer | int | None) -> QuerySet[Lot]:
    """Lots of a producer's products, newest first."""
    return Lot.objects.filter(product__producer=producer).select_related("product").order_by("-id")
