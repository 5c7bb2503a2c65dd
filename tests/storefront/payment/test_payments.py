"""Transfers from the order to the refund: every đồng has one place, whatever comes in."""

import datetime

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from catalogue.approvals import ApprovalRefused
from storefront.order.models import Order, Parcel
from storefront.order.services.parcels import cancel_parcel, reduce_parcel
from storefront.partner.models import StockHold, StockRecord
from storefront.payment.audit import differences
from storefront.payment.jobs import LATE_HOURS, cancel_unpaid_parcels
from storefront.payment.models import Payment, Receipt, Share, Sighting
from storefront.payment.movements import Movement
from storefront.payment.queries import standing_of, surplus_of
from storefront.payment.services.booking import (
    BookingRefused,
    answer_assignment,
    assign,
    book,
    propose_assignment,
)
from storefront.payment.services.refunds import RefundRefused, ask_for_refund, move_refund
from storefront.payment.shares import split
from tests.races import all_at_once
from tests.storefront.payment.money import make_account
from tests.storefront.shop.offers import LAN, make_basket, make_buyer, make_offer, place_order

TOTAL = 230_000  # two parcels of 100,000 and 70,000 with 30,000 for delivery each


@given(st.integers(0, 10**9), st.dictionaries(st.integers(1, 50), st.integers(-1000, 10**7), max_size=8))
def test_shares_make_up_the_money_and_nobody_gets_more_than_is_needed(amount, needs):
    shares, surplus = split(amount, needs)
    assert sum(shares.values()) + surplus == amount
    wanted = sum(need for need in needs.values() if need > 0)
    for part, share in shares.items():
        assert 0 < share <= needs[part]
        assert abs(share * wanted - min(amount, wanted) * needs[part]) <= wanted  # less than a đồng off
    assert surplus == max(amount - wanted, 0)


def unpaid_order(account, *, units: int = 5, buyer=None) -> tuple[Order, Payment, list[StockRecord]]:
    offers = [make_offer(units=units, price=100_000), make_offer(units=units, price=70_000)]
    buyer = buyer or make_buyer(f"nguoi-chuyen-{offers[0].pk}@example.com")
    order = place_order(basket=make_basket(*offers), contact=LAN, shown_total=TOTAL, buyer=buyer, pay_to=account)
    return order, order.payments.get(), offers


def moved(amount: int, text: str, identity: str = "FT1", **values) -> Movement:
    return Movement(booked_at=timezone.now(), amount=amount, description=text, identity=identity, **values)


def come_in(account, *movements: Movement, source=Sighting.Source.STATEMENT):
    return book(account=account, movements=movements, source=source, by=None)


def states(order: Order) -> list[str]:
    return list(order.parcels.order_by("number").values_list("state", flat=True))


def check_audit() -> None:
    connection.check_constraints()
    assert list(differences()) == []


@pytest.mark.django_db
def test_money_with_its_reference_makes_the_order_the_sellers_turn():
    account = make_account()
    order, payment, offers = unpaid_order(account)
    assert (order.status, payment.amount, states(order)) == ("unpaid", TOTAL, ["unpaid"] * 2)
    assert StockHold.objects.filter(line__order=order).count() == 2
    assert payment.due_at - payment.created_at >= datetime.timedelta(hours=settings.PAYMENT_HOURS, minutes=-1)
    booked = come_in(account, moved(TOTAL, f"MBVCB.123.{payment.reference.lower()}.CT tu 0123 NGUYEN THI LAN"))
    assert (booked.new, booked.assigned) == (1, 1)
    assert states(order) == ["new", "new"]
    assert not StockHold.objects.exists()
    assert [StockRecord.objects.get(pk=offer.pk).num_allocated for offer in offers] == [1, 1]
    assert {share.parcel.partner: share.amount for share in Share.objects.all()} == {
        offers[0].partner: 130_000,
        offers[1].partner: 100_000,
    }
    again = come_in(account, moved(TOTAL, "other words", identity="FT1"))
    assert (again.new, again.known) == (0, 1)
    check_audit()


@pytest.mark.django_db
def test_the_same_money_in_statement_and_notice_counts_once_and_equal_money_twice():
    account = make_account()
    _order, payment, _offers = unpaid_order(account)
    notice, statement = Sighting.Source.NOTICE, Sighting.Source.STATEMENT
    come_in(
        account, moved(1_000, payment.reference, "casso-1"), moved(1_000, payment.reference, "casso-2"), source=notice
    )
    come_in(
        account,
        moved(1_000, payment.reference, "line-1"),
        moved(1_000, payment.reference, "line-2"),
        source=statement,
    )
    assert Receipt.objects.count() == 2
    come_in(account, moved(1_000, payment.reference, "line-3"), source=statement)
    assert Receipt.objects.count() == 3
    check_audit()


@pytest.mark.django_db
def test_money_in_parts_is_shared_and_the_last_part_completes_it():
    account = make_account()
    order, payment, _offers = unpaid_order(account)
    come_in(account, moved(100_001, payment.reference, "1"))
    standing = standing_of(payment)
    assert (standing.state, standing.received, standing.missing) == ("partly", 100_001, TOTAL - 100_001)
    assert sorted(Share.objects.values_list("amount", flat=True)) == [43_479, 56_522]
    assert states(order) == ["unpaid", "unpaid"]
    come_in(account, moved(TOTAL - 100_001, payment.reference, "2"))
    assert (standing_of(payment).state, states(order)) == ("paid", ["new", "new"])
    check_audit()


@pytest.mark.django_db
def test_too_much_goes_back_by_two_people_and_counts_when_the_bank_confirms():
    account = make_account()
    _order, payment, _offers = unpaid_order(account)
    come_in(account, moved(TOTAL + 5_000, payment.reference, "1"), moved(TOTAL, payment.reference, "2"))
    shares = list(Share.objects.filter(parcel=None).order_by("amount"))
    assert [surplus_of(share) for share in shares] == [5_000, TOTAL]
    asks, sends = make_buyer("quan-tri-1@example.com"), make_buyer("quan-tri-2@example.com")
    refund = ask_for_refund(share=shares[1], reason="Chuyển hai lần", by=asks)
    with pytest.raises(RefundRefused):
        ask_for_refund(share=shares[1], reason="Chuyển hai lần", by=sends)  # nothing is left of it
    with pytest.raises(RefundRefused):
        move_refund(refund=refund, state="sent", by=asks)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(refund).objects.filter(pk=refund.pk).update(state="sent", sent_by=asks)
    move_refund(refund=refund, state="sent", by=sends)
    refund = move_refund(refund=refund, state="failed", by=sends)
    assert surplus_of(shares[1]) == TOTAL
    refund = ask_for_refund(share=shares[1], reason="Chuyển hai lần", by=asks)
    move_refund(refund=refund, state="sent", by=sends)
    move_refund(refund=refund, state="confirmed", by=asks)
    with pytest.raises(RefundRefused):
        move_refund(refund=refund, state="failed", by=asks)
    check_audit()


@pytest.mark.django_db
def test_what_is_cancelled_after_it_was_paid_goes_back():
    account = make_account()
    order, payment, offers = unpaid_order(account)
    come_in(account, moved(TOTAL, payment.reference))
    parcel = order.parcels.get(partner=offers[0].partner)
    cancel_parcel(parcel=parcel, reason="Mất mùa", by=None)
    share = Share.objects.get(parcel=parcel)
    assert (surplus_of(share), standing_of(payment).surplus) == (130_000, 130_000)
    asks, sends = make_buyer("quan-tri-1@example.com"), make_buyer("quan-tri-2@example.com")
    refund = ask_for_refund(share=share, reason="Mất mùa", by=asks)
    assert surplus_of(share) == 0
    move_refund(refund=refund, state="sent", by=sends)
    move_refund(refund=refund, state="confirmed", by=sends)
    assert (surplus_of(share), standing_of(payment).missing) == (0, 0)
    check_audit()


@pytest.mark.django_db
def test_of_money_in_parts_the_latest_goes_back_first():
    account = make_account()
    offer = make_offer(units=5, price=100_000)
    basket = make_basket(offer, quantity=2)
    order = place_order(basket=basket, contact=LAN, shown_total=TOTAL, buyer=make_buyer(), pay_to=account)
    parcel, payment = order.parcels.get(), order.payments.get()
    come_in(account, moved(150_000, payment.reference, "1"), moved(80_000, payment.reference, "2"))
    reduce_parcel(parcel=parcel, quantities={parcel.lines.get().pk: 1}, reason="Vỡ", by=None)
    first, second = Share.objects.order_by("pk")
    assert (surplus_of(first), surplus_of(second), standing_of(payment).surplus) == (20_000, 80_000, 100_000)
    check_audit()


@pytest.mark.django_db
def test_fewer_units_before_the_transfer_make_the_whole_amount_too_much():
    account = make_account()
    offer = make_offer(units=5, price=100_000)
    buyer = make_buyer()
    basket = make_basket(offer, quantity=2)
    order = place_order(basket=basket, contact=LAN, shown_total=TOTAL, buyer=buyer, pay_to=account)
    parcel, payment = order.parcels.get(), order.payments.get()
    reduce_parcel(parcel=parcel, quantities={parcel.lines.get().pk: 1}, reason="Vỡ", by=None)
    come_in(account, moved(TOTAL, payment.reference))
    assert (states(order), standing_of(payment).surplus) == (["new"], 100_000)
    assert StockRecord.objects.get(pk=offer.pk).num_allocated == 1
    check_audit()


@pytest.mark.django_db
@pytest.mark.parametrize("is_left", [True, False])
def test_late_money_finds_units_again_or_goes_back(is_left, time_machine):
    account = make_account()
    order, payment, offers = unpaid_order(account, units=1)
    time_machine.move_to(timezone.now() + datetime.timedelta(hours=settings.PAYMENT_HOURS + 1))
    assert standing_of(payment).state == "late"
    if not is_left:
        buyer = make_buyer()
        place_order(basket=make_basket(offers[0]), contact=LAN, shown_total=130_000, buyer=buyer)
    come_in(account, moved(TOTAL, payment.reference))
    if is_left:
        assert (states(order), standing_of(payment).surplus) == (["new", "new"], 0)
    else:
        assert (states(order), standing_of(payment).surplus) == (["cancelled", "new"], 130_000)
    check_audit()


@pytest.mark.django_db
def test_the_worker_cancels_what_nobody_paid_and_money_that_comes_then_goes_back(time_machine):
    account = make_account()
    order, payment, offers = unpaid_order(account)
    later = datetime.timedelta(hours=settings.PAYMENT_HOURS + LATE_HOURS, minutes=-5)
    time_machine.move_to(timezone.now() + later)
    assert cancel_unpaid_parcels() == 0
    time_machine.move_to(timezone.now() + datetime.timedelta(minutes=10))
    assert cancel_unpaid_parcels() == 2
    assert states(order) == ["cancelled", "cancelled"]
    assert [StockRecord.objects.get(pk=offer.pk).net_stock_level for offer in offers] == [5, 5]
    come_in(account, moved(TOTAL, payment.reference))
    assert standing_of(payment).surplus == TOTAL
    check_audit()


@pytest.mark.django_db
def test_money_without_a_reference_waits_for_two_people():
    account = make_account()
    order, payment, _offers = unpaid_order(account)
    _other_order, other, _more = unpaid_order(account)
    come_in(account, moved(TOTAL, "chuyen tien mua ca phe"), moved(1, f"{payment.reference} {other.reference}", "2"))
    receipt = Receipt.objects.get(amount=TOTAL)
    assert Receipt.objects.filter(payment=None).count() == 2
    first, second = make_buyer("quan-tri-1@example.com"), make_buyer("quan-tri-2@example.com")
    with pytest.raises(BookingRefused):
        propose_assignment(receipt=receipt, reference="OCOP DH26010100001", reason="Khách gọi", by=first)
    proposal = propose_assignment(receipt=receipt, reference=payment.reference, reason="Khách gọi", by=first)
    with pytest.raises(ApprovalRefused):
        propose_assignment(receipt=receipt, reference=payment.reference, reason="Khách gọi", by=second)
    with pytest.raises(ApprovalRefused):
        answer_assignment(assignment=proposal, is_agreed=True, by=first)
    answer_assignment(assignment=proposal, is_agreed=True, by=second)
    assert states(order) == ["new", "new"]
    with pytest.raises(BookingRefused):
        assign(receipt=receipt, payment=other, by=None)
    check_audit()


@pytest.mark.django_db
def test_the_facts_of_money_that_came_in_are_kept():
    account = make_account()
    _order, payment, _offers = unpaid_order(account)
    come_in(account, moved(TOTAL, payment.reference))
    receipt, share = Receipt.objects.get(), Share.objects.first()
    for change in ({"amount": 1}, {"payment": None}, {"booked_at": timezone.now() - datetime.timedelta(days=9)}):
        with pytest.raises(Exception, match=r"[Cc]annot update"), transaction.atomic():
            Receipt.objects.filter(pk=receipt.pk).update(**change)
    with pytest.raises(Exception, match=r"[Cc]annot"), transaction.atomic():
        Share.objects.filter(pk=share.pk).update(amount=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Share.objects.create(receipt=receipt, amount=1)
        connection.check_constraints()


@pytest.mark.django_db
def test_the_audit_names_what_does_not_agree():
    account = make_account()
    _order, payment, offers = unpaid_order(account)
    come_in(account, moved(TOTAL, payment.reference))
    call_command("audit_shop")
    StockRecord.objects.filter(pk=offers[0].pk).update(num_allocated=0)
    with pytest.raises(CommandError, match="1 differences"):
        call_command("audit_shop")


def test_one_statement_booked_by_two_people_at_once_is_booked_once(committed_db):
    account = make_account()
    order, payment, _offers = unpaid_order(account)
    movements = [moved(TOTAL, payment.reference, "1"), moved(7, "khac", "2")]
    results = all_at_once(*[lambda: come_in(account, *movements)] * 3)
    assert sum(result.new for result in results) == 2
    assert (Receipt.objects.count(), states(order)) == (2, ["new", "new"])
    assert list(differences()) == []


@pytest.mark.django_db
def test_a_guests_order_by_transfer_needs_no_call():
    account = make_account()
    offer = make_offer(units=10)
    order = place_order(basket=make_basket(offer), contact=LAN, shown_total=130_000, pay_to=account)
    come_in(account, moved(130_000, order.payments.get().reference))
    assert Parcel.objects.filter(call__isnull=False).count() == 0
    assert (states(order), hasattr(order, "guest")) == (["new"], True)
