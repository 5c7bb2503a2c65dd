"""Sellers and their stock. A producer sells online, a sales point over the counter."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner, AbstractStockRecord


class Partner(AbstractPartner):
    """Seller: exactly one of `producer` and `sales_point`, or neither for a seller of another kind."""

    producer = models.OneToOneField(
        "producers.Producer", null=True, blank=True, on_delete=models.PROTECT, related_name="partner"
    )
    sales_point = models.OneToOneField(
        "salespoints.SalesPoint", null=True, blank=True, on_delete=models.PROTECT, related_name="partner"
    )

    class Meta(AbstractPartner.Meta):
        abstract = False
        app_label = "partner"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(producer=None) | models.Q(sales_point=None), name="partner_is_one_seller"
            )
        ]

    @property
    def sells_online(self) -> bool:
        return self.sales_point_id is None


@pghistory.track()
class StockRecord(AbstractStockRecord):
    """Price (đồng, no minor unit) and stock of one product at one seller."""

    is_illustrative = models.BooleanField(
        _("illustrative"), default=False, help_text=_("Demo price or stock, not the seller's own.")
    )

    class Meta(AbstractStockRecord.Meta):
        abstract = False
        app_label = "partner"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(price=None) | models.Q(price__gte=0), name="stock_price_not_negative"
            ),
            models.CheckConstraint(
                condition=models.Q(num_allocated=None)
                | models.Q(num_allocated__gte=0, num_allocated__lte=models.F("num_in_stock")),
                name="stock_never_oversold",
            ),
        ]


from oscar.apps.partner.models import *  # noqa: E402, F403
