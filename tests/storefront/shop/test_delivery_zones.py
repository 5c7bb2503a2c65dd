"""Delivery by zones and weight: the table, the seller's screens, and one amount from the review to the order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storefront.checkout.errors import NotDelivered
from storefront.checkout.services import Contact, place_order
from storefront.order.models import Parcel
from storefront.portal.delivery.forms import MAX_CHARGE, MAX_GRAMS, MAX_PER_KILOGRAM
from storefront.shipping.models import DeliveryZone, PackedWeight
from storefront.shipping.zones import HEAVIEST_GRAMS, charge_by_weight
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.guest_orders import confirm_review
from tests.storefront.shop.offers import FORM, LAN, make_basket, make_buyer, make_offer, shopper

MAX_DATABASE = 2**31 - 1
rising = st.lists(
    st.tuples(st.integers(1, MAX_GRAMS), st.integers(0, MAX_CHARGE)),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row[0],
).map(lambda rows: list(zip(sorted(row[0] for row in rows), sorted(row[1] for row in rows), strict=True)))


@given(rising, st.integers(0, MAX_PER_KILOGRAM), st.integers(0, HEAVIEST_GRAMS), st.integers(0, HEAVIEST_GRAMS))
def test_more_weight_never_costs_less_and_no_charge_leaves_the_column(steps, per_kilogram, one, other):
    light, heavy = sorted((one, other))
    assert steps[0][1] <= charge_by_weight(steps, per_kilogram, light)
    assert (
        charge_by_weight(steps, per_kilogram, light) <= charge_by_weight(steps, per_kilogram, heavy) <= MAX_DATABASE
    )


def test_a_table_holds_up_to_its_weights_and_counts_each_kilogram_begun():
    steps = [[500, 20_000], [1000, 30_000]]
    charges = {grams: charge_by_weight(steps, 5_000, grams) for grams in (0, 500, 501, 1000, 1001, 2000, 2001)}
    assert charges == {
        0: 20_000, 500: 20_000, 501: 30_000, 1000: 30_000, 1001: 35_000, 2000: 35_000, 2001: 40_000,
    }  # fmt: skip


@pytest.mark.django_db
def test_a_seller_makes_zones_and_the_buyer_pays_by_weight_what_the_review_shows():
    offer = make_offer(units=2_000, price=100_000)
    seller, base = signed_in(member_of(offer)), f"/theo-doi/{offer.partner.producer_id}/giao-hang/"
    near = {"name": "Gần", "provinces": ["66"], "grams_1": "1.000", "charge_1": "20.000", "per_kilogram": "5000"}
    for wrong in (
        {"provinces": ["999"]}, {"provinces": []}, {"grams_1": "0"}, {"grams_1": "-5"}, {"charge_1": "-1"},
        {"charge_1": str(10**30)}, {"charge_1": ""}, {"grams_2": "900", "charge_2": "30000"},
        {"grams_2": "2000", "charge_2": "10000"},
    ):  # fmt: skip
        assert seller.post(f"{base}vung-moi/", {**near, **wrong}).status_code == 422, wrong
    assert seller.post(f"{base}vung-moi/", near).status_code == 302
    assert seller.post(f"{base}vung-moi/", near).status_code == 422  # the province is in a zone already
    far = {"name": "Không giao", "provinces": ["01"], "is_refused": "on"}
    assert seller.post(f"{base}vung-moi/", far).status_code == 302
    assert DeliveryZone.objects.count() == 2
    assert seller.post(f"{base}can-nang/", {f"weight_{offer.pk}": "700"}).status_code == 302
    shown = " ".join(seller.get(base, {"grams": "1500", "province": "dak lak"}).content.decode().split())
    assert "Giao hàng: 25.000" in shown

    client = shopper(offer)
    assert "từ 20.000" in client.get("/gio-hang/").content.decode()
    refused = client.post("/thanh-toan/", {**FORM, "province": "Hà Nội", "commune": "Phường Ba Đình"})
    assert refused.status_code == 422
    client.post("/thanh-toan/", FORM)
    review = client.get("/thanh-toan/xem-lai/").content.decode()
    assert re.search(r'name="total" value="120000"', review)
    PackedWeight.objects.update(grams=1_001)  # the seller corrects it in the meantime: the buyer is asked again
    assert client.post("/thanh-toan/xem-lai/", _sent(review)).status_code == 409
    confirm_review(client)
    assert Parcel.objects.get().delivery_charge == 25_000

    hoa = make_buyer()
    elsewhere = Contact(**{**vars(LAN), "province": "Tỉnh nào đó"})  # no province we know: what the dearest costs
    order = place_order(basket=make_basket(offer), contact=elsewhere, shown_total=130_000, buyer=hoa)
    assert order.parcels.get().delivery_charge == 30_000
    hanoi = Contact(**{**vars(LAN), "province": "Hà Nội"})
    with pytest.raises(NotDelivered):
        place_order(basket=make_basket(offer), contact=hanoi, shown_total=100_000, buyer=hoa)
    with pytest.raises(NotDelivered):  # more than a ton
        place_order(basket=make_basket(offer, quantity=1_000), contact=LAN, shown_total=1, buyer=hoa)
    other = signed_in(member_of(make_offer()))
    zone = DeliveryZone.objects.first()
    for address in (f"/theo-doi/vung-giao-hang/{zone.pk}/", f"{base}vung-moi/", f"{base}can-nang/"):
        assert other.post(address, {"delete": "1"}).status_code in (403, 404)
    assert seller.post(f"/theo-doi/vung-giao-hang/{zone.pk}/", {"delete": "1"}).status_code == 302
    assert DeliveryZone.objects.count() == 1


def _sent(review: str) -> dict:
    return dict(re.findall(r'name="(token|total)" value="([^"]*)"', review))
