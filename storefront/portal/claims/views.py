"""Complaints about a producer's parcels: answer them, carry out what was agreed."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.errors import Refusal
from storefront.accounts.access import producer_for
from storefront.claims import services
from storefront.claims.forms import DoneForm, MessageForm, OfferForm
from storefront.claims.models import Claim, ClaimState, Side
from storefront.claims.queries import claims_of_producer, value_of
from storefront.claims.views import photo_response
from storefront.order.services.parcels import ParcelRefused
from storefront.partner.services import InsufficientStock
from storefront.portal.access import claim_for
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.web.idempotency.decorators import sent_once

PER_PAGE = 20


@require_safe
@never_cache
@login_required
def claims(request, producer_pk: int):
    """Those with the soonest end first."""
    producer = producer_for(request.user, producer_pk)
    rows = Paginator(claims_of_producer(producer), PER_PAGE).get_page(request.GET.get("page"))
    return page(request, "claims/list", {"producer": producer, "page": rows})


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once(by_content=True)
def claim(request, pk: int):
    """One complaint; `step` in a POST is what the seller does with it."""
    item = claim_for(request.user, pk)
    step = request.POST.get("step", "") if request.method == "POST" else ""
    if request.method != "POST":
        return _page(request, item, {})
    if step not in _STEPS:
        raise Http404(step)
    form, (act, told) = _form(step, item, request.POST), _STEPS[step]
    if not form.is_valid():
        return _page(request, item, {step: form}, status=422)
    try:
        act(item, request.user, form)
    except (Refusal, ParcelRefused, InsufficientStock) as refusal:
        return _page(request, item, {step: form}, refusal=refusal.message, status=409)
    messages.success(request, told)
    return redirect("portal-claim", pk)


def _answer(claim: Claim, user, form: OfferForm) -> None:
    values = form.cleaned_data
    services.answer_claim(
        claim=claim, outcome=values["outcome"], granted=form.quantities(), text=values["text"], by=user
    )


def _done(claim: Claim, user, form: DoneForm) -> None:
    services.carry_out(claim=claim, side=Side.SELLER, by=user, **form.cleaned_data)


def _say(claim: Claim, user, form: MessageForm) -> None:
    services.say(claim=claim, side=Side.SELLER, text=form.cleaned_data["text"], by=user)


_STEPS = {
    "answer": (_answer, _("The buyer has your answer now and says whether he agrees.")),
    "done": (_done, _("Done, the complaint is closed.")),
    "say": (_say, _("Your message has been sent.")),
}


def _form(step: str, claim: Claim, data=None) -> forms.Form:
    options = {"auto_id": f"id_{step}_%s"}
    if step == "answer":
        return OfferForm(data, claim=claim, **options)
    return DoneForm(data, claim=claim, **options) if step == "done" else MessageForm(data, **options)


def _page(request, claim: Claim, sent: dict, *, refusal: str = "", status: int = 200):
    state = ClaimState(claim.state)
    possible = {
        "answer": state.may_become(ClaimState.ANSWERED, Side.SELLER),
        "done": state == ClaimState.AGREED,
        "say": not claim.is_closed,
    }
    context = {
        "producer": claim.parcel.partner.producer,
        "claim": claim,
        "value": value_of(claim),
        "photo_address": "anh/",
        "refusal": refusal,
        "is_refused": status >= 400,
        "sent": next(iter(sent), ""),
        **{f"{step}_form": sent.get(step) or _form(step, claim) for step, is_on in possible.items() if is_on},
    }
    answer = page(request, "claims/claim", context)
    answer.status_code = status
    return answer


@require_safe
@never_cache
@login_required
def claim_photo(request, pk: int, photo: int):
    """A photo that the buyer sent."""
    item = claim_for(request.user, pk)
    return photo_response(get_object_or_404(item.photos.select_related("evidence"), pk=photo))
