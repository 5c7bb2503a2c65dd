"""Who is at the checkout keeps his units for some minutes: nobody else gets them, and nobody keeps them for ever."""

import datetime
import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from storefront.basket.models import Line
from storefront.order.models import Order
from storefront.partner.models import CheckoutHold, StockRecord
from storefront.partner.services import InsufficientStock, forget_expired_holds
from storefront.web.caching.models import revision
from tests.races import all_at_once

from .guest_orders import left, order_from, try_to_order
from .offers import FORM, OURS, buy, make_basket, make_buyer, make_offer, shopper

CHECKOUT = "/thanh-toan/"
BEING_ORDERED = "Người khác đang đặt những đơn vị cuối cùng"


def member(offer, number: int = 1, quantity: int = 1):
    return shopper(offer, quantity=quantity, user=make_buyer(f"nguoi-mua-{number}@example.com"))


def minutes_from_now(minutes: float):
    return time_machine.travel(timezone.now() + datetime.timedelta(minutes=minutes), tick=False)


def held(offer) -> int:
    return CheckoutHold.objects.units([offer.pk]).get(offer.pk, 0)


@pytest.mark.django_db
def test_the_last_units_wait_for_who_came_first_and_the_others_are_told_why():
    offer = make_offer(units=2, title="Bơ thử")
    first, second = member(offer, 1, quantity=2), member(offer, 2)
    state = revision()
    first.head(CHECKOUT)
    assert not held(offer)
    page = first.get(CHECKOUT).content.decode()
    assert "Giữ cho bạn đến" in page
    assert (held(offer), left(offer), revision()) == (2, 2, state)  # what everybody sees stays as it is
    assert second.get(CHECKOUT)["Location"] == "/gio-hang/"
    assert BEING_ORDERED in second.get("/gio-hang/").content.decode()
    refused = member(make_offer(), 3).post(f"/gio-hang/them/{offer.product_id}/", {"quantity": 1}, headers=OURS)
    assert refused.status_code == 409 and BEING_ORDERED in refused.content.decode()
    line = Line.objects.get(quantity=2)
    first.post("/gio-hang/cap-nhat/", {"line": line.pk, "quantity": 1})
    assert held(offer) == 1
    assert try_to_order(second).status_code == 302
    assert try_to_order(first).status_code == 302
    assert (Order.objects.count(), left(offer), CheckoutHold.objects.count()) == (2, 0, 0)


@pytest.mark.django_db
def test_a_hold_ends_by_itself_and_each_step_renews_it_but_not_for_ever(settings):
    offer = make_offer(units=1)
    first, second = member(offer, 1), member(offer, 2)
    first.get(CHECKOUT)
    for minutes in (9, 9, 9):
        with minutes_from_now(minutes) as clock:
            first.post(CHECKOUT, FORM)
            assert held(offer) == 1
            clock.shift(datetime.timedelta(minutes=settings.CHECKOUT_HOLD_MINUTES, seconds=1))
            assert not held(offer)
            assert second.get(CHECKOUT).status_code == 200  # nothing has run
            CheckoutHold.objects.exclude(started_at=CheckoutHold.objects.earliest("started_at").started_at).delete()
    began = CheckoutHold.objects.get().started_at
    for minutes, units in ((29, 1), (31, 0), (59, 0), (61, 1)):
        with time_machine.travel(began + datetime.timedelta(minutes=minutes), tick=False):
            forget_expired_holds()
            assert first.get(CHECKOUT).status_code == 200
            assert held(offer) == units, minutes


@pytest.mark.django_db
def test_what_leaves_the_basket_is_free_at_once():
    offer = make_offer(units=3)
    removed, merged, emptied = member(offer, 1), shopper(offer), member(offer, 3)
    for client in (removed, merged, emptied):
        client.get(CHECKOUT)
    assert held(offer) == 3
    removed.post("/gio-hang/cap-nhat/", {"line": Line.objects.earliest("pk").pk, "remove": "1"})
    assert held(offer) == 2
    user = make_buyer("lan@example.com")
    merged.post("/tai-khoan/dang-nhap/", {"login": user.email, "password": "mat-khau-rieng-1"})
    merged.get("/gio-hang/")
    assert held(offer) == 1


@pytest.mark.django_db
def test_guests_keep_no_more_at_the_checkout_than_they_may_order(settings):
    offer = make_offer(units=4)  # guests get two of them
    first, second = (shopper(offer, REMOTE_ADDR=f"203.0.113.{number}") for number in (1, 2))
    first.get(CHECKOUT)
    second.get(CHECKOUT)
    answer = order_from(offer, network="203.0.113.3")
    assert answer.status_code == 409
    assert "người khác đang đặt phần còn lại" in answer.content.decode()
    assert held(offer) == 2
    assert try_to_order(member(offer)).status_code == 302
    settings.GUEST_ORDER_NETWORK_UNITS = 1
    assert try_to_order(first).status_code == 302  # what he kept is his
    many = make_offer(units=50)
    for _basket in range(3):
        shopper(many, REMOTE_ADDR="203.0.113.9").get(CHECKOUT)
    assert held(many) == 1


@pytest.mark.django_db
def test_two_lines_of_one_record_are_summed_and_every_short_product_is_named():
    one, other = make_offer(units=3, title="Bơ thử"), make_offer(units=1, title="Trà thử")
    basket = make_basket(one, other, quantity=2)
    line = basket.lines.get(product=one.product)
    Line.objects.create(
        basket=basket, product=one.product, stockrecord=one, quantity=2, line_reference="again",
        price_currency="VND", price_incl_tax=100_000, price_excl_tax=100_000,
    )  # fmt: skip
    with pytest.raises(InsufficientStock) as refusal:
        buy(basket)()
    assert [(each.product, each.left) for each in refusal.value.shortages] == [(one.product, 3), (other.product, 1)]
    client = member(make_offer())
    basket.lines.update(basket=Line.objects.latest("pk").basket)
    page = client.get("/gio-hang/").content.decode()
    assert page.count("Chỉ còn 1") == 3
    assert client.post("/gio-hang/cap-nhat/", {"line": line.pk, "quantity": 1}).status_code == 302
    assert client.post("/gio-hang/cap-nhat/", {"line": line.pk, "quantity": 2}).status_code == 409


def test_control_without_the_lock_two_checkouts_keep_the_last_unit(committed_db, monkeypatch):
    from storefront.checkout import services

    from .careless import LooksWithoutALock

    monkeypatch.setattr(services, "lock_stock", LooksWithoutALock(2))
    offer = make_offer(units=1)
    clients = [member(offer, number) for number in (1, 2)]
    all_at_once(*(lambda client=client: client.get(CHECKOUT) for client in clients))
    assert held(offer) == 2


def test_with_the_lock_one_checkout_keeps_the_last_unit(committed_db):
    offer = make_offer(units=1)
    clients = [member(offer, number) for number in (1, 2, 3)]
    answers = all_at_once(*(lambda client=client: client.get(CHECKOUT) for client in clients))
    assert sorted(answer.status_code for answer in answers) == [200, 302, 302]
    assert held(offer) == 1


@pytest.mark.django_db
def test_the_cost_of_a_step_does_not_grow_with_the_basket():
    counts = []
    for number, lines in enumerate((1, 6)):
        client = shopper(*(make_offer() for _line in range(lines)), user=make_buyer(f"mua-{number}@example.com"))
        client.get(CHECKOUT)
        with CaptureQueriesContext(connection) as queries:
            client.get(CHECKOUT)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.django_db
def test_tampered_totals_and_quantities_change_nothing():
    offer = make_offer(units=5)
    client = member(offer)
    line = Line.objects.get()
    for quantity in ("-1", "0", "1e3", "9" * 40, "99999999999999999999"):
        assert client.post("/gio-hang/cap-nhat/", {"line": line.pk, "quantity": quantity}).status_code == 422
    client.post(CHECKOUT, FORM)
    page = client.get(f"{CHECKOUT}xem-lai/").content.decode()
    fields = dict(re.findall(r'type="hidden" name="(token|total|form_key)" value="([^"]+)"', page))
    for total in ("1", "-130000", "0", "130001", "9" * 30, "NaN", ""):
        answer = client.post(f"{CHECKOUT}xem-lai/", {**fields, "total": total})
        assert answer.status_code in (302, 409) and not Order.objects.exists()
        assert answer.get("Location", f"{CHECKOUT}xem-lai/") == f"{CHECKOUT}xem-lai/"
    first = client.post(f"{CHECKOUT}xem-lai/", fields)
    assert client.post(f"{CHECKOUT}xem-lai/", fields)["Location"] == first["Location"]  # back, and once more
    assert client.post(f"{CHECKOUT}xem-lai/", {**fields, "total": "1"}).status_code == 422
    assert Order.objects.count() == 1


@pytest.mark.django_db
def test_stock_that_is_counted_anew_during_the_checkout_is_what_counts():
    offer = make_offer(units=5)
    client = member(offer, quantity=3)
    client.post(CHECKOUT, FORM)
    StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=2)
    answer = client.get(f"{CHECKOUT}xem-lai/")
    assert answer["Location"] == "/gio-hang/"
    assert "Chỉ còn 2" in client.get("/gio-hang/").content.decode()
    assert not Order.objects.exists()
