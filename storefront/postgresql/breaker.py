"""After the database was not there, one thread at a time tries again; all others are told at once."""

import contextlib
import threading
import time
from collections.abc import Iterator

import psycopg

PROBE_SECONDS = 3
"""How long the one who tries has the way to itself; longer than its patience with a new connection."""


class Breaker:
    """What this process knows of one database server. Safe between threads."""

    def __init__(self):
        self._guard = threading.Lock()
        self._closed_until = 0.0  # monotonic; 0 while all is well
        self._is_silent = False

    @contextlib.contextmanager
    def attempt(self, *, rest: float) -> Iterator[None]:
        """Around a new connection. Raises psycopg.OperationalError while nobody should try.

        `rest` is in seconds; with 0 everybody may try at any time.
        """
        if not rest:
            yield
            return
        with self._guard:
            if self._closed_until:
                if time.monotonic() < self._closed_until:
                    raise psycopg.OperationalError("the database was away a moment ago")
                self._closed_until = time.monotonic() + PROBE_SECONDS
        try:
            yield
        except psycopg.OperationalError as error:
            self.trip(rest=rest, is_silent=isinstance(error, psycopg.errors.ConnectionTimeout))
            raise
        with self._guard:
            self._closed_until, self._is_silent = 0.0, False

    def trip(self, *, rest: float, is_silent: bool) -> None:
        """The database is not there. `is_silent`: it took what we sent and did not answer."""
        if rest:
            with self._guard:
                self._closed_until = time.monotonic() + rest
                self._is_silent = self._is_silent or is_silent

    @property
    def is_silent(self) -> bool:
        """Whether connections that were made before will not be answered either."""
        return self._is_silent


_breakers: dict[tuple, Breaker] = {}


def breaker_of(settings_dict: dict) -> Breaker:
    """The one for this server and database, shared by all connections of the process."""
    options = settings_dict["OPTIONS"]
    key = (*(settings_dict[name] for name in ("HOST", "PORT", "NAME")), options.get("host"), options.get("port"))
    return _breakers.setdefault(key, Breaker())
