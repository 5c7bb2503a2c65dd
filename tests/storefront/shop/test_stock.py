"""Stock cannot be oversold, however many people order at once; a cancelled order gives it back."""

import threading

import pytest
from django.db import IntegrityError, transaction
from oscar.apps.order.utils import OrderCreator

from storefront.checkout import services
from storefront.checkout.services import NotForSale
from storefront.order.models import Order, ParcelState
from storefront.order.processing import EventHandler
from storefront.order.services.parcels import MoveRefused, move_order
from storefront.partner.services import InsufficientStock, Shortage, lock_stock
from tests.races import all_at_once
from tests.waiting import PATIENCE_SECONDS

from .careless import LooksWithoutALock, without_the_database_check
from .offers import buy, make_basket, make_buyer, make_offer, make_shelf

BUYERS = 5


def test_control_oscars_own_steps_sell_one_unit_to_everybody(committed_db):
    without_the_database_check()
    offer = make_offer(units=1)
    everybody_has_looked = threading.Barrier(BUYERS)

    def checkout(basket):
        line = basket.all_lines()[0]
        is_permitted, _why = line.purchase_info.availability.is_purchase_permitted(line.quantity)
        everybody_has_looked.wait(PATIENCE_SECONDS)
        if is_permitted:
            OrderCreator.update_stock_records(None, line)

    baskets = [make_basket(offer) for _buyer in range(BUYERS)]
    all_at_once(*(lambda basket=basket: checkout(basket) for basket in baskets))
    offer.refresh_from_db()
    assert (offer.num_in_stock, offer.num_allocated) == (1, BUYERS)


def test_control_without_the_guard_one_unit_is_sold_to_everybody(committed_db, monkeypatch):
    without_the_database_check()
    monkeypatch.setattr(services, "lock_stock", LooksWithoutALock(BUYERS))
    offer = make_offer(units=1)
    all_at_once(*(buy(make_basket(offer)) for _buyer in range(BUYERS)))
    offer.refresh_from_db()
    assert Order.objects.count() == BUYERS
    assert offer.net_stock_level == 1 - BUYERS


def test_with_the_guard_one_unit_is_sold_once(committed_db):
    without_the_database_check()
    offer = make_offer(units=1)
    results = all_at_once(*(buy(make_basket(offer)) for _buyer in range(BUYERS)))
    offer.refresh_from_db()
    assert Order.objects.count() == 1
    assert offer.net_stock_level == 0
    refused = [result for result in results if not isinstance(result, Order)]
    assert len(refused) == BUYERS - 1
    assert all(isinstance(error, InsufficientStock) and error.shortages[0].left == 0 for error in refused)


def test_the_database_refuses_what_slips_past_the_guard(committed_db, monkeypatch):
    monkeypatch.setattr(services, "lock_stock", LooksWithoutALock(2))
    offer = make_offer(units=1)
    results = all_at_once(buy(make_basket(offer)), buy(make_basket(offer)))
    assert Order.objects.count() == 1
    assert sum(isinstance(result, IntegrityError) for result in results) == 1


def test_baskets_with_the_same_products_in_another_order_do_not_wait_for_each_other(committed_db):
    first, second = make_offer(units=50), make_offer(units=50)
    baskets = [make_basket(*pair) for pair in [(first, second), (second, first)] * 2]
    results = all_at_once(*(buy(basket, total=260_000) for basket in baskets))
    assert [type(result) for result in results] == [Order] * len(baskets)


def test_two_clicks_on_one_basket_are_one_order(committed_db):
    offer = make_offer(units=5)
    basket = make_basket(offer)
    buyer = make_buyer()
    first, second = all_at_once(buy(basket, buyer=buyer), buy(basket, buyer=buyer))
    assert first == second
    assert Order.objects.count() == 1
    offer.refresh_from_db()
    assert offer.net_stock_level == 4


@pytest.mark.django_db
def test_all_lines_that_fall_short_are_named_and_nothing_is_held():
    enough, short, none = make_offer(units=5), make_offer(units=1), make_offer(units=0)
    with pytest.raises(InsufficientStock) as refusal, transaction.atomic():
        lock_stock(quantities={enough.pk: 2, short.pk: 2, none.pk: 1})
    assert refusal.value.shortages == (Shortage(short.product, 1), Shortage(none.product, 0))
    enough.refresh_from_db()
    assert enough.net_stock_level == 5


@pytest.mark.django_db
def test_the_stock_of_a_sales_point_cannot_be_ordered():
    offer = make_offer(units=5)
    shelf = make_shelf(offer.product)
    basket = make_basket(offer)
    basket.lines.update(stockrecord=shelf)
    with pytest.raises(NotForSale):
        buy(basket)()
    shelf.refresh_from_db()
    assert not shelf.num_allocated


@pytest.mark.django_db
def test_an_order_of_the_shop_never_touches_the_shelves():
    offer = make_offer(units=5)
    shelf = make_shelf(offer.product, units=7)
    order = buy(make_basket(offer))()
    assert order.lines.get().stockrecord == offer
    shelf.refresh_from_db()
    assert shelf.net_stock_level == 7


@pytest.mark.django_db
def test_cancelling_gives_the_units_back_once():
    offer = make_offer(units=5)
    order = buy(make_basket(offer, quantity=3), total=330_000)()
    for _click in range(2):
        move_order(order=order, state=ParcelState.CANCELLED)
    offer.refresh_from_db()
    assert (offer.num_in_stock, offer.num_allocated) == (5, 0)
    assert Order.objects.get().status == "cancelled"


@pytest.mark.django_db
def test_a_shipped_order_has_left_the_stock_and_cannot_be_cancelled():
    offer = make_offer(units=5)
    order = buy(make_basket(offer, quantity=3), total=330_000)()
    for state in (ParcelState.CONFIRMED, ParcelState.PACKED, ParcelState.SHIPPED):
        order = move_order(order=order, state=state)
    with pytest.raises(MoveRefused):
        move_order(order=order, state=ParcelState.CANCELLED)
    offer.refresh_from_db()
    assert (offer.num_in_stock, offer.num_allocated) == (2, 0)


@pytest.mark.django_db
def test_the_dashboard_cancels_by_the_same_rule():
    offer = make_offer(units=5)
    order = buy(make_basket(offer))()
    EventHandler().handle_order_status_change(order, "cancelled", note_msg="khách gọi hủy")
    offer.refresh_from_db()
    assert offer.net_stock_level == 5
    assert order.status == "cancelled"
    assert order.notes.get().message == "khách gọi hủy"
