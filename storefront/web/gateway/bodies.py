"""Bodies of requests, read from the client within limits before any thread sees them."""

import asyncio
import contextlib
import errno
import itertools
import tempfile
import time
from collections.abc import Awaitable, Callable

from .limits import Limits

Receive = Callable[[], Awaitable[dict]]
LimitOf = Callable[[str], int]


class Gone(Exception):
    """The client has left before its request was complete."""


class Refused(Exception):
    """What was asked is not done; `status` says why: 400, 408, 413, 503 or 507."""

    def __init__(self, status: int):
        super().__init__(status)
        self.status = status


class Bodies:
    """Reads bodies and knows how much of them there is. For one event loop."""

    def __init__(self, limits: Limits, *, smallest: int, limit_of: LimitOf):
        """`limit_of(path)` is the limit in bytes; up to `smallest` it is not asked."""
        self.limits = limits
        self.smallest = smallest
        self.limit_of = limit_of
        self.held = 0
        self.leftovers = 0

    async def read(self, receive: Receive, body: "Body", *, path: str, announced: int | None) -> None:
        """Fill `body`. `announced` is the length the client has told, None if it told none. Raises Gone, Refused."""
        limit = self.smallest
        if announced is not None and announced > limit:
            limit = self.limit_of(path)
            if announced > limit:
                raise Refused(413)
        begin = time.monotonic()
        for pieces in itertools.count():
            message = await self._next(receive, begin, body.size)
            if message["type"] == "http.disconnect":
                raise Gone
            chunk = message.get("body", b"")
            size = body.size + len(chunk)
            if size > limit == self.smallest:
                limit = self.limit_of(path)
            if size > limit:
                raise Refused(413)
            if pieces > self.limits.pieces and size < pieces * self.limits.piece_bytes:
                raise Refused(400)  # each of them costs more than it is worth
            if self.held + len(chunk) > self.limits.bodies_bytes:
                raise Refused(503)
            self.held += len(chunk)
            body.counted += len(chunk)
            body.append(chunk)
            if not message.get("more_body"):
                return

    async def _next(self, receive: Receive, begin: float, size: int) -> dict:
        limits = self.limits
        left = begin + limits.body_seconds + size / limits.slowest_bytes - time.monotonic()
        try:
            async with asyncio.timeout(max(0.0, min(left, limits.silent_seconds))):
                return await receive()
        except TimeoutError:
            raise Refused(408) from None

    def release(self, body: "Body") -> None:
        """Nobody needs it any more."""
        self.held -= body.counted
        body.counted = 0
        body.file.close()

    async def throw_away(self, receive: Receive) -> None:
        """Take what the client still sends, for a while: cut off in the middle it would not read our answer."""
        if self.leftovers >= self.limits.leftovers:
            return
        self.leftovers += 1
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.limits.leftover_seconds):
                    message = await receive()
                    while message["type"] == "http.request" and message.get("more_body"):
                        message = await receive()
        finally:
            self.leftovers -= 1


class Body:
    """What has come so far: in memory, or in a file where it is large."""

    def __init__(self, kept_in_memory: int):
        self.file = tempfile.SpooledTemporaryFile(max_size=kept_in_memory)  # noqa: SIM115 - closed by `release`
        self.size = 0
        self.counted = 0  # of `Bodies.held`

    def append(self, chunk: bytes) -> None:
        """Raises Refused where the disk is full."""
        self.size += len(chunk)
        try:
            self.file.write(chunk)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise Refused(507) from None
            raise
