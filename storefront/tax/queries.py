"""The tax in what an order costs now: from the snapshots, by rate."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from storefront.order.queries import OrderedParcel

from .models import DeliveryVat, LineVat
from .rates import RateTotal, VatKind, totals_by_rate, vat_in


@dataclasses.dataclass(frozen=True)
class _Part:
    kind: str
    percent: int | None
    amount: int
    vat: int


def vat_of(parcels: Sequence[OrderedParcel]) -> list[RateTotal]:
    """What is left of these parcels, by rate. Two queries, and empty where no rate of anything is known.

    Rounded line by line, as all papers are (`movements`): what they sum to is the same to the đồng.
    """
    own = [row.parcel for row in parcels]
    lines = {row.line_id: row for row in LineVat.objects.filter(line__parcel__in=own)}
    deliveries = {row.parcel_id: row for row in DeliveryVat.objects.filter(parcel__in=own)}
    totals = totals_by_rate(part for part in _parts(parcels, lines, deliveries) if part.amount)
    return totals if any(total.percent is not None for total in totals) else []


def _parts(parcels: Iterable[OrderedParcel], lines: dict, deliveries: dict) -> Iterator[_Part]:
    for parcel in parcels:
        for row in parcel.lines:
            off = sum(cancellation.amount for cancellation in row.cancellations)
            yield _part(lines.get(row.line.pk), int(row.line.line_price_incl_tax) - off)
        yield _part(deliveries.get(parcel.parcel.pk), parcel.amounts.delivery)


def _part(snapshot, amount: int) -> _Part:
    kind, percent = (snapshot.kind, snapshot.percent) if snapshot else (VatKind.UNKNOWN, None)
    return _Part(kind, percent, amount, vat_in(amount, percent))
