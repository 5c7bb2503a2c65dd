"""Parcels: whatever happens to them, money and stock agree; each move is one of the table."""

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from storefront.mail.kinds import mail_kinds
from storefront.mail.models import OutgoingMail
from storefront.notifications.models import Notification
from storefront.order.models import Cancellation, Order, Parcel, ParcelState
from storefront.order.queries import order_address
from storefront.order.services.parcels import MoveRefused, ParcelRefused
from storefront.order.telling import TOLD_OF_STATE
from storefront.order.totals import amount_due, amounts_of
from storefront.partner.models import Allocation, StockHold, StockRecord
from storefront.partner.services import InsufficientStock
from tests.storefront.portal.people import member_of, signed_in

from .guest_orders import placed
from .offers import buy, make_basket, make_buyer, make_offer
from .parcel_steps import STEPS, act, parcel_of

pytestmark = pytest.mark.django_db
UNITS = 20


@hypothesis(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    is_guest=st.booleans(),
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.integers(1, 4)), max_size=14),
)
def test_after_any_sequence_money_and_stock_agree(django_db_blocker, is_guest, steps):
    with transaction.atomic():
        offers = [make_offer(units=UNITS, price=price) for price in (33_333, 70_000)]
        basket = make_basket(*offers, quantity=3)
        order = placed(*offers, quantity=3) if is_guest else buy(basket, total=3 * 103_333 + 60_000)()
        for step, which, units in steps:
            try:
                with transaction.atomic():
                    act(parcel_of(order, offers[which]), step, units)
            except (ParcelRefused, InsufficientStock):
                continue
            check(order, offers)
        check(order, offers)
        check_told(order)
        transaction.set_rollback(True)


def check_told(order: Order) -> None:
    """The buyer was told of each state that buyers hear of, however often a parcel came there, and of each change:
    by mail, and in the account where there is one."""
    told = {("order_received", str(order.pk))}
    for parcel in order.parcels.all():
        states = set(parcel.events.values_list("state", flat=True))
        told |= {(kind, str(parcel.pk)) for state, kind in TOLD_OF_STATE.items() if state in states}
        changes = Cancellation.objects.filter(line__parcel=parcel, kind="cancelled")
        whole = changes.order_by("-pk").values_list("pk", flat=True)[: parcel.state == ParcelState.CANCELLED]
        reduced = changes.exclude(pk__in=list(whole)).values_list("pk", flat=True)
        told |= {("parcel_reduced", f"{parcel.pk}-{change}") for change in reduced}
    mails = {(kind, key) for kind, key in told if kind in mail_kinds()}
    assert sorted(OutgoingMail.objects.values_list("kind", "key")) == sorted(mails)
    notifications = Notification.objects.values_list("kind", "key")
    assert sorted(notifications) == sorted(told if order.user else [])


def check(order: Order, offers: list[StockRecord]) -> None:
    order = Order.objects.get(pk=order.pk)
    totals = amounts_of(order.parcels.all())
    for offer in offers:
        parcel = parcel_of(order, offer)
        line = parcel.lines.get()
        off = list(line.cancellations.all())
        left = line.quantity - sum(row.quantity for row in off)
        assert left >= 0
        assert totals[parcel.pk].total == int(offer.price) * left + (30_000 if left else 0)
        promises = [*Allocation.objects.filter(line=line), *StockHold.objects.filter(line=line)]
        kept = sum(row.quantity for row in promises)
        assert kept == (left if ParcelState(parcel.state).is_open else 0)
        has_left = parcel.state in ("shipped", "delivered", "returning", "returned")
        sent = line.quantity - sum(row.quantity for row in off if row.kind == "cancelled") if has_left else 0
        back = sum(row.quantity for row in off if row.kind != "cancelled" and row.is_restocked)
        record = StockRecord.objects.get(pk=offer.pk)
        assert record.num_in_stock == UNITS - sent + back
        assert record.net_stock_level == record.num_in_stock - kept
        assert line.status == parcel.state
    assert amount_due(order) == sum(amounts.total for amounts in totals.values())
    assert order.sources.get().amount_allocated == amount_due(order)
    assert order.status in {parcel.state for parcel in order.parcels.all()}


def test_the_office_may_do_what_the_table_of_moves_says():
    assert {state: state.next_states for state in ParcelState} == settings.OSCAR_ORDER_STATUS_PIPELINE


@pytest.mark.parametrize("state", ParcelState)
def test_a_parcel_goes_only_where_the_table_says(state):
    offer = make_offer(units=5)
    order = buy(make_basket(offer))()
    Parcel.objects.update(state=state)
    ways = {
        ParcelState.CONFIRMED: "confirm",
        ParcelState.PACKED: "pack",
        ParcelState.SHIPPED: "ship",
        ParcelState.DELIVERED: "deliver",
        ParcelState.CANCELLED: "cancel",
        ParcelState.RETURNING: "send back",
        ParcelState.RETURNED: "take back",
    }
    for goal, step in ways.items():
        if goal not in (*state.next_states, state):
            with pytest.raises(MoveRefused):
                act(parcel_of(order, offer), step, 1)
    assert Parcel.objects.get().state == state


def test_the_database_takes_no_more_units_off_a_line_than_were_ordered():
    order = buy(make_basket(make_offer(units=5), quantity=2), total=230_000)()
    row = {"line": order.lines.get(), "kind": "cancelled", "amount": 0, "reason": "Thử", "is_restocked": False}
    Cancellation.objects.create(quantity=2, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cancellation.objects.create(quantity=1, **row)


def test_an_order_is_as_far_as_the_parcel_that_is_least_far():
    offers = [make_offer(units=5), make_offer(units=5)]
    order = buy(make_basket(*offers), total=260_000)()
    first, second = (parcel_of(order, offer) for offer in offers)

    def status_after(parcel, step):
        act(parcel, step, 1)
        order.refresh_from_db()
        return order.status

    assert order.status == "new"
    assert status_after(first, "confirm") == "new"
    assert status_after(first, "pack") == "new"
    assert status_after(second, "cancel") == "packed"
    assert status_after(first, "cancel") == "cancelled"


def test_a_seller_walks_a_parcel_to_its_buyer(client):
    offer, other = make_offer(units=5, title="Mật ong thử"), make_offer(units=5, title="Tiêu thử")
    order = buy(make_basket(offer, other, quantity=2), total=460_000)()
    seller, parcel = signed_in(member_of(offer)), parcel_of(order, offer)
    desk, screen = f"/theo-doi/{offer.partner.producer_id}/don-hang/", f"/theo-doi/don/{parcel.pk}/"
    assert parcel.reference in seller.get(desk).content.decode()
    line = parcel.lines.get()

    def step(name, **values):
        answer = seller.post(screen, {"step": name, **values}, follow=True)
        parcel.refresh_from_db()
        return answer

    assert step("ship").status_code == 409  # not yet
    assert step("confirm").status_code == 200
    assert "Số 12, thôn 3" in seller.get(screen).content.decode()
    too_many = step("fewer", **{f"quantity_{line.pk}": 3, "reason": "Vỡ"})
    assert too_many.status_code == 422
    assert step("fewer", **{f"quantity_{line.pk}": 2, "reason": "Vỡ"}).status_code == 409  # that is to cancel
    assert "Vỡ một lọ" in step("fewer", **{f"quantity_{line.pk}": 1, "reason": "Vỡ một lọ"}).content.decode()
    step("pack")
    step("ship", carrier="Bưu điện", tracking_number="EA123456789VN")
    assert (parcel.state, StockRecord.objects.get(pk=offer.pk).num_in_stock) == ("shipped", 4)
    page = client.get(order_address(order)).content.decode()
    for text in ("EA123456789VN", "Bưu điện", "Vỡ một lọ", "đang giao"):
        assert text in page
    step("deliver")
    assert parcel.state == "delivered"
    assert parcel_of(order, other).state == "new"
    states = list(parcel.events.order_by("pgh_id").values_list("state", flat=True))
    assert [state for state, before in zip(states, [None, *states], strict=False) if state != before] == [
        "new",
        "confirmed",
        "packed",
        "shipped",
        "delivered",
    ]


def test_queries_of_the_desk_do_not_grow_with_the_parcels(client):
    offer = make_offer(units=50)
    seller = signed_in(member_of(offer))

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert seller.get(f"/theo-doi/{offer.partner.producer_id}/don-hang/").status_code == 200
        return len(captured)

    placed(offer)
    few = queries()
    for number in range(4):
        buy(make_basket(offer), buyer=make_buyer(f"nguoi-mua-{number}@example.com"))()
    assert queries() == few
