"""The database stands still, then goes away, while pages are asked for; how long until all is well again."""

import contextlib
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from storefront.runtime.postgres import Server

from . import Row
from .asking import Answer, ask, ask_all, summary

ANSWER_SECONDS = 8.0
BACK_SECONDS = 3.0
AWAY_SECONDS = 5
KEPT = "/san-pham/"
TOKEN = "a" * 32
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"csrftoken={TOKEN}"}
SIGN_IN = f"login=a%40b.vn&password=x&csrfmiddlewaretoken={TOKEN}"
REQUESTS: dict[str, tuple[str, dict, int]] = {
    "a page": ("/en/vung/", {}, 503),
    "look-up": ("/tra-cuu/?q=123", {}, 503),
    "API": ("/api/v1/areas", {}, 503),
    "EPCIS": ("/epcis/v2/events", {"headers": {"Authorization": "Bearer sbe_none"}}, 503),
    "sign-in": (
        "/tai-khoan/dang-nhap/",
        {"method": "POST", "body": SIGN_IN, "headers": FORM},
        503,
    ),
    "signed in": ("/tai-khoan/", {"headers": {"Cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"}}, 503),
    "stamp of a pack": ("/q/0000XV5FC9W2", {}, 503),
    "kept page": (KEPT, {}, 200),
    "sign of life": ("/healthz", {}, 200),
    "static": ("/static/img/mark.svg", {}, 200),
}


def run(url: str, pid: int) -> list[Row]:
    cluster = Path(psutil.Process(pid).environ()["SAOBUON_VAR"]) / "postgres"
    ask_all(url, [KEPT] * 8, at_once=4)  # every thread has a connection
    rows: list[Row] = []
    for label, fault in (("stands still", _stopped), ("is away", _away)):
        with fault(cluster) as mend:
            rows += list(_asked(url, label))
            time.sleep(AWAY_SECONDS)
            rows.append(_crowd(url, label))
            mend()
            rows.append(_back(url, label))
    return rows


def _asked(url: str, label: str) -> Iterator[Row]:
    for name, (path, more, expected) in REQUESTS.items():
        answer = ask(url, path, **more)
        held = answer.status == expected and answer.seconds < ANSWER_SECONDS
        if expected == 503:
            held = held and bool(answer.headers.get("retry-after"))
        elif name == "static":
            held = answer.status in (200, 404) and answer.seconds < 1
        yield f"database {label}: {name}", f"{answer.status} after {answer.seconds:.2f} s", held


def _crowd(url: str, label: str) -> Row:
    answers = ask_all(url, ["/tra-cuu/?q=123", KEPT, "/api/v1/areas", "/vung/"] * 15, at_once=20)
    held = all(one.status in (200, 503) and one.seconds < ANSWER_SECONDS for one in answers)
    return f"database {label}: 20 at once", summary(answers), held


def _back(url: str, label: str) -> Row:
    began = time.monotonic()
    answer = Answer(0, 0, {})
    while answer.status != 200 and time.monotonic() - began < 60:
        answer = ask(url, "/api/v1/areas")
    seconds = time.monotonic() - began
    return f"database {label}: back", f"{seconds:.2f} s", answer.status == 200 and seconds < BACK_SECONDS


@contextlib.contextmanager
def _stopped(cluster: Path) -> Iterator[Callable[[], None]]:
    """All processes of the server are stopped until the yielded function is called."""
    postmaster = Server(cluster).postmaster()
    processes = [postmaster, *postmaster.children(recursive=True)]
    for process in processes:
        process.send_signal(signal.SIGSTOP)

    def mend() -> None:
        for process in processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGCONT)

    try:
        yield mend
    finally:
        mend()


@contextlib.contextmanager
def _away(cluster: Path) -> Iterator[Callable[[], None]]:
    """The server is shut down as an operator does it, and started again by the yielded function."""
    postmaster = Server(cluster).postmaster()
    postmaster.send_signal(signal.SIGINT)
    while postmaster.is_running() and postmaster.status() != psutil.STATUS_ZOMBIE:  # its parent is the launcher
        time.sleep(0.05)
    server = Server(cluster)

    def mend() -> None:
        server.acquire()

    try:
        yield mend
    finally:
        if server.postmaster() is None:
            server.acquire()
        server.release()  # the site still uses it
