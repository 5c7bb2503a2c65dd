"""Wish list, the one mail when a product is back, and ordering again."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from oscar.core.loading import get_model

from catalogue.products.models import Product
from storefront.order.queries import order_address
from storefront.partner.models import StockRecord
from storefront.public.stock_alerts.services import tell_who_waits
from tests.mails import newly_delivered
from tests.storefront.portal.people import signed_in

from .guest_orders import placed
from .offers import OURS, make_buyer, make_offer

pytestmark = pytest.mark.django_db
ProductAlert = get_model("customer", "ProductAlert")
WishLine = get_model("wishlists", "Line")


def test_a_guest_confirms_by_mail_and_is_told_once_when_units_come(client):
    offer = make_offer(units=0)
    form = f"{offer.product.get_absolute_url()}bao-khi-co-hang/"
    assert form in client.get(offer.product.get_absolute_url()).content.decode()
    assert not client.get(form).cookies
    for _again in range(2):
        assert client.post(form, {"email": "lan@example.com"}, headers=OURS).status_code == 302
    assert ProductAlert.objects.get().status == ProductAlert.UNCONFIRMED
    letters = newly_delivered()
    link = re.search(r"http://[^/]+(/\S+)", letters[0].body)[1]
    StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=5)
    assert tell_who_waits() == 0  # nobody has confirmed
    client.get(link)
    assert ProductAlert.objects.get().status == ProductAlert.UNCONFIRMED  # looking at it is no word
    StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=0)
    for _again in range(2):
        assert client.post(link, {"step": "confirm"}).status_code == 302
    assert tell_who_waits() == 0
    StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=5)
    assert (tell_who_waits(), tell_who_waits()) == (1, 0)
    letters = newly_delivered()
    assert [letter.to for letter in letters] == [["lan@example.com"]]
    assert offer.product.title in letters[0].body
    assert client.post(form, {"email": "minh@example.com"}, headers=OURS)["Location"] == form  # it can be bought
    assert not ProductAlert.objects.filter(email="minh@example.com").exists()


def test_a_member_needs_no_confirmation_cancels_in_the_account_and_a_variant_counts():
    parent = make_offer(units=0)
    buyer, other = make_buyer(), make_buyer("khac@example.com")
    address = f"{parent.product.get_absolute_url()}bao-khi-co-hang/"
    for user in (buyer, other):
        assert signed_in(user).post(address, headers=OURS)["Location"] == "/tai-khoan/yeu-thich/"
    mine = ProductAlert.objects.get(user=buyer)
    signed_in(other).post("/tai-khoan/yeu-thich/", {"cancel": mine.pk})  # not his
    assert ProductAlert.objects.filter(status=ProductAlert.ACTIVE).count() == 2
    signed_in(other).post("/tai-khoan/yeu-thich/", {"cancel": ProductAlert.objects.get(user=other).pk})
    variant = make_offer(units=3)
    Product.objects.filter(pk=variant.product_id).update(parent=parent.product, structure="child")
    assert tell_who_waits() == 1
    assert [letter.to for letter in newly_delivered()] == [[buyer.email]]


def test_a_wish_is_kept_once_and_costs_the_same_number_of_queries(client):
    offers = [make_offer() for _number in range(4)]
    add = [f"/tai-khoan/yeu-thich/them/{offer.product_id}/" for offer in offers]
    assert "/dang-nhap/" in client.post(add[0], headers=OURS)["Location"]
    page = client.get(offers[0].product.get_absolute_url())
    assert add[0] in page.content.decode() and not page.cookies
    buyer = signed_in(make_buyer())
    assert buyer.post(add[0], headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert buyer.post(add[0]).status_code == 200  # who does not say where it comes from is asked
    for _again in range(2):
        assert buyer.post(add[0], headers=OURS)["Location"] == "/tai-khoan/yeu-thich/"
    assert WishLine.objects.count() == 1

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            buyer.get("/tai-khoan/yeu-thich/")
        return len(caught)

    queries()
    one = queries()
    for address in add[1:]:
        buyer.post(address, headers=OURS)
    queries()
    assert queries() == one
    other, line = signed_in(make_buyer("khac@example.com")), WishLine.objects.first()
    for number in (line.pk, "x", 10**30, -1):
        other.post("/tai-khoan/yeu-thich/", {"remove": number})
    assert WishLine.objects.count() == 4
    Product.objects.filter(pk=offers[1].product_id).update(is_public=False)
    page = buyer.get("/tai-khoan/yeu-thich/").content.decode()
    assert "không còn được giới thiệu" in page
    assert buyer.post("/tai-khoan/yeu-thich/", {"remove": line.pk}).status_code == 302
    assert WishLine.objects.count() == 3


def test_ordering_again_says_what_changed_and_fills_the_basket_once():
    same, dearer, gone = make_offer(), make_offer(), make_offer()
    order = placed(same, dearer, gone, quantity=2)
    StockRecord.objects.filter(pk=dearer.pk).update(price=120_000, num_in_stock=3)  # two of them are held
    Product.objects.filter(pk=gone.product_id).update(is_public=False)
    address, visitor = f"{order_address(order)}mua-lai/", Client()
    page = visitor.get(address).content.decode()
    assert "khi đó 100.000" in page and "nay 120.000" in page and "Chỉ còn 1." in page
    assert "Không còn bán trực tuyến." in page
    for _again in range(2):
        assert visitor.post(address)["Location"] == "/gio-hang/"
    basket = get_model("basket", "Basket").objects.latest("pk")
    assert dict(basket.lines.values_list("product", "quantity")) == {same.product_id: 2, dearer.product_id: 1}
    assert "Không còn bán trực tuyến." in visitor.get("/gio-hang/").content.decode()
