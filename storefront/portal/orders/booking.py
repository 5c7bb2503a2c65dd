"""A packed parcel is announced to a carrier: what the carrier hears of it."""

import time
from collections.abc import Collection

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.users import User
from storefront.order.models import Parcel, ParcelState
from storefront.order.services.bulk import BulkOutcome
from storefront.order.services.parcels import ParcelRefused
from storefront.shipping.carriers.carrier import CarrierDown, CarrierRefused, Consignment
from storefront.shipping.carriers.registry import carriers
from storefront.shipping.carriers.services import book_carrier
from storefront.shipping.models import Shipment
from storefront.shipping.zones import UNKNOWN_GRAMS, grams_of

from .queries import DeskParcel, desk_parcels

MAX_CONTENT = 300
MAX_SECONDS = 15
"""For many parcels at once; the rest says that it was not booked."""


class CarrierForm(forms.Form):
    carrier = forms.ChoiceField(
        label=gettext_lazy("Carrier"), choices=lambda: [(c.name, c.label) for c in carriers().values()]
    )


def can_be_booked(row: DeskParcel) -> bool:
    """Whether a carrier can be told of it: packed, brought to the buyer, and not announced yet."""
    is_new = row.parcel.state == ParcelState.PACKED and not hasattr(row.parcel, "shipment")
    return (
        is_new and row.ordered.pickup is None and row.parcel.order.shipping_address is not None and bool(carriers())
    )


def book_parcel(*, parcel: Parcel, carrier: str = "", by: User) -> Shipment:
    """Announce a parcel to the carrier of this name, else to the first one. ParcelRefused, CarrierDown and
    CarrierRefused as `book_carrier`."""
    row = desk_parcels(Parcel.objects.filter(pk=parcel.pk))[0]
    service = carriers().get(carrier) or next(iter(carriers().values()), None)
    if service is None or row.ordered.pickup or row.parcel.order.shipping_address is None:
        raise ParcelRefused(_("No carrier can be told of this parcel."))
    return book_carrier(parcel=row.parcel, carrier=service, consignment=_consignment(row), by=by)


def book_each(parcels: Collection[Parcel], *, by: User) -> BulkOutcome:
    """Announce many. A carrier that does not answer, or is slow, is not asked for the others: each would wait for
    seconds."""
    outcome, is_down, ends = BulkOutcome([], []), None, time.monotonic() + MAX_SECONDS
    for parcel in parcels:
        try:
            if is_down or time.monotonic() > ends:
                raise is_down or CarrierDown
            book_parcel(parcel=parcel, by=by)
        except (ParcelRefused, CarrierRefused, CarrierDown) as refusal:
            outcome.refused.append((parcel, str(refusal.message)))
            is_down = refusal if isinstance(refusal, CarrierDown) else is_down
        else:
            outcome.done.append(parcel)
    return outcome


def _consignment(row: DeskParcel) -> Consignment:
    address, lines = row.parcel.order.shipping_address, [line for line in row.ordered.lines if line.left]
    weights = grams_of({line.line.stockrecord_id for line in lines if line.line.stockrecord_id})
    return Consignment(
        reference=row.parcel.reference,
        sender=row.ordered.seller,
        receiver=address.first_name,
        phone=str(address.phone_number or ""),
        address=", ".join(part for part in (address.line1, address.line4, address.state) if part),
        content="; ".join(f"{line.left} × {line.line.title}" for line in lines)[:MAX_CONTENT],
        cash=row.to_collect,
        grams=sum(line.left * weights.get(line.line.stockrecord_id, UNKNOWN_GRAMS) for line in lines),
    )
