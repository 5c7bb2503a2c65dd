"""The basket: who may fill it, how much goes in, what it says."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storefront.basket.models import Basket, Line
from storefront.checkout.errors import BelowMinimum
from storefront.checkout.services import place_order
from storefront.order.models import Parcel
from tests.catalogue.factories import make_product
from tests.storefront.portal.people import member_of, signed_in

from .guest_orders import confirm_review
from .offers import FORM, LAN, OURS, make_basket, make_buyer, make_offer, make_shelf, shopper

pytestmark = pytest.mark.django_db


def add(client, offer, quantity=1, **headers):
    return client.post(f"/gio-hang/them/{offer.product_id}/", {"quantity": quantity}, headers=headers)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 302),
        ({"origin": "http://testserver"}, 302),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://testserver:81"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, 403),
        ({}, 200),
        ({"origin": "null"}, 200),
        ({"sec-fetch-site": "none"}, 200),
    ],
)
def test_only_our_own_pages_fill_the_basket(headers, status):
    offer = make_offer()
    answer = add(Client(enforce_csrf_checks=True), offer, **headers)
    assert answer.status_code == status
    assert Line.objects.filter(product=offer.product).exists() is (status == 302)


def test_an_old_browser_confirms_once():
    offer = make_offer()
    client = Client(enforce_csrf_checks=True)
    path = f"/gio-hang/them/{offer.product_id}/"
    page = client.post(path, {"quantity": 3}).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    assert 'value="3"' in page
    forged = client.post(path, {"quantity": 3, "csrfmiddlewaretoken": "a" * 64})
    assert forged.status_code == 403
    assert not Line.objects.filter(product=offer.product).exists()
    assert client.post(path, {"quantity": 3, "csrfmiddlewaretoken": token}).status_code == 302
    assert Line.objects.get(product=offer.product).quantity == 3


def test_what_is_not_left_is_not_added():
    offer = make_offer(units=3, title="Mật ong thử")
    client = shopper(offer, quantity=2)
    answer = add(client, offer, 2, **OURS)
    assert answer.status_code == 409
    assert "“Mật ong thử” chỉ còn 3" in answer.content.decode()
    assert Line.objects.get(product=offer.product).quantity == 2


@pytest.mark.parametrize("quantity", ["0", "-1", "100", "1.5", "", "một", "9" * 40])
def test_quantity_is_a_whole_number_from_1_to_99(quantity):
    offer = make_offer(units=500)
    answer = add(Client(), offer, quantity, **OURS)
    assert answer.status_code == 422
    assert not Basket.objects.exists()


def test_a_basket_holds_at_most_99_units():
    first, second = make_offer(units=500), make_offer(units=500)
    client = shopper(first, quantity=60)
    assert add(client, second, 40, **OURS).status_code == 409
    assert add(client, second, 39, **OURS).status_code == 302


def test_without_a_price_or_an_online_seller_nothing_is_sold():
    unpriced, unoffered = make_offer(price=None), make_product()
    on_a_shelf = make_shelf(make_product())
    for product in (unpriced.product, unoffered, on_a_shelf.product):
        path = f"/gio-hang/them/{product.pk}/"
        assert Client().post(path, {"quantity": 1}, headers=OURS).status_code == 409
    assert not Line.objects.exists()


def test_the_shelf_of_a_sales_point_is_not_sold_online():
    offer = make_offer(units=1)
    make_shelf(offer.product, units=50)
    client = Client()
    assert add(client, offer, 2, **OURS).status_code == 409
    assert add(client, offer, 1, **OURS).status_code == 302
    assert Line.objects.get(product=offer.product).stockrecord == offer


def test_the_basket_shows_name_seller_price_total_and_what_is_illustrative():
    offer = make_offer(price=125_000)
    offer.is_illustrative = True
    offer.save()
    page = shopper(offer, quantity=2).get("/gio-hang/").content.decode()
    for text in (offer.product.title, offer.product.producer.name, "125.000", "250.000", "280.000"):
        assert text in page  # price each, line, and total with 30.000 đ of delivery
    assert "dữ liệu minh họa" in page
    assert "noindex" in page


def test_lines_can_be_changed_and_removed_but_only_ones_own():
    offer = make_offer(units=5)
    mine, stranger = shopper(offer), shopper(make_offer())
    line = Line.objects.get(product=offer.product)
    stranger.post("/gio-hang/cap-nhat/", {"line": line.pk, "remove": "1"})
    mine.post("/gio-hang/cap-nhat/", {"line": line.pk, "quantity": 4})
    line.refresh_from_db()
    assert line.quantity == 4
    answer = mine.post("/gio-hang/cap-nhat/", {"line": line.pk, "quantity": 6}, follow=True)
    assert "chỉ còn 5" in answer.content.decode()
    line.refresh_from_db()
    assert line.quantity == 4
    mine.post("/gio-hang/cap-nhat/", {"line": line.pk, "remove": "1"})
    assert not Line.objects.filter(pk=line.pk).exists()


def test_a_refused_quantity_stays_in_its_field_with_the_reason():
    client = shopper(make_offer(units=5))
    line = Line.objects.get()
    for typed, status, says in (("6", 409, "chỉ còn 5"), ("một", 422, "Hãy nhập một số nguyên")):
        answer = client.post("/gio-hang/cap-nhat/", {"line": line.pk, "quantity": typed})
        page = answer.content.decode()
        assert answer.status_code == status
        assert f'<a href="#quantity-{line.pk}">' in page
        field = re.search(rf'<input id="quantity-{line.pk}"[^>]*>', page)[0]
        assert f'value="{typed}"' in field
        assert 'aria-invalid="true"' in field
        assert says in page
        assert "<title>Lỗi: " in page


def test_the_number_beside_the_basket_follows_it_and_nobody_else_gets_a_cookie():
    offer = make_offer(units=9)
    stranger, client = Client(), shopper(offer, quantity=2)
    for path in ("/", "/gio-hang/", offer.product.get_absolute_url()):
        assert not stranger.get(path).cookies

    def told(client) -> str:
        cookie = client.cookies.get("saobuon_units")
        return cookie.value if cookie else ""

    assert told(client) == "2"
    line = Line.objects.get()
    client.post("/gio-hang/cap-nhat/", {"line": line.pk, "quantity": 5})
    assert told(client) == "5"
    buyer = make_buyer()
    client.force_login(buyer)
    client.get("/gio-hang/")
    client.post("/tai-khoan/dang-xuat/")
    assert told(client) == ""
    client.post("/tai-khoan/dang-nhap/", {"login": buyer.email, "password": "mat-khau-rieng-1"})
    assert told(client) == "5"
    client.post("/gio-hang/cap-nhat/", {"line": line.pk, "remove": "1"})
    assert told(client) == ""


def test_an_order_empties_the_number_beside_the_basket():
    client = shopper(make_offer())
    client.post("/thanh-toan/", FORM)
    page = client.get("/thanh-toan/xem-lai/").content.decode()
    fields = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "total")}
    client.post("/thanh-toan/xem-lai/", fields)
    assert client.cookies["saobuon_units"].value == ""


def test_changes_need_a_token():
    offer = make_offer()
    client = shopper(offer, enforce_csrf_checks=True)
    line = Line.objects.get(product=offer.product)
    assert client.post("/gio-hang/cap-nhat/", {"line": line.pk, "remove": "1"}).status_code == 403


def test_a_line_that_can_no_longer_be_ordered_says_so_and_stops_the_order():
    offer = make_offer(units=5, title="Trà thử")
    client = shopper(offer, quantity=4)
    offer.num_allocated = 3
    offer.save()
    assert "Chỉ còn 2" in client.get("/gio-hang/").content.decode()
    assert client.get("/thanh-toan/").headers["Location"] == "/gio-hang/"
    offer.price = None
    offer.save()
    assert "Không còn bán trên mạng" in client.get("/gio-hang/").content.decode()


def test_queries_do_not_grow_with_the_basket():
    counts = []
    for lines in (1, 6):
        client = shopper(*(make_offer() for _number in range(lines)))
        client.get("/gio-hang/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/gio-hang/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15


def test_signing_in_keeps_the_basket():
    offer = make_offer()
    client = shopper(offer)
    user = make_buyer("lan@example.com")
    client.post("/tai-khoan/dang-nhap/", {"login": "lan@example.com", "password": "mat-khau-rieng-1"})
    assert offer.product.title in client.get("/gio-hang/").content.decode()
    assert Line.objects.get(product=offer.product).basket.owner == user


def test_each_seller_says_what_delivery_costs_when_it_is_free_and_what_is_the_least_order():
    near, far = make_offer(units=9, price=100_000), make_offer(units=9, price=50_000)
    seller = signed_in(member_of(near))
    terms = f"/theo-doi/{near.partner.producer_id}/giao-hang/"
    for wrong in ({"delivery_charge": "mười"}, {"minimum_order": "-1"}):
        answer = seller.post(terms, wrong)
        assert answer.status_code == 422
        assert next(iter(wrong.values())) in answer.content.decode()
    seller.post(terms, {"delivery_charge": "20.000", "free_delivery_from": "200000", "minimum_order": "150.000"})
    near.partner.refresh_from_db()
    assert near.partner.events.latest("pgh_id").pgh_context.metadata["user"]
    client = shopper(near, far)
    page = client.get("/gio-hang/").content.decode()
    assert "còn thiếu 50.000" in page
    assert 'href="/thanh-toan/"' not in page
    assert client.get("/thanh-toan/").status_code == 302  # not to be got around either
    with pytest.raises(BelowMinimum):
        place_order(basket=make_basket(near), contact=LAN, shown_total=120_000, buyer=make_buyer("khac@example.com"))
    client.post(f"/gio-hang/them/{near.product_id}/", {"quantity": 1}, headers=OURS)
    page = " ".join(client.get("/gio-hang/").content.decode().split())
    assert "Giao hàng: miễn phí" in page
    assert "280.000" in page  # 200,000 free, 50,000 and 30,000
    client.post("/thanh-toan/", FORM)
    confirm_review(client)
    assert list(Parcel.objects.order_by("number").values_list("delivery_charge", flat=True)) == [0, 30_000]
