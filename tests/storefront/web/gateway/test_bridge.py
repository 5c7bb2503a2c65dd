"""The bridge from ASGI to our WSGI application."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.handlers.wsgi import WSGIRequest

from storefront.web.charsets import in_utf8
from storefront.web.gateway import Gateway
from storefront.web.gateway.answers import IN_MEMORY, PIECE


def ask(
    application, *, path=b"/", query=b"", headers=(), bodies=(b"",), method="GET"
) -> tuple[int, dict, bytes, int]:
    """Status, headers, body and number of body messages of one request."""
    waiting = [
        {"type": "http.request", "body": body, "more_body": place + 1 < len(bodies)}
        for place, body in enumerate(bodies)
    ]
    sent: list[dict] = []

    async def receive():
        return waiting.pop(0)

    async def send(message):
        sent.append(message)

    if len(bodies) > 1:
        headers = [*headers, (b"transfer-encoding", b"chunked")]
    scope = {
        "type": "http", "method": method, "path": "/", "raw_path": path, "query_string": query,
        "headers": list(headers),
        "http_version": "1.1", "scheme": "https", "server": ("127.0.0.1", 8000), "client": ("192.0.2.7", 5000),
    }  # fmt: skip
    # In a thread: a browser test before this one may have left a running loop in ours.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(Gateway(application, threads=1)(scope, receive, send))).result()
    start, *rest = sent
    return start["status"], dict(start["headers"]), b"".join(part["body"] for part in rest), len(rest)


def test_the_path_comes_as_it_was_sent_and_decoded():
    seen = {}

    def application(environ, start_response):
        seen.update(environ)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"ok"]

    headers = [
        (b"host", b"a.example"), (b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"x-forwarded-for", b"192.0.2.1"),
        (b"x_forwarded_for", b"forged"), (b"accept", b"a"), (b"accept", b"b"),
    ]  # fmt: skip
    status, answer, body, _ = ask(application, path=b"/10/A%2FB/%C3%A1%FF", query=b"s=1%2F2", headers=headers)
    assert (status, answer[b"content-type"], body) == (200, b"text/plain", b"ok")
    assert seen["RAW_URI"] == "/10/A%2FB/%C3%A1%FF?s=1%2F2"
    assert seen["PATH_INFO"].encode("latin-1") == b"/10/A/B/\xc3\xa1\xff"
    assert (seen["HTTP_COOKIE"], seen["HTTP_ACCEPT"]) == ("a=1; b=2", "a,b")
    assert (seen["HTTP_X_FORWARDED_FOR"], seen["REMOTE_ADDR"]) == ("192.0.2.1", "192.0.2.7")


def test_a_body_in_parts_is_read_whole():
    def application(environ, start_response):
        start_response("201 Created", [])
        assert environ["CONTENT_LENGTH"] == "2400001"
        return [environ["wsgi.input"].read()]

    assert ask(application, bodies=(b"a" * 2_400_000, b"b"), method="POST")[2] == b"a" * 2_400_000 + b"b"


@pytest.mark.parametrize("size", [40 * 4096, 400 * 4096], ids=["small", "large"])
def test_a_stream_is_run_to_its_end_and_closed(size):
    class Stream:
        streaming = True
        closed = False

        def __iter__(self):
            yield from (b"x" * 4096 for _ in range(size // 4096))

        def close(self):
            Stream.closed = True

    def application(environ, start_response):
        start_response("200 OK", [])
        return Stream()

    _, _, body, parts = ask(application)
    assert (len(body), Stream.closed) == (size, True)
    assert parts == (1 if size <= IN_MEMORY else size // PIECE + 1)


def test_the_server_learns_of_an_error_in_the_application():
    def application(environ, start_response):
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        ask(application)


@pytest.mark.parametrize("charset", ["hex", "idna", "utf-16", "undefined", "no-such"])
def test_no_charset_breaks_the_reading_of_a_request(charset):
    """Django would read the query in it while it makes the request, where nothing can answer."""
    types = []

    def application(environ, start_response):
        request = WSGIRequest(environ)
        types.append((request.content_type, request.content_params["boundary"], request.encoding, request.GET["q"]))
        start_response("200 OK", [])
        return [b""]

    headers = [(b"content-type", f"Multipart/Form-Data; boundary=x--y; charset={charset}".encode())]
    assert ask(in_utf8(application), path=b"/", query=b"q=%E1%BA%A1..b", headers=headers)[0] == 200
    assert types == [("multipart/form-data", "x--y", None, "ạ..b")]


def test_visitors_are_told_of_a_stream_that_fails_half_way():
    """Nothing of it has been sent by then."""

    class Stream:
        streaming = True

        def __iter__(self):
            yield b"x" * 100
            raise RuntimeError("broken")

    def application(environ, start_response):
        refused = environ.get("storefront.refused", 200)
        start_response(f"{refused} X", [])
        return [b"in words"] if refused == 500 else Stream()

    assert ask(application)[0::2] == (500, b"in words")
