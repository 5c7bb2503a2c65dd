"""Recalls: what the public reads, and the officers' screens to declare and end them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue.certification import access
from catalogue.certification.models import Certificate
from catalogue.errors import Refusal
from catalogue.parameters import number_in, text_in
from catalogue.traceability.models import Lot, Recall, RecallScope, StampBatch
from catalogue.traceability.recalls import services as recalls
from storefront.office.access import officer_screen, officer_view
from storefront.salespoints.notices.queries import notices_for
from storefront.web.idempotency.decorators import sent_once

from .forms import EndForm, RecallForm
from .queries import taken_away, targets

PER_PAGE = 30
officer = officer_view(access.MANAGE)


# -- for everybody ---------------------------------------------------------------------------------


def _recall(pk: int) -> Recall:
    return get_object_or_404(recalls.with_ends(Recall.objects.all()), pk=pk)


# -- for officers ----------------------------------------------------------------------------------


@require_safe
@officer
def officer_list(request):
    """Recalls in force and over, newest first, and what can be recalled."""
    text = text_in(request.GET.get("q"), max_length=100)
    page = Paginator(recalls.with_ends(Recall.objects.all()), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [recalls.present(recall) for recall in page]
    context = {
        **officer_screen(request.user, "office-recalls"),
        "q": text,
        "targets": targets(text),
        "taken_away": taken_away(text),
        "page": page,
    }
    return render(request, "office/recalls/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer
@sent_once
def officer_new(request):
    """Declare a recall of the lot, batch or certificate that the address names."""
    what = _target(request.GET)
    lot, batch = what.get("lot"), what.get("batch")
    initial = {name: text_in(request.GET.get(name), max_length=40) for name in ("first", "last")}
    initial["scope"] = RecallScope.RANGE if initial["first"] else ""
    form = RecallForm(request.POST or None, initial=initial, lot=lot, batch=batch)
    if request.method == "POST" and form.is_valid():
        try:
            declared = _declare(form, by=request.user, **what)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("The recall is in force. Every page warns now; sales points get a mail."))
            return redirect("office-recall", declared.pk)
    thing = lot or batch or what["certificate"]
    context = {"form": form, "product": thing.product, **what}
    return render(request, "office/recalls/new.html", context, status=422 if form.errors else 200)


def _target(parameters) -> dict:
    for name, model in (("lot", Lot), ("batch", StampBatch), ("certificate", Certificate)):
        number = number_in(parameters.get(name))
        if number is not None:
            rows = model.objects.select_related("product__producer")
            return {name: get_object_or_404(rows, pk=number)}
    raise Http404


@transaction.atomic
def _declare(form: RecallForm, *, by, lot=None, batch=None, certificate=None) -> Recall:
    data = form.cleaned_data
    scope = RecallScope.LOT if lot else RecallScope.CERTIFICATE if certificate else data["scope"]
    declared = recalls.declare_recall(
        by=by,
        scope=scope,
        reason=data["reason"],
        lot=lot,
        batch=batch,
        certificate=certificate,
        first=data.get("first"),
        last=data.get("last"),
    )
    for made in form.chosen_lots:
        recalls.declare_recall(by=by, scope=RecallScope.LOT, reason=data["reason"], lot=made)
    return declared


@require_safe
@officer
def officer_detail(request, pk: int):
    """One recall with its history, who was told, and how it ends."""
    return _officer_page(request, _recall(pk), EndForm())


def _officer_page(request, recall: Recall, form: EndForm, *, status: int = 200):
    context = {
        "item": recalls.present(recall),
        "recall": recall,
        "history": recalls.history_of(recall),
        "told": notices_for(recall),
        "form": form,
        "is_own_request": recall.requested_end is not None and recall.requested_end.asked_by_id == request.user.pk,
    }
    return render(request, "office/recalls/detail.html", context, status=status)


@require_POST
@officer
@sent_once
def officer_end(request, pk: int):
    """`step`: ask, agree or refuse."""
    recall, step = _recall(pk), request.POST.get("step")
    try:
        if step == "ask":
            form = EndForm(request.POST)
            if not form.is_valid():
                return _officer_page(request, recall, form, status=422)
            recalls.ask_to_end(recall=recall, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, _("A second officer can end the recall now. Until then it stays in force."))
        elif step == "agree":
            recalls.agree_to_end(recall=recall, by=request.user)
            messages.success(request, _("The recall has ended. Pages warn no more; sales points get a mail."))
        elif step == "refuse":
            recalls.refuse_end(recall=recall, by=request.user)
            messages.success(request, _("The recall stays in force."))
        else:
            raise Http404(step)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("office-recall", pk)
