"""Reading complaints: what each side sees of them."""

from collections import Counter
from collections.abc import Collection

from django.db.models import Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from storefront.order.models import Order, Parcel
from storefront.order.queries import order_address
from storefront.order.totals import price_of_units

from .models import Claim, ClaimLine, ClaimState

TURN_OF_SELLER = Q(state__in=(ClaimState.OPEN, ClaimState.AGREED))


def late() -> Q:
    """Complaints about which the seller has not acted in time."""
    return TURN_OF_SELLER & Q(due_at__lte=timezone.now())


def claim_address(parcel: Parcel) -> str:
    """Path of the complaints about a parcel, for its buyer: below the order's own, signed address."""
    _empty, _orders, number, signature, _end = order_address(parcel.order).rsplit("/", 4)
    return reverse("order-claim", args=[number, signature, parcel.number])


def claims_to_show() -> QuerySet[Claim]:
    """Complaints with all that a page of one shows. Five queries with those of what belongs to them."""
    lines = ClaimLine.objects.select_related("line")
    whole = ("parcel__order__shipping_address", "parcel__partner__producer")
    return Claim.objects.select_related(*whole).prefetch_related(
        Prefetch("lines", queryset=lines), "photos__evidence", "messages"
    )


def claims_of_parcel(parcel: Parcel) -> list[Claim]:
    """The newest first."""
    return list(claims_to_show().filter(parcel=parcel))


def claims_of_buyer(user) -> QuerySet[Claim]:
    """Complaints about orders of an account, newest first."""
    return Claim.objects.filter(parcel__order__user=user).select_related("parcel__order", "parcel__partner")


def claims_of_producer(producer) -> QuerySet[Claim]:
    """Soonest end first; closed ones, which have none, last."""
    claims = Claim.objects.filter(parcel__partner__producer=producer)
    return claims.select_related("parcel__order__shipping_address").order_by("due_at", "-pk")


def open_claims(order: Order) -> set[int]:
    """Ids of the parcels of an order with a complaint that is not closed. One query."""
    claims = Claim.objects.filter(parcel__order=order).exclude(state=ClaimState.CLOSED)
    return set(claims.values_list("parcel", flat=True))


def value_of(claim: Claim) -> int:
    """What the claimed units cost, in đồng. The lines come with their order lines."""
    return sum(price_of_units(row.line, row.quantity) for row in claim.lines.all())


def counts(states: Collection[ClaimState] = tuple(ClaimState)) -> Counter[str]:
    """State → number of complaints, and `late`. Two queries."""
    numbers = Counter(Claim.objects.filter(state__in=states).order_by().values_list("state", flat=True))
    numbers["late"] = Claim.objects.filter(late()).count()
    return numbers
