"""What the carrier knows of its shipments, and how it tells the shop."""

import dataclasses
import datetime
import enum
import hmac
import itertools
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from ..carriers.signing import signature

KINDS = ("picked_up", "in_transit", "out_for_delivery", "failed", "delivered", "returning", "returned")
TIMEOUT_SECONDS = 10
SLOW_SECONDS = 20
SKEW = datetime.timedelta(hours=1)


class Misbehaviour(enum.Enum):
    """How the news go wrong."""

    NONE = "none"
    TWICE = "twice"
    BACKWARDS = "backwards"
    FOREIGN = "foreign"
    BAD_SIGNATURE = "bad-signature"
    SKEW = "skew"
    NEVER = "never"


class Condition(enum.Enum):
    """How it answers the shop's own calls."""

    GOOD = "good"
    SLOW = "slow"
    DOWN = "down"
    RUBBISH = "rubbish"


@dataclasses.dataclass
class Kept:
    """A shipment: what the shop said of it, and what happened."""

    number: str
    consignment: Mapping[str, Any]
    events: list[dict[str, str]] = dataclasses.field(default_factory=list)
    is_cancelled: bool = False


class FakeCarrier:
    """One shop's carrier, all in memory."""

    def __init__(self, secret: str, shop_url: str) -> None:
        if not shop_url.startswith(("http://", "https://")):
            raise ValueError("The address of the shop begins with http:// or https://.")
        self.secret, self.notice_url = secret, f"{shop_url}/carriers/notices/demo"
        self.shipments: dict[str, Kept] = {}
        self.condition = Condition.GOOD
        self.answers: list[str] = []
        self._numbers = itertools.count(int(time.time()) % 10**7)
        self._lock = threading.Lock()

    def is_signed(self, signed_at: str, given: str, body: bytes) -> bool:
        return hmac.compare_digest(signature(self.secret, signed_at, body).encode(), given.encode())

    def create(self, consignment: Mapping[str, Any]) -> Kept:
        """The same reference is the same shipment."""
        with self._lock:
            for kept in self.shipments.values():
                if kept.consignment.get("reference") == consignment.get("reference"):
                    return kept
            kept = Kept(f"THU{next(self._numbers):09}", consignment)
            self.shipments[kept.number] = kept
            self._note(kept, "booked")
        return kept

    def _note(self, kept: Kept, kind: str) -> dict[str, str]:
        event = {
            "id": f"{kept.number}-{len(kept.events) + 1}",
            "kind": kind,
            "at": datetime.datetime.now(datetime.UTC).isoformat(),
            "place": "Bưu cục minh họa",
            "text": "",
        }
        kept.events.append(event)
        return event

    def tell(self, number: str, kind: str, misbehaviour: Misbehaviour) -> None:
        """Something has happened to a shipment; the shop is told, as well as it is told."""
        kept = self.shipments[number]
        with self._lock:
            event = self._note(kept, kind)
        events = list(reversed(kept.events)) if misbehaviour is Misbehaviour.BACKWARDS else [event]
        named = "THU000000000" if misbehaviour is Misbehaviour.FOREIGN else number
        if misbehaviour is Misbehaviour.NEVER:
            return
        for _time in range(2 if misbehaviour is Misbehaviour.TWICE else 1):
            self._send({"number": named, "events": events}, misbehaviour)

    def _send(self, content: Mapping[str, Any], misbehaviour: Misbehaviour) -> None:
        body = json.dumps(content).encode()
        now = datetime.datetime.now(datetime.UTC) - (
            SKEW if misbehaviour is Misbehaviour.SKEW else datetime.timedelta()
        )
        signed_at = str(int(now.timestamp()))
        secret = "another secret" if misbehaviour is Misbehaviour.BAD_SIGNATURE else self.secret
        headers = {
            "Content-Type": "application/json",
            "X-Carrier-Timestamp": signed_at,
            "X-Carrier-Signature": signature(secret, signed_at, body),
        }
        request = urllib.request.Request(self.notice_url, data=body, headers=headers)  # noqa: S310 - checked above
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
                said = answer.read(1000).decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            said = f"HTTP {error.code}"
            error.close()
        except OSError as error:
            said = f"{type(error).__name__}: {error}"
        self.answers.append(said)
