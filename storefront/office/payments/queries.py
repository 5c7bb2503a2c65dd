"""Lists of the payments office."""

from django.db.models import F, QuerySet

from storefront.order.models import Parcel, ParcelState
from storefront.payment.models import BankAccount, Notice, Payment, Receipt, Refund, Share, Statement
from storefront.payment.queries import cash_to_collect, still_needed, surpluses, unassigned_receipts

SHOWN = 200
LIKELY_SHOWN = 20


def waiting_payments() -> QuerySet[Payment]:
    """Payments with a parcel that waits for them, next to run out first."""
    waiting = Payment.objects.filter(parcels__state=ParcelState.UNPAID).distinct()
    return waiting.select_related("order", "account").order_by("due_at", "pk")


def surplus_shares() -> list[tuple[Share, int]]:
    """Money that nothing needs any more, oldest first, with what has to go back."""
    shares = Share.objects.select_related("receipt__payment__order", "parcel__order").order_by("pk")
    candidates = shares.filter(parcel=None) | shares.filter(parcel__lines__cancellations__isnull=False)
    rows = list(candidates.distinct()[:SHOWN])
    surplus = surpluses(rows)
    return [(share, surplus[share.pk]) for share in rows if surplus[share.pk]]


def accounts() -> QuerySet[BankAccount]:
    """Accounts that buyers transfer to or may be told, the shop's first, of each owner the one in use first."""
    owner = F("partner__name").asc(nulls_first=True)
    entered = BankAccount.objects.filter(closed_at=None).select_related("partner")
    return entered.order_by(owner, "-is_active", "pk")


def notices() -> QuerySet[Notice]:
    """What banks and VNPay have sent, newest first."""
    return Notice.objects.select_related("receipt").defer("body").order_by("-pk")


def unexplained_notices() -> QuerySet[Notice]:
    """Messages that tell of money which nothing of ours explains."""
    return Notice.objects.filter(state=Notice.State.UNEXPLAINED)


def cash_on_its_way() -> list[tuple[Parcel, int]]:
    """Parcels whose carrier has still to collect cash, longest on their way first, with the đồng."""
    parcels = cash_to_collect(Parcel.objects.select_related("order", "partner"))[:SHOWN]
    needs = still_needed(parcels)
    return [(parcel, needs[parcel.pk]) for parcel in parcels if needs[parcel.pk] > 0]


def open_refunds() -> QuerySet[Refund]:
    """Refunds that are asked for or sent, oldest first."""
    states = (Refund.State.REQUESTED, Refund.State.SENT)
    refunds = Refund.objects.filter(state__in=states).select_related("share__receipt__payment", "asked_by", "sent_by")
    return refunds.order_by("pk")


def likely_payments(receipt: Receipt) -> list[Payment]:
    """Payments of this amount on this account that still wait, next to run out first."""
    if receipt.account is None:
        return []
    return list(waiting_payments().filter(account=receipt.account, amount=receipt.amount)[:LIKELY_SHOWN])


def counts() -> dict[str, int]:
    """Rows of each list of the office."""
    return {
        "cho": waiting_payments().count(),
        "la": unassigned_receipts().count(),
        "thua": len(surplus_shares()),
        "hoan": open_refunds().count(),
        "sao-ke": Statement.objects.count(),
        "thu-ho": len(cash_on_its_way()),
        "thong-bao": Notice.objects.count(),
        "tai-khoan": accounts().count(),
    }
