"""Screens of the producer for the events of a lot: write down, correct, take back. They work without JavaScript."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.lots.events import EventFacts, correct_event, record_event, void_event
from catalogue.traceability.models import EventKind
from storefront.form_fields import LocalTimeField
from storefront.portal.access import event_for, lot_for
from storefront.portal.pages import READ_AND_WRITE, accepted, page, refused
from storefront.web.idempotency.decorators import sent_once

from .forms import EventForm, VoidForm
from .queries import last_said


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def event_new(request, pk: int):
    """The form of a new event: the kind is chosen by the link that led here, the rest is filled in as last time."""
    lot = lot_for(request.user, pk)
    if request.method != "POST":
        kind = request.GET.get("kind", "")
        initial = {
            **last_said(lot),
            "started_at": LocalTimeField.now(),
            "kind": kind if kind in EventKind.values else None,
            "entry": EventForm.fresh_entry(),
        }
        return _event_page(request, EventForm(lot=lot, initial=initial), lot)
    form = EventForm(request.POST, request.FILES, lot=lot)
    if form.is_valid():
        if form.event_id and lot.events.filter(event_id=form.event_id).exists():  # sent twice
            return redirect("portal-lot", lot.pk)
        try:
            event = record_event(
                lot=lot, facts=form.facts(), by=request.user, photo_file=form.cleaned_data["photo_file"],
                evidence=form.cleaned_data["evidence"], event_id=form.event_id,
            )  # fmt: skip
        except TraceRefused as refusal:
            if refusal.field == "event_id" and lot.events.filter(event_id=form.event_id).exists():
                return redirect("portal-lot", lot.pk)
            refused(form, refusal)
        else:
            messages.success(request, _("Written down: %(what)s.") % {"what": event.get_kind_display()})
            return redirect("portal-lot", lot.pk)
    return _event_page(request, form, lot)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
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
        return redirect("portal-lot", event.lot_id)
    return _event_page(request, form, event.lot, event=event)


def _event_page(request, form: EventForm, lot, *, event=None):
    context = {"lot": lot, "producer": lot.product.producer, "event": event, "has_files": bool(request.FILES)}
    return page(request, "events/event_form", context, form=form)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def event_void(request, pk: int):
    event = event_for(request.user, pk)
    form = VoidForm(request.POST or None)
    if accepted(form, lambda values: void_event(event=event, note=values["note"], by=request.user)):
        messages.success(request, _("Taken back. The entry stays visible as taken back."))
        return redirect("portal-lot", event.lot_id)
    context = {"lot": event.lot, "producer": event.lot.product.producer, "event": event}
    return page(request, "events/event_void", context, form=form)
