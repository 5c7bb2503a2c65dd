"""Digital product passport (hộ chiếu số của sản phẩm): all traceability data of a product as one document.

The parts follow Decree 37/2026/NĐ-CP, Art. 32. What the register does not know is null, never left out. The
document holds no day of its making, so the same facts always give the same `digest`.
"""

import datetime
import hashlib
import json
from collections import defaultdict
from decimal import Decimal

from django.db import connection
from django.utils import translation

from catalogue.certification.models import Certificate
from catalogue.certification.queries import certificate_state, standing
from catalogue.geography.queries import place_text
from catalogue.products.models import Product
from catalogue.products.photos import product_pictures
from catalogue.traceability.documents import JsonObject
from catalogue.traceability.models import Event, Lot, LotInput, Place, PlaceKind, ProductGtin, Recall
from catalogue.traceability.recalls.services import of_product, warnings_of
from catalogue.traceability.stamps.queries import page_code_of

FORMAT = "saobuon-product-passport/1"
BASIS = "Nghị định 37/2026/NĐ-CP, Điều 32"
ROUNDING = 2
"""Decimals of a degree: about a kilometre."""
ONE_DAY = datetime.timedelta(days=1)


def passport_of(
    product: Product,
    *,
    site_url: str,
    lot: Lot | None = None,
    with_illustrative: bool = True,
    newest: int | None = None,
) -> JsonObject:
    """The passport of a product, or of one lot of it, in Vietnamese. A constant number of queries.

    `with_illustrative=False` leaves out everything made up for the demo; `newest` all lots but so many.
    """
    product = Product.objects.select_related("producer__unit__parent__parent", "unit__parent__parent").get(
        pk=product.pk
    )
    with translation.override("vi"):
        lots = Lot.objects.filter(product=product)
        if lot:
            lots = lots.filter(pk=lot.pk)
        if not with_illustrative:
            lots = lots.filter(is_illustrative=False)
        shown = sorted(lots.order_by("-pk")[:newest], key=lambda one: one.pk)
        traced = _Traced(shown, with_illustrative=with_illustrative)
        stands = standing(product.pk)
        certificates = list(Certificate.objects.filter(product=product).order_by("-issued", "-pk"))
        warnings = warnings_of(product_id=product.pk, lot=lot, stands=stands)
        return {
            "format": FORMAT,
            "legal_basis": BASIS,
            "product": _product(product, site_url, with_illustrative),
            "producer": _producer(product, site_url),
            "origin": {
                "place": place_text(product.unit, product.former_commune) or None,
                "unit_code": product.unit.code if product.unit else None,
                "unit_system": product.unit.system if product.unit else None,
                "last_processing_place": traced.last_processing_place(),
            },
            "traceability": {
                "code": _page_address(product, site_url),
                "granularity": "lot",
                "lots": [traced.lot(one) for one in traced.lots],
                "source_lots": [traced.lot(one) for one in traced.sources],
            },
            "conformity": {
                "stars": stands.stars,
                "state": stands.state,
                "certificates": [_certificate(certificate, stands.day) for certificate in certificates],
                "standards": None,
                "self_declaration": None,
            },
            "safety_warnings": [
                {"kind": warning.key, "headline": warning.headline, "text": warning.text}
                for warning in warnings
                if with_illustrative or not warning.is_illustrative
            ],
            "other": {"packaging": product.packaging or None, "sources": list(product.source_urls)},
            "last_update": _last_update(product, traced, certificates),
        }


def digest_of(document: JsonObject) -> str:
    """SHA-256 of a document in its canonical form (sorted keys, no blanks, UTF-8)."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _product(product: Product, site_url: str, with_illustrative: bool) -> JsonObject:
    trade_item = ProductGtin.objects.filter(product=product).first()
    if trade_item and trade_item.is_illustrative and not with_illustrative:
        trade_item = None
    return {
        "id": product.pk,
        "code": product.code or None,
        "name": product.title,
        "gtin": trade_item.gtin if trade_item else None,
        "gtin_is_illustrative": bool(trade_item and trade_item.is_illustrative),
        "brand": None,
        "images": [f"{site_url}{picture.src}" for picture in product_pictures(product)],
        "url": f"{site_url}{product.get_absolute_url()}",
    }


def _producer(product: Product, site_url: str) -> JsonObject | None:
    producer = product.producer
    if producer is None:
        return None
    return {
        "id": producer.pk,
        "identifier": f"{site_url}{producer.get_absolute_url()}",
        "name": producer.name,
        "kind": producer.type,
        "address": producer.address or place_text(producer.unit) or None,
    }


def _last_update(product: Product, traced: "_Traced", certificates: list[Certificate]) -> str:
    """When the newest of these facts was entered. It moves on even where a fact is back at what it was before."""
    recalls = Recall.objects.filter(of_product(product.pk))
    times: list[datetime.datetime] = [
        *traced.times,
        product.date_updated,
        *(certificate.updated_at for certificate in certificates),
    ]
    times += [time for row in recalls.values_list("declared_at", "ended_at") for time in row if time]
    return max(times).isoformat(timespec="microseconds")


def _page_address(product: Product, site_url: str) -> str | None:
    stamp = page_code_of(product)
    return f"{site_url}{stamp.get_absolute_url()}" if stamp else None


def _certificate(certificate: Certificate, day: datetime.date) -> JsonObject:
    period = certificate.valid_period
    return {
        "kind": "OCOP",
        "stars": certificate.stars,
        "state": certificate_state(certificate, day),
        "decision": certificate.decision_no or None,
        "issued_by": certificate.issuing_body or None,
        "issued": certificate.issued or None,
        "last_valid_day": (period.upper - ONE_DAY).isoformat() if period and period.upper else None,
        "revoked_on": certificate.revoked_on.isoformat() if certificate.revoked_on else None,
    }


# -- lots and events -------------------------------------------------------------------------------


class _Traced:
    """Lots with everything that went into them, loaded in five queries."""

    def __init__(self, lots: list[Lot], *, with_illustrative: bool):
        self.lots = lots
        mine = {lot.pk for lot in lots}
        sources = Lot.objects.filter(pk__in=all_sources(mine) - mine).select_related("product__producer")
        if not with_illustrative:
            sources = sources.filter(is_illustrative=False)
        self.sources = list(sources.order_by("pk"))
        ids = mine | {lot.pk for lot in self.sources}
        self._inputs: dict[int, list[LotInput]] = defaultdict(list)
        self._events: dict[int, list[Event]] = defaultdict(list)
        for row in LotInput.objects.filter(lot__in=ids).select_related("source_lot", "place").order_by("pk"):
            self._inputs[row.lot_id].append(row)
        kept = Event.objects.filter(lot__in=ids)
        if not with_illustrative:
            kept = kept.filter(is_illustrative=False)
        events = list(
            kept.defer("capture")
            .select_related("place__unit__parent__parent", "evidence")
            .order_by("started_at", "pk")
        )
        corrected = {event.corrects_id for event in events}
        for event in events:
            if event.pk not in corrected and not event.is_void:
                self._events[event.lot_id].append(event)
        self.times = [event.recorded_at for event in events] + [lot.created_at for lot in lots]

    def lot(self, lot: Lot) -> JsonObject:
        return {
            "code": lot.code,
            "product_id": lot.product_id,
            "quantity": _number(lot.quantity),
            "unit": lot.quantity_unit,
            "produced_on": _day(lot.produced_on),
            "packed_on": _day(lot.packed_on),
            "expires_on": _day(lot.expires_on),
            "test_report": lot.test_report or None,
            "is_illustrative": lot.is_illustrative,
            "inputs": [_input(row) for row in self._inputs[lot.pk]],
            "events": [_event(event) for event in self._events[lot.pk]],
        }

    def last_processing_place(self) -> JsonObject | None:
        """Where the product was last worked on, as far as the events of its own lots say."""
        kinds = (PlaceKind.PROCESSING, PlaceKind.PACKING)
        events = [event for lot in self.lots for event in self._events[lot.pk]]
        worked = [event for event in events if event.place and event.place.kind in kinds]
        last = max(worked, key=lambda event: (event.started_at, event.pk), default=None)
        return _place(last.place) if last and last.place else None


def all_sources(lot_ids: set[int]) -> set[int]:
    """Numbers of all lots that went into these lots, near and far. One query."""
    if not lot_ids:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE source (id) AS (
                SELECT source_lot_id FROM traceability_lotinput
                WHERE lot_id = ANY(%s) AND source_lot_id IS NOT NULL
                UNION
                SELECT input.source_lot_id FROM traceability_lotinput input JOIN source ON input.lot_id = source.id
                WHERE input.source_lot_id IS NOT NULL
            )
            SELECT id FROM source
            """,
            [sorted(lot_ids)],
        )
        return {pk for (pk,) in cursor.fetchall()}


def _input(row: LotInput) -> JsonObject:
    return {
        "lot": row.source_lot.code if row.source_lot else None,
        "product_id": row.source_lot.product_id if row.source_lot else None,
        "material": row.material or None,
        "place_code": row.place.code if row.place else None,
        "quantity": _number(row.quantity),
        "unit": row.quantity_unit,
    }


def _event(event: Event) -> JsonObject:
    return {
        "kind": event.kind,
        "label": event.get_kind_display(),
        "actor": event.actor or None,
        "place": _place(event.place) if event.place else None,
        "from": event.started_at.isoformat(timespec="seconds"),
        "to": event.ended_at.isoformat(timespec="seconds") if event.ended_at else None,
        "quantity": _number(event.quantity),
        "unit": event.quantity_unit,
        "waiting_days": event.pre_harvest_interval_days,
        "note": event.note or None,
        "evidence_sha256": event.evidence.sha256 if event.evidence else None,
        "recorded_at": event.recorded_at.isoformat(timespec="seconds"),
        "is_correction": event.corrects_id is not None,
        "is_illustrative": event.is_illustrative,
    }


def _place(place: Place) -> JsonObject:
    return {
        "code": place.code,
        "gln": place.gln or None,
        "name": place.name,
        "kind": place.kind,
        "unit": place_text(place.unit) or None,
        "latitude": round(float(place.latitude), ROUNDING) if place.latitude is not None else None,
        "longitude": round(float(place.longitude), ROUNDING) if place.longitude is not None else None,
        "is_illustrative": place.is_illustrative,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _day(value: datetime.date | None) -> str | None:
    return value.isoformat() if value else None
