"""The sales of all sellers, for the administrators of the shop."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from storefront.office.access import officer_screen, officer_view
from storefront.order.models import Parcel
from storefront.order.reports import report, workbook

office = officer_view("payments.manage")


@require_safe
@office
def sales(request):
    found = report(Parcel.objects.all(), request.GET, has_sellers=True)
    context = {**officer_screen(request.user, "office-sales"), **found}
    return render(request, "office/sales/report.html", context, status=422 if found["form"].errors else 200)


@require_safe
@office
def sales_xlsx(request):
    """The same as Excel."""
    return workbook(Parcel.objects.all(), request.GET, name="ban-hang", has_sellers=True)
