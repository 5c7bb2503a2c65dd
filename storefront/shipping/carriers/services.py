"""Booking a carrier, and what its news do to a parcel: only moves of the one table (`order.models.parcels`)."""

import datetime
import logging
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.history import acting
from catalogue.users import User
from storefront.order.models import Parcel, ParcelState
from storefront.order.services.parcels import ParcelRefused, deliver_parcel, lock_order, ship_parcel
from storefront.shipping.models import Shipment, TrackingEvent, TrackingKind

from .carrier import Carrier, CarrierDown, CarrierNotice, CarrierRefused, Consignment, News
from .registry import carriers

logger = logging.getLogger(__name__)

ASK_MINUTES = 15
MAX_PAUSE_MINUTES = 6 * 60
"""Between two questions to a carrier about one shipment; doubled each time that it does not answer."""
ASKED_AT_ONCE = 20
_ON_ITS_WAY = {
    TrackingKind.PICKED_UP, TrackingKind.IN_TRANSIT, TrackingKind.OUT_FOR_DELIVERY, TrackingKind.FAILED,
    TrackingKind.DELIVERED,
}  # fmt: skip
_CARRIED = (ParcelState.PACKED, ParcelState.SHIPPED, ParcelState.RETURNING)


def book_carrier(*, parcel: Parcel, carrier: Carrier, consignment: Consignment, by: User) -> Shipment:
    """Announce a packed parcel to a carrier; a second click finds the shipment that there is.

    ParcelRefused where it is not packed, CarrierDown, CarrierRefused. The carrier is asked before anything is locked;
    it knows a parcel by its reference, so that what dies in between is found again.
    """
    if before := Shipment.objects.filter(parcel=parcel).first():
        return before
    if parcel.state != ParcelState.PACKED:
        raise ParcelRefused(_("Please pack the parcel first."))
    number = carrier.create(consignment)
    with transaction.atomic(), acting(by):
        order = lock_order(parcel.order_id)
        parcel = order.parcels.get(pk=parcel.pk)
        shipment, is_new = Shipment.objects.get_or_create(
            parcel=parcel, defaults={"carrier": carrier.name, "number": number, "ask_at": _later(ASK_MINUTES)}
        )
        if is_new and parcel.state == ParcelState.PACKED:  # else its seller was faster, and says how it goes
            parcel.carrier, parcel.tracking_number = carrier.label[:60], number
            parcel.save(update_fields=["carrier", "tracking_number"])
    return shipment


def book_notice(*, carrier: Carrier, notice: CarrierNotice) -> Shipment | None:
    """What a carrier told by itself; None for a number that is none of ours."""
    shipment = Shipment.objects.filter(carrier=carrier.name, number=notice.number).first()
    if shipment:
        book_news(shipment=shipment, news=notice.news)
    return shipment


@transaction.atomic
def book_news(*, shipment: Shipment, news: Sequence[News]) -> int:
    """Keep what is new, and move the parcel as far as all news together say; how many were new.

    The order in which they come does not matter. A parcel that was cancelled, or is on its way back, stays so: the
    news are kept and shown. So are those of a parcel that may not go on because its goods are recalled.
    """
    parcel = Parcel.objects.only("order_id").get(shipment=shipment)
    order = lock_order(parcel.order_id)
    known = set(shipment.events.values_list("identity", flat=True))
    fresh = {one.identity: one for one in news if one.identity not in known}
    TrackingEvent.objects.bulk_create(
        TrackingEvent(
            shipment=shipment, identity=one.identity, kind=one.kind, text=one.text, place=one.place,
            happened_at=min(one.happened_at, timezone.now()),  # their clock may be ahead of ours
        )
        for one in fresh.values()
    )  # fmt: skip
    parcel = order.parcels.get(pk=parcel.pk)
    try:  # also without fresh ones: a parcel that was stopped may go on by now
        with transaction.atomic():
            _move(parcel, set(shipment.events.values_list("kind", flat=True)))
    except ParcelRefused as refusal:
        logger.warning("parcel %s stays where it is: %s", parcel.pk, refusal)
    return len(fresh)


def _move(parcel: Parcel, kinds: set[str]) -> None:
    if parcel.state == ParcelState.PACKED and kinds & _ON_ITS_WAY:
        parcel = ship_parcel(parcel=parcel, by=None, carrier=parcel.carrier, tracking_number=parcel.tracking_number)
    if parcel.state == ParcelState.SHIPPED and TrackingKind.DELIVERED in kinds:
        deliver_parcel(parcel=parcel, by=None)


def ask_carriers() -> int:
    """Ask for news of shipments whose time has come, and cancel those of cancelled parcels; how many were asked."""
    due = Shipment.objects.filter(ask_at__lte=timezone.now()).order_by("ask_at", "pk").select_related("parcel")
    rows = list(due[:ASKED_AT_ONCE])
    silent: set[str] = set()
    for shipment in rows:
        _ask(shipment, silent)
    return len(rows)


def _ask(shipment: Shipment, silent: set[str]) -> None:
    """One shipment. Who has taken its time has the question: two workers do not ask twice. A carrier that did not
    answer is among the `silent`, and waits with all its shipments: each question would take seconds of the worker.
    """
    taken = Shipment.objects.filter(pk=shipment.pk, ask_at=shipment.ask_at)
    pause = min(ASK_MINUTES * 2**shipment.failures, MAX_PAUSE_MINUTES)
    if not taken.update(ask_at=_later(pause), failures=min(shipment.failures + 1, 10)):
        return
    row = Shipment.objects.filter(pk=shipment.pk)
    carrier = carriers().get(shipment.carrier)
    if carrier is None or carrier.name in silent:
        return
    try:
        if shipment.parcel.state == ParcelState.CANCELLED:
            carrier.cancel(shipment.number)
            row.update(cancelled_at=timezone.now(), ask_at=None, failures=0)
            return
        book_news(shipment=shipment, news=carrier.track(shipment.number))
    except (CarrierDown, CarrierRefused) as refusal:
        logger.warning("shipment %s: %s", shipment, refusal)
        if isinstance(refusal, CarrierDown):
            silent.add(carrier.name)
        return
    is_over = ~Q(parcel__state__in=_CARRIED)
    row.update(failures=0, ask_at=_later(ASK_MINUTES))
    row.filter(is_over).exclude(parcel__state=ParcelState.CANCELLED).update(ask_at=None)


def _later(minutes: float) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(minutes=minutes)
