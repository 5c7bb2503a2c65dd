"""The calls that sellers make to buyers whom nobody vouches for."""

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from storefront.current_time import ExecutionTime


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
    """A seller's call to the buyer about its parcel. Units are held until `due_at`.

    `outcome` is how the call ended, whatever became of the parcel later.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("waiting for the call")
        CONFIRMED = "confirmed", _("confirmed by phone")
        CANCELLED = "cancelled", _("cancelled")

    parcel = models.OneToOneField("order.Parcel", on_delete=models.CASCADE, related_name="call")
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
            models.Index(fields=["due_at"], condition=models.Q(outcome="waiting"), name="confirmation_waiting")
        ]

    def __str__(self) -> str:
        return f"parcel {self.parcel_id}: {self.outcome}"
