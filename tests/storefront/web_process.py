"""The real web process of the site, on the database of the test."""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from storefront.runtime.pytest_plugin import ROOT, clone_name
from tests.waiting import wait_until


@contextlib.contextmanager
def web_process(log: Path, **environment: str) -> Iterator[tuple[str, subprocess.Popen]]:
    """Its address and the process; it ends with the block, if it has not been killed before."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {"DJANGO_SETTINGS_MODULE": "storefront.settings.test", "DATABASE_URL": database_url(), **environment}
    with open(log, "a") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "storefront.runtime.web", "--host", "127.0.0.1", "--port", str(port)],
            cwd=ROOT, env={**os.environ, **own}, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        wait_until(lambda: process.poll() is not None or _answers(port))
        assert process.poll() is None, log.read_text()
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait()


def kill(process: subprocess.Popen) -> None:
    """As the kernel does it when memory runs out: all at once, without a word."""
    for each in [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]:
        each.kill()
    process.wait()


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError):
        socket.create_connection(("127.0.0.1", port)).close()
        return True
    return False


def database_url() -> str:
    """That of the clone this test works on, on the server of this run."""
    return urlsplit(os.environ["SAOBUON_TEST_SERVER"])._replace(path=f"/{clone_name()}").geturl()
