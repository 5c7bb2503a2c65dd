"""Orders of the demo that wait for a seller's call. The buyers are made up, and nobody has their phone numbers."""

import dataclasses
from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from storefront.basket.costs import cost_of
from storefront.basket.models import Basket
from storefront.checkout.services import Contact, place_order
from storefront.order.models import GuestOrder, Order
from storefront.partner.models import StockRecord
from storefront.partner.strategy import Selector

ENOUGH_UNITS = 8
NOTE = "Đơn minh họa, người mua không có thật."


@dataclasses.dataclass(frozen=True)
class DemoOrder:
    """Units of the member producer's first offers, and whether a pack of another seller goes with them."""

    name: str
    phone: str
    commune: str
    province: str
    units: tuple[int, ...]
    has_other_seller: bool = False


# Mobile numbers here begin with 03, 05, 07, 08 or 09: there is none with 010.
DEMO_ORDERS = (
    DemoOrder("Khách Minh Họa Một", "+84100000001", "Phường Tân Lập", "Đắk Lắk", (2,)),
    DemoOrder("Khách Minh Họa Hai", "+84100000002", "Phường Hải Châu", "Đà Nẵng", (1, 1), has_other_seller=True),
)


@transaction.atomic
def load_demo_orders(*, seller: str) -> int:
    """Two orders that wait for the call of this producer (by name); how many are new.

    Nothing happens where there are illustrative orders already, or no offers. ImproperlyConfigured outside the demo.
    """
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("illustrative orders are made in the demo only")
    if GuestOrder.objects.filter(is_illustrative=True, order__payments=None).exists():
        return 0
    offers = StockRecord.objects.filter(
        partner__producer__isnull=False, price__isnull=False, is_illustrative=True, num_in_stock__gte=ENOUGH_UNITS
    ).order_by("pk")
    own = list(offers.filter(partner__producer__name=seller)[:2])
    other = offers.exclude(partner__producer__name=seller).first()
    made = [_place(order, own, other) for order in DEMO_ORDERS if len(own) >= len(order.units)]
    return len(made)


def demo_basket(units: Iterable[tuple[StockRecord, int]]) -> Basket:
    """A basket with so many units of these offers."""
    basket = Basket.objects.create()
    basket.strategy = Selector().strategy()
    for offer, quantity in units:
        basket.add_product(offer.product, quantity)
    return basket


def _place(order: DemoOrder, own: list[StockRecord], other: StockRecord | None) -> Order:
    units = list(zip(own, order.units, strict=False))
    if order.has_other_seller and other:
        units.append((other, 1))
    basket = demo_basket(units)
    contact = Contact(
        name=order.name,
        phone=order.phone,
        email="",
        street="Số 1",
        commune=order.commune,
        province=order.province,
        note=NOTE,
    )
    shown = cost_of(basket, contact.province).total.incl_tax
    return place_order(basket=basket, contact=contact, shown_total=shown, is_illustrative=True)
