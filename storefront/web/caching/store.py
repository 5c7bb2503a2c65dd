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
MAX_ADDRESSES = 10_000
"""Of how many pages the store knows which units they show."""
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


@dataclasses.dataclass(frozen=True)
class _Kept:
    value: Any
    size: int
    units: str


class PageStore:
    """Pages, and what goes into them, of one state of everything they depend on (`state.state_of`).

    What was not asked for longest leaves first. Whoever reads names the state that it sees itself, so that nobody is
    given what was made from another one. A page that shows how many units are left is kept with the digest of these
    numbers, and is not given to who sees others. Safe between threads.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._units_of: OrderedDict[Hashable, frozenset[int]] = OrderedDict()
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

    def units_of(self, key: Hashable) -> frozenset[int] | None:
        """The products whose units this page showed when it was last made; None where nobody knows."""
        with self._lock:
            return self._units_of.get(key)

    def learn(self, key: Hashable, products: frozenset[int] | None) -> None:
        """This page shows the units of these products; None: perhaps of all. Outlives the state."""
        with self._lock:
            self._units_of.pop(key, None)
            if products is not None:
                self._units_of[key] = products
            while len(self._units_of) > MAX_ADDRESSES:
                self._units_of.popitem(last=False)

    def kept_units(self, key: Hashable) -> str | None:
        """The digest of units from which the page under this key was made; None where none is kept."""
        with self._lock:
            kept = self._kept.get(key)
            return kept.units if kept else None

    def get(self, state: str, key: Hashable, units: str | None = "") -> Any:
        """What is kept under this key, made from this state and these units; or None."""
        with self._lock:
            kept = self._kept.get(key)
            if state != self._state or kept is None or units != kept.units or not is_on():
                return None
            self._kept.move_to_end(key)
            return kept.value

    def put(self, state: str, key: Hashable, value: Any, *, size: int, units: str = "") -> None:
        """Keep what was made from this state and takes so many bytes. Does nothing where the cache is off."""
        if not is_on():
            return
        limit = settings.PAGE_CACHE_MB * 1_000_000
        with self._lock:
            self._enter(state)
            former = self._kept.pop(key, None)
            self.size += size - (former.size if former else 0)
            self._kept[key] = _Kept(value, size, units)
            while self.size > limit:
                self.size -= self._kept.popitem(last=False)[1].size

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._noted_at = 0.0
            self._units_of.clear()
            self._enter("")


page_store = PageStore()
"""The one of this process: `PAGE_CACHE_MB` holds for everything in it."""
