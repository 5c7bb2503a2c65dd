"""Members keep addresses for their next orders; each is theirs alone, and an order has a copy of its own."""

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storefront.address.models import UserAddress
from storefront.checkout.address_book import MAX_ADDRESSES, AddressRefused, addresses_of, delete_address, save_address
from storefront.order.models import Order

from .offers import FORM, LAN, make_buyer, make_offer, shopper

BOOK = "/tai-khoan/dia-chi/"


@pytest.fixture
def buyer(db):
    return make_buyer()


def _order(client, **typed) -> Order:
    answer = client.post("/thanh-toan/", {**FORM, **typed})
    assert answer.status_code == 302, answer.content.decode()
    page = client.get("/thanh-toan/xem-lai/").context
    sent = {"token": page["token"], "total": page["cost"].total_amount, "payment": "cash-on-delivery"}
    for _click in range(2):
        assert client.post("/thanh-toan/xem-lai/", sent).status_code == 302
    return Order.objects.latest("pk")


def test_an_address_is_kept_when_asked_and_fills_the_next_checkout(buyer):
    offer = make_offer()
    order = _order(shopper(offer, user=buyer))
    assert not addresses_of(buyer).exists()
    order = _order(shopper(offer, user=buyer), keep="on", phone="0120.345.6789", commune="ea na")
    kept = addresses_of(buyer).get()
    assert kept.is_default_for_shipping and (kept.line4, str(kept.phone_number)) == ("Xã Ea Na", "+84703456789")
    form = shopper(offer, user=buyer).get("/thanh-toan/").context["form"]
    assert form.initial["street"] == LAN.street and len(form.fields) + len(["payment"]) <= 12
    delete_address(user=buyer, address_id=kept.pk)
    order.refresh_from_db()
    assert order.shipping_address.line4 == "Xã Ea Na"


def test_another_address_is_chosen_by_a_link_and_a_foreign_one_is_not(buyer):
    usual = save_address(user=buyer, contact=LAN)
    other = save_address(user=buyer, contact=dataclasses.replace(LAN, name="Y Blim Niê", street="Buôn Trấp"))
    foreign = save_address(user=make_buyer("khac@example.com"), contact=dataclasses.replace(LAN, street="Nơi khác"))
    client = shopper(make_offer(), user=buyer)
    streets = {
        pk: client.get("/thanh-toan/", {"dia-chi": pk}).context["form"].initial["street"]
        for pk in (usual.pk, other.pk, foreign.pk, "x", "9" * 30)
    }
    assert list(streets.values()) == [LAN.street, "Buôn Trấp", LAN.street, LAN.street, LAN.street]
    address = f"{BOOK}{foreign.pk}/"
    assert [client.get(address).status_code, client.post(address, FORM).status_code] == [404, 404]
    for step in ("remove", "usual", "remove"):
        client.post(BOOK, {step: foreign.pk})
    foreign.refresh_from_db()
    assert foreign.line1 == "Nơi khác" and foreign.is_default_for_shipping
    for _click in range(2):
        client.post(BOOK, {"usual": other.pk})
    assert [row.pk for row in addresses_of(buyer)] == [other.pk, usual.pk]
    client.post(BOOK, {"remove": other.pk})
    assert addresses_of(buyer).get().is_default_for_shipping
    assert client.post(f"{BOOK}{other.pk}/", FORM).status_code == 404  # another tab


def test_an_address_is_there_once_and_a_book_is_not_endless(buyer):
    client = shopper(user=buyer)
    typed = {name: value for name, value in FORM.items() if name != "email"}
    for phone in ("0912 345 678", "+84 912.345.679"):
        assert client.post(f"{BOOK}moi/", {**typed, "phone": phone})["Location"] == BOOK
    first = addresses_of(buyer).get()
    assert str(first.phone_number) == "+84912345679"
    assert client.post(f"{BOOK}moi/", {**typed, "phone": "12", "street": ""}).status_code == 422
    client.get(BOOK)  # takes what was said of the last change
    with CaptureQueriesContext(connection) as one:
        client.get(BOOK)
    for number in range(1, MAX_ADDRESSES):
        save_address(user=buyer, contact=dataclasses.replace(LAN, street=f"Số {number}"))
    with CaptureQueriesContext(connection) as many:
        client.get(BOOK)
    assert len(many) == len(one)
    assert client.post(f"{BOOK}moi/", {**typed, "street": "Số 99"}).status_code == 422
    with pytest.raises(AddressRefused):
        save_address(user=buyer, contact=dataclasses.replace(LAN, street="Số 99"))
    same = client.post(f"{BOOK}{first.pk}/", {**typed, "street": "số 3"})  # that is another one of the book
    assert same.status_code == 422 and UserAddress.objects.get(pk=first.pk).line1 == LAN.street
