"""Everything that happened to a lot, a pack or a product as one EPCISDocument, for the public."""

import datetime
from typing import cast

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from catalogue.traceability.documents import JsonObject
from catalogue.traceability.lots.queries import trace_back
from catalogue.traceability.models import Event, Lot, LotInput, Recall, RecallScope, Stamp, StampBatch

from .mapping import Identifiers, lot_events, quantity_of, recall_events, stamp_events

VERSION = "2.0"
MAX_LOTS = 50
"""Lots of one product in one document, the newest ones."""


def names() -> Identifiers:
    return Identifiers(settings.SITE_URL)


def document(events: list[JsonObject], vocabularies: list[JsonObject] | None = None) -> JsonObject:
    """An EPCISDocument around events, in order of time."""
    body: JsonObject = {
        "@context": names().context,
        "type": "EPCISDocument",
        "schemaVersion": VERSION,
        "creationDate": timezone.localtime().isoformat(timespec="seconds"),
    }
    if vocabularies:
        body["epcisHeader"] = {"epcisMasterData": {"vocabularyList": vocabularies}}
    ordered = sorted(events, key=lambda event: datetime.datetime.fromisoformat(event["eventTime"]))
    return body | {"epcisBody": {"eventList": ordered}}


def lot_document(lot: Lot) -> JsonObject:
    """All events of a lot and of the lots in it, with recalls. Six queries."""
    return trace_document([lot], trace_back(lot))


def product_document(product_id: int) -> JsonObject:
    """All events of the newest lots of a product."""
    lots = list(lots_read().filter(product=product_id).order_by("-id")[:MAX_LOTS])
    return trace_document(lots, [lot.pk for lot in lots])


def stamp_document(stamp: Stamp) -> JsonObject:
    """A pack's own events with those of its lot."""
    batch = stamp.batch
    lot = lots_read().filter(pk=batch.lot_id).first() if batch and batch.lot_id else None
    own = stamp_events(stamp, names())
    for recall in _recalls(Q(batch=batch)) if batch else ():
        if _falls_on(recall, stamp):
            own += recall_events(recall, {"epcList": [names().stamp(stamp)]}, names())
    if lot is None:
        return document(own)
    return trace_document([lot], trace_back(lot), own)


def _falls_on(recall: Recall, stamp: Stamp) -> bool:
    """Whether a recall of the batch, or of a range in it, is one of this pack."""
    if recall.first is None or recall.last is None:
        return True
    return stamp.position is not None and recall.first <= stamp.position <= recall.last


def lots_read() -> QuerySet[Lot]:
    """Lots with what their names need."""
    return Lot.objects.select_related("product__trade_item")


def events_of_lots(lots: list[int]) -> QuerySet[Event]:
    """Events of lots with their corrections and places, as one query."""
    rows = Event.objects.filter(lot__in=lots).select_related("lot__product__trade_item", "place__unit__parent")
    return rows.order_by("started_at", "id")


def inputs_of_lots(lots: list[int]) -> list[LotInput]:
    return list(LotInput.objects.filter(lot__in=lots).select_related("source_lot__product__trade_item", "place"))


def trace_document(lots: list[Lot], pks: list[int], own: list[JsonObject] | None = None) -> JsonObject:
    """All events of the lots `pks`, with the recalls of `lots` among them; `own` are events of one pack of theirs."""
    events, inputs = list(events_of_lots(pks).defer("capture")), inputs_of_lots(pks)
    mapped = [*lot_events(events, inputs, names()), *(own or [])]
    concerns = Q(lot__in=pks) | Q(certificate__product__in={lot.product_id for lot in lots})
    for recall in _recalls(concerns | Q(batch__lot__in=pks) if own is None else concerns):
        what = [_whole(lot) for lot in lots] if recall.scope == RecallScope.CERTIFICATE else [_recalled(recall)]
        mapped += recall_events(recall, {"quantityList": what}, names())
    return document(mapped, _vocabularies(lots, events, inputs))


def _recalls(condition: Q) -> list[Recall]:
    return list(
        Recall.objects.filter(condition).select_related("lot__product__trade_item", "batch__lot__product__trade_item")
    )


def _whole(lot: Lot) -> JsonObject:
    return quantity_of(names().lot(lot), lot.quantity, lot.quantity_unit)


def _recalled(recall: Recall) -> JsonObject:
    """The lot, and how many of its packs where only a batch or a range of it is recalled."""
    if recall.lot:
        return _whole(recall.lot)
    batch = cast(StampBatch, recall.batch)  # with its lot, or the recall would not be among those of lots
    packs = batch.count
    if recall.first is not None and recall.last is not None:
        packs = recall.last - recall.first + 1
    return {"epcClass": names().lot(cast(Lot, batch.lot)), "quantity": packs}


def _vocabularies(lots: list[Lot], events: list[Event], inputs: list[LotInput]) -> list[JsonObject]:
    """Names of what the events speak of. Places show their commune only."""
    known = {lot.pk: lot for lot in [*lots, *(event.lot for event in events)]}
    classes = [
        _element(names().lot(lot), f"{lot.product.title}, {lot.code}", lot.is_illustrative) for lot in known.values()
    ]
    classes += [_element(names().material(item), item.material) for item in inputs if not item.source_lot_id]
    places = {event.place_id: event.place for event in events if event.place}
    spots = [
        _element(
            names().place(place), ", ".join(filter(None, [place.name, str(place.unit or "")])), place.is_illustrative
        )
        for place in places.values()
    ]
    kinds = (("EPCClass", classes), ("BusinessLocation", spots))
    return [
        {"type": f"urn:epcglobal:epcis:vtype:{kind}", "vocabularyElementList": some} for kind, some in kinds if some
    ]


def _element(uri: str, name: str, is_illustrative: bool = False) -> JsonObject:
    attributes = [{"id": "cbvmda:descriptionShort", "attribute": name}]
    if is_illustrative:
        attributes.append({"id": "saobuon:isIllustrative", "attribute": "true"})
    return {"id": uri, "attributes": attributes}
