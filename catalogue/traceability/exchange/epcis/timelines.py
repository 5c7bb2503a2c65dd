"""What companies' systems send about their own lots also stands in the timelines of these lots."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Q

from catalogue.producers.models import Producer
from catalogue.traceability.errors import EntryRefused, TraceRefused
from catalogue.traceability.lots.events import EventFacts, TimelineEntry, record_events, void_events
from catalogue.traceability.lots.services import ensure_lots
from catalogue.traceability.models import (
    CapturedEvent,
    Event,
    EventKind,
    Lot,
    Place,
    ProductGtin,
    QuantityUnit,
    Stamp,
)

from .faults import Fault, pointer
from .identifiers import TradeItem, normalised, trade_item
from .limits import EVENTS_PATH
from .values import own_quantity

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
_QUANTITIES_OF_OUTPUTS = ("quantityList", "outputQuantityList", "childQuantityList")
_PATHS_OF_FIELDS = {"started_at": "/eventTime", "event_id": "/eventID"}
MAX_EVENT_ID = Event._meta.get_field("event_id").max_length or 0

LotKey = tuple[int, str]
"""Product and lot number."""


class TimelineRefused(Exception):
    """An event that the rules of timelines do not allow; `fault` says which and why."""

    def __init__(self, fault: Fault):
        super().__init__(fault.message)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Sent:
    """An event of a document as it is kept; `place` is its number in the document, `content` what it says."""

    place: int
    row: CapturedEvent
    content: str

    @property
    def identity(self) -> tuple[str, bool]:
        """Of these one is kept."""
        return self.row.event_id, self.row.is_error_declaration

    @property
    def has_hash_id(self) -> bool:
        """The sender gave no id: it was made from the hash."""
        return "eventID" not in self.row.body

    @property
    def kind(self) -> EventKind | None:
        """What it is in a timeline; None where it has no place in one."""
        if self.row.is_error_declaration or self.row.action == "DELETE":
            return None
        return EventKind.PROCESSING if self.row.event_type == "TransformationEvent" else _KINDS.get(self.row.biz_step)


@dataclass(slots=True)
class _Known:
    """What a document speaks of that is the sender's: products by GTIN, lots, stamps by serial, places by name."""

    products: dict[str, int]
    stamps: dict[str, Stamp] = field(default_factory=dict)
    lots: dict[LotKey, Lot] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def lot_key(self, item: TradeItem) -> LotKey | None:
        """The lot that an identifier names; None where it names none, or one of others."""
        product = self.products.get(item.gtin)
        return (product, item.lot) if product and item.lot else None

    def lot_of_stamp(self, item: TradeItem) -> Lot | None:
        stamp = self.stamps.get(item.serial)
        if stamp is None or stamp.batch is None or stamp.product_id != self.products.get(item.gtin):
            return None
        return stamp.batch.lot


def enter_timelines(sent: list[Sent], *, producer: Producer) -> None:
    """Enter events in the timelines of the producer's lots, and take back those declared wrong.

    A lot heard of for the first time is made. Part of the transaction in which `sent` is kept, under the lock of the
    producer; the number of queries does not depend on how much was sent. Raises TimelineRefused.
    """
    known = _known(sent, producer)
    if not known.products:
        return
    items = {one.place: _outputs(one.row) for one in sent}
    recorded = [(one, kind) for one in sent if (kind := one.kind)]
    wanted = {key for one, _ in recorded for item in items[one.place] if (key := known.lot_key(item))}
    try:
        known.lots = ensure_lots(keys=wanted)
    except TraceRefused as refusal:
        raise TimelineRefused(Fault(EVENTS_PATH, str(refusal))) from refusal
    entries, places = [], []
    for one, kind in recorded:
        facts = _Facts(one, kind, known, producer)
        lots = {lot.pk: lot for item in items[one.place] if (lot := _lot(item, known))}
        for number, lot in enumerate(lots.values()):
            entries.append(facts.entry(lot, is_first=number == 0))
            places.append(one.place)
    try:
        record_events(entries=entries)
    except EntryRefused as refusal:
        path = pointer(EVENTS_PATH, places[refusal.number]) + _PATHS_OF_FIELDS.get(refusal.field or "", "")
        raise TimelineRefused(Fault(path, str(refusal))) from refusal
    _take_back([one for one in sent if one.row.is_error_declaration], items, known, producer)


def _known(sent: list[Sent], producer: Producer) -> _Known:
    items = [item for one in sent for uri in one.row.epcs if (item := trade_item(uri))]
    gtins = ProductGtin.objects.filter(gtin__in={item.gtin for item in items}, product__producer=producer)
    known = _Known(dict(gtins.values_list("gtin", "product_id")))
    serials = {item.serial for item in items if item.serial and not item.lot and item.gtin in known.products}
    if serials:
        stamps = Stamp.objects.filter(product__in=known.products.values(), code__in=serials)
        known.stamps = {stamp.code: stamp for stamp in stamps.select_related("batch__lot__product")}
    names = {name for one in sent if (name := _place_name(one.row))}
    if names:
        mine = Place.objects.filter(Q(gln__in=names) | Q(code__in=names), producer=producer)
        known.places = {name: place for place in mine for name in (place.gln, place.code) if name}
    return known


def _outputs(row: CapturedEvent) -> list[TradeItem]:
    """Trade items an event is about, in the order of their identifiers, without what went into a transformation."""
    inputs = {normalised(uri) for uri in row.body.get("inputEPCList", ())}
    inputs |= {normalised(element["epcClass"]) for element in row.body.get("inputQuantityList", ())}
    return [item for uri in row.epcs if uri not in inputs and (item := trade_item(uri))]


def _lot(item: TradeItem, known: _Known) -> Lot | None:
    key = known.lot_key(item)
    if key:
        return known.lots[key]
    return known.lot_of_stamp(item)


def _place_name(row: CapturedEvent) -> str:
    """GLN, or our own code of a place, behind the read point; an empty text where it has neither."""
    uri = row.read_point or row.biz_location
    return uri.rstrip("/").rsplit("/", 1)[-1] if "/414/" in uri or "/epcis/places/" in uri else ""


class _Facts:
    """What one event says of each of its lots."""

    def __init__(self, sent: Sent, kind: EventKind, known: _Known, producer: Producer):
        self.row, self.kind, self.actor = sent.row, kind, producer.name
        self.place = known.places.get(_place_name(sent.row))
        self.quantities: dict[LotKey, tuple[Decimal, str]] = {}
        for name in _QUANTITIES_OF_OUTPUTS:
            for element in sent.row.body.get(name, ()):
                item = trade_item(element["epcClass"]) if "quantity" in element else None
                if item and (key := known.lot_key(item)):
                    self.quantities.setdefault(key, own_quantity(element["quantity"], element.get("uom", "")))

    def entry(self, lot: Lot, *, is_first: bool) -> TimelineEntry:
        """The whole event stands with the first of its lots, with the others its id: it is kept once."""
        row = self.row
        quantity, unit = self.quantities.get((lot.product_id, lot.code), (None, QuantityUnit.KG))
        facts = EventFacts(
            kind=self.kind,
            started_at=row.event_time,
            actor=self.actor[: Event._meta.get_field("actor").max_length],
            place=self.place,
            quantity=quantity,
            quantity_unit=unit,
        )
        return TimelineEntry(
            lot=lot,
            facts=facts,
            capture=row.body if is_first else {"eventID": row.event_id},
            event_id=row.event_id if is_first and len(row.event_id) <= MAX_EVENT_ID else "",
        )


def _take_back(declared: list[Sent], items: dict[int, list[TradeItem]], known: _Known, producer: Producer) -> None:
    """An error declaration takes the event back in all timelines it stands in."""
    if not declared:
        return
    places = {one.row.event_id: one.place for one in declared}
    keys = {key for one in declared for item in items[one.place] if (key := known.lot_key(item))}
    lots = Lot.objects.filter(product__in={product for product, _ in keys}, code__in={code for _, code in keys})
    mine = Event.objects.filter(lot__product__producer=producer, corrected_by=None, is_void=False)
    events = mine.filter(Q(event_id__in=places) | Q(lot__in=lots, capture__eventID__in=list(places)))
    try:
        void_events(events=list(events.select_related("lot").order_by("pk")), note="EPCIS errorDeclaration")
    except TraceRefused as refusal:
        raise TimelineRefused(Fault(EVENTS_PATH, str(refusal))) from refusal
