"""Reports of suspicion: the form, the page of a number, the inspectors' queue."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.traceability.suspicions import services as suspicions
from storefront.office.access import officer_screen, officer_view
from storefront.office.evidence.views import EvidenceCheck
from storefront.office.suspicions.forms import HandlingForm

PER_PAGE = 30
officer = officer_view(suspicions.HANDLE)


# -- for everybody ---------------------------------------------------------------------------------


# -- for inspectors --------------------------------------------------------------------------------


@require_safe
@officer
def officer_list(request):
    """The queue, by state."""
    state = request.GET.get("state", suspicions.State.NEW)
    if state not in suspicions.State.values:
        state = ""
    numbers = suspicions.counts()
    own = reverse("office-suspicions")
    states = [
        {"label": label, "url": f"{own}?state={value}", "is_current": value == state, "count": numbers[value]}
        for value, label in suspicions.State.choices
    ]
    everything = {"label": _("all"), "url": f"{own}?state=all", "is_current": not state}
    context = {
        **officer_screen(request.user, "office-suspicions"),
        "states": [*states, {**everything, "count": sum(numbers.values())}],
        "page": Paginator(suspicions.queue(state=state), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "office/suspicions/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer
def officer_detail(request, pk: int):
    """One report and what the inspector does with it."""
    report = get_object_or_404(suspicions.queue(), pk=pk)
    form = HandlingForm(request.POST or None, initial={"state": report.state, "note": report.note})
    if request.method == "POST" and form.is_valid():
        try:
            suspicions.handle_suspicion(report=report, by=request.user, **form.cleaned_data)
        except suspicions.ReportRefused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Saved."))
            return redirect("office-suspicion", pk)
    context = {
        "report": report,
        "photo": EvidenceCheck.of(report.photo),
        "neighbours": suspicions.neighbours_of(report),
        "form": form,
    }
    return render(request, "office/suspicions/detail.html", context, status=422 if form.errors else 200)
