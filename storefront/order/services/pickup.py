"""Parcels that buyers fetch at a sales point: they arrive there, and are handed over to who says the code."""

import re
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.users import User
from storefront.order.models import Parcel, ParcelState, Pickup
from storefront.order.telling import tell_of_parcel

from .parcels import ParcelRefused, deliver_parcel, lock_order

MAX_WRONG_CODES = 10
"""Then only the seller can say that the parcel was handed over: a code of six digits is not to be guessed."""


def await_pickup(*, parcel: Parcel, sales_point) -> Pickup:
    """Note where the buyer of a new parcel fetches it."""
    return Pickup.objects.create(
        parcel=parcel,
        sales_point=sales_point,
        name=sales_point.name,
        address=sales_point.address,
        code=f"{secrets.randbelow(10**6):06}",
    )


@transaction.atomic
def receive_pickup(*, pickup: Pickup, by: User) -> Pickup:
    """It has arrived at the sales point: the buyer is told, with the code. A second click changes nothing."""
    pickup = _locked(pickup)
    if pickup.arrived_at is None:
        if pickup.parcel.state != ParcelState.SHIPPED:
            raise ParcelRefused(_("The seller has not sent this parcel, or it is not on its way any more."))
        pickup.arrived_at, pickup.arrived_by = timezone.now(), by
        pickup.save(update_fields=["arrived_at", "arrived_by"])
        tell_of_parcel("parcel_ready", pickup.parcel)
    return pickup


@transaction.atomic
def hand_over(*, pickup: Pickup, code: str, by: User) -> bool:
    """Give the parcel to who says the right code; whether it was right. Wrong codes are counted.

    ParcelRefused while it has not arrived, and after MAX_WRONG_CODES. A second click changes nothing.
    """
    pickup = _locked(pickup)
    is_right = secrets.compare_digest(pickup.code, re.sub(r"[^0-9]", "", code)[:6])
    if pickup.parcel.state == ParcelState.DELIVERED:
        return is_right
    if not pickup.is_ready:
        raise ParcelRefused(_("This parcel does not wait here to be fetched."))
    if pickup.wrong_codes >= MAX_WRONG_CODES:
        raise ParcelRefused(
            _("Too many wrong codes. Please call the seller: he can note that the buyer has the parcel.")
        )
    if is_right:
        deliver_parcel(parcel=pickup.parcel, by=by)
    else:
        pickup.wrong_codes += 1
        pickup.save(update_fields=["wrong_codes"])
    return is_right


def _locked(pickup: Pickup) -> Pickup:
    lock_order(pickup.parcel.order_id)
    return Pickup.objects.select_related("parcel__order__user", "parcel__partner").get(pk=pickup.pk)
