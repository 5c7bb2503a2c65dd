"""Identifiers in EPCIS events: EPC URNs, constrained Digital Link URIs, private URIs."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from catalogue.traceability.gs1.contents import complaint as contents_complaint
from catalogue.traceability.gs1.identifiers import IDENTIFIERS, PRIMARY_KEYS
from catalogue.traceability.gs1.uri import DigitalLink, InvalidUri, parse

from . import urn_links

MAX_CHARACTERS: Final = 300
"""Of an identifier that is kept."""
REMEMBERED: Final = 16_384
"""Digital Links whose parts are kept at hand: those of one document are asked for several times."""
_SERIAL = r"(?:[A-Za-z0-9\-_.!*'()+,:;=$@]|%[0-9A-Fa-f]{2}){1,%d}"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20\x7f\s<>\"{}|\\^`]+")
_LIKE_DIGITAL_LINK = re.compile(rf"https?://[^?#]*/(?:{'|'.join(sorted(PRIMARY_KEYS))})/\d{{4}}[^/]*", re.IGNORECASE)


def _serial(longest: int) -> str:
    return _SERIAL.replace("%d", str(longest))


_URNS: Final = {
    "urn:epc:id:sgtin:": (r"(\d{6,12})\.(\d{1,7})\." + _serial(20), 13),
    "urn:epc:id:sscc:": (r"(\d{6,12})\.(\d{5,11})", 17),
    "urn:epc:id:sgln:": (r"(\d{6,12})\.(\d{0,6})\." + _serial(20), 12),
    "urn:epc:id:pgln:": (r"(\d{6,12})\.(\d{0,6})", 12),
    "urn:epc:id:grai:": (r"(\d{6,12})\.(\d{0,6})\." + _serial(16), 12),
    "urn:epc:id:giai:": (r"\d{6,12}\." + _serial(24), 0),
    "urn:epc:id:gsrn:": (r"(\d{6,12})\.(\d{5,11})", 17),
    "urn:epc:id:gsrnp:": (r"(\d{6,12})\.(\d{5,11})", 17),
    "urn:epc:id:gdti:": (r"(\d{6,12})\.(\d{0,6})\." + _serial(17), 12),
    "urn:epc:id:cpi:": (r"\d{6,12}\.(?:[0-9A-Z\-]|%2[3Ff]){1,24}\.\d{1,12}", 0),
    "urn:epc:id:sgcn:": (r"(\d{6,12})\.(\d{0,6})\.\d{1,12}", 12),
    "urn:epc:id:ginc:": (r"\d{6,12}\." + _serial(24), 0),
    "urn:epc:id:gsin:": (r"(\d{6,12})\.(\d{4,10})", 16),
    "urn:epc:id:itip:": (r"(\d{6,12})\.(\d{1,7})\.\d{2}\.\d{2}\." + _serial(20), 13),
    "urn:epc:id:upui:": (r"(\d{6,12})\.(\d{1,7})\." + _serial(28), 13),
    "urn:epc:id:gid:": (r"\d+\.\d+\.\d+", 0),
    "urn:epc:id:usdod:": (r"[0-9A-Z]{5,6}\.\d+", 0),
    "urn:epc:id:adi:": (r"[0-9A-Z]{5,6}\.[0-9A-Z\-/%]*\.[0-9A-Z\-/%]+", 0),
    "urn:epc:id:bic:": (r"[A-Z]{3}[UJZ]\d{7}", 0),
    "urn:epc:id:imovn:": (r"\d{7}", 0),
    "urn:epc:class:lgtin:": (r"(\d{6,12})\.(\d{1,7})\." + _serial(20), 13),
    "urn:epc:idpat:sgtin:": (r"(\d{6,12})\.(\d{1,7})\.\*", 13),
    "urn:epc:idpat:itip:": (r"(\d{6,12})\.(\d{1,7})\.\d{2}\.\d{2}\.\*", 13),
    "urn:epc:idpat:upui:": (r"(\d{6,12})\.(\d{1,7})\.\*", 13),
    "urn:epc:idpat:grai:": (r"(\d{6,12})\.(\d{0,6})\.\*", 12),
    "urn:epc:idpat:gdti:": (r"(\d{6,12})\.(\d{0,6})\.\*", 12),
    "urn:epc:idpat:sgcn:": (r"(\d{6,12})\.(\d{0,6})\.\*", 12),
    "urn:epc:idpat:cpi:": (r"\d{6,12}\.(?:[0-9A-Z\-]|%2[3Ff]){1,24}\.\*", 0),
    "urn:epc:idpat:gid:": (r"\d+\.\d+\.\*", 0),
}
"""Scheme: pattern of the rest, and how many digits its first two groups have together (0: any)."""
_PATTERNS: Final = {scheme: (re.compile(pattern, re.ASCII), digits) for scheme, (pattern, digits) in _URNS.items()}
_TRADE_ITEMS: Final = ("urn:epc:id:sgtin:", "urn:epc:class:lgtin:", "urn:epc:idpat:sgtin:")
_TAILS: Final = {"urn:epc:id:sgtin:": "21", "urn:epc:class:lgtin:": "10"}
"""The application identifier whose value stands at the end."""
_INSTANCE_QUALIFIERS: Final = {"01": ("21", "235"), "8006": ("21",), "8010": ("8011",)}
_SERIAL_FROM: Final = {"253": 13, "255": 13, "8003": 14}
"""Keys whose own value holds the serial, after so many digits."""


@dataclass(frozen=True, slots=True)
class TradeItem:
    """What an identifier says of a trade item of GS1."""

    gtin: str
    lot: str = ""
    serial: str = ""


def is_absolute(text: object) -> bool:
    return isinstance(text, str) and bool(_ABSOLUTE.fullmatch(text))


def complaint(text: object, *, wants: str = "") -> str:
    """Why a text cannot identify something, empty where it can. `wants`: instance, class, place, or nothing."""
    if not isinstance(text, str) or not is_absolute(text):
        return f"{text!r} is not an absolute URI"
    if len(text) > MAX_CHARACTERS:
        return f"longer than {MAX_CHARACTERS} characters"
    if text.startswith("urn:epc:"):
        return _urn_complaint(text, wants)
    if _LIKE_DIGITAL_LINK.match(text):
        return _link_complaint(text, wants)
    return ""


def _urn_complaint(text: str, wants: str) -> str:
    scheme = ":".join(text.split(":")[:4]) + ":"
    if scheme not in _PATTERNS:
        return f"{scheme} is not a scheme of the Tag Data Standard"
    pattern, digits = _PATTERNS[scheme]
    match = pattern.fullmatch(text[len(scheme) :])
    if not match:
        return f"{text} is not well formed"
    if digits and len(match.group(1)) + len(match.group(2)) != digits:
        return f"{text}: company prefix and reference have {digits} digits together"
    if scheme in _TAILS and (sentence := contents_complaint(IDENTIFIERS[_TAILS[scheme]], _tail(text))):
        return f"{text}: {sentence}"
    is_class = scheme.startswith(("urn:epc:class:", "urn:epc:idpat:"))
    if wants == "instance" and is_class:
        return f"{text} names a class; a list of EPCs names single objects"
    if wants == "class" and not is_class:
        return f"{text} names a single object; quantities are of a class"
    if wants == "place" and scheme not in ("urn:epc:id:sgln:", "urn:epc:id:pgln:"):
        return f"{text} is not a place"
    return ""


def _tail(text: str) -> str:
    """Lot or serial at the end of a URN of a trade item, its escapes decoded."""
    return unquote(text.split(":", 4)[4].split(".", 2)[2], encoding="latin-1")


def _link_complaint(text: str, wants: str) -> str:
    link = _parsed(text)
    if isinstance(link, InvalidUri):
        return f"{text}: {link}"
    if link.attributes or link.others:
        return f"{text}: no query is allowed in an event"
    if wants == "place" and link.key.ai not in ("414", "417"):
        return f"{text} is not a place"
    if wants == "instance" and not _is_instance(link):
        return f"{text} names a class; a list of EPCs names single objects"
    if wants == "class" and _is_instance(link):
        return f"{text} names a single object; quantities are of a class"
    return ""


def _is_instance(link: DigitalLink) -> bool:
    if link.key.ai in _INSTANCE_QUALIFIERS:
        return any(element.ai in _INSTANCE_QUALIFIERS[link.key.ai] for element in link.qualifiers)
    return len(link.key.value) > _SERIAL_FROM.get(link.key.ai, 0)


def normalised(text: str) -> str:
    """One spelling for one identity, for comparing: as Digital Link at the GS1 resolver, whatever it was."""
    link = link_of_urn(text) if text.startswith("urn:epc:") and len(text) <= MAX_CHARACTERS else _link(text)
    return _without_empty_extension(link).canonical if link else text


def link_of_urn(text: str) -> DigitalLink | None:
    """The Digital Link of an EPC URN; None where there is none, or the URN is not well formed."""
    if _urn_complaint(text, ""):
        return None
    scheme = text.split(":", 4)[3]
    return urn_links.link_of(scheme, text.split(":", 4)[4])


def _without_empty_extension(link: DigitalLink) -> DigitalLink:
    """Extension 0 of a location is none (Tag Data Standard 6.3.3)."""
    if link.key.ai != "414" or link.value("254") != "0":
        return link
    return replace(link, qualifiers=tuple(element for element in link.qualifiers if element.ai != "254"))


def _link(text: str) -> DigitalLink | None:
    if len(text) > MAX_CHARACTERS or not _LIKE_DIGITAL_LINK.match(text):
        return None
    link = _parsed(text)
    return None if isinstance(link, InvalidUri) else link


@lru_cache(REMEMBERED)
def _parsed(text: str) -> DigitalLink | InvalidUri:
    try:
        return parse(text)
    except InvalidUri as error:
        return error.with_traceback(None)


def trade_item(text: str) -> TradeItem | None:
    """GTIN, lot and serial of an identifier; None where it is no trade item."""
    link = link_of_urn(text) if text.startswith(_TRADE_ITEMS) else _link(text)
    if link is None or link.key.ai != "01":
        return None
    return TradeItem(link.key.value, link.value("10") or "", link.value("21") or "")
