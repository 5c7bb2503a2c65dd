"""Complaints about parcels at the department: what buyers have brought there, and what sellers leave unanswered."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.errors import Refusal
from storefront.claims import services
from storefront.claims.forms import DoneForm, EscalationForm, MessageForm, OfferForm
from storefront.claims.models import Claim, ClaimState, Side
from storefront.claims.queries import claims_to_show, counts, late, value_of
from storefront.office.access import officer_screen, officer_view
from storefront.office.evidence.views import EvidenceCheck
from storefront.order.services.parcels import ParcelRefused
from storefront.partner.services import InsufficientStock
from storefront.web.idempotency.decorators import sent_once

PER_PAGE = 30
officer = officer_view("claims.decide")
LATE = "late"
LABELS = {
    ClaimState.ESCALATED: gettext_lazy("To decide"),
    LATE: gettext_lazy("Not answered in time"),
    ClaimState.OPEN: gettext_lazy("With the seller"),
    ClaimState.ANSWERED: gettext_lazy("With the buyer"),
    ClaimState.AGREED: gettext_lazy("Agreed"),
    ClaimState.CLOSED: gettext_lazy("Closed"),
}
"""Lists by the name in the address."""


@require_safe
@officer
def claims(request):
    """One list, `muc` says which; the soonest end first."""
    name = request.GET.get("muc", "")
    name = name if name in LABELS else str(ClaimState.ESCALATED)
    numbers, own = counts(), reverse("office-claims")
    rows = Claim.objects.filter(late()) if name == LATE else Claim.objects.filter(state=name)
    rows = rows.select_related("parcel__order", "parcel__partner").order_by("due_at", "-pk")
    context = {
        **officer_screen(request.user, "office-claims"),
        "lists": [
            {"label": label, "url": f"{own}?muc={key}", "is_current": key == name, "count": numbers[key]}
            for key, label in LABELS.items()
        ],
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "office/claims/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer
@sent_once(by_content=True)
def claim(request, pk: int):
    """One complaint; `step` in a POST: take it up, decide, say something, or note that what was agreed is done."""
    item = get_object_or_404(claims_to_show(), pk=pk)
    if request.method != "POST":
        return _page(request, item, {})
    step = request.POST.get("step", "")
    form = _form(step, item, request.POST)
    if not form.is_valid():
        return _page(request, item, {step: form}, status=422)
    try:
        _act(step, item, form, request.user)
    except (Refusal, ParcelRefused, InsufficientStock) as refusal:
        return _page(request, item, {step: form}, refusal=refusal.message, status=409)
    messages.success(request, _("Saved."))
    return redirect("office-claim", pk)


def _form(step: str, claim: Claim, data=None):
    options = {"auto_id": f"id_{step}_%s"}
    if step == "decide":
        return OfferForm(data, claim=claim, **options)
    if step == "done":
        return DoneForm(data, claim=claim, **options)
    if step not in ("take", "say"):
        raise Http404(step)
    return EscalationForm(data, **options) if step == "take" else MessageForm(data, **options)


def _act(step: str, claim: Claim, form, by) -> None:
    values = form.cleaned_data
    if step == "decide":
        services.decide_claim(
            claim=claim, outcome=values["outcome"], granted=form.quantities(), text=values["text"], by=by
        )
    elif step == "done":
        services.carry_out(claim=claim, side=Side.OFFICE, by=by, **values)
    elif step == "take":
        services.escalate_claim(claim=claim, side=Side.OFFICE, text=values["text"], by=by)
    else:
        services.say(claim=claim, side=Side.OFFICE, text=values["text"], by=by)


def _page(request, claim: Claim, sent: dict, *, refusal: str = "", status: int = 200):
    state = ClaimState(claim.state)
    possible = {
        "take": state.may_become(ClaimState.ESCALATED, Side.OFFICE) and claim.is_late,
        "decide": state == ClaimState.ESCALATED,
        "done": state == ClaimState.AGREED,
        "say": not claim.is_closed,
    }
    context = {
        "claim": claim,
        "value": value_of(claim),
        "checks": [EvidenceCheck.of(photo.evidence) for photo in claim.photos.all()],
        "refusal": refusal,
        "is_refused": status >= 400,
        "sent": next(iter(sent), ""),
        **{f"{step}_form": sent.get(step) or _form(step, claim) for step, is_on in possible.items() if is_on},
    }
    return render(request, "office/claims/claim.html", context, status=status)
