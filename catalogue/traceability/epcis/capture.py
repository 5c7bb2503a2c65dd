"""Taking in EPCIS documents: all events of a document are kept, or none."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.models import (
    CapturedEvent,
    CaptureJob,
    CaptureKey,
    Event,
    EventKind,
    Lot,
    Place,
    ProductGtin,
    QuantityUnit,
    Stamp,
)
from catalogue.traceability.services.events import EventFacts, record_event, void_event

from . import identifiers, vocabulary
from .checks import Fault, document_faults
from .hashing import event_hash, id_of_hash

MOST_EVENTS = 500
MOST_BYTES = 1_000_000
_EPC_FIELDS = ("epcList", "childEPCs", "inputEPCList", "outputEPCList")
_CLASS_FIELDS = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
_KINDS = {
    "commissioning": EventKind.HARVEST,
    "creating_class_instance": EventKind.PROCESSING,
    "inspecting": EventKind.TESTING,
    "sampling": EventKind.TESTING,
    "packing": EventKind.PACKING,
    "storing": EventKind.STORING,
    "stocking": EventKind.STORING,
    "shipping": EventKind.SHIPPING,
    "departing": EventKind.SHIPPING,
    "receiving": EventKind.RECEIVING,
    "accepting": EventKind.RECEIVING,
    "retail_selling": EventKind.SELLING,
}
"""Steps that have a place in the timeline of a lot. A TransformationEvent is `processing`."""
_UNITS = {"KGM": (QuantityUnit.KG, 1), "GRM": (QuantityUnit.KG, Decimal("0.001")), "TNE": (QuantityUnit.KG, 1000),
          "LTR": (QuantityUnit.LITRE, 1)}  # fmt: skip


class CaptureRefused(Exception):
    """The document cannot be kept; `faults` say why and where."""

    def __init__(self, faults: list[Fault]):
        super().__init__(faults[0].message if faults else "refused")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Known:
    """What one document speaks of that is ours: by GTIN, by (GTIN, lot), by serial."""

    products: dict[str, int]
    lots: dict[tuple[str, str], Lot]
    stamps: dict[str, Stamp]


def capture(*, document: Any, key: CaptureKey) -> CaptureJob:
    """Keep all events of a document, once each. Raises CaptureRefused with every fault; then nothing is kept."""
    faults = document_faults(document)
    if faults:
        raise CaptureRefused(faults)
    events = document["epcisBody"]["eventList"]
    if len(events) > MOST_EVENTS:
        raise CaptureRefused([Fault("/epcisBody/eventList", f"more than {MOST_EVENTS} events in one document")])
    with transaction.atomic():
        # One document of a producer at a time: the same event sent twice at once is kept once.
        type(key.producer).objects.select_for_update().get(pk=key.producer_id)
        job = CaptureJob.objects.create(key=key)
        rows = _new_rows(events, document["@context"], key, job)
        CapturedEvent.objects.bulk_create(rows)
        _enter_timelines(rows, key)
        job.event_count, job.is_success, job.finished_at = len(rows), True, timezone.now()
        job.save(update_fields=["event_count", "is_success", "finished_at"])
    return job


def _new_rows(events: list[dict], context: Any, key: CaptureKey, job: CaptureJob) -> list[CapturedEvent]:
    rows: dict[tuple[str, bool], CapturedEvent] = {}
    places: dict[tuple[str, bool], int] = {}
    for place, event in enumerate(events):
        row = _row(event, context, key, job)
        identity = (row.event_id, row.is_error_declaration)
        rows.setdefault(identity, row)
        places.setdefault(identity, place)
    earlier = CapturedEvent.objects.filter(producer=key.producer_id, event_id__in={name for name, _ in rows})
    faults = []
    for known in earlier:
        identity = (known.event_id, known.is_error_declaration)
        if identity in rows and rows.pop(identity).event_hash != known.event_hash:
            path = f"/epcisBody/eventList/{places[identity]}/eventID"
            faults.append(Fault(path, "another event with this id was kept before; events are never changed"))
    if faults:
        raise CaptureRefused(faults)
    return list(rows.values())


def _row(event: dict, context: Any, key: CaptureKey, job: CaptureJob) -> CapturedEvent:
    digest = event_hash(event, context)
    return CapturedEvent(
        producer_id=key.producer_id,
        job=job,
        event_id=event.get("eventID") or id_of_hash(digest),
        event_hash=digest,
        is_error_declaration="errorDeclaration" in event,
        body=event,
        context=context if isinstance(context, list) else [context],
        event_type=event["type"],
        action=event.get("action", ""),
        biz_step=vocabulary.bare("bizStep", event.get("bizStep", "")),
        disposition=vocabulary.bare("disposition", event.get("disposition", "")),
        read_point=identifiers.normalised(event.get("readPoint", {}).get("id", "")),
        biz_location=identifiers.normalised(event.get("bizLocation", {}).get("id", "")),
        epcs=sorted({identifiers.normalised(uri) for uri in named(event)}),
        event_time=datetime.datetime.fromisoformat(event["eventTime"]),
    )


def named(event: dict) -> list[str]:
    """All identifiers of objects that an event names."""
    uris = [uri for field in _EPC_FIELDS for uri in event.get(field, ())]
    uris += [element["epcClass"] for field in _CLASS_FIELDS for element in event.get(field, ())]
    return uris + ([event["parentID"]] if "parentID" in event else [])


# -- the sender's own lots --------------------------------------------------------------------------


def _enter_timelines(rows: list[CapturedEvent], key: CaptureKey) -> None:
    """Events about the sender's own lots also stand in the timelines of these lots."""
    known = _known(rows, key)
    if not known.products:
        return
    for row in rows:
        if row.is_error_declaration:
            _take_back(row, key)
            continue
        kind = EventKind.PROCESSING if row.event_type == "TransformationEvent" else _KINDS.get(row.biz_step)
        if kind is None or row.action == "DELETE":
            continue
        for place, lot in enumerate(_lots_of(row, known)):
            _record(row, kind, lot, key, event_id=row.event_id if place == 0 else "")


def _known(rows: list[CapturedEvent], key: CaptureKey) -> Known:
    items = [item for row in rows for uri in row.epcs if (item := identifiers.trade_item(uri))]
    mine = ProductGtin.objects.filter(gtin__in={item.gtin for item in items}, product__producer=key.producer_id)
    products = {row.gtin: row.product_id for row in mine}
    lots = Lot.objects.filter(product__in=products.values(), code__in={item.lot for item in items if item.lot})
    gtins = {product: gtin for gtin, product in products.items()}
    stamps = Stamp.objects.filter(
        product__in=products.values(), code__in={item.serial for item in items if item.serial}
    ).select_related("batch__lot")
    return Known(
        products,
        {(gtins[lot.product_id], lot.code): lot for lot in lots},
        {stamp.code: stamp for stamp in stamps},
    )


def _lots_of(row: CapturedEvent, known: Known) -> list[Lot]:
    """Lots of the sender that an event is about. One that is heard of for the first time is made."""
    found: dict[int, Lot] = {}
    outputs = {identifiers.normalised(uri) for uri in named(row.body)} - _inputs(row.body)
    for uri in sorted(outputs):
        item = identifiers.trade_item(uri)
        if item is None or item.gtin not in known.products:
            continue
        lot = None
        if item.lot:
            lot = known.lots.get((item.gtin, item.lot))
            if lot is None:
                lot = Lot.objects.create(product_id=known.products[item.gtin], code=item.lot)
                known.lots[item.gtin, item.lot] = lot
        elif item.serial in known.stamps and known.stamps[item.serial].batch_id:
            lot = known.stamps[item.serial].batch.lot
        if lot is not None:
            found[lot.pk] = lot
    return list(found.values())


def _inputs(event: dict) -> set[str]:
    uris = list(event.get("inputEPCList", ()))
    uris += [element["epcClass"] for element in event.get("inputQuantityList", ())]
    return {identifiers.normalised(uri) for uri in uris}


def _record(row: CapturedEvent, kind: str, lot: Lot, key: CaptureKey, *, event_id: str) -> None:
    quantity, unit = _quantity(row.body, lot)
    facts = EventFacts(
        kind=kind,
        started_at=row.event_time,
        actor=key.producer.name,
        place=_place(row, key),
        quantity=quantity,
        quantity_unit=unit,
    )
    try:
        with transaction.atomic():
            record_event(lot=lot, facts=facts, capture=row.body, event_id=event_id[:120])
    except TraceRefused as error:
        raise CaptureRefused([Fault("/epcisBody/eventList", f"{row.event_id}: {error}")]) from error


def _quantity(event: dict, lot: Lot) -> tuple[Decimal | None, str]:
    for field in ("quantityList", "outputQuantityList", "childQuantityList"):
        for element in event.get(field, ()):
            item = identifiers.trade_item(element["epcClass"])
            if item and item.lot == lot.code and "quantity" in element:
                unit, factor = _UNITS.get(element.get("uom", ""), (QuantityUnit.PACK, 1))
                return round(Decimal(str(element["quantity"])) * factor, 3), unit
    return None, QuantityUnit.KG


def _place(row: CapturedEvent, key: CaptureKey) -> Place | None:
    """The sender's place behind the read point, by GLN or by our own address of it."""
    uri = row.read_point or row.biz_location
    if not uri:
        return None
    last = uri.rstrip("/").rsplit("/", 1)[-1]
    mine = Place.objects.filter(producer=key.producer_id)
    if "/414/" in uri:
        return mine.filter(gln=last).first()
    return mine.filter(code=last).first() if "/epcis/places/" in uri else None


def _take_back(row: CapturedEvent, key: CaptureKey) -> None:
    """An error declaration takes the event back in the timelines too."""
    mine = Event.objects.filter(
        event_id=row.event_id, lot__product__producer=key.producer_id, corrected_by=None, is_void=False
    )
    for event in mine:
        void_event(event=event, note="EPCIS errorDeclaration")
