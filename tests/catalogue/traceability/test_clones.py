"""Copies: few false alerts, most copies found, an officer decides."""

import datetime
import io
import re

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from catalogue.traceability.models import CloneAlert, ScanSummary, Stamp
from catalogue.traceability.scans import clones
from catalogue.traceability.scans.clones import THRESHOLD, Signals, clear_alert, confirm_alert, score
from catalogue.traceability.scans.services import add_place, record_scans
from catalogue.traceability.scans.simulation import Simulation
from catalogue.traceability.stamps.packs import mark_sold
from storefront.accounts.models import User

from .packs import make_packs, scan_url, stamps_of
from .recalled import make_officer
from .scans import NOW, by_device, look

DAY = datetime.timedelta(days=1)
SPREAD = ("01", "79", "66", "48", "40", "92", "22", "46")


def copied(stamp, *, first=0, at=NOW, provinces=SPREAD):
    """Scans as copies of one serial make them: many phones, many provinces, many weeks."""
    record_scans(
        [by_device(stamp, first + n, at=at + 9 * n * DAY, province=code) for n, code in enumerate(provinces, start=1)]
    )


def test_an_ordinary_pack_is_never_warned_of():
    family = Signals(devices=5, places=1, days=20)
    gift = Signals(devices=4, places=2, far_km=1200, days=40)
    lent = Signals(devices=2, places=2, far_km=300, days=300, is_early=True)
    kept_for_guests = Signals(devices=4, places=1, days=400, late=2)
    photo_gone_round = Signals(devices=30, places=12, far_km=1700, days=10, is_early=True)
    for ordinary in (Signals(), family, gift, lent, kept_for_guests, photo_gone_round):
        assert score(ordinary) < THRESHOLD, ordinary
    assert score(Signals(devices=9, places=4, far_km=1500, days=120, late=3)) >= THRESHOLD
    assert score(Signals(devices=31, places=12, far_km=1700, days=10)) >= THRESHOLD, "too many for one pack"


@pytest.mark.parametrize("seed", [1, 271, 828])
def test_false_alerts_and_detection_hold_for_any_seed(seed):
    simulation = Simulation(seed=seed)
    packs, serials = 20_000, 300
    for rate, wanted in ((0.1, 0.5), (0.2, 0.92), (0.3, 0.97), (0.8, 0.99)):  # measured, less the scatter of 300
        assert simulation.false_alerts(rate=rate, packs=packs) / packs <= 0.0009  # 0.03 % and the scatter of 20,000
        detected, _visible = simulation.detected(rate=rate, copies=30, serials=serials)
        assert detected / serials >= wanted
    assert Simulation(seed=seed).detected(rate=0.3, copies=10, serials=50) == Simulation(seed=seed).detected(
        rate=0.3, copies=10, serials=50
    ), "the same seed gives the same numbers"


def test_the_command_prints_a_table():
    out = io.StringIO()
    call_command("simulate_clones", seed=5, packs=2000, serials=40, rates=[0.3, 0.5], copies=[3, 30], stdout=out)
    rows = re.findall(
        r"^ +(\d+)% +([\d.]+)% +([\d.]+)% \(([\d.]+)%\) +([\d.]+)% \(([\d.]+)%\)$", out.getvalue(), re.M
    )
    assert [row[0] for row in rows] == ["30", "50"]
    assert all(float(row[4]) >= 90 and float(row[2]) <= float(row[3]) + 10 for row in rows)
    harder = io.StringIO()
    call_command(
        "simulate_clones", seed=5, packs=2000, serials=5, rates=[0.8], copies=[3], harder=True, stdout=harder
    )
    assert "harder market" in harder.getvalue()


def test_scores_grow_scan_by_scan_and_open_one_alert(client, db):
    stamp, other = stamps_of(make_packs(2))
    scores = []
    for number, province in enumerate(SPREAD, start=1):
        record_scans([by_device(stamp, number, at=NOW + 9 * number * DAY, province=province)])
        scores.append(ScanSummary.objects.get(stamp=stamp).score)
    assert scores == sorted(scores) and scores[1] < THRESHOLD <= scores[-1]
    alert = CloneAlert.objects.get(stamp=stamp)
    assert alert.score == scores[-1] and not CloneAlert.objects.filter(stamp=other).exists()
    summary = ScanSummary.objects.get(stamp=stamp)
    assert summary.far_apart_km > 1000 and set(summary.provinces) == set(SPREAD)
    copied(other)
    assert ScanSummary.objects.get(stamp=other).score == summary.score, "one by one or all at once"
    verdict, page = look(client, scan_url(stamp, language="/en"))
    assert verdict == "under-check" and "This proves nothing yet" in page.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        CloneAlert.objects.create(stamp=stamp, score=2)


def test_a_scan_before_the_recorded_sale_weighs(db):
    stamp, other = stamps_of(make_packs(2))
    for one in (stamp, other):
        record_scans([by_device(one, 1), by_device(one, 2, at=NOW + DAY)])
    mark_sold(stamp=stamp)
    Stamp.objects.filter(pk=stamp.pk).update(state_override_at=NOW + 5 * DAY)
    for one in (stamp, other):
        record_scans([by_device(one, 3, at=NOW + 6 * DAY)])
    scores = dict(ScanSummary.objects.filter(stamp__in=[stamp, other]).values_list("stamp", "score"))
    assert scores[stamp.pk] - scores[other.pk] == pytest.approx(clones.EARLY_WEIGHT)


def test_a_scan_long_after_the_sale_weighs_and_one_at_the_counter_never(db):
    unsold, sold, in_shop = stamps_of(make_packs(3))
    mark_sold(stamp=sold)
    Stamp.objects.filter(pk=sold.pk).update(state_override_at=NOW - 20 * DAY)
    for one in (unsold, sold, in_shop):
        record_scans([by_device(one, 1), by_device(one, 2, at=NOW + 30 * DAY)])
    record_scans(
        [by_device(in_shop, 3, at=NOW + days * DAY, is_staff_scan=True, province="01") for days in (-90, 200)]
        + [by_device(in_shop, 4, at=NOW + 250 * DAY, is_staff_scan=True)]
    )
    seen = ScanSummary.objects.in_bulk([unsold.pk, sold.pk, in_shop.pk])
    assert [seen[one.pk].late for one in (unsold, sold, in_shop)] == [0, 1, 0]
    assert seen[sold.pk].score - seen[unsold.pk].score == pytest.approx(clones.LATE_WEIGHT)
    assert seen[in_shop.pk].score == seen[unsold.pk].score and seen[in_shop.pk].devices == 2


def test_places_given_with_consent_count_too(db):
    stamp = stamps_of(make_packs())[0]
    for number, point in enumerate([(21.0, 105.8), (10.8, 106.7), (16.1, 108.2)]):
        add_place(stamp_id=stamp.pk, device=f"{number:032d}", point=point, at=NOW)
    summary = ScanSummary.objects.get(stamp=stamp)
    assert summary.far_apart_km > 1000 and summary.score == pytest.approx(
        2 * clones.PLACE_WEIGHT + clones.DEVICE_WEIGHT
    )


def test_cleared_means_only_later_scans_count(client, db):
    stamp = stamps_of(make_packs())[0]
    officer = make_officer()
    copied(stamp)
    url = scan_url(stamp)
    assert look(client, url)[0] == "under-check"
    alert = clear_alert(alert=CloneAlert.objects.get(stamp=stamp), by=officer, note="Hàng trưng bày hội chợ")
    assert look(client, url)[0] == "seen"
    record_scans([by_device(stamp, 50, at=alert.closed_at + DAY, province="01")])
    assert ScanSummary.objects.get(stamp=stamp).score == 0
    assert look(client, url)[0] == "seen"
    copied(stamp, first=100, at=alert.closed_at + 2 * DAY)
    assert look(client, url)[0] == "under-check"
    assert [one.state for one in CloneAlert.objects.filter(stamp=stamp)] == ["new", "cleared"]


def test_two_officers_cannot_both_decide(db):
    stamp = stamps_of(make_packs())[0]
    copied(stamp)
    alert = CloneAlert.objects.get(stamp=stamp)
    with pytest.raises(clones.AlertRefused):
        clear_alert(alert=alert, by=make_officer("x@example.vn"), note=" ")
    confirm_alert(alert=alert, by=make_officer("a@example.vn"), note="Có hai gói")
    with pytest.raises(clones.AlertRefused):
        clear_alert(alert=alert, by=make_officer("b@example.vn"), note="Không sao")


def test_the_queue_is_for_officers_and_decides_in_place(client, db, django_assert_max_num_queries):
    for stamp in stamps_of(make_packs(4)):
        copied(stamp)
    alert = CloneAlert.objects.first()
    urls = [reverse("office-alerts"), reverse("office-alert", args=[alert.pk])]
    for url in urls:
        assert client.get(url).status_code == 302, "sign in first"
    client.force_login(User.objects.create_user(email="nguoimua@example.vn", password="x"))
    for url in urls:
        assert client.get(url).status_code == 403
        assert client.post(urls[1], {"decision": "clear", "note": "x"}).status_code == 403
    client.force_login(make_officer())
    with django_assert_max_num_queries(12):
        page = client.get(urls[0]).content.decode()
    assert page.count('<th scope="row">') == 4 and alert.stamp.code in page
    page = client.get(urls[1]).content.decode()
    assert page.count("<circle") == len(SPREAD) and "Hà Nội" in page and "0000000" not in page
    assert client.post(urls[1], {"decision": "clear", "note": ""}).status_code == 422
    assert client.post(urls[1], {"decision": "explode", "note": "x"}).status_code == 422
    assert client.post(urls[1], {"decision": "take"}).status_code == 302
    alert.refresh_from_db()
    assert alert.state == "in_hand"
    assert client.post(urls[1], {"decision": "confirm", "note": "Hai gói cùng số"}).status_code == 302
    alert.refresh_from_db()
    assert (alert.state, alert.note) == ("confirmed", "Hai gói cùng số")
    again = client.post(urls[1], {"decision": "clear", "note": "x"})
    assert again.status_code == 422
    assert client.get(urls[0]).content.decode().count('<th scope="row">') == 3
