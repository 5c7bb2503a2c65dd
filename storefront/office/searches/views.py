"""Searches without result: the officers' report, on a page and as a table for a spreadsheet."""

import itertools

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from catalogue.spreadsheets import csv_lines
from search.usage.queries import PARTS, PERIODS, gaps, summary
from storefront.office.access import officer_screen, officer_view

PER_PAGE = 50
MAX_ROWS = 10_000
USUAL_DAYS = 30
officer = officer_view("search_usage.read_report")


@require_safe
@officer
def search_report(request: HttpRequest) -> HttpResponse:
    part, days = _asked(request)
    totals = summary(days)
    parts = [("nothing", _("nothing found"), totals.nothing), ("near", _("only something near"), totals.near)]
    periods = [(days_, ngettext("%(days)s day", "%(days)s days", days_) % {"days": days_}) for days_ in PERIODS]
    context = {
        **officer_screen(request.user, "office-searches"),
        "parts": [
            {"label": label, "url": f"?phan={name}&ngay={days}", "is_current": name == part, "count": number}
            for name, label, number in parts
        ],
        "periods": [
            {"label": label, "url": f"?phan={part}&ngay={days_}", "is_current": days_ == days}
            for days_, label in periods
        ],
        "part": part,
        "days": days,
        "totals": totals,
        "retention_days": settings.QUERY_LOG_DAYS,
        "page": Paginator(gaps(part, days), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "office/searches/report.html", context)


@require_safe
@officer
def search_report_csv(request: HttpRequest) -> HttpResponse:
    """The same rows as CSV."""
    part, days = _asked(request)
    head = [_("Searched text"), _("Other spellings"), _("Without result"), _("All searches"), _("Last day")]
    lines = csv_lines(itertools.chain([head], map(_cells, gaps(part, days)[:MAX_ROWS])))
    response = HttpResponse(b"".join(lines), content_type="text/csv; charset=utf-8")
    name = f"tim-kiem-{part}-{days}-ngay-{timezone.localdate():%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _cells(row: dict) -> list:
    first, *others = row["spellings"]
    return [first, "; ".join(others), row["number"], row["all_searches"], row["last_day"].isoformat()]


def _asked(request: HttpRequest) -> tuple[str, int]:
    """Part and days of the report; anything else is as if nothing was asked."""
    part = request.GET.get("phan", "")
    days = {str(days): days for days in PERIODS}.get(request.GET.get("ngay", ""), USUAL_DAYS)
    return (part if part in PARTS else PARTS[0]), days
