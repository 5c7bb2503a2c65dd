"""The kernel drops a client that takes nothing: options of the listening socket, inherited by each connection.

A deadline of our own cannot reach what the server already has in its hands. What is sent and not taken yet is bounded
too: left to itself the kernel keeps 4 MB for each client, and tells of room in steps of a third of it.
"""

import asyncio
import contextlib
import logging
import os
import socket
import stat
from collections.abc import Iterator

ATTEMPTS, PAUSE_SECONDS = 100, 0.1
UNSENT_BYTES = 100_000

log = logging.getLogger(__name__)


async def limit_silence(seconds: float) -> None:
    """Wait for the server to listen (it does so after the start of the application), then set the limit."""
    if not hasattr(socket, "TCP_USER_TIMEOUT"):
        return
    for _ in range(ATTEMPTS):
        if _set(round(seconds * 1000)):
            await asyncio.sleep(1)
            _set(round(seconds * 1000))  # for connections that were already in the queue of the kernel
            return
        await asyncio.sleep(PAUSE_SECONDS)
    log.warning("no listening TCP socket was found: clients that read nothing are left to the proxy")


def _set(milliseconds: int) -> bool:
    """For all listening sockets of this process and the connections made to them; whether there are any."""
    with contextlib.ExitStack() as stack:
        listening = [stack.enter_context(one) for one in _tcp_sockets()]
        ports = {one.getsockname()[1] for one in listening if one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)}
        for one in listening:
            with contextlib.suppress(OSError):  # closed meanwhile
                if one.getsockname()[1] in ports:
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, milliseconds)
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNSENT_BYTES)
    return bool(ports)


def _tcp_sockets() -> Iterator[socket.socket]:
    """Copies of the descriptors."""
    for name in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(int(name)).st_mode):
                one = socket.socket(fileno=os.dup(int(name)))
                if one.family in (socket.AF_INET, socket.AF_INET6):
                    yield one
                else:
                    one.close()
