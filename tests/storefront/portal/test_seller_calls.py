"""The seller's list of calls: own orders only, and what comes of each call for stock, order and buyer."""

import datetime
import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalogue.roles import ADMINISTRATORS
from storefront.accounts.roles import ensure_roles, give_role
from storefront.order.jobs import upkeep
from storefront.order.models import Confirmation, GuestOrder
from storefront.order.queries import order_address
from storefront.order.services.calls import cancel_by_phone, confirm_by_phone
from storefront.order.services.parcels import ParcelRefused
from storefront.partner.models import StockHold
from tests.mails import delivered
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.guest_orders import after_the_hold, left, placed
from tests.storefront.shop.offers import LAN, make_buyer, make_offer

pytestmark = pytest.mark.django_db
# Django's own notice about the forms of Oscar; it goes with Django 6.
url_scheme = pytest.mark.filterwarnings("ignore:The default scheme will be changed")


def calls_of(offer) -> str:
    return f"/theo-doi/{offer.partner.producer_id}/don-hang/"


def call_about(order, offer) -> Confirmation:
    return order.parcels.get(partner=offer.partner).call


def page_of(call: Confirmation) -> str:
    return f"/theo-doi/don/{call.parcel_id}/"


def order_page(order) -> str:
    return Client().get(order_address(order)).content.decode()


def stock(offer) -> tuple[int, int]:
    """Allocated and left."""
    offer.refresh_from_db()
    return offer.num_allocated or 0, offer.net_stock_level


def test_the_list_shows_whom_to_call_and_nothing_of_other_sellers():
    mine, other = make_offer(units=10, title="Mật ong thử"), make_offer(units=10, title="Tiêu thử")
    order, foreign = placed(mine, other, quantity=2), placed(other, phone="0987 654 321", name="Trần Văn Khác")
    page = signed_in(member_of(mine)).get(calls_of(mine)).content.decode()
    for text in (order.number, LAN.name, 'href="tel:+84912345678"', "0912 345 678", "2 × Mật ong thử", "230.000"):
        assert text in page
    for text in ("Tiêu thử", foreign.number, "Trần Văn Khác", "430.000", LAN.street, LAN.email):
        assert text not in page


def test_only_the_sellers_own_people_get_to_its_calls():
    mine, other = make_offer(units=10), make_offer(units=10)
    call = call_about(placed(mine), mine)
    stranger, visitor, admin = signed_in(member_of(other)), Client(), make_buyer("quan-tri@example.com")
    ensure_roles()
    give_role(user=admin, role=ADMINISTRATORS)
    for path in (calls_of(mine), page_of(call)):
        assert signed_in(member_of(mine) if path == calls_of(mine) else admin).get(path).status_code == 200
        assert stranger.get(path).status_code == 403
        assert "/tai-khoan/dang-nhap/" in visitor.get(path).headers["Location"]
    for step in ("confirm", "missed", "cancel"):
        assert stranger.post(page_of(call), {"step": step, "reason": "x"}).status_code == 403
        assert visitor.post(page_of(call), {"step": step, "reason": "x"}).status_code == 302
    assert stranger.get("/theo-doi/don/999999/").status_code == 404
    call.refresh_from_db()
    assert (call.outcome, call.attempts, stock(mine)) == ("waiting", 0, (0, 9))


def test_a_confirmed_call_allocates_once_however_often_it_is_clicked():
    offer = make_offer(units=10)
    order, user = placed(offer, quantity=3), member_of(offer)
    client, call = signed_in(user), call_about(order, offer)
    for _click in range(2):
        answer = client.post(page_of(call), {"step": "confirm"})
        assert (answer.status_code, answer.headers["Location"]) == (302, f"{calls_of(offer)}?muc=gui")
    order.refresh_from_db()
    call.refresh_from_db()
    line = order.lines.get()
    assert (order.status, line.status, line.allocation.quantity) == ("confirmed", "confirmed", 3)
    assert stock(offer) == (3, 7)
    assert (call.outcome, call.decided_by) == ("confirmed", user)
    assert not StockHold.objects.exists()
    assert order.events.latest("pgh_id").pgh_context.metadata["user"] == user.pk
    assert "đã xác nhận" in order_page(order)
    with pytest.raises(ParcelRefused):
        cancel_by_phone(confirmation=call, reason="Nhầm", by=user)
    assert stock(offer) == (3, 7)


def test_each_seller_decides_its_part_and_the_buyer_pays_for_the_rest():
    first, second = make_offer(units=10, price=50_000), make_offer(units=10, price=70_000, title="Tiêu thử")
    order = placed(first, second)
    confirm_by_phone(confirmation=call_about(order, first), by=member_of(first))
    order.refresh_from_db()
    assert (order.status, stock(first), stock(second)) == ("confirmed", (1, 9), (0, 9))
    client, call = signed_in(member_of(second)), call_about(order, second)
    for reason in ("", "  "):
        answer = client.post(page_of(call), {"step": "cancel", "reason": reason})
        assert answer.status_code == 422
        assert "Hãy cho biết lý do" in answer.content.decode()
    assert client.post(page_of(call), {"step": "cancel", "reason": "Mất mùa, hết hàng"}).status_code == 302
    order.refresh_from_db()
    assert (order.status, stock(first), stock(second)) == ("confirmed", (1, 9), (0, 10))
    assert {line.partner_id: line.status for line in order.lines.all()} == {
        first.partner_id: "confirmed",
        second.partner_id: "cancelled",
    }
    page = order_page(order)
    for text in ("Mất mùa, hết hàng", "−70.000", "80.000"):
        assert text in page
    assert order.sources.get().amount_allocated == 80_000
    told = delivered()[-1]
    assert told.to == [LAN.email]
    assert "Mất mùa, hết hàng" in told.body
    assert "Tiêu thử" in told.body


def test_an_order_whose_parts_are_all_cancelled_is_cancelled_and_costs_nothing():
    offers = [make_offer(units=10) for _number in range(2)]
    order = placed(*offers, email="")
    for offer in offers:
        cancel_by_phone(confirmation=call_about(order, offer), reason="Khách không lấy", by=member_of(offer))
    order.refresh_from_db()
    assert (order.status, order.sources.get().amount_allocated) == ("cancelled", 0)
    assert [left(offer) for offer in offers] == [10, 10]
    page = order_page(order)
    assert "Khách không lấy" in page
    assert len(re.findall(r"<dd>0\s", page)) == 2  # delivery and total


def test_a_missed_call_is_counted_and_keeps_its_note():
    offer = make_offer(units=10)
    call = call_about(placed(offer), offer)
    client = signed_in(member_of(offer))
    for note in ("Bận máy", "Gọi lại sau 17 giờ"):
        client.post(page_of(call), {"step": "missed", "note": note})
    call.refresh_from_db()
    assert (call.attempts, call.note, call.outcome) == (2, "Gọi lại sau 17 giờ", "waiting")
    page = client.get(calls_of(offer)).content.decode()
    assert "Đã gọi 2 lần không được" in page
    assert "Gọi lại sau 17 giờ" in page
    too_long = client.post(page_of(call), {"step": "missed", "note": "x" * 301})
    assert too_long.status_code == 422
    assert "x" * 301 in too_long.content.decode()


@pytest.mark.parametrize(("quantity", "is_left"), [(2, True), (3, False)])
def test_a_late_confirmation_finds_units_or_says_that_they_are_gone(quantity, is_left):
    offer = make_offer(units=10)
    order = placed(offer, quantity=quantity)
    client, call = signed_in(member_of(offer)), call_about(order, offer)
    with after_the_hold():
        placed(offer, quantity=8, user=make_buyer())
        assert "hết giờ giữ hàng" in client.get(calls_of(offer)).content.decode()
        answer = client.post(page_of(call), {"step": "confirm"})
        order.refresh_from_db()
        if is_left:
            assert (answer.status_code, order.status, stock(offer)) == (302, "confirmed", (10, 0))
        else:
            assert (answer.status_code, order.status, stock(offer)) == (409, "unconfirmed", (8, 2))
            assert "Chưa xác nhận được" in answer.content.decode()
            assert StockHold.objects.filter(line__order=order).exists()


@url_scheme
def test_the_office_moves_the_same_stock_and_is_told_in_words_when_it_cannot():
    offer = make_offer(units=10)
    orders = [placed(offer, quantity=2, phone=f"0912 345 10{number}") for number in range(2)]
    admin = make_buyer("quan-tri@example.com")
    ensure_roles()
    give_role(user=admin, role=ADMINISTRATORS)
    client = signed_in(admin)

    def move(order, status):
        path = f"/dashboard/orders/{order.number}/"
        page = client.post(path, {"order_action": "change_order_status", "new_status": status}, follow=True)
        order.refresh_from_db()
        return page.content.decode()

    move(orders[0], "confirmed")
    assert (orders[0].status, stock(offer)) == ("confirmed", (2, 6))
    assert orders[0].parcels.get().call.decided_by == admin
    move(orders[1], "cancelled")
    assert (orders[1].status, stock(offer)) == ("cancelled", (2, 8))
    assert orders[1].parcels.get().call.reason
    for status in ("packed", "shipped"):
        move(orders[0], status)
    assert (stock(offer), offer.num_in_stock) == ((0, 8), 8)
    late = placed(offer, quantity=4, phone="0912 345 103")
    with after_the_hold():
        placed(offer, quantity=5, user=make_buyer("c@example.com"))
        page = client.post(
            "/dashboard/orders/",
            {"action": "change_order_statuses", "selected_order": [late.pk], "new_status": "confirmed"},
            follow=True,
        ).content.decode()
        assert f"Đơn hàng {late.number} giữ nguyên" in page
        assert f"Đơn hàng {late.number} giữ nguyên" in move(late, "confirmed")
        assert (late.status, stock(offer)) == ("unconfirmed", (5, 3))


def test_the_worker_tells_once_lets_the_rest_go_on_and_forgets():
    first, second = make_offer(units=10), make_offer(units=10)
    order = placed(first, second)
    confirm_by_phone(confirmation=call_about(order, first), by=member_of(first))
    delivered().clear()
    with after_the_hold():
        for _time in range(2):
            upkeep()
        order.refresh_from_db()
        assert (order.status, stock(first), stock(second)) == ("confirmed", (1, 9), (0, 10))
        assert len(delivered()) == 1
        assert second.product.title in delivered()[0].body
        assert first.product.title not in delivered()[0].body
        assert not GuestOrder.objects.exclude(network="").exists()
        assert not StockHold.objects.exists()
        confirm_by_phone(confirmation=call_about(order, second), by=member_of(second))  # late, but there are units
        assert stock(second) == (1, 9)


def test_what_nobody_confirms_for_a_week_is_closed():
    offer = make_offer(units=10)
    order = placed(offer)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=10)):
        upkeep()
        order.refresh_from_db()
        assert (order.status, order.parcels.get().call.outcome) == ("cancelled", "cancelled")
        with pytest.raises(ParcelRefused):
            confirm_by_phone(confirmation=order.parcels.get().call, by=member_of(offer))
    assert stock(offer) == (0, 10)


def test_queries_do_not_grow_with_the_calls():
    offer, counts = make_offer(units=90), []
    client = signed_in(member_of(offer))
    for number in range(6):
        placed(offer, phone=f"0912 345 1{number}0")
        if number in (0, 5):
            with CaptureQueriesContext(connection) as queries:
                client.get(calls_of(offer))
            counts.append(len(queries))
    assert counts[0] == counts[1] <= 14
