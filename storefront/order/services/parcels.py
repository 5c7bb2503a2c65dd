"""The moves of a parcel (`models.parcels`), each with what it does to stock, money and the buyer."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.history import acting
from catalogue.users import User
from storefront.order.models import Cancellation, Confirmation, Line, Order, Parcel, ParcelState
from storefront.order.telling import tell_of_parcel, tell_of_state, tell_seller
from storefront.order.totals import amount_due, price_of_units
from storefront.partner.models import StockHold, StockRecord
from storefront.partner.services import (
    allocate_stock,
    keep_stock,
    lock_stock,
    release_stock,
    restock,
    ship_stock,
    units_by_record,
)

Kind = Cancellation.Kind
Outcome = Confirmation.Outcome
MAX_REASON = 300
parcels_delivered = Signal()
"""Sent with `parcels` and `by`, inside the transaction and under the lock of their order: cash is booked then."""


class ParcelRefused(ValueError):
    """A parcel cannot be changed like this; `message` says why, `field` names the form field it is about, if one."""

    def __init__(self, message: Any, *, field: str | None = None):
        super().__init__(str(message))
        self.message = message
        self.field = field


class MoveRefused(ParcelRefused):
    """There is no way from where the parcel is to `state`."""

    def __init__(self, parcel: Parcel, state: ParcelState):
        self.parcel, self.state = parcel, state
        values = {"parcel": parcel.reference, "now": parcel.get_state_display(), "then": state.label}
        super().__init__(_("Parcel %(parcel)s is “%(now)s”: it cannot become “%(then)s” from there.") % values)


class ParcelRecalled(ParcelRefused):
    """Something of `products`, which the parcel holds, was recalled after it was ordered."""

    def __init__(self, products: Collection[Any]):
        self.products = products
        values = {"products": ", ".join(f"“{product.title}”" for product in products)}
        super().__init__(
            _(
                "Something of %(products)s is recalled, so it must not be sent. Take it off the parcel, or cancel the"
                " parcel."
            )
            % values
        )


def lock_order(order_id: int) -> Order:
    """The order under the lock that every change of its parcels needs."""
    return Order.objects.select_for_update(of=("self",)).get(pk=order_id)


@transaction.atomic
def confirm_parcel(*, parcel: Parcel, by: User | None) -> Parcel:
    """The seller will send it. Units that were only held are allocated, InsufficientStock if they are gone."""
    return _move(parcel, ParcelState.CONFIRMED, by=by, act=lambda parcel: _confirm([parcel], by=by))


def receive_payment(parcels: Collection[Parcel], *, by: User | None) -> None:
    """Parcels of one order, whose lock is held, were paid for: their units are allocated, the sellers' turn begins.

    InsufficientStock if the payment came so late that units are gone.
    """
    with acting(by):
        _allocate_held(parcels)
        _enter(parcels, ParcelState.NEW, by=by)


@transaction.atomic
def pack_parcel(*, parcel: Parcel, by: User | None) -> Parcel:
    """It is packed and waits for the carrier."""
    return _move(parcel, ParcelState.PACKED, by=by)


@transaction.atomic
def ship_parcel(*, parcel: Parcel, by: User | None, carrier: str = "", tracking_number: str = "") -> Parcel:
    """It is on its way: its units leave the stock."""

    def act(parcel: Parcel) -> None:
        ship_stock(lines=parcel.lines.all())
        parcel.carrier, parcel.tracking_number = carrier.strip(), tracking_number.strip()
        parcel.save(update_fields=["carrier", "tracking_number"])

    return _move(parcel, ParcelState.SHIPPED, by=by, act=act)


@transaction.atomic
def deliver_parcel(*, parcel: Parcel, by: User | None) -> Parcel:
    """The buyer has it (or keeps it after all)."""
    return _move(parcel, ParcelState.DELIVERED, by=by)


@transaction.atomic
def cancel_parcel(*, parcel: Parcel, reason: str, by: User | None) -> Parcel:
    """It will not be sent: its units are free at once, and the buyer owes nothing for it. Never needs stock."""
    reason = _given(reason)
    return _move(parcel, ParcelState.CANCELLED, by=by, act=lambda parcel: _cancel([parcel], reason=reason, by=by))


def cancel_parcels(parcels: Collection[Parcel], *, reason: str, by: User | None, tell: bool = True) -> None:
    """Cancel parcels of one order whose lock is held, all of which can be; `tell` the buyer."""
    _cancel(parcels, reason=reason, by=by)
    _enter(parcels, ParcelState.CANCELLED, by=by, tell=tell)


@transaction.atomic
def send_back_parcel(*, parcel: Parcel, reason: str, by: User | None) -> Parcel:
    """The buyer did not take it, or sends it back."""
    reason = _given(reason)
    with acting(by, reason=reason):
        return _move(parcel, ParcelState.RETURNING, by=by)


@transaction.atomic
def take_back_parcel(*, parcel: Parcel, reason: str, is_restocked: bool, by: User | None) -> Parcel:
    """It came back, and the buyer owes nothing for it. `is_restocked`: what came back can be sold again."""
    reason = _given(reason)

    def act(parcel: Parcel) -> None:
        _take_off(_left_of(parcel.lines.all()), Kind.RETURNED, reason=reason, is_restocked=is_restocked, by=by)

    return _move(parcel, ParcelState.RETURNED, by=by, act=act)


@transaction.atomic
def reduce_parcel(*, parcel: Parcel, quantities: Mapping[int, int], reason: str, by: User | None) -> Parcel:
    """Take units off lines of a parcel that the seller still has (line id → units): they are free at once.

    ParcelRefused without a reason, for more units than are left, for all of them (that is `cancel_parcel`), and once
    the parcel is on its way.
    """
    return _reduce(parcel, quantities, Kind.CANCELLED, reason=reason, is_restocked=True, by=by)


@transaction.atomic
def refuse_units(
    *, parcel: Parcel, quantities: Mapping[int, int], reason: str, is_restocked: bool, by: User | None
) -> Parcel:
    """The buyer took the parcel without some of its units (line id → units); refusals as of `reduce_parcel`."""
    return _reduce(parcel, quantities, Kind.REFUSED, reason=reason, is_restocked=is_restocked, by=by)


@transaction.atomic
def return_units(
    *, parcel: Parcel, quantities: Mapping[int, int], reason: str, is_restocked: bool, by: User | None
) -> Parcel:
    """The buyer sent some units back (line id → units); refusals as of `reduce_parcel`."""
    return _reduce(parcel, quantities, Kind.RETURNED, reason=reason, is_restocked=is_restocked, by=by)


@transaction.atomic
def refund_units(*, parcel: Parcel, quantities: Mapping[int, int], reason: str, by: User | None) -> Parcel:
    """The buyer does not pay for units that are not sent back (line id → units), even for all of the parcel."""
    return _reduce(parcel, quantities, Kind.REFUNDED, reason=reason, is_restocked=False, by=by)


# -- a whole order, for the shop office -----------------------------------------------------------------------------


@transaction.atomic
def move_order(*, order: Order, state: ParcelState, by: User | None = None) -> Order:
    """Move all parcels of an order that can go there; MoveRefused if none can and none is there.

    Cancelling gives what is held or allocated back. InsufficientStock if units are gone.
    """
    order = lock_order(order.pk)
    parcels = list(order.parcels.select_related("order__user"))
    ready = [parcel for parcel in parcels if state in ParcelState(parcel.state).next_states]
    if not ready:
        if any(parcel.state == state for parcel in parcels):
            return order
        raise MoveRefused(parcels[0], state)
    _check_recalls(ready, state)
    with acting(by), override(settings.LANGUAGE_CODE):
        if state == ParcelState.NEW:
            _allocate_held(ready)
        elif state == ParcelState.CONFIRMED:
            _confirm(ready, by=by)
        elif state == ParcelState.CANCELLED:
            _cancel(ready, reason=_("Cancelled by the shop office."), by=by)
        elif state == ParcelState.SHIPPED:
            ship_stock(lines=Line.objects.filter(parcel__in=ready))
        elif state == ParcelState.RETURNED:
            lines = Line.objects.filter(parcel__in=ready)
            reason = _("Taken back by the shop office.")
            _take_off(_left_of(lines), Kind.RETURNED, reason=reason, is_restocked=False, by=by)
        _enter(ready, state, by=by)
    order.refresh_from_db()
    return order


# -- parts --------------------------------------------------------------------------------------------------------


def _move(parcel: Parcel, state: ParcelState, *, by: User | None, act=None) -> Parcel:
    """The parcel in `state`, under the lock of its order. A second click changes nothing."""
    order = lock_order(parcel.order_id)
    parcel = order.parcels.select_related("order__user").get(pk=parcel.pk)
    if parcel.state == state:
        return parcel
    if state not in ParcelState(parcel.state).next_states:
        raise MoveRefused(parcel, state)
    _check_recalls([parcel], state)
    with acting(by):
        if act:
            act(parcel)
        _enter([parcel], state, by=by)
    return parcel


def _check_recalls(parcels: Collection[Parcel], state: ParcelState) -> None:
    """ParcelRecalled if parcels would go a step towards the buyer with something of which packs are recalled."""
    if state not in _TOWARDS_THE_BUYER:
        return
    left = _left_of(Line.objects.filter(parcel__in=parcels))
    recalled = StockRecord.objects.filter(pk__in=units_by_record(left), is_sale_stopped=True)
    products = [record.product for record in recalled.select_related("product").order_by("pk")]
    if products:
        raise ParcelRecalled(products)


def _enter(parcels: Iterable[Parcel], state: ParcelState, *, by: User | None, tell: bool = True) -> None:
    """The parcels are in `state`; `tell` the buyer."""
    parcels = list(parcels)
    for parcel in parcels:
        parcel.state, parcel.state_since = state, timezone.now()
        parcel.save(update_fields=["state", "state_since"])
        if tell:
            tell_of_state(parcel)
    if state == ParcelState.DELIVERED:
        parcels_delivered.send(sender=Parcel, parcels=parcels, by=by)
    if state == ParcelState.NEW:
        tell_sellers(parcels)


def tell_sellers(parcels: Iterable[Parcel]) -> None:
    """It is their turn: the sellers' people get a mail about each parcel, unless they do not want it."""
    for parcel in parcels:
        tell_seller(parcel)


def _confirm(parcels: Collection[Parcel], *, by: User | None) -> None:
    """Allocate what is only held; the calls about it have ended well."""
    held = [parcel for parcel in parcels if parcel.state == ParcelState.UNCONFIRMED]
    if held:
        _allocate_held(held)
        _end_calls(held, Outcome.CONFIRMED, by=by)


def _allocate_held(parcels: Collection[Parcel]) -> None:
    """All stock records at once; after the holds have ended units have to be found anew."""
    units = _left_of(Line.objects.filter(parcel__in=parcels))
    records = lock_stock(quantities=units_by_record(units), instead_of=StockHold.objects.filter(line__in=units))
    allocate_stock(units=units, records=records)


def _cancel(parcels: Collection[Parcel], *, reason: str, by: User | None) -> None:
    lines = Line.objects.filter(parcel__in=parcels)
    release_stock(lines=lines)
    _take_off(_left_of(lines), Kind.CANCELLED, reason=reason, is_restocked=True, by=by)
    _end_calls(parcels, Outcome.CANCELLED, by=by, reason=reason)


def _end_calls(parcels: Collection[Parcel], outcome: str, *, by: User | None, reason: str = "") -> None:
    for call in Confirmation.objects.waiting().filter(parcel__in=parcels):
        call.outcome, call.reason = outcome, reason
        call.decided_at, call.decided_by = timezone.now(), by
        call.save(update_fields=["outcome", "reason", "decided_at", "decided_by"])


def _reduce(
    parcel: Parcel, quantities: Mapping[int, int], kind: str, *, reason: str, is_restocked: bool, by
) -> Parcel:
    reason = _given(reason)
    order = lock_order(parcel.order_id)
    parcel = order.parcels.select_related("order__user").get(pk=parcel.pk)
    allowed = _OPEN if kind == Kind.CANCELLED else _WITH_THE_BUYER
    if parcel.state not in allowed:
        raise ParcelRefused(_("Parcel %(parcel)s cannot be changed any more.") % {"parcel": parcel.reference})
    left = _left_of(parcel.lines.all())
    taken = {line: quantities[line.pk] for line in left if quantities.get(line.pk)}
    if not taken or any(units < 0 or units > left[line] for line, units in taken.items()):
        raise ParcelRefused(_("Please choose at least one unit, and not more than the parcel holds."))
    if taken == left and kind != Kind.REFUNDED:
        raise ParcelRefused(_("Nothing would be left of the parcel. Please cancel or take back the whole parcel."))
    with acting(by):
        if kind == Kind.CANCELLED:
            keep_stock(units={line.pk: left[line] - units for line, units in taken.items()})
        _take_off(taken, kind, reason=reason, is_restocked=is_restocked, by=by)
        if kind == Kind.CANCELLED:
            latest = Cancellation.objects.filter(line__in=taken).latest("pk")
            tell_of_parcel("parcel_reduced", parcel, key=f"{parcel.pk}-{latest.pk}")
    return parcel


_TOWARDS_THE_BUYER = (ParcelState.CONFIRMED, ParcelState.PACKED, ParcelState.SHIPPED)
_OPEN = tuple(state for state in ParcelState if state.is_open)
_WITH_THE_BUYER = (ParcelState.SHIPPED, ParcelState.DELIVERED)


def _units_off(lines: Iterable[Line]) -> Counter[int]:
    """Line id → units that were taken off already. One query."""
    off = Cancellation.objects.filter(line__in=list(lines)).order_by().values_list("line")
    return Counter(dict(off.annotate(units=Sum("quantity"))))


def units_left(parcel: Parcel) -> dict[Line, int]:
    """Units of each line of a parcel that are still sold; lines without any are left out. Two queries."""
    return _left_of(parcel.lines.select_related("product"))


def _left_of(lines: Iterable[Line]) -> dict[Line, int]:
    """Units of each line that are still sold; lines without any are left out."""
    lines = list(lines)
    off = _units_off(lines)
    return {line: units for line in lines if (units := line.quantity - off[line.pk])}


def _take_off(units: Mapping[Line, int], kind: str, *, reason: str, is_restocked: bool, by: User | None) -> None:
    """Write down that these units of lines are not sold after all; what came back goes on the shelf again."""
    off = _units_off(units)
    Cancellation.objects.bulk_create(
        Cancellation(
            line=line,
            kind=kind,
            quantity=count,
            amount=price_of_units(line, off[line.pk] + count) - price_of_units(line, off[line.pk]),
            reason=reason,
            is_restocked=is_restocked,
            by=by,
        )
        for line, count in units.items()
    )
    if kind != Kind.CANCELLED and is_restocked:
        restock(quantities=units_by_record(units))
    for order in {line.order_id: line.order for line in units}.values():
        order.sources.update(amount_allocated=amount_due(order))


def _given(reason: str) -> str:
    reason = reason.strip()[:MAX_REASON]
    if not reason:
        raise ParcelRefused(_("Please say why; the buyer reads it."), field="reason")
    return reason
