"""What was sold: by day, week or month and by product, as it was ordered and what is left of it. In whole đồng.

Counted is what is ordered in a period and is the seller's turn or was: parcels that wait for a call or for a payment
are no sales yet. What is taken off later counts in the period of the order, so that a parcel's figures stay together.
"""

import dataclasses
import datetime
from collections.abc import Iterator

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Cast, Coalesce, Trunc
from django.utils import timezone

from .models import Cancellation, Line, ParcelState

MAX_DAYS = 1_100
MAX_STEPS = 62
STEPS = {"day": 1, "week": 7, "month": 30}
"""Steps of a report, with about how many days each has."""
NOT_SOLD_YET = (ParcelState.UNCONFIRMED, ParcelState.UNPAID)
Kind = Cancellation.Kind


@dataclasses.dataclass(frozen=True)
class Period:
    """Local days from `first` to `last`, both included, in steps of `step`."""

    first: datetime.date
    last: datetime.date
    step: str = "day"

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """As many days, right before."""
        length = datetime.timedelta(days=self.days)
        return Period(self.first - length, self.last - length, self.step)

    @property
    def moments(self) -> tuple[datetime.datetime, datetime.datetime]:
        """Beginning, and the first moment after the end."""
        zone = timezone.get_default_timezone()
        days = (self.first, self.last + datetime.timedelta(days=1))
        first, end = (datetime.datetime.combine(day, datetime.time.min, zone) for day in days)
        return first, end

    def starts(self) -> Iterator[datetime.date]:
        """First days of the steps; the first one may begin before the period."""
        day = self.first
        if self.step == "week":
            day -= datetime.timedelta(days=day.weekday())
        elif self.step == "month":
            day = day.replace(day=1)
        while day <= self.last:
            yield day
            if self.step == "month":
                day = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
            else:
                day += datetime.timedelta(days=STEPS[self.step])


def period_of(first: datetime.date, last: datetime.date, step: str) -> Period:
    """The period with the step that was asked for, or the next larger one with which a chart can be read."""
    days = (last - first).days + 1
    wide_enough = [name for name, length in STEPS.items() if days / length <= MAX_STEPS]
    names = list(STEPS)
    asked = names.index(step) if step in STEPS else 0
    return Period(first, last, max(names[asked], wide_enough[0], key=names.index))


@dataclasses.dataclass(frozen=True)
class Figures:
    """Sums. `units` and `goods` as ordered; `units_off`, `cancelled` and `returned` what was taken off them;
    `delivery` is what buyers pay for delivery."""

    parcels: int = 0
    units: int = 0
    goods: int = 0
    units_off: int = 0
    cancelled: int = 0
    returned: int = 0
    delivery: int = 0

    @property
    def revenue(self) -> int:
        """What is left of the goods."""
        return self.goods - self.cancelled - self.returned

    @property
    def units_left(self) -> int:
        return self.units - self.units_off

    def __add__(self, other: "Figures") -> "Figures":
        names = [field.name for field in dataclasses.fields(self)]
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in names})


def _sums(rows: QuerySet, of: str, field: str) -> Coalesce:
    """Sum of a field over the rows that belong to the outer row by `of`."""
    own = rows.filter(**{of: OuterRef("pk")}).order_by().values(of).annotate(total=Sum(field)).values("total")
    return Coalesce(Cast(Subquery(own), IntegerField()), 0)


def _with_sums(parcels: QuerySet) -> QuerySet:
    """Parcels with their own sums. What delivery costs follows the rule of `totals.Amounts.delivery`."""
    lines, offs = Line.objects.all(), Cancellation.objects.all()
    before_sending = offs.filter(kind=Kind.CANCELLED)
    after_sending = offs.exclude(kind=Kind.CANCELLED)
    rows = parcels.annotate(
        own_units=_sums(lines, "parcel", "quantity"),
        own_goods=_sums(lines, "parcel", "line_price_incl_tax"),
        own_units_off=_sums(offs, "line__parcel", "quantity"),
        own_cancelled=_sums(before_sending, "line__parcel", "amount"),
        own_returned=_sums(after_sending, "line__parcel", "amount"),
    )
    is_delivered = Q(own_units=0) | Q(own_units__gt=F("own_units_off"))
    return rows.annotate(own_delivery=Case(When(is_delivered, then=F("delivery_charge")), default=Value(0)))


_SUMS = {
    "parcels": Count("pk"),
    **{
        field.name: Coalesce(Sum(f"own_{field.name}"), 0)
        for field in dataclasses.fields(Figures)
        if field.name != "parcels"
    },
}


def _sold(parcels: QuerySet, period: Period) -> QuerySet:
    first, end = period.moments
    placed = parcels.filter(order__date_placed__gte=first, order__date_placed__lt=end)
    return placed.exclude(state__in=NOT_SOLD_YET).order_by()


def by_step(parcels: QuerySet, period: Period) -> list[tuple[datetime.date, Figures]]:
    """First day of each step → its figures, also where nothing was sold. One query."""
    start = Trunc("order__date_placed", period.step, tzinfo=timezone.get_default_timezone())
    rows = _with_sums(_sold(parcels, period)).annotate(start=start).values("start").annotate(**_SUMS)
    found = {timezone.localtime(row.pop("start")).date(): Figures(**row) for row in rows}
    return [(day, found.get(day, Figures())) for day in period.starts()]


def in_all(parcels: QuerySet, period: Period) -> Figures:
    """The figures of a whole period. One query."""
    return Figures(**_with_sums(_sold(parcels, period)).aggregate(**_SUMS))


def by_seller(parcels: QuerySet, period: Period) -> list[tuple[str, Figures]]:
    """Name of each seller with its figures, most revenue first. One query."""
    rows = _with_sums(_sold(parcels, period)).values("partner", "partner__name").annotate(**_SUMS)
    found = [(row["partner__name"], Figures(**{name: row[name] for name in _SUMS})) for row in rows]
    return sorted(found, key=lambda row: (-row[1].revenue, row[0]))


@dataclasses.dataclass(frozen=True)
class ProductSales:
    """A product in one packaging, by the name it was sold under."""

    title: str
    net_content: str
    parcels: int
    units: int
    units_off: int
    goods: int
    off: int

    @property
    def units_left(self) -> int:
        return self.units - self.units_off

    @property
    def revenue(self) -> int:
        return self.goods - self.off


def by_product(parcels: QuerySet, period: Period, *, most: int) -> list[ProductSales]:
    """Most revenue first. One query."""
    offs = Cancellation.objects.all()
    lines = Line.objects.filter(parcel__in=_sold(parcels, period).values("pk")).order_by()
    rows = lines.annotate(
        own_off=_sums(offs, "line", "amount"), own_units_off=_sums(offs, "line", "quantity")
    ).values("product", "title", "net_content")
    sums = rows.annotate(
        parcels=Count("parcel", distinct=True),
        units=Sum("quantity"),
        units_off=Sum("own_units_off"),
        goods=Cast(Sum("line_price_incl_tax"), IntegerField()),
        off=Sum("own_off"),
    )
    ordered = sums.order_by(F("off") - F("goods"), "title", "net_content", "product")[:most]
    return [ProductSales(**{name: value for name, value in row.items() if name != "product"}) for row in ordered]
