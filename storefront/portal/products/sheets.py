"""Prices and stock from a table: a file to start from, what an upload would change, and the change itself."""

import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.spreadsheets import csv_lines
from storefront.accounts.access import producer_for
from storefront.partner.models import OfferSheet, Partner
from storefront.partner.offers import OffersRefused, edit_offers
from storefront.partner.sheets import read_sheet, template_rows
from storefront.portal.access import sheet_for
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.web.idempotency.decorators import sent_once

from .forms import SheetForm

SHOWN = 200
"""Lines of a preview; the numbers are those of all."""


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def sheets(request, producer_pk: int):
    """Upload a table; those of before."""
    producer = producer_for(request.user, producer_pk)
    form = SheetForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        content = file.read()
        seller, _is_new = Partner.objects.get_or_create(producer=producer, defaults={"name": producer.name[:128]})
        sheet, is_new = OfferSheet.objects.get_or_create(
            seller=seller,
            digest=hashlib.sha256(content).hexdigest(),
            defaults={"name": file.name[:200], "content": content, "uploaded_by": request.user},
        )
        if not is_new:
            messages.info(request, _("This very file was uploaded before."))
        return redirect("portal-sheet", sheet.pk)
    former = OfferSheet.objects.filter(seller__producer=producer).select_related("uploaded_by").defer("content")[:10]
    return page(request, "products/sheets", {"producer": producer, "former": former}, form=form)


@require_safe
@never_cache
@login_required
def template(request, producer_pk: int):
    """The producer's offers as a table to be filled in."""
    producer = producer_for(request.user, producer_pk)
    content = b"".join(csv_lines(template_rows(producer)))
    headers = {"Content-Disposition": 'attachment; filename="gia-va-ton-kho.csv"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def sheet(request, pk: int):
    """What the table would change; a POST changes it, if it still is what was shown."""
    upload = sheet_for(request.user, pk)
    producer = upload.seller.producer
    reading = read_sheet(upload.name, bytes(upload.content), producer=producer)
    refusals: list[str] = []
    if request.method == "POST" and not reading.faults:
        if request.POST.get("version") != reading.version:
            refusals = [_("An offer has been changed meanwhile. Please look at the list once more.")]
        else:
            edits = [change.edit for change in reading.others]
            try:
                changed = edit_offers(producer=producer, edits=edits, by=request.user)
            except OffersRefused as refusal:
                refusals = sorted({reason for fault in refusal.faults.values() for reason in fault.values()})
            else:
                OfferSheet.objects.filter(pk=pk).update(applied_at=timezone.now())
                messages.success(request, _("%(n)s offers changed.") % {"n": changed})
                return redirect("portal-products", producer.pk)
    context = {
        "producer": producer,
        "upload": upload,
        "reading": reading,
        "others": reading.others[:SHOWN],
        "faults": reading.faults[:SHOWN],
        "refusals": refusals,
    }
    response = page(request, "products/sheet", context)
    response.status_code = 422 if refusals or (request.method == "POST" and reading.faults) else 200
    return response
