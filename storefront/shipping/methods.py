"""How orders are delivered: each seller sends its own parcel."""

from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from oscar.apps.shipping.methods import *  # noqa: F403
from oscar.apps.shipping.methods import Base
from oscar.core import prices

from .charges import ParcelCost, parcel_costs


class StandardDelivery(Base):
    """One parcel from each seller; the charges of all sellers together, in đồng."""

    code = "standard"
    name = _("Standard delivery")

    def __init__(self, province: str | None = None):
        """`province` is where the parcels go; None while the buyer has not said it."""
        self.province = province

    def calculate(self, basket):
        return price_of(parcel_costs(basket, self.province))


def price_of(costs: dict[int, ParcelCost]) -> prices.Price:
    """The delivery of all parcels together, as Oscar has prices."""
    charge = Decimal(sum(cost.delivery for cost in costs.values()))
    return prices.Price(currency=settings.OSCAR_DEFAULT_CURRENCY, excl_tax=charge, incl_tax=charge)
