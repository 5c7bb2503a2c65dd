"""Screens of the producer: lots, what happened to them, places, stamps. They work without JavaScript."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.parameters import number_in
from catalogue.traceability.errors import StillBusy, TraceRefused
from catalogue.traceability.models import EventKind
from catalogue.traceability.services import (
    add_input,
    correct_event,
    create_lot,
    create_place,
    record_event,
    remove_input,
    update_lot,
    void_event,
)
from catalogue.traceability.services.events import EventFacts
from catalogue.traceability.services.lots import LOT_FIELDS
from media.decoding import RETRY_SECONDS
from storefront.accounts.access import producer_for

from .doors import event_for, lot_for, own_producers
from .producer_forms import EventForm, InputForm, LotForm, PlaceForm, VoidForm
from .producer_queries import last_said, lot_page, lot_rows, places_of

READ_AND_WRITE = ["GET", "HEAD", "POST"]


def page(request, name: str, context: dict, *, form=None):
    """A screen; one with errors says so in its status, and one that only came at a bad moment when to come again."""
    failed = form is not None and form.is_bound and form.errors
    context = {"form": form, "tabs": _tabs(context.get("producer"), name), **context}
    is_busy = failed and getattr(form, "is_busy", False)
    response = render(
        request, f"trace/producer/{name}.html", context, status=503 if is_busy else 422 if failed else 200
    )
    if is_busy:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response


def _tabs(producer, name: str) -> list[dict]:
    """The lists of a producer."""
    if producer is None:
        return []
    lists = (
        ("trace-lots", _("Lots")),
        ("trace-batches", _("Stamps")),
        ("trace-places", _("Places")),
        ("trace-orders", _("Orders to confirm")),
    )
    return [
        {"label": label, "url": reverse(to, args=[producer.pk]), "is_current": name == to.removeprefix("trace-")}
        for to, label in lists
    ]


def accepted(form, act):
    """What `act` makes of the values of a form that was sent; None where a field is wrong or the rules refuse."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return act(form.cleaned_data)
    except TraceRefused as refusal:
        refused(form, refusal)
        return None


def refused(form, refusal: TraceRefused) -> None:
    """Say at its field why something is not allowed; what was typed stays."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
    form.is_busy = isinstance(refusal, StillBusy)


@require_safe
@never_cache
@login_required
def home(request):
    producers = list(own_producers(request.user)[:200])
    if len(producers) == 1:
        return redirect("trace-lots", producers[0].pk)
    if not producers:
        raise PermissionDenied
    return page(request, "home", {"producers": producers})


# -- lots ---------------------------------------------------------------------------------------------------------


@require_safe
@never_cache
@login_required
def lots(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    found, rows = lot_rows(producer, request.GET.get("page"))
    return page(request, "lots", {"producer": producer, "page": found, "rows": rows})


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def lot_new(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    today = EventForm.now_local().date()
    form = LotForm(request.POST or None, producer=producer, initial={"produced_on": today})
    if lot := accepted(form, lambda values: create_lot(**values, by=request.user)):
        messages.success(request, _("Lot %(code)s is there. What happened to it first?") % {"code": lot.code})
        return redirect("trace-lot", lot.pk)
    return page(request, "lot_form", {"producer": producer}, form=form)


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
        return redirect("trace-lot", lot.pk)
    return page(request, "lot_form", {"producer": lot.product.producer, "lot": lot}, form=form)


@require_safe
@never_cache
@login_required
def lot(request, pk: int):
    found = lot_page(lot_for(request.user, pk))
    return page(request, "lot", {"found": found, "lot": found.lot, "producer": found.lot.product.producer})


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def input_new(request, pk: int):
    lot = lot_for(request.user, pk)
    number = number_in(request.POST.get("remove"))
    if number is not None:
        remove_input(lot=lot, number=number, by=request.user)
        messages.success(request, _("Removed."))
        return redirect("trace-lot", lot.pk)
    form = InputForm(request.POST or None, lot=lot)
    if accepted(form, lambda values: add_input(lot=lot, by=request.user, **values)):
        messages.success(request, _("Saved."))
        return redirect("trace-lot", lot.pk)
    return page(request, "input_form", {"lot": lot, "producer": lot.product.producer}, form=form)


# -- events -------------------------------------------------------------------------------------------------------


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def event_new(request, pk: int):
    """The form of a new event: the kind is chosen by the link that led here, the rest is filled in as last time."""
    lot = lot_for(request.user, pk)
    if request.method != "POST":
        kind = request.GET.get("kind", "")
        initial = {
            **last_said(lot),
            "started_at": EventForm.now_local(),
            "kind": kind if kind in EventKind.values else None,
            "entry": EventForm.fresh_entry(),
        }
        return _event_page(request, EventForm(lot=lot, initial=initial), lot)
    form = EventForm(request.POST, request.FILES, lot=lot)
    if form.is_valid():
        if form.event_id and lot.events.filter(event_id=form.event_id).exists():  # sent twice
            return redirect("trace-lot", lot.pk)
        try:
            event = record_event(
                lot=lot, facts=form.facts(), by=request.user, photo_file=form.cleaned_data["photo_file"],
                evidence=form.cleaned_data["evidence"], event_id=form.event_id,
            )  # fmt: skip
        except TraceRefused as refusal:
            if refusal.field == "event_id" and lot.events.filter(event_id=form.event_id).exists():
                return redirect("trace-lot", lot.pk)
            refused(form, refusal)
        else:
            messages.success(request, _("Written down: %(what)s.") % {"what": event.get_kind_display()})
            return redirect("trace-lot", lot.pk)
    return _event_page(request, form, lot)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def event_correct(request, pk: int):
    event = event_for(request.user, pk)
    if request.method != "POST":
        initial = vars(EventFacts.of(event)) | {"place": event.place_id}
        return _event_page(request, EventForm(lot=event.lot, initial=initial), event.lot, event=event)
    form = EventForm(request.POST, request.FILES, lot=event.lot)
    if accepted(
        form,
        lambda values: correct_event(
            event=event, facts=form.facts(photo=event.photo), by=request.user, photo_file=values["photo_file"],
            evidence=values["evidence"],
        ),
    ):  # fmt: skip
        messages.success(request, _("Corrected. The first entry stays visible below it."))
        return redirect("trace-lot", event.lot_id)
    return _event_page(request, form, event.lot, event=event)


def _event_page(request, form: EventForm, lot, *, event=None):
    context = {"lot": lot, "producer": lot.product.producer, "event": event, "has_files": bool(request.FILES)}
    return page(request, "event_form", context, form=form)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def event_void(request, pk: int):
    event = event_for(request.user, pk)
    form = VoidForm(request.POST or None)
    if accepted(form, lambda values: void_event(event=event, note=values["note"], by=request.user)):
        messages.success(request, _("Taken back. The entry stays visible as taken back."))
        return redirect("trace-lot", event.lot_id)
    context = {"lot": event.lot, "producer": event.lot.product.producer, "event": event}
    return page(request, "event_void", context, form=form)


# -- places -------------------------------------------------------------------------------------------------------


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def places(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    form = PlaceForm(request.POST or None)
    if place := accepted(form, lambda values: create_place(producer=producer, by=request.user, **values)):
        messages.success(request, _("“%(name)s” is there.") % {"name": place.name})
        return redirect("trace-places", producer.pk)
    return page(request, "places", {"producer": producer, "places": places_of(producer)}, form=form)
