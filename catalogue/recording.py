"""What a process notes while it answers is written to the database a moment later, by a thread of its own."""

import atexit
import contextlib
import logging
import multiprocessing.util
import os
import threading
import weakref
from collections.abc import Callable
from itertools import islice
from typing import Any, Generic, TypeVar

from django.db import DataError, IntegrityError, close_old_connections, connection
from django.db import Error as DatabaseErrors

log = logging.getLogger(__name__)

MAX_PAUSE_SECONDS = 30
"""Between two attempts while the database takes nothing."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class BufferedRecorder(Generic[Key, Value]):
    """Values wait in memory under their keys, to be written in batches. Safe between threads and after a fork.

    - `name`: of the thread, and in the log.
    - `write`: takes a batch, returns how many were new (or None); what it raises leaves the batch waiting.
    - `merge`: makes one value of two with the same key, the older first.
    - `interval`: seconds between two flushes; 0: only `flush` writes.
    - `max_waiting`: keys in memory while the database takes none; others are dropped and counted.

    (docs/decisions/0016-buffered-recorders.md)
    """

    def __init__(
        self,
        name: str,
        *,
        write: Callable[[dict[Key, Value]], int | None],
        merge: Callable[[Value, Value], Value],
        interval: Callable[[], float],
        max_waiting: int,
        batch_size: int = 500,
    ):
        self.name = name
        self.max_waiting = max_waiting
        self.dropped = 0
        self._write, self._merge, self._interval, self._batch_size = write, merge, interval, batch_size
        self._is_ended_with_process = False
        self._begin()
        _recorders.add(self)

    def _begin(self) -> None:
        """Empty and without a thread: at first, and in the child of a fork. What waits there is the parent's."""
        self._waiting: dict[Key, Value] = {}
        self._guard = threading.Lock()  # of what waits and of the thread's start; never held while writing
        self._writing = threading.Lock()
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    # -- while a page is made ----------------------------------------------------------------------

    def put(self, key: Key, value: Value) -> None:
        """Never waits for the database and never fails."""
        try:
            with self._guard:
                is_kept = self._add(key, value)
            if not is_kept:
                self._drop(1)
            elif self._thread is None and self._interval():
                self._start()
        except Exception:
            log.exception("%s: something was not noted", self.name)

    def _add(self, key: Key, value: Value) -> bool:
        """Whether there was room for it."""
        if key in self._waiting:
            self._waiting[key] = self._merge(self._waiting[key], value)
        elif len(self._waiting) < self.max_waiting:
            self._waiting[key] = value
        else:
            return False
        return True

    def _drop(self, number: int) -> None:
        before, self.dropped = self.dropped, self.dropped + number
        if before == 0 or before // 1_000 != self.dropped // 1_000:
            log.error("%s: dropped, the database takes none: %s so far", self.name, self.dropped)

    # -- afterwards --------------------------------------------------------------------------------

    def waiting(self) -> int:
        """Keys that are not written yet."""
        return len(self._waiting)

    def flush(self) -> int:
        """Write everything that waits; how many were new. Whatever `write` raises leaves the rest waiting, but what
        the database will never take is dropped."""
        written = 0
        with self._writing:
            while batch := self._take():
                try:
                    written += self._write(batch) or 0
                except (DataError, IntegrityError):
                    self._drop(len(batch))
                    raise
                except BaseException:
                    self._put_back(batch)
                    raise
        return written

    def _take(self) -> dict[Key, Value]:
        with self._guard:
            batch = dict(islice(self._waiting.items(), self._batch_size))
            for key in batch:
                del self._waiting[key]
        return batch

    def _put_back(self, batch: dict[Key, Value]) -> None:
        """In front of what came meanwhile."""
        with self._guard:
            later, self._waiting = self._waiting, dict(batch)
            lost = sum(not self._add(key, value) for key, value in later.items())
        if lost:
            self._drop(lost)

    def clear(self) -> None:
        """Forget what waits."""
        with self._guard:
            self._waiting = {}

    # -- the thread --------------------------------------------------------------------------------

    def _start(self) -> None:
        """With the first value, so after any fork of the web server."""
        with self._guard:
            if self._thread is not None:
                return
            self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
            self._thread.start()
            if not self._is_ended_with_process:
                self._is_ended_with_process = True
                atexit.register(self.stop)
                # Workers of a web server that forks end without atexit.
                multiprocessing.util.Finalize(self, self.stop, exitpriority=10)

    def _run(self) -> None:
        pause = self._interval()
        while not self._ending.wait(pause) and (interval := self._interval()):
            try:
                close_old_connections()
                self.flush()
                pause = interval
            except Exception as error:  # noqa: BLE001 - the thread must live
                pause = min(MAX_PAUSE_SECONDS, max(pause, interval) * 2)
                log.warning("%s: %s wait for the database: %s", self.name, self.waiting(), type(error).__name__)
                with contextlib.suppress(Exception):
                    connection.close()
        connection.close()
        self._thread = None

    def stop(self) -> None:
        """Write what waits before the process ends, and end the thread."""
        self._ending.set()
        with contextlib.suppress(DatabaseErrors):
            self.flush()


_recorders: weakref.WeakSet[BufferedRecorder[Any, Any]] = weakref.WeakSet()


def _after_fork() -> None:
    for recorder in _recorders:
        recorder._is_ended_with_process = False
        recorder._begin()


os.register_at_fork(after_in_child=_after_fork)
