"""What the worker does about payments. Stock is right without it: holds end by themselves."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from storefront.order.models import Order, ParcelState
from storefront.order.services.parcels import cancel_parcels

from .models import Payment

LATE_HOURS = 48
"""How long money may still come after the units are free again, and find units anew."""
PAUSE_SECONDS = 60.0


def upkeep() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    cancel_unpaid_parcels()
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
