"""Pages in the memory of one process: bounded, and forgotten as soon as anything they show changes."""

import dataclasses
import gzip
import threading
import time
from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

import brotli
from django.conf import settings
from django.http import HttpResponse

from .state import is_on

ENCODERS = {"br": lambda body: brotli.compress(body, quality=5), "gzip": lambda body: gzip.compress(body, 6, mtime=0)}
NOT_KEPT = {"content-length", "content-encoding", "etag"}


@dataclasses.dataclass
class Page:
    """One page as it was rendered. Compressed when first asked for, once for each encoding. No secret may
    stand on it beside text of the visitor's, or compression would tell it."""

    headers: tuple[tuple[str, str], ...]
    bodies: dict[str, bytes]

    @classmethod
    def of(cls, response: HttpResponse) -> "Page":
        headers = tuple((name, value) for name, value in response.items() if name.lower() not in NOT_KEPT)
        return cls(headers, {"": response.content})

    @property
    def size(self) -> int:
        """Bytes it takes in the end, compressed forms included."""
        return len(self.bodies[""]) * 3 // 2 + 1_000

    def response(self, accepted: str) -> HttpResponse:
        """A response for a visitor whose browser accepts these encodings (the header Accept-Encoding)."""
        encoding = _best_encoding(accepted)
        if encoding not in self.bodies:
            self.bodies[encoding] = ENCODERS[encoding](self.bodies[""])
        response = HttpResponse(self.bodies[encoding], headers=dict(self.headers))
        response["Content-Length"] = str(len(self.bodies[encoding]))
        if encoding:
            response["Content-Encoding"] = encoding
        return response


def _best_encoding(accepted: str) -> str:
    offers = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        offers[name.strip()] = weight.replace(" ", "")
    for name in ENCODERS:
        if name in offers and offers[name] not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            return name
    return ""


class PageStore:
    """Pages, and what goes into them, of one state of everything they depend on (`state.state_of`).

    What was not asked for longest leaves first. Whoever reads names the state that it sees itself, so that nobody is
    given what was made from another one. Safe between threads.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._state = ""
        self._noted_at = 0.0
        self.size = 0

    def note(self, state: str) -> None:
        """This is the state now: what was made from another one is forgotten."""
        with self._lock:
            self._noted_at = time.monotonic()
            self._enter(state)

    def _enter(self, state: str) -> None:
        if state != self._state:
            self._kept.clear()
            self._state, self.size = state, 0

    def last_state(self, *, end: str, seconds: float) -> str:
        """The state that was noted last, if that was within so many seconds and it ends so; or blank."""
        with self._lock:
            is_fresh = time.monotonic() - self._noted_at < seconds
            return self._state if is_fresh and self._state.endswith(end) else ""

    def get(self, state: str, key: Hashable) -> Any:
        """What is kept under this key, made from this state; or None."""
        with self._lock:
            if state != self._state or key not in self._kept or not is_on():
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def put(self, state: str, key: Hashable, value: Any, *, size: int) -> None:
        """Keep what was made from this state and takes so many bytes. Does nothing where the cache is off."""
        if not is_on():
            return
        limit = settings.PAGE_CACHE_MB * 1_000_000
        with self._lock:
            self._enter(state)
            _former, former_size = self._kept.pop(key, (None, 0))
            self.size += size - former_size
            self._kept[key] = value, size
            while self.size > limit:
                self.size -= self._kept.popitem(last=False)[1][1]

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._noted_at = 0.0
            self._enter("")


page_store = PageStore()
"""The one of this process: `PAGE_CACHE_MB` holds for everything in it."""
