"""The producer's sales report."""

from django.contrib.auth.decorators import login_required
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storefront.accounts.access import producer_for
from storefront.order.models import Parcel
from storefront.order.reports import report, workbook
from storefront.portal.pages import page


@require_safe
@never_cache
@login_required
def sales(request, producer_pk: int):
    """Chart, tables, and the period before."""
    producer = producer_for(request.user, producer_pk)
    found = report(Parcel.objects.filter(partner__producer=producer), request.GET)
    return page(request, "orders/sales", {"producer": producer, **found}, form=found["form"])


@require_safe
@never_cache
@login_required
def sales_xlsx(request, producer_pk: int):
    """The same as Excel."""
    producer = producer_for(request.user, producer_pk)
    return workbook(
        Parcel.objects.filter(partner__producer=producer), request.GET, name=f"ban-hang-{producer.slug[:60]}"
    )
