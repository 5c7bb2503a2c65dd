"""Casso, webhook version 2.

Header `X-Casso-Signature: t=<milliseconds>,v1=<hex>`: HMAC-SHA512 over `t`, a point, and the JSON, compact, the keys
of objects sorted (but not inside lists), other letters than ASCII as they are. Body `{"error": 0, "data": {…}}` with
one movement; the id is 0 in what the button for tests sends.
"""

import dataclasses
import datetime
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from typing import Any

from ..movements import Movement
from .notice import (
    Notice,
    amount_of,
    check_age,
    check_signature,
    check_size,
    header,
    malformed,
    moment_of,
    parsed,
    text_of,
)  # fmt: skip

_SIGNATURE = re.compile(r"t=([0-9]{10,15}),v1=([0-9a-f]{128})")


@dataclasses.dataclass(frozen=True)
class Casso:
    """`key` is the checksum key of the webhook's page."""

    key: str = dataclasses.field(repr=False)
    name: str = "casso"

    def __post_init__(self) -> None:
        if not self.key:
            raise ValueError("Casso without a key would take everybody's notices.")

    def read(self, *, headers: Mapping[str, str], body: bytes, now: datetime.datetime) -> Notice:
        check_size(body)
        match = _SIGNATURE.fullmatch(header(headers, "X-Casso-Signature"))
        signed_at, given = (match[1], match[2]) if match else ("", "")
        content = parsed(body)
        check_signature(given, signature(self.key, signed_at, content))
        check_age(int(signed_at) / 1000, now)
        return self._notice(body, content)

    def parse(self, body: bytes) -> Notice:
        return self._notice(body, parsed(body))

    def _notice(self, body: bytes, content: dict[str, Any]) -> Notice:
        data = content.get("data")
        if content.get("error") != 0 or not isinstance(data, dict):
            raise malformed()
        number, amount = text_of(data, "id"), amount_of(data, "amount")
        if not number or not amount:
            raise malformed()
        movement = Movement(
            booked_at=moment_of(data, "transactionDateTime"),
            is_time_known=True,
            amount=amount,
            description=text_of(data, "description"),
            bank_reference=text_of(data, "reference"),
            balance=amount_of(data, "runningBalance"),
            identity=f"{self.name}:{number}",
        )
        account = text_of(data, "accountNumber")
        return Notice(self.name, body, account, movement, is_test=number == "0")


def _sorted(content: object) -> object:
    if isinstance(content, dict):
        return {name: _sorted(content[name]) for name in sorted(content)}
    return content


def signature(key: str, signed_at: str, content: object) -> str:
    """The hexadecimal signature of a parsed body; `signed_at` in milliseconds, as the header writes it."""
    canonical = json.dumps(_sorted(content), separators=(",", ":"), ensure_ascii=False)
    message = f"{signed_at}.{canonical}".encode("utf-8", "surrogatepass")
    return hmac.new(key.encode(), message, hashlib.sha512).hexdigest()
