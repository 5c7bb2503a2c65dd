"""What the worker does about alerts: tell who waits, forget what is over."""

from .services import forget_old_alerts, tell_who_waits

PAUSE_SECONDS = 30.0


def upkeep() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    tell_who_waits()
    forget_old_alerts()
    return PAUSE_SECONDS
