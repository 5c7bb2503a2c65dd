"""Rendered pages in the memory of one process: bounded, and empty again as soon as anything changes."""

import dataclasses
import gzip
import threading
import time
from collections import OrderedDict

import brotli
from django.http import HttpResponse

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


class Store:
    """Pages of one revision, the ones not asked for longest leave first. Safe between threads."""

    def __init__(self):
        self._lock = threading.Lock()
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._revision = ""
        self._noted_at = 0.0
        self.size = 0

    def note(self, revision: str) -> None:
        """This is the revision now: pages of another one are forgotten."""
        with self._lock:
            self._noted_at = time.monotonic()
            if revision != self._revision:
                self._pages.clear()
                self._revision, self.size = revision, 0

    def last_revision(self, *, end: str, seconds: float) -> str:
        """The revision that was noted last, if that was within so many seconds and it ends so; or blank."""
        with self._lock:
            is_fresh = time.monotonic() - self._noted_at < seconds
            return self._revision if is_fresh and self._revision.endswith(end) else ""

    def get(self, revision: str, key: str) -> Page | None:
        with self._lock:
            if revision != self._revision or key not in self._pages:
                return None
            self._pages.move_to_end(key)
            return self._pages[key]

    def put(self, revision: str, key: str, page: Page, *, limit: int) -> None:
        """Keep a page; `limit` is in bytes for all pages together."""
        if revision != self._revision:
            self.note(revision)
        with self._lock:
            former = self._pages.pop(key, None)
            self.size += page.size - (former.size if former else 0)
            self._pages[key] = page
            while self.size > limit:
                self.size -= self._pages.popitem(last=False)[1].size
