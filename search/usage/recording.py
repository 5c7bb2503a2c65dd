"""Counting searches off the path of the request.

A page adds one to a number in the memory of its process. A thread of the process writes the numbers to the
database now and then, in a transaction of its own; while the database takes none they wait.
"""

import datetime
import logging
import operator
from collections.abc import Mapping

from django.conf import settings
from django.utils import timezone

from catalogue.recording import BufferedRecorder
from search.contract import SearchQuery, SearchResult

from .services import Tally, add_counts
from .texts import normalised

MAX_WAITING = 5_000
"""Different texts that may wait; others are dropped until there is room."""

logger = logging.getLogger(__name__)

Key = tuple[datetime.date, str]


def _write(waiting: dict[Key, Tally]) -> None:
    add_counts(waiting)


query_log: BufferedRecorder[Key, Tally] = BufferedRecorder(
    "searches",
    write=_write,
    merge=operator.add,
    interval=lambda: settings.QUERY_LOG_FLUSH_SECONDS,
    max_waiting=MAX_WAITING,
)
"""The numbers of this process that are not written yet."""


def note_search(query: SearchQuery, result: SearchResult, counts: Mapping[str, int]) -> None:
    """Count a text that was searched for, of which `counts` says how many things of each kind it names.

    Never waits for the database and never fails. Only the first page of the plain text counts: pages, filters and
    orders chosen afterwards belong to the same search, and what the filters leave empty is no gap in the register.
    """
    try:
        if result.is_available and _is_plain(query) and (text := normalised(query.text)):
            query_log.put((timezone.localdate(), text), _tally(result, counts))
    except Exception:
        logger.exception("a search was not counted")


def _tally(result: SearchResult, counts: Mapping[str, int]) -> Tally:
    """What names a story, a producer or a fair was found, even where no product is called so."""
    is_gap = (result.near or not result.total) and not any(counts[kind] for kind in counts if kind != "product")
    return Tally(1, nothing=int(is_gap and not result.total), near=int(is_gap and bool(result.total)))


def _is_plain(query: SearchQuery) -> bool:
    """Whether this is a text on its first page, as it was typed."""
    plain = SearchQuery(text=query.text, page_size=query.page_size, on=query.on)
    return query == plain
