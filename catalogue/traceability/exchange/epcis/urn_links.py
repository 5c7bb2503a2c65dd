"""EPC URNs as Digital Links: the same identity in the other spelling (Tag Data Standard 2.0, chapter 6)."""

from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import unquote

from catalogue.traceability.gs1.contents import check_digit, complaint
from catalogue.traceability.gs1.identifiers import IDENTIFIERS
from catalogue.traceability.gs1.uri import DigitalLink, Element

Parts = Sequence[str]
"""What stands between the full stops of a URN, its escapes decoded: company prefix, reference, and so on."""
Elements = list[tuple[str, str]]
"""Application identifiers with their values, the key first."""


def _checked(digits: str) -> str:
    return digits + check_digit(digits)


def _indicator_first(parts: Parts) -> str:
    """Prefix and reference, the first digit of the reference before both, with the check digit: GTIN and SSCC."""
    prefix, reference = parts[0], parts[1]
    return _checked(reference[0] + prefix + reference[1:])


def _in_order(parts: Parts) -> str:
    return _checked(parts[0] + parts[1])


def _joined(parts: Parts) -> str:
    return parts[0] + parts[1]


def _serial(parts: Parts, place: int = 2) -> str:
    return "" if parts[place] == "*" else parts[place]


_LINKS: Final[dict[str, Callable[[Parts], Elements]]] = {
    "sgtin": lambda parts: [("01", _indicator_first(parts)), ("21", _serial(parts))],
    "lgtin": lambda parts: [("01", _indicator_first(parts)), ("10", _serial(parts))],
    "upui": lambda parts: [("01", _indicator_first(parts)), ("235", _serial(parts))],
    "itip": lambda parts: [("8006", _indicator_first(parts) + parts[2] + parts[3]), ("21", _serial(parts, 4))],
    "sscc": lambda parts: [("00", _indicator_first(parts))],
    "sgln": lambda parts: [("414", _in_order(parts)), ("254", "" if parts[2] == "0" else parts[2])],
    "pgln": lambda parts: [("417", _in_order(parts))],
    "grai": lambda parts: [("8003", "0" + _in_order(parts) + _serial(parts))],
    "giai": lambda parts: [("8004", _joined(parts))],
    "gsrn": lambda parts: [("8018", _in_order(parts))],
    "gsrnp": lambda parts: [("8017", _in_order(parts))],
    "gdti": lambda parts: [("253", _in_order(parts) + _serial(parts))],
    "sgcn": lambda parts: [("255", _in_order(parts) + _serial(parts))],
    "cpi": lambda parts: [("8010", _joined(parts)), ("8011", _serial(parts))],
    "ginc": lambda parts: [("401", _joined(parts))],
    "gsin": lambda parts: [("402", _in_order(parts))],
}
"""For the scheme of a URN. Others (gid, usdod, adi, bic, imovn) have no Digital Link."""
_MAX_DOTS: Final = {"itip": 4}


def link_of(scheme: str, rest: str) -> DigitalLink | None:
    """The Digital Link of a well-formed URN; None where its scheme has none, or its values cannot stand in one."""
    if scheme not in _LINKS:
        return None
    dots = _MAX_DOTS.get(scheme, 1 if scheme in ("giai", "ginc") else 2)
    parts = [unquote(part, encoding="latin-1") for part in rest.split(".", dots)]
    key, *qualifiers = (Element(ai, value) for ai, value in _LINKS[scheme](parts) if value)
    if any(complaint(IDENTIFIERS[element.ai], element.value) for element in (key, *qualifiers)):
        return None
    return DigitalLink("", key, tuple(qualifiers))
