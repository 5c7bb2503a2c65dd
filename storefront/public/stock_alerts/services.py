"""Telling people once that a product can be bought again (Oscar's `ProductAlert`, our mails).

A member's alert counts at once, a guest's when he has confirmed it by the link of a mail. The worker looks; no
request waits for it. Only the address is kept, and forgotten afterwards.
"""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from catalogue.errors import Refusal
from catalogue.products.models import Product
from catalogue.products.offers import online_offer
from storefront.partner.models import StockRecord

from .mail import mail_confirmation, tell_back

ProductAlert = get_model("customer", "ProductAlert")
MAX_OPEN = 100
"""Of one account or address."""
UNCONFIRMED_DAYS, OVER_DAYS = 7, 30


class AlertRefused(Refusal):
    """There is nothing to wait for; `message` says why."""


def can_be_bought(product: Product) -> bool:
    """Whether the product, or one of its variants, can be bought online now."""
    members = Product.objects.filter(Q(pk=product.pk) | Q(parent=product.pk), is_public=True)
    offers = [online_offer(member) for member in members.prefetch_related("stockrecords__partner")]
    return any(offer and offer.can_buy for offer in offers)


@transaction.atomic
def want_alert(*, product: Product, user=None, email: str = "", language: str = "vi"):
    """Tell this account, or this address, when the product can be bought again; asked again, it is the same alert.

    AlertRefused while it can be bought, and for accounts that wait for very many. None where an address does.
    """
    product = Product.objects.select_for_update(of=("self",)).get(pk=product.pk)
    if can_be_bought(product):
        raise AlertRefused(_("This product can be bought now."))
    mine = ProductAlert.objects.filter(user=user) if user else ProductAlert.objects.filter(user=None, email=email)
    open_alerts = mine.filter(status__in=(ProductAlert.ACTIVE, ProductAlert.UNCONFIRMED))
    alert = open_alerts.filter(product=product).first()
    if alert is None:
        if open_alerts.count() >= MAX_OPEN:
            if user:
                raise AlertRefused(_("You wait for very many products already. Please cancel some of them first."))
            return None
        alert = ProductAlert(product=product, user=user, email="" if user else email)
        alert.save()
    if alert.status == ProductAlert.UNCONFIRMED:
        mail_confirmation(alert, language=language)
    return alert


@transaction.atomic
def confirm_alert(*, alert) -> None:
    """By the link of the mail. A second click changes nothing."""
    alert = ProductAlert.objects.select_for_update().get(pk=alert.pk)
    if alert.can_be_confirmed:
        alert.confirm()


@transaction.atomic
def cancel_alert(*, alert) -> None:
    """By the link of a mail, or in the account."""
    alert = ProductAlert.objects.select_for_update().get(pk=alert.pk)
    if alert.can_be_cancelled:
        alert.cancel()


def tell_who_waits() -> int:
    """Queue a mail for each alert whose product can be bought again, and close it; how many. Safe to run twice."""
    told = 0
    in_stock = StockRecord.objects.in_stock().offered_online()
    of_products = Product.objects.filter(Q(stockrecords__in=in_stock) | Q(children__stockrecords__in=in_stock))
    waiting = ProductAlert.objects.filter(status=ProductAlert.ACTIVE, product__in=of_products.order_by())
    for product in Product.objects.filter(pk__in=waiting.values("product"), is_public=True).order_by("pk"):
        if not can_be_bought(product):
            continue
        with transaction.atomic():
            alerts = ProductAlert.objects.select_for_update(skip_locked=True, of=("self",))
            for alert in (
                alerts.filter(product=product, status=ProductAlert.ACTIVE).select_related("user").order_by("pk")
            ):
                alert.close()
                tell_back(alert)
                told += 1
    return told


def forget_old_alerts() -> None:
    """Delete guests' alerts that nobody confirmed, and those that are over: the addresses are needed no more."""
    now, guests = timezone.now(), ProductAlert.objects.filter(user=None)
    guests.filter(
        status=ProductAlert.UNCONFIRMED, date_created__lt=now - datetime.timedelta(days=UNCONFIRMED_DAYS)
    ).delete()
    over = now - datetime.timedelta(days=OVER_DAYS)
    guests.filter(Q(date_closed__lt=over) | Q(date_cancelled__lt=over)).delete()
