"""A lot with its timeline, and a company's system that sends events about it."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from catalogue.traceability.exchange.epcis.keys import create_key
from catalogue.traceability.lots.services import add_input, create_lot, create_place, set_gtin
from catalogue.traceability.models import Event, EventKind
from catalogue.traceability.scans.services import recent_scans, recorder
from tests.catalogue.factories import make_producer, make_product
from tests.catalogue.traceability.epcis_documents import GTIN


@pytest.fixture(autouse=True)
def nothing_waits():
    """No scan is left from an earlier test."""
    recorder.clear()
    recent_scans.clear()
    yield
    recorder.clear()


@pytest.fixture
def lot(db):
    producer = make_producer()
    product = make_product(producer=producer, title="Cà phê bột thử")
    set_gtin(product=product, gtin=GTIN, is_illustrative=True)
    cherries = create_lot(product=make_product(producer=producer), code="QUA-TUOI", quantity=Decimal(100))
    lot = create_lot(product=product, code="L1", quantity=Decimal(80))
    add_input(lot=lot, source_lot=cherries, quantity=Decimal(90))
    place = create_place(producer=producer, kind="farm", name="Vườn số 3")
    now = timezone.now()
    for of, kind, days, quantity in (
        (cherries, EventKind.HARVEST, 9, 100),
        (lot, EventKind.DRYING, 8, 85),
        (lot, EventKind.ROASTING, 7, 80),
        (lot, EventKind.PACKING, 6, 80),
        (lot, EventKind.SHIPPING, 5, None),
    ):
        Event.objects.create(
            lot=of, kind=kind, started_at=now - datetime.timedelta(days=days), quantity=quantity, place=place
        )
    return lot


@pytest.fixture
def machine(client, lot):
    _key, plain = create_key(producer=lot.product.producer, label="Máy đóng gói")
    return Machine(client, plain)


class Machine:
    """A company's system with its key."""

    def __init__(self, client, plain):
        self.client, self.headers = client, {"authorization": f"Bearer {plain}"}

    def send(self, document, content_type="application/json", **headers):
        return self.client.post(
            "/epcis/v2/capture", document, content_type=content_type, headers={**self.headers, **headers}
        )

    def get(self, path, **query):
        return self.client.get(path, query, headers=self.headers)

    def events(self, **query):
        answer = self.get("/epcis/v2/events", **query)
        assert answer.status_code == 200, answer.content
        return answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
