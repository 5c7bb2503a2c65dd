"""What the worker does for sellers' mails."""

from .services import sum_up

PAUSE_SECONDS = 300


def mornings() -> float:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`); seconds until it is due again."""
    sum_up()
    return PAUSE_SECONDS
