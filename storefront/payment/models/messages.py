"""What services tell us of money: notices byte for byte, and how each visit to VNPay ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .money import Payment, Receipt


class Notice(models.Model):
    """One message of a service, kept as it came (`body`) before anything is done about it.

    `identity` is unique within a source: a repeated delivery is the first one. What is refused has none.
    """

    class Source(models.TextChoices):
        CASSO = "casso", "Casso"
        SEPAY = "sepay", "SePay"
        VNPAY = "vnpay", "VNPay"

    class State(models.TextChoices):
        RECEIVED = "received", _("waits to be booked")
        BOOKED = "booked", _("in the books")
        NOTHING = "nothing", _("nothing to book")
        UNEXPLAINED = "unexplained", _("money that nobody knows of")
        REFUSED = "refused", _("refused")

    source = models.CharField(_("service"), max_length=5, choices=Source.choices)
    identity = models.CharField(max_length=200, blank=True)
    body = models.BinaryField()
    account_number = models.CharField(_("account number"), max_length=40, blank=True)
    state = models.CharField(_("state"), max_length=11, choices=State.choices, default=State.RECEIVED)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    receipt = models.ForeignKey(Receipt, null=True, blank=True, on_delete=models.PROTECT, related_name="notices")
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    alerted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "identity"], condition=~models.Q(identity=""), name="notice_once"
            ),
        ]
        indexes = [models.Index(fields=["state", "received_at"], name="notice_by_state")]

    def __str__(self) -> str:
        return f"{self.source}: {self.identity or self.pk}"


class VnpayAttempt(models.Model):
    """One visit of a buyer to VNPay's page: it takes each reference once, so that paying again is another attempt.

    Without an outcome VNPay has not told us yet how it ended. `transaction` is VNPay's own number.
    """

    class Outcome(models.TextChoices):
        PAID = "paid", _("paid")
        FAILED = "failed", _("not paid")

    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="vnpay_attempts")
    reference = models.CharField(_("reference"), max_length=40, unique=True)
    amount = models.PositiveIntegerField(_("amount (đồng)"))
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("to be paid before"))
    outcome = models.CharField(_("outcome"), max_length=6, choices=Outcome.choices, blank=True)
    response_code = models.CharField(max_length=10, blank=True)
    transaction = models.CharField(_("number at VNPay"), max_length=40, blank=True)
    receipt = models.OneToOneField(
        Receipt, null=True, blank=True, on_delete=models.PROTECT, related_name="vnpay_attempt"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("attempt to pay at VNPay")
        verbose_name_plural = _("attempts to pay at VNPay")
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="vnpay_attempt_for_some_money"),
            models.CheckConstraint(
                condition=models.Q(outcome="paid", receipt__isnull=False)
                | (~models.Q(outcome="paid") & models.Q(receipt=None)),
                name="vnpay_attempt_paid_has_a_receipt",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
