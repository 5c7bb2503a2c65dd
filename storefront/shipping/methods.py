"""How orders are delivered: each seller sends its own parcel."""

from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from oscar.apps.shipping.methods import *  # noqa: F403
from oscar.apps.shipping.methods import Base
from oscar.core import prices

from .charges import parcel_costs


class StandardDelivery(Base):
    """One parcel from each seller; the charges of all sellers together, in đồng."""

    code = "standard"
    name = _("Standard delivery")

    def calculate(self, basket):
        charge = Decimal(sum(cost.delivery for cost in parcel_costs(basket).values()))
        return prices.Price(currency=settings.OSCAR_DEFAULT_CURRENCY, excl_tax=charge, incl_tax=charge)
