"""What the worker does about complaints: close those that nobody goes on with."""

from .services import close_silent_claims

PAUSE_SECONDS = 600.0


def upkeep() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    close_silent_claims()
    return PAUSE_SECONDS
