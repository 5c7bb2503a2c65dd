"""Screens of the producer for batches of stamps: order them, follow them, put them on a lot, activate, void."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.parameters import number_in, storable
from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.stamps import keys
from catalogue.traceability.stamps.batches import (
    activate_batch,
    apply_to_lot,
    create_batch,
    fill_batch,
    mark_delivered,
    mark_printed,
    void_batch,
)
from catalogue.traceability.stamps.tasks import make_serials
from storefront.accounts.access import producer_for
from storefront.portal.access import batch_for
from storefront.portal.pages import READ_AND_WRITE, accepted, page
from storefront.portal.stamps.forms import BatchForm
from storefront.portal.stamps.queries import batch_page, batch_rows
from storefront.web.idempotency.decorators import sent_once

AT_ONCE = 2_000
"""Batches up to this size are made while the person waits (some tens of milliseconds)."""


@require_safe
@never_cache
@login_required
def batches(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    return page(
        request, "stamps/batches", {"producer": producer, "page": batch_rows(producer, request.GET.get("page"))}
    )


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once(by_content=True)
def batch_new(request, producer_pk: int):
    producer = producer_for(request.user, producer_pk)
    form = BatchForm(request.POST or None, producer=producer, initial={"lot": request.GET.get("lot")})
    try:
        made = accepted(form, lambda values: create_batch(**values, by=request.user))
    except keys.KeyProblem:
        made = None
        form.add_error(None, _("No stamps can be made now: the signing key is missing. Please tell the office."))
    if made:
        if made.count <= AT_ONCE:
            fill_batch(batch=made)
        else:
            make_serials.enqueue(batch_id=made.pk)
        return redirect("portal-batch", made.pk)
    return page(request, "stamps/batch_form", {"producer": producer}, form=form)


STEPS = {
    "printed": mark_printed,
    "delivered": mark_delivered,
    "applied": apply_to_lot,
    "active": activate_batch,
    "void": void_batch,
}


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def batch(request, pk: int):
    """A batch and its next steps; `step` in a POST is the state to go to."""
    stamp_batch = batch_for(request.user, pk)
    problem = ""
    if request.method == "POST" and request.POST.get("step") in STEPS:
        try:
            _take_step(request, stamp_batch)
        except TraceRefused as refusal:
            problem = refusal.message
        else:
            return redirect("portal-batch", stamp_batch.pk)
    context = {"screen": batch_page(stamp_batch), "producer": stamp_batch.product.producer, "problem": problem}
    answer = page(request, "stamps/batch", {**context, "reason": request.POST.get("reason", "")[:300]})
    answer.status_code = 422 if problem else 200
    return answer


def _take_step(request, stamp_batch) -> None:
    step, extra = request.POST["step"], {}
    if step == "void":
        extra["reason"] = storable(request.POST.get("reason", ""))
    elif step == "applied" and (lot := number_in(request.POST.get("lot"))) is not None:
        extra["lot"] = stamp_batch.product.lots.filter(pk=lot).first()
    STEPS[step](batch=stamp_batch, by=request.user, **extra)
    messages.success(request, _("The stamps are now: %(state)s.") % {"state": stamp_batch.get_state_display()})
