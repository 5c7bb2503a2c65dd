"""What delivery of one parcel costs: the seller's own charge and threshold, else the charge of the site."""

import dataclasses
from collections import Counter
from typing import Any

from django.conf import settings

from storefront.partner.models import Partner


@dataclasses.dataclass(frozen=True)
class ParcelCost:
    """What the goods of one seller (after discounts) and their delivery cost, in đồng.

    `missing_to_free` makes the delivery free, 0 where it is free or never will be; `missing_to_minimum` is what the
    seller's least order still wants.
    """

    goods: int
    delivery: int
    missing_to_free: int
    missing_to_minimum: int


def parcel_cost(seller: Partner, goods: int) -> ParcelCost:
    """What a parcel with goods of this value costs."""
    threshold = seller.free_delivery_from
    is_free = threshold is not None and goods >= threshold
    usual = settings.SHIPPING_FLAT_CHARGE if seller.delivery_charge is None else seller.delivery_charge
    return ParcelCost(
        goods=goods,
        delivery=0 if is_free else usual,
        missing_to_free=threshold - goods if threshold is not None and usual and not is_free else 0,
        missing_to_minimum=max((seller.minimum_order or 0) - goods, 0),
    )


def parcel_costs(basket: Any) -> dict[int, ParcelCost]:
    """Seller id → what the parcel costs, of a basket all of whose lines can be sold."""
    sellers: dict[int, Partner] = {}
    goods: Counter[int] = Counter()
    for line in basket.all_lines():
        seller = line.stockrecord.partner
        sellers[seller.pk] = seller
        goods[seller.pk] += int(line.line_price_incl_tax_incl_discounts)
    return {pk: parcel_cost(seller, goods[pk]) for pk, seller in sellers.items()}
