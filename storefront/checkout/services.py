"""Placing an order: one transaction from the locked basket to the confirmation that waits to be sent."""

import dataclasses
from collections import Counter
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from oscar.apps.address.models import Country
from oscar.apps.offer.applicator import Applicator
from oscar.apps.payment.models import Source, SourceType

from storefront.basket.models import Basket
from storefront.basket.queries import is_for_sale
from storefront.order.models import Order, ShippingAddress
from storefront.order.tasks import send_order_confirmation
from storefront.order.utils import OrderCreator, OrderNumberGenerator
from storefront.partner.services import allocate_stock
from storefront.partner.strategy import Selector

from .queries import cost_of

CASH_ON_DELIVERY = "cash-on-delivery"


@dataclasses.dataclass(frozen=True)
class Contact:
    """Who gets the parcel and where. `phone` in international form; `email` and `note` may be blank."""

    name: str
    phone: str
    email: str
    street: str
    commune: str
    province: str
    note: str = ""


class OrderRefused(Exception):
    """The order cannot be placed as shown; `message` tells the buyer why. Nothing was kept."""

    message: str


class BasketEmpty(OrderRefused):
    """The basket holds nothing, or is no longer a basket that can be ordered."""

    @property
    def message(self) -> str:
        return _("Your basket is empty.")


class NotForSale(OrderRefused):
    """`product` is not sold online (any more)."""

    def __init__(self, product):
        super().__init__(str(product))
        self.product = product

    @property
    def message(self) -> str:
        return _("“%(product)s” is no longer sold online.") % {"product": self.product.title}


class TotalChanged(OrderRefused):
    """The buyer saw `shown` đồng, the order would cost `now` đồng."""

    def __init__(self, *, shown: Decimal, now: Decimal):
        super().__init__(f"shown {shown}, now {now}")
        self.shown, self.now = shown, now

    @property
    def message(self) -> str:
        return _("Prices have changed in the meantime. Nothing was ordered; please check the new total.")


@transaction.atomic
def place_order(*, basket: Basket, contact: Contact, shown_total: Decimal, buyer=None, language: str = "vi") -> Order:
    """Turn a basket into an order, cash on delivery; total and charge in đồng.

    The basket row is locked first, so a second call for the same basket waits and returns the same order.
    Refusals: BasketEmpty, NotForSale, TotalChanged, InsufficientStock. Each leaves everything as it was.
    """
    basket = Basket.objects.select_for_update().get(pk=basket.pk)
    placed = Order.objects.filter(basket=basket).first()
    if placed:
        return placed
    if not basket.can_be_edited or basket.is_empty:
        raise BasketEmpty

    wanted = Counter()
    for record_id, quantity in basket.lines.values_list("stockrecord_id", "quantity"):
        wanted[record_id] += quantity
    allocate_stock(quantities=wanted)

    # Read after the lock: neither price nor seller can change from here on.
    basket.strategy = Selector().strategy()
    for line in basket.all_lines():
        if not is_for_sale(line):
            raise NotForSale(line.product)
    Applicator().apply(basket, buyer)
    cost = cost_of(basket)
    if cost.total.incl_tax != shown_total:
        raise TotalChanged(shown=shown_total, now=cost.total.incl_tax)

    order = OrderCreator().place_order(
        basket=basket,
        order_number=OrderNumberGenerator().order_number(basket),
        total=cost.total,
        shipping_method=cost.method,
        shipping_charge=cost.delivery,
        user=buyer,
        shipping_address=_address(contact),
        guest_email=contact.email,
    )
    method, _created = SourceType.objects.get_or_create(code=CASH_ON_DELIVERY, defaults={"name": "Cash on delivery"})
    Source.objects.create(
        order=order, source_type=method, currency=order.currency, amount_allocated=order.total_incl_tax
    )
    basket.submit()
    if contact.email:
        # The task is a row of this transaction: it exists if and only if the order does.
        send_order_confirmation.enqueue(order_id=order.pk, language=language)
    return order


def _address(contact: Contact) -> ShippingAddress:
    country, _created = Country.objects.get_or_create(
        iso_3166_1_a2="VN",
        defaults={
            "iso_3166_1_a3": "VNM",
            "iso_3166_1_numeric": "704",
            "printable_name": "Việt Nam",
            "name": "Việt Nam",
            "is_shipping_country": True,
        },
    )
    return ShippingAddress.objects.create(
        first_name=contact.name,
        line1=contact.street,
        line4=contact.commune,
        state=contact.province,
        country=country,
        phone_number=contact.phone,
        notes=contact.note,
    )
