"""A form that arrives several times is done once: at the same moment, later, changed, and after a refusal."""

import datetime
import html
import re
import threading
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from catalogue.traceability.models import Lot
from storefront.public.complaints.models import Complaint
from storefront.web.idempotency import decorators, services
from storefront.web.idempotency.models import SentForm
from storefront.web.idempotency.services import KEPT_DAYS, SAME_MINUTES, forget_old_forms
from tests.races import all_at_once
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.offers import OURS, make_offer
from tests.waiting import wait_until

URL = "/gop-y/"
TYPED = {"kind": "product", "text": "Hạt bị mốc\r\nxanh <b>", "name": "Nguyễn Thị Lan", "email": "lan@example.com"}


def complain(**changes):
    return Client().post(URL, {**TYPED, **changes}, headers=OURS)


def sent_along(answer) -> dict[str, str]:
    """What the button of the page sends, as a browser does."""
    page = answer.content.decode()
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    fields |= dict(re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', page, re.DOTALL))
    return {name: html.unescape(value) for name, value in fields.items()}


def test_control_without_the_guard_a_complaint_sent_twice_at_once_is_two(committed_db, monkeypatch):
    monkeypatch.setattr(decorators, "do_once", lambda form, work: work())
    all_at_once(complain, complain)
    assert Complaint.objects.count() == 2


def test_two_clicks_of_one_press_get_one_answer(committed_db):
    answers = all_at_once(complain, complain)
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    assert Complaint.objects.count() == 1


def test_a_twin_waits_outside_while_the_first_is_being_worked_on(committed_db, monkeypatch):
    monkeypatch.setattr(services, "WAIT_MS", 100)
    answers = []
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE complaints_complaint IN SHARE MODE")  # nobody can write one meanwhile
        first = threading.Thread(target=lambda: (answers.append(complain()), connection.close()))
        first.start()
        wait_until(someone_waits_for_a_lock)
        twin = complain()
    first.join()
    assert (twin.status_code, twin["Retry-After"]) == (409, "1")
    assert "no-store" in twin["Cache-Control"]
    assert "Hạt bị mốc" in html.unescape(twin.content.decode())
    assert Client().post(URL, sent_along(twin), headers=OURS)["Location"] == answers[0]["Location"]
    assert Complaint.objects.count() == 1
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=SAME_MINUTES, seconds=1)):
        complain()  # this one is meant
        complain(name="Lan")
    assert Complaint.objects.count() == 3


def someone_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db
def test_the_page_of_a_form_sent_again_with_other_words_says_so_and_keeps_them():
    offer = make_offer()
    producer = signed_in(member_of(offer))
    address = f"/theo-doi/{offer.partner.producer_id}/lo-moi/"
    key = re.search(r'name="form_key" value="([^"]+)"', producer.get(address).content.decode())[1]
    typed = {"product": offer.product_id, "code": "L-1", "quantity": "1", "quantity_unit": "kg", "form_key": key}
    refused = producer.post(address, {**typed, "quantity": "một"})
    assert refused.status_code == 422  # a fault in the form leaves the key for the form that is put right
    first = producer.post(address, typed)
    assert producer.post(address, typed)["Location"] == first["Location"]
    changed = producer.post(address, {**typed, "code": "L-2", "quantity": "2"})
    assert changed.status_code == 422
    assert f'href="{first["Location"]}"' in changed.content.decode()
    assert Lot.objects.filter(product=offer.product).count() == 1
    again = sent_along(changed)
    assert (again["code"], again["quantity"]) == ("L-2", "2") and again["form_key"] != key
    assert producer.post(address, again).status_code == 302
    assert set(offer.product.lots.values_list("code", flat=True)) == {"L-1", "L-2"}
    other = make_offer()
    stranger, theirs = signed_in(member_of(other)), f"/theo-doi/{other.partner.producer_id}/lo-moi/"
    assert stranger.post(theirs, {**typed, "product": other.product_id})["Location"] != first["Location"]


@pytest.mark.django_db
def test_forms_are_forgotten_when_no_open_page_can_send_them_again():
    complain()
    assert forget_old_forms() == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(days=KEPT_DAYS, seconds=1)):
        assert forget_old_forms() == 1
    assert not SentForm.objects.exists()


def test_a_key_stands_beside_a_token_so_that_no_cache_keeps_it():
    for path in (Path(settings.BASE_DIR) / "storefront/templates").rglob("*.html"):
        text = path.read_text()
        assert text.count("{% form_key %}") == text.count("{% csrf_token %}{% form_key %}"), path
