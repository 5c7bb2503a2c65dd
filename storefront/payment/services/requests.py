"""Asking a buyer for money when an order is placed, and to whom it goes."""

import datetime
from collections.abc import Collection, Iterable, Mapping

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from storefront.order.models import Order, Parcel
from storefront.order.totals import amounts_of
from storefront.payment.models import BankAccount, Method, Payment
from storefront.payment.references import payment_reference
from storefront.payment.vnpay import Terminal

Payee = BankAccount | Mapping[int, BankAccount] | Terminal
"""To whom the buyer pays before anything is sent: an account for all, an account of each seller (partner id →
account), or VNPay."""
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('saobuon.payment-reference', 0))"


def accounts_for(sellers: Collection[int]) -> BankAccount | dict[int, BankAccount] | None:
    """Where buyers of these sellers (partner ids) transfer to, as PAYMENT_ACCOUNTS says; None: no transfers.

    With accounts of the sellers, all of them must have one in use: nobody pays half an order in advance.
    """
    in_use = BankAccount.objects.filter(is_active=True)
    if settings.PAYMENT_ACCOUNTS != "sellers":
        return in_use.filter(partner=None).first()
    accounts = {account.partner_id: account for account in in_use.filter(partner__in=sellers)}
    return {seller: accounts[seller] for seller in sellers} if accounts.keys() == set(sellers) and accounts else None


def vnpay_terminal() -> Terminal | None:
    """What VNPay gave the shop; None where it is not used."""
    return Terminal(**settings.VNPAY) if settings.VNPAY["code"] else None


@transaction.atomic
def ask_for_payment(*, order: Order, pay_to: Payee, due_at: datetime.datetime) -> list[Payment]:
    """Payments for all parcels of a new order, each with a reference of its own: one, or one for each seller."""
    parcels = list(order.parcels.order_by("number"))
    if isinstance(pay_to, BankAccount):
        return [_ask(order, parcels, Method.TRANSFER, pay_to, due_at)]
    if isinstance(pay_to, Terminal):
        return [_ask(order, parcels, Method.VNPAY, None, due_at)]
    amounts = amounts_of(parcels)
    costing = [parcel for parcel in parcels if amounts[parcel.pk].total]
    # What vouchers made free goes with the first payment.
    free = [parcel for parcel in parcels if not amounts[parcel.pk].total]
    return [
        _ask(order, [parcel, *([] if place else free)], Method.TRANSFER, pay_to[parcel.partner_id], due_at)
        for place, parcel in enumerate(costing)
    ]


def _ask(
    order: Order, parcels: Iterable[Parcel], method: Method, account: BankAccount | None, due_at: datetime.datetime
) -> Payment:
    amount = sum(amounts.total for amounts in amounts_of(parcels).values())
    payment = Payment.objects.create(
        order=order, method=method, account=account, reference=_next_reference(), amount=amount, due_at=due_at
    )
    payment.parcels.set(parcels)
    return payment


def _next_reference() -> str:
    """The next reference of today; one at a time."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
    today = timezone.localdate()
    beginning = payment_reference(today, 1)[:-5]
    last = (
        Payment.objects.filter(reference__startswith=beginning)
        .order_by("-reference")
        .values_list("reference", flat=True)
    )
    return payment_reference(today, int(last[0][-5:]) + 1 if last[:1] else 1)
