"""From basket to order: steps in order, nothing typed is lost, the price shown is the price charged, one order."""

import pytest
from django.test import Client

from storefront.checkout import services
from storefront.checkout.services import place_order
from storefront.mail.models import OutgoingMail
from storefront.order.models import Order
from tests.catalogue.factories import make_certificate
from tests.mails import delivered

from .guest_orders import review
from .offers import FORM, LAN, make_basket, make_buyer, make_offer, shopper

pytestmark = pytest.mark.django_db
DELIVERY = 30_000


def fill_in(client, **changes):
    return client.post("/thanh-toan/", {**FORM, **changes})


def ordered(client):
    fill_in(client)
    return client.post("/thanh-toan/xem-lai/", review(client))


def waiting_mails():
    return OutgoingMail.objects.filter(kind="order_received")


def test_steps_cannot_be_skipped():
    empty, full = Client(), shopper(make_offer())
    for path in ("/thanh-toan/", "/thanh-toan/xem-lai/"):
        assert empty.get(path).headers["Location"] == "/gio-hang/"
    assert full.get("/thanh-toan/xem-lai/").headers["Location"] == "/thanh-toan/"
    for answer in (
        empty.post("/thanh-toan/xem-lai/"),
        full.post("/thanh-toan/xem-lai/", {"token": "guessed", "total": "1"}),
    ):
        assert answer.status_code == 302
    assert not Order.objects.exists()


def test_the_whole_cost_is_seen_before_and_beside_the_form():
    page = shopper(make_offer(price=100_000), quantity=2).get("/thanh-toan/").content.decode()
    before_the_form = page[: page.index('name="name"')]
    assert "230.000" in before_the_form
    assert "30.000" in before_the_form


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", "", "Hãy nhập họ tên người nhận hàng"),
        ("phone", "", "Hãy nhập số điện thoại"),
        ("phone", "0912", "Số điện thoại chưa đúng"),
        ("email", "lan@", "Địa chỉ e-mail chưa đúng"),
        ("province", " ", "Hãy nhập tỉnh"),
        ("commune", "", "Hãy nhập xã, phường"),
        ("street", "", "Hãy nhập số nhà"),
    ],
)
def test_a_fault_is_named_and_nothing_typed_is_lost(field, value, says):
    answer = fill_in(shopper(make_offer()), **{field: value})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    for name, typed in FORM.items():
        if name != field and typed:
            assert typed in page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912 345 678", "+84912345678"),
        ("\u202a(+84) 0912.345.678\u202c", "+84912345678"),
        ("0120 345 6789", "+84703456789"),
        ("+84168.999.8888", "+84389998888"),
        ("0500 3852 345", "+842623852345"),
    ],
)
def test_phone_numbers_as_people_write_them(typed, kept):
    client = shopper(make_offer())
    fill_in(client, phone=typed)
    client.post("/thanh-toan/xem-lai/", review(client))
    assert str(Order.objects.get().shipping_address.phone_number) == kept


def test_a_guest_orders_without_e_mail():
    client = shopper(make_offer())
    fill_in(client, email="")
    assert client.post("/thanh-toan/xem-lai/", review(client)).status_code == 302
    assert not delivered()


def test_the_review_shows_each_sellers_parcel():
    first, second = make_offer(price=50_000), make_offer(price=70_000)
    client = shopper(first, second)
    fill_in(client)
    page = client.get("/thanh-toan/xem-lai/").content.decode()
    assert f"Gói hàng 1/2: {first.product.producer.name}" in page
    assert f"Gói hàng 2/2: {second.product.producer.name}" in page
    for text in ("Số 12, thôn 3", "0912 345 678", "180.000"):
        assert text in page


def test_the_order_keeps_who_what_and_for_how_much():
    offer = make_offer(units=5, price=100_000)
    ordered(shopper(offer, quantity=2, user=make_buyer()))
    order = Order.objects.get()
    assert (order.total_incl_tax, order.shipping_incl_tax) == (230_000, DELIVERY)
    assert order.guest_email == LAN.email
    address = order.shipping_address
    kept = (address.first_name, address.line1, address.line4, address.state, address.country_id)
    assert kept == (LAN.name, LAN.street, LAN.commune, LAN.province, "VN")
    line = order.lines.get()
    assert (line.parcel.partner, line.quantity, line.allocation.quantity) == (offer.partner, 2, 2)
    assert order.sources.get().amount_allocated == 230_000
    offer.refresh_from_db()
    assert offer.net_stock_level == 3


def test_a_line_remembers_the_certificate_of_that_day():
    certified, uncertified = make_offer(), make_offer()
    certificate = make_certificate(product=certified.product, stars=4, issued="2024-03-15")
    make_certificate(product=uncertified.product, stars=5, issued="2020-03-15")
    ordered(shopper(certified, uncertified))
    lines = {line.product_id: line for line in Order.objects.get().lines.all()}
    kept = lines[certified.product_id]
    assert (kept.stars_at_order, kept.certificate) == (4, certificate)
    without = lines[uncertified.product_id]
    assert (without.stars_at_order, without.certificate) == (None, None)


def test_reload_and_second_click_lead_to_the_same_order():
    client = shopper(make_offer(units=5))
    fill_in(client)
    fields = review(client)
    first = client.post("/thanh-toan/xem-lai/", fields)
    again = client.post("/thanh-toan/xem-lai/", fields)
    assert first.headers["Location"] == again.headers["Location"]
    assert Order.objects.count() == 1
    assert waiting_mails().count() == 1


def test_the_next_order_is_a_new_one():
    offer = make_offer(units=5)
    client = shopper(offer)
    first = ordered(client).headers["Location"]
    client.post(f"/gio-hang/them/{offer.product_id}/", {"quantity": 1}, headers={"sec-fetch-site": "same-origin"})
    assert ordered(client).headers["Location"] != first
    assert Order.objects.count() == 2


def test_the_price_shown_is_the_price_charged():
    offer = make_offer(price=100_000)
    client = shopper(offer)
    fill_in(client)
    fields = review(client)
    offer.price = 120_000
    offer.save()
    answer = client.post("/thanh-toan/xem-lai/", fields)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert not Order.objects.exists()
    for text in ("130.000", "150.000", "Giá vừa thay đổi"):
        assert text in page
    offer.refresh_from_db()
    assert offer.net_stock_level == 5
    assert client.post("/thanh-toan/xem-lai/", review(client)).status_code == 302
    assert Order.objects.get().total_incl_tax == 150_000


def test_a_product_bought_away_meanwhile_is_named():
    offer = make_offer(units=1, title="Bơ thử")
    slow, quick = shopper(offer), shopper(offer, user=make_buyer())
    fill_in(slow)
    fields = review(slow)
    ordered(quick)
    answer = slow.post("/thanh-toan/xem-lai/", fields, follow=True)
    assert "“Bơ thử” đã hết hàng" in answer.content.decode()
    assert Order.objects.count() == 1


def test_all_or_nothing(monkeypatch):
    offer = make_offer(units=3)
    basket = make_basket(offer)
    monkeypatch.setattr(services.SourceType.objects, "get_or_create", lambda **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        place_order(basket=basket, contact=LAN, shown_total=130_000)
    offer.refresh_from_db()
    basket.refresh_from_db()
    assert (offer.net_stock_level, basket.status) == (3, "Open")
    assert not Order.objects.exists()
    assert not waiting_mails().exists()


def test_the_confirmation_is_found_by_its_signed_address_only():
    client = shopper(make_offer(title="Cà phê thử"))
    path = ordered(client).headers["Location"]
    answer = Client().get(path)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Cà phê thử" in page
    for private in (LAN.name, LAN.street, LAN.email, "0912 345 678", "912345678"):
        assert private not in page
    assert "private" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    number = Order.objects.get().number
    for wrong in (f"/don-hang/{number}/{'a' * 43}/", path.replace(number, "100000"), path[:-2] + "/"):
        assert Client().get(wrong).status_code == 404


def test_the_mail_speaks_the_buyers_language_and_leads_to_the_order():
    vietnamese, english = shopper(make_offer(title="Cà phê thử & đường")), shopper(make_offer())
    path = ordered(vietnamese).headers["Location"]
    english.post("/en/thanh-toan/", FORM)
    english.post("/en/thanh-toan/xem-lai/", review(english))
    first, second = delivered()
    assert first.to == [LAN.email]
    assert "Đơn hàng" in first.subject
    assert "Your order" in second.subject
    assert "Cà phê thử & đường: 1 × 100.000" in first.body
    assert path in first.body
    assert "/en/don-hang/" in second.body


def test_signed_in_buyers_find_their_order(django_user_model):
    user = django_user_model.objects.create_user("lan@example.com", "mat-khau-rieng-1")
    client = Client()
    client.force_login(user)
    offer = make_offer()
    client.post(f"/gio-hang/them/{offer.product_id}/", {"quantity": 1}, headers={"sec-fetch-site": "same-origin"})
    path = ordered(client).headers["Location"]
    assert Order.objects.get().user == user
    assert path in client.get("/tai-khoan/").content.decode()
