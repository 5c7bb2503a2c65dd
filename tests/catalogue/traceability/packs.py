"""Packs in trade: a certified product, a lot with its way, a batch of active stamps."""

import datetime

from django.utils import timezone

from catalogue.traceability.lots.services import add_input, create_lot, create_place, set_gtin
from catalogue.traceability.models import Event, EventKind, PlaceKind, Stamp, StampBatch, StampState
from catalogue.traceability.stamps.batches import (
    activate_batch,
    apply_to_lot,
    make_batch,
    mark_delivered,
    mark_printed,
)
from catalogue.traceability.stamps.keys import ensure_current_key, signer_for
from tests.catalogue.factories import make_certificate, make_producer, make_product

GTIN = "00200000000011"
STEPS = (mark_printed, mark_delivered, apply_to_lot, activate_batch)
PHONE = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"
BROWSER = {"user-agent": PHONE, "accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
"""What a phone's browser sends when somebody opens an address."""


def make_packs(count=3, *, state=StampState.ACTIVE, stars=4, gtin="", **certificate) -> StampBatch:
    """A batch in this state, of a lot with one area and one event. `stars` 0: never certified."""
    ensure_current_key()
    product = make_product(producer=make_producer())
    if stars:
        make_certificate(product=product, stars=stars, **certificate)
    if gtin:
        set_gtin(product=product, gtin=gtin, is_illustrative=True)
    today = timezone.localdate()
    dates = {"produced_on": today, "expires_on": today + datetime.timedelta(365)}
    lot = create_lot(product=product, code="L-01", test_report="KN 12", **dates)
    area = create_place(
        producer=product.producer, kind=PlaceKind.RAW_MATERIAL_AREA, name="Vườn số 3", latitude="12.67891",
        longitude="108.04321",
    )  # fmt: skip
    add_input(lot=lot, place=area, material="Cà phê nhân")
    Event.objects.create(lot=lot, kind=EventKind.ROASTING, started_at=timezone.now(), actor="Tổ rang")
    batch = make_batch(product=product, count=count, lot=lot)
    for step in STEPS:
        if batch.state == state:
            break
        batch = step(batch=batch)
    batch.refresh_from_db()
    return batch


def stamps_of(batch: StampBatch) -> list[Stamp]:
    return list(batch.stamps.order_by("position"))


def scan_url(stamp: Stamp, *, language: str = "") -> str:
    """Path and query as a phone reads them; of a stamp with GTIN as the resolver sends them on."""
    batch = stamp.batch
    url = signer_for(batch).url(host=batch.host, serial=stamp.code, gtin=batch.gtin)
    path = url.partition(batch.host)[2]
    return language + (path.replace("/01/", "/tem/01/") if batch.gtin else path)
