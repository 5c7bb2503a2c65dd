"""The demo, started by its own launcher as a shell does it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys

import psutil

from storefront.runtime.pytest_plugin import ROOT
from storefront.runtime.supervisor import dying_with
from tests.waiting import PATIENCE_SECONDS


class Demo:
    """`text` is what the last start printed, `family` its processes."""

    def __init__(self, **environment: str):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self.url = f"http://localhost:{port}"
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "storefront.settings.demo",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "SITE_URL": self.url,
            **environment,
        }
        self.text = ""
        self.family: list[psutil.Process] = []

    def start(self) -> None:
        """Start it in a process group of its own and wait until it is there."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "storefront.runtime.launcher", "demo"],
            cwd=ROOT, env=self.environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True, preexec_fn=dying_with(os.getpid()),  # noqa: PLW1509
        )  # fmt: skip
        self.text = ""
        for line in self.process.stdout:
            self.text += line
            if line.startswith("Stop with Ctrl-C"):
                break
        else:
            raise RuntimeError(f"The demo did not start:\n{self.text}")
        launcher = psutil.Process(self.process.pid)
        self.family = [launcher, *launcher.children(recursive=True)]

    def end(self, number: signal.Signals) -> None:
        """Send the signal to the launcher's group and wait."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)
        self.process.communicate(timeout=PATIENCE_SECONDS)


def alive(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Those that still run."""
    return [process for process in processes if _is_alive(process)]


def _is_alive(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False
