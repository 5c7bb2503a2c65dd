"""A parcel that its buyer fetches: proposed, agreed, chosen at the checkout, arrived, handed over by its code."""

import pytest
from django.test import Client

from storefront.checkout.errors import PickupGone
from storefront.checkout.services import place_order
from storefront.order.models import Parcel, ParcelState, Pickup
from storefront.order.queries import order_address
from storefront.order.services.parcels import confirm_parcel, pack_parcel, ship_parcel
from storefront.order.services.pickup import MAX_WRONG_CODES
from storefront.salespoints.models import SalesPoint, SalesPointMembership
from storefront.shipping.models import PickupOffer
from storefront.shipping.pickup import accept_pickup, propose_pickup, withdraw_pickup
from tests.mails import newly_delivered
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.guest_orders import confirm_review
from tests.storefront.shop.offers import FORM, LAN, make_basket, make_buyer, make_offer, shopper


def make_point(name: str = "Điểm bán thử"):
    point = SalesPoint.objects.create(name=name, slug=name.lower().replace(" ", "-"), address="Số 1, Buôn Ma Thuột")
    staff = make_buyer(f"nv{point.pk}@example.com")
    SalesPointMembership.objects.create(user=staff, sales_point=point, since="2020-01-01")
    return point, staff


@pytest.mark.django_db
def test_from_the_proposal_to_the_hand_over():
    offer = make_offer(units=9, price=100_000)
    producer, (point, staff) = offer.partner.producer, make_point()
    seller, desk = signed_in(member_of(offer)), signed_in(staff)
    screen = f"/theo-doi/{producer.pk}/giao-hang/diem-nhan/"
    for wrong in ({"sales_point": "0"}, {"sales_point": point.pk, "charge": "-1"}, {"sales_point": "x"}):
        assert seller.post(screen, wrong).status_code == 422
    for _click in range(2):
        assert seller.post(screen, {"sales_point": point.pk, "charge": "5.000"}).status_code == 302
    proposed = PickupOffer.objects.get()
    client = shopper(offer)
    assert point.name not in client.get("/thanh-toan/").content.decode()  # not agreed yet
    answer = f"/theo-doi/diem-ban/{point.pk}/nhan-ho/{proposed.pk}/"
    assert seller.post(answer, {"step": "accept"}).status_code == 403
    assert desk.post(answer, {"step": "accept"}).status_code == 302

    choice = {f"pickup_{offer.partner_id}": proposed.pk}
    assert point.name in client.get("/thanh-toan/").content.decode()
    assert client.post("/thanh-toan/", {**FORM, f"pickup_{offer.partner_id}": "999999"}).status_code == 422
    assert client.post("/thanh-toan/", {**FORM, **choice}).status_code == 302
    review = client.get("/thanh-toan/xem-lai/").content.decode()
    assert 'name="total" value="105000"' in review and point.name in review
    confirm_review(client)
    parcel = Parcel.objects.get()
    assert (parcel.delivery_charge, parcel.pickup.name) == (5_000, point.name)
    assert parcel.pickup.code not in client.get(order_address(parcel.order)).content.decode()

    here = f"/theo-doi/diem-ban/{point.pk}/goi-hang/{parcel.pickup.pk}/"
    assert desk.post(here, {"step": "arrived"}).status_code == 302
    assert Pickup.objects.get().arrived_at is None  # not sent yet
    for move in (confirm_parcel, pack_parcel, ship_parcel):
        move(parcel=parcel, by=None)
    newly_delivered()
    for _click in range(2):
        desk.post(here, {"step": "arrived"})
    (mail,) = newly_delivered()
    code = parcel.pickup.code
    assert code in mail.body and mail.to == [FORM["email"]]
    assert code in client.get(order_address(parcel.order)).content.decode()
    page = desk.get(f"/theo-doi/diem-ban/{point.pk}/goi-hang/").content.decode()
    assert FORM["name"] in page and code not in page
    assert FORM["street"] not in page and FORM["phone"].replace(" ", "") not in page

    other, stranger = make_point("Điểm bán khác")
    assert signed_in(stranger).post(here, {"step": "hand_over", "code": code}).status_code == 403
    foreign = f"/theo-doi/diem-ban/{other.pk}/goi-hang/{parcel.pickup.pk}/"
    assert signed_in(stranger).post(foreign, {"step": "hand_over", "code": code}).status_code == 404
    assert Client().post(here, {"step": "hand_over", "code": code}).status_code == 302
    wrong = f"{(int(code) + 1) % 10**6:06}"
    for bad in (wrong, "", "x" * 50, "٣" * 6):
        assert desk.post(here, {"step": "hand_over", "code": bad}).status_code == 422
    assert Pickup.objects.get().wrong_codes == 4
    for _click in range(2):
        assert desk.post(here, {"step": "hand_over", "code": f" {code[:3]} {code[3:]} "}).status_code == 302
    parcel.refresh_from_db()
    assert parcel.state == ParcelState.DELIVERED


@pytest.mark.django_db
def test_a_code_is_not_guessed_and_a_place_that_is_gone_stops_the_order():
    offer, (point, staff) = make_offer(units=9, price=100_000), make_point()
    place = propose_pickup(seller=offer.partner, sales_point=point, charge=0, by=staff)
    buyer, chosen = make_buyer(), {offer.partner_id: place.pk}
    with pytest.raises(PickupGone):  # nobody has agreed
        place_order(basket=make_basket(offer), contact=LAN, shown_total=100_000, buyer=buyer, pickups=chosen)
    accept_pickup(offer=place, by=staff)
    order = place_order(basket=make_basket(offer), contact=LAN, shown_total=100_000, buyer=buyer, pickups=chosen)
    parcel = order.parcels.get()
    for move in (confirm_parcel, pack_parcel, ship_parcel):
        move(parcel=parcel, by=None)
    desk, here = signed_in(staff), f"/theo-doi/diem-ban/{point.pk}/goi-hang/{parcel.pickup.pk}/"
    desk.post(here, {"step": "arrived"})
    wrong = f"{(int(parcel.pickup.code) + 1) % 10**6:06}"
    for _try in range(MAX_WRONG_CODES):
        desk.post(here, {"step": "hand_over", "code": wrong})
    desk.post(here, {"step": "hand_over", "code": parcel.pickup.code})
    parcel.refresh_from_db()
    assert parcel.state == ParcelState.SHIPPED  # now only the seller can say so
    basket = make_basket(offer)
    withdraw_pickup(offer=place, by=staff)
    with pytest.raises(PickupGone):
        place_order(basket=basket, contact=LAN, shown_total=100_000, buyer=buyer, pickups=chosen)
