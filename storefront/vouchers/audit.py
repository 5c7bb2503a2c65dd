"""Proof that discounts agree with lines, parcels and limits: every đồng that does not is named."""

from collections.abc import Iterator

from django.db.models import F, Sum
from django.db.models.functions import Coalesce
from oscar.core.loading import get_model

from .models import Share, Terms
from .queries import used_of


def differences() -> Iterator[str]:
    """One line for each difference; nothing where all agree."""
    yield from _discounts()
    yield from _parcels()
    yield from _orders()
    yield from _limits()


def _discounts() -> Iterator[str]:
    """The shares of a voucher's discount make it up."""
    shared = Coalesce(Sum(F("shares__goods") + F("shares__delivery")), 0)
    discounts = get_model("order", "OrderDiscount").objects.exclude(voucher_id=None).annotate(shared=shared)
    for row in discounts.exclude(amount=F("shared")).order_by("pk"):
        yield f"voucher discount {row.pk}: {row.amount} taken off, its shares are {row.shared}"


def _parcels() -> Iterator[str]:
    """What was taken off the lines of a parcel is what its shares say."""
    before, after = Sum("line_price_before_discounts_incl_tax"), Sum("line_price_incl_tax")
    lines = get_model("order", "Line").objects.order_by().values("parcel").annotate(off=before - after)
    off = {row["parcel"]: row["off"] for row in lines if row["off"]}
    shares = Share.objects.order_by().values_list("parcel").annotate(Sum("goods"))
    shared = {parcel: goods for parcel, goods in shares if goods}
    for parcel in sorted(off.keys() | shared.keys()):
        if off.get(parcel, 0) != shared.get(parcel, 0):
            yield (
                f"parcel {parcel}: {off.get(parcel, 0)} taken off its lines, "
                f"shares of vouchers are {shared.get(parcel, 0)}"
            )


def _orders() -> Iterator[str]:
    """Lines and charges of an order with vouchers are its total, as it was ordered."""
    Order, Parcel = get_model("order", "Order"), get_model("order", "Parcel")
    orders = Order.objects.filter(discounts__voucher_id__isnull=False).distinct()
    lines = dict(
        get_model("order", "Line").objects.filter(order__in=orders).order_by().values_list("order")
        .annotate(Sum("line_price_incl_tax"))
    )  # fmt: skip
    charges = dict(
        Parcel.objects.filter(order__in=orders).order_by().values_list("order").annotate(Sum("delivery_charge"))
    )
    for order in orders.order_by("pk"):
        expected = lines.get(order.pk, 0) + charges.get(order.pk, 0)
        if order.total_incl_tax != expected:
            yield f"order {order.number}: total {order.total_incl_tax}, with vouchers it is {expected}"


def _limits() -> Iterator[str]:
    used = used_of(Terms.objects.filter(max_uses__isnull=False).values("voucher"))
    for terms in Terms.objects.filter(max_uses__isnull=False).order_by("pk"):
        if used.get(terms.voucher_id, 0) > terms.max_uses:
            yield f"voucher {terms.key}: {used[terms.voucher_id]} uses, {terms.max_uses} allowed"
