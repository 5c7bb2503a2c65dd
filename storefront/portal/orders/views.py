"""The producer's order desk: whom to call, what to pack, what is on its way. It works without JavaScript."""

import dataclasses
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from storefront.accounts.access import producer_for
from storefront.order.forms import MessageForm
from storefront.order.history import named_steps
from storefront.order.models import Parcel, ParcelMessage
from storefront.order.models import ParcelState as State
from storefront.order.services import calls, parcels
from storefront.order.services.messages import write_message
from storefront.partner.services import InsufficientStock
from storefront.portal.access import parcel_for
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.shipping.carriers.carrier import CarrierDown, CarrierRefused
from storefront.shipping.carriers.registry import carriers
from storefront.web.idempotency.decorators import sent_once

from .booking import CarrierForm, book_parcel, can_be_booked
from .forms import FewerUnitsForm, MissedCallForm, ReasonForm, RefusedUnitsForm, ReturnForm, ShipmentForm, UnitsForm
from .queries import STAGES, DeskParcel, cash_on_its_way, desk, desk_parcels, stage_counts, stage_of

MESSAGE_ID = "id_message_%s"
"""Ids of the message's form, which stands beside those of the steps."""


@require_safe
@never_cache
@login_required
def orders(request, producer_pk: int):
    """The producer's parcels, one list for each stage of their life."""
    producer, stage = producer_for(request.user, producer_pk), stage_of(request.GET.get("muc", ""))
    parcels_page, rows = desk(producer, stage, request.GET.get("page"))
    counts, path = stage_counts(producer), reverse("portal-orders", args=[producer.pk])
    stages = [
        {"label": item.label, "url": f"{path}?muc={item.key}", "is_current": item is stage, "count": counts[item.key]}
        for item in STAGES
    ]
    context = {"producer": producer, "stage": stage, "stages": stages, "page": parcels_page, "rows": rows}
    if stage.key == "di":
        context["cash_on_its_way"] = cash_on_its_way(producer)
    context["has_carriers"] = bool(carriers())
    context["ticks_all"] = request.GET.get("chon") == "tat-ca"
    return page(request, "orders/orders", context)


@dataclasses.dataclass(frozen=True)
class Step:
    """One thing a seller can do with a parcel in these states; `act(parcel, user, form)` gives what is said then."""

    states: tuple[State, ...]
    act: Callable[[Parcel, object, forms.Form | None], str]
    form: type[forms.Form] | None = None


def _confirm(parcel: Parcel, user, _form) -> str:
    parcels.confirm_parcel(parcel=parcel, by=user)
    return _("Parcel %(parcel)s is confirmed: its units are set aside for the buyer.")


def _miss(parcel: Parcel, user, form) -> str:
    calls.note_missed_call(confirmation=parcel.call, note=form.cleaned_data["note"], by=user)
    return _("Noted: parcel %(parcel)s, nobody answered.")


def _cancel(parcel: Parcel, user, form) -> str:
    parcels.cancel_parcel(parcel=parcel, reason=form.cleaned_data["reason"], by=user)
    return _("Parcel %(parcel)s is cancelled: its units are free again.")


def _fewer(parcel: Parcel, user, form) -> str:
    parcels.reduce_parcel(parcel=parcel, quantities=form.quantities(), reason=form.cleaned_data["reason"], by=user)
    return _("Parcel %(parcel)s has fewer units now; the rest is free again.")


def _pack(parcel: Parcel, user, _form) -> str:
    parcels.pack_parcel(parcel=parcel, by=user)
    return _("Parcel %(parcel)s is packed.")


def _book(parcel: Parcel, user, form) -> str:
    book_parcel(parcel=parcel, carrier=form.cleaned_data["carrier"], by=user)
    return _("The carrier knows of parcel %(parcel)s; its number stands on it and on the page of the buyer's order.")


def _ship(parcel: Parcel, user, form) -> str:
    parcels.ship_parcel(parcel=parcel, by=user, **form.cleaned_data)
    return _("Parcel %(parcel)s is on its way: its units have left your stock.")


def _deliver(parcel: Parcel, user, _form) -> str:
    parcels.deliver_parcel(parcel=parcel, by=user)
    return _("Parcel %(parcel)s has reached the buyer.")


def _refuse(parcel: Parcel, user, form) -> str:
    parcels.refuse_units(
        parcel=parcel,
        quantities=form.quantities(),
        reason=form.cleaned_data["reason"],
        is_restocked=form.cleaned_data["is_restocked"],
        by=user,
    )
    return _("Noted: the buyer did not take all of parcel %(parcel)s.")


def _send_back(parcel: Parcel, user, form) -> str:
    parcels.send_back_parcel(parcel=parcel, reason=form.cleaned_data["reason"], by=user)
    return _("Parcel %(parcel)s is on its way back.")


def _take_back(parcel: Parcel, user, form) -> str:
    parcels.take_back_parcel(parcel=parcel, by=user, **form.cleaned_data)
    return _("Parcel %(parcel)s came back; the buyer does not pay for it.")


_OPEN = tuple(state for state in State if state.is_open)
STEPS = {
    "confirm": Step((State.UNCONFIRMED, State.NEW), _confirm),
    "missed": Step((State.UNCONFIRMED,), _miss, MissedCallForm),
    "pack": Step((State.CONFIRMED,), _pack),
    "book": Step((State.PACKED,), _book, CarrierForm),
    "ship": Step((State.PACKED,), _ship, ShipmentForm),
    "deliver": Step((State.SHIPPED, State.RETURNING), _deliver),
    "refuse": Step((State.SHIPPED, State.DELIVERED), _refuse, RefusedUnitsForm),
    "send-back": Step((State.SHIPPED, State.DELIVERED), _send_back, ReasonForm),
    "take-back": Step((State.RETURNING,), _take_back, ReturnForm),
    "fewer": Step(_OPEN, _fewer, FewerUnitsForm),
    "cancel": Step(_OPEN, _cancel, ReasonForm),
}
"""All that a seller can do with a parcel; the names stand in forms."""


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def order(request, pk: int):
    """One parcel; `step` in a POST says what happened to it."""
    parcel = parcel_for(request.user, pk)
    name = request.POST.get("step", "") if request.method == "POST" else ""
    step, refusal = STEPS.get(name), ""
    row = desk_parcels(Parcel.objects.filter(pk=pk))[0]
    form = _form(name, step, row, request.POST) if step else None
    if step and (form is None or form.is_valid()):
        try:
            message = step.act(parcel, request.user, form)
        except (parcels.ParcelRefused, CarrierDown, CarrierRefused) as error:
            refusal = error.message
        except InsufficientStock as error:
            refusal = _("Not confirmed: %(why)s The hold had ended and others were faster.") % {"why": error.message}
        else:
            messages.success(request, message % {"parcel": parcel.reference})
            return redirect(f"{reverse('portal-orders', args=[parcel.partner.producer_id])}?muc={_stage_now(parcel)}")
        row = desk_parcels(Parcel.objects.filter(pk=pk))[0]
    bound = {name: form} if form is not None and form.errors else {}
    return _screen(request, parcel, row, bound=bound, refusal=refusal)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once(by_content=True)
def message(request, pk: int):
    """The seller writes to the buyer about a parcel. A refused form stands here; a look leads to the parcel."""
    parcel, form = parcel_for(request.user, pk), MessageForm(request.POST, auto_id=MESSAGE_ID)
    if request.method != "POST":
        return redirect("portal-order", parcel.pk)
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            write_message(parcel=parcel, sender=ParcelMessage.Sender.SELLER, text=text, by=request.user)
        except parcels.ParcelRefused as error:
            form.add_error("text", error.message)
        else:
            messages.success(request, _("Your message stands on the page of the buyer's order."))
            return redirect(f"{reverse('portal-order', args=[parcel.pk])}#messages")
    return _screen(request, parcel, desk_parcels(Parcel.objects.filter(pk=pk))[0], written=form)


def _screen(request, parcel: Parcel, row: DeskParcel, *, bound=None, refusal: str = "", written=None):
    """The page of a parcel. `bound` is a form of a step by its name, `written` the one of a message; both refused."""
    bound = bound or {}
    context = {
        "producer": parcel.partner.producer,
        "row": row,
        "steps": _steps(row, bound),
        "bound": next(iter(bound), ""),
        "is_refused": bool(bound or refusal or written),
        "refusal": refusal,
        "talk": parcel.messages.select_related("by"),
        "can_be_mailed": bool(parcel.order.guest_email or parcel.order.email),
        "message_form": written or MessageForm(auto_id=MESSAGE_ID),
        "history": named_steps(parcel),
        "events": row.parcel.shipment.told if hasattr(row.parcel, "shipment") else [],
    }
    answer = page(request, "orders/order", context)
    answer.status_code = 409 if refusal else 422 if bound or written else 200
    return answer


def _stage_now(parcel: Parcel) -> str:
    """The list in which the parcel stands after a step."""
    state = Parcel.objects.values_list("state", flat=True).get(pk=parcel.pk)
    return next(stage.key for stage in STAGES if state in stage.states)


def _form(name: str, step: Step, row: DeskParcel, data=None) -> forms.Form | None:
    """The form of a step; forms stand side by side on the page, so the name of the step is in their ids."""
    if step.form is None:
        return None
    options = {"lines": row.ordered.lines} if issubclass(step.form, UnitsForm) else {}
    if step.form is ShipmentForm:
        options = {"initial": {"carrier": row.parcel.carrier, "tracking_number": row.parcel.tracking_number}}
    return step.form(data, auto_id=f"id_{name}_%s", **options)


def _steps(row: DeskParcel, bound: dict[str, forms.Form]) -> dict[str, forms.Form | bool]:
    """What can be done with the parcel now: name of the step → its form, True where it needs none."""
    return {
        name.replace("-", "_"): bound.get(name) or _form(name, step, row) or True
        for name, step in STEPS.items()
        if row.parcel.state in step.states and (name != "book" or can_be_booked(row))
    }
