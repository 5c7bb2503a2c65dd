"""Officers' screen of one certificate: suspend it, end the suspension, revoke it, and restore it by two officers."""

import dataclasses
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from catalogue.approvals import open_request
from catalogue.certification import access, services
from catalogue.certification.clock import registry_day
from catalogue.certification.life import history_of
from catalogue.certification.models import Certificate
from catalogue.certification.queries import Standing, certificate_state
from catalogue.errors import Refusal
from storefront.office.access import officer_view
from storefront.web.idempotency.decorators import sent_once

from .forms import ReinstateForm, RestoreForm, RevokeForm, SuspendForm

officer = officer_view(access.MANAGE)


@dataclasses.dataclass(frozen=True)
class Step:
    """What an officer can do here; `form` says with what, `done` what has happened."""

    act: Callable
    done: str
    form: type[forms.Form] | None = None


STEPS = {
    "suspend": Step(
        services.suspend_certificate,
        _("The certificate is suspended. Every page shows it now; sales points get a mail."),
        SuspendForm,
    ),
    "reinstate": Step(
        services.reinstate_certificate,
        _("The suspension has ended. Pages show the stars again as long as the certificate is valid."),
        ReinstateForm,
    ),
    "revoke": Step(
        services.revoke_certificate,
        _("The certificate is revoked. Every page shows it now; sales points get a mail."),
        RevokeForm,
    ),
    "ask": Step(
        services.ask_to_restore,
        _("A second officer can restore the certificate now. Until then it stays revoked."),
        RestoreForm,
    ),
    "agree": Step(
        services.agree_to_restore,
        _("The certificate is restored. Pages show its stars again as long as it is valid."),
    ),
    "refuse": Step(services.refuse_to_restore, _("The certificate stays revoked.")),
}


@require_http_methods(["GET", "HEAD", "POST"])
@officer
@sent_once
def certificate(request, pk: int):
    """A certificate with its history; `step` of a POST is one of STEPS."""
    row = get_object_or_404(Certificate.objects.select_related("product__producer"), pk=pk)
    blank = {name: step.form(auto_id=f"{name}_%s") for name, step in STEPS.items() if step.form}
    if request.method != "POST":
        return _page(request, row, blank)
    name = request.POST.get("step", "")
    if name not in STEPS:
        raise Http404(name)
    step, values = STEPS[name], {}
    if step.form:
        form = step.form(request.POST, auto_id=f"{name}_%s")
        if not form.is_valid():
            return _page(request, row, blank | {name: form}, status=422)
        values = {field: value for field, value in form.cleaned_data.items() if field != "is_sure"}
    try:
        step.act(certificate=row, by=request.user, **values)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        if step.form:
            return _page(request, row, blank | {name: form}, status=422)
    else:
        messages.success(request, step.done)
    return redirect("office-certificate", pk)


def _page(request, certificate: Certificate, blank: dict[str, forms.Form], *, status: int = 200):
    day, restoration = registry_day(), open_request(certificate.restorations)
    context = {
        "certificate": certificate,
        "product": certificate.product,
        "standing": Standing(day=day, state=certificate_state(certificate, day), certificate=certificate),
        "recall": certificate.recalls.filter(ended_at=None).first(),
        "asked": restoration,
        "is_own_request": restoration is not None and restoration.asked_by_id == request.user.pk,
        "history": history_of(certificate),
        "forms": blank,
    }
    return render(request, "office/certificates/detail.html", context, status=status)
