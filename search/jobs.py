"""What the worker does for the search again and again: `settings.PERIODIC_JOBS` names both jobs."""

import time

from . import failover, outbox, replicas, services
from .engines import ELASTICSEARCH, IndexBusy, IndexUnavailable, engine, maintained_engines
from .suggestions import upkeep as suggestions

DRAIN_SECONDS = 0.3
BUSY_SECONDS = 1
CHECK_SECONDS = 5
"""How often Elasticsearch is looked at when there is nothing to tell it, and how often abandoned builds are."""
UNUSED_SECONDS = 3600


class EmbeddedIndex:
    """Brings the changes of the outbox to the embedded index and to the suggestions."""

    def __init__(self) -> None:
        self.has_checked_index = False
        self.next_look_for_builds = 0.0

    def __call__(self) -> float:
        """Take some changes; seconds until the next ones."""
        if not self.has_checked_index:
            replicas.forget_those_not_kept()
        if not (self.has_checked_index and engine().is_in_place() and suggestions.is_in_place()):
            services.rebuild_if_needed()
            self.has_checked_index = True
        if time.monotonic() >= self.next_look_for_builds:
            replicas.forget_abandoned_builds()
            self.next_look_for_builds = time.monotonic() + CHECK_SECONDS
        try:
            return 0 if outbox.drain() + suggestions.drain() else DRAIN_SECONDS
        except IndexBusy:
            return BUSY_SECONDS  # another worker does it; it may die, then it is our turn
        except BaseException:
            self.has_checked_index = False  # perhaps the index is damaged
            raise

    def close(self) -> None:
        """Give up the writers."""
        engine().close()
        suggestions.close()


class Elasticsearch:
    """Brings Elasticsearch up to date, or lets nobody ask it."""

    def __init__(self) -> None:
        self.next_check, self.faults = 0.0, 0

    def __call__(self) -> float:
        """Take some changes; seconds until the next ones."""
        if ELASTICSEARCH not in maintained_engines():
            return UNUSED_SECONDS
        try:
            taken = self._bring_up_to_date()
        except IndexUnavailable as error:
            failover.note_behind(str(error))
            self.next_check, self.faults = 0, min(self.faults + 1, 10)
            return min(CHECK_SECONDS, 0.5 * 2.0**self.faults)
        except BaseException as error:
            failover.note_behind(repr(error)[:200])
            self.next_check = 0
            raise
        if taken:
            return 0
        failover.note_caught_up()
        self.faults = 0
        return DRAIN_SECONDS

    def _bring_up_to_date(self) -> int:
        if time.monotonic() >= self.next_check:
            if reason := services.reason_to_rebuild(ELASTICSEARCH):
                failover.note_behind(reason)
                services.rebuild_if_needed(ELASTICSEARCH)
            self.next_check = time.monotonic() + CHECK_SECONDS
        return replicas.drain_elasticsearch()


embedded_index = EmbeddedIndex()
elasticsearch = Elasticsearch()
