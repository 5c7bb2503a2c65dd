"""What parcels and orders cost, in whole đồng: it follows from lines, cancellations and delivery charges."""

import dataclasses
from collections import Counter
from collections.abc import Iterable

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from .models import Line, Order, Parcel


@dataclasses.dataclass(frozen=True)
class Amounts:
    """`goods` as ordered, after `discount`; `cancelled` is what was taken off them; in đồng.

    `is_anything_left` to deliver, even if it costs nothing.
    """

    goods: int
    cancelled: int
    delivery_charge: int
    discount: int = 0
    is_anything_left: bool = True

    @property
    def delivery(self) -> int:
        """What delivery costs now: nothing when nothing is left to deliver."""
        return self.delivery_charge if self.is_anything_left else 0

    @property
    def total(self) -> int:
        return self.goods - self.cancelled + self.delivery


def price_of_units(line: Line, units: int) -> int:
    """Price of the first `units` of a line. What all parts of a line cost is what the line costs, to the đồng."""
    return int(line.line_price_incl_tax) * units // line.quantity


def amounts_of(parcels: Iterable[Parcel]) -> dict[int, Amounts]:
    """Parcel id → what it costs. One query."""
    parcels = list(parcels)
    off = Coalesce(Sum("cancellations__amount"), 0)
    left = F("quantity") - Coalesce(Sum("cancellations__quantity"), 0)
    lines = Line.objects.filter(parcel__in=parcels).order_by().annotate(off=off, left=left)
    sums: dict[int, Counter[str]] = {parcel.pk: Counter() for parcel in parcels}
    columns = ("parcel", "line_price_before_discounts_incl_tax", "line_price_incl_tax", "off", "left")
    for parcel, before, price, amount, units in lines.values_list(*columns):
        sums[parcel].update(goods=int(price), discount=int(before - price), cancelled=amount, units=units, lines=1)
    return {parcel.pk: _amounts(sums[parcel.pk], parcel.delivery_charge) for parcel in parcels}


def _amounts(sums: Counter[str], delivery_charge: int) -> Amounts:
    return Amounts(
        goods=sums["goods"],
        cancelled=sums["cancelled"],
        delivery_charge=delivery_charge,
        discount=sums["discount"],
        is_anything_left=bool(sums["units"] or not sums["lines"]),
    )


def amount_due(order: Order) -> int:
    """What the buyer pays for all parcels of an order as they are now. Two queries."""
    return sum(amounts.total for amounts in amounts_of(order.parcels.all()).values())
