"""`python -m storefront.runtime.launcher demo|serve|stop`: prepare, run and supervise the site.

demo   database, tables, data, index; then web server and worker until Ctrl-C
serve  the same, but the web server restarts when code changes (development)
stop   end what an earlier start from this folder left running

Environment: PORT (8000), HOST (127.0.0.1), DATABASE_URL (embedded server), SAOBUON_VAR (var), SITE_URL,
DJANGO_SETTINGS_MODULE (storefront.settings.demo).
"""

import contextlib
import errno
import fcntl
import http.client
import os
import secrets
import signal
import socket
import sys
import threading
import time
from pathlib import Path

import psutil

from .postgres import Server, ServerError, claim_folder, database_settings
from .steps import StepFailed, prepare
from .supervisor import Child, stop

ROOT = Path(__file__).resolve().parents[2]
READY_SECONDS = 90
LEAVING_SECONDS = 5
RESTART_PAUSE_SECONDS = (1, 2, 5, 10, 30)  # of worker and bank; the last one repeats


class Refusal(RuntimeError):
    """The site cannot run; the text is for the terminal."""


class Stopped(BaseException):
    """Somebody asked us to end (Ctrl-C, SIGTERM, SIGHUP); no error, so no `except Exception` may catch it."""


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    sys.stdout.reconfigure(errors="replace")  # a terminal without Vietnamese letters is no reason to fail
    mode = arguments[0] if len(arguments) == 1 else ""
    if mode not in ("demo", "serve", "stop"):
        print(__doc__, file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storefront.settings.demo")
    var = Path(os.environ.get("SAOBUON_VAR") or ROOT / "var").resolve()
    if mode == "stop":
        return _stop_everything(var)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _raise_stopped)
    try:
        _run(mode, var)
    except (Refusal, ServerError, StepFailed) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    except Stopped:
        print("\nStopped. / Đã dừng.", flush=True)
    return 0


def _run(mode: str, var: Path) -> None:
    began = time.monotonic()
    host = os.environ.get("HOST") or "127.0.0.1"
    port = _free_port(host, var)
    claim_folder(var)
    os.environ["PORT"] = str(port)
    shown_host = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::") else host  # noqa: S104
    address = os.environ.get("SITE_URL") or f"http://{shown_host}:{port}"
    os.environ["SITE_URL"] = address
    with contextlib.ExitStack() as cleanup:
        database = _database(var, cleanup)
        with _pid_file(var, port), _one_at_a_time(var):
            prepare(ROOT, var, database)
        _end_if_asked()
        cleanup.enter_context(_pid_file(var, port))
        outside = _outside(var, host, port)
        web, worker = _children(mode, var, host, port)
        cleanup.callback(stop, [web, worker, *outside])
        for child in (web, worker, *outside):
            child.start()
        accounts = _describe_accounts()  # while the web server loads
        _wait_until_answering(web, host, port)
        _print_banner(address, seconds=time.monotonic() - began, accounts=accounts)
        _supervise(web, [worker, *outside])


def _database(var: Path, cleanup: contextlib.ExitStack) -> dict:
    """The settings entry; without DATABASE_URL the embedded server is held for all our children."""
    if not os.environ.get("DATABASE_URL"):
        server = Server(var / "postgres").acquire()
        cleanup.callback(server.release)
        server.ensure_database("saobuon")
        os.environ["SAOBUON_PG_SOCKET"] = str(server.socket_dir)
    return database_settings(var)


def _children(mode: str, var: Path, host: str, port: int) -> tuple[Child, Child]:
    environment = dict(os.environ, PYTHONUNBUFFERED="1")
    if mode == "demo":
        web = ["-m", "storefront.runtime.web", "--host", host, "--port", str(port)]
    else:
        web = ["manage.py", "runserver", f"{host}:{port}"]
    return (
        Child(
            name="web server", command=[sys.executable, *web], log=var / "log" / "web.log",
            environment=environment, cwd=ROOT,
        ),
        Child(
            name="worker", command=[sys.executable, "manage.py", "worker"], log=var / "log" / "worker.log",
            environment=environment, cwd=ROOT,
        ),
    )  # fmt: skip


def _outside(var: Path, host: str, port: int) -> list[Child]:
    """The demo's bank and carrier, on this machine only and with keys of this start; none where the site is no demo,
    and no bank where it has keys of real ones. They are not for production: those settings do not read their address.
    """
    if os.environ["DJANGO_SETTINGS_MODULE"] != "storefront.settings.demo":
        return []
    target = host if ":" not in host else f"[{host}]"
    shop = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else target}:{port}"  # noqa: S104
    children = []
    if not os.environ.get("VNPAY_TERMINAL") and not os.environ.get("SEPAY_SECRET"):
        bank_port, secret = _any_port(), secrets.token_urlsafe(32)
        address = f"http://127.0.0.1:{bank_port}"
        os.environ |= {
            "FAKE_BANK_URL": address, "FAKE_BANK_SECRET": secret, "SEPAY_SECRET": secret,
            "VNPAY_TERMINAL": "SAOBUON1", "VNPAY_SECRET": secret, "VNPAY_URL": f"{address}/paymentv2/vpcpay.html",
        }  # fmt: skip
        command = ["storefront.payment.fake_bank", "--port", str(bank_port), "--shown-url", os.environ["SITE_URL"]]
        children.append(("demo bank", command, "bank.log"))
    carrier_port = _any_port()
    os.environ |= {
        "FAKE_CARRIER_URL": f"http://127.0.0.1:{carrier_port}", "FAKE_CARRIER_SECRET": secrets.token_urlsafe(32),
    }  # fmt: skip
    children.append(
        ("demo carrier", ["storefront.shipping.fake_carrier", "--port", str(carrier_port)], "carrier.log")
    )
    return [
        Child(
            name=name, command=[sys.executable, "-m", *command, "--shop-url", shop], log=var / "log" / log,
            environment=dict(os.environ, PYTHONUNBUFFERED="1"), cwd=ROOT,
        )
        for name, command, log in children
    ]  # fmt: skip


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _supervise(web: Child, others: list[Child]) -> None:
    """Until somebody stops us: the others are restarted when they end, the end of the web server ends all."""
    while True:
        time.sleep(0.3)
        _end_if_asked()
        if not web.is_running():
            raise Refusal(f"The web server ended. Log: {web.log}\n{web.last_words()}")
        for child in others:
            _keep_running(child)


def _keep_running(child: Child) -> None:
    if child.is_running():
        if time.monotonic() - child.started_at > 60:
            child.restarts = 0
        return
    pause = RESTART_PAUSE_SECONDS[min(child.restarts, len(RESTART_PAUSE_SECONDS) - 1)]
    if time.monotonic() - child.started_at >= pause:
        print(f"The {child.name} ended and is started again. Log: {child.log}", flush=True)
        child.restarts += 1
        child.start()


def _free_port(host: str, var: Path) -> int:
    """PORT, checked to be a number and free. Raises Refusal."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Refusal(f"PORT={text} is not a port number (1 to 65535).")
    port = int(text)
    deadline = time.monotonic() + (LEAVING_SECONDS if _was_killed(var, port) else 0)
    while True:
        try:
            _bind_once(host, port)
            return port
        except PermissionError:
            raise Refusal(f"Port {port} needs more rights: choose another one with PORT=8001.") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise Refusal(f"HOST={host} PORT={port}: {error.strerror}.") from None
        if time.monotonic() > deadline:
            other = port + 1 if port < 65535 else 8001
            raise Refusal(f"Port {port} is taken / cổng {port} đang bận: choose another one, PORT={other}.")
        time.sleep(0.2)


def _bind_once(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _wait_until_answering(web: Child, host: str, port: int) -> None:
    """Return when /healthz answers 200. Raises Refusal when the web server ends or stays silent."""
    target = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    answer = "no answer"
    while time.monotonic() - web.started_at < READY_SECONDS:
        if not web.is_running():
            raise Refusal(f"The web server did not start. Log: {web.log}\n{web.last_words()}")
        connection = http.client.HTTPConnection(target, port, timeout=10)
        try:
            connection.request("GET", "/healthz")
            response = connection.getresponse()
            if response.status == 200:
                return
            answer = f"status {response.status}"
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    raise Refusal(f"The web server does not answer on /healthz ({answer}). Log: {web.log}\n{web.last_words()}")


def _print_banner(address: str, *, seconds: float, accounts: list[str]) -> None:
    print(f"\nSao Buôn is running / đang chạy:  {address}/   (ready in {seconds:.1f} s)\n")
    print("Demo accounts / Tài khoản dùng thử (e-mail, password / mật khẩu):")
    print("\n".join(accounts))
    if bank := os.environ.get("FAKE_BANK_URL"):
        print(f"\nDemo bank / Ngân hàng dùng thử:  {bank}/")
    if carrier := os.environ.get("FAKE_CARRIER_URL"):
        print(f"Demo carrier / Bưu cục dùng thử:  {carrier}/")
    print("\nStop with Ctrl-C / Dừng bằng Ctrl-C.", flush=True)


def _describe_accounts() -> list[str]:
    """Lines on the demo accounts, in English and Vietnamese. Loads the application: 1 to 2 s."""
    import django

    django.setup()
    from django.utils.translation import override

    from storefront.demo.accounts import DEMO_ACCOUNTS

    lines = []
    for account in DEMO_ACCOUNTS:
        lines.append(f"  {account.email}  {account.password}")
        texts = []
        for language in ("en", "vi"):
            with override(language):
                text = f"      {account.label}: {account.what_to_try}"
            if text not in texts:
                texts.append(text)
        lines += texts
    return lines


# -- other starts from this folder -----------------------------------------------------------------


@contextlib.contextmanager
def _one_at_a_time(var: Path):
    """Two starts at the same time prepare one after the other."""
    with open(var / ".prepare.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _pid_file(var: Path, port: int):
    """Names this process for `stop`; a stale one is overwritten."""
    path = _pid_path(var, port)
    path.write_text(str(os.getpid()))
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _was_killed(var: Path, port: int) -> bool:
    """Whether a launcher on this port was killed: its web server may still be leaving."""
    try:
        return not psutil.pid_exists(int(_pid_path(var, port).read_text()))
    except (OSError, ValueError):
        return False


def _pid_path(var: Path, port: int) -> Path:
    return var / f"launcher-{port}.pid"


def _stop_everything(var: Path) -> int:
    """Stop launchers of this folder, then an embedded server that is left."""
    launchers = []
    for path in var.glob("launcher-*.pid"):
        try:
            process = psutil.Process(int(path.read_text()))
            if "storefront.runtime.launcher" in process.cmdline() and Path(process.cwd()) == ROOT:
                process.terminate()
                launchers.append(process)
        except (ValueError, psutil.Error):
            path.unlink(missing_ok=True)
    psutil.wait_procs(launchers, timeout=20)
    for cluster in (var / "postgres", var / "test-postgres"):
        if cluster.exists():
            server = Server(cluster)
            if server.postmaster():
                server.acquire().release()
    return 0


_is_asked_to_end = threading.Event()


def _end_if_asked() -> None:
    """Some library may have swallowed the exception that the signal raised in it."""
    if _is_asked_to_end.is_set():
        raise Stopped


def _raise_stopped(number, frame) -> None:
    # One is enough: what follows is the orderly stop, which nothing should interrupt.
    _is_asked_to_end.set()
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise Stopped


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
