"""Administrators' screen to reset the second factor of somebody who lost it: one asks, another one agrees."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from catalogue.approvals import ApprovalRefused
from storefront.accounts import services
from storefront.accounts.models import SecondFactorReset
from storefront.office.access import officer_screen, officer_view
from storefront.web.idempotency.decorators import sent_once

from .forms import ResetForm

PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@officer_view(services.RESET)
@sent_once
def resets(request):
    """Open requests, the form for a new one, and all that were answered; a POST is a new request."""
    form = ResetForm(request.POST or None)
    if request.method == "POST":
        if form.is_valid():
            try:
                services.ask_second_factor_reset(by=request.user, **form.cleaned_data)
            except ApprovalRefused as refusal:
                form.add_error(None, refusal.message)
            else:
                messages.success(request, _("Another administrator can agree now. Until then nothing changes."))
                return redirect("office-second-factor-resets")
        return _page(request, form, status=422)
    return _page(request, form)


@require_http_methods(["POST"])
@officer_view(services.RESET)
@sent_once
def answer(request, pk: int):
    """`step` of the POST: agree or refuse."""
    reset = get_object_or_404(SecondFactorReset, pk=pk)
    step = request.POST.get("step")
    if step not in ("agree", "refuse"):
        raise Http404(step)
    try:
        if step == "agree":
            services.agree_second_factor_reset(request=reset, by=request.user)
            messages.success(request, _("The second step is gone and the person signed out everywhere."))
        else:
            services.refuse_second_factor_reset(request=reset, by=request.user)
            messages.success(request, _("The second step stays as it is."))
    except ApprovalRefused as refusal:
        messages.error(request, refusal.message)
    return redirect("office-second-factor-resets")


def _page(request, form: ResetForm, *, status: int = 200):
    rows = SecondFactorReset.objects.select_related("person", "asked_by", "answered_by")
    answered = rows.filter(answered_at__isnull=False)
    context = {
        **officer_screen(request.user, "office-second-factor-resets"),
        "form": form,
        "open_requests": rows.filter(answered_at=None),
        "page": Paginator(answered, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "office/second_factor/resets.html", context, status=status)
