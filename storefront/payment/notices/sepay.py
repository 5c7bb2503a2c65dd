"""SePay.

Signed, `X-SePay-Signature: sha256=<hex>` is HMAC-SHA256 over `X-SePay-Timestamp` (seconds), a point, and the raw
body. With an API key, `Authorization: Apikey <key>` says who sends, but neither when nor whether the body is whole.
"""

import dataclasses
import datetime
from collections.abc import Mapping

from ..movements import Movement
from ..sepay_signing import signature
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

_SIGNS = {"in": 1, "out": -1}


@dataclasses.dataclass(frozen=True)
class SePay:
    """With `secret` each notice must be signed; `api_key` counts only without one."""

    secret: str = dataclasses.field(default="", repr=False)
    api_key: str = dataclasses.field(default="", repr=False)
    name: str = "sepay"

    def __post_init__(self) -> None:
        if not (self.secret or self.api_key):
            raise ValueError("SePay without a key would take everybody's notices.")

    def read(self, *, headers: Mapping[str, str], body: bytes, now: datetime.datetime) -> Notice:
        check_size(body)
        if self.secret:
            signed_at = header(headers, "X-SePay-Timestamp")
            given = header(headers, "X-SePay-Signature").removeprefix("sha256=")
            check_signature(given, signature(self.secret, signed_at, body))
            if not (signed_at.isascii() and signed_at.isdigit()):
                raise malformed()
            check_age(int(signed_at), now)
        else:
            check_signature(header(headers, "Authorization"), f"Apikey {self.api_key}")
        return self.parse(body)

    def parse(self, body: bytes) -> Notice:
        content = parsed(body)
        sign = _SIGNS.get(text_of(content, "transferType"))
        number, amount = text_of(content, "id"), amount_of(content, "transferAmount")
        if not sign or not number or amount is None or amount <= 0:
            raise malformed()
        movement = Movement(
            booked_at=moment_of(content, "transactionDate"),
            is_time_known=True,
            amount=sign * amount,
            description=text_of(content, "content"),
            bank_reference=text_of(content, "referenceCode"),
            balance=amount_of(content, "accumulated"),
            identity=f"{self.name}:{number}",
        )
        return Notice(self.name, body, text_of(content, "accountNumber"), movement)
