"""Province and commune of an address: old names lead to those of today, unclear ones are asked about."""

import pytest
from django.test import Client

from catalogue.geography.typed import province_called, province_names
from storefront.order.models import Order

from .guest_orders import review
from .offers import FORM, make_offer, shopper

pytestmark = pytest.mark.django_db


def kept(client) -> tuple[str, str, str]:
    """Commune, province and the buyer's own words as the order keeps them."""
    client.post("/thanh-toan/xem-lai/", review(client))
    address = Order.objects.get().shipping_address
    return address.line4, address.state, address.line3


def fill_in(client, **changes):
    return client.post("/thanh-toan/", {**FORM, **changes})


@pytest.mark.parametrize(
    ("typed", "today"),
    [
        ("dak lak", "Đắk Lắk"),
        ("Tỉnh Đắc Lắc, Việt Nam", "Đắk Lắk"),
        ("phú yên", "Đắk Lắk"),
        ("TPHCM", "Thành phố Hồ Chí Minh"),
        ("sai gon", "Thành phố Hồ Chí Minh"),
        ("Bà Rịa-Vũng Tàu", "Thành phố Hồ Chí Minh"),
        ("thua thien hue", "Huế"),
        ("Đak Nông", "Lâm Đồng"),
    ],
)
def test_provinces_by_every_name(typed, today):
    assert province_called(typed).name == today


def test_every_province_of_before_has_one_of_today():
    assert len(province_names()) == 34
    assert province_called("kontum").formerly == "Kon Tum"
    assert province_called("Hà Nội").formerly == ""


@pytest.mark.parametrize(
    ("commune", "province", "expected"),
    [
        ("xa ea na", "dak lak", ("Xã Ea Na", "Đắk Lắk", "")),
        ("thôn 3, Ea Na, Krông Ana", "Đắk Lắk", ("Xã Ea Na", "Đắk Lắk", "thôn 3, Ea Na, Krông Ana")),
        ("buon trap", "Đắk Lắk", ("Xã Krông Ana", "Đắk Lắk", "buon trap")),
        ("phuong 1", "Phú Yên", ("Phường Tuy Hòa", "Đắk Lắk", "phuong 1, Phú Yên")),
        ("Phường Bến Nghé", "Sài Gòn", ("Phường Bến Nghé", "Thành phố Hồ Chí Minh", "Sài Gòn")),
        ("Nơi Không Có Thật", "Đắk Lắk", ("Nơi Không Có Thật", "Đắk Lắk", "")),
    ],
)
def test_old_names_lead_to_todays_and_the_buyers_words_stay(commune, province, expected):
    client = shopper(make_offer())
    assert fill_in(client, commune=commune, province=province).status_code == 302
    assert kept(client) == expected


def test_an_unclear_place_is_asked_about_and_the_answer_counts():
    client = shopper(make_offer())
    asked = fill_in(client, commune="cu mgar")
    page = asked.content.decode()
    assert asked.status_code == 422
    for text in ("Xã Quảng Phú", "Huyện Cư M&#x27;gar", 'value="cu mgar"', 'href="#id_commune"'):
        assert text in page
    answer = {"commune_asked": "cu mgar", "commune_meant": "Xã Quảng Phú"}
    assert fill_in(client, commune="tan lap", **answer).status_code == 422  # the answer was about another text
    assert fill_in(client, commune="cu mgar", **answer).status_code == 302
    assert kept(client) == ("Xã Quảng Phú", "Đắk Lắk", "cu mgar")


def test_nobody_is_held_up_by_a_place_that_we_do_not_know():
    client = shopper(make_offer())
    words = {"commune": "Ea Naa", "commune_asked": "Ea Naa", "commune_meant": "as-typed"}
    assert "Xã Ea Na" in fill_in(client, commune="Ea Naa").content.decode()
    assert fill_in(client, **words).status_code == 302
    assert kept(client) == ("Ea Naa", "Đắk Lắk", "")


def test_a_province_with_a_fault_is_asked_about():
    client = shopper(make_offer())
    page = fill_in(client, province="Hà Nộii").content.decode()
    assert 'name="province_meant" value="Hà Nội"' in page
    words = {"province": "Hà Nộii", "province_asked": "Hà Nộii", "province_meant": "Hà Nội"}
    assert fill_in(client, **words).status_code == 302
    assert kept(client)[1:] == ("Hà Nội", "Hà Nộii")


def suggested(path, **asked) -> list[tuple[str, dict]]:
    return [(item["label"], item["fill"]) for item in Client().get(path, asked).json()]


def test_suggestions_fill_in_todays_units():
    assert suggested("/goi-y/tinh/", q="dak")[0] == ("Đắk Lắk", {"province": "Đắk Lắk"})
    assert suggested("/goi-y/tinh/", q="phu y") == [("Đắk Lắk", {"province": "Đắk Lắk"})]
    filled = {"commune": "Xã Krông Ana", "province": "Đắk Lắk"}
    assert ("Xã Krông Ana", filled) in suggested("/goi-y/xa/", q="buôn tr")
    assert suggested("/goi-y/xa/", q="ea n", province="Hà Nội") == suggested("/goi-y/xa/", q="e") == []


def test_suggestions_cost_the_same_however_many_they_are(django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        suggested("/goi-y/xa/", q="ea")
