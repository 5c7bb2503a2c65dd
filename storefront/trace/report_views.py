"""Reports of suspicion: a form that works without cookie and without JavaScript, the page of a number, the queue."""

from allauth.core import ratelimit
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.traceability import suspicions
from storefront.basket.origin import Sender, sender_of

from .officers import officer_tabs, officer_view
from .report_forms import HandlingForm, SuspicionForm
from .report_services import receive_report

PER_PAGE = 30
officer = officer_view(suspicions.HANDLE)


class _TokenCheck(CsrfViewMiddleware):
    """Django's check of the token as a question: what was typed must survive a wrong one."""

    def _reject(self, request, reason):
        return reason


def _has_token(request) -> bool:
    check = _TokenCheck(lambda request: None)
    check.process_request(request)
    return "csrfmiddlewaretoken" in request.POST and not check.process_view(request, _has_token, (), {})


# -- for everybody ---------------------------------------------------------------------------------


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def suspicion(request):
    """The form is the same for everybody and carries no CSRF token, so the sender is judged here."""
    if request.method == "POST":
        return _receive(request)
    number = request.GET.get("reference", "").strip()
    found = suspicions.by_reference(number) if number else None
    if found:
        return redirect("suspicion-received", found.reference)
    form = SuspicionForm(initial={"code": suspicions.code_in(request.GET.get("code", ""))})
    return _page(request, form, status=404 if number else 200, number=number[:40], has_preset=bool(request.GET))


def _receive(request):
    sender = sender_of(request)
    if sender is Sender.FOREIGN:
        return render(request, "trace/report/foreign.html", status=403)
    form = SuspicionForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    if sender is Sender.UNKNOWN and not _has_token(request):
        return _page(request, form, status=200, must_confirm=True)
    if not ratelimit.consume(request, action="suspicion"):
        return _page(request, form, status=429, is_limited=True)
    return redirect("suspicion-received", receive_report(**form.report()).reference)


def _page(request, form: SuspicionForm, *, status: int, **context):
    context |= {"form": form, "must_choose_photo": bool(request.FILES)}
    return render(request, "trace/report/form.html", context, status=status)


@require_safe
@never_cache
def received(request, reference: str):
    """How far a report is, for whoever has its number: never what was written, nor what was found."""
    found = suspicions.by_reference(reference)
    if found is None:
        raise Http404(reference)
    if found.reference != reference:
        return redirect("suspicion-received", found.reference)
    return render(request, "trace/report/received.html", {"report": found})


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
        "tabs": officer_tabs(request.user, "trace-officer-suspicions"),
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
        "tabs": officer_tabs(request.user, "trace-officer-suspicions"),
        "report": report,
        "neighbours": suspicions.neighbours_of(report),
        "form": form,
    }
    return render(request, "trace/report/officer_detail.html", context, status=422 if form.errors else 200)
