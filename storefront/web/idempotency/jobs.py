"""What the worker does about forms that were sent."""

from .services import forget_old_forms

PAUSE_SECONDS = 3600.0


def upkeep() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    forget_old_forms()
    return PAUSE_SECONDS
