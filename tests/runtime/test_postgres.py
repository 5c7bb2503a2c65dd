"""The embedded server: found by every process, stopped by the last one, startable after any accident."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from storefront.runtime import postgres
from storefront.runtime.postgres import Server, ServerError, database_settings
from storefront.runtime.pytest_plugin import ROOT


@pytest.fixture
def var():
    """A folder for a cluster, with a space and letters beyond ASCII in its path.

    Not below pytest's folder, which every run of the same user closes to all others, the server's account too.
    """
    with tempfile.TemporaryDirectory(prefix="saobuon-test-") as folder:
        var = Path(folder) / "sao buôn" / "var"
        yield var
        for cluster in var.glob("**/postgres"):
            if Server(cluster).postmaster():
                Server(cluster).acquire().release()


@pytest.fixture(scope="module")
def new_cluster():
    """A cluster as it is after its first start and stop."""
    with tempfile.TemporaryDirectory(prefix="saobuon-test-") as folder:
        cluster = Path(folder) / "var" / "postgres"
        Server(cluster).acquire().release()
        yield cluster


@pytest.fixture
def used_var(var, new_cluster):
    """`var` with a copy of that cluster."""
    var.mkdir(parents=True)
    subprocess.run(["cp", "-a", new_cluster, var], check=True)
    return var


def other_process(var: Path, code: str) -> subprocess.Popen:
    """Another user of the same cluster: runs `code` with `server` acquired, after printing `ready`."""
    program = textwrap.dedent(
        f"""
        from pathlib import Path
        from storefront.runtime.postgres import Server
        server = Server(Path({str(var / "postgres")!r})).acquire()
        print("ready", flush=True)
        """
    ) + textwrap.dedent(code)
    return subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_lower_knows_vietnamese_whatever_the_language_of_the_machine(used_var):
    server = Server(used_var / "postgres").acquire()
    server.ensure_database("saobuon")
    with server.connect("saobuon") as connection:
        row = connection.execute("SELECT lower('CÀ PHÊ ĐẮK LẮK'), 'ĐẮK' ILIKE 'đắk'").fetchone()
        extension = connection.execute("CREATE EXTENSION btree_gist").statusmessage
    server.release()
    assert row == ("cà phê đắk lắk", True)
    assert extension == "CREATE EXTENSION"


def test_the_last_user_stops_the_server_and_only_the_last(used_var):
    server = Server(used_var / "postgres").acquire()
    pid = server.postmaster().pid
    other = other_process(used_var, "import time; time.sleep(60)")
    assert other.stdout.readline() == "ready\n"
    server.release()
    assert Server(used_var / "postgres").postmaster().pid == pid, "stopped under the feet of the other process"
    other.kill()
    other.wait()
    other.stdout.close()
    server = Server(used_var / "postgres").acquire()
    assert server.postmaster().pid == pid, "a server left behind by a killed process is adopted"
    server.release()
    assert server.postmaster() is None


def test_a_short_command_leaves_nothing_running(used_var):
    with other_process(used_var, "print(server.postmaster().pid)") as command:
        lines = command.stdout.read().split()
    assert lines[0] == "ready"
    assert Server(used_var / "postgres").postmaster() is None


def test_many_processes_may_start_it_at_the_same_time(var):
    commands = [other_process(var, "server.ensure_database('saobuon')") for _ in range(4)]
    assert [command.wait(60) for command in commands] == [0, 0, 0, 0]
    for command in commands:
        command.stdout.close()
    assert Server(var / "postgres").postmaster() is None


def test_starts_after_the_server_itself_was_killed(used_var):
    server = Server(used_var / "postgres").acquire()
    server.ensure_database("saobuon")
    os.kill(server.postmaster().pid, signal.SIGKILL)
    server._process.wait()
    server.release()
    assert (used_var / "postgres" / "postmaster.pid").exists()
    server = Server(used_var / "postgres").acquire()
    with server.connect("saobuon") as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    server.release()


def test_a_pid_file_that_names_somebody_else_is_stale(used_var):
    (used_var / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n{used_var}\n")
    server = Server(used_var / "postgres").acquire()
    assert server.postmaster().pid != os.getpid()
    server.release()


def test_a_path_too_long_for_a_socket(var):
    deep = var / ("x" * 100)
    server = Server(deep / "postgres").acquire()
    with server.connect() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    elsewhere = server.socket_dir
    server.release()
    assert elsewhere != server.cluster
    assert not elsewhere.exists()


def test_a_half_made_cluster_is_made_again(var):
    half_made = var / ".postgres.new"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18\n")
    (var / "postgres").mkdir()
    server = Server(var / "postgres").acquire()
    server.ensure_database("saobuon")
    server.release()


def test_a_folder_of_another_user_is_refused_in_one_line(var, monkeypatch):
    var.mkdir(parents=True)
    monkeypatch.setattr(postgres.os, "geteuid", lambda: var.stat().st_uid + 4711)
    with pytest.raises(ServerError, match=r"^\S.* belongs to the user \w+: run as \w+, or remove this folder\.$"):
        Server(var / "postgres").acquire()


def test_a_server_that_cannot_start_says_why_in_one_line(var, monkeypatch):
    monkeypatch.setitem(postgres.COMMON_PARAMETERS, "shared_buffers", "nonsense")
    server = Server(var / "postgres")
    with pytest.raises(ServerError) as caught:
        server.acquire()
    assert "\n" not in str(caught.value)
    assert 'invalid value for parameter "shared_buffers": "nonsense"' in str(caught.value)
    assert server.postmaster() is None


def test_the_cluster_of_another_version_is_refused(used_var):
    (used_var / "postgres" / "PG_VERSION").write_text("12\n")
    with pytest.raises(ServerError, match=r"made by PostgreSQL 12, installed is \d+: remove the folder"):
        Server(used_var / "postgres").acquire()
    shutil.rmtree(used_var)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "postgresql://shop:s%40fe@db.example:5433/saobuon?sslmode=require",
            {"NAME": "saobuon", "USER": "shop", "PASSWORD": "s@fe", "HOST": "db.example", "PORT": "5433"},
        ),
        (
            "postgresql://postgres@/saobuon?host=%2Ftmp%2FSao%20Bu%C3%B4n",
            {"NAME": "saobuon", "USER": "postgres", "PASSWORD": "", "HOST": "/tmp/Sao Buôn", "PORT": ""},  # noqa: S108
        ),
    ],
)
def test_database_url_names_any_server_and_starts_none(var, monkeypatch, address, expected):
    monkeypatch.setenv("DATABASE_URL", address)
    settings = database_settings(var)
    assert {name: settings[name] for name in expected} == expected
    assert not var.exists()


@pytest.mark.parametrize("address", ["http://db.example/saobuon", "postgresql://db.example", "nonsense"])
def test_a_wrong_database_url_ends_the_process_with_one_line(var, monkeypatch, address):
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(SystemExit, match=r"^Error: DATABASE_URL [^\n]+$"):
        database_settings(var)


def test_children_of_the_launcher_start_no_server(var, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SAOBUON_PG_SOCKET", "/run/saobuon")
    assert database_settings(var)["HOST"] == "/run/saobuon"
    assert not var.exists()
