"""Taxes of a month for the department: what is withheld from households, sums by rate, tables of both."""

import logging

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storefront.office.access import officer_screen, officer_view
from storefront.tax.invoices import invoice_rows
from storefront.tax.movements import month_of, movements
from storefront.tax.rates import totals_by_rate, withholding_on
from storefront.tax.tables import csv_answer, xlsx_answer
from storefront.tax.withholding import withheld, withheld_sheets

office = officer_view("tax.read_reports")
logger = logging.getLogger(__name__)


@require_safe
@office
def report(request):
    """Masked codes only."""
    month = month_of(request.GET.get("thang", ""))
    rows = movements(month)
    context = {
        **officer_screen(request.user, "office-tax"),
        "month": month,
        "entries": withheld(rows),
        "totals": totals_by_rate(rows),
        "rates": withholding_on(month),
        "is_withheld": settings.WITHHOLDS_TAX,
    }
    return render(request, "office/tax/report.html", context)


@require_safe
@office
def withheld_xlsx(request):
    month = _month_in_full(request, "withheld tax")
    return xlsx_answer(withheld_sheets(withheld(movements(month))), f"khau-tru-thue-{month:%Y-%m}")


@require_safe
@office
def invoices_xlsx(request):
    month = _month_in_full(request, "invoices")
    return xlsx_answer([(_("E-invoices"), invoice_rows(movements(month)))], f"hoa-don-{month:%Y-%m}")


@require_safe
@office
def invoices_csv(request):
    month = _month_in_full(request, "invoices")
    return csv_answer(invoice_rows(movements(month)), f"hoa-don-{month:%Y-%m}")


def _month_in_full(request, table: str):
    """The month of a table that holds personal numbers in full: who takes one is written down."""
    month = month_of(request.GET.get("thang", ""))
    logger.info("Table of %s with personal numbers, %s, for user %s", table, f"{month:%Y-%m}", request.user.pk)
    return month
