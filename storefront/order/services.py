"""What happens to an order after it was placed: calls to guests, their outcome, and the way to the buyer.

Locks go one way: the order, then all its stock records in the order of their ids. Whoever changes an order or a call
about it holds the order's row, so one of two clicks comes first and the other finds it done.
"""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from oscar.apps.order.exceptions import InvalidOrderStatus

from catalogue.history import acting
from storefront.partner.models import StockHold, StockRecord
from storefront.partner.services import allocate_stock, hold_stock

from .models import UNCONFIRMED, Confirmation, GuestOrder, Order
from .tasks import send_call_mail

__all__ = [
    "CallRefused",
    "InvalidOrderStatus",
    "await_calls",
    "cancel_by_phone",
    "cancel_order",
    "change_order_status",
    "close_late_calls",
    "confirm_by_phone",
    "forget_networks",
    "note_missed_call",
    "tell_of_missed_calls",
]

OPEN_STATUSES = (UNCONFIRMED, "new", "confirmed", "packing")
"""A part of an order can join it until it is on its way."""
LATE_DAYS = 7
"""How long a call may still be made after the units are free again."""
NETWORK_HOURS = 24
"""How long the network of an order is remembered."""

Outcome = Confirmation.Outcome


class CallRefused(ValueError):
    """A call cannot end like this; `message` says why, `field` names the form field it is about, if one."""

    def __init__(self, message, *, field: str | None = None):
        super().__init__(str(message))
        self.message = message
        self.field = field


# -- calls to guests -----------------------------------------------------------------------------------------------


@transaction.atomic
def await_calls(
    *, order: Order, records: Iterable[StockRecord], network: str, language: str, is_illustrative: bool = False
) -> None:
    """Hold the units of a new order until its sellers have called the buyer; one call for each seller.

    `records` are its stock records, locked and judged. The order was placed as `unconfirmed`.
    """
    due_at = timezone.now() + datetime.timedelta(hours=settings.GUEST_ORDER_HOLD_HOURS)
    GuestOrder.objects.create(order=order, network=network, language=language, is_illustrative=is_illustrative)
    lines = list(order.lines.all())
    sellers = sorted({line.partner_id for line in lines})
    Confirmation.objects.bulk_create(
        Confirmation(order=order, partner_id=seller, due_at=due_at) for seller in sellers
    )
    hold_stock(lines=lines, records=records, until=due_at)


@transaction.atomic
def confirm_by_phone(*, confirmation: Confirmation, by) -> Confirmation:
    """The buyer said yes on the phone: the units of this seller's part leave the hold and are allocated.

    After the hold has ended they are allocated anew: InsufficientStock if too few are left. CallRefused if the part
    was cancelled or the order is on its way. A second click changes nothing.
    """
    order, call = _lock(confirmation)
    if call.outcome == Outcome.CONFIRMED:
        return call
    _check_open(order, call)
    with acting(by):
        _confirm(order, [call], by=by)
        _settle(order)
    return call


@transaction.atomic
def cancel_by_phone(*, confirmation: Confirmation, reason: str, by) -> Confirmation:
    """This seller's part will not be sent: its units are free at once, the buyer is told why by mail if there is one.

    CallRefused without a reason, after the part was confirmed, or when the order is on its way.
    """
    order, call = _lock(confirmation)
    if call.outcome == Outcome.CANCELLED:
        return call
    _check_open(order, call)
    if not reason.strip():
        raise CallRefused(_("Please say why; the buyer reads it."), field="reason")
    with acting(by):
        _cancel(order, [call], reason=reason, by=by)
        _settle(order)
    return call


@transaction.atomic
def note_missed_call(*, confirmation: Confirmation, note: str = "", by) -> Confirmation:
    """The buyer did not answer: counted, with the time and a note for the next attempt. The hold stays as it is."""
    order, call = _lock(confirmation)
    _check_open(order, call)
    call.attempts = min(call.attempts + 1, 32_767)
    call.attempted_at, call.note = timezone.now(), note.strip()
    with acting(by):
        call.save(update_fields=["attempts", "attempted_at", "note"])
    return call


def _lock(confirmation: Confirmation) -> tuple[Order, Confirmation]:
    order = Order.objects.select_for_update(of=("self",)).get(pk=confirmation.order_id)
    return order, order.confirmations.get(pk=confirmation.pk)


def _check_open(order: Order, call: Confirmation) -> None:
    if call.outcome == Outcome.CONFIRMED:
        raise CallRefused(_("This order was confirmed already."))
    if call.outcome == Outcome.CANCELLED:
        raise CallRefused(_("This order was cancelled already."))
    if order.status not in OPEN_STATUSES:
        raise CallRefused(_("This order cannot be changed any more."))


def _confirm(order: Order, calls: Collection[Confirmation], *, by=None) -> None:
    lines = _lines_of(order, calls)
    wanted: Counter[int] = Counter()
    for record, quantity in lines.filter(stockrecord__isnull=False).values_list("stockrecord", "quantity"):
        wanted[record] += quantity
    allocate_stock(quantities=wanted, instead_of=StockHold.objects.filter(line__in=lines))
    lines.filter(stockrecord__isnull=False).update(num_allocated=F("quantity"))
    lines.update(status=settings.OSCAR_INITIAL_LINE_STATUS)
    _decide(calls, Outcome.CONFIRMED, by=by)


def _cancel(order: Order, calls: Collection[Confirmation], *, reason: str, by=None, tell: bool = True) -> None:
    lines = _lines_of(order, calls)
    StockHold.objects.filter(line__in=lines).delete()
    lines.update(status="cancelled")
    _decide(calls, Outcome.CANCELLED, by=by, reason=reason.strip()[:300])
    amount = lines.aggregate(amount=Sum("line_price_incl_tax", default=0))["amount"]
    if not order.confirmations.exclude(outcome=Outcome.CANCELLED).exists():
        amount += order.shipping_incl_tax
    order.sources.update(amount_allocated=F("amount_allocated") - amount)
    if tell:
        _tell_buyer(order, calls, "part_cancelled")


def _lines_of(order: Order, calls: Collection[Confirmation]):
    return order.lines.filter(partner__in=[call.partner_id for call in calls])


def _decide(calls: Collection[Confirmation], outcome: Outcome, *, by=None, reason: str = "") -> None:
    for call in calls:
        call.outcome, call.reason = outcome, reason
        call.decided_at, call.decided_by = timezone.now(), by
        call.save(update_fields=["outcome", "reason", "decided_at", "decided_by"])


def _settle(order: Order) -> None:
    """Move an unconfirmed order on once no call about it is waited for in time."""
    if order.status != UNCONFIRMED or order.confirmations.in_time().exists():
        return
    outcomes = set(order.confirmations.values_list("outcome", flat=True))
    if Outcome.CONFIRMED in outcomes:
        order.set_status("confirmed")
    elif outcomes == {Outcome.CANCELLED}:
        order.set_status("cancelled")


def _tell_buyer(order: Order, calls: Iterable[Confirmation], what: str) -> None:
    if order.guest_email:
        for call in calls:
            send_call_mail.enqueue(confirmation_id=call.pk, what=what)


# -- the worker's part: what is left of any stock does not depend on it ------------------------------------------


def tell_of_missed_calls() -> int:
    """Tell buyers whose time ran out, and let the rest of their orders go on; the number of calls."""
    return _for_each_order(Confirmation.objects.overdue().filter(told_at=None), _tell_of_missed_calls)


def close_late_calls() -> int:
    """Cancel what no seller has confirmed for LATE_DAYS after its time; the number of calls."""
    before = timezone.now() - datetime.timedelta(days=LATE_DAYS)
    return _for_each_order(Confirmation.objects.waiting().filter(due_at__lte=before), _close_late_calls)


def forget_networks() -> int:
    """Forget from which network orders came; the number of orders."""
    before = timezone.now() - datetime.timedelta(hours=NETWORK_HOURS)
    return GuestOrder.objects.filter(placed_at__lte=before).exclude(network="").update(network="")


def _for_each_order(calls, act) -> int:
    """`act(order, calls)` for each order that these calls are about, under its lock; the number of calls."""
    done = 0
    for order_id in sorted(set(calls.values_list("order_id", flat=True))):
        with transaction.atomic():
            order = Order.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=order_id).first()
            own = list(calls.filter(order=order)) if order else []
            if own:
                act(order, own)
            done += len(own)
    return done


def _tell_of_missed_calls(order: Order, calls: list[Confirmation]) -> None:
    Confirmation.objects.filter(pk__in=[call.pk for call in calls]).update(told_at=timezone.now())
    _tell_buyer(order, calls, "call_missed")
    _settle(order)


def _close_late_calls(order: Order, calls: list[Confirmation]) -> None:
    with override(settings.LANGUAGE_CODE):
        reason = _("Nobody confirmed it by phone in time.")
    _cancel(order, calls, reason=reason, tell=False)
    _settle(order)


# -- the shop office's part ----------------------------------------------------------------------------------------


@transaction.atomic
def change_order_status(*, order: Order, status: str, by=None) -> Order:
    """Move an order along `OSCAR_ORDER_STATUS_PIPELINE`; InvalidOrderStatus if it cannot go there from here.

    `confirmed` ends all calls that are waited for as if the sellers had made them (InsufficientStock if units are
    gone), `cancelled` gives held and allocated units back, `shipped` takes them out of stock. Asking for the status
    the order already has changes nothing.
    """
    order = Order.objects.select_for_update(of=("self",)).get(pk=order.pk)
    if order.status == status:
        return order
    with acting(by):
        order.set_status(status)
        calls = list(order.confirmations.waiting())
        if status == "confirmed" and calls:
            _confirm(order, calls, by=by)
        elif status == "cancelled" and calls:
            with override(settings.LANGUAGE_CODE):
                reason = _("Cancelled by the shop office.")
            _cancel(order, calls, reason=reason, by=by)
        _move_allocations(order, status)
    return order


def _move_allocations(order: Order, status: str) -> None:
    # One order of rows for everybody, so that two transactions never wait for each other.
    lines = order.lines.filter(stockrecord__isnull=False, num_allocated__gt=0).order_by("stockrecord_id", "pk")
    if status == "cancelled":
        for line in lines.select_related("stockrecord__product__product_class"):
            line.cancel_allocation(line.num_allocated)
    elif status == "shipped":
        for line in lines.select_related("stockrecord__product__product_class"):
            line.consume_allocation(line.num_allocated)


def cancel_order(*, order: Order, by=None) -> Order:
    """Cancel an order and give its units back. InvalidOrderStatus once it was shipped."""
    return change_order_status(order=order, status="cancelled", by=by)
