"""Child processes that cannot outlive us: start, watch, stop."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
STOP_SECONDS = 6
MAX_LOG_BYTES = 5_000_000

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class Child:
    """One supervised process: `name` for messages, `command` to run, `log` for its output (appended).

    It runs in a session of its own, so Ctrl-C in the terminal reaches only us and we stop it in order;
    should we be killed, the kernel sends it SIGTERM (on Linux).
    """

    def __init__(self, *, name: str, command: list[str], log: Path, environment: dict[str, str], cwd: Path):
        self.name = name
        self.command = command
        self.log = log
        self.environment = environment
        self.cwd = cwd
        self.started_at = 0.0
        self.restarts = 0
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Start the process. `started_at` is monotonic seconds."""
        self.sweep()
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with open(self.log, "ab") as log:
            if log.tell() > MAX_LOG_BYTES:
                log.truncate(0)
            self.log_begin = log.tell()
            self.process = subprocess.Popen(  # noqa: S603
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.cwd,
                env=self.environment, start_new_session=True, preexec_fn=dying_with(os.getpid()),  # noqa: PLW1509 - no threads here
            )  # fmt: skip
        self.started_at = time.monotonic()

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def sweep(self) -> None:
        """Kill what is left of the process and of those it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def last_words(self, lines: int = 12) -> str:
        """The end of what this process wrote since its start."""
        with open(self.log, "rb") as log:
            log.seek(self.log_begin)
            return "\n".join(log.read().decode(errors="replace").rstrip().splitlines()[-lines:])


def stop(children: list[Child]) -> None:
    """Ask all to end, wait together for at most STOP_SECONDS, then kill what is left with its descendants."""
    running = [child.process for child in children if child.is_running()]
    for process in running:
        process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in running:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, deadline - time.monotonic()))
    for child in children:
        child.sweep()


def dying_with(parent: int):
    """For `preexec_fn`: before its program starts, the child asks for SIGTERM at the death of `parent`."""
    if _libc is None:
        return None

    def bind() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before the request
            os._exit(1)

    return bind
