"""Exports for officers: the report of a data request, and what was delivered to the national portal."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue.parameters import number_in, text_in
from catalogue.products.models import Product
from catalogue.traceability.exchange import national_portal as portal
from catalogue.traceability.exchange.data_request import write_report
from catalogue.traceability.models import PortalDelivery
from search.contract import SearchQuery
from search.queries import search
from storefront.office.access import officer_screen, officer_view

from .forms import DataRequestForm

PER_PAGE = 30
MAX_PRODUCTS = 20
officer = officer_view("traceability.export")


@require_safe
@officer
def officer_exports(request):
    """Products to report on, and the log of deliveries."""
    text = text_in(request.GET.get("q"), max_length=100)
    hits = search(SearchQuery(text=text, page_size=MAX_PRODUCTS)).hits if text else []
    deliveries = PortalDelivery.objects.defer("document").select_related("product").order_by("-pk")
    context = {
        **officer_screen(request.user, "office-exports"),
        "q": text,
        "hits": hits,
        "traced": [] if text else list(portal.traced_products()[:MAX_PRODUCTS]),
        "has_portal": bool(settings.PORTAL_ADAPTERS),
        "page": Paginator(deliveries, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "office/exports/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer
def data_request(request):
    """`?product=`: the form; sent, the ZIP."""
    product = get_object_or_404(Product, pk=number_in(request.GET.get("product")))
    form = DataRequestForm(request.POST or None, product=product, initial={"received_at": timezone.localtime()})
    if request.method == "POST" and form.is_valid():
        lot = form.cleaned_data["lot"]
        report = write_report(
            product=product,
            lot=lot,
            request=form.data_request(),
            by_account=request.user.pk,
            site_url=settings.SITE_URL,
        )
        name = f"du-lieu-{product.slug[:60]}{f'-lo-{lot.pk}' if lot else ''}-{timezone.localtime():%Y%m%d-%H%M}.zip"
        return FileResponse(report, as_attachment=True, filename=name, content_type="application/zip")
    context = {"product": product, "form": form}
    return render(request, "office/exports/data_request.html", context, status=422 if form.errors else 200)


@require_POST
@officer
def retry(request, pk: int):
    """Send a refused delivery again."""
    portal.send_again(delivery=get_object_or_404(PortalDelivery, pk=pk))
    messages.success(request, _("It is in the queue again."))
    return redirect("office-exports")
