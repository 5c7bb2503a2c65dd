"""Screens of the producer for guests' orders: whom to call, and what came of it. They work without JavaScript."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from storefront.accounts.access import producer_for
from storefront.order.forms import CancellationForm, MissedCallForm
from storefront.order.models import Confirmation
from storefront.order.queries import call_row, calls_made, calls_to_make
from storefront.order.services import CallRefused, cancel_by_phone, confirm_by_phone, note_missed_call
from storefront.partner.services import InsufficientStock
from storefront.portal.access import confirmation_for
from storefront.portal.pages import READ_AND_WRITE, page


@require_safe
@never_cache
@login_required
def orders(request, producer_pk: int):
    """Orders that wait for the producer's call, and those decided last."""
    producer = producer_for(request.user, producer_pk)
    calls_page, rows = calls_to_make(producer, request.GET.get("page"))
    context = {"producer": producer, "page": calls_page, "rows": rows, "decided": calls_made(producer)}
    return page(request, "orders/orders", context)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def order(request, pk: int):
    """One order of a guest; `step` in a POST says what came of the call."""
    call = confirmation_for(request.user, pk)
    act = STEPS.get(request.POST.get("step", "")) if request.method == "POST" else None
    missed, cancellation = MissedCallForm(), CancellationForm()
    refusal = ""
    if act is not None:
        if request.POST["step"] == "missed":
            missed = MissedCallForm(request.POST)
        elif request.POST["step"] == "cancel":
            cancellation = CancellationForm(request.POST)
        form = missed if missed.is_bound else cancellation if cancellation.is_bound else None
        if form is None or form.is_valid():
            try:
                message = act(call, request.user, form.cleaned_data if form else {})
            except CallRefused as error:
                refusal = error.message
            except InsufficientStock as error:
                refusal = _("Not confirmed: %(why)s The hold had ended and others were faster.") % {
                    "why": error.message
                }
            else:
                messages.success(request, message)
                return redirect("portal-orders", call.partner.producer_id)
        call.refresh_from_db()
    context = {
        "producer": call.partner.producer,
        "row": call_row(call),
        "missed": missed,
        "cancellation": cancellation,
        "refusal": refusal,
    }
    answer = page(request, "orders/order", context)
    answer.status_code = 409 if refusal else 422 if missed.errors or cancellation.errors else 200
    return answer


def _confirm(call: Confirmation, user, _values) -> str:
    confirm_by_phone(confirmation=call, by=user)
    return _("Order %(number)s is confirmed: its units are set aside for the buyer.") % {"number": call.order.number}


def _miss(call: Confirmation, user, values) -> str:
    note_missed_call(confirmation=call, by=user, **values)
    return _("Noted: order %(number)s, nobody answered.") % {"number": call.order.number}


def _cancel(call: Confirmation, user, values) -> str:
    cancel_by_phone(confirmation=call, by=user, **values)
    return _("Your part of order %(number)s is cancelled: its units are free again.") % {"number": call.order.number}


STEPS = {"confirm": _confirm, "missed": _miss, "cancel": _cancel}
