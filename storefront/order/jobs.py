"""What the worker does about guests' orders: tell what ran out, forget what is old. Stock is right without it."""

from django.db.models import Min
from django.utils import timezone

from storefront.partner.models import StockHold
from storefront.partner.services import forget_expired_holds

from .services.calls import close_late_calls, forget_networks, tell_of_missed_calls

SHORTEST_PAUSE_SECONDS, MAX_PAUSE_SECONDS = 0.5, 30


def upkeep() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until the next hold ends."""
    forget_expired_holds()
    tell_of_missed_calls()
    close_late_calls()
    forget_networks()
    ends = StockHold.objects.aggregate(next=Min("expires_at"))["next"]
    pause = (ends - timezone.now()).total_seconds() if ends else MAX_PAUSE_SECONDS
    return min(max(pause, SHORTEST_PAUSE_SECONDS), MAX_PAUSE_SECONDS)
