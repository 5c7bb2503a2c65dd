"""The producer's own terms of delivery."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from storefront.accounts.access import producer_for
from storefront.partner.models import Partner
from storefront.partner.services import DELIVERY_TERMS, set_delivery_terms
from storefront.portal.pages import READ_AND_WRITE, page

from .forms import DeliveryForm


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def delivery(request, producer_pk: int):
    """What delivery costs, from when it is free, and the least order."""
    producer = producer_for(request.user, producer_pk)
    seller = Partner.objects.filter(producer=producer).first()
    initial = {name: getattr(seller, name) for name in DELIVERY_TERMS} if seller else {}
    form = DeliveryForm(request.POST or None, initial=initial)
    if seller and form.is_bound and form.is_valid():
        set_delivery_terms(seller=seller, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. It holds for orders from now on."))
        return redirect("portal-delivery", producer.pk)
    return page(request, "delivery", {"producer": producer, "seller": seller}, form=form)
