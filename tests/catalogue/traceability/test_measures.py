"""Taking a revocation back that no recall made: two officers, what the history keeps, who is told."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, ProgrammingError, transaction
from django.test import Client

from catalogue.certification.models import Restoration
from catalogue.certification.queries import standing
from catalogue.certification.services import issue_certificate, revoke_certificate
from catalogue.traceability import recalls, restoring
from catalogue.traceability.recalls import RecallRefused
from storefront.salespoints.mail import recall_notice
from storefront.salespoints.models import RecallNotice, SalesPointMembership
from storefront.salespoints.notices import notices_of
from tests.catalogue.factories import make_certificate
from tests.storefront.shop import make_shelf

from .recalled import officers, person

REASON = "Nhầm số quyết định"


@pytest.fixture
def canbo(db):
    return officers()[0]


def make_revoked(**fields):
    certificate = make_certificate(**{"issued": "2024-03-15", "stars": 4, **fields})
    return revoke_certificate(certificate_id=certificate.pk, on=datetime.date(2024, 6, 1), reason="Hậu kiểm")


def address(certificate) -> str:
    return f"/theo-doi/can-bo/thu-hoi/chung-nhan/{certificate.pk}/"


def test_the_screen_restores_a_certificate_with_two_officers_and_the_history_keeps_both(canbo):
    certificate, quantri = make_revoked(), person("quantri")
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
    assert 'data-certificate="restored"' in first.get(path).content.decode()
    assert path not in first.get("/theo-doi/can-bo/thu-hoi/").content.decode()
    story = [(line.step, line.officer, line.note) for line in restoring.history_of(certificate)]
    assert sorted(story) == [  # the database's clock stands still in the transaction of a test
        ("ask", str(canbo), REASON),
        ("ask", str(quantri), "Đã xem lại hồ sơ"),
        ("refuse", str(quantri), ""),
        ("restore", str(canbo), ""),
        ("revoke", "", "Hậu kiểm"),
    ]
    assert [row.revoked_on for row in certificate.events.order_by("pgh_id")] == [
        None,
        datetime.date(2024, 6, 1),
        None,
    ]


def test_the_database_refuses_one_officer_two_requests_and_a_second_answer(canbo):
    certificate = make_revoked()
    asked = restoring.ask_to_restore(certificate=certificate, by=canbo, reason=REASON)
    with pytest.raises(RecallRefused):
        restoring.ask_to_restore(certificate=certificate, by=person("quantri"), reason="nữa")
    mine = Restoration.objects.filter(pk=asked.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        mine.update(answered_by=canbo, answered_at=asked.asked_at, is_agreed=True)
    restoring.refuse_to_restore(certificate=certificate, by=canbo)
    for change in (lambda: mine.update(reason="khác"), mine.delete):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            change()


def test_nothing_is_restored_that_is_not_revoked_or_was_by_a_recall_or_whose_days_are_taken(canbo):
    with pytest.raises(RecallRefused):
        restoring.ask_to_restore(certificate=make_certificate(issued="2024-03-15"), by=canbo, reason=REASON)
    recalled = make_certificate(issued="2024-03-15")
    recalls.declare_recall(by=canbo, scope="certificate", certificate=recalled, reason=REASON)
    with pytest.raises(RecallRefused):
        restoring.ask_to_restore(certificate=recalled, by=canbo, reason=REASON)
    assert recalled not in restoring.revoked_alone()
    client = Client()
    client.force_login(canbo)
    assert 'value="ask"' not in client.get(address(recalled)).content.decode()

    certificate = make_revoked()
    issue_certificate(product=certificate.product, stars=3, issued="2024-09-01")
    restoring.ask_to_restore(certificate=certificate, by=canbo, reason=REASON)
    with pytest.raises(RecallRefused):
        restoring.agree_to_restore(certificate=certificate, by=person("quantri"))
    certificate.refresh_from_db()
    assert certificate.revoked_on and restoring.open_request(certificate)


@pytest.mark.parametrize("role", ["visitor", "nguoimua", "htx", "diemban", "bientap"])
def test_only_officers_come_in(canbo, role):
    certificate, client = make_revoked(), Client()
    if role != "visitor":
        client.force_login(person(role))
        with pytest.raises(PermissionDenied):
            restoring.ask_to_restore(certificate=certificate, by=person(role), reason=REASON)
    for answer in (client.get(address(certificate)), client.post(address(certificate), {"step": "ask"})):
        assert answer.status_code == (302 if role == "visitor" else 403)
    assert not Restoration.objects.exists()


def test_sales_points_that_heard_of_the_revocation_hear_of_its_end(canbo):
    certificate = make_certificate(issued="2024-03-15", stars=4)
    point = make_shelf(certificate.product).partner.sales_point
    SalesPointMembership.objects.create(user=person("diemban"), sales_point=point, since="2020-01-01")
    revoke_certificate(certificate_id=certificate.pk, on=datetime.date(2024, 6, 1), reason="Hậu kiểm")
    restoring.ask_to_restore(certificate=certificate, by=canbo, reason=REASON)
    restoring.agree_to_restore(certificate=certificate, by=person("quantri"))
    assert [notice.kind for notice in RecallNotice.objects.order_by("pk")] == ["revoked", "restored"]
    new, old = notices_of(point)
    assert (new.tone, old.tone) == ("good", "bad")
    assert not old.text.endswith(": ")  # no reason where there is none any more
    message = recall_notice(new.notice)
    assert message.to == [person("diemban").email]
    assert certificate.product.title in message.body
