"""Amounts and dates as they are written."""

import dataclasses
import datetime
import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from catalogue.text import visible

from .faults import Unreadable

Cell = str | float | bool | datetime.date | datetime.time | datetime.timedelta | None
"""What a cell of CSV (always text) or of Excel holds; a datetime is a date."""
MAX_AMOUNT = 10**15
_CURRENCY = re.compile(r"vn[dđ]|đồng|dong|[đ₫]", re.I)
_SPACES = re.compile(r"[\s'’]+")
_NUMBER = re.compile(
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?P<between>[., ])[0-9]{3}(?:(?P=between)[0-9]{3})*)"
    r"(?:(?P<point>[.,])(?P<rest>[0-9]{1,2}))?"
)
_SIGNS = "+-−–"
_DATE = re.compile(
    r"(?P<first>\d{1,4})(?P<sign>[/.\-])(?P<second>\d{1,2})(?P=sign)(?P<third>\d{2,4})(?!\d)"
    r"(?:[\sT,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second_of>\d{2})(?:\.\d+)?)?)?",
    re.ASCII,
)
_EXCEL_DAY_ZERO = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 (Excel knows no zones)
_EXCEL_DAYS = (36526, 73050)
"""Serial numbers from 2000 to 2099."""


def dong(cell: Cell) -> int | None:
    """Whole đồng, signed: `1.234.567`, `1,234,567`, `1 234 567,00`, `+500,000 VND`, `(2.000)`, `2.000-`.

    Đồng have no smaller coins, so that three digits behind a single point or comma are thousands. None for blank;
    raises Unreadable.
    """
    if cell is None or isinstance(cell, bool | datetime.date | datetime.time | datetime.timedelta):
        if cell is None:
            return None
        raise Unreadable(_("“%(text)s” is no amount.") % {"text": cell})
    if isinstance(cell, int | float):
        return _whole(cell)
    body, is_negative = _unsigned(cell)
    if not body:
        return None
    match = _NUMBER.fullmatch(body)
    if not match or (match["point"] and match["point"] == match["between"]):
        raise Unreadable(_("“%(text)s” is no amount.") % {"text": cell})
    if (match["rest"] or "0").strip("0"):
        raise Unreadable(_("“%(text)s” has a part of a đồng. Only accounts in đồng can be read.") % {"text": cell})
    amount = int(re.sub(r"\D", "", match["whole"]))
    if amount >= MAX_AMOUNT:
        raise Unreadable(_("“%(text)s” is too large for an amount.") % {"text": cell})
    return -amount if is_negative else amount


def _whole(number: float) -> int:
    if not abs(number) < MAX_AMOUNT:
        raise Unreadable(_("“%(text)s” is too large for an amount.") % {"text": number})
    if number != int(number):
        raise Unreadable(_("“%(text)s” has a part of a đồng. Only accounts in đồng can be read.") % {"text": number})
    return int(number)


def is_value(cell: Cell) -> bool:
    """Whether a cell holds a day or an amount, and so is no heading."""
    if cell is None or isinstance(cell, str):
        return bool(cell) and bool(_DATE.match(str(cell).strip()) or _NUMBER.fullmatch(_unsigned(str(cell))[0]))
    return True


def _unsigned(text: str) -> tuple[str, bool]:
    """An amount without currency, brackets and sign, and whether it is negative."""
    body = _SPACES.sub(" ", _CURRENCY.sub("", visible(text))).strip()
    is_negative = False
    if body.startswith("(") and body.endswith(")"):
        body, is_negative = body[1:-1].strip(), True
    if body[:1] and body[0] in _SIGNS:
        is_negative ^= body[0] != "+"
        body = body[1:].strip()
    elif body[-1:] and body[-1] in _SIGNS:
        is_negative ^= body[-1] != "+"
        body = body[:-1].strip()
    return body, is_negative


def number_styles(cells: Iterable[Cell]) -> list[str]:
    """The ways in which the cells write thousands, such as `1.234.567`; none where no cell shows it."""
    signs = set()
    for cell in cells:
        match = _NUMBER.fullmatch(_unsigned(cell)[0]) if isinstance(cell, str) else None
        if match and match["between"]:
            signs.add(match["between"])
    return [f"1{sign}234{sign}567" for sign in sorted(signs)]


@dataclasses.dataclass(frozen=True)
class Moment:
    """A day with or without its time, and what else stood in the cell."""

    at: datetime.datetime
    is_time_known: bool
    rest: str = ""


DAY_FIRST, MONTH_FIRST = "dd/mm/yyyy", "mm/dd/yyyy"


def date_order(cells: Iterable[Cell]) -> str:
    """Day first, as all banks here write, unless the cells make sense only with the month first (a computer set to
    American English)."""
    written = [match for cell in cells if isinstance(cell, str) and (match := _DATE.match(cell.strip()))]
    two = [(int(match["first"]), int(match["second"])) for match in written if len(match["first"]) < 4]
    if two and all(first <= 12 for first, _second in two) and any(second > 12 for _first, second in two):
        return MONTH_FIRST
    return DAY_FIRST


def moment(cell: Cell, order: str) -> Moment | None:
    """A day with or without its time, in local time without zone. None for blank. Raises Unreadable."""
    if isinstance(cell, datetime.datetime):
        return Moment(cell.replace(tzinfo=None), is_time_known=cell.time() != datetime.time())
    if isinstance(cell, datetime.date):
        return Moment(datetime.datetime.combine(cell, datetime.time()), is_time_known=False)
    if isinstance(cell, int | float) and _EXCEL_DAYS[0] <= cell <= _EXCEL_DAYS[1]:
        at = _EXCEL_DAY_ZERO + datetime.timedelta(seconds=round(cell * 86400))
        return Moment(at, is_time_known=cell != int(cell))
    text = visible(str("" if cell is None else cell)).strip()
    if not text:
        return None
    match = _DATE.match(text)
    if not match:
        raise Unreadable(_("“%(text)s” is no date like 24/11/2026.") % {"text": text})
    try:
        at = _at(match, order)
    except ValueError as error:
        raise Unreadable(_("“%(text)s” is no day of the calendar.") % {"text": text}) from error
    rest = " ".join(text[match.end() :].strip(" \t\r\n/-").split())
    return Moment(at, is_time_known=match["hour"] is not None, rest=rest)


def _at(match: re.Match[str], order: str) -> datetime.datetime:
    first, second, third = int(match["first"]), int(match["second"]), int(match["third"])
    if len(match["first"]) == 4:
        year, month, day = first, second, third
    else:
        day, month = (first, second) if order == DAY_FIRST else (second, first)
        year = third + 2000 if len(match["third"]) == 2 else third
    if not 2000 <= year < 2100:
        raise ValueError(year)
    hour, minute, second_of = (int(match[name] or 0) for name in ("hour", "minute", "second_of"))
    return datetime.datetime(year, month, day, hour, minute, second_of)  # noqa: DTZ001 (banks write no zone)
