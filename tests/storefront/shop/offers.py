"""What the tests of the shop share: an offer, a basket, a buyer."""

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.test import Client

from catalogue.text import slug_of
from storefront.basket.models import Basket
from storefront.checkout.services import Contact, place_order
from storefront.partner.models import Partner, StockRecord
from storefront.partner.strategy import Selector
from storefront.salespoints.models import SalesPoint
from tests.catalogue.factories import make_producer, make_product

OURS = {"sec-fetch-site": "same-origin"}
LAN = Contact(
    name="Nguyễn Thị Lan",
    phone="+84912345678",
    email="lan@example.com",
    street="Số 12, thôn 3",
    commune="Xã Ea Na",
    province="Đắk Lắk",
)
FORM = {**vars(LAN), "phone": "0912 345 678"}


def make_buyer(email: str = "hoa@example.com", *, is_confirmed: bool = True):
    """An account; with a confirmed e-mail address its orders need no call."""
    user = get_user_model().objects.create_user(email, "mat-khau-rieng-1")
    EmailAddress.objects.create(user=user, email=email, verified=is_confirmed, primary=True)
    return user


def make_offer(*, units: int = 5, price: int | None = 100_000, title: str | None = None) -> StockRecord:
    """A product that its producer sells online."""
    producer = make_producer()
    product = make_product(producer=producer, **({"title": title} if title else {}))
    partner = Partner.objects.create(name=producer.name, producer=producer)
    return StockRecord.objects.create(
        product=product, partner=partner, partner_sku=str(product.pk), price=price, num_in_stock=units
    )


def make_shelf(product, *, units: int = 5, name: str = "Điểm bán thử") -> StockRecord:
    """Stock of a product at a sales point."""
    point = SalesPoint.objects.create(name=name, slug=slug_of(name), address="Buôn Ma Thuột")
    partner = Partner.objects.create(name=name, sales_point=point)
    return StockRecord.objects.create(
        product=product, partner=partner, partner_sku=str(product.pk), price=1, num_in_stock=units
    )


def make_basket(*offers: StockRecord, quantity: int = 1, owner=None) -> Basket:
    basket = Basket.objects.create(owner=owner)
    basket.strategy = Selector().strategy()
    for offer in offers:
        basket.add_product(offer.product, quantity)
    return basket


def buy(basket, total=130_000, buyer=None):
    """The buyer has an account with a confirmed e-mail address: units are allocated at once."""
    buyer = buyer or make_buyer(f"nguoi-mua-{basket.pk}@example.com")
    return lambda: place_order(basket=basket, contact=LAN, shown_total=total, buyer=buyer)


def shopper(*offers: StockRecord, quantity: int = 1, user=None, **options) -> Client:
    """A visitor with a basket; signed in as `user`."""
    client = Client(**options)
    if user:
        client.force_login(user)
    for offer in offers:
        answer = client.post(f"/gio-hang/them/{offer.product_id}/", {"quantity": quantity}, headers=OURS)
        assert answer.status_code == 302, answer.content.decode()
    return client
