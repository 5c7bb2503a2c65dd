"""The site for a server that speaks ASGI: the same WSGI application, told the path as it was sent.

WSGI knows only the decoded path, in which `%2F` inside a lot number cannot be told from a separator; granian hands
over the raw one in ASGI alone. Each request runs in a thread of a small pool, as it does under WSGI.

No library in place of this: asgiref's bridge has one thread and never closes an answer; a2wsgi holds a thread while a
body is still on its way and hands over every piece by itself (a page takes 3 times, a file 10 times as long).
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote_to_bytes

KEPT_IN_MEMORY = 2_500_000
"""Bytes of a request body before it goes to a file."""
CHUNK = 65_536
_PLAIN = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}

Receive = Callable[[], Awaitable[dict]]
Send = Callable[[dict], Awaitable[None]]


class Gateway:
    """ASGI application around a WSGI application."""

    def __init__(self, application: Callable, *, threads: int = 4):
        self.application = application
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="request")

    async def __call__(self, scope: dict, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
            return
        loop = asyncio.get_running_loop()
        with tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY) as body:
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return
                body.write(message.get("body", b""))
                if not message.get("more_body"):
                    break
            body.seek(0)

            async def passed_on(message: dict) -> None:  # a server's `send` may give any awaitable
                await send(message)

            def send_now(message: dict) -> None:
                asyncio.run_coroutine_threadsafe(passed_on(message), loop).result()

            for message in await loop.run_in_executor(self.pool, self._run, environ_of(scope, body), send_now):
                await send(message)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            else:
                self.pool.shutdown()
                await send({"type": "lifespan.shutdown.complete"})
                return

    def _run(self, environ: dict, send_now: Callable[[dict], None]) -> list[dict]:
        """Answer one request in this thread. A stream is sent piece by piece, anything else at the end at once."""
        start: dict[str, Any] = {}

        def start_response(status: str, headers: list[tuple[str, str]], exc_info=None):
            pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
            start.update(type="http.response.start", status=int(status[:3]), headers=pairs)

        result = self.application(environ, start_response)
        try:
            if not getattr(result, "streaming", False):
                return [start, {"type": "http.response.body", "body": b"".join(result)}]
            send_now(start)
            for chunk in _larger(result):
                send_now({"type": "http.response.body", "body": chunk, "more_body": True})
            return [{"type": "http.response.body", "body": b""}]
        finally:
            if hasattr(result, "close"):
                result.close()


def environ_of(scope: dict, body) -> dict:
    """WSGI environment of an ASGI request; `RAW_URI` is the path and query as they came."""
    raw, query = scope.get("raw_path") or scope["path"].encode(), scope["query_string"].decode("latin-1")
    raw_text = raw.decode("latin-1").partition("?")[0]
    server, client = scope.get("server") or ("localhost", 80), scope.get("client") or ("", 0)
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(raw_text).decode("latin-1"),
        "RAW_URI": raw_text + (f"?{query}" if query else ""),
        "QUERY_STRING": query,
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 80),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.input_terminated": True,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        if "_" in key:  # would be taken for the header with a hyphen
            continue
        variable = _PLAIN.get(key) or "HTTP_" + key.upper().replace("-", "_")
        joint = "; " if key == "cookie" else ","
        environ[variable] = f"{environ[variable]}{joint}{text}" if variable in environ else text
    return environ


def _larger(chunks: Iterable[bytes]) -> Iterable[bytes]:
    """The same bytes in pieces of about CHUNK."""
    waiting: list[bytes] = []
    size = 0
    for chunk in chunks:
        waiting.append(chunk)
        size += len(chunk)
        if size >= CHUNK:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def _site() -> Gateway:
    from storefront.wsgi import application

    return Gateway(application, threads=int(os.environ.get("WEB_THREADS", "4")))


def __getattr__(name: str):
    """`storefront.gateway:application` sets the site up when a server asks for it, not at import."""
    if name == "application":
        globals()["application"] = _site()
        return globals()["application"]
    raise AttributeError(name)
