"""The calls to buyers whom nobody vouches for: each about one parcel, whose units are held until it is over."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.history import acting
from storefront.order.models import Confirmation, GuestOrder, Order
from storefront.order.telling import tell_of_parcel
from storefront.partner.models import StockRecord
from storefront.partner.services import hold_stock

from .parcels import ParcelRefused, cancel_parcel, cancel_parcels, confirm_parcel, lock_order

LATE_DAYS = 7
"""How long a call may still be made after the units are free again."""
NETWORK_HOURS = 24
"""How long the network of an order is remembered."""

Outcome = Confirmation.Outcome


def remember_guest(*, order: Order, network: str, is_illustrative: bool = False) -> None:
    """Note what the limits of guests need to know of the sender of a new order."""
    GuestOrder.objects.create(order=order, network=network, is_illustrative=is_illustrative)


@transaction.atomic
def await_calls(*, order: Order, records: list[StockRecord]) -> None:
    """Hold the units of a new order until its sellers have called the buyer; one call for each parcel.

    `records` are its stock records, locked and judged. The parcels are `unconfirmed`.
    """
    due_at = timezone.now() + datetime.timedelta(hours=settings.GUEST_ORDER_HOLD_HOURS)
    Confirmation.objects.bulk_create(Confirmation(parcel=parcel, due_at=due_at) for parcel in order.parcels.all())
    hold_stock(lines=order.lines.all(), records=records, until=due_at)


@transaction.atomic
def confirm_by_phone(*, confirmation: Confirmation, by) -> Confirmation:
    """The buyer said yes on the phone: the units of this parcel leave the hold and are allocated.

    After the hold has ended they are allocated anew: InsufficientStock if too few are left. ParcelRefused if the
    parcel was cancelled. A second click changes nothing.
    """
    call = _lock(confirmation)
    if call.outcome != Outcome.CONFIRMED:
        _check_waiting(call)
        confirm_parcel(parcel=call.parcel, by=by)
        call.refresh_from_db()
    return call


@transaction.atomic
def cancel_by_phone(*, confirmation: Confirmation, reason: str, by) -> Confirmation:
    """This parcel will not be sent: its units are free at once, the buyer is told why by mail if there is one.

    ParcelRefused without a reason, or after the call has ended well.
    """
    call = _lock(confirmation)
    if call.outcome != Outcome.CANCELLED:
        _check_waiting(call)
        cancel_parcel(parcel=call.parcel, reason=reason, by=by)
        call.refresh_from_db()
    return call


@transaction.atomic
def note_missed_call(*, confirmation: Confirmation, note: str = "", by) -> Confirmation:
    """The buyer did not answer: counted, with the time and a note for the next attempt. The hold stays as it is."""
    call = _lock(confirmation)
    _check_waiting(call)
    call.attempts = min(call.attempts + 1, 32_767)
    call.attempted_at, call.note = timezone.now(), note.strip()
    with acting(by):
        call.save(update_fields=["attempts", "attempted_at", "note"])
    return call


def _lock(confirmation: Confirmation) -> Confirmation:
    lock_order(confirmation.parcel.order_id)
    return Confirmation.objects.select_related("parcel__order").get(pk=confirmation.pk)


def _check_waiting(call: Confirmation) -> None:
    if call.outcome == Outcome.CONFIRMED:
        raise ParcelRefused(_("This order was confirmed already."))
    if call.outcome == Outcome.CANCELLED:
        raise ParcelRefused(_("This order was cancelled already."))


# -- the worker's part: what is left of any stock does not depend on it ------------------------------------------


def tell_of_missed_calls() -> int:
    """Tell buyers whose time ran out; the number of calls."""
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
    """`act(calls)` for the calls about each order, under its lock; the number of calls."""
    done = 0
    for order_id in sorted(set(calls.values_list("parcel__order", flat=True))):
        with transaction.atomic():
            order = Order.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=order_id).first()
            own = list(calls.filter(parcel__order=order).select_related("parcel__order__user")) if order else []
            if own:
                act(own)
            done += len(own)
    return done


def _tell_of_missed_calls(calls: list[Confirmation]) -> None:
    Confirmation.objects.filter(pk__in=[call.pk for call in calls]).update(told_at=timezone.now())
    for call in calls:
        tell_of_parcel("call_missed", call.parcel)


def _close_late_calls(calls: list[Confirmation]) -> None:
    with override(settings.LANGUAGE_CODE):
        reason = _("Nobody confirmed it by phone in time.")
    cancel_parcels([call.parcel for call in calls], reason=reason, by=None, tell=False)
