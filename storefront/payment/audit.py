"""Proof that money and stock agree: every đồng and every unit that does not is named."""

from collections.abc import Iterator

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from storefront.order.models import Parcel
from storefront.partner.models import StockRecord

from .models import Receipt, Refund
from .queries import paid_for


def differences() -> Iterator[str]:
    """One line for each difference; nothing where all agree."""
    yield from _receipts()
    yield from _refunds()
    yield from _parcels()
    yield from _stock()


def _receipts() -> Iterator[str]:
    for receipt in Receipt.objects.annotate(shared=Coalesce(Sum("shares__amount"), 0)).order_by("pk"):
        expected = receipt.amount if receipt.payment_id else 0
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


def _stock() -> Iterator[str]:
    allocated = Coalesce(Sum("allocations__quantity"), 0)
    for record in StockRecord.objects.annotate(promised=allocated).order_by("pk"):
        if record.promised != (record.num_allocated or 0):
            yield f"stock record {record.pk}: {record.num_allocated} allocated, the rows are {record.promised}"
