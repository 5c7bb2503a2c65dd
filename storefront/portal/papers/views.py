"""Papers of parcels as PDF, of one parcel or of many in one file."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storefront.order.models import Parcel
from storefront.portal.access import parcel_for, parcels_for
from storefront.portal.orders.queries import desk_parcels

from .documents import MAX_LINES, MAX_PARCELS, delivery_labels, packing_slips

PAPERS: dict[str, Callable] = {
    "phieu": packing_slips,
    "nhan": delivery_labels,
    "nhan-a4": partial(delivery_labels, on_a4=True),
}
"""How each kind of paper is drawn, by its name in the address (`loai`) and on the buttons of the desk."""


@require_safe
@never_cache
@login_required
def papers(request, producer_pk: int):
    """`kien` names the parcels, `loai` the kind of paper."""
    numbers = request.GET.getlist("kien")
    producer, parcels = parcels_for(request.user, producer_pk, numbers)
    if not numbers or len(set(numbers)) > MAX_PARCELS:
        text = _("Please tick at least one parcel, and at most %(most)s.") % {"most": MAX_PARCELS}
        messages.error(request, text)
        return redirect("portal-orders", producer.pk)
    return _file(request, parcels) or redirect("portal-orders", producer.pk)


@require_safe
@never_cache
@login_required
def parcel_papers(request, pk: int):
    """The papers of one parcel."""
    parcel = parcel_for(request.user, pk)
    return _file(request, Parcel.objects.filter(pk=parcel.pk)) or redirect("portal-order", parcel.pk)


def _file(request, parcels: QuerySet) -> HttpResponse | None:
    """The PDF; None, with words why, where a parcel has no papers yet. Parcels come in the order of their age."""
    name = request.GET.get("loai", "phieu")
    if name not in PAPERS:
        raise Http404
    rows = desk_parcels(parcels.order_by("pk"))
    if sum(len(row.ordered.lines) for row in rows) > MAX_LINES:
        messages.error(request, _("These are too many lines for one file. Please print fewer parcels at once."))
        return None
    without = [row.parcel.reference for row in rows if not row.has_papers]
    if without:
        text = ngettext(
            "There are no papers of parcel %(parcels)s: it is not confirmed, or it is cancelled.",
            "There are no papers of parcels %(parcels)s: they are not confirmed, or cancelled.",
            len(without),
        )
        messages.error(request, text % {"parcels": ", ".join(without)})
        return None
    answer = HttpResponse(PAPERS[name](rows), content_type="application/pdf")
    what = rows[0].parcel.reference if len(rows) == 1 else f"{len(rows)}-kien"
    answer["Content-Disposition"] = f'inline; filename="{name}-{what}.pdf"'
    return answer
