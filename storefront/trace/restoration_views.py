"""Officers' screen to restore a certificate that was revoked without a recall."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from catalogue.certification.models import Certificate
from catalogue.traceability import recalls, restoring

from .officers import officer_view
from .recall_forms import RestoreForm

officer = officer_view(recalls.MANAGE)


@require_http_methods(["GET", "HEAD", "POST"])
@officer
def restoration(request, pk: int):
    """A revoked certificate with its history; `step` of a POST: ask, agree or refuse."""
    certificate = get_object_or_404(Certificate.objects.select_related("product__producer"), pk=pk)
    if request.method == "POST":
        form = RestoreForm(request.POST)
        if request.POST.get("step") == "ask" and not form.is_valid():
            return _page(request, certificate, form, status=422)
        try:
            messages.success(request, _step(request, certificate, form))
        except recalls.RecallRefused as refusal:
            messages.error(request, refusal.message)
        return redirect("trace-officer-restoration", pk)
    return _page(request, certificate, RestoreForm())


def _step(request, certificate: Certificate, form: RestoreForm) -> str:
    """Do what was asked and say so."""
    step, who = request.POST.get("step"), {"certificate": certificate, "by": request.user}
    if step == "ask":
        restoring.ask_to_restore(**who, reason=form.cleaned_data["reason"])
        return _("A second officer can restore the certificate now. Until then it stays revoked.")
    if step == "agree":
        restoring.agree_to_restore(**who)
        return _("The certificate is restored. Pages show its stars again as long as it is valid.")
    if step == "refuse":
        restoring.refuse_to_restore(**who)
        return _("The certificate stays revoked.")
    raise Http404(step)


def _page(request, certificate: Certificate, form: RestoreForm, *, status: int = 200):
    asked = restoring.open_request(certificate)
    context = {
        "certificate": certificate,
        "product": certificate.product,
        "recall": certificate.recalls.filter(ended_at=None).first(),
        "asked": asked,
        "is_own_request": asked is not None and asked.asked_by_id == request.user.pk,
        "history": restoring.history_of(certificate),
        "form": form,
    }
    return render(request, "trace/recall/officer_restoration.html", context, status=status)
