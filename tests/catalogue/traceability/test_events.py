"""Critical tracking events: entered fast, kept for ever, corrected by another entry."""

import datetime
import hashlib
import io
import re
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.lots.events import EventFacts, correct_event, record_event, void_event
from catalogue.traceability.lots.queries import lot_timeline, public_events, trace_back, waiting_warnings
from catalogue.traceability.lots.services import add_input, create_lot, create_place
from catalogue.traceability.models import Event, PlaceKind
from media.decoding import SIGNED_IN
from media.evidence import copy_of, original_of
from media.models import Evidence
from storefront.accounts.models import User
from tests.catalogue.factories import make_producer, make_product
from tests.media.drawn import decoder_in_use

NOW = timezone.now().replace(second=0, microsecond=0)
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT, settings.EVIDENCE_DIR = tmp_path / "uploads", tmp_path / "evidence"


@pytest.fixture
def lot(db):
    return create_lot(product=make_product(title="Cà phê bột thử", producer=make_producer()), code="L1")


@pytest.fixture
def client(lot):
    user = User.objects.create_user("xavien@example.com", "a-long-password", first_name="Xã viên")
    lot.product.producer.memberships.create(user=user, since="2020-01-01")
    client = Client()
    client.force_login(user)
    return client


def facts(kind="harvest", *, days=-3, **more) -> EventFacts:
    return EventFacts(kind=kind, started_at=NOW + days * DAY, **more)


def harvest(lot, **more) -> Event:
    return record_event(lot=lot, facts=facts(**more))


def jpeg(**options) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "green").save(out, "JPEG", **options)
    return SimpleUploadedFile("anh.jpg", out.getvalue(), "image/jpeg")


# -- append only --------------------------------------------------------------------------------------------------


def test_the_database_refuses_every_change_and_deletion_of_an_event(lot):
    event = harvest(lot, quantity=Decimal(10))
    for act in (
        lambda: Event.objects.filter(pk=event.pk).update(quantity=9),
        lambda: Event.objects.filter(pk=event.pk).delete(),
        lot.delete,
    ):
        with pytest.raises(Exception, match=r"Cannot update or delete|protected"), transaction.atomic():
            act()
    assert Event.objects.get(pk=event.pk).quantity == 10


def test_a_correction_stands_in_the_place_of_the_entry_which_is_kept(lot):
    first = harvest(lot, quantity=Decimal(10), note="một")
    second = correct_event(event=first, facts=facts(quantity=Decimal(12), days=-4, note="một"))
    third = correct_event(event=second, facts=facts(quantity=Decimal(11)))
    (entry,) = lot_timeline(lot)
    assert entry.event == third and entry.former == (second, first)
    assert [event.quantity for event in public_events(trace_back(lot))] == [11]
    for corrected in (first, second):
        with pytest.raises(TraceRefused):
            correct_event(event=corrected, facts=facts())
    void_event(event=third, note="không phải lô này")
    (entry,) = lot_timeline(lot)
    assert entry.is_void and len(entry.former) == 3 and public_events(trace_back(lot)) == []
    with pytest.raises(TraceRefused):
        correct_event(event=entry.event, facts=facts())
    with pytest.raises(TraceRefused):
        void_event(event=harvest(lot), note="  ")


def test_two_people_who_correct_at_once_do_not_lose_each_other(committed_db):
    event = harvest(create_lot(product=make_product(producer=make_producer()), code="L1"))
    start = threading.Barrier(2)

    def correct(quantity):
        mine = Event.objects.get(pk=event.pk)
        start.wait()
        try:
            correct_event(event=mine, facts=facts(quantity=Decimal(quantity)))
        except TraceRefused:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(correct, (1, 2))) == [False, True]
    assert len(lot_timeline(event.lot)) == 1


def test_two_people_cannot_close_a_circle_together(committed_db):
    producer = make_producer()
    product = make_product(producer=producer)
    a, b = (create_lot(product=product, code=code) for code in "AB")
    start = threading.Barrier(2)

    def put(pair):
        start.wait()
        try:
            add_input(lot=pair[0], source_lot=pair[1])
        except TraceRefused:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(put, [(a, b), (b, a)])) == [False, True]


def test_events_of_the_lots_inside_are_shown_too_in_order_of_time(lot):
    source = create_lot(product=lot.product, code="S")
    record_event(lot=source, facts=facts("harvest", days=-9))
    record_event(lot=lot, facts=facts("packing", days=-1))
    record_event(lot=source, facts=facts("drying", days=-8))
    add_input(lot=lot, source_lot=source)
    assert [event.kind for event in public_events(trace_back(lot))] == ["harvest", "drying", "packing"]
    assert [event.kind for event in public_events(trace_back(source))] == ["harvest", "drying"]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("started_at", {"days": 2}), ("started_at", {"days": -4000}), ("ended_at", {"ended_at": NOW - 9 * DAY}),
        ("ended_at", {"ended_at": NOW + 2 * DAY}), ("quantity", {"quantity": Decimal(-1)}),
        ("pre_harvest_interval_days", {"pre_harvest_interval_days": 7}), ("kind", {"kind": "selling drugs"}),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(lot, field, wrong):
    with pytest.raises(TraceRefused) as refusal:
        harvest(lot, **wrong)
    assert refusal.value.field == field and not lot.events.exists()


def test_a_place_of_another_producer_is_refused(lot):
    foreign = create_place(producer=make_producer(), kind=PlaceKind.FARM, name="Vườn")
    with pytest.raises(TraceRefused):
        harvest(lot, place=foreign)


def test_a_harvest_within_the_waiting_period_is_warned_of(lot):
    record_event(lot=lot, facts=facts("spraying", days=-10, pre_harvest_interval_days=7))
    early = harvest(lot, days=-5)
    assert len(waiting_warnings(lot_timeline(lot))) == 1
    correct_event(event=early, facts=facts(days=-2))
    assert waiting_warnings(lot_timeline(lot)) == []


# -- on the phone -------------------------------------------------------------------------------------------------


def address(lot) -> str:
    return f"/theo-doi/lo/{lot.pk}/su-kien/"


def stated(**more) -> dict:
    """What the form sends when only the kind was tapped."""
    return {"kind": "harvest", "started_at": "2026-11-01T08:30", "quantity_unit": "kg", **more}


def test_one_tap_and_save_are_enough_and_the_next_entry_begins_as_the_last(client, lot):
    garden = create_place(producer=lot.product.producer, kind=PlaceKind.FARM, name="Vườn thôn 3")
    page = client.get(f"/theo-doi/lo/{lot.pk}/").content.decode()
    assert page.index("?kind=cultivation") < page.index("?kind=harvest") < page.index("?kind=shipping")
    form = client.get(f"{address(lot)}?kind=harvest").content.decode()
    assert 'value="harvest"' in form and form.count("checked") == 1
    when = timezone.localtime().strftime("%Y-%m-%dT%H")
    assert f'value="{when}' in form
    saved = client.post(address(lot), stated(place=garden.pk, actor="Tổ 2", quantity="1.250,5"))
    assert saved["Location"] == f"/theo-doi/lo/{lot.pk}/"
    event = lot.events.get()
    assert (event.quantity, event.place, event.recorded_by.email) == (Decimal("1250.5"), garden, "xavien@example.com")
    assert timezone.localtime(event.started_at).hour == 8
    again = client.get(address(lot)).content.decode()
    assert f'<option value="{garden.pk}" selected>' in again and 'value="Tổ 2"' in again


def test_a_form_that_is_sent_twice_makes_one_entry(client, lot):
    entry = str(uuid.uuid4())
    for _ in range(2):
        assert client.post(address(lot), stated(entry=entry)).status_code == 302
    assert lot.events.count() == 1


def test_errors_keep_what_was_typed(client, lot):
    answer = client.post(
        address(lot),
        stated(kind="", quantity="nhiều", note="Trời mưa to", actor="Tổ 2", started_at="hôm qua", evidence=jpeg()),
    )
    text = answer.content.decode()
    assert answer.status_code == 422 and not lot.events.exists()
    for kept in ('value="nhiều"', "Trời mưa to", 'value="Tổ 2"', 'value="hôm qua"'):
        assert kept in text
    assert text.count('aria-invalid="true"') >= 2 and '<details class="trace-more" open>' in text


def pdf(picture: bytes) -> bytes:
    """One page with a JPEG in it, an author, and something behind its end."""
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.setAuthor("Nguoi viet bi mat")
    page.drawString(50, 700, "Phieu kiem nghiem")
    page.drawImage(ImageReader(io.BytesIO(picture)), 50, 50, 200, 150)
    page.save()
    return out.getvalue() + b"GIAU SAU DUOI"


def test_everybody_sees_a_copy_and_the_file_as_sent_stays_private(client, lot):
    exif = Image.Exif()
    exif[0x010F] = "12.67N 108.04E"
    photo = jpeg(exif=exif).read() + b"GIAU SAU DUOI"
    document = pdf(photo)
    assert b"108.04E" in document and b"Nguoi viet" in document
    sent = {
        "photo_file": SimpleUploadedFile("anh.jpg", photo),
        "evidence": SimpleUploadedFile("../../hóa đơn.pdf", document),
    }
    assert client.post(address(lot), stated(**sent)).status_code == 302
    event = lot.events.get()
    page = client.get(f"/theo-doi/lo/{lot.pk}/").content.decode()
    for evidence, whole in ((event.photo, photo), (event.evidence, document)):
        assert original_of(evidence) == whole
        assert hashlib.sha256(whole).hexdigest() == evidence.sha256
        assert evidence.public_copy.url in page and evidence.original.name not in page
        for secret in (b"108.04E", b"Nguoi viet", b"GIAU SAU"):
            assert secret not in copy_of(evidence)
    assert re.fullmatch(r"evidence/\d{4}/[0-9a-f]{32}\.pdf", event.evidence.public_copy.name)
    copy = pypdfium2.PdfDocument(copy_of(event.evidence))
    assert "kiem nghiem" in copy[0].get_textpage().get_text_bounded()
    colours = copy[0].render(scale=1).to_pil().getcolors(1 << 20)
    assert any(green > 100 > red for _count, (red, green, _blue) in colours)  # the picture is still in it
    corrected = correct_event(event=event, facts=EventFacts.of(event))
    assert (corrected.photo, corrected.evidence) == (event.photo, event.evidence)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("evidence", SimpleUploadedFile("a.pdf", b"<script>alert(1)</script>", "application/pdf")),
        ("evidence", SimpleUploadedFile("a.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024), "application/pdf")),
        ("evidence", SimpleUploadedFile("a.pdf", b"", "application/pdf")),
        ("photo_file", SimpleUploadedFile("a.jpg", b"\xff\xd8\xff rubbish", "image/jpeg")),
        ("photo_file", SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")),
    ],
)
def test_wrong_files_are_refused_and_leave_nothing_behind(client, lot, tmp_path, name, file):
    file.seek(0)
    answer = client.post(address(lot), stated(**{name: file, "note": "giữ lại"}))
    assert answer.status_code == 422 and "giữ lại" in answer.content.decode()
    assert not lot.events.exists() and not Evidence.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_busy_decoder_keeps_what_was_typed(client, lot, settings):
    with decoder_in_use(settings), SIGNED_IN.waiting_room:
        answer = client.post(address(lot), stated(photo_file=jpeg(), note="giữ lại"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "giữ lại" in answer.content.decode() and "aria-invalid" in answer.content.decode()
    assert not lot.events.exists()


def test_a_refused_entry_keeps_no_photo_file(lot, tmp_path):
    bad = SimpleUploadedFile("a.pdf", b"no pdf", "application/pdf")
    with pytest.raises(TraceRefused):
        record_event(lot=lot, facts=facts(), photo_file=jpeg(), evidence=bad)
    assert not Evidence.objects.exists() and not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_correcting_and_taking_back_on_screens(client, lot):
    event = harvest(lot, quantity=Decimal(5), note="nhầm")
    form = client.get(f"/theo-doi/su-kien/{event.pk}/sua/").content.decode()
    assert "nhầm" in form and 'value="harvest"' in form
    assert client.post(f"/theo-doi/su-kien/{event.pk}/sua/", stated(quantity="6")).status_code == 302
    newest = lot.events.get(corrects=event)
    page = client.get(f"/theo-doi/lo/{lot.pk}/").content.decode()
    assert f"/theo-doi/su-kien/{newest.pk}/sua/" in page and f"/theo-doi/su-kien/{event.pk}/sua/" not in page
    assert client.post(f"/theo-doi/su-kien/{event.pk}/sua/", stated()).status_code == 422
    assert client.post(f"/theo-doi/su-kien/{newest.pk}/rut/", {"note": ""}).status_code == 422
    assert client.post(f"/theo-doi/su-kien/{newest.pk}/rut/", {"note": "không phải lô này"}).status_code == 302
    assert "<s>" in client.get(f"/theo-doi/lo/{lot.pk}/").content.decode()
