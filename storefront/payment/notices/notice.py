"""What all services have in common: a signed body that says one movement."""

import dataclasses
import datetime
import hmac
import json
import math
from collections.abc import Mapping
from typing import Any, Protocol

from django.utils.translation import gettext as _

from catalogue.errors import Refusal
from storefront.tables.faults import Unreadable
from storefront.tables.values import DAY_FIRST, dong, moment

from ..movements import VIETNAM, Movement

MAX_BODY = 64 * 1024
MAX_AGE = datetime.timedelta(minutes=5)
MAX_AHEAD = datetime.timedelta(minutes=1)
"""How far the clock of the sender may be ahead of ours."""
ANSWER = b'{"success": true}'
"""What both services want to read, at once and also for a notice that came before; the work is done afterwards."""


class NoticeRefused(Refusal):
    """A notice that is not booked; the text is for the log of the operators."""


class BadSignature(NoticeRefused):
    """Not signed, or not with our key."""


class NoticeTooOld(NoticeRefused):
    """Signed longer ago than five minutes, or in the future: it may be a recording."""


class NoticeMalformed(NoticeRefused):
    """Signed, but not what the service promises to send."""


@dataclasses.dataclass(frozen=True)
class Notice:
    """`body` is what was received, byte for byte, for the books. `is_test`: sent by the service's button for tests.

    The identity of the movement names service and notice: a repeated delivery has the same.
    """

    source: str
    body: bytes
    account: str
    movement: Movement
    is_test: bool = False


class NoticeSource(Protocol):
    """A service. Header names in any case; `now` with a zone."""

    @property
    def name(self) -> str:
        """In the address that the service calls, and in the identities of its movements."""

    def read(self, *, headers: Mapping[str, str], body: bytes, now: datetime.datetime) -> Notice:
        """The notice in a request. Raises BadSignature, NoticeTooOld or NoticeMalformed, in this order."""

    def parse(self, body: bytes) -> Notice:
        """The notice in a body that was believed before. Raises NoticeMalformed."""


def header(headers: Mapping[str, str], name: str) -> str:
    return next((value for key, value in headers.items() if key.lower() == name.lower()), "").strip()


def check_signature(given: str, expected: str) -> None:
    """Raises BadSignature; takes the same time wherever the two differ."""
    if not given or not hmac.compare_digest(given.encode(), expected.encode()):
        raise BadSignature(_("The notice has no signature or a wrong one. Compare the key with the service's page."))


def check_age(signed_at: float, now: datetime.datetime) -> None:
    """`signed_at` in seconds of Unix time. Raises NoticeTooOld."""
    age = now.timestamp() - signed_at
    if not -MAX_AHEAD.total_seconds() <= age <= MAX_AGE.total_seconds():
        reason = _(
            "The notice was signed more than 5 minutes ago, or a clock is wrong. Statements will bring the movement."
        )
        raise NoticeTooOld(reason)


def check_size(body: bytes) -> None:
    if len(body) > MAX_BODY:
        raise NoticeMalformed(_("The notice is too large."))


def parsed(body: bytes) -> dict[str, Any]:
    """The JSON object of a body. Raises NoticeMalformed, also where a name stands twice: readers would differ."""
    try:
        content = json.loads(
            body.decode("utf-8"), object_pairs_hook=_without_twins, parse_float=_number, parse_constant=_no_number
        )
    except (ValueError, RecursionError) as error:
        raise malformed() from error
    if not isinstance(content, dict):
        raise malformed()
    return content


def malformed() -> NoticeMalformed:
    return NoticeMalformed(_("The notice is not what the service promises to send. Its body is kept for a look."))


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        raise ValueError("a name stands twice")
    return content


def _number(text: str) -> int | float:
    """As JavaScript writes it, which signs: 599000.0 is 599000."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return int(number) if number.is_integer() else number


def _no_number(text: str) -> None:
    raise ValueError(text)


_UNKEEPABLE = dict.fromkeys((0, *range(0xD800, 0xE000)))
"""Letters that JSON can hold and no database."""


def text_of(content: Mapping[str, Any], name: str) -> str:
    """A text, or a number as one; blank for null and for a name that is missing."""
    value = content.get(name)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise malformed()
    return " ".join(str(value).translate(_UNKEEPABLE).split())


def amount_of(content: Mapping[str, Any], name: str) -> int | None:
    """Whole đồng, None for null, blank and missing. Raises NoticeMalformed."""
    value = content.get(name)
    if value is not None and not isinstance(value, str | int | float):
        raise malformed()
    try:
        return dong(value)
    except Unreadable as error:
        raise malformed() from error


def moment_of(content: Mapping[str, Any], name: str) -> datetime.datetime:
    """A time of a Vietnamese clock, `2026-11-24 15:06:37`. Raises NoticeMalformed."""
    try:
        found = moment(text_of(content, name), DAY_FIRST)
    except Unreadable as error:
        raise malformed() from error
    if found is None:
        raise malformed()
    return found.at.replace(tzinfo=VIETNAM)
