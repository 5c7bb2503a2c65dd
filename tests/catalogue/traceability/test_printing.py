"""Print runs: drawn in parts, resumable, read back, handed out to the producer's people only."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from django.conf import settings
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.models import PrintRun, PrintState, StampState
from catalogue.traceability.stamps import printing
from catalogue.traceability.stamps.batches import make_batch, void_batch
from catalogue.traceability.stamps.keys import ensure_current_key, signer_for
from tests.catalogue.factories import make_certificate, make_producer, make_product
from tests.media.printed import SMALLEST, Look, assert_all_are_read


@pytest.fixture
def few_a_part(monkeypatch):
    """Parts of one sheet, so that a small run has several."""
    monkeypatch.setattr(printing, "STAMPS_A_PART", 48)


def make_stamps(count=100, stars=4):
    ensure_current_key()
    product = make_product(producer=make_producer())
    if stars:
        make_certificate(product=product, stars=stars)
    return make_batch(product=product, count=count)


def start(batch, first=1, last=None, paper="a4-48"):
    return printing.start_run(batch=batch, paper=paper, first=first, last=last or batch.count)


def finish(run, most_steps=50):
    """Do steps as the worker does until the run has ended."""
    for _step in range(most_steps):
        run = printing.advance(run_id=run.pk)
        if run.state not in printing.OPEN_STATES:
            return run
    raise AssertionError(f"still {run.state} after {most_steps} steps")


def codes_in(path):
    """Texts of all codes of a file, page by page, read without knowing where they stand."""
    codes = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            picture = page.render(scale=300 / 72, grayscale=True).to_pil()
            codes += [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]
    return codes


def urls_of(batch, first, last):
    signer = signer_for(batch)
    codes = batch.stamps.filter(position__range=(first, last)).values_list("code", flat=True)
    return sorted(signer.url(host=batch.host, serial=code, gtin=batch.gtin) for code in codes)


def test_a_run_holds_each_stamp_once_and_is_released_after_reading_it_back(db, few_a_part):
    batch = make_stamps(100)
    run = finish(start(batch))
    assert (run.state, run.done, run.problem) == (PrintState.RELEASED, 100, "")
    assert run.sampled == run.decoded == 100
    assert sorted(codes_in(printing.file_of(run))) == urls_of(batch, 1, 100)
    batch.refresh_from_db()
    assert (batch.state, batch.stars_at_print) == (StampState.PRINTED, 4)


def test_a_batch_is_printed_once_all_its_ranges_are(db):
    batch = make_stamps(60)
    finish(start(batch, 1, 30))
    batch.refresh_from_db()
    assert batch.state == StampState.GENERATED
    finish(start(batch, 31, 60))
    batch.refresh_from_db()
    assert batch.state == StampState.PRINTED


def test_no_stamp_is_printed_twice(db):
    batch = make_stamps(60)
    start(batch, 1, 30)
    for first, last in ((1, 30), (30, 40), (10, 20), (1, 60)):
        with pytest.raises(TraceRefused):
            start(batch, first, last)
    assert start(batch, 31, 60).state == PrintState.QUEUED


@pytest.mark.parametrize(
    ("first", "last", "paper"), [(0, 5, "a4-48"), (6, 5, "a4-48"), (1, 61, "a4-48"), (1, 5, "a3")]
)
def test_nonsense_is_refused_in_words(db, first, last, paper):
    batch = make_stamps(60)
    with pytest.raises(TraceRefused) as refusal:
        printing.start_run(batch=batch, paper=paper, first=first, last=last)
    assert str(refusal.value)
    assert not PrintRun.objects.exists()


def test_the_stars_are_those_certified_at_print(db):
    assert "4" in _words(make_stamps(1, stars=4))
    assert _words(make_stamps(1, stars=None)) == ""


def _words(batch):
    start(batch)
    batch.refresh_from_db()
    return printing.words_of(batch).stars


def test_a_void_batch_stops_its_runs(db, few_a_part):
    batch = make_stamps(100)
    run = start(batch)
    printing.advance(run_id=run.pk)
    void_batch(batch=batch, reason="lost")
    run = finish(run)
    assert run.state == PrintState.FAILED
    assert run.problem
    with pytest.raises(TraceRefused):
        start(batch)


def test_a_code_that_cannot_be_read_refuses_the_whole_run(db, monkeypatch):
    batch = make_stamps(48)
    monkeypatch.setattr(printing, "read_stamp", _misread_one())
    run = finish(start(batch))
    assert (run.state, run.sampled, run.decoded) == (PrintState.REFUSED, 48, 47)
    assert not printing.file_of(run).exists()

    monkeypatch.undo()
    run = finish(printing.retry_run(run=run))
    assert run.state == PrintState.RELEASED


def _misread_one():
    seen = []

    def read(picture):
        seen.append(picture)
        return None if len(seen) == 20 else read_stamp(picture)

    read_stamp = printing.read_stamp
    return read


def test_a_picture_that_lies_is_found_out(db, monkeypatch):
    """The check compares with the register: sheets full of well readable codes of others are refused."""
    batch, other = make_stamps(48), make_stamps(48)
    run, real = start(batch), printing.sheets_pdf
    strangers = [printing.StampText(url, "0" * 12) for url in urls_of(other, 1, 48)]
    monkeypatch.setattr(
        printing, "sheets_pdf", lambda paper, words, _stamps, notes: real(paper, words, strangers, notes)
    )
    assert finish(run).state == PrintState.REFUSED


def test_the_database_releases_nothing_unread(db):
    run = start(make_stamps(5))
    with pytest.raises(IntegrityError), transaction.atomic():
        PrintRun.objects.filter(pk=run.pk).update(state="released", sampled=5, decoded=4)
    with pytest.raises(IntegrityError), transaction.atomic():
        PrintRun.objects.filter(pk=run.pk).update(state="released", sampled=0, decoded=0)


def test_a_full_disk_is_said_in_words_and_the_run_can_go_on(db, few_a_part, monkeypatch):
    batch = make_stamps(100)
    run = start(batch)
    printing.advance(run_id=run.pk)

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run = printing.advance(run_id=run.pk)
    assert (run.state, run.done) == (PrintState.FAILED, 48)
    assert run.problem
    assert not list(Path(settings.PRINTS_DIR, str(run.pk)).glob("*.tmp"))

    monkeypatch.undo()
    run = finish(printing.retry_run(run=run))
    assert run.state == PrintState.RELEASED
    assert sorted(codes_in(printing.file_of(run))) == urls_of(batch, 1, 100)


def test_a_lost_part_is_drawn_again(db, few_a_part):
    batch = make_stamps(100)
    run = start(batch)
    for _step in range(3):
        run = printing.advance(run_id=run.pk)
    assert run.state == PrintState.CHECKING
    Path(settings.PRINTS_DIR, str(run.pk), "part-00001.pdf").unlink()
    run = finish(run)
    assert run.state == PrintState.RELEASED
    assert sorted(codes_in(printing.file_of(run))) == urls_of(batch, 1, 100)


KILLED = """
import os, signal, sys, django
from django.conf import settings
settings.PRINTS_DIR, settings.STAMP_KEYS_DIR = sys.argv[2:]
django.setup()
from catalogue.traceability.stamps import printing
real = printing._write
def write(path, data):
    real(path, data)
    if path.name == "part-00001.pdf":
        os.kill(os.getpid(), signal.SIGKILL)  # the file is there, the database does not know
printing._write, printing.STAMPS_A_PART = write, 48
while True:
    printing.advance(run_id=int(sys.argv[1]))
"""


def test_a_killed_worker_costs_nothing(committed_db, few_a_part, tmp_path):
    """A real process is killed in the middle of a run; the next one goes on, with each stamp once."""
    batch = make_stamps(150)
    run = start(batch)
    command = [sys.executable, "-c", KILLED, str(run.pk), str(settings.PRINTS_DIR), str(settings.STAMP_KEYS_DIR)]
    environment = {
        **os.environ, "TMPDIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "storefront.settings.test"
    }  # fmt: skip
    killed = subprocess.run(command, env=environment, timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL
    run.refresh_from_db()
    assert (run.state, run.done) == (PrintState.RUNNING, 48)
    run = finish(run)
    assert run.state == PrintState.RELEASED
    assert sorted(codes_in(printing.file_of(run))) == urls_of(batch, 1, 150)


def test_each_step_names_the_next_one(db, few_a_part):
    run = start(make_stamps(100))
    assert _waiting(run) == 1
    printing.advance(run_id=run.pk)
    assert _waiting(run) == 2
    finish(run)
    before = _waiting(run)
    printing.advance(run_id=run.pk)
    assert _waiting(run) == before  # nothing follows the end


def _waiting(run):
    return sum(task.args_kwargs["kwargs"].get("run_id") == run.pk for task in DBTaskResult.objects.ready())


@pytest.mark.parametrize("name", SMALLEST)
def test_the_smallest_stamps_are_read_through_blur_and_noise(name):
    """The short form of `make drill-stamps`."""
    for look in (Look(200, blur_mm=0.08), Look(300, blur_mm=0.04, noise=15)):
        assert_all_are_read(name, look)
