"""Reading orders: the buyer's own page, reached by a signed address."""

import dataclasses

from django.urls import reverse

from .models import Line, Order


@dataclasses.dataclass(frozen=True)
class OrderedParcel:
    """What one seller sends, as it was ordered."""

    seller: str
    lines: tuple[Line, ...]


def order_address(order: Order) -> str:
    """Path of the order's own page; whoever knows it may see the order, so it is signed."""
    _number, _colon, signature = order.verification_hash().rpartition(":")
    return reverse("order-thanks", args=[order.number, signature])


def order_by_signature(number: str, signature: str) -> Order | None:
    """The order if the signature is the one of its number."""
    order = Order.objects.select_related("shipping_address").filter(number=number).first()
    if order and order.check_verification_hash(f"{number}:{signature}"):
        return order
    return None


def ordered_parcels(order: Order) -> list[OrderedParcel]:
    """The lines of an order by seller, in the order in which they were bought. One query."""
    by_seller: dict[tuple, list[Line]] = {}
    for line in order.lines.order_by("pk"):
        by_seller.setdefault((line.partner_id, line.partner_name), []).append(line)
    return [OrderedParcel(seller, tuple(lines)) for (_pk, seller), lines in by_seller.items()]
