"""What a producer sees of orders: its own parcels, nothing of other sellers, of the buyer only what it needs."""

import dataclasses

from django.core.paginator import Page, Paginator
from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    When,
)
from django.utils.translation import gettext_lazy as _

from catalogue.producers.models import Producer
from storefront.current_time import ExecutionTime
from storefront.order.models import Line, Parcel, ParcelState
from storefront.order.queries import EXPIRED, OrderedParcel, ordered_parcels_of, unanswered
from storefront.payment.queries import cash_to_collect, paid_for, still_needed

PARCELS_SHOWN = 20


@dataclasses.dataclass(frozen=True)
class Stage:
    """One list of the desk: parcels in these states."""

    key: str
    label: str
    states: tuple[ParcelState, ...]
    is_oldest_first: bool
    is_unanswered: bool = False
    """Only those whose buyer waits for an answer."""

    @property
    def condition(self) -> Q:
        is_asked = Exists(unanswered().filter(parcel=OuterRef("pk")))
        return Q(is_asked) if self.is_unanswered else Q(state__in=self.states)

    @property
    def has_bulk(self) -> bool:
        """Something can be done with many of its parcels at once."""
        return ParcelState.DELIVERED not in self.states


STAGES = (
    Stage("moi", _("To confirm"), (ParcelState.UNCONFIRMED, ParcelState.NEW), True),
    Stage("gui", _("To pack and send"), (ParcelState.CONFIRMED, ParcelState.PACKED), True),
    Stage("di", _("On the way"), (ParcelState.SHIPPED, ParcelState.RETURNING), True),
    Stage("xong", _("Done"), (ParcelState.DELIVERED, ParcelState.RETURNED, ParcelState.CANCELLED), False),
    Stage("tin", _("Messages to answer"), tuple(ParcelState), False, is_unanswered=True),
)


_WITHOUT_STREET = (ParcelState.UNCONFIRMED, ParcelState.UNPAID, ParcelState.NEW, ParcelState.CANCELLED)


@dataclasses.dataclass(frozen=True)
class DeskParcel:
    """A parcel as its seller sees it. The street is told once the parcel is confirmed: before, it is not needed."""

    ordered: OrderedParcel
    paid: int
    """Đồng that came in for it already."""

    @property
    def parcel(self) -> Parcel:
        return self.ordered.parcel

    @property
    def is_illustrative(self) -> bool:
        guest = getattr(self.parcel.order, "guest", None)
        return bool(guest and guest.is_illustrative)

    @property
    def to_collect(self) -> int:
        """Đồng that the courier takes from the buyer."""
        return max(self.ordered.amounts.total - self.paid, 0)

    @property
    def state(self) -> str:
        return self.ordered.state

    @property
    def is_to_call(self) -> bool:
        """It waits for a call, in time or late."""
        return self.parcel.state == ParcelState.UNCONFIRMED

    @property
    def is_late(self) -> bool:
        return self.state == EXPIRED

    @property
    def shows_street(self) -> bool:
        return self.parcel.state not in _WITHOUT_STREET

    @property
    def has_papers(self) -> bool:
        """It is confirmed, and something of it is (to be) sent."""
        return self.shows_street and self.parcel.state != ParcelState.RETURNED

    @property
    def next_states(self) -> tuple[ParcelState, ...]:
        return ParcelState(self.parcel.state).next_states


def parcels_to_show(parcels: QuerySet) -> QuerySet:
    """Parcels with all that `DeskParcel` reads."""
    lines = Line.objects.select_related("product").prefetch_related("cancellations").order_by("pk")
    whole = (
        "order__shipping_address", "order__guest", "order__invoice_request", "call__decided_by", "partner__producer",
        "pickup", "shipment",
    )  # fmt: skip
    return parcels.select_related(*whole).prefetch_related(Prefetch("lines", queryset=lines))


def desk_parcels(parcels: QuerySet) -> list[DeskParcel]:
    """The rows as they are shown. Six queries."""
    rows = ordered_parcels_of(parcels_to_show(parcels))
    paid = paid_for([row.parcel for row in rows])
    return [DeskParcel(row, paid[row.parcel.pk]) for row in rows]


def stage_of(key: str) -> Stage:
    """The list that an address names; the first one if it names none."""
    return next((stage for stage in STAGES if stage.key == key), STAGES[0])


def stage_counts(producer: Producer) -> dict[str, int]:
    """Stage key → number of the producer's parcels there. One query."""
    counts = {stage.key: Count("pk", filter=stage.condition) for stage in STAGES}
    return Parcel.objects.filter(partner__producer=producer).aggregate(**counts)


def cash_on_its_way(producer: Producer) -> int:
    """Đồng that carriers have still to collect for the producer's parcels. Four queries."""
    parcels = cash_to_collect(Parcel.objects.filter(partner__producer=producer))
    return sum(need for need in still_needed(parcels).values() if need > 0)


def desk(producer: Producer, stage: Stage, number) -> tuple[Page, list[DeskParcel]]:
    """One page of a list: what is held for a call first, soonest end first, then by age. Eight queries."""
    parcels = Parcel.objects.filter(stage.condition, partner__producer=producer)
    is_late = ExpressionWrapper(Q(call__due_at__lte=ExecutionTime(), state=ParcelState.UNCONFIRMED), BooleanField())
    due = Case(When(is_late=False, state=ParcelState.UNCONFIRMED, then=F("call__due_at")))
    age = ("state_since", "pk") if stage.is_oldest_first else ("-state_since", "-pk")
    ordered = parcels.annotate(is_late=Case(When(is_late, then=True), default=False)).order_by("is_late", due, *age)
    page = Paginator(ordered, PARCELS_SHOWN).get_page(number)
    shown = Parcel.objects.filter(pk__in=[parcel.pk for parcel in page.object_list])
    by_id = {row.parcel.pk: row for row in desk_parcels(shown)}
    return page, [by_id[parcel.pk] for parcel in page.object_list]
