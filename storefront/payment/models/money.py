"""What buyers are asked to pay, what came in, and which parcels it pays for. Amounts in whole đồng.

A receipt that is assigned to a payment is cut into shares, which make up the receipt to the đồng; what no parcel
needs is a share without a parcel, which waits to be paid back. How far a payment is follows from these rows.
"""

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.approvals import ApprovalRequest, kept_and_answered_once, one_open_request

from ..banks import Bank, banks


def bank_choices() -> list[tuple[str, str]]:
    return [(bank.bin, str(bank)) for bank in banks().values()]


class Method(models.TextChoices):
    """How the money comes."""

    TRANSFER = "transfer", _("bank transfer")
    VNPAY = "vnpay", "VNPay"
    CASH = "cash", _("cash on delivery")


def _account_where_transferred(name: str) -> models.CheckConstraint:
    """Only transfers come to an account of ours."""
    is_transfer = models.Q(method=Method.TRANSFER)
    return models.CheckConstraint(
        condition=(is_transfer & models.Q(account__isnull=False)) | (~is_transfer & models.Q(account=None)), name=name
    )


_WAS_USED = models.Q(activated_by__isnull=False) | models.Q(is_illustrative=True)


class BankAccountQuerySet(models.QuerySet["BankAccount"]):
    def used(self) -> "BankAccountQuerySet":
        """Those that buyers are told, or were: what anybody writes down is nobody's account before."""
        return self.filter(_WAS_USED)

    def waiting(self) -> "BankAccountQuerySet":
        """Those that a second person has still to take into use, or to refuse."""
        return self.filter(is_active=False, activated_by=None, is_illustrative=False, closed_at=None)


@pghistory.track()
class BankAccount(models.Model):
    """Account that buyers transfer to (tài khoản nhận tiền): a seller's own, or without `partner` the shop's.

    One person enters it, another one takes it into use: nobody alone decides where the money goes. The shop and each
    seller have one in use at most. `closed_at`: it was refused or taken back before it was ever used.
    """

    bank_bin = models.CharField(_("bank"), max_length=6, choices=bank_choices)
    number = models.CharField(
        _("account number"),
        max_length=19,
        validators=[RegexValidator(r"^[0-9A-Za-z]+$", _("Please enter letters and digits only, without spaces."))],
    )
    holder = models.CharField(_("account holder"), max_length=100)
    partner = models.ForeignKey(
        "partner.Partner", null=True, blank=True, on_delete=models.PROTECT, related_name="bank_accounts"
    )
    is_active = models.BooleanField(_("in use"), default=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    activated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_illustrative = models.BooleanField(
        _("illustrative"), default=False, help_text=_("Account of the demo: nobody has it.")
    )
    closed_at = models.DateTimeField(_("refused or taken back"), null=True, blank=True)

    objects = BankAccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("bank account")
        verbose_name_plural = _("bank accounts")
        constraints = [
            models.UniqueConstraint(fields=["bank_bin", "number"], condition=_WAS_USED, name="bank_account_once"),
            models.UniqueConstraint(
                fields=["bank_bin", "number", "partner"],
                condition=models.Q(closed_at=None),
                nulls_distinct=False,
                name="bank_account_entered_once",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | models.Q(is_active=False, activated_by=None),
                name="bank_account_closed_unused",
            ),
            models.CheckConstraint(
                condition=models.Q(is_active=False)
                | models.Q(is_illustrative=True)
                | (models.Q(activated_by__isnull=False) & ~models.Q(activated_by=models.F("entered_by"))),
                name="bank_account_two_people",
            ),
            models.UniqueConstraint(
                fields=["partner"],
                condition=models.Q(is_active=True),
                nulls_distinct=False,
                name="one_account_in_use_for_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bank.short_name} {self.number}"

    @property
    def is_waiting(self) -> bool:
        """Whether a second person has still to take it into use, or to refuse it."""
        return not (self.is_active or self.activated_by_id or self.is_illustrative or self.closed_at)

    @property
    def bank(self) -> Bank:
        return banks()[self.bank_bin]


class Payment(models.Model):
    """What a buyer is asked to pay at once, for all or some parcels of an order (yêu cầu thanh toán).

    `amount` is what was asked for; what the parcels cost now may be less. `due_at` is the end of the holds. Cash is
    written down when it was collected: one payment for each parcel.
    """

    order = models.ForeignKey("order.Order", on_delete=models.CASCADE, related_name="payments")
    parcels = models.ManyToManyField("order.Parcel", related_name="payments")
    method = models.CharField(_("method"), max_length=8, choices=Method.choices, default=Method.TRANSFER)
    account = models.ForeignKey(BankAccount, null=True, blank=True, on_delete=models.PROTECT, related_name="payments")
    reference = models.CharField(_("reference"), max_length=25, unique=True)
    amount = models.PositiveIntegerField(_("amount (đồng)"))
    created_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField(_("to be paid before"))

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="payment_of_some_money"),
            _account_where_transferred("payment_account_where_transferred"),
        ]

    def __str__(self) -> str:
        return self.reference


@pghistory.track()
class Receipt(models.Model):
    """Money that came in (tiền vào), as the bank says it. Its facts never change; `payment` is set once.

    Where a transfer was seen stands in its sightings. `alerted_at`: the office was told that nothing explains it.
    """

    method = models.CharField(_("method"), max_length=8, choices=Method.choices, default=Method.TRANSFER)
    account = models.ForeignKey(BankAccount, null=True, blank=True, on_delete=models.PROTECT, related_name="receipts")
    amount = models.PositiveBigIntegerField(_("amount (đồng)"))
    booked_at = models.DateTimeField(_("booked"))
    description = models.CharField(_("text of the bank"), max_length=500, blank=True)
    bank_reference = models.CharField(_("number of the bank"), max_length=80, blank=True)
    payment = models.ForeignKey(Payment, null=True, blank=True, on_delete=models.PROTECT, related_name="receipts")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    entered_at = models.DateTimeField(auto_now_add=True)
    alerted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-booked_at", "-pk"]
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="receipt_of_some_money"),
            _account_where_transferred("receipt_account_where_transferred"),
            models.UniqueConstraint(
                fields=["payment"], condition=models.Q(method=Method.CASH), name="cash_collected_once"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="receipt_facts_are_kept",
                operation=pgtrigger.Update,
                condition=(
                    pgtrigger.Q(old__amount__df=pgtrigger.F("new__amount"))
                    | pgtrigger.Q(old__account__df=pgtrigger.F("new__account"))
                    | pgtrigger.Q(old__booked_at__df=pgtrigger.F("new__booked_at"))
                    | pgtrigger.Q(old__method__df=pgtrigger.F("new__method"))
                    | (
                        pgtrigger.Q(old__payment__isnull=False)
                        & pgtrigger.Q(old__payment__df=pgtrigger.F("new__payment"))
                    )
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.amount}: {self.description}"


class Sighting(models.Model):
    """Where a receipt was seen: once in a statement, once in a notice.

    `identity` is unique within account and source, so what was seen there is not booked again.
    """

    class Source(models.TextChoices):
        STATEMENT = "statement", _("bank statement")
        NOTICE = "notice", _("notice of the bank")

    receipt = models.ForeignKey(Receipt, on_delete=models.CASCADE, related_name="sightings")
    account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=9, choices=Source.choices)
    identity = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("sighting of a receipt")
        verbose_name_plural = _("sightings of receipts")
        constraints = [
            models.UniqueConstraint(fields=["account", "source", "identity"], name="receipt_seen_once"),
            models.UniqueConstraint(fields=["receipt", "source"], name="receipt_seen_once_in_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.identity}"


_SHARES_MAKE_UP_THE_RECEIPT = """
IF EXISTS (
  SELECT FROM payments_receipt receipt
  WHERE receipt.id = NEW.receipt_id
    AND receipt.amount <> (SELECT sum(amount) FROM payments_share WHERE receipt_id = receipt.id)
) THEN
  RAISE EXCEPTION 'the shares of receipt % do not make up its amount', NEW.receipt_id
    USING ERRCODE = 'check_violation';
END IF;
RETURN NULL;
"""


class Share(models.Model):
    """Part of a receipt that pays for a parcel; without a parcel: money that nothing needs, to be paid back."""

    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="shares")
    parcel = models.ForeignKey("order.Parcel", null=True, blank=True, on_delete=models.PROTECT, related_name="shares")
    amount = models.PositiveBigIntegerField(_("amount (đồng)"))

    class Meta:
        verbose_name = _("share of a receipt")
        verbose_name_plural = _("shares of receipts")
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="share_of_some_money"),
            models.UniqueConstraint(
                fields=["receipt", "parcel"], nulls_distinct=False, name="share_once_for_each_parcel"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="share_is_kept", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="shares_make_up_the_receipt",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=_SHARES_MAKE_UP_THE_RECEIPT,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} of receipt {self.receipt_id}"


class Assignment(ApprovalRequest):
    """Money that the bank's text does not explain is for this payment: one person says so, another one agrees."""

    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="assignments")
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="assignments")

    class Meta(ApprovalRequest.Meta):
        verbose_name = _("assignment of a receipt")
        verbose_name_plural = _("assignments of receipts")
        constraints = [*ApprovalRequest.Meta.constraints, one_open_request("receipt")]
        triggers = kept_and_answered_once("assignment")

    def __str__(self) -> str:
        return f"{self.receipt_id} → {self.payment_id}"


class Statement(models.Model):
    """A statement file as it was uploaded, read anew for each look. It is booked by hand, and again without harm."""

    account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="statements")
    name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    booked_at = models.DateTimeField(_("booked"), null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("bank statement")
        verbose_name_plural = _("bank statements")
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="statement_uploaded_once")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Refund(models.Model):
    """Money that goes back to the buyer (hoàn tiền), from one share. Only what is confirmed counts as gone.

    One person asks, another one sends it.
    """

    class State(models.TextChoices):
        REQUESTED = "requested", _("asked for")
        SENT = "sent", _("sent")
        CONFIRMED = "confirmed", _("confirmed by the bank")
        FAILED = "failed", _("failed")

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="refunds")
    amount = models.PositiveBigIntegerField(_("amount (đồng)"))
    reason = models.CharField(_("reason"), max_length=300)
    state = models.CharField(max_length=9, choices=State.choices, default=State.REQUESTED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="refund_of_some_money"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="refund_has_a_reason"),
            models.CheckConstraint(
                condition=models.Q(sent_by=None) | ~models.Q(sent_by=models.F("asked_by")), name="refund_two_people"
            ),
            models.CheckConstraint(
                condition=models.Q(state="requested", sent_by=None)
                | models.Q(state="failed")
                | models.Q(sent_by__isnull=False),
                name="refund_was_sent_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount}: {self.state}"
