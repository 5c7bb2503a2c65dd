"""What the page of a pack says: ten verdicts, the fields of the law, and what it never says."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone, translation

from catalogue.certification.models import Certificate
from catalogue.traceability.models import CloneAlert, Lot, ScanSummary, StampState
from catalogue.traceability.recalls import services as recalls
from catalogue.traceability.scans import clones
from catalogue.traceability.scans.services import recorder
from catalogue.traceability.stamps import offline, signing
from catalogue.traceability.stamps.keys import signer_for, withdraw_key
from catalogue.traceability.stamps.packs import mark_sold, void_stamp
from storefront.templatetags.components import day

from .packs import BROWSER, GTIN, make_packs, scan_url, stamps_of
from .recalled import make_officer
from .scans import VERDICT, look


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.mark.parametrize("gtin", ["", GTIN], ids=["q", "gtin"])
def test_the_first_scan_is_first_once_and_the_next_one_says_when(client, db, gtin):
    stamp = stamps_of(make_packs(gtin=gtin))[0]
    url = scan_url(stamp)
    assert look(client, url)[0] == "first-scan"
    recorder.flush()
    verdict, page = look(client, url)
    assert verdict == "seen"
    local = timezone.localtime(ScanSummary.objects.get(stamp=stamp).first_at)
    assert f"{local.day}/{local.month}/{local.year} {local.hour}:{local:%M}" in words(page)
    assert "no-store" in page["Cache-Control"] and not page.cookies and "ETag" not in page


def test_every_verdict_has_its_cause(client, db):
    today = timezone.localdate()
    active, void, sold, checked, recalled = stamps_of(make_packs(5))
    void_stamp(stamp=void, reason="rách")
    mark_sold(stamp=sold)
    CloneAlert.objects.create(stamp=checked, score=1.4)
    recalls.declare_recall(
        by=make_officer(), scope="range", reason="Có vi sinh", batch=active.batch, first=recalled.position,
        last=recalled.position,
    )  # fmt: skip
    delivered = stamps_of(make_packs(state=StampState.DELIVERED))[0]
    revoked = stamps_of(make_packs(revoked_on="2024-06-01", revocation_reason="Vi phạm"))[0]
    expired = stamps_of(make_packs(issued="2021-01-05"))[0]
    expected = {
        active: "first-scan", void: "not-active", sold: "sold", checked: "under-check", recalled: "recalled",
        delivered: "not-active", revoked: "revoked", expired: "expired",
    }  # fmt: skip
    for stamp, verdict in expected.items():
        for language in ("", "/en"):
            found, page = look(client, scan_url(stamp, language=language))
            assert found == (verdict if not (language and verdict == "first-scan") else "seen")
            text = words(page).lower()
            assert "fake" not in text and not re.search(r"\b(hàng|tem) giả\b", text)
            assert "no-store" in page["Cache-Control"]
    assert f"{today.day}/{today.month}/{today.year}" in words(look(client, scan_url(sold))[1])
    assert "Có vi sinh" in words(look(client, scan_url(recalled))[1])


def test_a_recall_is_the_verdict_also_on_the_products_own_code_and_nothing_is_sold(client, db):
    batch = make_packs(2)
    product, officer = batch.product, make_officer()
    page_code = product.stamps.get(is_page_code=True)
    assert look(client, page_code.get_absolute_url())[0] == "certified"
    recalls.declare_recall(by=officer, scope="lot", reason="Có vi sinh", lot=batch.lot)
    for url in (scan_url(stamps_of(batch)[0], language="/en"), f"/en{page_code.get_absolute_url()}"):
        verdict, page = look(client, url)
        assert verdict == "recalled" and "verdict--bad" in page.content.decode(), url
        assert "Có vi sinh" in words(page) and "/thu-hoi/" in page.content.decode()
        assert "and buy" not in words(page) and "data-warning" not in page.content.decode()
    assert "Add to basket" not in words(client.get(f"/en{product.get_absolute_url()}"))


def test_the_ocop_status_stands_inside_the_verdict(client, db):
    inside = re.compile(r'<section class="verdict .*?</section>', re.DOTALL)
    for stars, said in ((4, "4 stars"), (0, "OCOP: Nothing known about a certificate")):
        page = look(client, scan_url(stamps_of(make_packs(1, stars=stars))[0], language="/en"))[1]
        assert said in re.sub(r"<[^>]+>", " ", inside.search(page.content.decode())[0]), stars


SUSPENDED = {"suspended_from": "2024-06-01", "suspension_reason": "Chờ hậu kiểm"}
REVOKED = {"revoked_on": "2024-06-01", "revocation_reason": "Vi phạm"}


@pytest.mark.parametrize(
    ("fields", "key", "tone"),
    [
        (SUSPENDED, "revoked", "bad"),
        (REVOKED, "revoked", "bad"),
        ({"issued": "2021"}, "expired", "warn"),
        ({"issued": "2021-01-05"}, "expired", "warn"),
    ],
    ids=["suspended", "revoked", "possibly_expired", "expired"],
)
def test_a_certificate_that_holds_no_more_is_as_loud_on_a_pack_as_on_a_page_code_and_offline(
    client, db, fields, key, tone
):
    batch = make_packs(1, **fields)
    assert batch.prefix not in offline.contents().active
    page_code = batch.product.stamps.get(is_page_code=True)
    for url in (scan_url(stamps_of(batch)[0]), page_code.get_absolute_url()):
        verdict, page = look(client, url)
        assert verdict == key
        assert f"verdict--{tone}" in page.content.decode(), url


def test_only_our_own_signature_passes(client, db):
    stamp, other = stamps_of(make_packs(2))
    batch, signer = stamp.batch, signer_for(stamp.batch)
    s = scan_url(stamp).partition("s=")[2]
    forged = s[:-1] + str((int(s[-1]) + 1) % 10)
    other_host = signing.sign(signer.key, number=signer.number, host="khac.example", serial=stamp.code)
    with_gtin = signing.sign(signer.key, number=signer.number, host=batch.host, serial=stamp.code, gtin=GTIN)
    others = scan_url(other).partition("s=")[2]
    bad = [forged, other_host, with_gtin, others, "9" + s[1:], s[:-1], s + "0", "x", "%00"]
    for given in (*bad, f"{s}&s={others}", "1" * 9000):
        verdict, page = look(client, f"/q/{stamp.code}?s={given}")
        assert (verdict, page.status_code) == ("bad-signature", 200), given
    assert not ScanSummary.objects.filter(stamp=stamp).exists(), "a wrong code takes nobody's first scan"
    unknown = stamp.batch.prefix + "0" * 8
    for code in (unknown, "Z" * 12):
        assert look(client, f"/q/{code}?s={forged}")[0] == "bad-signature", "says nothing about the serial"
        verdict, page = look(client, f"/q/{code}")
        assert (verdict, page.status_code) == ("unknown", 404)
        assert stamp.product.title not in page.content.decode(), "a neighbour is not given away"


def test_a_withdrawn_key_only_lets_known_serials_pass(client, db):
    stamp = stamps_of(make_packs())[0]
    signer = signer_for(stamp.batch)
    unknown = stamp.batch.prefix + "0" * 8
    s = signing.sign(signer.key, number=signer.number, host=stamp.batch.host, serial=unknown)
    url = scan_url(stamp)
    withdraw_key(number=signer.number, reason="test")
    assert look(client, f"/q/{unknown}?s={s}")[0] == "unknown"
    verdict, page = look(client, url)
    assert verdict == "first-scan"
    assert "không còn dùng" in words(page) or "no longer used" in words(page)


def test_a_serial_typed_by_hand_is_understood(client, db):
    stamp = stamps_of(make_packs())[0]
    code = stamp.code
    typed = f"{code[:4]}-{code[4:8]} {code[8:]}".lower().replace("0", "o").replace("1", "l")
    for way in (typed, f"{code}?s=", code):  # an empty signature is none
        verdict, page = look(client, f"/q/{way}")
        assert verdict == "seen" and "verdict--neutral" in page.content.decode(), way
        assert "noi-quet" not in page.content.decode(), "who types a number need not be where the pack is"
    assert recorder.flush() == 0, "what was typed was not scanned"
    assert look(client, scan_url(stamp))[0] == "first-scan"
    recorder.flush()
    assert "verdict--neutral" in look(client, f"/q/{code}")[1].content.decode()
    for bad in ("x" * 10_000, "%00", "🙂", "<script>"):
        assert client.get(f"/q/{bad}").status_code == 404


def test_the_page_holds_every_required_field(client, db):
    stamp = stamps_of(make_packs(gtin=GTIN))[0]
    lot = stamp.batch.lot
    page = look(client, scan_url(stamp, language="/en"))[1]
    text = words(page)
    product = stamp.product
    with translation.override("en"):
        use_by = day(lot.expires_on)
    required = [
        product.title, product.producer.name, "Address", "Origin", "Roasting", "L-01", stamp.code[:4], "Use by",
        use_by, "Standards applied", "Traceability code",
        f"(01) {GTIN} (10) L-01 (21) {stamp.code}", "Number of the decision", "valid until", "Vườn số 3",
        "about 12.68° N, 108.04° E", "KN 12", "Self-declaration", "Ingredients", "Net content", "Storage and use",
        "Warnings", "Report a suspicious product", "Last update", "Go to the product", "4 stars",
    ]  # fmt: skip
    assert [field for field in required if field.lower() not in text.lower()] == []
    source = page.content.decode()
    assert "<img" in source and "₫" not in text
    assert "12.67891" not in source, "the exact point stays inside"
    assert len(page.content) <= 30_000
    assert f"code={stamp.code}" in source and f"/q/{stamp.code}/noi-quet/" in source
    assert f'href="/tem/01/{GTIN}/21/{stamp.code}?s=' in source, "the switch of languages keeps the signature"


def test_a_digital_link_that_leads_to_no_pack_is_never_an_error(client, db):
    stamp = stamps_of(make_packs(gtin=GTIN))[0]
    for path, status, verdict in (
        (f"01/{GTIN}/21/{'Z' * 12}", 200, "unknown"),
        (f"01/{GTIN}/21/a%2Fb", 200, "unknown"),
        (f"01/{GTIN}/10/L-99/21/{stamp.code}", 200, "unknown"),
        (f"01/{GTIN}/10/L-99", 200, "unknown"),
        (f"01/{GTIN}/10/L-01", 200, "certified"),
        (f"01/{GTIN}/10/L-01/21/{stamp.code}", 200, "seen"),
        ("01/00200000000028/21/ABC", 404, "unknown"),
        ("01/00200000000012/21/ABC", 400, "unknown"),
        ("21/ABC/01/00200000000011", 400, "unknown"),
    ):
        page = client.get(f"/tem/{path}", REQUEST_URI=f"/tem/{path}", headers=BROWSER)
        found = VERDICT.search(page.content.decode())[1]
        assert (page.status_code, found) == (status, verdict), path
        assert "no-store" in page["Cache-Control"]


def test_changes_show_at_once_though_the_page_is_remembered(client, db, settings):
    settings.PAGE_CACHE_MB = 4
    batch = make_packs(4)
    first, second, third, _rest = stamps_of(batch)
    officer = make_officer()
    assert look(client, scan_url(first))[0] == "first-scan"
    verdict, page = look(client, scan_url(second))
    assert verdict == "first-scan"
    assert f"/q/{second.code}?s=" in page.content.decode() and first.code not in page.content.decode()
    assert page["Content-Security-Policy"] and page["X-Frame-Options"] and page["Content-Language"] == "vi"
    recalls.declare_recall(by=officer, scope="lot", reason="Lẫn tạp chất", lot=batch.lot)
    for stamp in (second, third):
        assert look(client, scan_url(stamp))[0] == "recalled"
    other = make_packs(1)
    certificate = Certificate.objects.get(product=other.product)
    assert look(client, scan_url(stamps_of(other)[0]))[0] == "first-scan"
    certificate.revoked_on, certificate.revocation_reason = datetime.date(2024, 12, 1), "Vi phạm"
    certificate.save()
    assert look(client, scan_url(stamps_of(other)[0]))[0] == "revoked"


def test_a_remembered_page_is_not_shown_while_the_site_is_maintained(client, db, settings):
    settings.PAGE_CACHE_MB = 4
    url = scan_url(stamps_of(make_packs(1))[0])
    for verdict in ("first-scan", "seen"):
        assert look(client, url)[0] == verdict
    settings.MAINTENANCE = True
    assert Client().get(url).status_code == 503


def test_a_remembered_page_costs_few_queries(client, committed_db, settings, django_assert_max_num_queries):
    settings.PAGE_CACHE_MB = 4
    stamps = stamps_of(make_packs(3))
    with django_assert_max_num_queries(26):
        look(client, scan_url(stamps[0]))
    recorder.flush()
    assert look(client, scan_url(stamps[0]))[0] == "seen"
    with django_assert_max_num_queries(1):
        assert look(client, scan_url(stamps[0]))[0] == "seen"
    look(client, scan_url(stamps[1]))
    with django_assert_max_num_queries(2):  # with the insert that decides who is first
        assert look(client, scan_url(stamps[2]))[0] == "first-scan"


def test_what_else_is_to_be_said_stands_beside_the_verdict(client, db):
    batch = make_packs(2)
    Lot.objects.filter(pk=batch.lot_id).update(produced_on=None, expires_on=datetime.date(2020, 1, 2))
    batch.stars_at_print = 5
    batch.save(update_fields=["stars_at_print"])
    page = look(client, scan_url(stamps_of(batch)[0], language="/en"))[1]
    assert "The use-by date of this lot has passed" in words(page)
    assert "Printed: 5 stars. Today: 4 stars." in words(page)


def test_an_officers_word_decides_what_under_check_says(client, db):
    stamp = stamps_of(make_packs())[0]
    officer = make_officer()
    alert = CloneAlert.objects.create(stamp=stamp, score=1.2)
    url = scan_url(stamp, language="/en")
    assert "We are checking this stamp" in words(look(client, url)[1])
    clones.confirm_alert(alert=alert, by=officer, note="Thấy hai gói cùng số")
    assert "Copies of this stamp were found" in words(look(client, url)[1])
