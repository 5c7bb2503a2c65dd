"""A person chooses which mails it gets about a producer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from storefront.accounts.access import producer_for
from storefront.order.models import SellerMails
from storefront.portal.pages import READ_AND_WRITE, page

from .forms import MailsForm
from .services import set_mails


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def mails(request, producer_pk: int):
    """The choice is the person's own: others who act for the producer have theirs."""
    producer = producer_for(request.user, producer_pk)
    own = SellerMails.objects.filter(user=request.user, producer=producer).first()
    form = MailsForm(request.POST or None, instance=own or SellerMails(user=request.user, producer=producer))
    if form.is_bound and form.is_valid():
        set_mails(user=request.user, producer=producer, **form.cleaned_data)
        messages.success(request, _("Saved. It holds from the next mail on."))
        return redirect("portal-mails", producer.pk)
    return page(request, "orders/mails", {"producer": producer}, form=form)
