"""The carrier of the demo, over HTTP with JSON (`storefront.shipping.fake_carrier`). Nothing is carried.

Real carriers get a module like this one: their addresses, their words for events, their signature.
"""

import dataclasses
import datetime
import hmac
import http.client
import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from storefront.shipping.models import TrackingKind

from .carrier import CarrierDown, CarrierNotice, CarrierRefused, Consignment, News, NoticeRefused
from .signing import signature

TIMEOUT_SECONDS = 5
MAX_ANSWER = 200_000
MAX_AGE = datetime.timedelta(minutes=5)
"""So far a notice's own time may be from ours, in both directions."""
_SECONDS = re.compile(r"[0-9]{1,11}")
_YEARS = range(2000, 2100)
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclasses.dataclass(frozen=True)
class DemoCarrier:
    """`url` without a last slash; `secret` signs in both directions."""

    url: str
    secret: str
    name: str = "demo"
    label: str = "Bưu cục thử (minh họa)"

    def create(self, consignment: Consignment) -> str:
        answer = self._call("POST", "/shipments", dataclasses.asdict(consignment))
        number = answer.get("number")
        if not isinstance(number, str) or not _is_name(number):
            raise CarrierDown
        return number

    def cancel(self, number: str) -> None:
        self._call("POST", f"/shipments/{_quoted(number)}/cancel", {})

    def track(self, number: str) -> tuple[News, ...]:
        return _news(self._call("GET", f"/shipments/{_quoted(number)}/events").get("events"))

    def read_notice(self, *, headers: Mapping[str, str], body: bytes, now: datetime.datetime) -> CarrierNotice:
        signed_at = headers.get("X-Carrier-Timestamp", "")
        expected = signature(self.secret, signed_at, body)
        given = headers.get("X-Carrier-Signature", "")
        if not hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace")):
            raise NoticeRefused(_("The signature is wrong."))
        if not _SECONDS.fullmatch(signed_at) or abs(now.timestamp() - int(signed_at)) > MAX_AGE.total_seconds():
            raise NoticeRefused(_("The notice is too old, or its clock is wrong."))
        try:
            content = json.loads(body)
            number = str(content["number"])
            if not _is_name(number):
                raise ValueError(number)
            return CarrierNotice(number=number, news=_news(content["events"]))
        except (ValueError, TypeError, KeyError, RecursionError, CarrierDown) as error:
            raise NoticeRefused(_("The notice is not what a notice looks like."), is_signed=True) from error

    def _call(self, method: str, path: str, content: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        body = json.dumps(content).encode() if content is not None else b""
        signed_at = str(int(datetime.datetime.now(datetime.UTC).timestamp()))
        headers = {
            "Content-Type": "application/json",
            "X-Carrier-Timestamp": signed_at,
            "X-Carrier-Signature": signature(self.secret, signed_at, body),
        }
        request = urllib.request.Request(  # noqa: S310 - the address is a setting
            f"{self.url}{path}", data=body or None, method=method, headers=headers
        )
        try:
            with _opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
                read = json.loads(_read(answer))
        except urllib.error.HTTPError as error:
            with error:
                raise (_refused(error.read(MAX_ANSWER)) if error.code == 422 else CarrierDown()) from error
        except (OSError, ValueError, RecursionError, http.client.HTTPException) as error:
            raise CarrierDown from error
        if not isinstance(read, dict):
            raise CarrierDown
        return read


def _read(answer: http.client.HTTPResponse) -> bytes:
    """The whole answer; TimeoutError for one that comes in drops, each of them in time."""
    ends, body = time.monotonic() + TIMEOUT_SECONDS, b""
    while piece := answer.read1(MAX_ANSWER):
        body += piece
        if len(body) > MAX_ANSWER:
            raise ValueError("too long")
        if time.monotonic() > ends:
            raise TimeoutError
    return body


def _is_name(text: str) -> bool:
    """Whether a text can be a number of a shipment, or of one of its events."""
    return 0 < len(text) <= 60 and text.isascii() and text.isprintable()


def _quoted(number: str) -> str:
    return urllib.parse.quote(number, safe="")


def _refused(body: bytes) -> Exception:
    try:
        return CarrierRefused(_plain(json.loads(body)["message"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return CarrierDown()


def _news(events: object) -> tuple[News, ...]:
    """CarrierDown for what is no list of events. Kinds that we do not know are told as they are."""
    if not isinstance(events, list):
        raise CarrierDown
    return tuple(_one(event) for event in events[:500])


def _one(event: object) -> News:
    try:
        values = dict(event)  # type: ignore[call-overload]
        kind = str(values["kind"])
        happened_at = datetime.datetime.fromisoformat(str(values["at"]))
        identity = str(values["id"])
    except (TypeError, ValueError, KeyError) as error:
        raise CarrierDown from error
    if happened_at.tzinfo is None or happened_at.year not in _YEARS or not _is_name(identity):
        raise CarrierDown
    return News(
        identity=identity,
        kind=TrackingKind(kind) if kind in TrackingKind.values else TrackingKind.OTHER,
        happened_at=happened_at,
        text=_plain(values.get("text")),
        place=_plain(values.get("place")),
    )


def _plain(text: object) -> str:
    return "".join(letter for letter in str(text or "") if letter.isprintable())[:200]
