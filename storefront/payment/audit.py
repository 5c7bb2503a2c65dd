"""Proof that money and stock agree: every đồng and every unit that does not is named."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Sum
from django.db.models.functions import Coalesce

from storefront.order.models import Parcel, ParcelState
from storefront.partner.models import StockRecord
from storefront.vouchers.audit import differences as voucher_differences

from .models import Method, Payment, Receipt, Refund, Share
from .queries import paid_at_the_door, paid_for, still_needed

SENT_WHEN_PAID = (ParcelState.NEW, ParcelState.CONFIRMED, ParcelState.PACKED, ParcelState.SHIPPED)


def differences() -> Iterator[str]:
    """One line for each difference; nothing where all agree."""
    yield from _receipts()
    yield from _refunds()
    yield from _parcels()
    yield from _unpaid_parcels()
    yield from _payments()
    yield from _stock()
    yield from voucher_differences()


def _receipts() -> Iterator[str]:
    for receipt in Receipt.objects.annotate(shared=Coalesce(Sum("shares__amount"), 0)).order_by("pk"):
        goes_back = receipt.payment_id is None and receipt.shared
        expected = receipt.amount if receipt.payment_id or goes_back else 0
        if receipt.shared != expected:
            yield f"receipt {receipt.pk}: {receipt.amount} came in, its shares are {receipt.shared}"


def _refunds() -> Iterator[str]:
    back = Refund.objects.exclude(state=Refund.State.FAILED).order_by().values("share", "share__amount")
    for row in back.annotate(back=Sum("amount")).filter(back__gt=F("share__amount")):
        yield f"share {row['share']}: {row['share__amount']} came in, {row['back']} goes back"


def _parcels() -> Iterator[str]:
    parcels = list(Parcel.objects.filter(shares__isnull=False).distinct())
    for pk, paid in sorted(paid_for(parcels).items()):
        if paid < 0:
            yield f"parcel {pk}: {-paid} more went back than came in"


def _unpaid_parcels() -> Iterator[str]:
    """What was delivered is paid, and what was to be paid in advance is paid before anybody sends it."""
    delivered = Parcel.objects.filter(state=ParcelState.DELIVERED)
    started = Parcel.objects.filter(state__in=SENT_WHEN_PAID)
    in_advance = started.exclude(pk__in=paid_at_the_door(started).values("pk"))
    parcels = {parcel.pk: parcel for parcel in (*delivered, *in_advance)}
    for pk, need in sorted(still_needed(parcels.values()).items()):
        if need > 0:
            yield f"parcel {pk}: it is {parcels[pk].state}, and {need} of its money is missing"


def _payments() -> Iterator[str]:
    """Money pays only for parcels that its payment was asked for, and cash for what was collected."""
    named = Payment.parcels.through.objects.filter(payment=OuterRef("receipt__payment"), parcel=OuterRef("parcel"))
    for share in Share.objects.filter(~Exists(named), parcel__isnull=False).order_by("pk"):
        yield f"share {share.pk}: it pays for parcel {share.parcel_id}, which its payment does not name"
    cash = Payment.objects.filter(method=Method.CASH).annotate(received=Coalesce(Sum("receipts__amount"), 0))
    for payment in cash.exclude(received=F("amount")).order_by("pk"):
        yield f"payment {payment.pk}: {payment.amount} collected, its receipts are {payment.received}"


def _stock() -> Iterator[str]:
    allocated = Coalesce(Sum("allocations__quantity"), 0)
    for record in StockRecord.objects.annotate(promised=allocated).order_by("pk"):
        if record.promised != (record.num_allocated or 0):
            yield f"stock record {record.pk}: {record.num_allocated} allocated, the rows are {record.promised}"
