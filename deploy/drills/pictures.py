"""Pictures from strangers: twelve bombs at a time are in flight, and the site goes on.

`python -m deploy.drills.pictures [address pid]`: against a running demo, where reports and events stay behind, or one
started for it. Exit code 1 if a bound did not hold. About a minute.
"""

import contextlib
import dataclasses
import functools
import http.client
import io
import itertools
import re
import struct
import sys
import tempfile
import threading
import time
import urllib.parse
import uuid
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
from PIL import Image

from deploy.audit.people import signed_in
from deploy.audit.site import running_site

TOGETHER = 12
HEALTH_SECONDS = 1.0
MEMORY_MB = 400
SEND_SECONDS = 60
EDGE = 7000
FORM = "/bao-nghi-ngo/"
PRODUCER = "htx"
DECODER = "media/decoder.py"

_networks = itertools.count(1)


# -- bombs ---------------------------------------------------------------------------------------------------------


def _png(edge: int = EDGE) -> bytes:
    """A picture of one colour, without holding it in memory."""
    row = b"\0" + b"\x96\x64\x32" * edge
    packer = zlib.compressobj(9)
    data = b"".join([*(packer.compress(row) for _ in range(edge)), packer.flush()])
    header = struct.pack(">IIBBBBB", edge, edge, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _saved(kind: str, edge: int = EDGE, **options) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (edge, edge), (150, 100, 50)).save(buffer, kind, **options)
    return buffer.getvalue()


BOMBS: dict[str, Callable[[], bytes]] = {
    "WebP": functools.partial(_saved, "WEBP", lossless=True, method=0, quality=0),
    "PNG": _png,
    "PNG just within a visitor's limit": functools.partial(_png, 3500),
    "AVIF": functools.partial(_saved, "AVIF", speed=10),
    "JPEG": functools.partial(_saved, "JPEG"),
    "progressive JPEG": functools.partial(_saved, "JPEG", progressive=True),
    "GIF": functools.partial(_saved, "GIF"),
    "cut off JPEG": lambda: _saved("JPEG")[:-1000],
    "PNG with a page behind it": lambda: _png() + b"<html><script>alert(1)</script>",
}


# -- sending -------------------------------------------------------------------------------------------------------


@dataclasses.dataclass
class Answer:
    """`status` is 0 where none came."""

    status: int
    seconds: float


def _multipart(fields: dict[str, str], file_field: str, content: bytes) -> tuple[bytes, str]:
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{file_field}"; filename="a.jpg"\r\n\r\n'.encode()
    return b"".join([*parts, head, content, f"\r\n--{boundary}--\r\n".encode()]), boundary


def _post(url: str, path: str, fields: dict[str, str], file_field: str, content: bytes, **headers: str) -> Answer:
    """One form with a file, from a network of its own (a loopback address)."""
    number = next(_networks)
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(
        "127.0.0.1", parts.port or 80, timeout=SEND_SECONDS,
        source_address=(f"127.{100 + number // 60000}.{number // 250 % 250}.{1 + number % 250}", 0),
    )  # fmt: skip
    body, boundary = _multipart(fields, file_field, content)
    headers |= {
        "Host": parts.netloc, "Content-Type": f"multipart/form-data; boundary={boundary}", "Connection": "close",
        "Origin": url, "Referer": f"{url}{path}",
    }  # fmt: skip
    began = time.monotonic()
    status = 0
    with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        answer.read()
        status = answer.status
    return Answer(status, time.monotonic() - began)


def _visitor(url: str, content: bytes) -> Answer:
    return _post(url, FORM, {"text": "drill"}, "photo", content)


def _producer(url: str) -> Callable[[str, bytes], Answer]:
    """Sends a photo of something that happened to a lot, as the demo's producer."""
    person = signed_in(url, PRODUCER)
    path = person.link("/theo-doi/", r"/theo-doi/lo/\d+/") + "su-kien/"
    _status, form = person.fetch(path)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.decode())[1]
    started_at = re.search(r'name="started_at" value="([^"]+)"', form.decode())[1]
    cookie = "; ".join(f"{item['name']}={item['value']}" for item in person.cookies)

    def send(url: str, content: bytes) -> Answer:
        fields = {
            "csrfmiddlewaretoken": token, "kind": "harvest", "started_at": started_at, "quantity_unit": "kg",
            "entry": str(uuid.uuid4()),
        }  # fmt: skip
        return _post(url, path, fields, "photo_file", content, Cookie=cookie)

    return send


# -- watching ------------------------------------------------------------------------------------------------------


class Watch:
    """While it is open: the slowest answer of /healthz (seconds) and the largest memory (MB) of the web server's
    processes and of the decoder."""

    def __init__(self, url: str, pid: int):
        self.url = url
        self.server = psutil.Process(pid)
        self.health_seconds = 0.0
        self.health_faults = 0
        self.server_mb = 0.0
        self.decoder_mb = 0.0
        self.decoders = 0
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._health), threading.Thread(target=self._memory)]

    def __enter__(self) -> "Watch":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error) -> None:
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def _health(self) -> None:
        parts = urllib.parse.urlsplit(self.url)
        while not self._is_over.is_set():
            began = time.monotonic()
            try:
                connection = http.client.HTTPConnection("127.0.0.1", parts.port or 80, timeout=SEND_SECONDS)
                with contextlib.closing(connection):
                    connection.request("GET", "/healthz", headers={"Host": parts.netloc})
                    self.health_faults += connection.getresponse().status != 200
            except OSError:
                self.health_faults += 1
            self.health_seconds = max(self.health_seconds, time.monotonic() - began)
            self._is_over.wait(0.05)

    def _memory(self) -> None:
        while not self._is_over.is_set():
            decoders = 0
            for process, is_decoder in self._processes():
                with contextlib.suppress(psutil.Error):
                    megabytes = process.memory_info().rss / 1_000_000
                    if is_decoder:
                        decoders += 1
                        self.decoder_mb = max(self.decoder_mb, megabytes)
                    else:
                        self.server_mb = max(self.server_mb, megabytes)
            self.decoders = max(self.decoders, decoders)
            self._is_over.wait(0.02)

    def _processes(self) -> Iterator[tuple[psutil.Process, bool]]:
        with contextlib.suppress(psutil.Error):
            for process in (self.server, *self.server.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    yield process, any(part.endswith(DECODER) for part in process.cmdline())


# -- the drill -----------------------------------------------------------------------------------------------------


def run(url: str, pid: int) -> list[tuple[str, str, bool]]:
    """Bombs of every kind at once from visitors, then from a signed-in producer, then a real photo of each."""
    senders: dict[str, Callable[[str, bytes], Answer]] = {"visitors": _visitor, "a producer": _producer(url)}
    figures = []
    for who, send in senders.items():
        for name, make in BOMBS.items():
            figures += _volley(url, pid, f"{TOGETHER} × {name} from {who}", send, make())
    photo = _saved("JPEG", 4000)
    for who, send in senders.items():
        answer = send(url, photo)
        figures.append(
            (f"afterwards a photo of 16 million pixels from {who}", str(answer.status), answer.status == 302)
        )
    return figures


def _volley(url: str, pid: int, label: str, send, content: bytes) -> list[tuple[str, str, bool]]:
    answers: list[Answer] = []
    with Watch(url, pid) as watch:
        threads = [threading.Thread(target=lambda: answers.append(send(url, content))) for _ in range(TOGETHER)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    statuses = Counter(answer.status for answer in answers)
    told = ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))
    is_told = set(statuses) <= {302, 422, 429, 503}
    slowest = max(answer.seconds for answer in answers)
    return [
        (f"{label} ({len(content) / 1000:.0f} kB): answers", f"{told}, the slowest after {slowest:.1f} s", is_told),
        (
            "  meanwhile /healthz",
            f"{watch.health_seconds:.2f} s at most (bound {HEALTH_SECONDS:.0f} s)",
            watch.health_seconds <= HEALTH_SECONDS and not watch.health_faults,
        ),
        ("  web process", f"{watch.server_mb:.0f} MB (bound {MEMORY_MB} MB)", watch.server_mb < MEMORY_MB),
        ("  decoders", f"{watch.decoders} at a time, {watch.decoder_mb:.0f} MB", watch.decoders <= 1),
    ]


def listening(port: int) -> int:
    """Process id of the web server on a port of this machine. LookupError if there is none."""
    for connection in psutil.net_connections("tcp"):
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port and connection.pid:
            process = psutil.Process(connection.pid)
            parent = process.parent()
            return parent.pid if parent and "granian" in " ".join(parent.cmdline()) else process.pid
    raise LookupError(f"nobody listens on port {port}")


def main(arguments: list[str]) -> int:
    with contextlib.ExitStack() as cleanup:
        if arguments:
            url, pid = arguments[0].rstrip("/"), int(arguments[1])
        else:
            folder = Path(cleanup.enter_context(tempfile.TemporaryDirectory()))
            url = cleanup.enter_context(running_site(log=folder / "site.log", SAOBUON_VAR=str(folder / "var")))
            pid = listening(urllib.parse.urlsplit(url).port)
        figures = run(url, pid)
    for label, figure, held in figures:
        print(f"{'  ' if held else '! '}{label}: {figure}")
    return 0 if all(held for _label, _figure, held in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
