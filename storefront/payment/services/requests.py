"""Asking a buyer for a transfer when an order is placed."""

import datetime

from django.db import connection, transaction
from django.utils import timezone

from storefront.order.models import Order, Parcel
from storefront.order.totals import amounts_of
from storefront.payment.models import BankAccount, Payment
from storefront.payment.references import payment_reference

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('saobuon.payment-reference', 0))"


def account_of_the_shop() -> BankAccount | None:
    """The account that buyers transfer to; None where the shop takes no transfers."""
    return BankAccount.objects.filter(partner=None, is_active=True).first()


@transaction.atomic
def ask_for_transfer(*, order: Order, account: BankAccount, due_at: datetime.datetime) -> Payment:
    """One payment for all parcels of a new order, with a reference of its own."""
    parcels: list[Parcel] = list(order.parcels.all())
    amount = sum(amounts.total for amounts in amounts_of(parcels).values())
    payment = Payment.objects.create(
        order=order, account=account, reference=_next_reference(), amount=amount, due_at=due_at
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
