"""Clients that never read, never finish, or send far too much, and others who want a page meanwhile."""

import contextlib
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from . import Row
from .asking import Answer, ask, ask_all, summary

READERS, WRITERS = 400, 200
LARGE_BODY = 400_000_000
SENDERS = 12
ANSWER_SECONDS = 1.0
MEMORY_MB = 400
DISK_MB = 150
PAGES = ["/healthz", "/", "/san-pham/", "/healthz", "/", "/san-pham/"]


def run(url: str, pid: int) -> list[Row]:
    ask_all(url, PAGES, at_once=1)  # the first time takes longer
    large = _largest_static_file(pid)
    rows = [_usual(url, pid)]
    with _clients(url, f"GET {large} HTTP/1.1\r\nHost: x\r\n\r\n" * 4, READERS):
        time.sleep(1)
        rows.append(_row(f"{READERS} never read {large}", ask_all(url, PAGES, at_once=3), pid))
    unfinished = ["GET / HTTP/1.1\r\nHost: x", "POST /gop-y/ HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\na"]
    with _clients(url, unfinished[0], WRITERS), _clients(url, unfinished[1], WRITERS):
        rows.append(_row(f"{2 * WRITERS} never finish", ask_all(url, PAGES, at_once=3), pid))
    return [*rows, *_large_bodies(url, pid)]


def _usual(url: str, pid: int) -> Row:
    return _row("nobody else", ask_all(url, PAGES, at_once=3), pid)


def _row(label: str, answers: list[Answer], pid: int) -> Row:
    memory = psutil.Process(pid).memory_info().rss / 1e6
    held = all(one.status == 200 and one.seconds < ANSWER_SECONDS for one in answers) and memory < MEMORY_MB
    return label, f"{summary(answers)}, {memory:.0f} MB", held


def _large_bodies(url: str, pid: int) -> Iterator[Row]:
    announced = ask(url, "/gop-y/", method="POST", headers={"Content-Length": str(LARGE_BODY)})
    yield (
        f"{LARGE_BODY // 1_000_000} MB announced",
        f"{announced.status} after {announced.seconds:.2f} s, nothing was sent",
        announced.status == 413 and announced.seconds < ANSWER_SECONDS,
    )
    endless = ask(url, "/gop-y/", method="POST", body=_pieces(LARGE_BODY // 4))
    yield f"{LARGE_BODY // 4_000_000} MB in chunks", f"{endless.status}", endless.status == 413
    head = "POST /bao-nghi-ngo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n"
    with _clients(url, head + "a" * 9_999_999, SENDERS):
        time.sleep(1)
        disk = _unnamed_megabytes(pid)
        label, figure, held = _row(f"{SENDERS} × 10 MB, not finished", ask_all(url, PAGES, at_once=3), pid)
        yield label, f"{figure}, {disk:.0f} MB on disk", held and disk < DISK_MB


def _pieces(size: int) -> Iterator[bytes]:
    for _ in range(size // 100_000):
        yield b"a" * 100_000


@contextlib.contextmanager
def _clients(url: str, first: str, count: int) -> Iterator[None]:
    """So many clients that have sent this and do nothing else."""
    parts = urlsplit(url)
    with contextlib.ExitStack() as stack:
        for _ in range(count):
            client = stack.enter_context(socket.socket())
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.settimeout(10)
            with contextlib.suppress(OSError):
                client.connect((parts.hostname, parts.port))
                client.sendall(first.encode())
        yield


def _largest_static_file(pid: int) -> str:
    root = Path(psutil.Process(pid).environ()["SAOBUON_VAR"]) / "static"
    largest = max((path for path in root.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    return f"/static/{largest.relative_to(root)}"


def _unnamed_megabytes(pid: int) -> float:
    """Files a process has open that have no name any more: bodies that are too large for memory."""
    total = 0
    for path in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            if os.readlink(path).endswith("(deleted)"):
                total += path.stat().st_size
    return total / 1e6
