"""How orders are delivered: each seller sends its own parcel."""

from collections import Counter
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from oscar.apps.shipping.methods import *  # noqa: F403
from oscar.apps.shipping.methods import Base
from oscar.core import prices

from .charges import delivery_charge


class StandardDelivery(Base):
    """One parcel from each seller; the charges of all sellers together, in đồng."""

    code = "standard"
    name = _("Standard delivery")

    def calculate(self, basket):
        charge = Decimal(sum(self.charges(basket).values()))
        return prices.Price(currency=settings.OSCAR_DEFAULT_CURRENCY, excl_tax=charge, incl_tax=charge)

    def charges(self, basket) -> dict[int, int]:
        """Seller id → what the delivery of its parcel costs, by the value of its goods after discounts."""
        sellers, goods = {}, Counter()
        for line in basket.all_lines():
            seller = line.stockrecord.partner
            sellers[seller.pk] = seller
            goods[seller.pk] += int(line.line_price_incl_tax_incl_discounts)
        return {pk: delivery_charge(seller, goods[pk]) for pk, seller in sellers.items()}
