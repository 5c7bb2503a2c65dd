"""The sales report of one seller or of all, in words: for a page, and as a workbook."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalogue.dates import display_day, display_days
from catalogue.money import dong
from catalogue.spreadsheets import xlsx_file
from storefront.charts import bar_chart

from .forms import PeriodForm
from .sales import Figures, Period, by_product, by_seller, by_step, in_all

MAX_PRODUCTS = 100
MAX_ROWS = 10_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def step_label(day: datetime.date, period: Period) -> str:
    """What a step of the report is called."""
    if period.step == "month":
        return date_format(day, "YEAR_MONTH_FORMAT")
    if period.step == "week":
        last = min(day + datetime.timedelta(days=6), period.last)
        return display_days(max(day, period.first), last)
    return display_day(day)


def report(parcels: QuerySet, data: Any, *, has_sellers: bool = False) -> dict:
    """What `shop/sales_report.html` shows of these parcels; `data` is what the form was sent with. At most four
    queries, whatever was sold."""
    form = PeriodForm(data or None)
    period = form.period()
    if not form.errors:
        form = PeriodForm(initial={"tu": period.first, "den": period.last, "theo": period.step})
    steps = by_step(parcels, period)
    total = sum((figures for _day, figures in steps), Figures())
    words = {"days": display_days(period.first, period.last), "amount": dong(total.revenue)}
    labelled = [(step_label(day, period), figures) for day, figures in steps]
    return {
        "form": form,
        "period": period,
        "days": words["days"],
        "before_days": display_days(period.before.first, period.before.last),
        "steps": [row for row in labelled if row[1].parcels],
        "total": total,
        "compared": _compared(total, in_all(parcels, period.before)),
        "chart": bar_chart(
            [(label, figures.revenue, dong(figures.revenue)) for label, figures in labelled],
            summary=_("Revenue from %(days)s: %(amount)s; the table below has each step") % words,
        ),
        "products": by_product(parcels, period, most=MAX_PRODUCTS),
        "most_products": MAX_PRODUCTS,
        "sellers": by_seller(parcels, period) if has_sellers else [],
    }


def _compared(now: Figures, before: Figures) -> list[tuple[str, str, str]]:
    """Triples of words, now, before."""
    return [
        (_("Revenue"), dong(now.revenue), dong(before.revenue)),
        (_("Number of parcels"), str(now.parcels), str(before.parcels)),
        (_("Units sold"), str(now.units_left), str(before.units_left)),
        (_("Delivery charges"), dong(now.delivery), dong(before.delivery)),
        (_("Cancelled"), dong(now.cancelled), dong(before.cancelled)),
        (_("Refused or returned"), dong(now.returned), dong(before.returned)),
    ]


def workbook(parcels: QuerySet, data: Any, *, name: str, has_sellers: bool = False) -> HttpResponse:
    """The same as Excel: a sheet by time, one by product, and one by seller where there are several."""
    period = PeriodForm(data or None).period()
    sheets = [
        (_("By time"), _rows(_("From"), by_step(parcels, period))),
        (_("By product"), _product_rows(parcels, period)),
    ]
    if has_sellers:
        sheets.append((_("By seller"), _rows(_("Seller"), by_seller(parcels, period))))
    answer = HttpResponse(xlsx_file(sheets), content_type=XLSX)
    file = f"{name}-{period.first:%Y%m%d}-{period.last:%Y%m%d}-{timezone.localtime():%Y%m%d%H%M}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{file}"'
    return answer


def _rows(first: str, figures: Iterable[tuple[Any, Figures]]) -> Iterator[list[Any]]:
    yield [
        first, _("Number of parcels"), _("Units ordered"), _("Units sold"), _("Goods ordered (đồng)"),
        _("Cancelled (đồng)"),
        _("Refused or returned (đồng)"), _("Revenue (đồng)"), _("Delivery charges (đồng)"),
    ]  # fmt: skip
    for what, row in figures:
        yield [
            what, row.parcels, row.units, row.units_left, row.goods, row.cancelled, row.returned, row.revenue,
            row.delivery,
        ]  # fmt: skip


def _product_rows(parcels: QuerySet, period: Period) -> Iterator[list[Any]]:
    yield [
        _("Item"), _("Packaging"), _("Number of parcels"), _("Units ordered"), _("Units sold"),
        _("Goods ordered (đồng)"), _("Taken off (đồng)"), _("Revenue (đồng)"),
    ]  # fmt: skip
    for row in by_product(parcels, period, most=MAX_ROWS):
        yield [
            row.title, row.net_content, row.parcels, row.units, row.units_left, row.goods, row.off, row.revenue,
        ]  # fmt: skip
