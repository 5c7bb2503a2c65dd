"""What an order of this basket would cost."""

import dataclasses

from oscar.apps.checkout.calculators import OrderTotalCalculator
from oscar.core.prices import Price

from storefront.basket.models import Basket
from storefront.shipping.charges import ParcelCost, parcel_costs
from storefront.shipping.repository import Repository


@dataclasses.dataclass(frozen=True)
class Cost:
    """Goods, delivery and total in đồng, as Oscar prices and as whole numbers for the page.

    `parcels` is what each parcel costs: seller id → cost.
    """

    method: object
    parcels: dict[int, ParcelCost]
    delivery: Price
    total: Price
    discount_amount: int

    @property
    def delivery_amount(self) -> int:
        return int(self.delivery.incl_tax)

    @property
    def total_amount(self) -> int:
        return int(self.total.incl_tax)

    @property
    def goods_amount(self) -> int:
        """Before the discount, which stands in a line of its own."""
        return self.total_amount - self.delivery_amount + self.discount_amount


def cost_of(basket: Basket) -> Cost:
    """Cost of a basket that is not empty and has its strategy and offers applied."""
    method = Repository().get_default_shipping_method(basket)
    delivery = method.calculate(basket)
    total = OrderTotalCalculator().calculate(basket, delivery)
    return Cost(method, parcel_costs(basket), delivery, total, int(basket.total_discount))
