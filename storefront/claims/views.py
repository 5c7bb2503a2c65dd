"""The buyer's side of a complaint: below the signed address of the order, and a list in the account."""

from allauth.core import ratelimit
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.errors import Refusal
from catalogue.parameters import number_in
from media import evidence
from media.decoding import RETRY_SECONDS, DecoderBusy
from storefront.order.access import buyer_view, parcel_of
from storefront.order.models import Order, Parcel
from storefront.order.queries import order_address
from storefront.order.services.parcels import units_left
from storefront.web.client_address import device_of
from storefront.web.idempotency.decorators import sent_once

from .forms import ClaimForm, EscalationForm, MessageForm
from .models import Claim, ClaimPhoto, ClaimState, Outcome, Side
from .queries import claim_address, claims_of_buyer, claims_of_parcel
from .services import (
    ClaimRefused,
    accept_offer,
    escalate_claim,
    may_be_claimed,
    open_claim,
    say,
    withdraw_claim,
)

PER_PAGE = 20
TOO_OFTEN = gettext_lazy("You have sent this form very often. Please wait an hour; nothing you typed is lost.")


@require_http_methods(["GET", "HEAD", "POST"])
@buyer_view
@sent_once(by_content=True)
def parcel_claim(request: HttpRequest, order: Order, parcel: int) -> HttpResponse:
    """Complaints about one parcel: a new one where none is open, else what can be done with it (`step`)."""
    item = parcel_of(order, parcel)
    if request.method != "POST":
        return _page(request, item)
    step = request.POST.get("step", "")
    if step == "open":
        return _open(request, item)
    claim = _of_parcel(item, request.POST.get("claim"))
    act = _STEPS.get(step)
    if act is None:
        raise Http404(step)
    form = act[0](request.POST, auto_id=f"id_{step}_%s")
    if not form.is_valid():
        return _page(request, item, {step: form}, status=422)
    try:
        act[1](request, claim, form)
    except Refusal as refusal:
        return _page(request, item, {step: form}, refusal=refusal.message, status=409)
    messages.success(request, act[2])
    return redirect(claim_address(item))


def _accept(request, claim: Claim, form) -> None:
    accept_offer(claim=claim, offer_number=form.cleaned_data["offer"], by=_who(request))


def _escalate(request, claim: Claim, form) -> None:
    escalate_claim(claim=claim, side=Side.BUYER, text=form.cleaned_data["text"], by=_who(request))


def _say(request, claim: Claim, form) -> None:
    say(claim=claim, side=Side.BUYER, text=form.cleaned_data["text"], by=_who(request))


def _withdraw(request, claim: Claim, form) -> None:
    withdraw_claim(claim=claim, by=_who(request))


class _AcceptForm(forms.Form):
    offer = forms.IntegerField(min_value=0, max_value=32_767, widget=forms.HiddenInput)


_STEPS = {
    "accept": (_AcceptForm, _accept, gettext_lazy("Agreed. The seller carries it out now.")),
    "escalate": (EscalationForm, _escalate, gettext_lazy("The department looks into it now.")),
    "say": (MessageForm, _say, gettext_lazy("Your message has been sent.")),
    "withdraw": (forms.Form, _withdraw, gettext_lazy("You have taken the complaint back.")),
}


def _open(request, parcel: Parcel) -> HttpResponse:
    form = ClaimForm(request.POST, request.FILES, left=units_left(parcel))
    if not ratelimit.consume(request, action="order_claim", key=device_of(request)):
        form.add_error(None, TOO_OFTEN)
        return _page(request, parcel, {"open": form}, status=429)
    if not form.is_valid():
        return _page(request, parcel, {"open": form}, status=422)
    try:
        open_claim(
            parcel=parcel,
            kind=form.cleaned_data["kind"],
            quantities=form.quantities(),
            text=form.cleaned_data["text"],
            photos=form.opened_photos(),
            language=get_language(),
            by=_who(request),
        )
    except forms.ValidationError as error:
        form.add_error(None, error)
        return _page(request, parcel, {"open": form}, status=422)
    except DecoderBusy:
        form.add_error("photos", _busy())
        response = _page(request, parcel, {"open": form}, status=503)
        response["Retry-After"] = str(RETRY_SECONDS)
        return response
    except ClaimRefused as refusal:
        return _page(request, parcel, {"open": form}, refusal=refusal.message, status=409)
    messages.success(request, _("Your complaint has been sent to the seller."))
    return redirect(claim_address(parcel))


def _busy() -> str:
    return _("We are just opening another picture. Please choose yours again and send once more in a few seconds.")


def _page(request, parcel: Parcel, sent: dict | None = None, *, refusal: str = "", status: int = 200) -> HttpResponse:
    claims = claims_of_parcel(parcel)
    sent, current = sent or {}, next((claim for claim in claims if not claim.is_closed), None)
    context = {
        "parcel": parcel,
        "order_url": order_address(parcel.order),
        "current": current,
        "past": [claim for claim in claims if claim.is_closed],
        "refusal": refusal,
        "is_refused": status >= 400,
        "seller_days": settings.CLAIM_SELLER_DAYS,
        "sent": next(iter(sent), ""),
        "has_files": bool(request.FILES),
        "photo_address": _photo_address(parcel),
        **_forms(parcel, current, sent),
    }
    return render(request, "claims/buyer.html", context, status=status)


def _photo_address(parcel: Parcel) -> str:
    """Address of the photos of complaints, to which the number of one is added."""
    return f"{order_address(parcel.order)}khieu-nai/anh/"


def _forms(parcel: Parcel, current: Claim | None, sent: dict) -> dict:
    """What the buyer can do now: a form for each step."""
    if current is None:
        is_possible = may_be_claimed(parcel)
        return {"open_form": sent.get("open") or ClaimForm(left=units_left(parcel))} if is_possible else {}
    state = ClaimState(current.state)
    may_escalate = state.may_become(ClaimState.ESCALATED, Side.BUYER) and (not state.must_be_late or current.is_late)
    return {
        "say_form": sent.get("say") or MessageForm(auto_id="id_say_%s"),
        "escalate_form": (sent.get("escalate") or EscalationForm(auto_id="id_escalate_%s")) if may_escalate else None,
        "may_accept": state == ClaimState.ANSWERED,
        "is_refusal": current.outcome == Outcome.REFUSED,
        "may_withdraw": state.may_become(ClaimState.CLOSED, Side.BUYER),
    }


def _of_parcel(parcel: Parcel, number: str | None) -> Claim:
    claim = parcel.claims.select_related("parcel").filter(pk=number_in(number)).first()
    if claim is None:
        raise Http404
    return claim


def _who(request):
    return request.user if request.user.is_authenticated else None


@require_safe
@buyer_view
def claim_photo(request: HttpRequest, order: Order, pk: int) -> HttpResponse:
    """A photo that the buyer sent."""
    photo = ClaimPhoto.objects.select_related("evidence").filter(pk=pk, claim__parcel__order=order).first()
    if photo is None:
        raise Http404
    return photo_response(photo)


def photo_response(photo: ClaimPhoto) -> HttpResponse:
    """The copy of a photo. Http404 if its file is not what was made of the original."""
    try:
        data = evidence.copy_of(photo.evidence)
    except evidence.EvidenceChanged as error:
        raise Http404 from error
    headers = {"X-Robots-Tag": "noindex"}
    return HttpResponse(data, content_type=evidence.mime_type(photo.evidence.copy.name), headers=headers)


@require_safe
@never_cache
@login_required
def own_claims(request: HttpRequest) -> HttpResponse:
    """The complaints of an account."""
    page = Paginator(claims_of_buyer(request.user), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(claim, claim_address(claim.parcel)) for claim in page.object_list]
    return render(request, "claims/own.html", {"page": page, "rows": rows})
