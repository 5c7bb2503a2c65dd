"""Answers of the application, taken from it in one go: no thread waits for the client who reads them."""

import asyncio
import dataclasses
import io
import os
import tempfile
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from contextlib import suppress

from .limits import Limits

CHUNK, PIECE = 65_536, 16_384
IN_MEMORY = 1_000_000
"""Bytes of a stream before it goes to a file."""

Send = Callable[[dict], Awaitable[None]]


@dataclasses.dataclass
class Answer:
    """`body` is all of it, or `file` is a descriptor of ours with `length` bytes to send from `offset`."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes = b""
    file: int | None = None
    offset: int = 0
    length: int = 0

    def close(self) -> None:
        if self.file is not None:
            os.close(self.file)
            self.file = None


def taken(application: Callable, environ: dict) -> Answer:
    """Ask the WSGI application and take everything it answers; runs in a thread."""
    start: dict = {}

    def start_response(status: str, headers: list[tuple[str, str]], exc_info=None):
        pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        start.update(status=int(status[:3]), headers=pairs)

    result = application(environ, start_response)
    try:
        answer = Answer(start["status"], start["headers"])
        if environ["REQUEST_METHOD"] == "HEAD":
            return answer
        if not getattr(result, "streaming", False):
            answer.body = b"".join(result)
        elif (file := _plain_file(getattr(result, "file_to_stream", None))) is not None:
            _take_file(answer, file)
        else:
            _take_stream(answer, result)
        return answer
    finally:
        if hasattr(result, "close"):
            result.close()


def _plain_file(file) -> io.BufferedIOBase | None:
    """The file of the system in this object, if what it gives is what lies there."""
    inner = getattr(file, "file", file)  # of a temporary file, or one of Django
    return inner if isinstance(inner, io.BufferedReader | io.BufferedRandom) else None


def _take_file(answer: Answer, file: io.BufferedIOBase) -> None:
    """Keep a descriptor of a file from where it stands, or its content if that is small."""
    if file.writable():
        file.flush()
    number, offset = file.fileno(), file.tell()
    length = os.fstat(number).st_size - offset
    if length <= CHUNK:
        answer.body = os.pread(number, length, offset)
    else:
        answer.file, answer.offset, answer.length = os.dup(number), offset, length


def _take_stream(answer: Answer, chunks) -> None:
    """Run the stream to its end. What fails half-way has not been begun to send, and is answered as a fault."""
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        for chunk in chunks:
            spool.write(chunk)
        length = spool.tell()
        spool.seek(0)
        if length <= IN_MEMORY:
            answer.body = spool.read()
        else:
            answer.file, answer.length = os.dup(spool.fileno()), length


async def hand_over(answer: Answer, send: Send, readers: Executor, limits: Limits) -> None:
    """Send an answer at the pace of the client. Whoever takes nothing for `unread_seconds` is dropped: the server
    closes a connection whose answer ends before its length."""
    await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
    if answer.file is None:
        await send({"type": "http.response.body", "body": answer.body})
        return
    loop = asyncio.get_running_loop()
    at, end = answer.offset, answer.offset + answer.length
    with suppress(TimeoutError):
        while at < end:
            chunk = await loop.run_in_executor(readers, os.pread, answer.file, min(CHUNK, end - at), at)
            if not chunk:
                return  # the file became shorter
            at += len(chunk)
            async with asyncio.timeout(limits.unread_seconds):
                for begin in range(0, len(chunk), PIECE):  # the server holds some of them for a slow client
                    piece = chunk[begin : begin + PIECE]
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
