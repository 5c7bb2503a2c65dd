"""The demo site on a free port, started by its own launcher: for the audit and for the tests that need a real one."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from storefront.runtime.supervisor import dying_with

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 300  # the first start loads the register


class SiteFailed(RuntimeError):
    """The site did not start; the text is for the terminal."""


@contextlib.contextmanager
def running_site(*, log: Path, **environment: str):
    """Yields the address, without trailing slash. `environment` is set for the site beside what is set here."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://localhost:{port}"
    environment = {**os.environ, **environment, "HOST": "127.0.0.1", "PORT": str(port), "SITE_URL": address}
    with open(log, "w") as out:
        launcher = subprocess.Popen(
            [sys.executable, "-m", "storefront.runtime.launcher", "demo"],
            cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            preexec_fn=dying_with(os.getpid()),  # noqa: PLW1509
        )  # fmt: skip
    try:
        _wait(launcher, address, log)
        yield address
    finally:
        launcher.send_signal(signal.SIGINT)
        try:
            launcher.wait(30)
        except subprocess.TimeoutExpired:
            launcher.kill()
            launcher.wait()


def _wait(launcher: subprocess.Popen, address: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while launcher.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:  # noqa: S310
            if answer.status == 200:
                return
        time.sleep(0.3)
    raise SiteFailed(f"The site did not start. Log: {log}\n{log.read_text()[-1000:]}")
