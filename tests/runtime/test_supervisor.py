"""Child processes end with us, whatever happens to us or to them."""

import os
import signal
import subprocess
import sys

import psutil
import pytest

from storefront.runtime import supervisor
from storefront.runtime.pytest_plugin import ROOT
from storefront.runtime.supervisor import Child, stop
from tests.waiting import wait_until

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); "


def child(tmp_path, code: str) -> Child:
    return Child(
        name="child", command=[sys.executable, "-c", code], log=tmp_path / "child.log",
        environment=dict(os.environ), cwd=tmp_path,
    )  # fmt: skip


def written(path, count: int = 1) -> list[str]:
    return wait_until(lambda: (lines := path.read_text().split())[count - 1 :] and lines)


def test_a_stubborn_child_is_killed_with_its_descendants(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "STOP_SECONDS", 0.3)
    grandchild = f"{STUBBORN}time.sleep(60)"
    code = (
        f"{STUBBORN}import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {grandchild!r}]); "
        "print(p.pid, flush=True); time.sleep(60)"
    )
    stubborn = child(tmp_path, code)
    stubborn.start()
    lines = written(stubborn.log, 3)
    stop([stubborn])
    assert not stubborn.is_running()
    grandchild_pid = int(next(line for line in lines if line.isdigit()))
    wait_until(lambda: not psutil.pid_exists(grandchild_pid))


def test_the_end_of_a_crashed_child_leaves_no_descendant(tmp_path):
    code = (
        "import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        "print(p.pid, flush=True); sys.exit(3)"
    )
    crashed = child(tmp_path, code)
    crashed.start()
    grandchild_pid = int(written(crashed.log)[0])
    wait_until(lambda: not crashed.is_running())
    assert psutil.pid_exists(grandchild_pid)
    stop([crashed])
    wait_until(lambda: not psutil.pid_exists(grandchild_pid))


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux only")
def test_children_die_with_a_killed_parent(tmp_path):
    code = f"""
import os, sys, time
from pathlib import Path
from storefront.runtime.supervisor import Child
child = Child(name="c", command=[sys.executable, "-c", "import time; time.sleep(60)"],
              log=Path({str(tmp_path / "log")!r}), environment=dict(os.environ), cwd=Path.cwd())
child.start()
print(child.process.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        assert psutil.pid_exists(pid)
        parent.send_signal(signal.SIGKILL)
    wait_until(lambda: not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)


def test_last_words_are_those_of_the_last_start(tmp_path):
    speaker = child(tmp_path, "print('first')")
    speaker.start()
    speaker.process.wait()
    speaker.command[-1] = "print('second')"
    speaker.start()
    speaker.process.wait()
    assert speaker.last_words() == "second"
    assert speaker.log.read_text() == "first\nsecond\n"
