"""Which engine answers: the chosen one, and the other one while that gives no answer or lags behind."""

import dataclasses
import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings

from . import state
from .contract import SearchQuery, SearchResult
from .engines import ELASTICSEARCH, EMBEDDED, engine, kept
from .highlights import highlighted
from .intent import understand
from .likeness import LikeQuery

FIRST_PAUSE_SECONDS = 2
LONGEST_PAUSE_SECONDS = 30

logger = logging.getLogger(__name__)


def answer(query: SearchQuery) -> SearchResult:
    """Ask the chosen engine, or another one that is up to date when it cannot answer."""
    started = time.perf_counter()
    result = _first_answer(lambda asked: asked.search(query))
    understood = understand(query.text, without=query.without).understood
    return dataclasses.replace(
        highlighted(result),
        understood=understood,
        total_ms=(time.perf_counter() - started) * 1000,
    )


def answer_like(like: LikeQuery) -> SearchResult:
    """Ask the chosen engine for products like another one, or another engine when it cannot answer."""
    return _first_answer(lambda asked: asked.like(like))


def _first_answer(ask: Callable[[Any], SearchResult]) -> SearchResult:
    wanted = chosen()
    result = None
    for name in sorted(kept(), key=lambda name: name != wanted):
        if name == ELASTICSEARCH and (is_behind() or not breaker.allows()):
            continue
        result = _ask(name, ask)
        if result.is_available:
            break
    return dataclasses.replace(result, is_degraded=result.engine != wanted)


def _ask(name: str, ask: Callable[[Any], SearchResult]) -> SearchResult:
    result = dataclasses.replace(ask(engine(name)), engine=name)
    if name == ELASTICSEARCH:
        breaker.note(is_fine=result.is_available)
    return result


# -- the choice ------------------------------------------------------------------------------------


def chosen() -> str:
    """Name of the engine that should answer: the last one switched to, else `SEARCH_ENGINE`.

    An engine that this site does not keep cannot be chosen.
    """
    try:
        name = state.file("answers").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        name = settings.SEARCH_ENGINE
    return name if name in kept() else EMBEDDED


def choose(name: str) -> None:
    """Let this engine answer from now on, in all processes."""
    state.write("answers", f"{name}\n")
    logger.info("search: %s answers from now on", name)


# -- Elasticsearch is behind -----------------------------------------------------------------------


def is_behind() -> bool:
    """Whether Elasticsearch lacks changes, as far as the worker knows."""
    return state.file("behind").exists()


def is_left_out() -> bool:
    """Whether the chosen engine is not asked because it lacks changes."""
    return chosen() == ELASTICSEARCH and is_behind()


def note_behind(why: str) -> None:
    """Let nobody ask Elasticsearch until it has caught up."""
    if not is_behind():
        logger.warning("search: Elasticsearch is left out until it has caught up: %s", why)
        state.write("behind", why)


def note_caught_up() -> None:
    """Elasticsearch has every change: ask it again."""
    if is_behind():
        logger.info("search: Elasticsearch has caught up")
        state.file("behind").unlink(missing_ok=True)


# -- in this process -------------------------------------------------------------------------------


class Breaker:
    """After a failure nobody asks for some seconds, longer each time; then one search tries again."""

    def __init__(self):
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        self._failures, self._quiet_until = 0, 0.0

    def allows(self) -> bool:
        """Whether to ask now. Where the answer is yes after failures, others are told no meanwhile."""
        if not self._failures:
            return True
        with self._lock:
            if time.monotonic() < self._quiet_until:
                return False
            self._quiet_until = time.monotonic() + self._pause()
            return True

    def note(self, *, is_fine: bool) -> None:
        """How the search went."""
        with self._lock:
            self._failures = 0 if is_fine else self._failures + 1
            self._quiet_until = 0.0 if is_fine else time.monotonic() + self._pause()

    def _pause(self) -> float:
        return min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** min(self._failures - 1, 10))


breaker = Breaker()
"""Of Elasticsearch, in this process."""
