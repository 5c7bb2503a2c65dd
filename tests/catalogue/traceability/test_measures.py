"""Measures against certificates: suspended, reinstated, revoked and restored, what the history keeps, who is told."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, ProgrammingError, transaction
from django.test import Client

from catalogue.approvals import ApprovalRefused
from catalogue.certification import services, signals
from catalogue.certification.errors import (
    AlreadyRevoked,
    AlreadySuspended,
    CertificateRefused,
    DayRefused,
    DaysTaken,
    NotRevoked,
    NotSuspended,
    ReasonMissing,
)
from catalogue.certification.life import history_of, taken_away
from catalogue.certification.models import Certificate, Restoration
from catalogue.certification.queries import standing
from catalogue.certification.states import CertificateState
from catalogue.traceability.recalls import services as recalls
from storefront.salespoints.models import RecallNotice, SalesPointMembership
from storefront.salespoints.notices.queries import notices_of
from tests.catalogue.factories import make_certificate
from tests.mails import delivered
from tests.storefront.shop.offers import make_shelf

from .recalled import officers, person

REASON = "Nhầm số quyết định"


@pytest.fixture
def canbo(db):
    return officers()[0]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def make_revoked(by, **fields):
    certificate = make_certificate(**{"issued": "2024-03-15", "stars": 4, **fields})
    return services.revoke_certificate(certificate=certificate, by=by, on=day("2024-06-01"), reason="Hậu kiểm")


def address(certificate) -> str:
    return f"/theo-doi/can-bo/thu-hoi/chung-nhan/{certificate.pk}/"


def test_the_screen_restores_a_certificate_with_two_officers_and_the_history_keeps_both(canbo):
    certificate, quantri = make_revoked(canbo), person("quantri")
    first, second = Client(), Client()
    first.force_login(canbo)
    second.force_login(quantri)
    path = address(certificate)
    assert path in first.get("/theo-doi/can-bo/thu-hoi/").content.decode()
    assert first.post(path, {"step": "agree"}).status_code == 302  # nobody has asked
    assert first.post(path, {"step": "ask", "reason": " "}).status_code == 422
    assert first.post(path, {"step": "nonsense"}).status_code == 404
    first.post(path, {"step": "ask", "reason": REASON})
    first.post(path, {"step": "agree"})  # oneself
    assert standing(certificate.product_id).state == "revoked"
    assert 'value="agree"' not in first.get(path).content.decode()
    page = second.get(path).content.decode()
    assert 'value="agree"' in page and REASON in page and "csrfmiddlewaretoken" in page
    second.post(path, {"step": "refuse"})
    second.post(path, {"step": "ask", "reason": "Đã xem lại hồ sơ"})
    first.post(path, {"step": "agree"})
    assert standing(certificate.product_id).stars == 4
    assert 'data-certificate="valid"' in first.get(path).content.decode()
    assert path not in first.get("/theo-doi/can-bo/thu-hoi/").content.decode()
    story = [(line.step, line.officer, line.note) for line in history_of(certificate)]
    assert sorted(story) == [  # the database's clock stands still in the transaction of a test
        ("ask", str(canbo), REASON),
        ("ask", str(quantri), "Đã xem lại hồ sơ"),
        ("refuse", str(quantri), ""),
        ("restore", str(canbo), ""),
        ("revoke", str(canbo), "Hậu kiểm"),
    ]
    assert [row.revoked_on for row in certificate.events.order_by("pgh_id")] == [
        None,
        datetime.date(2024, 6, 1),
        None,
    ]


def test_the_database_refuses_one_officer_two_requests_and_a_second_answer(canbo):
    certificate = make_revoked(canbo)
    request = services.ask_to_restore(certificate=certificate, by=canbo, reason=REASON)
    with pytest.raises(ApprovalRefused):
        services.ask_to_restore(certificate=certificate, by=person("quantri"), reason="nữa")
    mine = Restoration.objects.filter(pk=request.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        mine.update(answered_by=canbo, answered_at=request.asked_at, is_agreed=True)
    services.refuse_to_restore(certificate=certificate, by=canbo)
    for change in (lambda: mine.update(reason="khác"), mine.delete):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            change()


def test_nothing_is_restored_that_is_not_revoked_or_was_by_a_recall_or_whose_days_are_taken(canbo):
    with pytest.raises(NotRevoked):
        services.ask_to_restore(certificate=make_certificate(issued="2024-03-15"), by=canbo, reason=REASON)
    recalled = make_certificate(issued="2024-03-15")
    recalls.declare_recall(by=canbo, scope="certificate", certificate=recalled, reason=REASON)
    with pytest.raises(recalls.HeldByRecall):
        services.ask_to_restore(certificate=recalled, by=canbo, reason=REASON)
    assert recalled not in recalls.taken_away_alone()
    client = Client()
    client.force_login(canbo)
    assert 'value="ask"' not in client.get(address(recalled)).content.decode()

    certificate = make_revoked(canbo)
    services.issue_certificate(product=certificate.product, stars=3, issued="2024-09-01", by=None)
    services.ask_to_restore(certificate=certificate, by=canbo, reason=REASON)
    with pytest.raises(DaysTaken):
        services.agree_to_restore(certificate=certificate, by=person("quantri"))
    certificate.refresh_from_db()
    assert certificate.revoked_on and certificate.restorations.filter(answered_at=None).exists()


ACTS = {
    "suspend": lambda c, by: services.suspend_certificate(certificate=c, by=by, on=day("2024-06-01"), reason=REASON),
    "reinstate": lambda c, by: services.reinstate_certificate(
        certificate=c, by=by, on=day("2024-06-02"), reason=REASON
    ),
    "revoke": lambda c, by: services.revoke_certificate(certificate=c, by=by, on=day("2024-06-01"), reason=REASON),
    "ask": lambda c, by: services.ask_to_restore(certificate=c, by=by, reason=REASON),
    "agree": lambda c, by: services.agree_to_restore(certificate=c, by=by),
    "refuse": lambda c, by: services.refuse_to_restore(certificate=c, by=by),
}


@pytest.mark.parametrize("role", ["visitor", "nguoimua", "htx", "diemban", "bientap"])
def test_only_officers_come_in_and_only_they_act(canbo, role):
    held, revoked, client = make_certificate(issued="2024-03-15"), make_revoked(canbo), Client()
    if role != "visitor":
        client.force_login(person(role))
        for act in ACTS.values():
            for certificate in (held, revoked):
                with pytest.raises(PermissionDenied):
                    act(certificate, person(role))
    before = list(Certificate.objects.filter(pk__in=(held.pk, revoked.pk)).order_by("pk").values())
    typed = {"on": "2024-06-01", "reason": REASON, "is_sure": "on"}
    for certificate in (held, revoked):
        answers = [client.get(address(certificate))]
        answers += [client.post(address(certificate), {**typed, "step": step}) for step in ACTS]
        assert {answer.status_code for answer in answers} == {302 if role == "visitor" else 403}
        assert role != "visitor" or all("/dang-nhap/" in answer["Location"] for answer in answers)
    assert not Restoration.objects.exists()
    assert list(Certificate.objects.filter(pk__in=(held.pk, revoked.pk)).order_by("pk").values()) == before


# -- suspending and revoking -------------------------------------------------------------------------


def test_a_suspension_takes_the_stars_until_it_ends_and_the_history_names_the_officer(canbo):
    certificate = make_certificate(issued="2024-03-15", stars=4)
    services.suspend_certificate(certificate=certificate, by=canbo, on=day("2024-06-01"), reason=" Chờ kiểm tra ")
    assert standing(certificate.product_id).state == CertificateState.SUSPENDED
    assert certificate in taken_away()
    with pytest.raises(AlreadySuspended):
        services.suspend_certificate(certificate=certificate, by=canbo, on=day("2024-07-01"), reason=REASON)
    quantri = person("quantri")
    services.reinstate_certificate(certificate=certificate, by=quantri, on=day("2024-08-01"), reason="Đạt")
    states = {text: standing(certificate.product_id, on=day(text)).stars for text in ("2024-07-31", "2024-08-01")}
    assert states == {"2024-07-31": None, "2024-08-01": 4}
    assert certificate not in taken_away()
    with pytest.raises(NotSuspended):
        services.reinstate_certificate(certificate=certificate, by=canbo, on=day("2024-08-01"), reason=REASON)
    assert sorted((line.step, line.officer, line.note) for line in history_of(certificate)) == [
        ("reinstate", str(quantri), "Đạt"),
        ("suspend", str(canbo), "Chờ kiểm tra"),
    ]
    assert {row.pgh_context.metadata["user"] for row in certificate.events.exclude(pgh_context=None)} == {
        canbo.pk,
        quantri.pk,
    }
    # One that ends on its first day was none.
    services.suspend_certificate(certificate=certificate, by=canbo, on=day("2024-09-01"), reason=REASON)
    row = services.reinstate_certificate(certificate=certificate, by=canbo, on=day("2024-09-01"), reason="Nhầm")
    assert (row.suspended_from, row.suspended_until, row.suspension_reason) == (None, None, "")


def test_a_measure_needs_a_reason_and_a_day_that_makes_sense(canbo):
    held, lapsed = make_certificate(issued="2024-03-15"), make_certificate(issued="2020-03-15")
    by, today, reason = canbo, standing(held.product_id).day, REASON
    tomorrow = today + datetime.timedelta(days=1)
    for refusal, act, values in (
        (ReasonMissing, services.revoke_certificate, {"certificate": held, "on": today, "reason": " "}),
        (ReasonMissing, services.suspend_certificate, {"certificate": held, "on": today, "reason": ""}),
        (DayRefused, services.revoke_certificate, {"certificate": held, "on": tomorrow}),
        (DayRefused, services.suspend_certificate, {"certificate": held, "on": tomorrow}),
        (DayRefused, services.revoke_certificate, {"certificate": held, "on": day("2024-03-14")}),
        (DayRefused, services.suspend_certificate, {"certificate": held, "on": today, "until": day("2024-04-01")}),
        (DayRefused, services.suspend_certificate, {"certificate": lapsed, "on": today}),
        (AlreadyRevoked, services.suspend_certificate, {"certificate": make_revoked(by), "on": today}),
        (AlreadyRevoked, services.reinstate_certificate, {"certificate": make_revoked(by), "on": today}),
    ):
        with pytest.raises(refusal) as refused:
            act(by=by, **{"reason": reason, **values})
        assert isinstance(refused.value, CertificateRefused) and str(refused.value.message)


def test_each_measure_is_told_by_one_signal_in_its_transaction(canbo):
    told = []
    listeners = {}
    for name in ("revoked", "suspended", "reinstated", "restored"):
        listeners[name] = lambda certificate, by, name=name, **_signal: told.append((name, by))
        getattr(signals, f"certificate_{name}").connect(listeners[name])
    certificate, quantri = make_certificate(issued="2024-03-15"), person("quantri")
    for step, by in (
        ("suspend", canbo), ("reinstate", canbo), ("revoke", canbo), ("ask", canbo), ("refuse", canbo),
        ("ask", canbo), ("agree", quantri),
    ):  # fmt: skip
        ACTS[step](certificate, by)
    assert told == [("suspended", canbo), ("reinstated", canbo), ("revoked", canbo), ("restored", quantri)]

    def fail(**_signal):
        raise RuntimeError

    signals.certificate_revoked.connect(fail)
    try:
        with pytest.raises(RuntimeError), transaction.atomic():
            ACTS["revoke"](certificate, canbo)
    finally:
        signals.certificate_revoked.disconnect(fail)
    assert Certificate.objects.get(pk=certificate.pk).revoked_on is None
    for name, listener in listeners.items():
        getattr(signals, f"certificate_{name}").disconnect(listener)


def test_nobody_restores_alone_with_a_request_that_was_not_agreed_to(canbo):
    certificate = make_revoked(canbo)
    request = services.ask_to_restore(certificate=certificate, by=canbo, reason=REASON)
    with pytest.raises(ApprovalRefused):
        services.restore_certificate(certificate=certificate, by=canbo, approval=request)
    assert standing(certificate.product_id).state == CertificateState.REVOKED


def test_the_screen_suspends_reinstates_and_revokes_and_keeps_what_was_typed(canbo):
    certificate, client = make_certificate(issued="2024-03-15", stars=4), Client()
    client.force_login(canbo)
    path = address(certificate)
    page = client.get(path).content.decode()
    assert 'value="suspend"' in page and 'value="revoke"' in page and f"moi/?certificate={certificate.pk}" in page
    wrong = client.post(path, {"step": "suspend", "on": "2030-01-01", "reason": "Lý do đã gõ"})
    assert wrong.status_code == 422 and "Lý do đã gõ" in wrong.content.decode()
    assert client.post(path, {"step": "revoke", "on": "2024-06-01", "reason": REASON}).status_code == 422  # not sure
    assert client.post(path, {"step": "suspend", "on": "01/06/2024", "reason": REASON}).status_code == 302
    page = client.get(path).content.decode()
    assert 'data-certificate="suspended"' in page and 'value="suspend"' not in page and 'value="reinstate"' in page
    assert path in client.get("/theo-doi/can-bo/thu-hoi/").content.decode()
    public = client.get(certificate.product.get_absolute_url()).content.decode()
    assert REASON in public and "loud--bad" in public
    assert client.post(path, {"step": "reinstate", "on": "2024-07-01", "reason": "Đạt"}).status_code == 302
    typed = {"step": "revoke", "on": "2024-08-01", "reason": REASON, "is_sure": "on"}
    assert client.post(path, typed).status_code == 302
    again = client.post(path, typed)
    assert again.status_code == 422 and 'value="ask"' in again.content.decode()
    assert standing(certificate.product_id).state == CertificateState.REVOKED


@pytest.mark.filterwarnings("ignore:The default scheme will be changed")
def test_the_admin_issues_and_corrects_but_takes_nothing_away(canbo, client):
    held = make_certificate(issued="2023-03-15", stars=3)
    client.force_login(person("quantri"))
    path = f"/django-admin/catalogue/product/{held.product_id}/change/"
    page = client.get(path)
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    sent = {field.html_name: "" if field.value() is None else field.value() for form in forms for field in form}
    new = {"stars": "4", "issued": "2024-05-06", "council_level": "province", "decision_no": "5/QĐ-UBND"}
    sent |= {f"certificates-1-{name}": value for name, value in new.items()}
    sent |= {
        "certificates-TOTAL_FORMS": "2", "certificates-0-DELETE": "on", "certificates-0-note": "Đã xem",
        "certificates-0-suspended_from": "2024-01-01", "certificates-0-replaced_on": "2023-04-01",
    }  # fmt: skip
    assert client.post(path, sent).status_code == 302
    held.refresh_from_db()
    assert (held.note, held.suspended_from, held.replaced_on) == ("Đã xem", None, day("2024-05-06"))
    issued = held.product.certificates.get(stars=4)
    assert issued.decision_no == "5/QĐ-UBND"
    assert {row.pgh_context.metadata["user"] for row in issued.events.all()} == {person("quantri").pk}
    assert standing(held.product_id).stars == 4


# -- who is told -------------------------------------------------------------------------------------


def test_a_certificate_revoked_twice_on_one_day_is_told_of_twice(canbo):
    certificate = make_certificate(issued="2024-03-15", stars=4)
    point, quantri = make_shelf(certificate.product).partner.sales_point, person("quantri")
    for reason in ("Lần một", "Lần hai"):
        services.revoke_certificate(certificate=certificate, by=canbo, on=day("2024-06-01"), reason=reason)
        if reason == "Lần một":
            ACTS["ask"](certificate, canbo)
            ACTS["agree"](certificate, quantri)
    kinds = list(RecallNotice.objects.filter(sales_point=point).order_by("pk").values_list("kind", flat=True))
    assert kinds == ["revoked", "restored", "revoked"]
    texts = [notice.text for notice in notices_of(point)]
    assert "Lần hai" in texts[0] and not any("Lần" in text for text in texts[1:])
    with pytest.raises(IntegrityError), transaction.atomic():
        RecallNotice.objects.create(sales_point=point, certificate=certificate, kind="revoked", day=day("2024-06-01"))


def test_sales_points_hear_of_a_suspension_and_of_its_end_and_nothing_of_a_mere_save(canbo):
    certificate = make_certificate(issued="2024-03-15", stars=4)
    point = make_shelf(certificate.product).partner.sales_point
    services.suspend_certificate(
        certificate=certificate, by=canbo, on=day("2024-06-01"), until=day("2025-02-28"), reason="Chờ kiểm tra"
    )
    (notice,) = notices_of(point)
    assert notice.tone == "bad" and "28/2/2025" in notice.text and "Chờ kiểm tra" in notice.text
    services.reinstate_certificate(certificate=certificate, by=canbo, on=day("2024-07-01"), reason="Đạt")
    new, old = notices_of(point)
    assert (new.tone, new.notice.kind, old.notice.taken_back_at is not None) == ("good", "reinstated", True)
    ACTS["suspend"](make_certificate(issued="2024-03-15"), canbo)  # of another product
    assert len(notices_of(point)) == 2
    certificate.refresh_from_db()
    certificate.revoked_on, certificate.revocation_reason = day("2024-08-01"), "Lưu thẳng"
    certificate.save()
    assert len(notices_of(point)) == 2


def test_sales_points_that_heard_of_the_revocation_hear_of_its_end(canbo):
    certificate = make_certificate(issued="2024-03-15", stars=4)
    point = make_shelf(certificate.product).partner.sales_point
    SalesPointMembership.objects.create(user=person("diemban"), sales_point=point, since="2020-01-01")
    services.revoke_certificate(certificate=certificate, by=canbo, on=day("2024-06-01"), reason="Hậu kiểm")
    services.ask_to_restore(certificate=certificate, by=canbo, reason=REASON)
    services.agree_to_restore(certificate=certificate, by=person("quantri"))
    assert [notice.kind for notice in RecallNotice.objects.order_by("pk")] == ["revoked", "restored"]
    new, old = notices_of(point)
    assert (new.tone, old.tone) == ("good", "bad")
    assert not old.text.endswith(": ")  # no reason where there is none any more
    message = delivered()[-1]
    assert message.to == [person("diemban").email]
    assert certificate.product.title in message.body
