"""Payment references: what the buyer's bank carries to ours, `OCOP DH` and eleven digits (day and number of the day).

They are short, upper case and without punctuation, because banks drop the rest.
"""

import dataclasses
import datetime
import re

from django.utils.translation import gettext as _

from catalogue.errors import Refusal
from catalogue.text import strip_marks, visible

PREFIX = "OCOP DH"
MAX_NUMBER = 99_999
_DAY = "%y%m%d"
_ANYTHING = r"[\W_]*"
"""What banks put between letters or take away: spaces, line breaks, dots."""
_MARKED = re.compile(_ANYTHING.join("OCOPDH") + rf"{_ANYTHING}(\d+(?:[\W_]+\d+)*)(?=([^\W\d_])?)", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_LENGTH = 11


class NumberRefused(Refusal):
    """A day has no more than 99,999 references."""


@dataclasses.dataclass(frozen=True)
class FoundReference:
    """`is_whole`: the digits stood together. Others were put together from pieces and deserve a second look."""

    reference: str
    is_whole: bool


def payment_reference(day: datetime.date, number: int) -> str:
    """`OCOP DH26112400017` for number 17 of 24/11/2026; unique as long as the numbers of a day are."""
    if not 1 <= number <= MAX_NUMBER:
        raise NumberRefused(_("There is no payment reference left for this day."))
    return f"{PREFIX}{day.strftime(_DAY)}{number:05d}"


def find_references(text: str) -> list[FoundReference]:
    """All references in a bank's text, each once, in their order; spaces, line breaks and case do not count.

    Eleven digits with another digit directly behind them are none: nobody can tell where the reference ends. Digits
    in pieces are one only if a piece ends with the eleventh digit.
    """
    plain = strip_marks(visible(text)).upper()
    found: dict[str, FoundReference] = {}
    for match in _MARKED.finditer(plain):
        candidate = _from_pieces(_DIGITS.findall(match[1]), is_glued=bool(match[2]))
        if candidate and _has_day(candidate.reference):
            found.setdefault(candidate.reference, candidate)
    return list(found.values())


def _from_pieces(pieces: list[str], *, is_glued: bool) -> FoundReference | None:
    """`is_glued`: a letter follows the last piece directly, so that a short piece may belong to the next word."""
    if len(pieces[0]) == _LENGTH:
        return FoundReference(PREFIX + pieces[0], is_whole=True)
    digits = ""
    for position, piece in enumerate(pieces):
        digits += piece
        if len(digits) < _LENGTH:
            continue
        is_last = position == len(pieces) - 1
        if len(digits) > _LENGTH or (is_last and is_glued) or position == 0:
            return None
        return FoundReference(PREFIX + digits, is_whole=False)
    return None


def _has_day(reference: str) -> bool:
    digits = reference.removeprefix(PREFIX)
    try:
        datetime.datetime.strptime(digits[:6], _DAY)  # noqa: DTZ007 (a day)
    except ValueError:
        return False
    return digits[6:] != "00000"
