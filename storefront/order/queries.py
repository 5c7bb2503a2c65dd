"""Reading orders: the buyer's own page, reached by a signed address."""

import dataclasses
import datetime
import re
from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone

from catalogue.text import visible

from .models import Cancellation, Confirmation, Line, Order, Parcel, ParcelMessage, ParcelState, Pickup
from .totals import Amounts, amounts_of

EXPIRED = "expired"
"""What is shown of an unconfirmed order, or parcel, when the time of the calls about it has run out."""


@dataclasses.dataclass(frozen=True)
class OrderedLine:
    """A line of a parcel, with what was taken off it since it was ordered."""

    line: Line
    cancellations: tuple[Cancellation, ...]

    @property
    def left(self) -> int:
        """Units that are still sold."""
        return self.line.quantity - self.off

    @property
    def off(self) -> int:
        """Units that were taken off."""
        return sum(cancellation.quantity for cancellation in self.cancellations)


@dataclasses.dataclass(frozen=True)
class OrderedParcel:
    """What one seller sends, as it was ordered, and what it costs now. `call` is the call about it, if one is due."""

    parcel: Parcel
    seller: str
    lines: tuple[OrderedLine, ...]
    amounts: Amounts
    call: Confirmation | None = None

    @property
    def state(self) -> str:
        """A state of `ParcelState`, or `expired`."""
        return parcel_label(self.parcel, self.call)

    @property
    def pickup(self) -> Pickup | None:
        """Where the buyer fetches it; None for one that is delivered."""
        return getattr(self.parcel, "pickup", None)

    @property
    def reasons(self) -> list[str]:
        """Why units were taken off, each reason once."""
        return list(dict.fromkeys(row.reason for line in self.lines for row in line.cancellations))


def parcel_label(parcel: Parcel, call: Confirmation | None) -> str:
    """The state of a parcel, or `expired` when the seller has not called in time."""
    is_late = parcel.state == ParcelState.UNCONFIRMED and call is not None and call.due_at <= timezone.now()
    return EXPIRED if is_late else str(parcel.state)


@dataclasses.dataclass(frozen=True)
class ToPay:
    """What is left to pay of an order, in đồng."""

    cancelled: int
    delivery: int
    total: int
    goods: int
    discount: int
    """`goods` as ordered, before `discount`: what vouchers took off them."""


def to_pay(parcels: Sequence[OrderedParcel]) -> ToPay:
    """All parcels of an order together."""
    amounts = [parcel.amounts for parcel in parcels]
    return ToPay(
        cancelled=sum(amount.cancelled for amount in amounts),
        delivery=sum(amount.delivery for amount in amounts),
        total=sum(amount.total for amount in amounts),
        goods=sum(amount.goods + amount.discount for amount in amounts),
        discount=sum(amount.discount for amount in amounts),
    )


def waiting_until(parcels: Sequence[OrderedParcel]) -> datetime.datetime | None:
    """Until when the sellers call about parcels of an order; None if no call is waited for."""
    waiting = (parcel.call for parcel in parcels if parcel.state == ParcelState.UNCONFIRMED and parcel.call)
    return max((call.due_at for call in waiting), default=None)


def with_calls(orders: QuerySet) -> QuerySet:
    """The orders with all that `shown_status` reads."""
    calls = Confirmation.objects.in_time().filter(parcel__order=OuterRef("pk"))
    return orders.annotate(has_call_in_time=Exists(calls))


def status_label(order: Order) -> str:
    """Status of an order loaded `with_calls`; `expired` when no seller has called in time."""
    return EXPIRED if order.status == ParcelState.UNCONFIRMED and not order.has_call_in_time else order.status


def order_signature(order: Order) -> str:
    """What proves in an address that the order may be seen."""
    _number, _colon, signature = order.verification_hash().rpartition(":")
    return signature


def order_address(order: Order) -> str:
    """Path of the order's own page; whoever knows it may see the order, so it is signed."""
    return reverse("order-thanks", args=[order.number, order_signature(order)])


_IN_ADDRESS = re.compile(r"/don-hang/([0-9]+)")
_WHOLE = re.compile(r"[0-9]{6,}")
_O_FOR_ZERO = re.compile(r"(?<=[0-9])[oO](?=[0-9oO]|$)")


def typed_number(text: str) -> str:
    """The digits of an order's number in what somebody typed or pasted: with words around it, spaces between its
    digits, O for 0, or the whole address of the order's page. Blank where there are none."""
    text = _O_FOR_ZERO.sub("0", visible(text))
    address = _IN_ADDRESS.search(text)
    if address:
        return address[1]
    whole = _WHOLE.search(text)
    return whole[0] if whole else re.sub(r"[^0-9]", "", text)


SIGNATURE_LENGTH = 43
"""Letters of a signature: 256 bits, six a letter."""
_NOISY = re.compile(rf"([0-9]{{1,20}})/+([0-9A-Za-z_-]{{{SIGNATURE_LENGTH}}})")


def signed_parts(text: str) -> tuple[str, str] | None:
    """Number and signature from the end of an order's address, with what messengers put into it and behind it.

    That is line breaks, spaces, letters that nobody sees, dots, brackets, quotes. None where the parts are not there.
    """
    found = _NOISY.match("".join(visible(text).split()))
    return (found[1], found[2]) if found else None


def order_of_buyer(number: str, *, phone: str) -> Order | None:
    """The order with this number, if it goes to this phone number (international form). One query either way."""
    return Order.objects.filter(number=number, shipping_address__phone_number=phone).first()


def order_by_signature(number: str, signature: str) -> Order | None:
    """The order, loaded `with_calls`, if the signature is the one of its number."""
    order = (
        with_calls(Order.objects.select_related("shipping_address", "invoice_request")).filter(number=number).first()
    )
    if order and order.check_verification_hash(f"{number}:{signature}"):
        return order
    return None


def ordered_parcels(order: Order) -> list[OrderedParcel]:
    """The parcels of an order, in the order in which they were bought. Five queries, six where a carrier tells."""
    lines = Line.objects.select_related("product").prefetch_related("cancellations").order_by("pk")
    parcels = order.parcels.select_related("call", "pickup", "shipment").prefetch_related(
        Prefetch("lines", queryset=lines), "shipment__events"
    )
    return ordered_parcels_of(parcels.order_by("number"))


def ordered_parcels_of(parcels: QuerySet) -> list[OrderedParcel]:
    """Parcels loaded with call, lines, products and cancellations, as they are shown."""
    rows = list(parcels)
    amounts = amounts_of(rows)
    return [
        OrderedParcel(
            parcel=parcel,
            seller=next((line.partner_name for line in parcel.lines.all()), ""),
            lines=tuple(OrderedLine(line, tuple(line.cancellations.all())) for line in parcel.lines.all()),
            amounts=amounts[parcel.pk],
            call=getattr(parcel, "call", None),
        )
        for parcel in rows
    ]


def unanswered() -> QuerySet:
    """The last message about each parcel where it is the buyer's."""
    later = ParcelMessage.objects.filter(parcel=OuterRef("parcel"), pk__gt=OuterRef("pk"))
    return ParcelMessage.objects.filter(~Exists(later), sender=ParcelMessage.Sender.BUYER)
