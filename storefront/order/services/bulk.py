"""The same move for many parcels at once: those that can go, go; the others say why."""

import dataclasses
from collections.abc import Callable, Collection
from typing import Any

from django.db import transaction

from catalogue.users import User
from storefront.order.models import Line, Order, Parcel
from storefront.partner.services import InsufficientStock, lock_records

from .parcels import ParcelRefused


@dataclasses.dataclass(frozen=True)
class BulkOutcome:
    """What came of it: `refused` holds pairs of a parcel and the reason, in words."""

    done: list[Parcel]
    refused: list[tuple[Parcel, str]]


@transaction.atomic
def move_each(parcels: Collection[Parcel], *, move: Callable[..., Any], by: User | None) -> BulkOutcome:
    """`move` (as `confirm_parcel`) for each parcel, oldest first. One that is refused leaves the others as they are.

    All locks are taken at once before the first move: the orders, then all stock records, each in order of their ids.
    """
    orders = {parcel.order_id for parcel in parcels}
    list(Order.objects.select_for_update(of=("self",)).filter(pk__in=orders).order_by("pk"))
    lock_records(set(Line.objects.filter(parcel__in=parcels).values_list("stockrecord", flat=True)))
    outcome = BulkOutcome([], [])
    for parcel in sorted(parcels, key=lambda parcel: parcel.pk):
        try:
            with transaction.atomic():
                move(parcel=parcel, by=by)
        except (ParcelRefused, InsufficientStock) as refusal:
            outcome.refused.append((parcel, str(refusal.message)))
        else:
            outcome.done.append(parcel)
    return outcome
