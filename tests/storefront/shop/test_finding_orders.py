"""A buyer without an account finds the order again; a stranger learns nothing."""

import re

import pytest
from django.test import Client

from storefront.order.models import Order

from .guest_orders import review
from .offers import FORM, make_offer, shopper

pytestmark = pytest.mark.django_db
PAGE = "/don-hang/"


@pytest.fixture
def order() -> Order:
    client = shopper(make_offer())
    client.post("/thanh-toan/", {**FORM, "phone": "0120 345 6789"})
    client.post("/thanh-toan/xem-lai/", review(client))
    return Order.objects.get()


def find(number, phone, client=None):
    return (client or Client()).post(PAGE, {"number": number, "phone": phone})


@pytest.mark.parametrize(
    "written", ["{}", "#{}", "Mã đơn: {}.", "\u202a{}\u202c", "http://testserver/don-hang/{}/x/"]
)
@pytest.mark.parametrize("phone", ["0703456789", "+84 (0)70.345.6789", "0120 345 6789"])
def test_number_and_phone_as_people_write_them_lead_to_the_order(order, written, phone):
    answer = find(written.format(order.number), phone)
    assert answer.status_code == 302
    assert order.number in answer.headers["Location"]
    assert Client().get(answer.headers["Location"]).status_code == 200


def test_spaces_full_width_digits_and_letters_for_nought(order):
    number = order.number
    full_width = "".join(chr(ord(digit) + 0xFEE0) for digit in number)
    for written in (f"{number[:3]} {number[3:]}", full_width, number.replace("00", "0O", 1)):
        assert find(written, "0703456789").status_code == 302


def test_nobody_learns_which_of_the_two_is_wrong(order):
    def said(number, phone) -> str:
        answer = find(number, phone)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert number in page
        assert phone in page
        main = page[page.index("<main") :].replace(number, "").replace(phone, "")
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", main)

    right_number, right_phone = said(order.number, "0901234567"), said("999999", "0703456789")
    assert "Không tìm thấy đơn nào" in right_number
    assert right_number == right_phone


def test_who_tries_out_numbers_has_to_wait(order, settings):
    settings.ACCOUNT_RATE_LIMITS = {"order_find": "3/h/key,9/h/ip", "order_find_phone": "5/h/key"}
    phone = Client(headers={"user-agent": "Another phone"})
    for number in range(3):
        assert find(str(number), "0901234567").status_code == 422
    refused = find(order.number, "0703456789")
    assert refused.status_code == 429
    assert "quá nhiều lần" in refused.content.decode()
    assert find(order.number, "0703456789", phone).status_code == 302
    others = [Client(headers={"user-agent": str(number)}) for number in range(5)]
    assert [find("1", "0901234567", other).status_code for other in others][-1] == 429


@pytest.mark.parametrize("path", ["/", "/tro-giup/", "/gio-hang/", "/tai-khoan/dang-nhap/"])
def test_the_way_there_is_found(path):
    assert f'href="{PAGE}"' in Client().get(path).content.decode()
