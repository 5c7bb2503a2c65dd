"""Buyers over HTTP: each with a basket, an address and a review page of their own, ready to press the button."""

import contextlib
import html
import http.client
import re
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

REVIEW = "/thanh-toan/xem-lai/"
ADDRESS = {
    "name": "Nguyễn Thị Lan",
    "phone": "0912 345 678",
    "street": "Số 12, thôn 3",
    "commune": "Xã Ea Na",
    "province": "Đắk Lắk",
}
T = TypeVar("T")


class Buyer:
    """One browser of somebody who is signed in; it keeps cookies."""

    def __init__(self, url: str, session: str):
        self.url, self.session = url, session
        self.cookies, self.fields = {"sessionid": session}, {}

    def twin(self, url: str = "") -> "Buyer":
        """The same browser, sending the same form a second time; to another address of the site."""
        twin = Buyer(url or self.url, self.session)
        twin.cookies, twin.fields = dict(self.cookies), dict(self.fields)
        return twin

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Status, Location and page; sends a form where there are fields."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Origin": self.url}
        body = None
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(fields)
        parts = urlsplit(self.url)
        with contextlib.closing(http.client.HTTPConnection(parts.hostname, parts.port, timeout=120)) as connection:
            connection.request("GET" if fields is None else "POST", path, body=body, headers=headers)
            response = connection.getresponse()
            page = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(cookie).items()}
        return response.status, response.headers.get("Location", ""), page

    def prepare(self, product_id: int) -> None:
        """Everything up to the button."""
        self.ask(f"/gio-hang/them/{product_id}/", {"quantity": "1"})
        _status, _location, page = self.ask("/thanh-toan/")
        self.ask("/thanh-toan/", {**ADDRESS, **hidden(page)})
        status, location, page = self.ask(REVIEW)
        if status != 200:
            raise RuntimeError(f"no review page: {status} {location}")
        self.fields = hidden(page)

    def order(self) -> tuple[int, str]:
        """Press the button; status and Location, 0 where nothing came back."""
        with contextlib.suppress(OSError, http.client.HTTPException):
            return self.ask(REVIEW, self.fields)[:2]
        return 0, ""


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the forms on a page."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in found}


def members(count: int) -> list[str]:
    """So many accounts with a confirmed address, signed in: the keys of their sessions. Django must be set up."""
    from allauth.account.models import EmailAddress
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    users = get_user_model().objects
    keys = []
    for _number in range(count):
        user = users.create_user(f"nguoi-mua-{secrets.token_hex(6)}@example.com")
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        client = Client()
        client.force_login(user)
        keys.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    return keys


def hot_offer(units: int):
    """A product of its own that nobody else sells, with so many units on hand: its stock record."""
    from catalogue.producers.models import Producer
    from catalogue.products.models import Product
    from storefront.partner.models import Partner, StockRecord

    producer = Producer.objects.filter(products__is_public=True).first()
    like = Product.objects.filter(producer=producer, is_public=True, parent=None).first()
    name = secrets.token_hex(6)
    product = Product.objects.create(
        title=f"Hàng thử {name}", slug=f"hang-thu-{name}", producer=producer, product_class=like.product_class,
        is_public=True,
    )  # fmt: skip
    seller = Partner.objects.filter(producer=producer).first() or Partner.objects.create(
        name=producer.name, code=name, producer=producer
    )
    return StockRecord.objects.create(
        product=product, partner=seller, partner_sku=name, price=100_000, num_in_stock=units, is_illustrative=True
    )


def clear_away(offer) -> None:
    """Delete the offer, what was ordered of it, and who ordered."""
    from django.contrib.auth import get_user_model

    from storefront.basket.models import Basket
    from storefront.order.models import Order

    orders = Order.objects.filter(lines__stockrecord=offer)
    buyers = get_user_model().objects.filter(baskets__lines__stockrecord=offer)
    people = list(buyers.values_list("pk", flat=True))
    orders.delete()
    Basket.objects.filter(owner__in=people).delete()
    get_user_model().objects.filter(pk__in=people).delete()
    offer.delete()
    offer.product.delete()


def all_at_once(work: Callable[[Buyer], T], buyers: Iterable[Buyer], *, at_once: int) -> list[T]:
    """What `work` gives for each buyer, so many at the same time."""
    with ThreadPoolExecutor(at_once) as threads:
        return list(threads.map(work, buyers))
