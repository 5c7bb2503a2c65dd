"""A seller's own vouchers: what they give, how often they were used, what they cost."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from storefront.accounts.access import producer_for
from storefront.partner.models import Partner
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.vouchers.forms import VoucherForm
from storefront.vouchers.models import Payer, Terms
from storefront.vouchers.queries import given
from storefront.vouchers.screens import handle
from storefront.web.idempotency.decorators import sent_once


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def vouchers(request, producer_pk: int):
    """The list, and the form for a new one; a POST gives or pauses one."""
    producer = producer_for(request.user, producer_pk)
    seller = Partner.objects.filter(producer=producer).first()
    own = Terms.objects.filter(seller=seller, payer=Payer.SELLER) if seller else Terms.objects.none()
    is_new = request.method == "POST" and not {"pause", "resume"} & set(request.POST)
    form = VoucherForm(request.POST if is_new else None)
    if request.method == "POST" and seller and handle(request, form, own=own, new=lambda: form.given_by(seller)):
        return redirect("portal-vouchers", producer.pk)
    return page(request, "vouchers", {"producer": producer, "seller": seller, "vouchers": given(own)}, form=form)
