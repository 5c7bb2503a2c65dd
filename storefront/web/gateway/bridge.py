"""Between the server, which speaks ASGI, and the application, which speaks WSGI."""

import asyncio
import contextlib
import io
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from .answers import Send, hand_over, taken
from .bodies import Bodies, Body, Gone, LimitOf, Receive, Refused
from .environ import decoded, environ_of, header, path_of
from .limits import Limits
from .sockets import limit_silence

REFUSED = "storefront.refused"
"""In the environment of a request whose body was not taken: the status to answer (`web/error_handlers.py`)."""
QUICK_THREADS = 2

log = logging.getLogger(__name__)


class Gateway:
    """ASGI application around a WSGI application.

    `quick` are beginnings of paths that need no database: files and signs of life. They have threads of their own, so
    that they are served while all others are busy; so are refusals. `smallest` and `limit_of` as in `Bodies`.
    """

    def __init__(
        self,
        application: Callable,
        *,
        threads: int = 4,
        quick: tuple[str, ...] = (),
        limits: Limits | None = None,
        smallest: int = 2_500_000,
        limit_of: LimitOf = lambda _path: 2_500_000,
    ):
        self.application = application
        self.limits = limits or Limits()
        self.bodies = Bodies(self.limits, smallest=smallest, limit_of=limit_of)
        self.quick = quick
        self.files = 0
        self.is_closing = False
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="request")
        self.quick_threads = ThreadPoolExecutor(QUICK_THREADS, thread_name_prefix="quick")

    async def __call__(self, scope: dict, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
            return
        raw_path, announced = path_of(scope), header(scope, b"content-length")
        body = Body(self.limits.kept_in_memory)
        try:
            length = None
            if _has_body(scope, announced):
                path = decoded(raw_path).encode("latin-1").decode(errors="replace")
                await self.bodies.read(receive, body, path=path, announced=announced and int(announced))
                length = body.size
            body.file.seek(0)
            threads = self.quick_threads if raw_path.startswith(self.quick) else self.threads
            await self._answer(environ_of(scope, body.file, length=length), send, threads)
        except Refused as refusal:
            self.bodies.release(body)
            await self._refuse(scope, receive, send, refusal.status)
        except Gone:
            pass
        except RuntimeError:
            if not self.is_closing:  # else: no threads any more
                raise
        finally:
            self.bodies.release(body)

    async def _answer(self, environ: dict, send: Send, threads: ThreadPoolExecutor, *, is_last: bool = False) -> None:
        run = asyncio.get_running_loop().run_in_executor
        try:
            answer = await run(threads, taken, self.application, environ)
        except Exception:
            if self.is_closing or REFUSED in environ:
                raise
            log.exception("%s %s", environ["REQUEST_METHOD"], environ["PATH_INFO"])
            environ = environ | {REFUSED: 500, "wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"}
            answer = await run(self.quick_threads, taken, self.application, environ)
        if is_last:
            answer.headers.append((b"connection", b"close"))
        self.files += answer.file is not None
        try:
            if self.files > self.limits.files_at_once and answer.file is not None:
                raise Refused(503)
            await hand_over(answer, send, self.quick_threads, self.limits)
        finally:
            self.files -= answer.file is not None
            answer.close()

    async def _refuse(self, scope: dict, receive: Receive, send: Send, status: int) -> None:
        """Let the application say it, without the body; then throw away what is still on its way."""
        environ = environ_of(scope, io.BytesIO(), length=0) | {REFUSED: status}
        await self._answer(environ, send, self.quick_threads, is_last=True)
        if header(scope, b"expect") is None:  # else it waits for a word before it sends
            await self.bodies.throw_away(receive)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        sockets = None
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                sockets = asyncio.ensure_future(limit_silence(self.limits.unread_seconds))
                await send({"type": "lifespan.startup.complete"})
            else:
                if sockets:
                    sockets.cancel()
                    with contextlib.suppress(asyncio.CancelledError):
                        await sockets
                self.is_closing = True
                self.threads.shutdown()
                self.quick_threads.shutdown()
                await send({"type": "lifespan.shutdown.complete"})
                return


def _has_body(scope: dict, announced: str | None) -> bool:
    """Where HTTP/1 tells that there is one; HTTP/2 need not tell."""
    if scope["http_version"].startswith("1"):
        return announced not in (None, "0") or header(scope, b"transfer-encoding") is not None
    return True
