"""`python -m storefront.runtime.web --host 127.0.0.1 --port 8000`: the web server, with the options it needs.

Further arguments go to granian (`--workers 4`, `--uds …`); the last one may name another application.
"""

import contextlib
import os
import resource
import sys

APPLICATION = "storefront.web.gateway:application"
MAX_CONNECTIONS = 4_000
"""In each process; further ones wait in the queue of the kernel."""
FILES = 10_000
"""Descriptors: a connection may have a file beside it."""
OPTIONS = (
    *("--interface", "asgi", "--http", "1", "--no-ws", "--loop", "asyncio", "--log-level", "warning"),
    *("--http1-header-read-timeout", "15000"),  # ms; also how long a connection may do nothing
    *("--http1-buffer-size", "65536"),  # and so the longest head of a request
)


def main(arguments: list[str]) -> None:
    """Becomes the server."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = max(soft, FILES) if hard == resource.RLIM_INFINITY else min(max(soft, FILES), hard)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
        soft = files
    connections = max(1, min(MAX_CONNECTIONS, soft * 2 // 5))
    has_target = any(":" in text and text.rpartition(":")[2].isidentifier() for text in arguments[-1:])
    target = [] if has_target else [APPLICATION]
    options = [*OPTIONS, "--backpressure", str(connections)]
    os.execv(sys.executable, [sys.executable, "-m", "granian", *options, *arguments, *target])  # noqa: S606


if __name__ == "__main__":
    main(sys.argv[1:])
