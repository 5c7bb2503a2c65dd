"""Plain HTTP for the drills: one request, its status and its time."""

import dataclasses
import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit


@dataclasses.dataclass(frozen=True)
class Answer:
    """`status` is 0 where there was none within the limit; `seconds` until all of it was there."""

    status: int
    seconds: float
    headers: dict[str, str]
    body: bytes = b""


def ask(url: str, path: str, *, method: str = "GET", body=None, headers=None, limit: float = 60) -> Answer:
    """Ask once. `limit` is in seconds."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=limit)
    began = time.monotonic()
    try:
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        text = response.read()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, time.monotonic() - began, headers, text)
    except (OSError, http.client.HTTPException):
        return Answer(0, time.monotonic() - began, {})
    finally:
        connection.close()


def ask_all(url: str, paths: list[str], *, at_once: int) -> list[Answer]:
    """Ask for all of them, so many at the same time."""
    with ThreadPoolExecutor(at_once) as threads:
        return list(threads.map(lambda path: ask(url, path), paths))


def summary(answers: list[Answer]) -> str:
    """`12 × 200, 3 × 503, slowest 0.12 s`."""
    statuses = [answer.status for answer in answers]
    counts = ", ".join(f"{statuses.count(status)} × {status}" for status in sorted(set(statuses)))
    return f"{counts}, slowest {max(answer.seconds for answer in answers):.2f} s"
