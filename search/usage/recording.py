"""Counting searches off the path of the request.

A page adds one to a number in the memory of its process. A thread of the process writes the numbers to the
database now and then, in a transaction of its own; while the database takes none they wait, at most `LONGEST`.
"""

import atexit
import contextlib
import datetime
import logging
import multiprocessing.util
import threading

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from search.contract import SearchQuery, SearchResult, count_other_kinds

from .services import Tally, add_counts
from .texts import normalised

LONGEST = 5_000
"""Different texts that may wait; others are dropped until there is room."""
LONGEST_REST_SECONDS = 60

logger = logging.getLogger(__name__)

Waiting = dict[tuple[datetime.date, str], Tally]


class QueryLog:
    """The numbers of this process. Its thread starts with the first search (after any fork)."""

    def __init__(self):
        self._waiting: Waiting = {}
        self._guard = threading.Lock()  # of the numbers and of the thread's start
        self._writing = threading.Lock()
        self._thread: threading.Thread | None = None

    def note(self, query: SearchQuery, result: SearchResult) -> None:
        """Count a text that was searched for. Never waits for the database and never fails.

        Only the first page of the plain text counts: pages, filters and orders chosen afterwards belong to
        the same search, and what the filters leave empty is no gap in the register.
        """
        try:
            if result.is_available and _is_plain(query) and (text := normalised(query.text)):
                self._add({(timezone.localdate(), text): _tally(query, result)})
                if settings.QUERY_LOG_FLUSH_SECONDS and self._thread is None:
                    self._start()
        except Exception:
            logger.exception("a search was not counted")

    def _add(self, found: Waiting) -> None:
        with self._guard:
            for key, tally in found.items():
                known = self._waiting.get(key)
                if known or len(self._waiting) < LONGEST:
                    self._waiting[key] = known + tally if known else tally

    def waiting(self) -> int:
        """Searches that are not written yet."""
        return sum(tally.searches for tally in self._waiting.values())

    def flush(self) -> None:
        """Write all numbers that wait. DatabaseError leaves them waiting."""
        with self._writing:
            with self._guard:
                taken, self._waiting = self._waiting, {}
            if not taken:
                return
            try:
                add_counts(taken)
            except BaseException:
                self._add(taken)
                raise

    def _start(self) -> None:
        with self._guard:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="searches", daemon=True)
                self._thread.start()
                atexit.register(self.stop)
                # Workers of a web server that forks end without atexit.
                multiprocessing.util.Finalize(self, self.stop, exitpriority=10)

    def _run(self) -> None:
        pause, rest = threading.Event(), settings.QUERY_LOG_FLUSH_SECONDS
        while settings.QUERY_LOG_FLUSH_SECONDS:
            pause.wait(rest)
            try:
                close_old_connections()
                self.flush()
                rest = settings.QUERY_LOG_FLUSH_SECONDS
            except Exception as error:  # noqa: BLE001 - the thread must live
                rest = min(LONGEST_REST_SECONDS, rest * 2)
                logger.warning("searches wait to be counted: %s", type(error).__name__)
                with contextlib.suppress(Exception):
                    connection.close()

    def stop(self) -> None:
        """Write what waits before the process ends."""
        with contextlib.suppress(DatabaseError):
            self.flush()


def _tally(query: SearchQuery, result: SearchResult) -> Tally:
    """What names a story, a producer or a fair was found, even where no product is called so."""
    is_found = bool(result.total and not result.near) or any(count_other_kinds(query).values())
    return Tally(1, int(not is_found and not result.total), int(not is_found and bool(result.total)))


def _is_plain(query: SearchQuery) -> bool:
    """Whether this is a text on its first page, as it was typed."""
    plain = SearchQuery(text=query.text, page_size=query.page_size, on=query.on)
    return query == plain


query_log = QueryLog()
