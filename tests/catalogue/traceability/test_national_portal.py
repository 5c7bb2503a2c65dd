"""Passport, deliveries to a portal that is down, slow or rude, and the report of a data request."""

import csv
import datetime
import hashlib
import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.test import Client
from django.utils import timezone

from catalogue.traceability.exchange import national_portal as portal
from catalogue.traceability.exchange.epcis.checks import document_faults
from catalogue.traceability.exchange.national_portal import deliver_due, queue_all, queue_product
from catalogue.traceability.exchange.passport import digest_of, passport_of
from catalogue.traceability.models import Event, Lot, LotInput, Place, PortalDelivery, ProductGtin, SuspicionReport
from catalogue.traceability.recalls import services as recalls
from tests.catalogue.factories import make_certificate

from .recalled import make_batch, make_lot, officers, person

SITE = "https://saobuon.example"
NOW = datetime.datetime(2024, 11, 5, 8, 0, tzinfo=datetime.UTC)


class FakePortal:
    """A real HTTP server on this machine. `answers` are (status, headers, body), the last one for ever."""

    def __init__(self, *answers):
        self.received, self.answers = [], list(answers) or [(201, {}, b'{"ok": true}')]
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                fake.received.append((self.path, dict(self.headers), json.loads(body)))
                status, headers, text = fake.answers.pop(0) if len(fake.answers) > 1 else fake.answers[0]
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_args):
                """Quiet."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/nhan"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def fake(settings, db):
    """Makes a portal that gives these answers and puts it into the settings."""
    made = []

    def make(*answers, takes_illustrative=False) -> FakePortal:
        made.append(FakePortal(*answers))
        options = {"url": made[-1].url, "token": "bi-mat", "takes_illustrative": takes_illustrative}
        backend = "catalogue.traceability.exchange.national_portal.HttpAdapter"
        settings.PORTAL_ADAPTERS = {"http": {"BACKEND": backend, "OPTIONS": options}}
        return made[-1]

    yield make
    for server in made:
        server.close()


def make_traced() -> Lot:
    """A lot of roasted coffee made from a lot of cherries, with a corrected event."""
    certificate = make_certificate(issued="2024-03-15")
    cherries = make_lot(code="QUA-1")
    lot = make_lot(product=certificate.product, code="RANG-1", quantity="120.5", produced_on="2024-11-05")
    LotInput.objects.create(lot=lot, source_lot=cherries, quantity="600")
    mill = Place.objects.create(
        producer=cherries.product.producer, kind="processing", name="Xưởng thử", code="0000000A",
        latitude="12.66667", longitude="108.03789",
    )  # fmt: skip
    wrong = Event.objects.create(lot=lot, kind="roasting", place=mill, started_at=NOW, quantity=1)
    Event.objects.create(lot=lot, kind="roasting", place=mill, started_at=NOW, quantity=120, corrects=wrong)
    Event.objects.create(lot=cherries, kind="harvest", started_at=NOW - datetime.timedelta(days=9))
    return lot


def due_now() -> None:
    PortalDelivery.objects.filter(state="waiting").update(next_attempt_at=timezone.now())


# -- the passport ----------------------------------------------------------------------------------


def test_the_passport_has_every_part_that_the_decree_names(db):
    lot = make_traced()
    document = passport_of(lot.product, site_url=SITE)
    assert document["product"]["name"] == lot.product.title
    assert document["product"]["gtin"] is None
    assert document["conformity"]["stars"] == 4
    assert document["origin"]["last_processing_place"]["code"] == "0000000A"
    assert document["origin"]["last_processing_place"]["latitude"] == 12.67
    (one,) = document["traceability"]["lots"]
    assert (one["code"], one["quantity"], one["produced_on"], one["expires_on"]) == (
        "RANG-1",
        120.5,
        "2024-11-05",
        None,
    )
    assert [(event["kind"], event["quantity"]) for event in one["events"]] == [("roasting", 120.0)]
    assert one["inputs"][0]["lot"] == "QUA-1"
    assert [source["events"][0]["kind"] for source in document["traceability"]["source_lots"]] == ["harvest"]
    assert document["safety_warnings"] == []


def test_the_same_facts_have_the_same_digest_and_a_recall_another_one(db):
    lot, (canbo, quantri) = make_traced(), officers()
    digests = [digest_of(passport_of(lot.product, site_url=SITE)) for _time in range(2)]
    recall = recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason="Mốc")
    warned = passport_of(lot.product, site_url=SITE)
    assert "Mốc" in warned["safety_warnings"][0]["text"]
    recalls.ask_to_end(recall=recall, by=canbo, reason="Nhầm")
    recalls.agree_to_end(recall=recall, by=quantri)
    after = digest_of(passport_of(lot.product, site_url=SITE))
    assert digests[0] == digests[1]
    assert len({digests[0], digest_of(warned), after}) == 3  # the portal hears of the end, too


def test_the_passport_takes_the_same_queries_for_many_lots(db, django_assert_max_num_queries):
    lot = make_traced()
    for _n in range(8):
        other = make_lot(product=lot.product)
        Event.objects.create(lot=other, kind="packing", started_at=NOW)
    with django_assert_max_num_queries(18):
        assert len(passport_of(lot.product, site_url=SITE)["traceability"]["lots"]) == 9


def test_the_api_gives_the_passport_without_a_cookie(db, client):
    lot = make_traced()
    path = f"/api/v1/products/{lot.product_id}/passport"
    answer = client.get(path)
    assert answer.json()["traceability"]["lots"][0]["code"] == "RANG-1"
    assert not answer.cookies
    assert client.get(path, {"lot": "RANG-1"}).json()["traceability"]["source_lots"][0]["code"] == "QUA-1"
    for wrong in (f"{path}?lot=X", f"{path}?lot=%00", "/api/v1/products/0/passport"):
        assert client.get(wrong).status_code == 404
    lot.product.is_public = False
    lot.product.save()
    assert client.get(path).status_code == 404


# -- the queue -------------------------------------------------------------------------------------


def test_a_passport_is_delivered_once_however_often_it_is_queued(fake):
    server, lot = fake(), make_traced()
    assert queue_all() >= 1
    assert queue_all() == 0
    deliver_due()
    deliver_due()
    mine = [item for item in server.received if item[2]["product"]["id"] == lot.product_id]
    ((path, headers, document),) = mine
    delivery = PortalDelivery.objects.get(product=lot.product)
    assert path == "/nhan"
    assert headers["Idempotency-Key"] == delivery.digest == digest_of(document)
    assert headers["Authorization"] == "Bearer bi-mat"
    assert (delivery.state, delivery.attempts, delivery.next_attempt_at) == ("delivered", 1, None)
    assert delivery.answer == '201 {"ok": true}'
    lot.expires_on = datetime.date(2025, 11, 5)
    lot.save()
    assert len(queue_product(product=lot.product)) == 1


def test_a_portal_that_is_down_is_tried_again_with_growing_pauses_until_it_answers(fake):
    server, lot = fake((503, {}, b""), (429, {"Retry-After": "7200"}, b"cham lai"), (200, {}, b"xong")), make_traced()
    queue_product(product=lot.product)
    pauses = []
    for _attempt in range(2):
        deliver_due()
        row = PortalDelivery.objects.get()
        assert row.state == "waiting"
        pauses.append(round((row.next_attempt_at - timezone.now()).total_seconds() / 60))
        assert deliver_due() == 0  # not before its time
        due_now()
    assert pauses == [1, 120]  # the portal asked for two hours
    deliver_due()
    assert PortalDelivery.objects.get().state == "delivered"
    assert len(server.received) == 3


def test_nobody_listening_is_given_up_in_the_end_and_can_be_sent_again(fake):
    server, lot = fake(), make_traced()
    server.close()
    server.server.server_close()
    queue_product(product=lot.product)
    for _attempt in range(len(portal.RETRY_MINUTES) + 3):
        deliver_due()
        due_now()
    row = PortalDelivery.objects.get()
    assert (row.state, row.attempts) == ("refused", len(portal.RETRY_MINUTES) + 1)
    assert "bi-mat" not in row.answer
    portal.send_again(delivery=row)
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("waiting", 0)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ((422, {}, b"thieu truong"), "refused"),
        ((409, {}, b"da co"), "delivered"),
        ((302, {"Location": "/x"}, b""), "refused"),
    ],
)
def test_a_clear_answer_is_final(fake, answer, state):
    server, lot = fake(answer), make_traced()
    queue_product(product=lot.product)
    deliver_due()
    due_now()
    deliver_due()
    assert PortalDelivery.objects.get().state == state
    assert len(server.received) == 1


def test_a_huge_answer_does_not_fill_the_log(fake):
    fake((200, {}, b"\x00" + b"x" * 500_000))
    queue_product(product=make_traced().product)
    deliver_due()
    assert len(PortalDelivery.objects.get().answer) <= portal.ANSWER_LETTERS


def test_a_newer_document_takes_the_place_of_one_that_still_waits(fake):
    server, lot = fake((503, {}, b""), (200, {}, b"")), make_traced()
    queue_product(product=lot.product)
    deliver_due()
    lot.packed_on = datetime.date(2024, 11, 6)
    lot.save()
    queue_product(product=lot.product)
    due_now()
    deliver_due()
    old, new = PortalDelivery.objects.order_by("pk")
    assert (old.state, new.state) == ("refused", "delivered")
    assert server.received[-1][2]["traceability"]["lots"][0]["packed_on"] == "2024-11-06"


def test_a_worker_that_died_with_a_delivery_is_followed_by_another(fake):
    server, lot = fake(), make_traced()
    queue_product(product=lot.product)
    next(portal._taken())  # taken, then killed
    assert deliver_due() == 0
    due_now()  # the lease is over
    assert deliver_due() == 1
    assert len(server.received) == 1


def test_made_up_data_of_the_demo_goes_to_no_real_portal(fake):
    fake()
    lot = make_lot(is_illustrative=True)
    ProductGtin.objects.create(product=lot.product, gtin="00200000000998", is_illustrative=True)
    assert queue_product(product=lot.product) == []
    fake(takes_illustrative=True)
    assert len(queue_product(product=lot.product)) == 1


def test_the_folder_gets_whole_files_and_a_full_disk_waits(settings, db, tmp_path):
    backend = "catalogue.traceability.exchange.national_portal.FileAdapter"
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder")
    settings.PORTAL_ADAPTERS = {"file": {"BACKEND": backend, "OPTIONS": {"folder": str(blocked)}}}
    lot = make_traced()
    queue_product(product=lot.product)
    deliver_due()
    assert PortalDelivery.objects.get().state == "waiting"
    settings.PORTAL_ADAPTERS["file"]["OPTIONS"]["folder"] = str(tmp_path / "out")
    due_now()
    deliver_due()
    (file,) = (tmp_path / "out").iterdir()
    assert file.name == PortalDelivery.objects.get().answer
    assert json.loads(file.read_text())["product"]["id"] == lot.product_id


# -- the report of a data request --------------------------------------------------------------------


def test_the_report_holds_everything_with_its_log_of_changes(db, settings):
    canbo, _quantri = officers()
    lot = make_traced()
    batch = make_batch(lot=lot)
    for batch.state in ("printed", "delivered", "applied", "active"):
        batch.save()
    sold = batch.stamps.get(position=2)
    sold.state_override, sold.state_override_at = "sold", timezone.now()
    sold.save(update_fields=["state_override", "state_override_at"])
    recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason='=HYPERLINK("x")')
    stamp = batch.stamps.first()
    SuspicionReport.objects.create(reference="0" * 10, text="Khác vị", contact="0912 345 678", stamp=stamp)
    client = Client()
    client.force_login(canbo)
    received = timezone.localtime() - datetime.timedelta(hours=2)
    form = {"authority": "Sở Công Thương", "received_at": received.strftime("%Y-%m-%dT%H:%M"), "lot": lot.pk}
    path = f"/theo-doi/can-bo/du-lieu/bao-cao/?product={lot.product_id}"
    assert client.post(path, {**form, "authority": ""}).status_code == 422
    assert client.post(path, {**form, "received_at": "2999-01-01T00:00"}).status_code == 422
    answer = client.post(path, form)
    assert answer["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    manifest = json.loads(archive.read("manifest.json"))
    assert manifest["is_in_time"]
    assert manifest["authority"] == "Sở Công Thương"
    for entry in manifest["files"]:
        assert hashlib.sha256(archive.read(entry["name"])).hexdigest() == entry["sha256"]

    def table(name):
        return list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode("utf-8-sig"))))

    assert {row["code"] for row in table("lots")} == {"RANG-1", "QUA-1"}
    assert len(table("events")) == 3  # the wrong one and its correction, too
    changes = [(row["column"], row["before"], row["after"]) for row in table("changes")]
    assert ("state", "generated", "printed") in changes
    assert table("recalls")[0]["reason"].startswith("'=")  # no formula in a spreadsheet
    document = json.loads(archive.read("epcis.jsonld"))
    assert document_faults(document) == []
    told = document["epcisBody"]["eventList"]
    assert [event["bizStep"] for event in told[-2:]] == ["commissioning", "retail_selling"]
    assert told[-1]["epcList"] == [f"{settings.SITE_URL}/q/{sold.code}"]
    assert {event["disposition"] for event in told if "disposition" in event} >= {"active", "recalled", "retail_sold"}
    assert sum("errorDeclaration" in event for event in told) == 1
    named = json.dumps(document["epcisHeader"])
    assert "RANG-1" in named and "QUA-1" in named  # what went in is part of the trace
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert "Khác vị" in everything
    assert "0912 345 678" not in everything
    assert person("canbo").email not in everything
