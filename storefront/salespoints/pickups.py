"""Parcels that are fetched at a sales point: which sellers it takes them of, what comes, waits and is handed over."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from storefront.order.models import ParcelState, Pickup
from storefront.order.services.parcels import ParcelRefused
from storefront.order.services.pickup import hand_over, receive_pickup
from storefront.payment.queries import still_needed
from storefront.shipping.models import PickupOffer
from storefront.shipping.pickup import accept_pickup, withdraw_pickup

from .access import sales_point_for
from .models import SalesPoint

SHOWN = 100


def expected(point: SalesPoint) -> QuerySet[Pickup]:
    """Parcels that were sent here and are not handed over, those that wait here first."""
    pickups = Pickup.objects.filter(sales_point=point, parcel__state=ParcelState.SHIPPED)
    whole = ("parcel__order__shipping_address", "parcel__partner")
    return pickups.select_related(*whole).order_by("arrived_at", "pk")


@require_safe
@never_cache
@login_required
def pickups(request, pk: int):
    point = sales_point_for(request.user, pk)
    return _page(request, point)


def _page(request, point: SalesPoint, *, wrong: Pickup | None = None, status: int = 200):
    rows = list(expected(point)[:SHOWN])
    collect = still_needed([row.parcel for row in rows])
    context = {
        "point": point,
        "offers": point.pickup_offers.select_related("seller").order_by("seller__name", "pk"),
        "rows": [(row, max(collect[row.parcel_id], 0)) for row in rows],
        "wrong": wrong,
    }
    return render(request, "salespoints/pickups.html", context, status=status)


@require_POST
@never_cache
@login_required
def answer(request, pk: int, offer_pk: int):
    """Agree to take a seller's parcels, or end it."""
    point = sales_point_for(request.user, pk)
    offer = get_object_or_404(PickupOffer, pk=offer_pk, sales_point=point)
    if request.POST.get("step") == "accept":
        accept_pickup(offer=offer, by=request.user)
        messages.success(request, _("Buyers can choose your sales point from now on."))
    elif request.POST.get("step") == "end":
        withdraw_pickup(offer=offer, by=request.user)
        messages.success(request, _("Buyers cannot choose it any more. Parcels on their way still come."))
    return redirect("sales-point-pickups", pk)


@require_POST
@never_cache
@login_required
def pickup(request, pk: int, pickup_pk: int):
    """One parcel: it has arrived, or it is handed over to who says its code."""
    point = sales_point_for(request.user, pk)
    row = get_object_or_404(Pickup.objects.select_related("parcel__order"), pk=pickup_pk, sales_point=point)
    try:
        if request.POST.get("step") == "arrived":
            receive_pickup(pickup=row, by=request.user)
            messages.success(request, _("Noted. The buyer is told where to fetch it."))
        elif request.POST.get("step") == "hand_over":
            if not hand_over(pickup=row, code=request.POST.get("code", "")[:20], by=request.user):
                return _page(request, point, wrong=row, status=422)
            messages.success(request, _("Handed over: parcel %(parcel)s.") % {"parcel": row.parcel.reference})
    except ParcelRefused as refusal:
        messages.error(request, str(refusal.message))
    return redirect("sales-point-pickups", pk)
