"""Every address of the order desk, and every address of a buyer's order, tried with ids of others.

The addresses are read from the URL table: a new one is tried without being named here, and one whose ids this module
does not know fails.
"""

import pytest
from django.test import Client

from storefront.order.models import Parcel, ParcelMessage, SellerMails
from storefront.order.queries import order_address, order_signature
from storefront.order.services.messages import write_message
from storefront.order.services.parcels import confirm_parcel
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.offers import LAN, buy, make_basket, make_offer
from tests.url_table import Route, routes

pytestmark = pytest.mark.django_db
REFUSED = (403, 404, 405)
SENT = {"step": "cancel", "reason": "x", "text": "Xin chào", "has_daily": "on", "language": "vi", "parcel": 1}


@pytest.fixture
def house():
    """One order of two sellers, and one of the second seller alone; all confirmed, with a message about each."""
    mine, other = make_offer(units=9, title="Mật ong thử"), make_offer(units=9, title="Tiêu thử")
    for order in (buy(make_basket(mine, other), total=260_000)(), buy(make_basket(other))()):
        for parcel in order.parcels.all():
            confirm_parcel(parcel=parcel, by=None)
            write_message(parcel=parcel, sender="buyer", text=f"Tin về {parcel.reference}", by=None)
    return mine, other


def desk_routes() -> list[Route]:
    return [
        route
        for route in routes()
        if route.pattern.startswith(("/theo-doi/don/", "/theo-doi/<producer_pk>/")) and route.parameters
    ]


def with_ids(route: Route, offer) -> str:
    parcel = Parcel.objects.filter(partner=offer.partner).order_by("pk").last()
    ids = {"producer_pk": offer.partner.producer_id, "pk": parcel.pk}
    assert set(route.parameters) <= set(ids), f"say what {route.pattern} names"
    return route.address(**ids)


def kept(mine):
    """All that somebody else could have changed."""
    return (
        list(Parcel.objects.order_by("pk").values_list("state", "carrier", "state_since")),
        ParcelMessage.objects.count(),
        SellerMails.objects.exclude(producer=mine.partner.producer_id).count(),
    )


def test_no_address_of_the_desk_takes_an_id_of_another_seller(house):
    mine, other = house
    client, before = signed_in(member_of(mine)), kept(mine)
    wrong = []
    for route in desk_routes():
        own, foreign = with_ids(route, mine), with_ids(route, other)
        assert client.get(own).status_code not in REFUSED or route.name == "portal-bulk"  # which takes no look
        codes = {"GET": client.get(foreign).status_code, "POST": client.post(foreign, SENT).status_code}
        wrong += [f"{method} {route.pattern}: {code}" for method, code in codes.items() if code not in REFUSED]
    assert not wrong
    assert kept(mine) == before


def test_no_address_of_the_desk_hands_out_another_sellers_parcel_named_beside_ones_own(house):
    mine, _other = house
    client, before = signed_in(member_of(mine)), kept(mine)
    own, foreign = (Parcel.objects.filter(partner=offer.partner).order_by("pk").last() for offer in house)
    for route in desk_routes():
        if "producer_pk" not in route.parameters:
            continue
        address = with_ids(route, mine)
        both = [own.pk, foreign.pk]
        answers = [client.get(address, {"kien": both, "loai": kind}) for kind in ("phieu", "nhan")]
        answers += [client.post(address, {"kien": both, "step": step}) for step in ("confirm", "pack", "phieu")]
        for answer in answers:
            text = answer.content.decode(errors="replace")
            assert "%PDF" not in text or route.name == "portal-picking-pdf", address
            assert foreign.reference not in text
            assert "Tiêu thử" not in text
    assert kept(mine) == before
    papers = f"/theo-doi/{mine.partner.producer_id}/don-hang/giay/"
    for bad in (foreign.pk, 0, "-1", "x", "9" * 30, "1e3", ""):
        assert client.get(papers, {"kien": [own.pk, bad]}).status_code == 404, bad
    assert client.get(papers, {"kien": [own.pk], "loai": "../x"}).status_code == 404


def test_no_address_of_an_order_takes_the_signature_of_another_one(house):
    mine, _other = house
    first, second = (parcel.order for parcel in Parcel.objects.filter(number=1).order_by("pk"))
    visitor, before = Client(), kept(mine)
    own = [route for route in routes() if route.pattern.startswith("/don-hang/<number>/")]
    assert len(own) >= 3
    for route in own:
        for signature in (order_signature(second), "A" * 43, f"{order_signature(second)}:x", "x"):
            address = route.address(number=first.number, signature=signature)
            for answer in (visitor.get(address), visitor.post(address, SENT)):
                assert answer.status_code in (404, 405), address
                for text in (LAN.commune, "Mật ong thử", mine.partner.name):
                    assert text not in answer.content.decode()
    assert kept(mine) == before
    assert visitor.get(order_address(first)).status_code == 200
