"""What the worker does about payments. Stock is right without it: holds end by themselves."""

import datetime
import logging

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from storefront.order.models import Order, ParcelState
from storefront.order.services.parcels import cancel_parcels

from .mail import mail_stray_money
from .models import Notice, Payment
from .queries import unassigned_receipts
from .services.notices import book_notice

logger = logging.getLogger(__name__)

LATE_HOURS = 48
"""How long money may still come after the units are free again, and find units anew."""
LEFT_MINUTES = 2
"""A notice that waits longer was left by its task, which failed or died too often."""
REFUSED_DAYS = 30
PAUSE_SECONDS = 60.0


def upkeep() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    cancel_unpaid_parcels()
    book_left_notices()
    alert_of_stray_money()
    forget_refused_notices()
    return PAUSE_SECONDS


def cancel_unpaid_parcels() -> int:
    """Cancel parcels that nobody has paid LATE_HOURS after their time; how many."""
    before = timezone.now() - datetime.timedelta(hours=LATE_HOURS)
    late = Payment.objects.filter(due_at__lte=before, parcels__state=ParcelState.UNPAID)
    done = 0
    for order_id in sorted(set(late.values_list("order_id", flat=True))):
        with transaction.atomic(), override(settings.LANGUAGE_CODE):
            order = Order.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=order_id).first()
            parcels = (
                list(order.parcels.filter(state=ParcelState.UNPAID).select_related("order__user")) if order else []
            )
            if parcels:
                cancel_parcels(parcels, reason=_("Not paid in time."), by=None)
            done += len(parcels)
    return done


def book_left_notices() -> int:
    """Notices whose task did not do it; how many were tried. One that cannot be booked keeps no other one waiting."""
    before = timezone.now() - datetime.timedelta(minutes=LEFT_MINUTES)
    left = list(Notice.objects.filter(state=Notice.State.RECEIVED, received_at__lte=before).order_by("pk"))
    for notice in left:
        try:
            book_notice(notice)
        except Exception:
            logger.exception("notice %s cannot be booked", notice.pk)
    return len(left)


@transaction.atomic
def alert_of_stray_money() -> int:
    """Tell the office once of money that nothing explains after STRAY_MONEY_MINUTES; how many receipts and messages.

    The rows are locked: two workers send one mail.
    """
    before = timezone.now() - datetime.timedelta(minutes=settings.STRAY_MONEY_MINUTES)
    receipts = unassigned_receipts().filter(alerted_at=None, entered_at__lte=before)
    messages = Notice.objects.filter(state=Notice.State.UNEXPLAINED, alerted_at=None, received_at__lte=before)
    now = timezone.now()
    told = []
    for rows in (receipts, messages):
        ids = list(rows.select_for_update(of=("self",), skip_locked=True).values_list("pk", flat=True))
        rows.model.objects.filter(pk__in=ids).update(alerted_at=now)
        told.append(len(ids))
    if any(told):
        mail_stray_money(receipts=told[0], messages=told[1], at=now)
    return sum(told)


def forget_refused_notices() -> None:
    """What was not believed is of no use after a month."""
    before = timezone.now() - datetime.timedelta(days=REFUSED_DAYS)
    Notice.objects.filter(state=Notice.State.REFUSED, received_at__lt=before).delete()
