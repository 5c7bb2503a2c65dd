"""HTTP around the bank, for this machine only."""

import dataclasses
import json
import socketserver
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs, parse_qsl
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from . import pages
from .bank import Act, FakeBank, Misbehaviour, Refused

LOOPBACK = "127.0.0.1"
PAYMENT_PATH = "/paymentv2/vpcpay.html"
TRANSFER_PATH = "/transfer"
MAX_FORM = 20_000
_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_Answer = tuple[str, list[tuple[str, str]], str]


class _Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Handler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name of the library)
        """Nothing: the page `/` says what happened."""


def server(bank: FakeBank, port: int) -> WSGIServer:
    """A server that listens already; port 0 takes a free one."""
    return make_server(LOOPBACK, port, application(bank), _Server, _Handler)


def application(bank: FakeBank) -> Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]:
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            status, headers, content = _answer(bank, environ)
        except Refused as refusal:
            status, headers, content = "400 Bad Request", [("Content-Type", _HTML)], pages.refusal_page(str(refusal))
        body = content.encode("utf-8", "replace")
        start_response(status, [*headers, ("Content-Length", str(len(body))), ("Cache-Control", "no-store")])
        return [body]

    return answer


def _answer(bank: FakeBank, environ: WSGIEnvironment) -> _Answer:
    host = environ.get("HTTP_HOST", "").rpartition(":")[0] or environ.get("HTTP_HOST", "")
    if host not in (LOOPBACK, "localhost"):  # a page elsewhere that gave its name our address
        raise Refused("Chỉ dùng trên máy này. · For this machine only.")
    method, path, query = environ["REQUEST_METHOD"], environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if (method, path) == ("GET", PAYMENT_PATH):
        chosen = _misbehaviour(parse_qs(query).get("misbehave", ["none"])[0])
        return "200 OK", [("Content-Type", _HTML)], pages.payment_page(query, bank.asked(query), chosen)
    if (method, path) == ("POST", "/decide"):
        return "303 See Other", [("Location", _decide(bank, environ))], ""
    if (method, path) == ("GET", TRANSFER_PATH):
        return "200 OK", [("Content-Type", _HTML)], pages.transfer_page(bank.transfer(dict(parse_qsl(query))))
    if (method, path) == ("POST", TRANSFER_PATH):
        form = _form(environ)
        transfer = bank.transfer({name: values[0] for name, values in form.items()})
        bank.send(transfer, _misbehaviour(form.get("misbehave", ["none"])[0]))
        return "200 OK", [("Content-Type", _HTML)], pages.transferred_page(transfer)
    if (method, path) == ("GET", "/"):
        return "200 OK", [("Content-Type", _HTML)], pages.sent_page(bank.sent)
    if (method, path) == ("GET", "/sent.json"):
        return "200 OK", [("Content-Type", _JSON)], json.dumps([dataclasses.asdict(one) for one in bank.sent])
    return "404 Not Found", [("Content-Type", _HTML)], pages.refusal_page("Không có trang này. · No such page.")


def _decide(bank: FakeBank, environ: WSGIEnvironment) -> str:
    form = _form(environ)
    act = Act.__members__.get(form.get("act", [""])[0].upper())
    if act is None:
        raise Refused("Hãy chọn một nút. · Choose a button.")
    misbehaviour = _misbehaviour(form.get("misbehave", ["none"])[0])
    address = bank.decide(form.get("query", [""])[0], act, misbehaviour)
    if not address.isascii() or not address.isprintable():
        raise Refused("Địa chỉ quay về không hợp lệ. · The address of the return is no address.")
    return address


def _form(environ: WSGIEnvironment) -> dict[str, list[str]]:
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > MAX_FORM:
        raise Refused("Yêu cầu quá dài. · The request is too long.")
    return parse_qs(environ["wsgi.input"].read(int(length)).decode("utf-8", "replace"))


def _misbehaviour(value: str) -> Misbehaviour:
    try:
        return Misbehaviour(value)
    except ValueError:
        raise Refused("Không biết cách cư xử này. · No such behaviour.") from None
