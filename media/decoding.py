"""The one way from an upload to pixels: never in the process that answers requests.

One upload is opened at a time on this machine, by `media.decoder`, a process with little memory and little time. Who
comes while it works is told so soon: a thread that waits is a thread that answers nobody.
"""

import contextlib
import dataclasses
import fcntl
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from django.conf import settings

DECODER = Path(__file__).with_name("decoder.py")
MEMORY_MB = 640
"""A photo of 51 million pixels needs 230 as JPEG or PNG, one of 25 million 410 as WebP."""
CPU_SECONDS = 8
DEADLINE_SECONDS = 10
RETRY_SECONDS = 5
"""What somebody is told to wait who came while another upload was opened."""
_PAUSE_SECONDS = 0.05

PHONE_PIXELS = 51_000_000
"""The largest photos of phones, 8192 × 6144; more is a mistake or an attack."""


@dataclasses.dataclass(frozen=True)
class Limits:
    """What one kind of sender may send. `pixels`: kind → most pixels; `wait_seconds` for the upload before."""

    pixels: dict[str, int]
    wait_seconds: float
    waiting_room: threading.Semaphore = dataclasses.field(default_factory=lambda: threading.Semaphore(1))
    """Only one waits, so that the other threads go on answering."""

    def as_argument(self, *, documents: bool) -> str:
        """For `media.decoder`."""
        own = {"pixels": self.pixels, "documents": documents}
        return json.dumps({**own, "memory_mb": MEMORY_MB, "cpu_seconds": CPU_SECONDS})


# Phones write JPEG, which is decoded at a fraction of its size; the other kinds cost memory for every pixel.
SIGNED_IN = Limits(
    {"JPEG": PHONE_PIXELS, "PNG": PHONE_PIXELS, "WEBP": 25_000_000, "AVIF": 25_000_000, "HEIF": PHONE_PIXELS},
    wait_seconds=5,
)
VISITORS = Limits(
    {"JPEG": PHONE_PIXELS, "PNG": 12_500_000, "WEBP": 12_500_000, "AVIF": 12_500_000, "HEIF": PHONE_PIXELS},
    wait_seconds=1,
)
MIME_TYPES = (*(f"image/{kind.lower()}" for kind in SIGNED_IN.pixels), "image/heic")
"""What a browser may offer; it calls the photos of iPhones by both names."""


class DecoderBusy(Exception):
    """Another upload is being opened. Nothing is wrong with this one."""


@dataclasses.dataclass(frozen=True)
class Decoded:
    """`source` is the kind of the upload, `kept` the ending of what is kept of it; a document has no size."""

    source: str
    kept: str
    width: int
    height: int
    content: bytes


@dataclasses.dataclass(frozen=True)
class Refusal:
    """Why an upload is not taken: a code of `media.uploads` with its numbers."""

    code: str
    values: dict[str, int]


def decode(data: bytes, *, limits: Limits, documents: bool = False) -> Decoded | Refusal:
    """What we keep of an upload; with `documents` it may be a PDF. DecoderBusy while another one is opened."""
    with _turn(limits):
        try:
            done = subprocess.run(  # noqa: S603 - our own program with our own arguments
                [sys.executable, "-I", str(DECODER), limits.as_argument(documents=documents)],
                input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=DEADLINE_SECONDS, env={},
                check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return Refusal("too_heavy", {})
    line, _newline, content = done.stdout.partition(b"\n")
    if done.returncode != 0 or not line:  # it met one of its limits
        return Refusal("too_heavy", {})
    facts = json.loads(line)
    if code := facts.pop("refused", ""):
        return Refusal(code, facts)
    return Decoded(content=content, **facts)


@contextlib.contextmanager
def _turn(limits: Limits) -> Iterator[None]:
    """Our turn at the one decoder of this machine. The kernel gives it back should we die."""
    settings.DECODER_LOCK.parent.mkdir(parents=True, exist_ok=True)
    with open(settings.DECODER_LOCK, "a") as lock:
        if not _is_ours(lock):
            _wait(lock, limits)
        yield


def _wait(lock: TextIO, limits: Limits) -> None:
    if not limits.waiting_room.acquire(blocking=False):
        raise DecoderBusy
    try:
        deadline = time.monotonic() + limits.wait_seconds
        while not _is_ours(lock):
            if time.monotonic() >= deadline:
                raise DecoderBusy
            time.sleep(_PAUSE_SECONDS)
    finally:
        limits.waiting_room.release()


def _is_ours(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
