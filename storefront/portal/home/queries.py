"""What waits for a producer, gathered in a constant number of queries for any number of producers."""

import dataclasses
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.producers.models import Producer
from catalogue.traceability.models import Event, Lot, StampBatch, StampState
from storefront.accounts.workplaces import Waiting
from storefront.order.models import Confirmation

UNFINISHED = (StampState.GENERATED, StampState.PRINTED, StampState.DELIVERED, StampState.APPLIED)
"""Stamps with a next step that only their producer can take."""


@dataclasses.dataclass(frozen=True)
class Work:
    """A producer with what it has to do."""

    producer: Producer
    items: tuple[Waiting, ...]


def work_of(producers: Iterable[Producer]) -> list[Work]:
    """Four queries."""
    producers = list(producers)
    calls = Confirmation.objects.waiting()
    orders = _by_producer(calls, "partner__producer", producers)
    held = _by_producer(calls.in_time(), "partner__producer", producers)
    is_written = Exists(Event.objects.filter(lot=OuterRef("pk"), corrected_by=None, is_void=False))
    empty = _by_producer(Lot.objects.exclude(is_written), "product__producer", producers)
    stamps = StampBatch.objects.filter(state__in=UNFINISHED)
    batches = _by_producer(stamps, "product__producer", producers)
    return [
        Work(
            producer,
            (
                Waiting(_("Orders to call, units held"), held.get(producer.pk, 0), _at("portal-orders", producer)),
                Waiting(
                    _("Orders to call, time is over"),
                    orders.get(producer.pk, 0) - held.get(producer.pk, 0),
                    _at("portal-orders", producer),
                ),
                Waiting(
                    _("Lots of which nothing is written down"),
                    empty.get(producer.pk, 0),
                    _at("portal-lots", producer),
                ),
                Waiting(
                    _("Stamps that are not in use yet"), batches.get(producer.pk, 0), _at("portal-batches", producer)
                ),
            ),
        )
        for producer in producers
    ]


def _by_producer(rows, field: str, producers: list[Producer]) -> dict[int, int]:
    numbers = rows.filter(**{f"{field}__in": producers}).order_by().values_list(field).annotate(Count("pk"))
    return dict(numbers)


def _at(name: str, producer: Producer) -> str:
    return reverse(name, args=[producer.pk])
