"""The producer's own account for transfers: the one in use, a change that waits, and what was before."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalogue.errors import Refusal
from storefront.accounts.access import producer_for
from storefront.partner.models import Partner
from storefront.payment.models import BankAccount
from storefront.payment.services import accounts
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.web.idempotency.decorators import sent_once

from .forms import BankAccountForm
from .queries import history_of


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def bank_account(request, producer_pk: int):
    """A POST proposes another account, or takes the proposal back (`step`)."""
    producer = producer_for(request.user, producer_pk)
    seller = Partner.objects.filter(producer=producer).first()
    own = BankAccount.objects.filter(partner=seller) if seller else BankAccount.objects.none()
    waiting = own.waiting().order_by("-pk").first()
    if request.method == "POST" and request.POST.get("step") == "withdraw":
        return _withdraw(request, producer, waiting)
    form = BankAccountForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        seller = seller or _new_seller(producer)
        try:
            accounts.enter_account(by=request.user, partner=seller, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("number", refusal.message)
        else:
            messages.success(request, _("Sent to the shop office. Until it agrees nothing changes for buyers."))
            return redirect("portal-bank-account", producer.pk)
    context = {
        "producer": producer,
        "in_use": own.filter(is_active=True).first(),
        "waiting": waiting,
        "history": history_of(seller) if seller else [],
        "pays_sellers": settings.PAYMENT_ACCOUNTS == "sellers",
    }
    return page(request, "bank_account", context, form=form)


def _new_seller(producer) -> Partner:
    return Partner.objects.get_or_create(producer=producer, defaults={"name": producer.name[:128]})[0]


def _withdraw(request, producer, waiting: BankAccount | None):
    try:
        if waiting:
            accounts.close_account(account=waiting, by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Taken back."))
    return redirect("portal-bank-account", producer.pk)
