"""Orders that nobody vouches for: what they may take, what they are told, and that time gives the units back."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from search.models import OutboxEntry
from storefront.order.models import Confirmation, GuestOrder, Order
from storefront.order.services.calls import confirm_by_phone
from storefront.partner.models import StockHold
from storefront.partner.services import forget_expired_holds
from storefront.web.caching.models import revision
from tests.mails import delivered

from .guest_orders import after_the_hold, confirm_review, left, order_from, placed, try_to_order
from .offers import FORM, make_basket, make_buyer, make_offer, shopper

pytestmark = pytest.mark.django_db
PHONES = [f"0912 345 {number}" for number in range(100, 130)]


@pytest.mark.parametrize(
    ("units", "quantity", "says"),
    [
        (8, 8, "chỉ đặt được 4 “Bơ thử”: phần còn lại để dành cho người mua khác"),
        (1, 1, "chưa đặt được “Bơ thử”: phần còn lại để dành cho người mua khác"),
        (40, 6, "chỉ đặt được 5 “Bơ thử”: mỗi số điện thoại được nhiều nhất 5"),
    ],
)
def test_a_guest_who_orders_everything_is_refused_in_words_and_keeps_what_was_typed(units, quantity, says):
    offer = make_offer(units=units, title="Bơ thử")
    client = shopper(offer, quantity=quantity)
    early = client.post("/thanh-toan/", FORM)
    last = confirm_review(client)  # whoever goes on all the same
    for answer in (early, last):
        page = answer.content.decode()
        assert answer.status_code == 409
        assert says in page
        assert "/tai-khoan/dang-nhap/?next=/gio-hang/" in page
        for typed in ("name", "street", "commune", "province", "email"):
            assert FORM[typed] in page
    assert not Order.objects.exists()
    assert left(offer) == units
    assert offer.product.title in client.get("/gio-hang/").content.decode()


def test_guests_together_leave_half_to_others():
    offer = make_offer(units=10)
    for phone, quantity in zip(PHONES, (3, 2), strict=False):
        placed(offer, quantity=quantity, phone=phone)
    assert left(offer) == 5
    refused = order_from(offer, phone=PHONES[2])
    assert (refused.status_code, left(offer)) == (409, 5)
    assert placed(offer, quantity=5, user=make_buyer()).status == "new"
    assert left(offer) == 0


OTHER_SPELLINGS = (
    "0912 345 678", "84912345678", "+84 (0)912-345-678", "0084912345678", "0912345678 ext 5", "０９１２３４５６７８",
)  # fmt: skip


@pytest.mark.parametrize("again", OTHER_SPELLINGS)
def test_a_phone_number_is_the_same_however_it_is_written(again):
    offer = make_offer(units=40)
    placed(offer, quantity=3, phone="0912345678")
    refused = order_from(offer, quantity=3, phone=again, network="198.51.100.9")
    assert refused.status_code == 409
    assert "chỉ đặt được 2" in refused.content.decode()
    assert left(offer) == 37
    placed(offer, quantity=3, phone="0912 345 679")


def test_a_phone_number_has_three_orders_waiting_until_the_seller_confirms(settings):
    offers = [make_offer(units=10) for _number in range(4)]
    orders = [placed(offer, network=f"198.51.100.{number}") for number, offer in enumerate(offers[:3])]
    refused = order_from(offers[3])
    assert refused.status_code == 429
    assert "đã có 3 đơn hàng đang chờ người bán gọi" in refused.content.decode()
    confirm_by_phone(confirmation=orders[0].parcels.get().call, by=make_buyer("htx@example.com"))
    placed(offers[3])
    with after_the_hold():
        placed(offers[3])


@pytest.mark.parametrize(
    ("mine", "same", "other"),
    [
        ("203.0.113.7", "203.0.113.7", "203.0.113.8"),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"),
        ("203.0.113.7", "::ffff:203.0.113.7", "::ffff:203.0.113.8"),
    ],
)
def test_a_network_is_limited_by_product_and_by_day(settings, mine, same, other):
    settings.GUEST_ORDER_NETWORK_UNITS = 4
    settings.GUEST_ORDER_NETWORK_ORDERS = 3
    offer, next_offer = make_offer(units=40), make_offer(units=40)
    first = placed(offer, quantity=3, phone=PHONES[0], network=mine)
    refused = order_from(offer, quantity=3, phone=PHONES[1], network=same)
    assert refused.status_code == 409
    assert "chỉ đặt được 1" in refused.content.decode()
    assert "các đơn từ mạng của bạn" in refused.content.decode()
    placed(offer, quantity=3, phone=PHONES[1], network=other)
    placed(next_offer, phone=PHONES[2], network=same)
    placed(next_offer, phone=PHONES[3], network=mine)
    refused = order_from(next_offer, phone=PHONES[4], network=same)
    assert refused.status_code == 429
    assert "Hôm nay có nhiều đơn hàng từ mạng của bạn" in refused.content.decode()
    confirm_by_phone(confirmation=first.parcels.get().call, by=make_buyer())
    placed(next_offer, phone=PHONES[4], network=same)


def test_an_order_of_a_guest_holds_its_units_and_says_that_the_seller_calls():
    offer = make_offer(units=10)
    client = shopper(offer, quantity=3)
    client.post("/thanh-toan/", FORM)
    assert "người bán sẽ gọi cho bạn trước" in client.get("/thanh-toan/xem-lai/").content.decode()
    address = confirm_review(client).headers["Location"]
    order, hold = Order.objects.get(), StockHold.objects.get()
    line = order.lines.get()
    assert (order.status, hold.line, hold.quantity) == ("unconfirmed", line, 3)
    assert order.parcels.get().call.due_at == hold.expires_at
    offer.refresh_from_db()
    assert (offer.num_allocated or 0, offer.net_stock_level) == (0, 7)
    page = client.get(address).content.decode()
    for text in (page, delivered()[0].body):
        assert "Người bán sẽ gọi" in text
        assert "chậm nhất" in text
    assert "chờ người bán gọi xác nhận" in page


def test_an_account_helps_once_its_address_is_confirmed():
    offer = make_offer(units=40)
    stranger = make_buyer("moi@example.com", is_confirmed=False)
    refused = order_from(offer, quantity=9, user=stranger)
    assert refused.status_code == 409
    assert "/tai-khoan/email/" in refused.content.decode()
    assert placed(offer, user=make_buyer("cung-moi@example.com", is_confirmed=False)).status == "unconfirmed"
    order = placed(offer, quantity=9, user=make_buyer())
    assert (order.status, order.lines.get().allocation.quantity) == ("new", 9)
    assert not hasattr(order, "guest")


def test_time_gives_the_units_back_without_any_job(settings):
    settings.GUEST_ORDER_STOCK_PERCENT = 100
    offer = make_offer(units=2)
    address = order_from(offer, quantity=2).headers["Location"]
    product, mine = offer.product.get_absolute_url(), Client()
    add = f"/gio-hang/them/{offer.product_id}/"
    before = revision()
    assert "Hết hàng" in mine.get(product).content.decode()
    assert mine.post(add, {"quantity": 1}, headers={"sec-fetch-site": "same-origin"}).status_code == 409
    with after_the_hold():
        assert "Còn 2" in mine.get(product).content.decode()
        assert revision() != before  # pages that were kept are not shown any more
        page = mine.get(address).content.decode()
        assert "Đơn hàng chưa được xác nhận kịp" in page
        assert "Bạn có thể đặt lại" in page
        assert left(offer) == 2
        placed(offer, quantity=2, phone="0987 654 321")
        assert left(offer) == 0


def test_the_index_hears_of_holds_and_of_their_end(settings):
    settings.GUEST_ORDER_STOCK_PERCENT = 100
    offer = make_offer(units=2)
    waiting = OutboxEntry.objects.filter(product_id=offer.product_id)
    waiting.delete()
    placed(offer)
    assert not waiting.exists()  # one is left: nothing that the index knows has changed
    placed(offer, phone="0987654321")
    assert waiting.exists()
    with after_the_hold():
        waiting.delete()
        assert forget_expired_holds() == 2
    assert waiting.exists()


def test_nothing_is_ordered_when_one_product_of_two_is_over_its_limit():
    enough, short = make_offer(units=40), make_offer(units=2)
    client = shopper(enough, short, quantity=2)
    assert try_to_order(client).status_code == 409
    assert not StockHold.objects.exists()
    assert not GuestOrder.objects.exists()


def test_the_database_keeps_one_hold_of_some_units_for_each_line():
    offer = make_offer(units=10)
    hold = placed(offer).lines.get().hold
    wrong = ({"line": hold.line, "quantity": 1}, {"line": placed(offer).lines.get(), "quantity": 0})
    StockHold.objects.exclude(pk=hold.pk).delete()
    for values in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            StockHold.objects.create(stockrecord=offer, expires_at=hold.expires_at, **values)
    call = Confirmation.objects.first()
    for values in ({"outcome": "confirmed"}, {"outcome": "cancelled", "decided_at": hold.expires_at}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Confirmation.objects.filter(pk=call.pk).update(**values)


def test_what_is_left_is_the_same_however_a_stock_record_was_loaded(django_assert_num_queries):
    offer = make_offer(units=10)
    placed(offer, quantity=3)
    with django_assert_num_queries(1):
        assert [record.net_stock_level for record in offer.product.stockrecords.all()] == [7]
    line = make_basket(offer).lines.select_related("stockrecord").get()
    assert line.stockrecord.net_stock_level == 7
    offer.refresh_from_db()
    assert offer.net_stock_level == 7
    records = type(offer).objects
    assert records.in_stock().filter(pk=offer.pk).exists()
    StockHold.objects.update(quantity=10)
    assert not records.in_stock().filter(pk=offer.pk).exists()
