"""What an order of this basket would cost."""

import dataclasses
from collections.abc import Sequence
from types import MappingProxyType

from oscar.apps.checkout.calculators import OrderTotalCalculator
from oscar.core.prices import Price

from storefront.basket.models import Basket
from storefront.shipping.charges import ParcelCost, parcel_costs
from storefront.shipping.methods import price_of
from storefront.shipping.pickup import Offers
from storefront.shipping.repository import Repository
from storefront.vouchers.applying import Discount, discounts_of


@dataclasses.dataclass(frozen=True)
class Cost:
    """Goods, delivery and total in đồng, as Oscar prices and as whole numbers for the page.

    `discounts` are what vouchers take off, `parcels` is what each parcel costs: seller id → cost.
    """

    method: object
    parcels: dict[int, ParcelCost]
    delivery: Price
    total: Price
    discounts: Sequence[Discount] = ()

    @property
    def delivery_amount(self) -> int:
        """Before vouchers, which stand in lines of their own."""
        return sum(parcel.charge for parcel in self.parcels.values())

    @property
    def discount_amount(self) -> int:
        return sum(discount.amount for discount in self.discounts)

    @property
    def total_amount(self) -> int:
        return int(self.total.incl_tax)

    @property
    def is_least(self) -> bool:
        """Whether it may cost more, depending on the address."""
        return any(parcel.is_least for parcel in self.parcels.values())

    @property
    def goods_amount(self) -> int:
        """Before vouchers."""
        return self.total_amount - self.delivery_amount + self.discount_amount


def cost_of(basket: Basket, province: str | None = None, pickups: Offers = MappingProxyType({})) -> Cost:
    """Cost of a basket that is not empty and has its strategy and offers applied; at least, without a province.

    `pickups` are the parcels that the buyer fetches.
    """
    method = Repository(province).get_default_shipping_method(basket)
    parcels = parcel_costs(basket, province, pickups)
    delivery = price_of(parcels)
    total = OrderTotalCalculator().calculate(basket, delivery)
    discounts = discounts_of(basket, {seller: parcel.charge for seller, parcel in parcels.items()})
    return Cost(method, parcels, delivery, total, discounts)
