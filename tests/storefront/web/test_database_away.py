"""The database goes away, stands still and comes back, while people and machines ask for pages.

Between Django and the real server stands a line that can be cut, or take everything and answer nothing.
"""

import contextlib
import socket
import tempfile
import threading
import time
from pathlib import Path

import pytest
from django.db import OperationalError, close_old_connections, connection
from django.test import Client, override_settings

from catalogue.products.models import Product
from catalogue.traceability.stamps.queries import page_code_of
from search.services import rebuild
from storefront.postgresql import breaker, patience
from storefront.web.caching.models import PublicChange, note_change

IMPATIENT = patience.Patience(
    connect=2, statement=2, lock=1, idle_in_transaction=5, silence=0.6, health_check=0.4, rest=30
)
HTML, JSON, PROBLEM = "text/html", "application/json", "application/problem+json"


class Line:
    """A Unix socket that leads to another one. `mode`: `open`, `silent` or `cut`."""

    def __init__(self, target: str):
        self.target = target
        self.folder = Path(tempfile.mkdtemp(prefix="line-"))
        self.mode = "cut"
        self.listener: socket.socket | None = None
        self.ends: list[socket.socket] = []
        self.is_open = threading.Event()

    def open(self) -> None:
        self.mode = "open"
        self.is_open.set()
        self._listen()

    def silence(self) -> None:
        """What was begun stays without an answer, and so does whoever comes."""
        self.mode = "silent"
        self.is_open.clear()
        self._listen()

    def cut(self) -> None:
        self.mode = "cut"
        self.is_open.set()
        if self.listener:
            self.listener.close()
            self.listener = None
            (self.folder / ".s.PGSQL.5432").unlink()
        for end in self.ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.ends.clear()

    def _listen(self) -> None:
        if self.listener is None:
            self.listener = socket.socket(socket.AF_UNIX)
            self.listener.bind(str(self.folder / ".s.PGSQL.5432"))
            self.listener.listen(50)
            threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.socket(socket.AF_UNIX)
                far.connect(self.target)
                self.ends += [near, far]
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._pump, args=(source, sink), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                self.is_open.wait()
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def index(django_db_setup, django_db_blocker, tmp_path_factory):
    """Folder of a search index of the register."""
    folder = tmp_path_factory.mktemp("index") / "search"
    with django_db_blocker.unblock(), override_settings(SEARCH_INDEX_DIR=folder):
        rebuild()
        connection.close()
    return folder


@pytest.fixture
def line(index, django_db_blocker, monkeypatch, settings):
    """The database of the tests behind a line, which is open; this process is a web process."""
    settings.PAGE_CACHE_MB = 4
    settings.SEARCH_INDEX_DIR = index
    there = connection.settings_dict
    place = {"host": there["HOST"], "port": there["PORT"] or 5432, **there["OPTIONS"]}
    line = Line(f"{place['host']}/.s.PGSQL.{place['port']}")
    kept = patience.current()
    with django_db_blocker.unblock():
        connection.close()
        monkeypatch.setitem(there, "HOST", str(line.folder))
        monkeypatch.setitem(there, "PORT", "5432")
        monkeypatch.setitem(there, "CONN_MAX_AGE", 60)
        monkeypatch.setitem(there, "CONN_HEALTH_CHECKS", True)
        patience.use(IMPATIENT)
        line.open()
        yield line
        connection.close()
        patience.use(kept)
    line.cut()


@pytest.fixture
def client():
    """Without cookies; what a visitor sees of an exception, not the exception."""
    return Client(raise_request_exception=False)


def all_requests() -> list[tuple[str, str, dict]]:
    """(method, address, more) of pages, data and forms, each with another way to the database."""
    product = Product.objects.filter(certificates__isnull=False).first()
    return [
        ("get", "/", {}),
        ("get", product.get_absolute_url(), {}),
        ("get", "/tra-cuu/?q=123", {}),
        ("get", "/q/0000XV5FC9W2", {}),
        ("get", page_code_of(product).get_absolute_url(), {}),
        ("get", "/khong-co-trang-nay/", {}),
        ("get", "/sitemap.xml", {}),
        ("get", "/01/08935000000014", {}),
        ("get", "/01/08935000000014", {"headers": {"Accept": "text/html,*/*"}}),
        ("get", "/api/v1/products", {}),
        ("get", "/api/v1/areas", {}),
        ("get", "/epcis/v2/events", {"headers": {"Authorization": "Bearer sbe_made-up"}}),
        ("get", "/quan-tri/", {"headers": {"Cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"}}),
        ("get", "/dashboard/", {"headers": {"Cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"}}),
        ("post", "/tai-khoan/dang-nhap/", {"data": {"login": "a@b.example", "password": "x" * 12}}),
        ("post", f"/gio-hang/them/{product.pk}/", {"data": {"quantity": "1"}}),
    ]


def media_type_of(request) -> str:
    _, address, more = request
    if "html" in more.get("headers", {}).get("Accept", ""):
        return HTML
    return {"/api/": JSON, "/epci": PROBLEM, "/01/0": PROBLEM}.get(address[:5], HTML)


def ask(client, request) -> object:
    method, address, more = request
    close_old_connections()  # as before each request; the test client leaves it out
    return getattr(client, method)(address, **more)


def assert_is_refused(response, address: str, media_type: str = HTML) -> None:
    assert response.status_code == 503, (address, response.status_code)
    assert int(response["Retry-After"]) > 0, address
    assert "no-store" in response["Cache-Control"], address
    assert response["Content-Type"].startswith(media_type), address
    text = response.content.decode()
    if media_type == HTML:
        assert 'lang="vi"' in text and 'lang="en"' in text, address
    elif media_type == PROBLEM:
        assert response.json()["status"] == 503
    else:
        assert response.json() == {"detail": "The register does not answer."}


def restore(line) -> None:
    """The database is there again, and the rest after the last attempt is over."""
    line.open()
    breaker.breaker_of(connection.settings_dict)._closed_until = 0.001
    close_old_connections()


@pytest.mark.parametrize("fault", ["silent while connected", "silent from the start", "cut"])
def test_everybody_is_told_to_come_back_and_served_when_it_is_back(line, client, settings, fault):
    settings.PAGE_CACHE_MB = 0
    requests = all_requests()
    if fault == "silent from the start":
        connection.close()
    (line.cut if fault == "cut" else line.silence)()
    for request in requests:
        assert_is_refused(ask(client, request), request[1], media_type_of(request))
    for needs_none in ("/healthz", "/en/san-pham/?q=ca+phe", "/tim-kiem/?q=ca+phe"):  # the index knows the cards
        assert client.get(needs_none).status_code == 200

    restore(line)
    for request in requests:
        assert ask(client, request).status_code < 500, request[1]


def test_it_goes_away_in_the_middle_of_a_page(line, client, settings):
    settings.PAGE_CACHE_MB = 0
    path = "/"
    counts: list[int] = []

    def counting(execute, sql, params, many, context):
        counts[-1] += 1
        if counts[-1] == stop_at:
            line.cut()
        return execute(sql, params, many, context)

    stop_at = 0
    with connection.execute_wrapper(counting):
        for _ in range(2):  # the first one fills what a process remembers
            counts.append(0)
            assert client.get(path).status_code == 200
        total = counts[-1]
        assert total > 3
        for stop_at in range(1, total + 1):
            counts.append(0)
            assert_is_refused(client.get(path), f"{path} at query {stop_at}")
            restore(line)


def test_pages_that_are_kept_go_on_until_the_day_ends(line, client, monkeypatch):
    product = Product.objects.filter(certificates__isnull=False).first()
    kept = ["/", product.get_absolute_url(), page_code_of(product).get_absolute_url()]
    before = {path: client.get(path) for path in kept}
    for fault in (line.silence, line.cut):
        fault()
        for path in kept:
            again = client.get(path)
            assert again.content == before[path].content, path
            assert client.get(path, headers={"If-None-Match": before[path]["ETag"]}).status_code == 304
        assert_is_refused(client.get("/vung/"), "/vung/")  # nobody has asked for it before
        restore(line)
    line.cut()
    monkeypatch.setattr("storefront.web.caching.middleware.AWAY_SECONDS", 0)
    assert_is_refused(client.get("/"), "/")
    monkeypatch.undo()


def test_pages_are_forgotten_with_the_change_that_was_seen_last(line, client, settings):
    """A process that has seen a recall must not fall back to pages from before it."""
    page = client.get("/")
    assert page.status_code == 200
    note_change()
    try:
        client.get("/tim-kiem/?q=x")  # asks for the revision, and is not kept itself
        line.cut()
        assert_is_refused(client.get("/"), "/")
        restore(line)
    finally:
        PublicChange.objects.order_by("-pk").first().delete()


def test_a_silent_server_holds_up_one_thread_and_not_the_next(line):
    """Connections are of their threads; what one has learned, the others know."""
    outcomes: list[tuple[str, float]] = []
    ready, go = threading.Barrier(3), threading.Event()

    def other(leaves_check_out: bool) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        ready.wait()
        go.wait()
        close_old_connections()  # Django does it where no exception is caught
        connection.health_check_done = leaves_check_out  # as scans do
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            outcomes.append(("answered", 0))
        except OperationalError as error:
            outcomes.append((str(error), breaker.breaker_of(connection.settings_dict).is_silent))
        connection.close()

    threads = [threading.Thread(target=other, args=(leaves,), daemon=True) for leaves in (True, False)]
    for thread in threads:
        thread.start()
    connection.ensure_connection()
    ready.wait()
    line.silence()
    with pytest.raises(OperationalError, match="no answer within"), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    go.set()
    for thread in threads:
        thread.join()
    assert outcomes == [("the database was away a moment ago", True)] * 2


def test_after_its_rest_one_asks_and_all_go_on(line, monkeypatch):
    patience.use(patience.Patience(connect=2, silence=0.3, rest=0.05))
    connection.close()
    line.cut()
    for _ in range(3):
        with pytest.raises(OperationalError):
            connection.ensure_connection()
    line.open()
    while True:  # the rest passes by itself
        with contextlib.suppress(OperationalError):
            connection.ensure_connection()
            break
        time.sleep(0.01)
    assert not breaker.breaker_of(connection.settings_dict).is_silent


def test_web_worker_and_commands_wait_as_long_as_they_should(line):
    def shown() -> list[str]:
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('statement_timeout'), current_setting('lock_timeout'),"
                " current_setting('idle_in_transaction_session_timeout')"
            )
            return list(cursor.fetchone())

    patience.use(patience.WEB)
    assert shown() == ["5s", "3s", "30s"] and connection.connection.silence == 6
    patience.use_in_worker()
    assert shown() == ["15min", "1min", "1h"]
    patience.use(patience.COMMAND)
    assert shown() == ["0", "0", "0"] and not connection.connection.silence
    assert patience.WEB.statement < patience.WEB.silence, "the server should be the one to give up"


def test_a_statement_that_takes_too_long_is_refused_in_the_same_words(line, client, settings):
    settings.PAGE_CACHE_MB = 0

    def slow(execute, sql, params, many, context):
        return execute(f"SELECT pg_sleep(20); {sql}" if params is None else sql, params, many, context)

    patience.use(patience.Patience(connect=2, statement=0.2, silence=5, rest=1))
    connection.close()
    slowly = connection.execute_wrapper(slow)
    with slowly, pytest.raises(OperationalError, match="statement timeout"), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    assert client.get("/").status_code == 200, "one slow statement says nothing of the database"
