"""Reading orders: the buyer's own page, reached by a signed address, and the seller's list of calls to make."""

import dataclasses
import datetime
from collections.abc import Sequence

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Case, Exists, ExpressionWrapper, F, OuterRef, Prefetch, Q, QuerySet, When
from django.urls import reverse
from django.utils import timezone

from catalogue.producers.models import Producer
from storefront.current_time import ExecutionTime

from .models import UNCONFIRMED, Confirmation, Line, Order

CALLS_SHOWN = 20
DECIDED_SHOWN = 10
EXPIRED = "expired"
"""What is shown of an unconfirmed order when the time of all its calls has run out."""


@dataclasses.dataclass(frozen=True)
class OrderedParcel:
    """What one seller sends, as it was ordered. `call` is the seller's call about it, None where none is needed."""

    seller: str
    lines: tuple[Line, ...]
    call: Confirmation | None = None

    @property
    def state(self) -> str:
        """`confirmed`, `cancelled`, `waiting` for the call, `expired`; blank where no call is needed."""
        return call_label(self.call) if self.call else ""

    @property
    def amount(self) -> int:
        return int(sum(line.line_price_incl_tax for line in self.lines))


def call_label(call: Confirmation) -> str:
    """The outcome of a call, or `expired` when it was not made in time."""
    is_late = call.outcome == Confirmation.Outcome.WAITING and call.due_at <= timezone.now()
    return EXPIRED if is_late else str(call.outcome)


@dataclasses.dataclass(frozen=True)
class ToPay:
    """What is left to pay of an order, in đồng."""

    cancelled: int
    delivery: int
    total: int


def to_pay(order: Order, parcels: Sequence[OrderedParcel]) -> ToPay:
    """The order without the parts that sellers cancelled; without any part delivery costs nothing either."""
    cancelled = [parcel for parcel in parcels if parcel.state == "cancelled"]
    amount = sum(parcel.amount for parcel in cancelled)
    delivery = 0 if cancelled and len(cancelled) == len(parcels) else int(order.shipping_incl_tax)
    return ToPay(amount, delivery, int(order.basket_total_incl_tax) - amount + delivery)


def waiting_until(parcels: Sequence[OrderedParcel]) -> datetime.datetime | None:
    """Until when the sellers call about parts of an order; None if no call is waited for."""
    return max((parcel.call.due_at for parcel in parcels if parcel.state == "waiting"), default=None)


def with_calls(orders: QuerySet) -> QuerySet:
    """The orders with all that `shown_status` reads."""
    calls = Confirmation.objects.in_time().filter(order=OuterRef("pk"))
    return orders.annotate(has_call_in_time=Exists(calls))


def status_label(order: Order) -> str:
    """Status of an order loaded `with_calls`; `expired` when no seller has called in time."""
    return EXPIRED if order.status == UNCONFIRMED and not order.has_call_in_time else order.status


def order_address(order: Order) -> str:
    """Path of the order's own page; whoever knows it may see the order, so it is signed."""
    _number, _colon, signature = order.verification_hash().rpartition(":")
    return reverse("order-thanks", args=[order.number, signature])


def order_by_signature(number: str, signature: str) -> Order | None:
    """The order, loaded `with_calls`, if the signature is the one of its number."""
    order = with_calls(Order.objects.select_related("shipping_address")).filter(number=number).first()
    if order and order.check_verification_hash(f"{number}:{signature}"):
        return order
    return None


def ordered_parcels(order: Order) -> list[OrderedParcel]:
    """The lines of an order by seller, in the order in which they were bought. Two queries."""
    by_seller: dict[tuple, list[Line]] = {}
    for line in order.lines.select_related("product").order_by("pk"):
        by_seller.setdefault((line.partner_id, line.partner_name), []).append(line)
    calls = {call.partner_id: call for call in order.confirmations.all()}
    return [OrderedParcel(seller, tuple(lines), calls.get(pk)) for (pk, seller), lines in by_seller.items()]


# -- the seller's list ---------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class CallRow:
    """A call to make or made, with the seller's own lines and the place the parcel goes to. Nothing of others."""

    call: Confirmation
    lines: tuple[Line, ...]

    @property
    def order(self) -> Order:
        return self.call.order

    @property
    def state(self) -> str:
        return call_label(self.call)

    @property
    def amount(self) -> int:
        return int(sum(line.line_price_incl_tax for line in self.lines))

    @property
    def is_illustrative(self) -> bool:
        return self.order.guest.is_illustrative


def _own_calls(producer: Producer) -> QuerySet:
    lines = Prefetch("order__lines", Line.objects.filter(partner__producer=producer), to_attr="own_lines")
    return (
        Confirmation.objects.filter(partner__producer=producer)
        .select_related("order__shipping_address", "order__guest")
        .prefetch_related(lines)
    )


def _row(call: Confirmation) -> CallRow:
    return CallRow(call, tuple(call.order.own_lines))


def calls_to_make(producer: Producer, number) -> tuple[Page, list[CallRow]]:
    """One page of the calls a producer has to make: what is held first, soonest end first. Three queries."""
    is_late = ExpressionWrapper(Q(due_at__lte=ExecutionTime()), output_field=BooleanField())
    calls = (
        _own_calls(producer)
        .waiting()
        .annotate(is_late=is_late)
        .order_by("is_late", Case(When(is_late=False, then=F("due_at"))), "-due_at", "pk")
    )
    page = Paginator(calls, CALLS_SHOWN).get_page(number)
    return page, [_row(call) for call in page.object_list]


def calls_made(producer: Producer) -> list[CallRow]:
    """The calls that were decided last. Two queries."""
    calls = _own_calls(producer).exclude(decided_at=None).order_by("-decided_at", "-pk")
    return [_row(call) for call in calls[:DECIDED_SHOWN]]


def call_row(call: Confirmation) -> CallRow:
    """One call as its screen shows it: the lines of its seller only."""
    return CallRow(call, tuple(call.order.lines.filter(partner=call.partner_id).order_by("pk")))
