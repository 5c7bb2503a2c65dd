"""The complaints channel: sent once and never lost, without a cookie; read and answered by the department only."""

import re

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from cms.services import ensure_roles as ensure_page_roles
from storefront.accounts.models import User
from storefront.demo.accounts import ensure_demo_accounts
from storefront.mail.models import OutgoingMail
from storefront.public.complaints.models import Complaint
from storefront.public.complaints.services import StepRefused, handle_complaint, send_complaint
from tests.catalogue.factories import make_product
from tests.mails import delivered
from tests.storefront.shop.offers import OURS

pytestmark = pytest.mark.django_db
URL = "/gop-y/"
QUEUE = "/quan-tri/snippets/complaints/complaint/"
TYPED = {
    "kind": "product",
    "subject": "Gói 500 g mua ở chợ",
    "text": "Hạt bị mốc <b>xanh</b>",
    "name": "Nguyễn Thị Lan",
    "phone": "0912 345 678",
    "email": "lan@example.com",
}


def make_complaint(**fields) -> Complaint:
    return send_complaint(**{"kind": "product", "text": "Hạt bị mốc", **fields})


def test_the_form_is_the_same_for_everybody_and_sets_no_cookie(client):
    for url in (URL, f"/en{URL}", f"{URL}?product=bo-dakado"):
        response = client.get(url)
        assert response.status_code == 200
        assert not response.cookies
        assert "public" in response["Cache-Control"]
        assert "csrfmiddlewaretoken" not in response.content.decode()


def test_a_link_fills_in_what_it_is_about(client):
    page = client.get(f"{URL}?product=bo-dakado").content.decode()
    assert "<strong>Bơ Dakado</strong>" in page
    assert re.search(r'value="product"[^>]*checked', page)
    stars = client.get(f"{URL}?kind=certificate&about=zzqx").content.decode()
    assert 'value="zzqx"' in stars
    assert re.search(r'value="certificate"[^>]*checked', stars)
    assert client.get(f"{URL}?product=%00&kind=zzz&about=%00").status_code == 200
    hidden = make_product(is_public=False)
    assert hidden.title not in client.get(f"{URL}?product={hidden.slug}").content.decode()


def test_a_complaint_is_kept_mailed_and_followed_by_its_number(client):
    response = client.post(URL, {**TYPED, "product": "bo-dakado"}, headers=OURS)
    kept = Complaint.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/gop-y/{kept.reference}/")
    assert (kept.product.title, kept.phone, kept.state) == ("Bơ Dakado", "+84912345678", "new")
    assert not response.cookies

    page = client.get(response["Location"])
    assert kept.reference in page.content.decode()
    assert timezone.localtime(kept.created_at).strftime(" %-H:%M") in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    for private in ("Nguyễn Thị Lan", "0912", "lan@example.com", "mốc", "500 g"):
        assert private not in page.content.decode()

    (message,) = delivered()
    assert message.to == ["gop-y@saobuon.example"]
    assert kept.reference in message.subject
    assert "Hạt bị mốc <b>xanh</b>" in message.body
    assert "Lan" not in message.body
    assert f"{QUEUE}edit/{kept.pk}/" in message.body


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": " "}, "text"),
        ({"kind": ""}, "kind"),
        ({"phone": "12"}, "phone"),
        ({"email": "lan@"}, "email"),
        ({"text": "x" * 4001}, "text"),
        ({"confirm_address": "http://example.com"}, "__all__"),
    ],
)
def test_nothing_typed_is_lost_on_an_error(client, changes, field):
    response = client.post(URL, {**TYPED, "product": "bo-dakado", **changes}, headers=OURS)
    page = response.content.decode()
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Complaint.objects.exists()
    assert "<strong>Bơ Dakado</strong>" in page
    assert "Gói 500 g mua ở chợ" in page
    if "text" not in changes:
        assert "Hạt bị mốc &lt;b&gt;xanh&lt;/b&gt;" in page
    assert "example.com" not in page.replace("lan@example.com", "")


def test_another_website_cannot_send_one(client):
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        assert client.post(URL, TYPED, headers=headers).status_code == 403
    assert not Complaint.objects.exists()


def test_a_browser_that_says_nothing_confirms_once_with_a_token():
    client = Client(enforce_csrf_checks=True)
    first = client.post(URL, TYPED)
    page = first.content.decode()
    assert first.status_code == 200
    assert "Hạt bị mốc &lt;b&gt;" in page
    assert not Complaint.objects.exists()
    wrong = client.post(URL, {**TYPED, "csrfmiddlewaretoken": "x" * 64})
    assert "Hạt bị mốc &lt;b&gt;" in wrong.content.decode()
    assert not Complaint.objects.exists()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    assert client.post(URL, {**TYPED, "csrfmiddlewaretoken": token}).status_code == 302
    assert Complaint.objects.count() == 1


def test_an_address_sends_ten_an_hour_and_keeps_what_it_typed(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"complaint": "2/h/ip"}
    cache.clear()
    texts = [f"Hạt bị mốc, lần {number}" for number in range(3)]
    answers = [client.post(URL, {**TYPED, "text": text}, headers=OURS) for text in texts]
    other = client.post(URL, TYPED, headers=OURS, REMOTE_ADDR="203.0.113.9")
    cache.clear()
    assert [answer.status_code for answer in (*answers, other)] == [302, 302, 429, 302]
    assert "Hạt bị mốc" in answers[2].content.decode()
    assert Complaint.objects.count() == 3


def test_the_number_may_be_typed_without_care(client):
    complaint = make_complaint()
    Complaint.objects.filter(pk=complaint.pk).update(reference="GY-0123456789")
    for typed in ("gy-o123456789", "GYO1234 56789", "0123456789"):
        assert client.get(URL, {"reference": typed})["Location"] == "/gop-y/GY-0123456789/"
        assert client.get(f"/gop-y/{typed}/", follow=True).status_code == 200
    unknown = client.get(URL, {"reference": "GY-<i>9"})
    assert unknown.status_code == 404
    assert "<i>9" not in unknown.content.decode()
    assert client.get("/gop-y/GY-9999999999/").status_code == 404
    assert client.get("/gop-y/%00/").status_code == 404


def test_the_database_refuses_a_closed_complaint_without_an_answer():
    complaint = make_complaint()
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(state="closed")


def test_steps_answers_and_their_history(client):
    officer = User.objects.create_user("canbo@example.com")
    complaint = make_complaint(email="lan@example.com", name="Lan", language="en")
    with pytest.raises(StepRefused):
        handle_complaint(complaint=complaint, state="closed", answer="  ", by=officer)
    handle_complaint(complaint=complaint, state="in_hand", answer="", by=officer)
    with pytest.raises(StepRefused):
        handle_complaint(complaint=complaint, state="new", answer="", by=officer)
    handle_complaint(
        complaint=complaint, state="closed", answer="Đã thu hồi lô hàng.", by=officer, forget_sender=True
    )
    complaint.refresh_from_db()
    assert (complaint.name, complaint.handled_by) == ("", officer)
    assert [event.state for event in complaint.events.order_by("pgh_id")] == ["new", "in_hand", "closed"]
    assert "lan@example.com" not in str(list(complaint.events.values()))
    assert "Đã thu hồi lô hàng." in client.get(complaint.get_absolute_url()).content.decode()

    assert complaint.email == ""
    _notice, message = delivered()
    assert not OutgoingMail.objects.exclude(to="").exists()
    assert message.to == ["lan@example.com"]
    assert f"/en/gop-y/{complaint.reference}/" in message.body


@pytest.fixture
def accounts(db):
    ensure_demo_accounts()
    ensure_page_roles()


def signed_in(role: str) -> Client:
    client = Client()
    if role != "visitor":
        client.force_login(User.objects.get(email=f"{role}@demo.saobuon.example"))
    return client


@pytest.mark.parametrize(
    ("role", "may_read", "may_delete"),
    [
        ("visitor", False, False),
        ("nguoimua", False, False),
        ("htx", False, False),
        ("diemban", False, False),
        ("bientap", False, False),
        ("canbo", True, False),
        ("quantri", True, True),
    ],
)
def test_who_reads_answers_and_deletes(accounts, role, may_read, may_delete):
    complaint = make_complaint(text="Rất riêng tư")
    client = signed_in(role)
    for path in (QUEUE, f"{QUEUE}edit/{complaint.pk}/", f"{QUEUE}inspect/{complaint.pk}/"):
        response = client.get(path)
        assert (response.status_code == 200) is may_read, path
        if not may_read:
            assert "Rất riêng tư" not in response.content.decode()
    client.post(f"{QUEUE}edit/{complaint.pk}/", {"state": "in_hand", "answer": "Đang xem"})
    complaint.refresh_from_db()
    assert (complaint.state == "in_hand") is may_read
    assert client.get(f"{QUEUE}add/").status_code != 200
    client.post(f"{QUEUE}delete/{complaint.pk}/")
    assert Complaint.objects.exists() is not may_delete


def test_the_officer_filters_the_queue_and_closes_with_an_answer(accounts):
    old, new = make_complaint(subject="Việc cũ"), make_complaint(subject="Việc mới", name="Lan", phone="+84912345678")
    client = signed_in("canbo")
    officer = User.objects.get(email="canbo@demo.saobuon.example")
    handle_complaint(complaint=old, state="closed", answer="Xong", by=officer)
    listed = client.get(QUEUE, {"state": "new"}).content.decode()
    assert new.reference in listed
    assert old.reference not in listed
    refused = client.post(f"{QUEUE}edit/{new.pk}/", {"state": "closed", "answer": ""})
    assert refused.status_code == 200
    assert "phải có câu trả lời" in refused.content.decode() or "needs an answer" in refused.content.decode()
    written = client.post(
        f"{QUEUE}edit/{new.pk}/",
        {"state": "closed", "answer": "Đã kiểm tra", "text": "đổi", "name": "đổi", "forget_sender": "on"},
    )
    assert written.status_code == 302
    new.refresh_from_db()
    assert (new.state, new.answer, new.text, new.name, new.phone) == ("closed", "Đã kiểm tra", "Hạt bị mốc", "", "")
    assert new.handled_by == officer


def test_the_queue_costs_the_same_however_long_it_is(accounts, django_assert_max_num_queries):
    client = signed_in("canbo")
    for _number in range(3):
        make_complaint(product=make_product())
    client.get(QUEUE)
    with django_assert_max_num_queries(25) as few:
        client.get(QUEUE)
    for _number in range(9):
        make_complaint(product=make_product())
    with django_assert_max_num_queries(25) as many:
        client.get(QUEUE)
    assert len(few) == len(many)


def test_the_chooser_of_complaints_shows_editors_nothing():
    """Wagtail gives every snippet a chooser that asks nobody; whoever may not read complaints meets none."""
    ensure_page_roles()
    ensure_demo_accounts()
    complaint = make_complaint(subject="Gói mốc")
    chooser = "/quan-tri/snippets/choose/complaints/complaint/"
    addresses = [chooser, f"{chooser}results/?q=m", f"{chooser}chosen/{complaint.pk}/"]
    addresses += [f"{chooser}chosen-multiple/?id={complaint.pk}", f"{chooser}create/"]
    editor, officer = Client(), Client()
    editor.force_login(User.objects.get(email__startswith="bientap@"))
    officer.force_login(User.objects.get(email__startswith="canbo@"))
    for address in addresses:
        answer = editor.get(address)
        assert answer.status_code in (302, 403), address
        assert complaint.reference not in answer.content.decode(), address
    assert complaint.reference in officer.get(chooser).json()["html"]
