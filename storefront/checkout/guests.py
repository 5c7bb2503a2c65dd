"""How much may be ordered before anybody vouches for it: by guests, and with accounts whose e-mail is not confirmed.

Such an order is paid on delivery and costs its sender nothing, so one stranger must not take a product from all
others. Limits (settings GUEST_ORDER_*): units of one product for all guests, for one phone number and for one
network; unconfirmed orders of one phone number and of one network. Networks are shared by many on mobile carriers:
their limits are wide, those of a phone number narrow.
"""

import dataclasses
import datetime
import ipaddress
from collections import Counter
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from storefront.order.models import Confirmation, GuestOrder, Parcel, ParcelState
from storefront.order.services.calls import NETWORK_HOURS
from storefront.partner.models import CheckoutHold, StockHold, StockRecord

from .errors import OrderRefused

IPV6_KEPT = 64
"""Leading bits of an address that one line of a customer has."""
UNKNOWN_NETWORK = "unknown"
_NOT_VOUCHED = (ParcelState.UNCONFIRMED, ParcelState.UNPAID, ParcelState.CANCELLED)
VOUCHED_STATES = tuple(state for state in ParcelState if state not in _NOT_VOUCHED)
"""Where a guest's parcel is once it was confirmed by phone or paid for."""
_LOCK = """
SELECT pg_advisory_xact_lock(key)
FROM (SELECT hashtextextended(name, 0) AS key FROM unnest(%s::text[]) name ORDER BY 1) keys
"""


@dataclasses.dataclass(frozen=True)
class Guest:
    """Sender of an order that nobody vouches for. `phone` in international form, blank while it is not typed yet;
    `network` is a digest (`network_digest`), blank for orders that came from no network."""

    phone: str
    network: str = ""


class GuestLimit(OrderRefused):
    """More than may be ordered before anybody vouches for it."""

    is_guest_limit = True


class TooManyUnits(GuestLimit):
    """`room` units of `product` can still be ordered like this; `limit` is the limit that was met, `kind` whose."""

    def __init__(self, *, product, room: int, limit: int, kind: str):
        super().__init__(f"{product}: {room} by {kind}")
        self.product, self.room, self.limit, self.kind = product, max(room, 0), limit, kind

    @property
    def message(self) -> str:
        values = {"product": self.product.title, "room": self.room, "why": self._why % {"limit": self.limit}}
        if not self.room:
            return (
                _("Without a confirmed e-mail address you cannot order “%(product)s” now: %(why)s.") % values
                + " "
                + _("Please sign in with a confirmed address, or contact the producer.")
            )
        return (
            ngettext(
                "Without a confirmed e-mail address you can order only %(room)s unit of “%(product)s” now: %(why)s.",
                "Without a confirmed e-mail address you can order only %(room)s units of “%(product)s” now: %(why)s.",
                self.room,
            )
            % values
            + " "
            + _("Please order less, sign in with a confirmed address, or contact the producer.")
        )

    @property
    def _why(self) -> str:
        if self.kind == "phone":
            return _("one phone number gets at most %(limit)s until the producer has confirmed them by phone")
        if self.kind == "checkout":
            return _("others are ordering the rest right now; what they do not order is free again in a few minutes")
        if self.kind == "network":
            return _("orders from your network get at most %(limit)s until the producer has confirmed them by phone")
        return _("the rest is kept for other buyers until the producer has confirmed earlier orders by phone")


class TooManyOrders(GuestLimit):
    """Too many orders of one sender wait for the sellers' calls; `kind` is `phone` or `network`."""

    status = 429
    product = None
    room = 0

    def __init__(self, *, limit: int, kind: str):
        super().__init__(f"{limit} by {kind}")
        self.limit, self.kind = limit, kind

    @property
    def message(self) -> str:
        if self.kind == "phone":
            says = ngettext(
                "%(limit)s order with this phone number waits for the producer's call.",
                "%(limit)s orders with this phone number wait for the producer's call.",
                self.limit,
            )
            remedy = _("Please wait for the call, or sign in with a confirmed e-mail address.")
        else:
            says = _("Many orders came from your network today, and no producer has confirmed them yet.")
            remedy = _("Please sign in with a confirmed e-mail address, or try again tomorrow.")
        return f"{says % {'limit': self.limit}} {remedy}"


def network_digest(address: str) -> str:
    """Digest of the network of an address: it tells whether two orders came from one, and nothing else.

    An address that cannot be told counts as a network of its own, shared by all such visitors.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        network = UNKNOWN_NETWORK
    else:
        parsed = getattr(parsed, "ipv4_mapped", None) or parsed
        kept = IPV6_KEPT if parsed.version == 6 else parsed.max_prefixlen
        network = str(ipaddress.ip_network((parsed, kept), strict=False))
    return salted_hmac("saobuon.guest-order", network, algorithm="sha256").hexdigest()[:32]


def lock_guest(guest: Guest) -> None:
    """One order at a time of one phone number, and of one network, until the transaction ends."""
    names = [f"{kind}:{name}" for kind, name in dataclasses.asdict(guest).items() if name]
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [names])


def check_guest_orders(guest: Guest) -> None:
    """TooManyOrders if too many of this sender's orders are not confirmed yet. Two queries."""
    is_waiting = Q(call__in=Confirmation.objects.in_time()) | Q(state=ParcelState.UNPAID)
    own = Parcel.objects.filter(order__shipping_address__phone_number=guest.phone, order__guest__isnull=False)
    waiting = own.filter(is_waiting)
    if waiting.values("order").distinct().count() >= settings.GUEST_ORDER_PHONE_ORDERS:
        raise TooManyOrders(limit=settings.GUEST_ORDER_PHONE_ORDERS, kind="phone")
    if not guest.network:
        return
    since = timezone.now() - datetime.timedelta(hours=NETWORK_HOURS)
    today = GuestOrder.objects.filter(network=guest.network, placed_at__gt=since)
    vouched = Parcel.objects.filter(state__in=VOUCHED_STATES)
    if today.exclude(order__in=vouched.values("order")).count() >= settings.GUEST_ORDER_NETWORK_ORDERS:
        raise TooManyOrders(limit=settings.GUEST_ORDER_NETWORK_ORDERS, kind="network")


def check_guest_units(
    *, guest: Guest, records: Iterable[StockRecord], quantities: Mapping[int, int], basket=None
) -> None:
    """TooManyUnits if this order takes more of a product than it may; stock record id → units wanted.

    What guests keep at the checkout counts like what they have ordered; what is kept for this `basket` is its own,
    whatever has been sold meanwhile. The records must be locked, and their `num_held` read after that. Five queries.
    """
    holds, others = StockHold.objects.all(), CheckoutHold.objects.of_others(basket).exclude(network="")
    by_phone = holds.filter(line__order__shipping_address__phone_number=guest.phone) if guest.phone else holds.none()
    by_network = holds.filter(line__order__guest__network=guest.network) if guest.network else holds.none()
    by_phone, by_network = by_phone.units(quantities), Counter(by_network.units(quantities))
    in_checkouts, kept = others.units(quantities), CheckoutHold.objects.filter(basket=basket).units(quantities)
    if guest.network:
        by_network.update(others.filter(network=guest.network).units(quantities))
    phone_limit, network_limit = settings.GUEST_ORDER_PHONE_UNITS, settings.GUEST_ORDER_NETWORK_UNITS
    for record in records:
        free = (record.num_in_stock or 0) - (record.num_allocated or 0)
        share = max(free * settings.GUEST_ORDER_STOCK_PERCENT // 100, 0)
        is_kept = kept.get(record.pk, 0) >= quantities[record.pk]
        others_share = share - record.num_held - in_checkouts.get(record.pk, 0)
        rooms = [
            *([] if is_kept else [(share - record.num_held, share, "stock"), (others_share, share, "checkout")]),
            (phone_limit - by_phone.get(record.pk, 0), phone_limit, "phone"),
            *([(network_limit - by_network[record.pk], network_limit, "network")] if guest.network else []),
        ]
        room = min(rooms)[0]
        if quantities[record.pk] > room:
            _room, limit, kind = next(each for each in rooms if each[0] < quantities[record.pk])
            raise TooManyUnits(product=record.product, room=room, limit=limit, kind=kind)
