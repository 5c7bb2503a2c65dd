"""Screens of the producer: lots, what happened to them, places, stamps. They work without JavaScript."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.parameters import number_in
from catalogue.traceability.lots.services import (
    LOT_FIELDS,
    add_input,
    create_lot,
    create_place,
    remove_input,
    update_lot,
)
from storefront.accounts.access import producer_for
from storefront.form_fields import LocalTimeField
from storefront.portal.access import lot_for
from storefront.portal.pages import READ_AND_WRITE, accepted, page
from storefront.web.idempotency.decorators import sent_once

from .forms import InputForm, LotForm, PlaceForm
from .queries import lot_page, lot_rows, places_of

# -- lots ---------------------------------------------------------------------------------------------------------


@require_safe
@never_cache
@login_required
def lots(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    lots_page, rows = lot_rows(producer, request.GET.get("page"))
    return page(request, "lots/lots", {"producer": producer, "page": lots_page, "rows": rows})


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once(by_content=True)
def lot_new(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    today = LocalTimeField.now().date()
    form = LotForm(request.POST or None, producer=producer, initial={"produced_on": today})
    if lot := accepted(form, lambda values: create_lot(**values, by=request.user)):
        messages.success(request, _("Lot %(code)s is there. What happened to it first?") % {"code": lot.code})
        return redirect("portal-lot", lot.pk)
    return page(request, "lots/lot_form", {"producer": producer}, form=form)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def lot_edit(request, pk: int):
    lot = lot_for(request.user, pk)
    initial = {name: getattr(lot, name) for name in LOT_FIELDS}
    form = LotForm(request.POST or None, producer=lot.product.producer, lot=lot, initial=initial)
    if accepted(
        form, lambda values: update_lot(lot=lot, by=request.user, **{**values, "code": values["code"] or lot.code})
    ):
        messages.success(request, _("Saved."))
        return redirect("portal-lot", lot.pk)
    return page(request, "lots/lot_form", {"producer": lot.product.producer, "lot": lot}, form=form)


@require_safe
@never_cache
@login_required
def lot(request, pk: int):
    screen = lot_page(lot_for(request.user, pk))
    return page(request, "lots/lot", {"screen": screen, "lot": screen.lot, "producer": screen.lot.product.producer})


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once(by_content=True)
def input_new(request, pk: int):
    lot = lot_for(request.user, pk)
    number = number_in(request.POST.get("remove"))
    if number is not None:
        remove_input(lot=lot, number=number, by=request.user)
        messages.success(request, _("Removed."))
        return redirect("portal-lot", lot.pk)
    form = InputForm(request.POST or None, lot=lot)
    if accepted(form, lambda values: add_input(lot=lot, by=request.user, **values)):
        messages.success(request, _("Saved."))
        return redirect("portal-lot", lot.pk)
    return page(request, "lots/input_form", {"lot": lot, "producer": lot.product.producer}, form=form)


# -- events -------------------------------------------------------------------------------------------------------


# -- places -------------------------------------------------------------------------------------------------------


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once(by_content=True)
def places(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    form = PlaceForm(request.POST or None)
    if place := accepted(form, lambda values: create_place(producer=producer, by=request.user, **values)):
        messages.success(request, _("“%(name)s” is there.") % {"name": place.name})
        return redirect("portal-places", producer.pk)
    return page(request, "lots/places", {"producer": producer, "places": places_of(producer)}, form=form)
