"""Orders: Oscar's, with the certificate as it stood when the buyer ordered, and the sellers' calls to guests.

An order that nobody vouches for (paid on delivery, no account with a confirmed e-mail address) is placed as
`unconfirmed`: its units are held, not allocated, until each seller has called (docs/decisions/0009-guest-orders.md).
"""

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder

from storefront.current_time import ExecutionTime

UNCONFIRMED = "unconfirmed"
"""Status of an order, and of its lines, that waits for its sellers' calls."""


@pghistory.track()
class Order(AbstractOrder):
    """Order (đơn hàng)."""

    @property
    def is_anonymous(self) -> bool:
        """Nobody's account: a guest's order, with or without e-mail, or of an account that is gone."""
        return self.user_id is None

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


class GuestOrder(models.Model):
    """What is known of the sender of an order that nobody vouches for.

    `network` is a keyed digest of the network, for the limits of a day, and blank afterwards.
    """

    order = models.OneToOneField(Order, on_delete=models.CASCADE, primary_key=True, related_name="guest")
    network = models.CharField(max_length=32, blank=True, db_index=True)
    language = models.CharField(max_length=8)
    placed_at = models.DateTimeField(auto_now_add=True)
    is_illustrative = models.BooleanField(
        _("illustrative"), default=False, help_text=_("Demo order of a buyer who was made up.")
    )

    class Meta:
        verbose_name = _("order of a guest")
        verbose_name_plural = _("orders of guests")

    def __str__(self) -> str:
        return str(self.order_id)


class ConfirmationQuerySet(models.QuerySet):
    def waiting(self) -> "ConfirmationQuerySet":
        """Calls still to be made, in time or late."""
        return self.filter(outcome=Confirmation.Outcome.WAITING)

    def in_time(self) -> "ConfirmationQuerySet":
        """Calls still to be made whose units are held."""
        return self.waiting().filter(due_at__gt=ExecutionTime())

    def overdue(self) -> "ConfirmationQuerySet":
        """Calls that were not made in time: their units are free for others, a late call has to find some left."""
        return self.waiting().filter(due_at__lte=ExecutionTime())


@pghistory.track()
class Confirmation(models.Model):
    """A seller's call to the buyer about its part of an order: one for each seller. Units are held until `due_at`.

    The lines of the part carry the outcome as their status, for the shop office: unconfirmed, new, cancelled.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("waiting for the call")
        CONFIRMED = "confirmed", _("confirmed by phone")
        CANCELLED = "cancelled", _("cancelled")

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="confirmations")
    partner = models.ForeignKey("partner.Partner", on_delete=models.CASCADE, related_name="confirmations")
    due_at = models.DateTimeField(_("to be called before"))
    outcome = models.CharField(max_length=9, choices=Outcome.choices, default=Outcome.WAITING)
    attempts = models.PositiveSmallIntegerField(_("calls without an answer"), default=0)
    attempted_at = models.DateTimeField(_("last call without an answer"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    told_at = models.DateTimeField(_("buyer told that time ran out"), null=True, blank=True)

    objects = ConfirmationQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("confirmation by phone")
        verbose_name_plural = _("confirmations by phone")
        constraints = [
            models.UniqueConstraint(fields=["order", "partner"], name="confirmation_once_for_each_seller"),
            models.CheckConstraint(
                condition=models.Q(outcome="waiting", decided_at=None)
                | (models.Q(outcome__in=("confirmed", "cancelled"), decided_at__isnull=False)),
                name="confirmation_decided_at_some_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome="cancelled") | ~models.Q(reason=""),
                name="confirmation_cancelled_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["partner", "due_at"], condition=models.Q(outcome="waiting"), name="confirmation_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.order_id} · {self.partner_id}: {self.outcome}"


from oscar.apps.order.models import *  # noqa: E402, F403
