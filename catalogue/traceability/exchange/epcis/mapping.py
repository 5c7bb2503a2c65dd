"""Our events, stamps and recalls as EPCIS 2.0 events. From rows already read to plain JSON; no queries here."""

import datetime
import uuid
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from django.utils import timezone

from catalogue.products.models import Product
from catalogue.traceability.documents import JsonObject
from catalogue.traceability.gs1.uri import CANONICAL_STEM
from catalogue.traceability.models import (
    Event,
    EventKind,
    Lot,
    LotInput,
    Place,
    ProductGtin,
    QuantityUnit,
    Recall,
    Stamp,
)

from .hashing import hash_id
from .vocabulary import CONTEXT

BIZ_STEPS: Final[dict[str, str]] = {
    EventKind.HARVEST: "commissioning",
    EventKind.TESTING: "inspecting",
    EventKind.PACKING: "packing",
    EventKind.STORING: "storing",
    EventKind.SHIPPING: "shipping",
    EventKind.RECEIVING: "receiving",
    EventKind.SELLING: "retail_selling",
}
"""All other kinds are the step "other" of the vocabulary; what it was stands in `saobuon:kind`."""
DISPOSITIONS: Final[dict[str, str]] = {
    EventKind.HARVEST: "active",
    EventKind.PACKING: "in_progress",
    EventKind.STORING: "in_progress",
    EventKind.SHIPPING: "in_transit",
    EventKind.RECEIVING: "in_progress",
    EventKind.SELLING: "retail_sold",
}
TRANSFORMING: Final = frozenset({
    EventKind.SHELLING, EventKind.FERMENTING, EventKind.PRE_PROCESSING, EventKind.DRYING, EventKind.ROASTING,
    EventKind.GRINDING, EventKind.MOULDING, EventKind.EXTRACTING, EventKind.PROCESSING,
})  # fmt: skip
_UNITS: Final[dict[str, str]] = {QuantityUnit.KG: "KGM", QuantityUnit.LITRE: "LTR"}
"""UN/ECE Recommendation 20. Things that are counted have no unit in EPCIS."""


class Identifiers:
    """Identifiers of our lots, packs and places. `site` is the address of this register."""

    def __init__(self, site: str):
        self.site = site.rstrip("/")

    @property
    def context(self) -> list[str | dict[str, str]]:
        return [CONTEXT, {"saobuon": f"{self.site}/epcis/terms#", "cbvmda": "urn:epcglobal:cbv:mda:"}]

    def lot(self, lot: Lot) -> str:
        gtin = gtin_of(lot.product)
        if gtin:
            return f"{CANONICAL_STEM}/01/{gtin}/10/{quote(lot.code, safe='')}"
        return f"{self.site}/epcis/lots/{lot.pk}"

    def stamp(self, stamp: Stamp) -> str:
        gtin = stamp.batch.gtin if stamp.batch else ""
        return f"{CANONICAL_STEM}/01/{gtin}/21/{stamp.code}" if gtin else f"{self.site}/q/{stamp.code}"

    def place(self, place: Place) -> str:
        return f"{CANONICAL_STEM}/414/{place.gln}" if place.gln else f"{self.site}/epcis/places/{place.code}"

    def material(self, item: LotInput) -> str:
        return f"{self.site}/epcis/materials/{item.pk}"

    def transformation(self, lot: Lot) -> str:
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{self.site}/epcis/lots/{lot.pk}')}"


def gtin_of(product: Product) -> str:
    """GTIN of a product whose `trade_item` was read with it; empty where it has none."""
    item: ProductGtin | None = getattr(product, "trade_item", None)
    return item.gtin if item else ""


def biz_step(kind: str) -> str:
    return BIZ_STEPS.get(kind, "other")


def lot_events(events: Sequence[Event], inputs: Iterable[LotInput], names: Identifiers) -> list[JsonObject]:
    """EPCIS events of our events, in their order; what was corrected carries an error declaration.

    All events that make one lot out of others are one transformation: they share its `transformationID`, the first
    one names what went in, each one what came out.
    """
    went_in: dict[int, list[LotInput]] = {}
    for item in inputs:
        went_in.setdefault(item.lot_id, []).append(item)
    corrections = {event.corrects_id: event for event in events if event.corrects_id}
    bodies: dict[int, JsonObject] = {}
    begun: set[int] = set()
    for event in events:
        if event.is_void:
            continue
        is_first = event.pk not in corrections and event.lot_id not in begun
        if event.kind in TRANSFORMING and is_first:
            begun.add(event.lot_id)
        bodies[event.pk] = event_body(event, went_in.get(event.lot_id, ()) if is_first else (), names)
    for pk, body in bodies.items():
        if pk in corrections:
            body["errorDeclaration"] = _declaration(corrections[pk], bodies)
    return list(bodies.values())


def event_body(event: Event, inputs: Iterable[LotInput], names: Identifiers) -> JsonObject:
    """One event of ours as an EPCIS event with its hash id."""
    lot = event.lot
    item = quantity_of(names.lot(lot), event.quantity, event.quantity_unit)
    body: JsonObject = {"type": "TransformationEvent" if event.kind in TRANSFORMING else "ObjectEvent"}
    body |= _when(event.ended_at or event.started_at, event.recorded_at)
    if event.kind in TRANSFORMING:
        went_in = [_input(one, names) for one in inputs]
        body |= {"inputQuantityList": went_in} if went_in else {}
        body |= {"outputQuantityList": [item], "transformationID": names.transformation(lot)}
    else:
        body |= {"action": "ADD" if event.kind == EventKind.HARVEST else "OBSERVE", "quantityList": [item]}
    body["bizStep"] = biz_step(event.kind)
    if event.kind in DISPOSITIONS:
        body["disposition"] = DISPOSITIONS[event.kind]
    if event.place:
        body |= {"readPoint": {"id": names.place(event.place)}, "bizLocation": {"id": names.place(event.place)}}
    if event.kind == EventKind.HARVEST or event.kind in TRANSFORMING:
        body["ilmd"] = _ilmd(lot)
    body |= _own_terms(event)
    return _with_id(body, names, event.event_id)


def stamp_events(stamp: Stamp, names: Identifiers) -> list[JsonObject]:
    """A pack's own life: its serial was given out, it was sold, its stamp became void."""
    epc = names.stamp(stamp)
    moments: list[tuple[str, str, str, datetime.datetime | None]] = [
        ("ADD", "commissioning", "active", stamp.created_at)
    ]
    if stamp.state_override == "sold":
        moments.append(("OBSERVE", "retail_selling", "retail_sold", stamp.state_override_at))
    elif stamp.state_override == "void":
        moments.append(("DELETE", "decommissioning", "inactive", stamp.state_override_at))
    return [
        _with_id(
            {
                "type": "ObjectEvent",
                **_when(at, at),
                "action": action,
                "epcList": [epc],
                "bizStep": step,
                "disposition": be,
            },
            names,
        )
        for action, step, be, at in moments
        if at
    ]


def recall_events(recall: Recall, what: JsonObject, names: Identifiers) -> list[JsonObject]:
    """A recall as disposition `recalled`, and its end. `what` holds the `epcList` or `quantityList` it falls on."""
    base = {"type": "ObjectEvent", "action": "OBSERVE", **what, "bizStep": "holding"}
    events = [
        base
        | _when(recall.declared_at, recall.declared_at)
        | {"disposition": "recalled", "persistentDisposition": {"set": ["recalled"]}}
        | {"saobuon:reason": recall.reason}
    ]
    if recall.ended_at:
        ended = {"persistentDisposition": {"unset": ["recalled"]}}
        events.append(base | _when(recall.ended_at, recall.ended_at) | ended)
    return [_with_id({name: value for name, value in event.items() if value}, names) for event in events]


def _when(at: datetime.datetime, recorded: datetime.datetime) -> JsonObject:
    local = timezone.localtime(at)
    offset = local.strftime("%z")
    return {
        "eventTime": local.isoformat(timespec="milliseconds"),
        "recordTime": timezone.localtime(recorded).isoformat(timespec="milliseconds"),
        "eventTimeZoneOffset": f"{offset[:3]}:{offset[3:]}",
    }


def quantity_of(uri: str, quantity: Decimal | None, unit: str) -> JsonObject:
    """So much of a class; without a number where it is not known."""
    element: JsonObject = {"epcClass": uri}
    if quantity is not None:
        element["quantity"] = int(quantity) if quantity == int(quantity) else float(quantity)
        if unit in _UNITS:
            element["uom"] = _UNITS[unit]
    return element


def _input(item: LotInput, names: Identifiers) -> JsonObject:
    uri = names.lot(item.source_lot) if item.source_lot else names.material(item)
    return quantity_of(uri, item.quantity, item.quantity_unit)


def _ilmd(lot: Lot) -> JsonObject:
    master = {"cbvmda:lotNumber": lot.code}
    if lot.expires_on:
        master["cbvmda:itemExpirationDate"] = lot.expires_on.isoformat()
    return master


def _own_terms(event: Event) -> JsonObject:
    """What EPCIS has no word for."""
    terms: JsonObject = {} if event.kind == biz_step(event.kind) else {"saobuon:kind": event.kind}
    if event.pre_harvest_interval_days is not None:
        terms["saobuon:waitingDays"] = event.pre_harvest_interval_days
    if event.is_illustrative:
        terms["saobuon:isIllustrative"] = "true"
    return terms


def _declaration(correction: Event, bodies: dict[int, JsonObject]) -> JsonObject:
    declared = timezone.localtime(correction.recorded_at).isoformat(timespec="milliseconds")
    if correction.is_void:
        return {"declarationTime": declared, "reason": "did_not_occur"}
    corrective = bodies[correction.pk]["eventID"]
    return {"declarationTime": declared, "reason": "incorrect_data", "correctiveEventIDs": [corrective]}


def _with_id(body: JsonObject, names: Identifiers, known: str = "") -> JsonObject:
    return {"type": body["type"], "eventID": known or hash_id(body, names.context), **body}
