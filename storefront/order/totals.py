"""What parcels and orders cost, in whole đồng: it follows from lines, cancellations and delivery charges."""

import dataclasses
from collections.abc import Iterable

from django.db.models import Sum
from django.db.models.functions import Coalesce

from .models import Line, Order, Parcel


@dataclasses.dataclass(frozen=True)
class Amounts:
    """`goods` as ordered, `cancelled` what was taken off them, `delivery` as it was ordered, in đồng."""

    goods: int
    cancelled: int
    delivery_charge: int

    @property
    def delivery(self) -> int:
        """What delivery costs now: nothing when nothing is left to deliver."""
        return self.delivery_charge if self.cancelled < self.goods or not self.goods else 0

    @property
    def total(self) -> int:
        return self.goods - self.cancelled + self.delivery


def price_of_units(line: Line, units: int) -> int:
    """Price of the first `units` of a line. What all parts of a line cost is what the line costs, to the đồng."""
    return int(line.line_price_incl_tax) * units // line.quantity


def amounts_of(parcels: Iterable[Parcel]) -> dict[int, Amounts]:
    """Parcel id → what it costs. One query."""
    parcels = list(parcels)
    cancelled = Coalesce(Sum("cancellations__amount"), 0)
    lines = Line.objects.filter(parcel__in=parcels).order_by().annotate(off=cancelled)
    goods: dict[int, int] = {}
    off: dict[int, int] = {}
    for parcel, price, amount in lines.values_list("parcel", "line_price_incl_tax", "off"):
        goods[parcel] = goods.get(parcel, 0) + int(price)
        off[parcel] = off.get(parcel, 0) + amount
    return {
        parcel.pk: Amounts(goods.get(parcel.pk, 0), off.get(parcel.pk, 0), parcel.delivery_charge)
        for parcel in parcels
    }


def amount_due(order: Order) -> int:
    """What the buyer pays for all parcels of an order as they are now. Two queries."""
    return sum(amounts.total for amounts in amounts_of(order.parcels.all()).values())
