"""Parcels: what one seller packs and sends of an order, the states it goes through, and what was taken off it."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ParcelState(models.TextChoices):
    """Where a parcel is."""

    UNCONFIRMED = "unconfirmed", _("waits for the seller's call")
    UNPAID = "unpaid", _("waits for the payment")
    NEW = "new", _("new")
    CONFIRMED = "confirmed", _("confirmed")
    PACKED = "packed", _("packed")
    SHIPPED = "shipped", _("on its way")
    RETURNING = "returning", _("on its way back")
    DELIVERED = "delivered", _("delivered")
    RETURNED = "returned", _("returned")
    CANCELLED = "cancelled", _("cancelled")

    @property
    def next_states(self) -> tuple["ParcelState", ...]:
        """Where a parcel can go from here: the one table of moves."""
        return _MOVES[self]

    @property
    def is_open(self) -> bool:
        """The seller still has it: its units are held or allocated, and it can be cancelled."""
        return ParcelState.CANCELLED in self.next_states


_MOVES = {
    ParcelState.UNCONFIRMED: (ParcelState.CONFIRMED, ParcelState.CANCELLED),
    ParcelState.UNPAID: (ParcelState.NEW, ParcelState.CANCELLED),
    ParcelState.NEW: (ParcelState.CONFIRMED, ParcelState.CANCELLED),
    ParcelState.CONFIRMED: (ParcelState.PACKED, ParcelState.CANCELLED),
    ParcelState.PACKED: (ParcelState.SHIPPED, ParcelState.CANCELLED),
    ParcelState.SHIPPED: (ParcelState.DELIVERED, ParcelState.RETURNING),
    ParcelState.RETURNING: (ParcelState.RETURNED, ParcelState.DELIVERED),
    ParcelState.DELIVERED: (ParcelState.RETURNING,),
    ParcelState.RETURNED: (),
    ParcelState.CANCELLED: (),
}
_LIFE = [
    *(str(state) for state in _MOVES if state not in (ParcelState.UNCONFIRMED, ParcelState.CANCELLED)),
    str(ParcelState.UNCONFIRMED),
    str(ParcelState.CANCELLED),
]
"""States by how far they are. Unconfirmed and cancelled parcels count only where there is nothing else."""
_TELL_ORDER = """
UPDATE order_line SET status = NEW.state WHERE parcel_id = NEW.id AND status IS DISTINCT FROM NEW.state;
UPDATE order_order SET status = stage.state
FROM (
  SELECT state FROM order_parcel WHERE order_id = NEW.order_id
  ORDER BY array_position({life}::varchar[], state) LIMIT 1
) stage
WHERE id = NEW.order_id AND status IS DISTINCT FROM stage.state;
RETURN NULL;
""".replace("{life}", f"ARRAY{_LIFE}")
"""Oscar's screens read a status of the order and of its lines: both follow from the parcels, and only the database
writes them. The order is where the parcel is that is least far."""


@pghistory.track()
class Parcel(models.Model):
    """What one seller sends of an order (kiện hàng), with its own state, delivery charge (đồng) and history.

    `number` counts from 1 within the order, in the order of the basket.
    """

    order = models.ForeignKey("order.Order", on_delete=models.CASCADE, related_name="parcels")
    partner = models.ForeignKey("partner.Partner", on_delete=models.PROTECT, related_name="parcels")
    number = models.PositiveSmallIntegerField(_("number within the order"))
    state = models.CharField(_("state"), max_length=11, choices=ParcelState.choices, default=ParcelState.NEW)
    state_since = models.DateTimeField(_("in this state since"), auto_now_add=True)
    delivery_charge = models.PositiveIntegerField(_("delivery charge (đồng)"))
    carrier = models.CharField(_("carrier"), max_length=60, blank=True)
    tracking_number = models.CharField(_("tracking number"), max_length=60, blank=True)

    class Meta:
        ordering = ["order", "number"]
        verbose_name = _("parcel")
        verbose_name_plural = _("parcels")
        constraints = [
            models.UniqueConstraint(fields=["order", "partner"], name="parcel_once_for_each_seller"),
            models.UniqueConstraint(fields=["order", "number"], name="parcel_number_once_in_an_order"),
            models.CheckConstraint(condition=models.Q(state__in=ParcelState.values), name="parcel_state_is_known"),
        ]
        indexes = [models.Index(fields=["partner", "state", "state_since"], name="parcel_by_seller_and_state")]
        triggers = [
            pgtrigger.Trigger(
                name="tell_the_order",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("state"),
                when=pgtrigger.After,
                func=_TELL_ORDER,
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What people call it: the number of the order and its own, `100123-2`. Needs the order."""
        return f"{self.order.number}-{self.number}"


class Pickup(models.Model):
    """A parcel that its buyer fetches at a sales point, with name and address of the place as at ordering.

    `code` is told to the buyer when the parcel has arrived there; who says it gets the parcel.
    """

    parcel = models.OneToOneField(Parcel, on_delete=models.CASCADE, related_name="pickup")
    sales_point = models.ForeignKey("salespoints.SalesPoint", on_delete=models.PROTECT, related_name="pickups")
    name = models.CharField(_("name"), max_length=160)
    address = models.CharField(_("address"), max_length=300)
    code = models.CharField(max_length=6)
    arrived_at = models.DateTimeField(_("arrived at"), null=True, blank=True)
    arrived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    wrong_codes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("parcel to fetch")
        verbose_name_plural = _("parcels to fetch")
        indexes = [models.Index(fields=["sales_point", "-id"], name="pickup_of_sales_point")]

    def __str__(self) -> str:
        return f"{self.parcel_id}: {self.name}"

    @property
    def is_ready(self) -> bool:
        """It waits for its buyer. Needs the parcel."""
        return self.arrived_at is not None and self.parcel.state == ParcelState.SHIPPED


_NOT_MORE_THAN_ORDERED = """
IF (SELECT sum(quantity) FROM order_cancellation WHERE line_id = NEW.line_id)
   > (SELECT quantity FROM order_line WHERE id = NEW.line_id) THEN
  RAISE EXCEPTION 'more units are taken off line % than were ordered', NEW.line_id USING ERRCODE = 'check_violation';
END IF;
RETURN NULL;
"""


class Cancellation(models.Model):
    """Units of a line that are not sold after all, and why. Rows are added, never changed.

    `amount` is what they cost, in đồng. `is_restocked`: they are (back) on the shelf and can be sold to others.
    """

    class Kind(models.TextChoices):
        CANCELLED = "cancelled", _("cancelled before sending")
        REFUSED = "refused", _("not accepted at the door")
        RETURNED = "returned", _("sent back")
        REFUNDED = "refunded", _("not paid for, not sent back")

    line = models.ForeignKey("order.Line", on_delete=models.CASCADE, related_name="cancellations")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    quantity = models.PositiveIntegerField()
    amount = models.PositiveIntegerField(_("amount (đồng)"))
    reason = models.CharField(_("reason"), max_length=300)
    is_restocked = models.BooleanField(_("back in stock"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("cancellation of units")
        verbose_name_plural = _("cancellations of units")
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="cancellation_of_some_units"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="cancellation_has_a_reason"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="not_more_than_ordered",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,
                func=_NOT_MORE_THAN_ORDERED,
            )
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of line {self.line_id}: {self.kind}"
