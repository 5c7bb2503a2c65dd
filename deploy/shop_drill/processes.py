"""Processes that are killed and started again, and a browser that meets them in any state."""

import collections
import http.client
import os
import re
import signal
import socket
import time
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from storefront.runtime.supervisor import Child

START_SECONDS = 60
REQUEST_SECONDS = 30
ATTEMPTS = 200
_FIELD = re.compile(r'name="([a-z]+)" value="([^"]*)"')
OURS = {"Sec-Fetch-Site": "same-origin"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Processes:
    """Web server, worker and bank, by name."""

    def __init__(self, children: dict[str, Child], *, port: int, bank_port: int) -> None:
        self.children, self.port, self.bank_port = children, port, bank_port
        self.kills: collections.Counter[str] = collections.Counter()

    def start(self) -> None:
        for child in self.children.values():
            child.start()
        self.wait()

    def kill(self, name: str) -> None:
        """kill -9 of a process and all it has started; a new one at once."""
        child = self.children[name]
        os.killpg(child.process.pid, signal.SIGKILL)
        self.kills[name] += 1
        child.start()

    def wait(self) -> None:
        """Until the web server answers. RuntimeError with its last words if it does not."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                if Browser(self.port).once("GET", "/healthz").status == 200:
                    return
            except (OSError, http.client.HTTPException):
                time.sleep(0.2)
        raise RuntimeError(self.children["web server"].last_words())


class Answer:
    def __init__(self, status: int, location: str, text: str) -> None:
        self.status, self.location, self.text = status, location, text

    @property
    def fields(self) -> dict[str, str]:
        """The hidden fields of its forms."""
        return dict(_FIELD.findall(self.text))


class Browser:
    """One person's browser: it keeps cookies, and asks again when nobody answers, as people do."""

    def __init__(self, port: int) -> None:
        self.port, self.cookies = port, SimpleCookie()

    def get(self, path: str) -> Answer:
        return self._patiently("GET", path, None)

    def post(self, path: str, form: dict[str, object]) -> Answer:
        return self._patiently("POST", path, form)

    def _patiently(self, method: str, path: str, form: dict[str, object] | None) -> Answer:
        """What may be half done is sent again: a process may have died over it."""
        for _attempt in range(ATTEMPTS):
            try:
                answer = self.once(method, path, form)
            except (OSError, http.client.HTTPException):
                time.sleep(0.3)
                continue
            if answer.status < 500:
                return answer
            time.sleep(0.3)
        raise TimeoutError(f"{method} {path}")

    def once(self, method: str, path: str, form: dict[str, object] | None = None) -> Answer:
        """OSError or HTTPException where the server died over it."""
        parts = urlsplit(path)
        where = parts._replace(scheme="", netloc="").geturl() or "/"
        headers = {**OURS, "Cookie": "; ".join(f"{name}={one.value}" for name, one in self.cookies.items())}
        body = None
        if form is not None:
            body, headers["Content-Type"] = urlencode(form), "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=REQUEST_SECONDS)
        try:
            connection.request(method, where, body=body, headers=headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                self.cookies.load(cookie)
            return Answer(answer.status, answer.getheader("Location", ""), text)
        finally:
            connection.close()
