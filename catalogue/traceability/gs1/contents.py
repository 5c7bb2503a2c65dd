"""What a value must hold beyond its length and characters: check digits, dates, code lists."""

import datetime
import re
from collections.abc import Callable
from typing import Final

from .codes import COUNTRIES, COUNTRIES_ALPHA, CURRENCIES, MEDIA_TYPES
from .identifiers import CHARSET_NAMES, Identifier

_SET_82: Final = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_SET_32: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_PRIMES: Final = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83)


def check_digit(digits: str) -> str:
    """Check digit of the digits before it: from the right, weights 3, 1, 3, 1 … (General Specifications 7.9)."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def has_check_digit(value: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    return value.isascii() and value.isdigit() and len(value) > 1 and check_digit(value[:-1]) == value[-1]


def check_pair(value: str) -> str:
    """Check character pair of a Global Model Number without its pair (General Specifications 7.9.5).

    Raises ValueError for a character outside set 82 or more than 23 characters.
    """
    if len(value) > len(_PRIMES):
        raise ValueError("a model number has at most 23 characters before its check characters")
    total = (
        sum(_SET_82.index(character) * prime for character, prime in zip(reversed(value), _PRIMES, strict=False))
        % 1021
    )
    return _SET_32[total >> 5] + _SET_32[total & 31]


def _day(value: str, *, month_only: bool) -> str:
    year, month, day = int(value[:-4]), int(value[-4:-2]), int(value[-2:])
    if month_only and day == 0:
        day = 1
    if len(value) == 6:
        year += 2000
    try:
        datetime.date(year, month, day)
    except ValueError:
        return f"{value} is not a day of the calendar"
    return ""


def _in(values: frozenset[str], what: str) -> Callable[[str], str]:
    return lambda value: "" if value in values else f"{value} is not {what}"


def _matches(pattern: str, complaint: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)
    return lambda value: "" if compiled.fullmatch(value) else f"{value} {complaint}"


def _csum(value: str) -> str:
    expected = check_digit(value[:-1])
    return "" if value[-1] == expected else f"wrong check digit: {value[-1]} instead of {expected}"


def _csumalpha(value: str) -> str:
    if len(value) < 3:
        return "too short for its two check characters"
    expected = check_pair(value[:-2])
    return "" if value[-2:] == expected else f"wrong check characters: {value[-2:]} instead of {expected}"


def _iban(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}\d{2}[0-9A-Z]{1,30}", value) or value[:2] not in COUNTRIES_ALPHA:
        return f"{value} is not an IBAN"
    turned = "".join(str(int(character, 36)) for character in value[4:] + value[:4])
    return "" if int(turned) % 97 == 1 else "wrong check digits of the IBAN"


def _at_most(limit: int, what: str) -> Callable[[str], str]:
    return lambda value: "" if int(value) <= limit else f"{value} is beyond {what}"


def _piece(value: str) -> str:
    piece, total = int(value[:2]), int(value[2:])
    return "" if 1 <= piece <= total else f"piece {value[:2]} of {value[2:]} cannot be"


def _birth(value: str) -> str:
    position, slash, total = tuple(value)
    is_good = slash == "/" and position.isdigit() and total.isdigit() and "1" <= position <= total
    return "" if is_good else f"{value} is not a position such as 1/2"


CHECKS: Final[dict[str, Callable[[str], str]]] = {
    "csum": _csum,
    "csumalpha": _csumalpha,
    "prefix": _matches(r"\d{4}.*", "does not begin with the digits of a GS1 company prefix"),
    "yymmdd": lambda value: _day(value, month_only=False),
    "yymmd0": lambda value: _day(value, month_only=True),
    "yyyymmdd": lambda value: _day(value, month_only=False),
    "hhmm": _matches(r"([01]\d|2[0-3])[0-5]\d", "is not a time of day"),
    "deliverytime": _matches(r"([01]\d|2[0-3])[0-5]\d|9999", "is not a time of day"),
    "hour": _matches(r"[01]\d|2[0-3]", "is not an hour"),
    "minute": _matches(r"[0-5]\d", "is not a minute or second"),
    "country": _in(COUNTRIES, "a country number of ISO 3166"),
    "processor": _in(COUNTRIES | {"999"}, "a country number of ISO 3166, or 999"),
    "alpha2": _in(COUNTRIES_ALPHA, "a country code of ISO 3166"),
    "currency": _in(CURRENCIES, "a currency number of ISO 4217"),
    "latitude": _at_most(1_800_000_000, "the poles"),
    "longitude": _at_most(3_600_000_000, "the meridian"),
    "minus": _matches("-", "is not a minus sign"),
    "yesno": _matches("[01]", "is neither 0 nor 1"),
    "mediatype": _in(MEDIA_TYPES, "a media type of GS1"),
    "sex": _matches("[0129]", "is not a code of ISO 5218"),
    "birth": _birth,
    "nonzero": _matches(r"\d*[1-9]\d*", "must not be zero"),
    "zero": _matches("0", "must be 0"),
    "winding": _matches("[019]", "is not a winding direction"),
    "piece": _piece,
    "nozero": _matches(r"0|[1-9]\d*", "must not begin with zero"),
    "iban": _iban,
    "importer": _matches(r"[\-0-9A-Z_a-z]", "is not an importer index"),
    "pcenc": _matches(r"(?:[^%]|%[0-9A-Fa-f]{2})*", "holds a % that is not followed by two hexadecimal digits"),
}


def complaint(item: Identifier, value: str) -> str:
    """Why a value cannot stand for this application identifier, in one sentence; empty where it can."""
    match = item.pattern.fullmatch(value)
    if match is None:
        return _shape(item, value)
    for component, part in zip(item.components, match.groups(), strict=True):
        if part is not None:
            for name in component.checks:
                if sentence := CHECKS[name](part):
                    return sentence
    return ""


def _shape(item: Identifier, value: str) -> str:
    if not value:
        return "the value is empty"
    if not item.shortest <= len(value) <= item.longest:
        length = str(item.longest) if item.shortest == item.longest else f"{item.shortest} to {item.longest}"
        return f"{len(value)} characters instead of {length}"
    sets = " and ".join(dict.fromkeys(CHARSET_NAMES[part.charset] for part in item.components))
    return f"not made of {sets} in the lengths of AI ({item.code})"
