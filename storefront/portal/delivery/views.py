"""The producer's own terms of delivery."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalogue.parameters import number_in
from storefront.accounts.access import producer_for
from storefront.partner.models import Partner, StockRecord
from storefront.partner.services import DELIVERY_TERMS, set_delivery_terms
from storefront.portal.access import zone_for
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.shipping.charges import ParcelCost, parcel_cost
from storefront.shipping.models import DeliveryZone, PickupOffer
from storefront.shipping.pickup import propose_pickup, withdraw_pickup
from storefront.shipping.zones import (
    UNKNOWN_GRAMS,
    ProvinceTaken,
    delete_zone,
    grams_of,
    save_zone,
    set_weights,
    zones_of,
)

from .forms import DeliveryForm, PickupForm, TrialForm, WeightsForm, ZoneForm


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def delivery(request, producer_pk: int):
    """What delivery costs, from when it is free, the least order, the zones; and what a parcel would cost."""
    producer = producer_for(request.user, producer_pk)
    seller = Partner.objects.filter(producer=producer).first()
    initial = {name: getattr(seller, name) for name in DELIVERY_TERMS} if seller else {}
    form = DeliveryForm(request.POST or None, initial=initial)
    if seller and form.is_bound and form.is_valid():
        set_delivery_terms(seller=seller, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. It holds for orders from now on."))
        return redirect("portal-delivery", producer.pk)
    zones = zones_of([seller.pk]).get(seller.pk, []) if seller else []
    trial = TrialForm(request.GET if "grams" in request.GET else None, prefix=None, auto_id="trial_%s")
    context = {
        "producer": producer,
        "seller": seller,
        "zones": zones,
        "trial": trial,
        "trial_cost": _trial_cost(seller, zones, trial) if seller else None,
    }
    return page(request, "delivery", context, form=form)


def _trial_cost(seller: Partner, zones: list[DeliveryZone], trial: TrialForm) -> ParcelCost | None:
    if not (trial.is_bound and trial.is_valid()):
        return None
    grams, province = trial.cleaned_data["grams"] or UNKNOWN_GRAMS, trial.cleaned_data["province"]
    return parcel_cost(seller, 0, grams, zones, province)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def zone_new(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    return _zone_page(request, DeliveryZone(seller=get_object_or_404(Partner, producer=producer)), initial={})


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def zone(request, pk: int):
    """Change a zone, or delete it by the button of that name."""
    zone = zone_for(request.user, pk)
    if "delete" in request.POST:
        delete_zone(zone=zone, by=request.user)
        messages.success(request, _("The zone is deleted. Its provinces pay the charge for everywhere else."))
        return redirect("portal-delivery", zone.seller.producer_id)
    return _zone_page(request, zone, initial=ZoneForm.initial_of(zone))


def _zone_page(request, zone: DeliveryZone, *, initial: dict):
    producer = zone.seller.producer
    form = ZoneForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            save_zone(zone=form.fill(zone), by=request.user)
        except ProvinceTaken as taken:
            names = dict(form.fields["provinces"].choices)
            text = _("Already in another of your zones: %(names)s.")
            form.add_error("provinces", text % {"names": ", ".join(sorted(names[code] for code in taken.codes))})
        else:
            messages.success(request, _("Saved. It holds for orders from now on."))
            return redirect("portal-delivery", producer.pk)
    return page(request, "delivery_zone", {"producer": producer, "zone": zone}, form=form)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def pickup(request, producer_pk: int):
    """Sales points where buyers may fetch parcels: ask one, or take one back by its button."""
    producer = producer_for(request.user, producer_pk)
    seller = get_object_or_404(Partner, producer=producer)
    if "withdraw" in request.POST:
        offer = get_object_or_404(PickupOffer, pk=number_in(request.POST["withdraw"]), seller=seller)
        withdraw_pickup(offer=offer, by=request.user)
        messages.success(request, _("Buyers cannot choose this sales point any more."))
        return redirect("portal-pickup", producer.pk)
    form = PickupForm(request.POST or None)
    if form.is_bound and form.is_valid():
        propose_pickup(
            seller=seller, by=request.user, **{**form.cleaned_data, "charge": form.cleaned_data["charge"] or 0}
        )
        messages.success(request, _("Saved. Buyers can choose it as soon as the sales point has agreed."))
        return redirect("portal-pickup", producer.pk)
    offers = seller.pickup_offers.select_related("sales_point")
    return page(request, "delivery_pickup", {"producer": producer, "offers": offers}, form=form)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def weights(request, producer_pk: int):
    """What a unit of each offer weighs with its packaging."""
    producer = producer_for(request.user, producer_pk)
    records = StockRecord.objects.filter(partner__producer=producer).select_related("product__parent").order_by("pk")
    known = grams_of(record.pk for record in records)
    initial = {f"weight_{pk}": grams for pk, grams in known.items()}
    form = WeightsForm(request.POST or None, initial=initial, records=records)
    if form.is_bound and form.is_valid():
        set_weights(form.weights())
        messages.success(request, _("Saved. It holds for orders from now on."))
        return redirect("portal-delivery", producer.pk)
    return page(request, "delivery_weights", {"producer": producer, "unknown_grams": UNKNOWN_GRAMS}, form=form)
