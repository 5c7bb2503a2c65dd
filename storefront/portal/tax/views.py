"""The producer's taxes: what its goods bear, and its own table for e-invoices."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from storefront.accounts.access import producer_for
from storefront.partner.models import Partner
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.tax.invoices import invoice_rows
from storefront.tax.movements import Movement, month_of, movements
from storefront.tax.rates import rates_on, totals_by_rate
from storefront.tax.services import set_taxes
from storefront.tax.tables import csv_answer, xlsx_answer
from storefront.tax.withholding import tax_of

from .forms import TaxForm


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def taxes(request, producer_pk: int):
    """Tax code, VAT of delivery and of each product; the month's sums by rate."""
    producer = producer_for(request.user, producer_pk)
    seller = _seller(producer)
    form = _form(request, seller) if seller else None
    if form and form.is_bound and form.is_valid():
        code, delivery = form.cleaned_data["tax_code"], form.cleaned_data["delivery_kind"]
        set_taxes(seller=seller, tax_code=code, delivery_kind=delivery, kinds=form.kinds(), by=request.user)
        messages.success(request, _("Saved. It holds for orders from now on."))
        return redirect("portal-tax", producer.pk)
    month = month_of(request.GET.get("thang", ""))
    totals = totals_by_rate(movements(month, seller=seller)) if seller else []
    context = {
        "producer": producer,
        "seller": seller,
        "month": month,
        "totals": totals,
        "rates": rates_on(timezone.localdate()),
    }
    return page(request, "tax/taxes", context, form=form)


def _seller(producer) -> Partner | None:
    return Partner.objects.select_related("tax").filter(producer=producer).first()


def _form(request, seller: Partner) -> TaxForm:
    offers = seller.stockrecords.select_related("product__parent", "vat").order_by("product__title", "pk")
    saved = tax_of(seller)
    initial = {"tax_code": saved.tax_code, "delivery_kind": saved.delivery_kind} | {
        f"offer_{offer.pk}": offer.vat.kind for offer in offers if hasattr(offer, "vat")
    }
    return TaxForm(request.POST or None, initial=initial, offers=offers)


@require_safe
@never_cache
@login_required
def invoices_xlsx(request, producer_pk: int):
    """The month's lines of the own parcels, for a provider of e-invoices."""
    name, rows = _invoices(request, producer_pk)
    return xlsx_answer([(_("E-invoices"), invoice_rows(rows))], name)


@require_safe
@never_cache
@login_required
def invoices_csv(request, producer_pk: int):
    """The same as CSV."""
    name, rows = _invoices(request, producer_pk)
    return csv_answer(invoice_rows(rows), name)


def _invoices(request, producer_pk: int) -> tuple[str, list[Movement]]:
    seller = _seller(producer_for(request.user, producer_pk))
    month = month_of(request.GET.get("thang", ""))
    return f"hoa-don-{month:%Y-%m}", movements(month, seller=seller) if seller else []
