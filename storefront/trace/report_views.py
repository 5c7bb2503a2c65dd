"""Reports of suspicion: the form, the page of a number, the inspectors' queue."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.traceability import suspicions
from storefront.intake import IntakeView, ReceivedView

from .evidence_views import Shown
from .officers import officer_screen, officer_view
from .report_forms import HandlingForm, SuspicionForm
from .report_services import receive_report

PER_PAGE = 30
officer = officer_view(suspicions.HANDLE)


# -- for everybody ---------------------------------------------------------------------------------


class SuspicionView(IntakeView):
    address = "suspicion"
    heading = gettext_lazy("Report a suspicious product")
    number_prefix = suspicions.PREFIX
    form_class = SuspicionForm
    template_name = "trace/report/form.html"
    find = staticmethod(suspicions.by_reference)
    keep = staticmethod(receive_report)

    def get_initial(self) -> dict:
        """What a link to the form already says: `code` of a stamp."""
        return {"code": suspicions.code_in(self.request.GET.get("code", ""))}


suspicion = SuspicionView.as_view()
received = ReceivedView.as_view(intake=SuspicionView, template_name="trace/report/received.html")


# -- for inspectors --------------------------------------------------------------------------------


@require_safe
@officer
def officer_list(request):
    """The queue, by state."""
    state = request.GET.get("state", suspicions.State.NEW)
    if state not in suspicions.State.values:
        state = ""
    numbers = suspicions.counts()
    own = reverse("trace-officer-suspicions")
    states = [
        {"label": label, "url": f"{own}?state={value}", "is_current": value == state, "count": numbers[value]}
        for value, label in suspicions.State.choices
    ]
    everything = {"label": _("all"), "url": f"{own}?state=all", "is_current": not state}
    context = {
        **officer_screen(request.user, "trace-officer-suspicions"),
        "states": [*states, {**everything, "count": sum(numbers.values())}],
        "page": Paginator(suspicions.queue(state=state), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "trace/report/officer_list.html", context)


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
            return redirect("trace-officer-suspicion", pk)
    context = {
        "report": report,
        "photo": Shown.of(report.photo),
        "neighbours": suspicions.neighbours_of(report),
        "form": form,
    }
    return render(request, "trace/report/officer_detail.html", context, status=422 if form.errors else 200)
