"""What the launcher refuses and survives; the real demo is started in tests/browser."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading

import pytest

from storefront.runtime import launcher, postgres
from storefront.runtime.launcher import Refusal
from storefront.runtime.postgres import ServerError
from storefront.runtime.pytest_plugin import ROOT
from storefront.runtime.supervisor import Child, stop
from tests.waiting import PATIENCE_SECONDS


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@pytest.fixture
def taken_port(listener):
    return listener.getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_taken_port_is_one_line_and_leaves_nothing(tmp_path, taken_port):
    environment = dict(os.environ, PORT=str(taken_port), SAOBUON_VAR=str(tmp_path / "var"))
    environment.pop("DATABASE_URL")
    result = subprocess.run(
        [sys.executable, "-m", "storefront.runtime.launcher", "demo"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE_SECONDS,
    )  # fmt: skip
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert f"Port {taken_port} is taken" in result.stderr
    assert f"PORT={taken_port + 1}" in result.stderr
    assert not (tmp_path / "var" / "postgres").exists()


def test_a_folder_of_another_user_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setenv("PORT", str(free_port()))
    monkeypatch.setattr(postgres.os, "geteuid", lambda: tmp_path.stat().st_uid + 4711)
    with pytest.raises(ServerError, match=r"^[^\n]+ belongs to the user [^\n]+$"):
        launcher._run("demo", tmp_path)


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "80 80"])
def test_a_wrong_port_is_refused(tmp_path, monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(Refusal, match=r"^PORT=.* is not a port number"):
        launcher._free_port("127.0.0.1", tmp_path)


def test_the_port_of_a_killed_demo_is_waited_for(tmp_path, monkeypatch, listener):
    port = listener.getsockname()[1]
    monkeypatch.setenv("PORT", str(port))
    monkeypatch.setattr(launcher, "LEAVING_SECONDS", PATIENCE_SECONDS)
    monkeypatch.setattr(launcher.time, "sleep", lambda _seconds: listener.close())  # left while we wait
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    (tmp_path / f"launcher-{port}.pid").write_text(str(gone.pid))
    assert launcher._free_port("127.0.0.1", tmp_path) == port


@pytest.fixture
def start_child(tmp_path):
    """Starts children that run a line of Python; they are stopped afterwards."""
    started = []

    def start(name: str, code: str) -> Child:
        child = Child(
            name=name, command=[sys.executable, "-c", code], log=tmp_path / f"{name}.log",
            environment=dict(os.environ), cwd=tmp_path,
        )  # fmt: skip
        child.start()
        started.append(child)
        return child

    yield start
    stop(started)


def test_a_dead_worker_is_started_again_and_a_dead_web_server_ends_all(start_child, monkeypatch, capsys):
    monkeypatch.setattr(launcher, "RESTART_PAUSE_SECONDS", (0,))
    web = start_child("web", "import time; time.sleep(1.5); print('web is gone'); raise SystemExit(1)")
    worker = start_child("worker", "print('worked')")
    with pytest.raises(Refusal, match=r"The web server ended(.|\n)*web is gone"):
        launcher._supervise(web, [worker])
    assert "The worker ended and is started again" in capsys.readouterr().out
    assert worker.log.read_text().count("worked") >= 2


def test_a_request_to_stop_is_kept_though_a_library_swallows_it(start_child, monkeypatch):
    monkeypatch.setattr(launcher, "_is_asked_to_end", threading.Event())
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    handlers = [signal.getsignal(number) for number in numbers]
    try:
        with contextlib.suppress(launcher.Stopped):
            launcher._raise_stopped(signal.SIGTERM, None)
        web = start_child("web", "import time; time.sleep(1.5)")
        with pytest.raises(launcher.Stopped):
            launcher._supervise(web, [web])
    finally:
        for number, handler in zip(numbers, handlers, strict=True):
            signal.signal(number, handler)
