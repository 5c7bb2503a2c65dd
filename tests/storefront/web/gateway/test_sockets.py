"""The gateway behind the real server, asked over sockets by clients who do what clients should not."""

import contextlib
import re
import select
import socket
import subprocess
import sys
import time

import pytest

from storefront.runtime.pytest_plugin import ROOT

from .application import FILE_BYTES, LARGEST, LARGEST_UPLOAD, LIMITS

CROWD = 8  # of threads there are two


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """One server for all tests here, with the options of the site."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("gateway") / "log"
    with open(log, "w") as out:
        server = subprocess.Popen(
            [
                sys.executable, "-m", "storefront.runtime.web", "--host", "127.0.0.1", "--port", str(port),
                "--http1-header-read-timeout", "2000", "tests.storefront.web.gateway.application:application",
            ],
            cwd=ROOT, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        while server.poll() is None:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port)).close()
                break
            time.sleep(0.05)
        assert server.poll() is None, log.read_text()
        yield port
    finally:
        server.terminate()
        server.wait()
    assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture
def connect(port):
    """Makes connections; `room` is for bytes that have come and nobody reads."""
    made = []

    def connect(first: bytes = b"", *, room: int = 0) -> socket.socket:
        client = socket.socket()
        made.append(client)
        if room:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        client.settimeout(60)  # far beyond every limit: a hang fails the test
        client.connect(("127.0.0.1", port))
        client.sendall(first)
        return client

    yield connect
    for client in made:
        client.close()


def request(path: str, *headers: str, method: str = "GET", body: bytes = b"") -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: a.example", *headers, "", ""]).encode() + body


def answer(client: socket.socket, *, has_body: bool = True) -> tuple[int, dict[str, str], bytes]:
    """The next whole answer on a connection."""
    text = b""
    while b"\r\n\r\n" not in text:
        text += _received(client)
    head, _, body = text.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    while has_body and len(body) < int(headers.get("content-length", 0)):
        body += _received(client)
    return int(first.split()[1]), headers, body


def _received(client: socket.socket) -> bytes:
    data = client.recv(65_536)
    if not data:
        raise EOFError
    return data


def rest_until_closed(client: socket.socket) -> bytes:
    """What comes until the server ends the connection, in one way or the other."""
    text = b""
    with contextlib.suppress(ConnectionError):
        while data := client.recv(65_536):
            text += data
    return text


def assert_others_are_served(connect) -> None:
    for path in ("/small", "/quick", "/small"):
        assert answer(connect(request(path)))[0] == 200


# -- readers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/file", "/page"])
def test_who_never_reads_holds_nothing_up_and_is_dropped(connect, path):
    crowd = [connect(request(path) * 3, room=4096) for _ in range(CROWD)]
    assert_others_are_served(connect)
    watching = connect()
    for _ in range(300):
        watching.sendall(request("/connections"))
        if int(answer(watching)[2]) == 1:
            break
        time.sleep(0.1)
    else:
        pytest.fail("they are still there")
    for client in crowd:
        assert len(rest_until_closed(client)) < 3_000_000


def test_who_reads_slowly_gets_everything(connect):
    """In twice the time that anybody may stand still, yet far more in it than buffers on the way can hide."""
    client = connect(request("/file", "Connection: close"), room=100_000)
    size, rounds = 0, 24
    for number in range(1, rounds + 1):
        time.sleep(2 * LIMITS.unread_seconds / rounds)
        while size < number * FILE_BYTES / rounds:
            size += len(_received(client))
    size += len(rest_until_closed(client))
    assert FILE_BYTES < size < FILE_BYTES + 1_000


def test_who_leaves_in_the_middle_leaves_nothing_behind(connect):
    for path in ("/file", "/page", "/small") * CROWD:
        client = connect(request(path))
        if path == "/file":
            client.recv(10)
        client.close()
    assert_others_are_served(connect)


# -- writers ---------------------------------------------------------------------------------------


def test_who_does_not_finish_its_request_holds_nothing_up_and_is_told_or_dropped(connect):
    heads = [connect(b"GET /small HTTP/1.1\r\nHost: a.exa") for _ in range(CROWD)]
    bodies = [connect(request("/small", "Content-Length: 1000", method="POST", body=b"a")) for _ in range(CROWD)]
    chunks = [
        connect(request("/small", "Transfer-Encoding: chunked", method="POST", body=b"5\r\nab")) for _ in range(2)
    ]
    nothing = [connect() for _ in range(CROWD)]
    assert_others_are_served(connect)
    for client in bodies + chunks:
        assert answer(client)[0] == 408
        assert rest_until_closed(client) == b""
    for client in heads + nothing:
        assert rest_until_closed(client) == b""


def test_a_trickle_is_ended_although_it_never_stands_still(connect):
    client = connect(request("/upload", f"Content-Length: {LARGEST_UPLOAD}", method="POST"))
    client.setblocking(False)
    sent, came = 0, b""
    while not came and sent < 1000:
        with contextlib.suppress(BlockingIOError):
            came = client.recv(1000)
        with contextlib.suppress(BlockingIOError, ConnectionError):
            sent += client.send(b"a")
        time.sleep(LIMITS.silent_seconds / 20)
    assert came.startswith(b"HTTP/1.1 408") and sent < 1000


# -- bodies ----------------------------------------------------------------------------------------


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


@pytest.mark.parametrize("pieces", [(), (b"abc",), (b"a" * 70_000, b"b" * 20_000)])
def test_a_chunked_body_has_a_length(connect, pieces):
    size = sum(map(len, pieces))
    client = connect(request("/small", "Transfer-Encoding: chunked", method="POST", body=chunked(*pieces)))
    status, headers, body = answer(client)
    assert (status, headers["x-length"], body) == (200, str(size), f"/small {size}".encode())
    client.sendall(request("/again"))
    assert answer(client)[1]["x-length"] == "none"


@pytest.mark.parametrize(("path", "limit"), [("/small", LARGEST), ("/upload", LARGEST_UPLOAD)])
def test_a_body_is_refused_by_its_announced_length_before_it_comes(connect, path, limit):
    status, headers, body = answer(connect(request(path, f"Content-Length: {limit + 1}", method="POST")))
    assert (status, body, headers["connection"]) == (413, b"refused", "close")
    just_fits = request(path, f"Content-Length: {limit}", method="POST", body=b"a" * limit)
    assert answer(connect(just_fits))[0] == 200


@pytest.mark.parametrize("how", ["announced", "chunked"])
def test_who_sends_far_too_much_reads_why(connect, how):
    size = 60_000_000
    header = f"Content-Length: {size}" if how == "announced" else "Transfer-Encoding: chunked"
    client = connect(request("/upload", header, method="POST"))
    piece = b"a" * 1_000_000
    for _ in range(size // len(piece)):  # goes on sending, as simple clients do
        client.sendall(piece if how == "announced" else b"%x\r\n%s\r\n" % (len(piece), piece))
    assert answer(client)[0] == 413


def test_many_bodies_at_once_are_bounded_and_the_others_are_told_to_come_back(connect):
    size = 1_400_000
    head = request("/upload", f"Content-Length: {size}", method="POST")
    crowd = [connect(head + b"a" * (size - 1)) for _ in range(6)]
    kept = LIMITS.bodies_bytes // size
    while len(crowd) > kept:
        for client in select.select(crowd, [], [])[0]:
            assert answer(client)[0] == 503
            crowd.remove(client)
    for client in crowd:
        client.sendall(b"a")
        assert answer(client)[0] == 200
    assert answer(connect(head + b"a" * size))[0] == 200, "there is room again"


def test_a_body_in_crumbs_is_refused(connect):
    client = connect(request("/upload", "Transfer-Encoding: chunked", method="POST"))
    with contextlib.suppress(ConnectionError):
        for _ in range(LIMITS.pieces // 10 + 10):
            client.sendall(b"1\r\na\r\n" * 10)
    assert answer(client)[0] == 400


def test_large_answers_at_once_are_bounded_and_small_ones_go_on(connect):
    crowd = [connect(request("/file"), room=4096) for _ in range(LIMITS.files_at_once)]
    for client in crowd:
        client.recv(1)
    status, _, body = answer(connect(request("/file")))
    assert (status, body) == (503, b"refused")
    assert_others_are_served(connect)


def test_expect_100_continue(connect):
    client = connect(request("/small", "Content-Length: 3", "Expect: 100-continue", method="POST"))
    assert answer(client, has_body=False)[0] == 100
    client.sendall(b"abc")
    assert answer(client)[2] == b"/small 3"
    client = connect(request("/small", "Content-Length: 900000", "Expect: 100-continue", method="POST"))
    assert answer(client)[0] == 413
    assert rest_until_closed(client) == b""


# -- connections -----------------------------------------------------------------------------------


def test_pipelined_requests_are_answered_in_order(connect):
    posted = request("/two", "Transfer-Encoding: chunked", method="POST", body=chunked(b"ab"))
    client = connect(request("/one%2F1?a=%2F") + posted + request("/three"))
    text = b""
    while text.count(b"HTTP/1.1 200") < 3 or not text.endswith(b"/three 0"):
        text += _received(client)
    assert re.findall(rb"/(?:one|two|three)\S* \d", text) == [b"/one%2F1?a=%2F 0", b"/two 2", b"/three 0"]


def test_a_half_closed_connection_is_taken_as_left(connect):
    """As nginx does. What was asked is done, nobody waits for it, and nothing is held."""
    for path in ("/small", "/file", "/page") * CROWD:
        client = connect(request(path))
        client.shutdown(socket.SHUT_WR)
        rest_until_closed(client)
    unfinished = connect(request("/small", "Content-Length: 10", method="POST", body=b"abc"))
    unfinished.shutdown(socket.SHUT_WR)
    assert b"200 OK" not in rest_until_closed(unfinished)
    assert_others_are_served(connect)


@pytest.mark.parametrize("path", ["/small", "/page", "/file"])
def test_head_has_the_length_and_no_body(connect, path):
    client = connect(request(path, method="HEAD") + request("/after"))
    status, headers, body = answer(client, has_body=False)
    assert status == 200 and int(headers["content-length"]) > 0
    if not body:
        body = _received(client)
    assert body.startswith(b"HTTP/1.1 200") and b"/after 0" in body


def test_heads_that_are_too_large_or_unclear_are_refused(connect):
    assert answer(connect(request("/small", "X: " + "a" * 200_000)))[0] == 431
    assert answer(connect(request("/small", *(f"X{number}: a" for number in range(300)))))[0] == 431
    two_lengths = request("/small", "Content-Length: 3", "Content-Length: 5", method="POST", body=b"abcde")
    assert answer(connect(two_lengths))[0] == 400


def test_quick_paths_do_not_wait_for_busy_threads(connect):
    busy = [connect(request("/wait")) for _ in range(CROWD)]
    assert answer(connect(request("/waits")))[0] == 200
    assert answer(connect(request("/quick")))[0] == 200
    assert answer(connect(request("/small", "Content-Length: 900000", method="POST")))[0] == 413
    connect(request("/go"))
    for client in busy:
        assert answer(client)[0] == 200
