"""What waits for a producer, gathered in a constant number of queries for any number of producers."""

import dataclasses
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.producers.models import Producer
from catalogue.traceability.models import Event, Lot, StampBatch, StampState
from storefront.accounts.workplaces import Waiting
from storefront.order.models import Confirmation, Parcel, ParcelState

UNFINISHED = (StampState.GENERATED, StampState.PRINTED, StampState.DELIVERED, StampState.APPLIED)
"""Stamps with a next step that only their producer can take."""
TO_SEND = (ParcelState.CONFIRMED, ParcelState.PACKED)


@dataclasses.dataclass(frozen=True)
class Work:
    """A producer with what it has to do."""

    producer: Producer
    items: tuple[Waiting, ...]


def work_of(producers: Iterable[Producer]) -> list[Work]:
    """What each producer has to do. Six queries."""
    producers = list(producers)
    calls = Confirmation.objects.filter(parcel__state=ParcelState.UNCONFIRMED)
    parcels, of_parcel = Parcel.objects.all(), "partner__producer"
    is_written = Exists(Event.objects.filter(lot=OuterRef("pk"), corrected_by=None, is_void=False))
    to_do = [
        (_("Orders to call, units held"), calls.in_time(), f"parcel__{of_parcel}", "portal-orders", "?muc=moi"),
        (_("Orders to call, time is over"), calls.overdue(), f"parcel__{of_parcel}", "portal-orders", "?muc=moi"),
        (_("Orders to confirm"), parcels.filter(state=ParcelState.NEW), of_parcel, "portal-orders", "?muc=moi"),
        (_("Orders to pack and send"), parcels.filter(state__in=TO_SEND), of_parcel, "portal-orders", "?muc=gui"),
        (
            _("Lots of which nothing is written down"), Lot.objects.exclude(is_written), "product__producer",
            "portal-lots", "",
        ),
        (
            _("Stamps that are not in use yet"), StampBatch.objects.filter(state__in=UNFINISHED),
            "product__producer", "portal-batches", "",
        ),
    ]  # fmt: skip
    found = [(label, _by_producer(rows, of, producers), name, query) for label, rows, of, name, query in to_do]
    return [
        Work(
            producer,
            tuple(
                Waiting(label, numbers.get(producer.pk, 0), reverse(name, args=[producer.pk]) + query)
                for label, numbers, name, query in found
            ),
        )
        for producer in producers
    ]


def _by_producer(rows, field: str, producers: list[Producer]) -> dict[int, int]:
    numbers = rows.filter(**{f"{field}__in": producers}).order_by().values_list(field).annotate(Count("pk"))
    return dict(numbers)
