"""What the worker does about searches: choose what is shown, forget what is old."""

import datetime
import logging

from django.utils import timezone

from search.engines import IndexUnavailable

from .services import forget_old_counts, publish

PUBLISH_SECONDS = 120
UNAVAILABLE_SECONDS = 5

logger = logging.getLogger(__name__)


class Upkeep:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`)."""

    def __init__(self) -> None:
        self.forgot_on: datetime.date | None = None

    def __call__(self) -> float:
        """Publish; once a day forget. Seconds until the next time."""
        today = timezone.localdate()
        if self.forgot_on != today:
            while forgotten := forget_old_counts():
                logger.info("searches: %s old numbers deleted", forgotten)
            self.forgot_on = today
        try:
            publish()
        except IndexUnavailable:
            return UNAVAILABLE_SECONDS  # it is being built
        return PUBLISH_SECONDS


upkeep = Upkeep()
