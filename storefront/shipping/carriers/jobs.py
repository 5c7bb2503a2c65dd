"""What the worker does about carriers."""

from .services import ask_carriers

PAUSE_SECONDS = 60.0


def upkeep() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    ask_carriers()
    return PAUSE_SECONDS
