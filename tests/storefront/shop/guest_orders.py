"""What the tests of guests' orders share: an order over HTTP the whole way, and time that runs out."""

import contextlib
import datetime
import re
from collections.abc import Iterator

import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from storefront.order.models import Order
from storefront.partner.models import StockRecord

from .offers import FORM, shopper

REVIEW = "/thanh-toan/xem-lai/"


def try_to_order(client: Client, **changes):
    """Address, review, order; the answer that ends it: a refusal, or the way to the order's page."""
    answer = client.post("/thanh-toan/", {**FORM, **changes})
    if answer.status_code != 302:
        return answer
    return confirm_review(client)


def review(client: Client) -> dict[str, str]:
    """The fields that the review page sends."""
    page = client.get(REVIEW).content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "total")}


def confirm_review(client: Client):
    return client.post(REVIEW, review(client))


def order_from(*offers: StockRecord, quantity: int = 1, network: str = "203.0.113.7", user=None, **changes):
    """A visitor with a basket orders; the last answer."""
    client = shopper(*offers, quantity=quantity, user=user, REMOTE_ADDR=network)
    return try_to_order(client, **changes)


def placed(*offers: StockRecord, **options) -> Order:
    answer = order_from(*offers, **options)
    assert answer.status_code == 302, answer.content.decode()
    return Order.objects.get(number=answer.headers["Location"].split("/")[-3])


def left(offer: StockRecord) -> int:
    return StockRecord.objects.get(pk=offer.pk).net_stock_level


@contextlib.contextmanager
def after_the_hold() -> Iterator[None]:
    """The next minute after the holds of now have ended. No job runs."""
    later = timezone.now() + datetime.timedelta(hours=settings.GUEST_ORDER_HOLD_HOURS, minutes=1)
    with time_machine.travel(later):
        yield
