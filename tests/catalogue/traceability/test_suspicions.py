"""Reports of suspicion: sent without a cookie, with a photo that tells nothing of its sender, and dealt with."""

import hashlib
import io
import re

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from catalogue.traceability.models import SuspicionReport
from catalogue.traceability.suspicions.services import ReportRefused, code_in, handle_suspicion, report_suspicion
from media.evidence import copy_of, original_of
from media.models import Evidence
from tests.mails import delivered
from tests.media.drawn import decoder_in_use, upload, webp_claiming
from tests.storefront.shop.offers import OURS

from .recalled import make_batch, make_lot, officers, person

pytestmark = pytest.mark.django_db
URL = "/bao-nghi-ngo/"
QUEUE = "/theo-doi/can-bo/nghi-ngo/"
TYPED = {"text": "Tem in <b>mờ</b>", "where": "Chợ Ea Tu", "contact": "0912 345 678"}


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()
    yield
    cache.clear()


def photo_with_place() -> SimpleUploadedFile:
    image, buffer = Image.new("RGB", (400, 300), "brown"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Dien thoai cua Lan"
    exif.get_ifd(0x8825)[1] = "N"
    image.save(buffer, "JPEG", exif=exif)
    return SimpleUploadedFile("anh.jpg", buffer.getvalue(), "image/jpeg")


def test_the_form_is_the_same_for_everybody_and_sets_no_cookie(client):
    for url in (URL, f"/en{URL}", f"{URL}?code=AB12CD34EF56"):
        answer = client.get(url)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert 'value="AB12CD34EF56"' in client.get(f"{URL}?code=ab12-cd34-ef56").content.decode()
    assert client.get(f"{URL}?code=%00%27%22%3Cb%3E").status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        "{code}", "{lower}", "{spaced}", "https://saobuon.example/q/{code}?s=0123",
        "https://saobuon.example/01/00200000000018/10/L1/21/{code}?s=1", "/en/q/{lower}",
    ],
)  # fmt: skip
def test_the_stamp_is_found_however_the_code_comes_in(typed):
    code = make_batch(lot=make_lot()).stamps.first().code
    spaced = " ".join((code[:4], code[4:8], code[8:])).replace("0", "O")
    report = report_suspicion(text="x", code=typed.format(code=code, lower=code.lower(), spaced=spaced))
    assert (report.code, report.stamp.code) == (code, code)


def test_a_code_that_is_none_of_ours_is_kept_as_typed():
    report = report_suspicion(text="x", code="không có mã " + "9" * 99)
    assert report.stamp is None
    assert report.code.startswith("không có mã 9")
    assert code_in("https://[::1/q/x") == "https://[::1/q/x"


def test_a_report_with_a_photo_is_kept_mailed_and_followed_by_its_number(client):
    stamp = make_batch(lot=make_lot()).stamps.first()
    answer = client.post(URL, {**TYPED, "code": stamp.code, "photo": photo_with_place()}, headers=OURS)
    kept = SuspicionReport.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{URL}{kept.reference}/")
    assert not answer.cookies
    assert (kept.stamp, kept.where, kept.state) == (stamp, "Chợ Ea Tu", "new")
    stored = copy_of(kept.photo)
    assert b"Lan" not in stored
    assert not Image.open(io.BytesIO(stored)).getexif()

    page = client.get(answer["Location"]).content.decode()
    assert f"NN-{kept.reference}" in page
    for private in ("mờ", "Ea Tu", "0912", kept.photo.copy.name, kept.photo.sha256):
        assert private not in page
    for typed in (f"nn-{kept.reference.lower()}", f" {kept.reference[:5]} {kept.reference[5:]}"):
        assert client.get(URL, {"reference": typed})["Location"] == f"{URL}{kept.reference}/"
    assert client.get(URL, {"reference": "NN-<i>9"}).status_code == 404
    for unknown in ("ZZZZZZZZZZ", "%00", "x"):
        assert client.get(f"{URL}{unknown}/").status_code == 404

    (message,) = delivered()
    assert message.to == ["gop-y@saobuon.example"]
    assert "Tem in <b>mờ</b>" in message.body
    assert "0912" not in message.body


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"where": "x" * 201}, "where"),
        ({"confirm_address": "http://example.com"}, "__all__"),
        ({"photo": SimpleUploadedFile("a.jpg", b"<script>", "image/jpeg")}, "photo"),
        (
            {"photo": SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")},
            "photo",
        ),
        ({"photo": SimpleUploadedFile("a.jpg", b"", "image/jpeg")}, "photo"),
    ],
)
def test_nothing_typed_is_lost_on_an_error(client, changes, field):
    if "photo" in changes:
        changes["photo"].seek(0)
    answer = client.post(URL, {**TYPED, **changes}, headers=OURS)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not SuspicionReport.objects.exists()
    assert not Evidence.objects.exists()
    assert "0912 345 678" in page
    if "text" not in changes:
        assert "Tem in &lt;b&gt;mờ&lt;/b&gt;" in page


def test_another_website_cannot_send_one_and_an_old_browser_confirms(client):
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        assert client.post(URL, TYPED, headers=headers).status_code == 403
    browser = Client(enforce_csrf_checks=True)
    page = browser.post(URL, TYPED).content.decode()
    assert not SuspicionReport.objects.exists()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    assert browser.post(URL, {**TYPED, "csrfmiddlewaretoken": token}).status_code == 302
    assert SuspicionReport.objects.count() == 1


def test_an_address_sends_so_many_an_hour_and_keeps_what_it_typed(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"suspicion": "2/h/ip"}
    texts = [f"Tem in <b>mờ</b>, lần {number}" for number in range(3)]
    answers = [client.post(URL, {**TYPED, "text": text}, headers=OURS) for text in texts]
    other = client.post(URL, TYPED, headers=OURS, REMOTE_ADDR="203.0.113.9")
    assert [answer.status_code for answer in (*answers, other)] == [302, 302, 429, 302]
    assert "Tem in &lt;b&gt;" in answers[2].content.decode()
    assert SuspicionReport.objects.count() == 3


def test_a_report_sent_again_is_the_same_one(client):
    for photo in ({}, {"photo": photo_with_place}):
        files = [{name: make() for name, make in photo.items()} for _time in range(2)]
        places = {client.post(URL, {**TYPED, **file}, headers=OURS)["Location"] for file in files}
        assert len(places) == 1
    assert SuspicionReport.objects.count() == 2


def test_a_phone_network_shares_one_address_and_each_phone_may_send(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"suspicion": "2/h/key,12/h/ip", "suspicion_again": "1/h/key"}
    phones = [{**OURS, "User-Agent": f"Phone {number}"} for number in range(4)]

    def send(phone: int, text: str, **options) -> int:
        return client.post(URL, {**TYPED, "text": f"Tem mờ {text}"}, headers=phones[phone], **options).status_code

    assert [send(phone, f"{phone} {text}") for phone in range(3) for text in "ab"] == [302] * 6
    assert send(0, "0 c") == 429  # more than one phone may send
    assert [send(3, "the same"), send(3, " the  same ")] == [302, 429]
    assert [send(3, f"{text}", REMOTE_ADDR="203.0.113.9") for text in "abc"] == [302, 302, 429]


def test_every_form_counts_and_a_photo_is_opened_last(client, settings):
    """Seen by what happens while the decoder is in use: only a form in which all else is right needs it."""
    settings.ACCOUNT_RATE_LIMITS = {"suspicion": "3/h/ip"}
    browser = Client(enforce_csrf_checks=True)
    with decoder_in_use(settings):
        for status, changes, sender in (
            (422, {"text": " "}, OURS),
            (200, {}, {}),  # must be confirmed first
            (503, {}, OURS),
            (429, {}, OURS),
            (429, {"text": " "}, OURS),
        ):
            answer = browser.post(URL, {**TYPED, **changes, "photo": photo_with_place()}, headers=sender)
            assert answer.status_code == status
            assert ("Retry-After" in answer) == (status == 503)
            page = answer.content.decode()
            assert "0912 345 678" in page
    assert not SuspicionReport.objects.exists()
    assert not Evidence.objects.exists()


def test_a_visitors_bomb_is_refused_by_its_header(client):
    answer = client.post(URL, {**TYPED, "photo": upload(webp_claiming(7000, 7000), "a.webp")}, headers=OURS)
    assert answer.status_code == 422
    assert "photo" in answer.context["form"].errors
    assert "0912 345 678" in answer.content.decode()


def test_the_report_shows_the_digest_of_what_was_sent_and_says_when_a_file_was_changed(client, settings, tmp_path):
    settings.EVIDENCE_DIR = tmp_path
    canbo, _quantri = officers()
    sent = photo_with_place().read() + b"behind the end"
    client.post(URL, {**TYPED, "photo": upload(sent)}, headers=OURS)
    report = SuspicionReport.objects.get()
    assert original_of(report.photo) == sent
    client.force_login(canbo)
    page, address = f"{QUEUE}{report.pk}/", f"/theo-doi/can-bo/bang-chung/{report.photo_id}/"
    picture = f'<img src="{address}ban-sao/"'
    shown = client.get(page).content.decode()
    assert hashlib.sha256(sent).hexdigest() in shown
    assert 'data-evidence="unchanged"' in shown and picture in shown
    copy, original = client.get(f"{address}ban-sao/"), client.get(f"{address}ban-goc/")
    assert (copy.content, copy["Content-Type"]) == (copy_of(report.photo), "image/jpeg")
    assert b"Lan" not in copy.content
    assert (original.content, original["Content-Type"]) == (sent, "application/octet-stream")
    assert original["Content-Disposition"].startswith("attachment;")
    for file, view in ((report.photo.original, "ban-goc"), (report.photo.private_copy, "ban-sao")):
        path = tmp_path / file.name
        kept = path.read_bytes()
        for another in (kept + b"x", None):
            if another is None:
                path.unlink()
            else:
                path.write_bytes(another)
            shown = client.get(page).content.decode()
            assert 'data-evidence="changed"' in shown and "KHÔNG khớp" in shown and picture not in shown
            assert client.get(f"{address}{view}/").status_code == 409
        path.write_bytes(kept)
    assert 'data-evidence="unchanged"' in client.get(page).content.decode()


def test_an_inspector_takes_a_report_through_its_states(client):
    canbo, _quantri = officers()
    report = report_suspicion(**TYPED, code=make_batch(lot=make_lot()).stamps.first().code)
    client.force_login(canbo)
    assert f"NN-{report.reference}" in client.get(QUEUE).content.decode()
    path = f"{QUEUE}{report.pk}/"
    assert "0912 345 678" in client.get(path).content.decode()
    unfounded = client.post(path, {"state": "closed", "note": " "})
    assert unfounded.status_code == 422
    assert client.post(path, {"state": "in_hand", "note": "Đã gọi"}).status_code == 302
    assert client.post(path, {"state": "new", "note": ""}).status_code == 422
    assert client.post(path, {"state": "closed", "note": "Tem thật", "forget_contact": "on"}).status_code == 302
    report.refresh_from_db()
    assert (report.state, report.inspector, report.contact) == ("closed", canbo, "")
    assert report.closed_at
    assert f"NN-{report.reference}" not in client.get(QUEUE).content.decode()
    assert f"NN-{report.reference}" in client.get(f"{QUEUE}?state=closed").content.decode()
    public = Client().get(f"{URL}{report.reference}/").content.decode()
    assert 'data-state="closed"' in public
    assert "Tem thật" not in public


def test_only_inspectors_deal_with_reports():
    officers()
    report = report_suspicion(**TYPED)
    for role in ("htx", "diemban", "bientap", "nguoimua"):
        with pytest.raises(PermissionDenied):
            handle_suspicion(report=report, state="in_hand", note="", by=person(role))
    with pytest.raises(ReportRefused):
        handle_suspicion(report=report, state="closed", note="", by=person("canbo"))


def test_the_queue_takes_the_same_queries_for_many(client, django_assert_max_num_queries):
    canbo, _quantri = officers()
    client.force_login(canbo)
    batch = make_batch(lot=make_lot(), stamps=20)
    for stamp in batch.stamps.all():
        report_suspicion(text="x", code=stamp.code)
    with django_assert_max_num_queries(15):
        assert client.get(QUEUE).content.decode().count("NN-") == 20


def test_an_unknown_code_is_doubted_once_and_taken_when_it_is_sent_again(client):
    doubt = "Mã này không có trong hệ thống"
    assert doubt in client.get(f"{URL}?code=AB12CD34EF56").content.decode()
    known = make_batch(lot=make_lot()).stamps.first().code
    assert doubt not in client.get(f"{URL}?code={known}").content.decode()
    headers = {"Sec-Fetch-Site": "same-origin"}
    typed = {"text": "Tem in mờ", "code": "AB12CD34EF56"}
    answer = client.post(URL, typed, headers=headers)
    page = answer.content.decode()
    assert (answer.status_code, SuspicionReport.objects.count()) == (200, 0)
    assert doubt in page
    told_of = re.search(r'name="told_of" value="([^"]+)"', page)[1]
    other = client.post(URL, typed | {"code": "AB12CD34EF57", "told_of": told_of}, headers=headers)
    assert (other.status_code, SuspicionReport.objects.count()) == (200, 0)
    sent = client.post(URL, typed | {"told_of": told_of}, headers=headers, follow=True)
    assert SuspicionReport.objects.get().stamp is None
    assert "Mã bạn ghi không có trong hệ thống" in sent.content.decode()


def test_beside_a_photo_an_unknown_code_is_taken_at_once(client):
    typed = {"text": "Tem in mờ", "code": "AB12CD34EF56", "photo": photo_with_place()}
    answer = client.post(URL, typed, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 302
    assert SuspicionReport.objects.get().photo


@pytest.mark.parametrize("text", ["x", "giả", "aaa aaa", "123 456 789", ".. ..", "xx yy"])
@pytest.mark.parametrize("url", [URL, "/gop-y/"])
def test_a_report_says_something(client, url, text):
    answer = client.post(url, {"text": text, "kind": "product"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 422
    assert "Vui lòng viết thêm vài chữ" in answer.content.decode()


def test_every_way_to_report_a_fake_leads_to_one_page(client, index):
    code = make_batch(lot=make_lot()).stamps.first().code
    assert client.get(f"/gop-y/?code={code}")["Location"] == f"{URL}?code={code}"
    assert client.get("/en/gop-y/?code=x")["Location"] == f"/en{URL}?code=x"
    assert f'href="{URL}"' in client.get("/gop-y/").content.decode().partition("<main")[2].partition("</main>")[0]
    assert f"{URL}?about=" in client.get("/tra-cuu/?q=zzzqqqxx").content.decode()
    home = client.get("/").content.decode()
    assert f'href="{URL}"' in home
    assert 'href="/thu-hoi/"' in home
    help_page = client.get("/tro-giup/").content.decode()
    assert f'href="{URL}"' in help_page
    assert 'href="/thu-hoi/"' in help_page
    assert "kind=certificate" not in help_page
