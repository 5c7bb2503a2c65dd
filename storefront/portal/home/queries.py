"""What waits for a producer, gathered in a constant number of queries for any number of producers."""

import dataclasses
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.producers.models import Producer
from catalogue.traceability.models import Event, Lot, StampBatch, StampState
from storefront.accounts.workplaces import Waiting
from storefront.claims.models import Claim
from storefront.claims.queries import TURN_OF_SELLER
from storefront.order.models import Confirmation, Parcel, ParcelState
from storefront.order.queries import unanswered
from storefront.public.questions import queries as questions

UNFINISHED = (StampState.GENERATED, StampState.PRINTED, StampState.DELIVERED, StampState.APPLIED)
"""Stamps with a next step that only their producer can take."""
TO_SEND = (ParcelState.CONFIRMED, ParcelState.PACKED)
OF_PARCEL = "partner__producer"


@dataclasses.dataclass(frozen=True)
class Work:
    """A producer with what it has to do."""

    producer: Producer
    items: tuple[Waiting, ...]


def work_of(producers: Iterable[Producer]) -> list[Work]:
    """What each producer has to do. Nine queries."""
    producers = list(producers)
    is_written = Exists(Event.objects.filter(lot=OuterRef("pk"), corrected_by=None, is_void=False))
    return _gathered(producers, [
        *_orders(),
        (
            _("Complaints to answer or to carry out"), Claim.objects.filter(TURN_OF_SELLER),
            "parcel__partner__producer",
            "portal-claims", "",
        ),
        (_("Questions to answer"), questions.unanswered(), "product__producer", "portal-feedback", ""),
        (
            _("Lots of which nothing is written down"), Lot.objects.exclude(is_written), "product__producer",
            "portal-lots", "",
        ),
        (
            _("Stamps that are not in use yet"), StampBatch.objects.filter(state__in=UNFINISHED),
            "product__producer", "portal-batches", "",
        ),
    ])  # fmt: skip


def orders_of(producers: Iterable[Producer]) -> list[Work]:
    """What waits for each producer in its order desk, with what waits for its buyers' money. Six queries."""
    unpaid = Parcel.objects.filter(state=ParcelState.UNPAID)
    waits_for_money = (_("Orders that wait for the payment"), unpaid, OF_PARCEL, "portal-orders", "?muc=moi")
    return _gathered(list(producers), [*_orders(), waits_for_money])


def _orders() -> list[tuple]:
    calls = Confirmation.objects.filter(parcel__state=ParcelState.UNCONFIRMED)
    parcels = Parcel.objects.all()
    return [
        (_("Orders to call, units held"), calls.in_time(), f"parcel__{OF_PARCEL}", "portal-orders", "?muc=moi"),
        (_("Orders to call, time is over"), calls.overdue(), f"parcel__{OF_PARCEL}", "portal-orders", "?muc=moi"),
        (_("Orders to confirm"), parcels.filter(state=ParcelState.NEW), OF_PARCEL, "portal-orders", "?muc=moi"),
        (_("Orders to pack and send"), parcels.filter(state__in=TO_SEND), OF_PARCEL, "portal-orders", "?muc=gui"),
        (_("Buyers who wait for an answer"), unanswered(), f"parcel__{OF_PARCEL}", "portal-orders", "?muc=tin"),
    ]


def _gathered(producers: list[Producer], to_do: list[tuple]) -> list[Work]:
    """Rows of `to_do`: label, what is counted, the way from it to its producer, and where to go. A query for each."""
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
