"""Orders: Oscar's, cut into parcels, one for each seller. Everything that happens after ordering hangs on the parcel.

An order that nobody vouches for (paid on delivery, no account with a confirmed e-mail address) has `unconfirmed`
parcels: their units are held, not allocated, until each seller has called (docs/decisions/0009-guest-orders.md).
"""

from .calls import Confirmation
from .messages import ParcelMessage, SellerMails
from .orders import GuestOrder, Line, Order
from .parcels import Cancellation, Parcel, ParcelState, Pickup

__all__ = [
    "Cancellation", "Confirmation", "GuestOrder", "Line", "Order", "Parcel", "ParcelMessage", "ParcelState",
    "Pickup", "SellerMails",
]  # fmt: skip

from oscar.apps.order.models import *  # noqa: F403
