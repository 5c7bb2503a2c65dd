"""Mails about money: what came in or goes back, to the buyer; what nothing explains, to the office; and to a seller's
people, where they are to be paid."""

import datetime
from types import SimpleNamespace

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from storefront.mail.kinds import Letter, MailKind
from storefront.mail.services import queue_mail
from storefront.order import mail_samples as samples
from storefront.order.models import Order
from storefront.order.people import recipients
from storefront.order.queries import order_address
from storefront.order.telling import tell_buyer

from .models import BankAccount, Receipt, Refund
from .queries import PaymentState, standing_of


def tell_of_receipt(receipt: Receipt, *, order: Order) -> None:
    """Tell the buyer of an order of money that was assigned to its payment."""
    tell_buyer("payment_received", order, order, key=receipt.pk, receipt_id=receipt.pk)


def tell_of_refund(refund: Refund) -> None:
    """Tell the buyer of money that was sent back; nobody where no payment says whose it was."""
    payment = refund.share.receipt.payment
    if payment:
        tell_buyer("refund_sent", payment.order, payment.order, key=refund.pk, refund_id=refund.pk)


def mail_stray_money(*, receipts: int, messages: int, at: datetime.datetime) -> None:
    """To the office, in Vietnamese; numbers only, no names and no texts of banks."""
    to = settings.COMPLAINTS_EMAIL
    queue_mail("stray_money", key=at.isoformat(), to=to, language="vi", receipts=receipts, messages=messages)


def tell_of_account(account: BankAccount) -> None:
    """Tell everybody who acts for the seller that another account was entered or taken into use: nobody moves a
    seller's money without the others hearing of it."""
    if account.partner is None or account.partner.producer is None:
        return
    producer = account.partner.producer
    for person in recipients([producer]):
        queue_mail(
            "seller_account",
            key=f"{account.pk}-{account.is_active}-{person.user.pk}-{timezone.now().isoformat()}",
            to=person.user.email,
            language=person.user.language,
            about=producer.name,
            account_id=account.pk,
            is_active=account.is_active,
        )


def _seller_account(account_id: int, is_active: bool) -> Letter | None:
    account = BankAccount.objects.select_related("partner__producer").filter(pk=account_id).first()
    if account is None or account.partner is None or account.partner.producer is None:
        return None
    producer = account.partner.producer
    return Letter(
        {"producer": producer, "bank": account.bank, "digits": account.number[-4:], "is_active": is_active},
        reverse("portal-bank-account", args=[producer.pk]),
    )


def _accounts() -> dict[str, Letter]:
    context = {"producer": SimpleNamespace(name=samples.LONG_SELLER), "bank": "Vietcombank", "digits": "6789"}
    own = "/theo-doi/1/tai-khoan/"
    return {
        str(_("entered")): Letter({**context, "is_active": False}, own),
        str(_("in use")): Letter({**context, "is_active": True}, own),
    }


def _stray_money(receipts: int, messages: int) -> Letter:
    return Letter({"receipts": receipts, "messages": messages}, reverse("office-payments") + "?muc=la")


def _payment_received(receipt_id: int) -> Letter | None:
    receipt = Receipt.objects.select_related("payment__order__shipping_address").filter(pk=receipt_id).first()
    if receipt is None or receipt.payment is None:
        return None
    order = receipt.payment.order
    return Letter(
        {
            "order": order,
            "address": order.shipping_address,
            "amount": receipt.amount,
            "standing": standing_of(receipt.payment),
        },
        order_address(order),
    )


def _refund_sent(refund_id: int) -> Letter | None:
    refund = Refund.objects.select_related("share__receipt__payment__order__shipping_address").filter(pk=refund_id)
    row = refund.first()
    if row is None or row.share.receipt.payment is None:
        return None
    order = row.share.receipt.payment.order
    context = {"order": order, "address": order.shipping_address, "amount": row.amount, "reason": row.reason}
    return Letter(context, order_address(order))


def _receipts() -> dict[str, Letter]:
    def letter(state: PaymentState, received: int, missing: int = 0, surplus: int = 0, **changes: None) -> Letter:
        payment = SimpleNamespace(**{**vars(samples.payment()), **changes})
        standing = SimpleNamespace(payment=payment, state=state, received=received, missing=missing, surplus=surplus)
        context = {
            "order": samples.order(), "address": samples.address(), "amount": received, "standing": standing
        }  # fmt: skip
        return Letter(context, samples.PATH)

    return {
        str(_("paid")): letter(PaymentState.PAID, 435_000),
        str(_("partly paid")): letter(PaymentState.PARTLY, 400_000, missing=35_000),
        str(_("partly paid at VNPay")): letter(PaymentState.PARTLY, 400_000, missing=35_000, account=None),
        str(_("too much")): letter(PaymentState.PAID, 500_000, surplus=65_000),
    }


def _refunds() -> dict[str, Letter]:
    context = {
        "order": samples.order(),
        "address": samples.address(),
        "amount": 65_000,
        "reason": str(_("A sample, not a real case")),
    }
    return {"": Letter(context, samples.PATH)}


KINDS = (
    MailKind("payment_received", _("Payment received"), "shop/mail/payment_received", _payment_received, _receipts),
    MailKind("refund_sent", _("Money sent back"), "shop/mail/refund_sent", _refund_sent, _refunds),
    MailKind("seller_account", _("Bank account of a seller"), "portal/mail/account", _seller_account, _accounts),
    MailKind(
        "stray_money",
        _("Money that no payment explains"),
        "office/payments/mail_stray",
        _stray_money,
        lambda: {"": _stray_money(2, 1)},
    ),
)
