"""Scans: counted once a device, first once, never in the way of the page, forgotten in time."""

import datetime
import re
import threading

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from catalogue.traceability.models import Scan, ScanSummary, Stamp, StampState
from catalogue.traceability.scans import origins
from catalogue.traceability.scans.packs import HOLD
from catalogue.traceability.scans.services import (
    ScanRecord,
    claim_first,
    forget_old_scans,
    put_scan,
    recent_scans,
    record_scans,
    recorder,
)
from storefront.accounts.models import User
from storefront.public.scan import marks, scanning
from storefront.salespoints.models import SalesPoint
from tests.races import all_at_once
from tests.waiting import PATIENCE_SECONDS, wait_until

from .packs import BROWSER, PHONE, make_packs, scan_url, stamps_of
from .scans import MARK, NOW, VERDICT, by_device, look, visit


def test_a_device_counts_once_and_two_devices_twice(client, db):
    stamp = stamps_of(make_packs())[0]
    for _again in range(3):
        look(client, scan_url(stamp))
    visit(client, scan_url(stamp), headers={**BROWSER, "user-agent": PHONE.replace("SM-A155F", "Redmi")})
    recorder.flush()
    summary = ScanSummary.objects.get(stamp=stamp)
    assert (summary.scans, summary.devices, Scan.objects.filter(stamp=stamp).count()) == (2, 2, 2)


def test_machines_and_previews_are_answered_but_not_counted(client, db):
    stamp = stamps_of(make_packs())[0]
    machines = [
        {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"user-agent": "facebookexternalhit/1.1"},
        {"user-agent": "TelegramBot (like TwitterBot)"},
        {"user-agent": PHONE, "sec-purpose": "prefetch;prerender"},
        {"user-agent": PHONE, "purpose": "prefetch"},
        {"user-agent": PHONE, "x-moz": "prefetch"},
        {"user-agent": PHONE, "sec-fetch-dest": "image"},
    ]
    for headers in machines:
        assert visit(client, scan_url(stamp), headers={**BROWSER, **headers}).status_code == 200, headers
    assert client.head(scan_url(stamp), headers=BROWSER).status_code == 200
    assert recorder.flush() == 0 and not ScanSummary.objects.filter(stamp=stamp).exists()
    zalo = f"{PHONE} Zalo android/12100737"
    assert visit(client, scan_url(stamp), headers={**BROWSER, "user-agent": zalo}).status_code == 200
    assert recorder.flush() == 1


PHONES = 6


def verdicts_of_phones_at_once(stamp) -> list[str]:
    phones = [f"{PHONE} {chr(65 + number)}" for number in range(PHONES)]
    scans = [lambda phone=phone: look(Client(), scan_url(stamp), **{"user-agent": phone})[0] for phone in phones]
    return sorted(all_at_once(*scans))


def test_control_without_the_insert_all_phones_are_first(committed_db, monkeypatch):
    stamp, all_have_looked = stamps_of(make_packs())[0], threading.Barrier(PHONES)

    def look_then_claim(stamp_id, at):
        is_first = not ScanSummary.objects.filter(stamp=stamp_id).exists()
        all_have_looked.wait(PATIENCE_SECONDS)
        ScanSummary.objects.get_or_create(stamp_id=stamp_id, defaults={"first_at": at})
        return is_first

    monkeypatch.setattr(scanning, "claim_first", look_then_claim)
    assert verdicts_of_phones_at_once(stamp) == ["first-scan"] * PHONES


def test_of_phones_scanning_at_once_exactly_one_is_first(committed_db, monkeypatch):
    stamp, all_have_read = stamps_of(make_packs())[0], threading.Barrier(PHONES)

    def claim_together(stamp_id, at):
        all_have_read.wait(PATIENCE_SECONDS)
        return claim_first(stamp_id, at)

    monkeypatch.setattr(scanning, "claim_first", claim_together)
    assert verdicts_of_phones_at_once(stamp) == ["first-scan"] + ["seen"] * (PHONES - 1)
    recorder.flush()
    assert ScanSummary.objects.get(stamp=stamp).devices == PHONES


def test_a_read_only_database_still_answers_and_the_scan_is_written_later(client, committed_db):
    stamp = stamps_of(make_packs())[0]
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    try:
        verdict, page = look(client, scan_url(stamp))
        assert (verdict, page.status_code) == ("seen", 200), "nobody is told to be first without the database's word"
        with pytest.raises(Exception, match="read-only"):
            recorder.flush()
        assert recorder.waiting() == 1
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")
    assert recorder.flush() == 1 and ScanSummary.objects.get(stamp=stamp).scans == 1


def test_locked_scan_tables_hold_up_nobody(client, committed_db):
    first, second = stamps_of(make_packs(2))
    look(client, scan_url(second))
    recorder.flush()
    locked, done, has_given_up = threading.Event(), threading.Event(), threading.Event()

    def lock():
        with connections["default"].cursor() as cursor:
            cursor.execute("BEGIN; LOCK TABLE traceability_scansummary, traceability_scan IN ACCESS EXCLUSIVE MODE")
            locked.set()
            if not done.wait(PATIENCE_SECONDS):
                has_given_up.set()
            cursor.execute("ROLLBACK")
        connections.close_all()

    thread = threading.Thread(target=lock)
    thread.start()
    locked.wait(PATIENCE_SECONDS)
    try:
        for stamp in (first, second):
            verdict, page = look(client, scan_url(stamp))
            assert (verdict, page.status_code) == ("seen", 200)
        assert not has_given_up.is_set(), "the pages came while the tables were locked"
    finally:
        done.set()
        thread.join()


def test_a_kept_connection_that_was_lost_is_made_anew(client, committed_db):
    url = scan_url(stamps_of(make_packs())[0])
    connection.connection.close()  # as after a restart of the server, unnoticed by Django
    assert look(client, url)[0] == "first-scan"


def test_without_any_database_the_page_says_so(client, db, monkeypatch):
    from django.db import OperationalError

    def broken(*_args, **_kwargs):
        raise OperationalError("gone")

    stamp = stamps_of(make_packs())[0]
    url = scan_url(stamp)
    monkeypatch.setattr("storefront.public.scan.scanning.read_pack", broken)
    response = client.get(url, headers=BROWSER)
    text = response.content.decode()
    assert response.status_code == 503 and stamp.code in text and "chưa kiểm tra được" in text
    assert response["Cache-Control"] == "no-store"


def test_the_thread_writes_by_itself(committed_db, settings):
    settings.SCAN_FLUSH_SECONDS = 0.05
    stamp = stamps_of(make_packs())[0]
    put_scan(by_device(stamp, 1))
    wait_until(Scan.objects.filter(stamp=stamp).exists)


def test_a_stamp_deleted_or_unknown_does_not_spoil_the_batch(db):
    stamp = stamps_of(make_packs())[0]
    missing = Stamp.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1000
    assert (
        record_scans([ScanRecord(stamp_id=missing, at=NOW, device="a"), by_device(stamp, 1), by_device(stamp, 1)])
        == 1
    )


def test_scans_before_activation_take_nobodys_first(client, db):
    from catalogue.traceability.stamps.batches import activate_batch, apply_to_lot, mark_delivered

    batch = make_packs(state=StampState.PRINTED)
    stamp = stamps_of(batch)[0]
    assert look(client, scan_url(stamp))[0] == "not-active"
    assert recorder.flush() == 1 and not ScanSummary.objects.filter(stamp=stamp).exists()
    for step in (mark_delivered, apply_to_lot, activate_batch):
        batch = step(batch=batch)
    assert look(client, scan_url(stamps_of(batch)[0]))[0] == "first-scan"


def test_a_token_tells_nothing_of_device_or_other_packs():
    facts = {"address": "203.0.113.7", "agent": PHONE, "languages": "vi", "at": NOW}

    def token_of(code="A" * 12, **changes):
        return origins.device_token(code=code, **{**facts, **changes})

    token = token_of()
    assert re.fullmatch("[0-9a-f]{32}", token)
    assert token_of("B" * 12) != token, "two packs cannot be joined"
    assert token_of(at=NOW.replace(year=2027)) != token, "a new salt each year"
    assert token_of(address="203.0.113.99") == token, "the network, not the line"
    assert token_of(agent=PHONE.replace("131", "132")) == token


def test_provinces_come_from_a_list_of_networks_if_there_is_one(client, db, settings, tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("198.51.100.0/24,66\n198.51.0.0/16,79\n2001:db8::/32,01\n203.0.113.0/24,99\n")
    assert origins.province_of("198.51.100.3") == "", "unknown without a list"
    settings.SCAN_PLACES_CSV = str(path)
    for address, province in (("198.51.100.3", "66"), ("198.51.7.3", "79"), ("2001:db8:1::1", "01"),
                              ("203.0.113.1", ""), ("x", "")):  # fmt: skip
        assert origins.province_of(address) == province
    stamp = stamps_of(make_packs())[0]
    visit(client, scan_url(stamp), REMOTE_ADDR="198.51.100.3")
    recorder.flush()
    page = look(client, scan_url(stamp))[1].content.decode()
    assert "Đắk Lắk" in page and "198.51" not in page
    assert ScanSummary.objects.get(stamp=stamp).provinces == ["66"]


def test_a_place_is_kept_only_with_consent_and_rounded(client, db):
    stamp = stamps_of(make_packs())[0]
    look(client, scan_url(stamp))
    recorder.flush()
    assert Scan.objects.get(stamp=stamp).latitude is None
    ours = {"user-agent": PHONE, "sec-fetch-site": "same-origin"}
    url = f"/q/{stamp.code}/noi-quet/"
    assert client.post(url, {"lat": "12.6789", "lon": "108.0432"}, headers=ours).status_code == 204
    scan = Scan.objects.get(stamp=stamp)
    assert (scan.latitude, scan.longitude) == (12.7, 108.0)
    assert (
        client.post(url, {"lat": "1", "lon": "2"}, headers={**ours, "sec-fetch-site": "cross-site"}).status_code
        == 403
    )
    for bad in ({}, {"lat": "x", "lon": "1"}, {"lat": "nan", "lon": "1"}, {"lat": "91", "lon": "1"}):
        assert client.post(url, bad, headers=ours).status_code == 400
    assert client.post("/q/ZZZZZZZZZZZZ/noi-quet/", {"lat": "1", "lon": "1"}, headers=ours).status_code == 404
    assert client.get(url).status_code == 405


def test_staff_at_the_counter_are_no_consumers(client, db):
    stamp = stamps_of(make_packs())[0]
    user = User.objects.create_user(email="ban@example.vn", password="x")
    user.sales_point_memberships.create(sales_point=SalesPoint.objects.first(), since=datetime.date(2020, 1, 1))
    client.force_login(user)
    look(client, scan_url(stamp))
    recorder.flush()
    summary = ScanSummary.objects.get(stamp=stamp)
    assert (summary.scans, summary.devices, Scan.objects.get(stamp=stamp).is_staff_scan) == (1, 0, True)


def test_old_scans_are_anonymised_and_then_deleted(db, settings):
    stamp = stamps_of(make_packs())[0]
    settings.SCAN_DEVICE_DAYS, settings.SCAN_KEEP_DAYS = 30, 100
    now = timezone.now()
    ages = {1: 1, 2: 40, 3: 200}
    record_scans(
        [by_device(stamp, n, at=now - datetime.timedelta(days), point=(12.7, 108.0)) for n, days in ages.items()]
    )
    forgotten = forget_old_scans(now=now)
    assert (forgotten.anonymised, forgotten.deleted) == (1, 1)
    rows = Scan.objects.filter(stamp=stamp).order_by("scanned_at").values_list("device", "latitude")
    assert list(rows) == [("", None), (f"{1:032d}", 12.7)]
    assert ScanSummary.objects.get(stamp=stamp).scans == 3, "totals stay"
    assert forget_old_scans(now=now).anonymised == 0


def test_claiming_twice_gives_one_winner_until_nobody_has_come(db):
    stamp = stamps_of(make_packs())[0]
    assert [claim_first(stamp.pk, NOW), claim_first(stamp.pk, NOW)] == [True, False]
    assert claim_first(stamp.pk, NOW + HOLD / 2) is False
    assert [claim_first(stamp.pk, NOW + HOLD), claim_first(stamp.pk, NOW + HOLD)] == [True, False]
    record_scans([by_device(stamp, 1, at=NOW + HOLD)])
    assert claim_first(stamp.pk, NOW + 9 * HOLD) is False


# -- the second step -------------------------------------------------------------------------------


def test_a_program_that_only_reads_the_page_takes_nobodys_first(client, db):
    """It calls itself a browser, but fetches no pictures: for a moment it holds the place, then it is as if it had
    never been there."""
    stamp = stamps_of(make_packs())[0]
    url = scan_url(stamp)
    read = client.get(url, headers=BROWSER)
    assert VERDICT.search(read.content.decode())[1] == "first-scan"
    assert recorder.flush() == 0
    verdict, page = look(Client(), url, **{"user-agent": f"{PHONE} B"})
    assert verdict == "seen"
    assert "Tải lại trang này sau một phút" in page.content.decode(), "nobody is told that others have scanned"
    recorder.clear()
    recent_scans.clear()
    ScanSummary.objects.filter(stamp=stamp).update(first_at=timezone.now() - HOLD)
    assert "chưa có ai quét" in client.get(f"/q/{stamp.code}", headers=BROWSER).content.decode()
    assert look(Client(), url, **{"user-agent": f"{PHONE} B"})[0] == "first-scan"
    recorder.flush()
    assert look(Client(), url, **{"user-agent": f"{PHONE} C"})[0] == "seen"
    recorder.flush()
    assert ScanSummary.objects.get(stamp=stamp).devices == 2


def test_a_place_that_was_not_taken_is_taken_over_by_one(committed_db):
    stamp = stamps_of(make_packs())[0]
    Client().get(scan_url(stamp), headers=BROWSER)
    ScanSummary.objects.filter(stamp=stamp).update(first_at=timezone.now() - 2 * HOLD)
    assert verdicts_of_phones_at_once(stamp) == ["first-scan"] + ["seen"] * (PHONES - 1)


def test_only_the_page_s_own_picture_marks_a_scan(client, db):
    first, other = stamps_of(make_packs(2))
    page = client.get(scan_url(first), headers=BROWSER).content.decode()
    mark = MARK.search(page)[1]
    token = mark.partition("?t=")[2]
    browser = {**BROWSER, "accept": "image/*"}
    stamp_id, counts, second, mac = token.split(".")
    for address in (
        f"/q/{other.code}/dau.gif?t={token}",
        f"/q/{first.code}/dau.gif?t={other.pk}.{counts}.{second}.{mac}",
        f"/q/{first.code}/dau.gif?t={stamp_id}.{counts}.{int(second) + 1}.{mac}",
        f"/q/{first.code}/dau.gif?t=",
        f"/q/{first.code}/dau.gif?t=%00.1.é.x",
    ):
        assert client.get(address, headers=browser).status_code == 200
    foreign = {"sec-fetch-site": "cross-site"}
    for headers in ({"user-agent": "curl/8.5.0"}, foreign, {"sec-fetch-dest": "document"}, {"purpose": "prefetch"}):
        assert client.get(mark, headers={**browser, **headers}).status_code == 200
    client.head(mark, headers=browser)
    assert recorder.flush() == 0
    assert not client.get(mark, headers=browser).cookies
    assert recorder.flush() == 1
    for machine in ({"user-agent": "curl/8.5.0"}, {"purpose": "prefetch"}):
        assert not MARK.search(client.get(scan_url(first), headers={**BROWSER, **machine}).content.decode())
    assert not MARK.search(client.get(f"/q/{first.code}", headers=BROWSER).content.decode()), (
        "what is typed is no scan"
    )


def test_a_mark_is_believed_for_some_minutes(monkeypatch):
    made = MARK.search(marks.mark_html(code="A" * 12, mark=marks.Mark(7, counts=True)).decode())[1]
    token = made.partition("?t=")[2]
    assert marks.read_mark("A" * 12, token) == marks.Mark(7, counts=True)
    now = marks.time.time()
    monkeypatch.setattr(marks.time, "time", lambda: now + marks.MAX_AGE_SECONDS + 1)
    assert marks.read_mark("A" * 12, token) is None
