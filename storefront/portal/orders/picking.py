"""The pick list: what to take from the shelf for all parcels that are confirmed and not packed yet."""

import dataclasses
from collections import Counter

from django.contrib.auth.decorators import login_required
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalogue.dates import display_moment
from catalogue.producers.models import Producer
from media.papers import Column, Document, Rows, papers_pdf
from storefront.accounts.access import producer_for
from storefront.order.models import Parcel, ParcelState
from storefront.order.queries import OrderedParcel, ordered_parcels_of
from storefront.portal.pages import page

from .queries import parcels_to_show

MAX_PARCELS, MAX_LINES = 100, 2_000
"""On one list; the oldest ones."""


@dataclasses.dataclass(frozen=True)
class ToTake:
    """Units of one product in one packaging, for so many parcels. `sku` is the seller's own number."""

    title: str
    net_content: str
    sku: str
    units: int
    parcels: int


@dataclasses.dataclass(frozen=True)
class PickList:
    """`goods` summed over all `parcels`; `left_out` are parcels beyond the longest list."""

    goods: list[ToTake]
    parcels: list[OrderedParcel]
    left_out: int


def pick_list(producer: Producer) -> PickList:
    """What the producer has to take from the shelf. Seven queries."""
    waiting = Parcel.objects.filter(partner__producer=producer, state=ParcelState.CONFIRMED)
    oldest = _oldest(waiting)
    shown = parcels_to_show(Parcel.objects.filter(pk__in=oldest).order_by("state_since", "pk"))
    rows = ordered_parcels_of(shown)
    units: dict[tuple[str, str, str], Counter[int]] = {}
    for row in rows:
        for line in row.lines:
            if line.left:
                kind = (line.line.title, line.line.net_content, line.line.partner_sku)
                units.setdefault(kind, Counter())[row.parcel.pk] += line.left
    goods = [ToTake(*kind, units=sums.total(), parcels=len(sums)) for kind, sums in sorted(units.items())]
    return PickList(goods, rows, max(waiting.count() - len(rows), 0))


def _oldest(waiting: QuerySet) -> list[int]:
    """As many parcels as one list holds, with all of their lines."""
    counted = waiting.annotate(lines_in_it=Count("lines")).order_by("state_since", "pk")
    keys, lines = [], 0
    for key, count in counted.values_list("pk", "lines_in_it")[:MAX_PARCELS]:
        lines += count
        if keys and lines > MAX_LINES:
            break
        keys.append(key)
    return keys


@require_safe
@never_cache
@login_required
def picking(request, producer_pk: int):
    """The list on the screen, to be ticked on paper or from memory."""
    producer = producer_for(request.user, producer_pk)
    return page(request, "orders/picking", {"producer": producer, "list": pick_list(producer)})


@require_safe
@never_cache
@login_required
def picking_pdf(request, producer_pk: int):
    """The same on paper."""
    producer = producer_for(request.user, producer_pk)
    found = pick_list(producer)
    if not found.parcels:
        return redirect("portal-picking", producer.pk)
    answer = HttpResponse(papers_pdf([_document(producer, found)]), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="soan-hang-{timezone.localtime():%Y%m%d-%H%M}.pdf"'
    return answer


_TO_TICK = "[  ]"


def _document(producer: Producer, found: PickList) -> Document:
    goods = [[_TO_TICK, row.title, row.net_content, row.sku, str(row.units), str(row.parcels)] for row in found.goods]
    columns = [
        Column("", 0.07),
        Column(_("Item"), 0.43),
        Column(_("Packaging"), 0.17),
        Column(_("Your number"), 0.13),
        Column(_("Units"), 0.1, is_number=True),
        Column(_("In parcels"), 0.1, is_number=True),
    ]
    parcels = [row for parcel in found.parcels for row in _rows_of(parcel)]
    by_parcel = [Column("", 0.07), Column(_("Parcel"), 0.15), Column(_("Buyer"), 0.23), Column(_("Items"), 0.55)]
    at = display_moment(timezone.now())
    return Document(
        title=_("Pick list"),
        subtitle=f"{producer.name} · {at}",
        tables=[
            Rows(columns, goods, title=_("From the shelf")),
            Rows(by_parcel, parcels, title=_("Into the parcels")),
        ],
        foot=f"Sao Buôn · {_('Pick list')} · {at}",
    )


def _rows_of(parcel: OrderedParcel) -> list[list[str]]:
    """A row for each line; whose parcel it is stands in the first one."""
    address = parcel.parcel.order.shipping_address
    head = [parcel.parcel.reference, address.first_name if address else ""]
    lines = [line for line in parcel.lines if line.left]
    return [
        [_TO_TICK, *(head if place == 0 else ["", ""]), f"{line.left} × {line.line.title}"]
        for place, line in enumerate(lines)
    ]
