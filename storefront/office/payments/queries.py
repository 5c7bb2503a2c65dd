"""Lists of the payments office."""

from django.db.models import QuerySet
from django.utils import timezone

from storefront.order.models import ParcelState
from storefront.payment.models import Payment, Receipt, Refund, Share, Statement
from storefront.payment.queries import PaymentStanding, standing_of, surplus_of, unassigned_receipts

NEAR_DAYS = 7
SHOWN = 200


def waiting_payments() -> QuerySet[Payment]:
    """Payments with a parcel that waits for them, next to run out first."""
    waiting = Payment.objects.filter(parcels__state=ParcelState.UNPAID).distinct()
    return waiting.select_related("order", "account").order_by("due_at", "pk")


def surplus_shares() -> list[tuple[Share, int]]:
    """Money that nothing needs any more, oldest first, with what has to go back."""
    shares = Share.objects.select_related("receipt__payment__order", "parcel__order").order_by("pk")
    candidates = shares.filter(parcel=None) | shares.filter(parcel__lines__cancellations__isnull=False)
    rows = [(share, surplus_of(share)) for share in candidates.distinct()[:SHOWN]]
    return [(share, surplus) for share, surplus in rows if surplus]


def open_refunds() -> QuerySet[Refund]:
    """Refunds that are asked for or sent, oldest first."""
    states = (Refund.State.REQUESTED, Refund.State.SENT)
    refunds = Refund.objects.filter(state__in=states).select_related("share__receipt__payment", "asked_by", "sent_by")
    return refunds.order_by("pk")


def likely_payments(receipt: Receipt) -> list[PaymentStanding]:
    """Payments of this amount on this account that still wait and were asked for before the money came."""
    payments = waiting_payments().filter(account=receipt.account, created_at__lte=timezone.now())
    rows = [standing_of(payment) for payment in payments[:SHOWN]]
    return [row for row in rows if row.missing == receipt.amount]


def counts() -> dict[str, int]:
    """Rows of each list of the office."""
    return {
        "cho": waiting_payments().count(),
        "la": unassigned_receipts().count(),
        "thua": len(surplus_shares()),
        "hoan": open_refunds().count(),
        "sao-ke": Statement.objects.count(),
    }
