"""Recalls: who is warned, who may declare and end one, and what two officers at once get."""

import contextlib
import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client

from catalogue.approvals import ApprovalRefused
from catalogue.certification.queries import standing
from catalogue.certification.services import revoke_certificate
from catalogue.errors import Refusal
from catalogue.traceability.models import LotInput, Recall, RecallEnd, RecallScope
from catalogue.traceability.recalls import services as recalls
from catalogue.traceability.recalls.services import RecallRefused, active_recall_for
from storefront.salespoints.models import RecallNotice, SalesPoint, SalesPointMembership
from tests.catalogue.factories import make_certificate
from tests.mails import delivered
from tests.races import all_at_once
from tests.storefront.shop.offers import make_shelf
from tests.waiting import PATIENCE_SECONDS

from .recalled import make_batch, make_lot, officers, person

REASON = "Có tạp chất kim loại"
OFFICE = "/theo-doi/can-bo/thu-hoi/"


@pytest.fixture
def canbo(db):
    return officers()[0]


def stamp_of(batch, position):
    return batch.stamps.get(position=position)


def end(recall, first, second):
    recalls.ask_to_end(recall=recall, by=first, reason="Đã kiểm tra lại")
    return recalls.agree_to_end(recall=recall, by=second)


# -- what falls under a recall -----------------------------------------------------------------------


def test_a_recall_covers_its_lot_batch_or_range_and_nothing_else(canbo, django_assert_num_queries):
    lot = make_lot()
    batch, other = make_batch(lot=lot), make_batch(product=lot.product)

    recalled = recalls.declare_recall(by=canbo, scope=RecallScope.LOT, lot=lot, reason=REASON)
    stamp = stamp_of(batch, 1)
    with django_assert_num_queries(1):
        assert active_recall_for(stamp) == recalled
    assert active_recall_for(stamp_of(other, 1)) is None

    recalls.declare_recall(by=canbo, scope=RecallScope.RANGE, batch=other, first=2, last=3, reason=REASON)
    assert [bool(active_recall_for(stamp_of(other, n))) for n in (1, 2, 3, 4)] == [False, True, True, False]

    recalls.declare_recall(by=canbo, scope=RecallScope.BATCH, batch=other, reason=REASON)
    assert active_recall_for(stamp_of(other, 4)).scope == RecallScope.BATCH

    page_code = lot.product.stamps.get(is_page_code=True)
    assert active_recall_for(page_code) is None
    assert len(recalls.active_recalls_of_product(lot.product_id)) == 3
    assert recalls.recalled_product_ids([lot.product_id, 0]) == {lot.product_id}


@pytest.mark.parametrize(("first", "last"), [(0, 2), (3, 2), (1, 6), (None, 2), (1, None)])
def test_a_range_outside_of_its_batch_is_refused(canbo, first, last):
    batch = make_batch(lot=make_lot(), stamps=5)
    with pytest.raises(RecallRefused):
        recalls.declare_recall(by=canbo, scope="range", batch=batch, first=first, last=last, reason=REASON)
    assert not Recall.objects.exists()


def test_nothing_is_recalled_twice_or_without_a_reason(canbo):
    lot = make_lot()
    with pytest.raises(RecallRefused):
        recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason="  ")
    with pytest.raises(RecallRefused):
        recalls.declare_recall(by=canbo, scope="batch", lot=lot, reason=REASON)
    recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason=REASON)
    with pytest.raises(RecallRefused):
        recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason=REASON)


def test_lots_made_from_a_recalled_one_are_named_through_all_steps(canbo):
    green, roasted, mixed = make_lot(), make_lot(), make_lot()
    LotInput.objects.create(lot=roasted, source_lot=green)
    LotInput.objects.create(lot=mixed, source_lot=roasted)
    assert set(recalls.trace_forward(green)) == {roasted, mixed}
    client = Client()
    client.force_login(canbo)
    answer = client.post(
        f"{OFFICE}moi/?lot={green.pk}", {"reason": REASON, "is_sure": "on", "made_from": [roasted.pk]}
    )
    assert answer.status_code == 302
    assert set(Recall.objects.values_list("lot", flat=True)) == {green.pk, roasted.pk}


# -- the end ----------------------------------------------------------------------------------------


def test_only_a_second_officer_ends_a_recall_and_the_history_tells_it(canbo):
    quantri, lot = person("quantri"), make_lot()
    recall = recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason=REASON)
    with pytest.raises(ApprovalRefused):
        recalls.agree_to_end(recall=recall, by=quantri)
    recalls.ask_to_end(recall=recall, by=canbo, reason="Nhầm lô")
    with pytest.raises(ApprovalRefused):
        recalls.agree_to_end(recall=recall, by=canbo)
    assert recalls.active_recalls_of_lot(lot)
    recalls.refuse_end(recall=recall, by=quantri)
    end(recall, canbo, quantri)
    assert not recalls.active_recalls_of_lot(lot)
    with pytest.raises(RecallRefused):
        recalls.ask_to_end(recall=recall, by=canbo, reason="nữa")
    story = [(line.step, line.officer, line.note) for line in recalls.history_of(recall)]
    assert story == [
        ("declare", str(canbo), REASON),
        ("ask", str(canbo), "Nhầm lô"),
        ("refuse", str(quantri), ""),
        ("ask", str(canbo), "Đã kiểm tra lại"),
        ("agree", str(quantri), ""),
    ]


def test_the_database_itself_refuses_an_end_by_one_officer(canbo):
    recall = recalls.declare_recall(by=canbo, scope="lot", lot=make_lot(), reason=REASON)
    recalls.ask_to_end(recall=recall, by=canbo, reason="Nhầm lô")
    with pytest.raises(IntegrityError), transaction.atomic():
        Recall.objects.filter(pk=recall.pk).update(ended_at=recall.declared_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        recall.ends.update(answered_by=canbo, answered_at=recall.declared_at, is_agreed=True)


def test_recalling_a_certificate_revokes_it_and_two_officers_restore_it(canbo):
    certificate = make_certificate(issued="2024-03-15", stars=4)
    product = certificate.product
    assert standing(product.pk).stars == 4
    recall = recalls.declare_recall(by=canbo, scope="certificate", certificate=certificate, reason=REASON)
    assert (standing(product.pk).state, standing(product.pk).stars) == ("revoked", None)
    assert [warning.key for warning in recalls.warnings_of(product_id=product.pk)] == ["revoked"]
    end(recall, canbo, person("quantri"))
    assert standing(product.pk).stars == 4
    assert recalls.warnings_of(product_id=product.pk) == []


def filled_in(page) -> dict:
    """What a browser would send from a form of the Django admin as it stands."""
    formsets = [inline.formset for inline in page.context["inline_admin_formsets"]]
    forms = [page.context["adminform"].form]
    forms += [form for formset in formsets for form in (formset.management_form, *formset.forms)]
    return {field.html_name: "" if field.value() is None else field.value() for form in forms for field in form}


@pytest.mark.filterwarnings("ignore:The default scheme will be changed")
@pytest.mark.parametrize("role", ["canbo", "quantri"])
def test_the_admin_neither_revokes_nor_restores_a_certificate(canbo, role):
    revoked = make_certificate(issued="2024-03-15", stars=4)
    recalls.declare_recall(by=canbo, scope="certificate", certificate=revoked, reason=REASON)
    held = make_certificate(issued="2024-03-15", stars=4)
    client = Client()
    client.force_login(person(role))
    for certificate, day, reason in ((revoked, "", ""), (held, "2024-06-01", "Tự ý")):
        before = standing(certificate.product_id)
        path = f"/django-admin/catalogue/product/{certificate.product_id}/change/"
        sent = filled_in(client.get(path))
        assert sent["certificates-0-id"] == certificate.pk
        sent |= {"certificates-0-revoked_on": day, "certificates-0-revocation_reason": reason}
        answer = client.post(path, {**sent, "certificates-0-note": "Đã xem hồ sơ"})
        assert answer.status_code == 302
        certificate.refresh_from_db()
        assert certificate.note == "Đã xem hồ sơ"
        assert standing(certificate.product_id).state == before.state


def test_a_revocation_without_a_recall_warns_too(canbo):
    certificate = make_certificate(issued="2024-03-15")
    shelf = make_shelf(certificate.product)
    day = standing(certificate.product_id).day
    revoke_certificate(certificate=certificate, by=canbo, on=day, reason=REASON)
    assert [warning.key for warning in recalls.warnings_of(product_id=certificate.product_id)] == ["revoked"]
    notice = RecallNotice.objects.get()
    assert (notice.kind, notice.sales_point) == ("revoked", shelf.partner.sales_point)


# -- who may ------------------------------------------------------------------------------------------


def test_only_officers_and_administrators_declare_and_end(canbo):
    lot, quantri = make_lot(), person("quantri")
    recall = recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason=REASON)
    recalls.ask_to_end(recall=recall, by=canbo, reason="Nhầm lô")
    for role in ("htx", "diemban", "bientap", "nguoimua"):
        for act in (
            lambda by: recalls.declare_recall(by=by, scope="lot", lot=make_lot(), reason=REASON),
            lambda by: recalls.agree_to_end(recall=recall, by=by),
            lambda by: recalls.refuse_end(recall=recall, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(person(role))
    quantri.is_active = False
    with pytest.raises(PermissionDenied):
        recalls.agree_to_end(recall=recall, by=quantri)
    assert recalls.active_recalls_of_lot(lot)


@pytest.mark.parametrize("role", ["visitor", "nguoimua", "htx", "diemban", "bientap", "canbo", "quantri"])
def test_every_role_at_every_officer_screen(canbo, role):
    lot = make_lot()
    recall = recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason=REASON)
    client = Client()
    if role != "visitor":
        client.force_login(person(role))
    expected = {"visitor": 302, "canbo": 200, "quantri": 200}.get(role, 403)
    paths = ("thu-hoi/", f"thu-hoi/moi/?lot={lot.pk}", f"thu-hoi/{recall.pk}/", "nghi-ngo/", "du-lieu/")
    for path in (*paths, f"du-lieu/bao-cao/?product={lot.product_id}"):
        answer = client.get(f"/theo-doi/can-bo/{path}")
        assert answer.status_code == expected, path
        assert "no-store" in answer["Cache-Control"] or expected != 200
    if expected != 200:
        assert client.post(f"{OFFICE}{recall.pk}/ket-thuc/", {"step": "ask", "reason": "x"}).status_code == expected
        assert not RecallEnd.objects.exists()


def test_the_screens_carry_a_recall_from_its_start_to_its_end(canbo):
    batch, first, second = make_batch(lot=make_lot()), Client(), Client()
    first.force_login(canbo)
    second.force_login(person("quantri"))
    content = first.get(OFFICE, {"q": f"{batch.prefix} 0000 0003"}).content.decode()
    assert f"?batch={batch.pk}&amp;first=3&amp;last=3" in content
    new = f"{OFFICE}moi/?batch={batch.pk}"
    wrong = first.post(new, {"scope": "range", "first": "2", "last": "9", "reason": "Mốc", "is_sure": "on"})
    assert wrong.status_code == 422
    assert "Mốc" in wrong.content.decode()
    assert first.post(new, {"scope": "batch", "reason": "Mốc"}).status_code == 422  # not confirmed
    typed = {"scope": "range", "first": "2", "last": f"{batch.prefix.lower()}-0000-0003", "is_sure": "on"}
    assert first.post(new, {**typed, "reason": "Mốc"}).status_code == 302
    recall = Recall.objects.get()
    assert (recall.first, recall.last, recall.declared_by) == (2, 3, canbo)
    path = f"{OFFICE}{recall.pk}/ket-thuc/"
    first.post(path, {"step": "ask", "reason": "Nhầm"})
    first.post(path, {"step": "agree"})
    assert Recall.objects.get().ended_at is None
    assert 'value="agree"' not in first.get(f"{OFFICE}{recall.pk}/").content.decode()
    assert 'value="agree"' in second.get(f"{OFFICE}{recall.pk}/").content.decode()
    second.post(path, {"step": "agree"})
    assert Recall.objects.get().agreed_end.answered_by == person("quantri")
    for broken in ("?lot=x", "?lot=99999999999999999999", "?batch=0", ""):
        assert first.get(f"{OFFICE}moi/{broken}").status_code == 404
    assert first.get(OFFICE, {"q": "\x00'\"%"}).status_code == 200


# -- pages and sales points --------------------------------------------------------------------------


def test_every_page_warns_at_once_and_the_page_cache_does_not_hold_it_up(canbo, client, settings):
    settings.PAGE_CACHE_MB = 16
    lot = make_lot()
    shelf = make_shelf(lot.product)
    pages = (lot.product.get_absolute_url(), shelf.partner.sales_point.get_absolute_url(), "/thu-hoi/")
    for page in pages:
        assert REASON not in client.get(page).content.decode()
    recall = recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason=REASON)
    for page in (*pages, f"/thu-hoi/{recall.pk}/", f"/en/thu-hoi/{recall.pk}/"):
        answer = client.get(page)
        assert REASON in answer.content.decode(), page
        assert not answer.cookies
    end(recall, canbo, person("quantri"))
    for page in pages:
        assert REASON not in client.get(page).content.decode()
    assert 'data-recall="ended"' in client.get(f"/thu-hoi/{recall.pk}/").content.decode()
    assert client.get("/thu-hoi/999999/").status_code == 404


def test_the_list_of_recalls_takes_the_same_few_queries_for_many(canbo, client, django_assert_max_num_queries):
    for _n in range(12):
        recalls.declare_recall(by=canbo, scope="lot", lot=make_lot(), reason=REASON)
    with django_assert_max_num_queries(6):
        assert client.get("/thu-hoi/").content.decode().count(REASON) == 12


def test_sales_points_that_have_the_product_are_mailed_and_confirm(canbo):
    lot = make_lot()
    here = make_shelf(lot.product, units=0, name="Điểm bán có hàng").partner.sales_point
    empty = make_shelf(lot.product, name="Điểm bán không có người").partner.sales_point
    make_shelf(make_lot().product, name="Điểm bán khác")
    staff = person("diemban")
    SalesPointMembership.objects.create(user=staff, sales_point=here, since="2020-01-01")
    former = person("nguoimua")
    SalesPointMembership.objects.create(user=former, sales_point=here, since="2020-01-01", until="2021-01-01")

    recall = recalls.declare_recall(by=canbo, scope="lot", lot=lot, reason=REASON)
    notices = RecallNotice.objects.filter(recall=recall)
    assert {notice.sales_point for notice in notices} == {here, empty}
    (message,) = delivered()
    assert set(notices.values_list("sales_point", "mailed_to")) == {(here.pk, 1), (empty.pk, 0)}
    assert message.to == [staff.email]
    assert lot.product.title in message.subject
    assert lot.code in message.body
    assert REASON in message.body

    path = f"/theo-doi/diem-ban/{here.pk}/thu-hoi/"
    stranger, worker = Client(), Client()
    stranger.force_login(person("htx"))
    assert stranger.get(path).status_code == 403
    assert Client().get(path).status_code == 302
    worker.force_login(staff)
    assert REASON in worker.get(path).content.decode()
    mine, theirs = notices.get(sales_point=here), notices.get(sales_point=empty)
    assert worker.post(f"{path}{theirs.pk}/").status_code == 404
    assert worker.post(f"{path}{mine.pk}/").status_code == 302
    mine.refresh_from_db()
    assert mine.confirmed_by == staff
    end(recall, canbo, person("quantri"))
    assert RecallNotice.objects.filter(recall=recall, kind="ended").count() == 2


# -- two at once -----------------------------------------------------------------------------------


def declared_by_both(lot) -> list:
    return all_at_once(
        *[lambda by=by: recalls.declare_recall(by=by, scope="lot", lot=lot, reason=REASON) for by in officers()]
    )


def test_control_without_the_lock_two_officers_declare_the_same_recall_twice(committed_db, monkeypatch):
    both_have_looked, acting = threading.Barrier(2), recalls.acting

    @contextlib.contextmanager
    def after_both_have_looked(by):
        both_have_looked.wait(PATIENCE_SECONDS)
        with acting(by):
            yield

    monkeypatch.setattr(recalls, "_locked", lambda scope, lot, batch, certificate: {"lot": lot})
    monkeypatch.setattr(recalls, "acting", after_both_have_looked)
    declared_by_both(make_lot())
    assert Recall.objects.count() == 2


def test_with_the_lock_they_declare_one_and_end_it_once(committed_db):
    canbo, quantri = officers()
    lot = make_lot()
    make_shelf(lot.product)
    declared = declared_by_both(lot)
    assert sorted(type(answer).__name__ for answer in declared) == ["Recall", "RecallRefused"]
    recall = Recall.objects.get()
    assert (
        RecallNotice.objects.filter(recall=recall).count() == SalesPoint.objects.filter(name="Điểm bán thử").count()
    )

    asked = all_at_once(
        lambda: recalls.ask_to_end(recall=recall, by=canbo, reason="a"),
        lambda: recalls.ask_to_end(recall=recall, by=quantri, reason="b"),
    )
    assert sorted(type(answer).__name__ for answer in asked) == ["ApprovalRefused", "RecallEnd"]
    other = quantri if RecallEnd.objects.get().asked_by == canbo else canbo
    ended = all_at_once(
        lambda: recalls.agree_to_end(recall=recall, by=other),
        lambda: recalls.refuse_end(recall=recall, by=other),
    )
    assert sum(isinstance(answer, Refusal) for answer in ended) == 1
