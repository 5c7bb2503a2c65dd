"""Alerts of copies: the officer's queue, and one alert with its map and history."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.traceability.models import CloneAlert
from catalogue.traceability.scans import clones
from catalogue.traceability.scans.origins import provinces
from catalogue.traceability.stamps.serials import grouped
from storefront.country_map import country_map
from storefront.office.access import officer_screen, officer_view

from .forms import DecisionForm

PER_PAGE = 30
officer = officer_view("traceability.handle_suspicions")
DECISIONS = {"take": clones.take_in_hand, "clear": clones.clear_alert, "confirm": clones.confirm_alert}


@require_safe
@officer
def alert_list(request):
    state = request.GET.get("state", "")
    numbers = clones.counts()
    choices = [("", _("still open"), sum(numbers[name] for name in clones.OPEN))]
    choices += [
        (choice.value, str(choice.label), numbers[choice.value])
        for choice in (CloneAlert.State.CONFIRMED, CloneAlert.State.CLEARED)
    ]
    context = {
        **officer_screen(request.user, "office-alerts"),
        "states": [
            {"label": label, "url": f"?state={name}" if name else "?", "is_current": name == state, "count": number}
            for name, label, number in choices
        ],
        "page": Paginator(clones.queue(state), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "office/alerts/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer
def alert(request, pk: int):
    clone_alert = get_object_or_404(
        CloneAlert.objects.select_related("stamp__product__producer", "stamp__batch__lot", "stamp__seen", "officer"),
        pk=pk,
    )
    form = DecisionForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                _decide(clone_alert, form, request.user)
            except clones.AlertRefused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("Saved."))
                return redirect("office-alert", clone_alert.pk)
        status = 422
    return render(request, "office/alerts/detail.html", _page(clone_alert, form), status=status)


def _decide(clone_alert: CloneAlert, form: DecisionForm, officer_) -> None:
    decision = form.cleaned_data["decision"]
    words = {} if decision == "take" else {"note": form.cleaned_data["note"]}
    DECISIONS[decision](alert=clone_alert, by=officer_, **words)


def _page(clone_alert: CloneAlert, form: DecisionForm) -> dict:
    scans = clones.history(clone_alert.stamp)
    places = clones.places_of(scans)
    known = provinces()
    marks = [(place.point, place.scans, f"{place.name}: {place.scans}") for place in places if place.point]
    return {
        "alert": clone_alert,
        "serial": grouped(clone_alert.stamp.code),
        "reasons": clones.reasons_in_words(clone_alert.reasons),
        "threshold": clones.THRESHOLD,
        "places": places,
        "map": country_map(marks, label=_("Where the stamp was scanned; see the table.")) if marks else None,
        "scans": [(scan, known[scan.province].name if scan.province in known else "") for scan in scans],
        "is_open": clone_alert.state in clones.OPEN,
        "form": form,
    }
