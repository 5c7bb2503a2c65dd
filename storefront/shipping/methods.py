"""How orders are delivered: one method at one price."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from oscar.apps.shipping.methods import *  # noqa: F403
from oscar.apps.shipping.methods import Base
from oscar.core import prices


class StandardDelivery(Base):
    """One flat charge per order, in đồng, from `SHIPPING_FLAT_CHARGE`."""

    code = "standard"
    name = _("Standard delivery")

    def calculate(self, basket):
        charge = settings.SHIPPING_FLAT_CHARGE
        return prices.Price(currency=settings.OSCAR_DEFAULT_CURRENCY, excl_tax=charge, incl_tax=charge)
