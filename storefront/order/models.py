"""Orders: Oscar's, with the certificate as it stood when the buyer ordered."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder


@pghistory.track()
class Order(AbstractOrder):
    """Order (đơn hàng)."""

    class Meta(AbstractOrder.Meta):
        abstract = False
        app_label = "order"


class Line(AbstractLine):
    """Order line: name, price, seller and stars as at ordering; later changes do not touch it."""

    stars_at_order = models.PositiveSmallIntegerField(_("stars when ordered"), null=True, blank=True)
    certificate = models.ForeignKey(
        "certification.Certificate", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(AbstractLine.Meta):
        abstract = False
        app_label = "order"


from oscar.apps.order.models import *  # noqa: E402, F403
