"""What `test_sockets.py` asks for: a WSGI application behind the gateway, with little patience and two threads."""

import os
import tempfile
import threading

import psutil

from storefront.web.gateway import Gateway
from storefront.web.gateway.limits import Limits

FILE_BYTES = 40_000_000
LARGEST, LARGEST_UPLOAD = 100_000, 1_500_000
LIMITS = Limits(
    silent_seconds=3, unread_seconds=2, body_seconds=2, slowest_bytes=50_000, kept_in_memory=50_000,
    bodies_bytes=4_000_000, leftover_seconds=5, leftovers=4, files_at_once=40,
)  # fmt: skip

_handle, FILE = tempfile.mkstemp(prefix="gateway-")
os.truncate(FILE, FILE_BYTES)
os.close(_handle)
_lets_go = threading.Event()
_waiting = threading.Semaphore(0)


class FileAnswer:
    """As Django's FileResponse."""

    streaming = True

    def __init__(self):
        self.file_to_stream = open(FILE, "rb")  # noqa: SIM115 - closed by `close`

    def __iter__(self):
        return iter(lambda: self.file_to_stream.read(4096), b"")

    def close(self):
        self.file_to_stream.close()


def wsgi(environ, start_response):
    path = environ["PATH_INFO"]
    if "storefront.refused" in environ:
        body = b"refused"
        start_response(f"{environ['storefront.refused']} Refused", [("Content-Length", str(len(body)))])
        return [body]
    if path == "/file":
        start_response("200 OK", [("Content-Length", str(FILE_BYTES))])
        return FileAnswer()
    if path == "/wait":  # holds its thread until somebody asks for /go
        _waiting.release()
        _lets_go.wait()
    if path == "/waits":  # answers when a thread is held by /wait
        _waiting.acquire()
    if path == "/go":
        _lets_go.set()
    if path == "/connections":
        body = str(
            sum(one.status == psutil.CONN_ESTABLISHED for one in psutil.Process().net_connections("tcp"))
        ).encode()
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]
    given = environ["wsgi.input"].read()
    body = b"x" * 3_000_000 if path == "/page" else f"{environ['RAW_URI']} {len(given)}".encode()
    headers = [
        ("Content-Length", str(len(body))), ("X-Length", environ.get("CONTENT_LENGTH", "none")),
    ]  # fmt: skip
    start_response("200 OK", headers)
    return [body]


application = Gateway(
    wsgi,
    threads=2,
    quick=("/quick", "/go", "/waits", "/connections"),
    limits=LIMITS,
    smallest=LARGEST,
    limit_of=lambda path: LARGEST_UPLOAD if path.startswith("/upload") else LARGEST,
)
