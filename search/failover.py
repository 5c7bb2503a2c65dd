"""Which engine answers: the chosen one, and the other one while that gives no answer or lags behind."""

import dataclasses
import logging
import threading
import time
from collections.abc import Callable

from django.conf import settings

from . import state
from .contract import SearchResult
from .engines import ELASTICSEARCH, EMBEDDED, Engine, engine, maintained_engines

FIRST_PAUSE_SECONDS = 2
MAX_PAUSE_SECONDS = 30

logger = logging.getLogger(__name__)


def first_answer(ask: Callable[[Engine], SearchResult]) -> SearchResult:
    """What the chosen engine answers, or another one that is up to date when it cannot."""
    wanted = chosen()
    # The embedded engine comes second or is the chosen one, and is always asked: there is an answer.
    for name in sorted(maintained_engines(), key=lambda name: name != wanted):
        if name == ELASTICSEARCH and (is_behind() or not breaker.allows()):
            continue
        result = _ask(name, ask)
        if result.is_available:
            break
    return dataclasses.replace(result, is_degraded=result.engine != wanted)


def _ask(name: str, ask: Callable[[Engine], SearchResult]) -> SearchResult:
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
    return name if name in maintained_engines() else EMBEDDED


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

    def __init__(self) -> None:
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
        return min(MAX_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2.0 ** min(self._failures - 1, 10))


breaker = Breaker()
"""Of Elasticsearch, in this process."""
