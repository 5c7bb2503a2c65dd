"""What delivery of one parcel costs: by the seller's zones and thresholds, else the charge of the site."""

import dataclasses
from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from storefront.partner.models import Partner
from storefront.vouchers.applying import delivery_vouchers
from storefront.vouchers.sharing import off_delivery

from .models import DeliveryZone, PickupOffer
from .pickup import Offers
from .zones import UNKNOWN_GRAMS, grams_of, possible_charges, zones_of


@dataclasses.dataclass(frozen=True)
class ParcelCost:
    """What the goods of one seller and their delivery cost, in đồng.

    `missing_to_free` makes the delivery free, 0 where it is free or never will be; `missing_to_minimum` is what the
    seller's least order still wants. `is_least`: delivery may cost more, depending on the address. `is_refused`: the
    seller does not deliver there, or not so much. `pickup` is where the buyer fetches it instead.
    """

    goods: int
    delivery: int
    missing_to_free: int
    missing_to_minimum: int
    is_least: bool = False
    is_refused: bool = False
    pickup: PickupOffer | None = None
    off_delivery: int = 0
    """What vouchers took off the delivery; `delivery` is what is left of it."""

    @property
    def charge(self) -> int:
        """Delivery before vouchers."""
        return self.delivery + self.off_delivery


def parcel_cost(
    seller: Partner,
    goods: int,
    grams: int,
    zones: Iterable[DeliveryZone] = (),
    province: str | None = None,
    pickup: PickupOffer | None = None,
) -> ParcelCost:
    """What a parcel with goods of this value and weight costs to a province, or at least, where none is given.

    A province by a name we do not know costs what the dearest does: writing it wrongly never saves anything.
    """
    charges = [pickup.charge] if pickup else possible_charges(seller, zones, grams, province)
    threshold = seller.free_delivery_from
    is_free = threshold is not None and goods >= threshold
    usual = (charges[-1] if province else charges[0]) if charges else 0
    return ParcelCost(
        goods=goods,
        delivery=0 if is_free else usual,
        missing_to_free=threshold - goods if threshold is not None and usual and not is_free else 0,
        missing_to_minimum=max((seller.minimum_order or 0) - goods, 0),
        is_least=not province and not is_free and len(set(charges)) > 1,
        is_refused=not charges,
        pickup=pickup,
    )


def parcel_costs(
    basket: Any, province: str | None = None, pickups: Offers = MappingProxyType({})
) -> dict[int, ParcelCost]:
    """Seller id → what the parcel costs, of a basket all of whose lines can be sold and whose vouchers are applied.

    Thresholds and least orders ask for the goods before discounts: a voucher makes no delivery dearer. Two queries.
    """
    lines = list(basket.all_lines())
    sellers: dict[int, Partner] = {line.stockrecord.partner_id: line.stockrecord.partner for line in lines}
    weights, zones = grams_of({line.stockrecord_id for line in lines}), zones_of(sellers)
    goods: Counter[int] = Counter()
    grams: Counter[int] = Counter()
    for line in lines:
        seller = line.stockrecord.partner_id
        goods[seller] += int(line.line_price_incl_tax)
        grams[seller] += line.quantity * weights.get(line.stockrecord_id, UNKNOWN_GRAMS)
    costs = {
        pk: parcel_cost(seller, goods[pk], grams[pk], zones.get(pk, ()), province, pickups.get(pk))
        for pk, seller in sellers.items()
    }
    off: Counter[int] = Counter()
    for shares in off_delivery(delivery_vouchers(basket), {pk: cost.delivery for pk, cost in costs.items()}):
        off.update(shares)
    return {
        pk: dataclasses.replace(cost, delivery=cost.delivery - off[pk], off_delivery=off[pk])
        for pk, cost in costs.items()
    }
