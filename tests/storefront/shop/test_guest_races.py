"""Guests' limits and sellers' calls when everything happens at once: first without the guard, then with it."""

import datetime
import threading

import pytest
from django.db import transaction
from django.utils import timezone

from storefront.checkout import guests, services
from storefront.checkout.guests import GuestLimit, TooManyOrders
from storefront.checkout.services import place_order
from storefront.order.models import Confirmation, Order, Parcel
from storefront.order.services import parcels as parcel_services
from storefront.order.services.bulk import move_each
from storefront.order.services.calls import confirm_by_phone
from storefront.order.services.parcels import confirm_parcel
from storefront.partner.models import Allocation, StockHold, StockRecord
from storefront.partner.services import InsufficientStock, forget_expired_holds
from tests.races import all_at_once
from tests.waiting import PATIENCE_SECONDS

from .careless import LooksWithoutALock, without_the_database_check
from .offers import LAN, buy, make_basket, make_buyer, make_offer

GUESTS = 8
MAX_HELD = 5


def order_of_guest(offer, number: int):
    """An order of one unit; every number is a phone of its own."""
    basket, contact = make_basket(offer), LAN.__class__(**{**vars(LAN), "phone": f"+8491234500{number}"})
    return lambda: place_order(basket=basket, contact=contact, shown_total=130_000)


def waiting_after(check, parties: int):
    """The check as it is; then everybody waits until all have been let through."""
    everybody_has_looked = threading.Barrier(parties)

    def checked(*args, **kwargs):
        check(*args, **kwargs)
        everybody_has_looked.wait(PATIENCE_SECONDS)

    return checked


def held(offer) -> int:
    return StockHold.objects.units([offer.pk]).get(offer.pk, 0)


def without_locks(*, quantities, instead_of=None, basket=None):
    return list(StockRecord.objects.select_related("product__product_class").filter(pk__in=quantities))


def test_control_without_the_lock_guests_take_more_than_their_share(committed_db, monkeypatch):
    monkeypatch.setattr(services, "lock_stock", without_locks)
    monkeypatch.setattr(services, "check_guest_units", waiting_after(services.check_guest_units, GUESTS))
    offer = make_offer(units=2 * MAX_HELD)
    all_at_once(*(order_of_guest(offer, number) for number in range(GUESTS)))
    assert held(offer) == GUESTS


def test_with_the_lock_guests_take_their_share(committed_db):
    offer = make_offer(units=2 * MAX_HELD)
    results = all_at_once(*(order_of_guest(offer, number) for number in range(GUESTS)))
    assert held(offer) == MAX_HELD
    refused = [result for result in results if not isinstance(result, Order)]
    assert len(refused) == GUESTS - MAX_HELD
    assert all(isinstance(error, GuestLimit) for error in refused)


def orders_of_one_phone(number: int):
    return [order_of_guest(make_offer(units=10), 1) for _order in range(number)]


def test_control_without_the_lock_one_phone_has_any_number_of_orders_waiting(committed_db, monkeypatch):
    monkeypatch.setattr(services, "lock_guest", lambda guest: None)
    monkeypatch.setattr(services, "check_guest_orders", waiting_after(guests.check_guest_orders, 5))
    all_at_once(*orders_of_one_phone(5))
    assert Order.objects.count() == 5


def test_with_the_lock_one_phone_has_three_orders_waiting(committed_db):
    results = all_at_once(*orders_of_one_phone(5))
    assert Order.objects.count() == 3
    assert sum(isinstance(result, TooManyOrders) for result in results) == 2


@pytest.fixture
def last_unit(committed_db, settings):
    """A guest's hold of the last unit that has just ended: the offer, the seller's call."""
    settings.GUEST_ORDER_STOCK_PERCENT = 100
    offer = make_offer(units=1)
    order = order_of_guest(offer, 1)()
    past = timezone.now() - datetime.timedelta(seconds=1)
    StockHold.objects.update(expires_at=past)
    Confirmation.objects.filter(parcel__order=order).update(due_at=past)
    return offer, order.parcels.get().call


def late_call_against_buyer(offer, call):
    seller = make_buyer("htx@example.com")
    results = all_at_once(
        lambda: confirm_by_phone(confirmation=call, by=seller), buy(make_basket(offer)), forget_expired_holds
    )
    offer.refresh_from_db()
    return results[:2]


def test_control_without_the_lock_the_last_unit_goes_to_the_late_call_and_to_the_next_buyer(last_unit, monkeypatch):
    without_the_database_check()
    careless = LooksWithoutALock(2)
    monkeypatch.setattr(services, "lock_stock", careless)
    monkeypatch.setattr(parcel_services, "lock_stock", careless)
    offer, call = last_unit
    late_call_against_buyer(offer, call)
    assert offer.num_allocated == 2


def test_with_the_lock_the_last_unit_goes_to_one_of_them(last_unit):
    without_the_database_check()
    offer, call = last_unit
    results = late_call_against_buyer(offer, call)
    assert (offer.num_allocated, offer.net_stock_level) == (1, 0)
    assert sum(isinstance(result, InsufficientStock) for result in results) == 1


def test_two_clicks_on_one_call_allocate_once(committed_db):
    offer, seller = make_offer(units=10), make_buyer()
    call = order_of_guest(offer, 1)().parcels.get().call
    results = all_at_once(*[lambda: confirm_by_phone(confirmation=call, by=seller)] * 3)
    assert results == [call] * 3
    offer.refresh_from_db()
    assert (offer.num_allocated, offer.net_stock_level) == (1, 9)


def bulk_one_after_the_other(parcels, both_hold_one: threading.Barrier):
    """Each parcel's locks when its turn comes."""

    def act():
        with transaction.atomic():
            for parcel in parcels:
                confirm_parcel(parcel=parcel, by=None)
                if parcel is parcels[0]:
                    both_hold_one.wait(PATIENCE_SECONDS)

    return act


def test_control_two_bulks_that_lock_one_by_one_wait_for_each_other(committed_db):
    parcels = two_waiting_parcels()
    both_hold_one = threading.Barrier(2)
    results = all_at_once(
        bulk_one_after_the_other(parcels, both_hold_one), bulk_one_after_the_other(parcels[::-1], both_hold_one)
    )
    assert [type(result).__name__ for result in results if result] == ["OperationalError"]


def test_two_bulks_that_take_all_locks_first_both_end(committed_db):
    parcels = two_waiting_parcels()
    outcomes = all_at_once(
        *(lambda rows=rows: move_each(rows, move=confirm_parcel, by=None) for rows in (parcels, parcels[::-1]) * 2)
    )
    assert [(len(outcome.done), outcome.refused) for outcome in outcomes] == [(2, [])] * 4
    assert Allocation.objects.count() == 2


def two_waiting_parcels() -> list[Parcel]:
    return [order_of_guest(make_offer(units=MAX_HELD), number)().parcels.get() for number in (1, 2)]
