"""HTTP around the carrier, for this machine only: an interface for the shop, and a page with buttons for people."""

import html
import json
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .carrier import KINDS, SLOW_SECONDS, Condition, FakeCarrier, Kept, Misbehaviour

LOOPBACK = "127.0.0.1"
MAX_BODY = 20_000
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 40rem; padding: 1rem; }
section { border-top: 1px solid; padding: .5rem 0; }
button, select { font: inherit; padding: .4rem .6rem; margin: .2rem 0; }
"""
_LABELS = {
    "picked_up": "Đã lấy hàng · Picked up", "in_transit": "Đang đi · In transit",
    "out_for_delivery": "Đang giao · Out for delivery", "failed": "Không gặp · Nobody there",
    "delivered": "Đã giao · Delivered", "returning": "Đang trả về · Returning", "returned": "Đã trả về · Returned",
}  # fmt: skip


def server(carrier: FakeCarrier, port: int) -> ThreadingHTTPServer:
    """A server that listens already; port 0 takes a free one."""

    class Handler(_Handler):
        pass

    Handler.carrier = carrier
    running = ThreadingHTTPServer((LOOPBACK, port), Handler)
    running.daemon_threads = True
    return running


class _Handler(BaseHTTPRequestHandler):
    carrier: FakeCarrier

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name of the library)
        """Nothing: the page `/` says what happened."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not self._is_local():
            return self._say(HTTPStatus.BAD_REQUEST, {})
        if path == "/":
            return self._page()
        if path.startswith("/shipments/") and self._takes_calls(b""):
            kept = self.carrier.shipments.get(path.split("/")[2])
            return self._say(HTTPStatus.OK if kept else HTTPStatus.NOT_FOUND, {"events": kept.events if kept else []})
        return None

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length") or "0"
        if not self._is_local() or not length.isdigit() or int(length) > MAX_BODY:
            return self._say(HTTPStatus.BAD_REQUEST, {})
        body, path = self.rfile.read(int(length)), urlsplit(self.path).path
        if path == "/tell":
            return self._tell(parse_qs(body.decode("utf-8", "replace")))
        if not self._takes_calls(body):
            return None
        if path == "/shipments":
            return self._say(HTTPStatus.OK, {"number": self.carrier.create(json.loads(body)).number})
        parts = path.split("/")
        kept = self.carrier.shipments.get(parts[2]) if parts[-1] == "cancel" and len(parts) == 4 else None
        if kept:
            kept.is_cancelled = True
        return self._say(HTTPStatus.OK if kept else HTTPStatus.NOT_FOUND, {})

    def _takes_calls(self, body: bytes) -> bool:
        """Whether the call is the shop's, and is answered as it should be."""
        condition = self.carrier.condition
        if condition is Condition.SLOW:
            time.sleep(SLOW_SECONDS)
        elif condition is Condition.DOWN:
            self._say(HTTPStatus.BAD_GATEWAY, {})
        elif condition is Condition.RUBBISH:
            self._write(HTTPStatus.OK, "text/html", "<h1>Bảo trì</h1>")
        signed_at, given = (self.headers.get(f"X-Carrier-{name}", "") for name in ("Timestamp", "Signature"))
        if condition is Condition.GOOD and not self.carrier.is_signed(signed_at, given, body):
            self._say(HTTPStatus.UNAUTHORIZED, {})
            return False
        return condition is Condition.GOOD

    def _tell(self, form: dict[str, list[str]]) -> None:
        kind, number, how, condition = (
            form.get(name, [""])[0] for name in ("kind", "number", "misbehave", "condition")
        )
        if condition in {one.value for one in Condition}:
            self.carrier.condition = Condition(condition)
        if kind in KINDS and number in self.carrier.shipments:
            self.carrier.tell(
                number, kind, Misbehaviour(how) if how in {one.value for one in Misbehaviour} else Misbehaviour.NONE
            )
        self._page()

    def _page(self) -> None:
        options = "".join(f"<option>{one.value}</option>" for one in Misbehaviour)
        buttons = "".join(f'<button name="kind" value="{kind}">{_LABELS[kind]}</button> ' for kind in KINDS)
        sections = "".join(_section(kept, options, buttons) for kept in reversed(self.carrier.shipments.values()))
        conditions = "".join(
            f'<button name="condition" value="{one.value}">{one.value}</button> ' for one in Condition
        )
        self._write(
            HTTPStatus.OK,
            "text/html; charset=utf-8",
            '<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width">'
            f"<title>Bưu cục thử · demo carrier</title><style>{_STYLE}</style>"
            "<h1>Bưu cục thử, không chở gì · Demo carrier, nothing is carried</h1>"
            f"{sections or '<p>Chưa có vận đơn. · No shipment yet.</p>'}"
            f"<section><h2>Trả lời cửa hàng · Answers to the shop: {self.carrier.condition.value}</h2>"
            f'<form method="post" action="/tell">{conditions}</form>'
            f"<p>{html.escape(' | '.join(self.carrier.answers[-5:]))}</p></section></html>",
        )

    def _is_local(self) -> bool:
        """Not a page elsewhere that gave its name our address."""
        host = self.headers.get("Host", "")
        return (host.rpartition(":")[0] or host) in (LOOPBACK, "localhost")

    def _say(self, status: HTTPStatus, content: dict[str, Any]) -> None:
        self._write(status, "application/json", json.dumps(content))

    def _write(self, status: HTTPStatus, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


def _section(kept: Kept, options: str, buttons: str) -> str:
    number, reference = html.escape(kept.number), html.escape(str(kept.consignment.get("reference", "")))
    happened = "đã hủy · cancelled" if kept.is_cancelled else ", ".join(event["kind"] for event in kept.events)
    return (
        f"<section><h2>{number}</h2><p>{reference} · {happened}</p>"
        f'<form method="post" action="/tell"><input type="hidden" name="number" value="{number}">'
        f'<label>Báo thế nào · How it tells <select name="misbehave">{options}</select></label><br>{buttons}</form>'
        "</section>"
    )
