"""The same for all parcels that are ticked in the desk: confirm, packed, print."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from storefront.order.services.bulk import BulkOutcome, move_each
from storefront.order.services.parcels import confirm_parcel, pack_parcel
from storefront.portal.access import parcels_for

from .booking import book_each
from .queries import PARCELS_SHOWN

MOVES = {"confirm": confirm_parcel, "pack": pack_parcel}
PAPERS = ("phieu", "nhan", "nhan-a4")


@require_POST
@never_cache
@login_required
def bulk(request, producer_pk: int):
    """`kien` are the ticked parcels, `step` is what is to be done; back to the list, or on to the file."""
    numbers, step = request.POST.getlist("kien"), request.POST.get("step", "")
    producer, parcels = parcels_for(request.user, producer_pk, numbers)
    back = f"{reverse('portal-orders', args=[producer.pk])}?{urlencode({'muc': request.POST.get('muc', '')})}"
    if not numbers or len(set(numbers)) > PARCELS_SHOWN:
        text = _("Please tick at least one parcel, and at most %(most)s.") % {"most": PARCELS_SHOWN}
        messages.error(request, text)
        return redirect(back)
    if step in PAPERS:
        asked = urlencode({"loai": step, "kien": sorted(set(numbers))}, doseq=True)
        return redirect(f"{reverse('portal-papers', args=[producer.pk])}?{asked}")
    if step in MOVES:
        rows = list(parcels.select_related("order").order_by("pk"))
        _tell(request, step, move_each(rows, move=MOVES[step], by=request.user))
    elif step == "book":
        rows = list(parcels.select_related("order").order_by("pk"))
        _tell(request, step, book_each(rows, by=request.user))
    return redirect(back)


def _tell(request, step: str, outcome: BulkOutcome) -> None:
    if outcome.done:
        count, names = len(outcome.done), ", ".join(parcel.reference for parcel in outcome.done)
        texts = {
            "confirm": ngettext("%(count)s parcel is confirmed: %(parcels)s.",
                                "%(count)s parcels are confirmed: %(parcels)s.", count),
            "pack": ngettext("%(count)s parcel is packed: %(parcels)s.",
                             "%(count)s parcels are packed: %(parcels)s.", count),
            "book": ngettext("The carrier knows of %(count)s parcel: %(parcels)s.",
                             "The carrier knows of %(count)s parcels: %(parcels)s.", count),
        }  # fmt: skip
        messages.success(request, texts[step] % {"count": count, "parcels": names})
    for parcel, reason in outcome.refused:
        messages.error(request, _("Not done, parcel %(parcel)s: %(why)s") % {"parcel": parcel, "why": reason})
