"""What seller and buyer write to each other about a parcel, and which mails a seller's people get."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_MESSAGE = 1_000


class ParcelMessage(models.Model):
    """One message about a parcel, as plain text. Rows are added, never changed.

    `by` is the seller's person, or the buyer's account; nobody for a buyer without one.
    """

    class Sender(models.TextChoices):
        SELLER = "seller", _("the seller")
        BUYER = "buyer", _("the buyer")

    parcel = models.ForeignKey("order.Parcel", on_delete=models.CASCADE, related_name="messages")
    sender = models.CharField(max_length=6, choices=Sender.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(max_length=MAX_MESSAGE)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("message about a parcel")
        verbose_name_plural = _("messages about parcels")
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="parcel_message_says_something"),
            models.CheckConstraint(condition=models.Q(sender__in=("seller", "buyer")), name="parcel_message_sender"),
        ]
        indexes = [models.Index(fields=["parcel", "-id"], name="parcel_message_latest")]
        triggers = [pgtrigger.ReadOnly(name="messages_stay", fields=["parcel", "sender", "text", "created_at"])]

    def __str__(self) -> str:
        return f"{self.parcel_id}: {self.sender}"


class SellerMails(models.Model):
    """Which mails a person gets who acts for a producer; without a row, all of them.

    `summed_up_on` is the day of the last daily mail: there is one a day at most.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seller_mails")
    producer = models.ForeignKey("producers.Producer", on_delete=models.CASCADE, related_name="+")
    has_new_parcels = models.BooleanField(_("a mail for each new order"), default=True)
    has_messages = models.BooleanField(_("a mail when a buyer writes"), default=True)
    has_daily = models.BooleanField(_("in the morning, what waits"), default=True)
    summed_up_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("mails to a seller")
        verbose_name_plural = _("mails to sellers")
        constraints = [models.UniqueConstraint(fields=["user", "producer"], name="seller_mails_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.producer_id}"
