"""Sales and what was taken back of them, as rows for tax papers: one source for all reports.

A sale counts on the day the parcel first reached the buyer, with what was left of it then. What comes back later is a
row below zero on its own day, so a month that was reported never changes. The tax in the rows of a line sums to the
tax of what is left of the line, to the đồng.
"""

import dataclasses
import datetime
import re
from collections.abc import Iterator

from django.db.models import Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from storefront.order.models import Cancellation, Line, Parcel, ParcelState
from storefront.partner.models import Partner

from .rates import VatKind, vat_in


@dataclasses.dataclass(frozen=True)
class Movement:
    """Amounts in đồng, tax included; below zero for what came back. `line` is None for the delivery.

    `before` is what the line, or the delivery, had cost until then; `sold_at` the moment of the sale that it is part
    of, whose rates hold for what comes back of it too.
    """

    parcel: Parcel
    line: Line | None
    at: datetime.datetime
    quantity: int
    before: int
    amount: int
    vat: int
    kind: str
    percent: int | None

    @property
    def is_correction(self) -> bool:
        return self.amount < 0

    @property
    def title(self) -> str:
        return self.line.title if self.line else _("Delivery")

    @property
    def note(self) -> str:
        return _("Correction of an earlier sale") if self.is_correction else ""

    @property
    def sold_at(self) -> datetime.datetime:
        return self.parcel.delivered_at

    @property
    def net(self) -> int:
        return self.amount - self.vat


def month_of(text: str) -> datetime.date:
    """First day of the month `2026-11`; of this month for anything else."""
    found = re.fullmatch(r"(20[0-9]{2})-(0[1-9]|1[0-2])", text, re.ASCII)
    return datetime.date(int(found[1]), int(found[2]), 1) if found else timezone.localdate().replace(day=1)


def month_after(first: datetime.date) -> datetime.date:
    return (first + datetime.timedelta(days=32)).replace(day=1)


def movements(first: datetime.date, *, seller: Partner | None = None) -> list[Movement]:
    """Of the month that begins on this day, in the order of the parcels. Four queries."""
    start, end = (_midnight(day) for day in (first, month_after(first)))
    parcels = _delivered().filter(
        Q(delivered_at__gte=start, delivered_at__lt=end)
        | Q(delivered_at__lt=end, lines__cancellations__at__gte=start, lines__cancellations__at__lt=end)
    )
    if seller:
        parcels = parcels.filter(partner=seller)
    return [row for parcel in parcels.distinct() for row in rows_of(parcel) if start <= row.at < end]


def _delivered() -> QuerySet[Parcel]:
    reached = Parcel.pgh_event_model.objects.filter(pgh_obj=OuterRef("pk"), state=ParcelState.DELIVERED)
    first = reached.order_by().values("pgh_obj").annotate(at=Min("pgh_created_at")).values("at")
    lines = Line.objects.order_by("pk").select_related("vat")
    cancellations = Cancellation.objects.order_by("at", "pk")
    return (
        Parcel.objects.annotate(delivered_at=Subquery(first))
        .filter(delivered_at__isnull=False)
        .select_related("order__invoice_request", "partner__producer", "partner__tax", "delivery_vat")
        .prefetch_related(Prefetch("lines", lines), Prefetch("lines__cancellations", cancellations))
        .order_by("order", "number")
    )


def rows_of(parcel: Parcel) -> Iterator[Movement]:
    """All rows of a delivered parcel, as `_delivered` reads it."""
    left, changes = 0, []
    for line in parcel.lines.all():
        price, units = int(line.line_price_incl_tax), line.quantity
        later = []
        for row in line.cancellations.all():
            if row.at < parcel.delivered_at:
                price, units = price - row.amount, units - row.quantity
            else:
                later.append(row)
        left += units
        changes += later
        yield from _line_rows(parcel, line, price, units, later)
    # As `order.totals` has it: delivery costs nothing when no unit is left.
    if parcel.delivery_charge and left:
        snapshot = getattr(parcel, "delivery_vat", None)
        yield _row(parcel, None, parcel.delivered_at, 1, 0, parcel.delivery_charge, snapshot)
        if sum(row.quantity for row in changes) == left:
            last = max(row.at for row in changes)
            yield _row(parcel, None, last, -1, parcel.delivery_charge, 0, snapshot)


def _line_rows(parcel, line, price: int, units: int, later: list[Cancellation]) -> Iterator[Movement]:
    snapshot = getattr(line, "vat", None)  # orders of before have none
    if units:
        yield _row(parcel, line, parcel.delivered_at, units, 0, price, snapshot)
    for row in later:
        yield _row(parcel, line, row.at, -row.quantity, price, price - row.amount, snapshot)
        price -= row.amount


def _row(parcel, line, at, quantity: int, before: int, after: int, snapshot) -> Movement:
    kind, percent = (snapshot.kind, snapshot.percent) if snapshot else (VatKind.UNKNOWN, None)
    vat = vat_in(after, percent) - vat_in(before, percent)
    return Movement(parcel, line, at, quantity, before, after - before, vat, kind, percent)


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
