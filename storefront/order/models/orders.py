"""Oscar's order and line, with what we keep beside them."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder


@pghistory.track()
class Order(AbstractOrder):
    """Order (đơn hàng). `status` is written by the database, from the states of its parcels (`parcels.Parcel`).

    `language` is the one it was placed in: its buyer is written to in it.
    """

    language = models.CharField(_("language"), max_length=8, default="vi", editable=False)

    @property
    def is_anonymous(self) -> bool:
        """Nobody's account: a guest's order, with or without e-mail, or of an account that is gone."""
        return self.user_id is None

    class Meta(AbstractOrder.Meta):
        abstract = False
        app_label = "order"


class Line(AbstractLine):
    """Order line: name, net content, price, seller and stars as at ordering; later changes do not touch it.

    `status` is written by the database, from the state of the parcel.
    """

    parcel = models.ForeignKey("order.Parcel", on_delete=models.CASCADE, related_name="lines")
    net_content = models.CharField(_("net content"), max_length=200, blank=True, default="")
    stars_at_order = models.PositiveSmallIntegerField(_("stars when ordered"), null=True, blank=True)
    certificate = models.ForeignKey(
        "certification.Certificate", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(AbstractLine.Meta):
        abstract = False
        app_label = "order"


class GuestOrder(models.Model):
    """What is known of the sender of an order that nobody vouches for.

    `network` is a keyed digest of the network, for the limits of a day, and blank afterwards.
    """

    order = models.OneToOneField(Order, on_delete=models.CASCADE, primary_key=True, related_name="guest")
    network = models.CharField(max_length=32, blank=True, db_index=True)
    placed_at = models.DateTimeField(auto_now_add=True)
    is_illustrative = models.BooleanField(
        _("illustrative"), default=False, help_text=_("Demo order of a buyer who was made up.")
    )

    class Meta:
        verbose_name = _("order of a guest")
        verbose_name_plural = _("orders of guests")

    def __str__(self) -> str:
        return str(self.order_id)
