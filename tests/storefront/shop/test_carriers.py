"""A carrier in a process of its own: told of a parcel, it tells what becomes of it, well or badly."""

import datetime
import json
import os
import re
import subprocess
import sys
import time
import urllib.request

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone

from storefront.order.models import Parcel, ParcelState
from storefront.order.queries import order_address
from storefront.order.services.parcels import (
    cancel_parcel,
    confirm_parcel,
    deliver_parcel,
    pack_parcel,
    send_back_parcel,
)
from storefront.portal.orders.booking import book_parcel
from storefront.shipping.carriers.carrier import CarrierDown, News
from storefront.shipping.carriers.registry import carriers, tracking_page
from storefront.shipping.carriers.services import ask_carriers, book_carrier, book_news
from storefront.shipping.carriers.signing import signature
from storefront.shipping.models import Shipment, TrackingEvent, TrackingKind
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.offers import buy, make_basket, make_buyer, make_offer

SECRET = "carrier-secret"


@pytest.fixture(scope="module")
def carrier_url():
    process = subprocess.Popen(
        [sys.executable, "-m", "storefront.shipping.fake_carrier", "--port", "0", "--shop-url", "http://127.0.0.1:9"],
        stdout=subprocess.PIPE, text=True, cwd=django_settings.BASE_DIR,
        env={**os.environ, "FAKE_CARRIER_SECRET": SECRET},
    )  # fmt: skip
    yield re.search(r"http://[\d.:]+", process.stdout.readline())[0]
    process.terminate()
    process.communicate()


@pytest.fixture
def demo(settings, carrier_url):
    settings.DEMO_CARRIER = {"url": carrier_url, "secret": SECRET}
    order_it(carrier_url, condition="good")
    return carriers()["demo"]


def order_it(url: str, **form) -> None:
    body = "&".join(f"{name}={value}" for name, value in form.items()).encode()
    urllib.request.urlopen(f"{url}/tell", data=body, timeout=30).read()  # noqa: S310 - ours


def packed(offer) -> Parcel:
    order = buy(
        make_basket(offer), total=130_000, buyer=make_buyer(f"{offer.pk}-{time.monotonic_ns()}@example.com")
    )()
    parcel = order.parcels.get()
    for move in (confirm_parcel, pack_parcel):
        parcel = move(parcel=parcel, by=None)
    return parcel


def tell(shipment: Shipment, *kinds: str, secret: str = SECRET, late: int = 0, number: str = "", body: bytes = b""):
    at = timezone.now()
    events = [
        {"id": f"{shipment.pk}-{kind}", "kind": kind, "at": at.isoformat(), "place": "Bưu cục"} for kind in kinds
    ]
    body = body or json.dumps({"number": number or shipment.number, "events": events}).encode()
    signed_at = str(int(at.timestamp()) - late)
    headers = {"X-Carrier-Timestamp": signed_at, "X-Carrier-Signature": signature(secret, signed_at, body)}
    return Client().post("/carriers/notices/demo", body, content_type="application/json", headers=headers)


@pytest.mark.django_db
def test_one_button_books_and_news_in_any_order_deliver(demo, carrier_url):
    offer = make_offer(units=20)
    parcel = packed(offer)
    seller, screen = signed_in(member_of(offer)), f"/theo-doi/don/{parcel.pk}/"
    assert demo.label in seller.get(screen).content.decode()
    for _click in range(2):
        assert seller.post(screen, {"step": "book", "carrier": "demo"}).status_code == 302
    shipment = Shipment.objects.get()
    parcel.refresh_from_db()
    assert (parcel.state, parcel.tracking_number) == (ParcelState.PACKED, shipment.number)
    assert seller.post(screen, {"step": "book", "carrier": "khac"}).status_code == 422

    for wrong, status in (
        ({"secret": "another"}, 401), ({"late": 3600}, 401), ({"late": -3600}, 401), ({"body": b"[]"}, 422),
        ({"body": b"{"}, 422), ({"body": b'{"number": "x", "events": [{"id": "", "kind": "y", "at": "z"}]}'}, 422),
        ({"body": b"x" * 70_000}, 413), ({"body": b"[" * 60_000}, 422), ({"number": "\0"}, 422),
        ({"body": json.dumps({"number": shipment.number, "events": [
            {"id": "1", "kind": "delivered", "at": "0001-01-01T00:00:00+14:00"}]}).encode()}, 422),
    ):  # fmt: skip
        assert tell(shipment, "delivered", **wrong).status_code == status, wrong
    assert tell(shipment, "delivered", number="THU000000000").json() == {"is_known": False}
    assert not TrackingEvent.objects.exists()

    assert tell(shipment, "delivered", "strange").status_code == 200  # later than what comes next
    for _time in range(2):
        tell(shipment, "picked_up")
    parcel.refresh_from_db()
    assert parcel.state == ParcelState.DELIVERED
    assert TrackingEvent.objects.count() == 3
    page = Client().get(order_address(parcel.order)).content.decode()
    assert shipment.number in page and "Gói đang ở đâu" in page

    # Asked, it tells what it never sent by itself; a parcel that is over is asked about no more.
    other = packed(offer)
    seller.post(f"/theo-doi/don/{other.pk}/", {"step": "book", "carrier": "demo"})
    waiting = Shipment.objects.get(parcel=other)
    order_it(carrier_url, number=waiting.number, kind="delivered", misbehave="never")
    Shipment.objects.update(ask_at=timezone.now())
    ask_carriers()
    other.refresh_from_db()
    assert other.state == ParcelState.DELIVERED
    assert ask_carriers() == 0
    assert set(Shipment.objects.values_list("ask_at", flat=True)) == {None}


@pytest.mark.django_db
def test_news_move_nothing_that_the_seller_has_ended(demo):
    offer = make_offer(units=20)
    gone, back, seller = packed(offer), packed(offer), signed_in(member_of(offer))
    for parcel in (gone, back):
        seller.post(f"/theo-doi/don/{parcel.pk}/", {"step": "book", "carrier": "demo"})
    cancel_parcel(parcel=gone, reason="Đổi ý", by=None)
    tell(gone.shipment, "delivered")
    gone.refresh_from_db()
    assert gone.state == ParcelState.CANCELLED
    assert gone.shipment.events.get().kind == "delivered"
    Shipment.objects.filter(parcel=gone).update(ask_at=timezone.now())
    ask_carriers()
    assert Shipment.objects.get(parcel=gone).cancelled_at
    tell(back.shipment, "picked_up")
    send_back_parcel(parcel=Parcel.objects.get(pk=back.pk), reason="Không gặp", by=None)
    tell(back.shipment, "delivered")
    back.refresh_from_db()
    assert back.state == ParcelState.RETURNING
    deliver_parcel(parcel=back, by=None)


@pytest.mark.django_db
@pytest.mark.parametrize("condition", ["down", "rubbish"])
def test_a_carrier_that_fails_loses_nothing_and_says_what_to_do(demo, carrier_url, condition):
    offer = make_offer(units=20)
    parcel, second = packed(offer), packed(offer)
    order_it(carrier_url, condition=condition)
    seller = signed_in(member_of(offer))
    refused = seller.post(f"/theo-doi/don/{parcel.pk}/", {"step": "book", "carrier": "demo"})
    assert refused.status_code == 409 and "không trả lời" in refused.content.decode()
    many = {"step": "book", "kien": [parcel.pk, second.pk], "muc": "gui"}
    seller.post(f"/theo-doi/{offer.partner.producer_id}/don-hang/nhieu/", many)
    assert not Shipment.objects.exists()
    order_it(carrier_url, condition="good")
    seller.post(f"/theo-doi/{offer.partner.producer_id}/don-hang/nhieu/", many)
    assert Shipment.objects.count() == 2
    order_it(carrier_url, condition=condition)
    for pauses in (1, 2):  # each failure doubles the pause
        Shipment.objects.update(ask_at=timezone.now())
        ask_carriers()
        assert set(Shipment.objects.values_list("failures", flat=True)) == {pauses}
    with pytest.raises(CarrierDown):
        demo.track(parcel.tracking_number)


@pytest.mark.django_db
def test_what_died_between_the_carrier_and_us_is_the_same_shipment(demo, monkeypatch):
    parcel = packed(make_offer(units=20))
    first = book_parcel(parcel=parcel, by=make_buyer("nguoiban@example.com"))
    number = first.number
    first.delete()  # as if nothing had been written
    again = book_parcel(parcel=Parcel.objects.get(pk=parcel.pk), by=make_buyer("nguoi2@example.com"))
    assert again.number == number
    old = News("1", TrackingKind.DELIVERED, timezone.now() - datetime.timedelta(days=400))
    assert [book_news(shipment=again, news=[old]), book_news(shipment=again, news=[old, old])] == [1, 0]
    assert book_carrier(parcel=parcel, carrier=demo, consignment=None, by=None) == again


def test_pages_of_carriers_are_known_only_where_the_address_is_sure():
    assert tracking_page(" GHN ", "ABC123") == "https://donhang.ghn.vn/?order_code=ABC123"
    for carrier, number in (("Xe nhà", "1"), ("GHN", "a b"), ("GHN", ""), ("GHTK", "../x"), ("", "")):
        assert tracking_page(carrier, number) == ""
