"""GS1 Digital Link URIs (URI Syntax 1.7): from text to its parts, and back. No network, no database.

What is read: any stem (scheme, host, path), a primary key, its qualifiers in their order, attributes in the query.
What is refused says what is wrong and where: unknown identifiers, wrong order, an attribute in the path, a
qualifier in the query, wrong lengths, characters and check digits, bad percent-encoding, compressed forms.
Parameters of the query that are no identifiers are nobody's business here, whatever they hold.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from .contents import complaint
from .identifiers import IDENTIFIERS, PRIMARY_KEYS, QUALIFIERS, Identifier

CANONICAL_STEM: Final = "https://id.gs1.org"
MAX_LENGTH: Final = 4_000
"""Characters. The longest path of a GS1 key has about 250; the rest is room for the query."""
_FORBIDDEN = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.\-]+)(?::\d{1,5})?")
_COMPRESSED = re.compile(r"[A-Za-z0-9_\-]{10,}")


class InvalidUri(ValueError):
    """Not a GS1 Digital Link URI. `where` names the place, `reason` says why."""

    def __init__(self, where: str, reason: str):
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Element:
    """Application identifier with its value, percent-decoded."""

    ai: str
    value: str


@dataclass(frozen=True, slots=True)
class DigitalLink:
    """Parts of a Digital Link URI. `others` are query parameters that are no identifiers, as they came."""

    stem: str
    key: Element
    qualifiers: tuple[Element, ...] = ()
    attributes: tuple[Element, ...] = ()
    others: tuple[str, ...] = ()

    def value(self, ai: str) -> str | None:
        """Value of an identifier anywhere in the URI."""
        for element in (self.key, *self.qualifiers, *self.attributes):
            if element.ai == ai:
                return element.value
        return None

    @property
    def path(self) -> str:
        """`/01/…/10/…/21/…`, percent-encoded."""
        return "".join(f"/{element.ai}/{quote(element.value, safe='')}" for element in (self.key, *self.qualifiers))

    @property
    def canonical(self) -> str:
        """URI at the GS1 resolver, without query."""
        return CANONICAL_STEM + self.path

    def levels(self) -> tuple["DigitalLink", ...]:
        """This identity and each one above it, up to the bare key, without attributes."""
        return tuple(
            DigitalLink(self.stem, self.key, self.qualifiers[:count]) for count in range(len(self.qualifiers), -1, -1)
        )


def parse(uri: str) -> DigitalLink:
    """Parts of an absolute URI with any host and path stem. Raises InvalidUri."""
    _check_length(uri)
    _check_text(uri.partition("?")[0].partition("#")[0])
    scheme = _SCHEME.match(uri)
    if not scheme:
        raise InvalidUri("scheme", "neither http nor https")
    rest, _, _fragment = uri[scheme.end() :].partition("#")
    before, _, query = rest.partition("?")
    host, slash, path = before.partition("/")
    if not _HOST.fullmatch(host):
        raise InvalidUri("host", "missing or not a host name")
    if not slash:
        raise InvalidUri("path", "missing")
    return _parse(scheme.group() + host, "/" + path, query)


def parse_path(path: str, query: str = "") -> DigitalLink:
    """Parts of a percent-encoded path with its query; the path itself may have a stem. Raises InvalidUri."""
    _check_length(f"{path}?{query}")
    _check_text(path)
    if not path.startswith("/"):
        raise InvalidUri("path", "must begin with /")
    return _parse("", path, query)


def _check_length(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise InvalidUri("URI", f"longer than {MAX_LENGTH} characters")


def _check_text(text: str) -> None:
    if match := _FORBIDDEN.search(text):
        raise InvalidUri("URI", f"character {match.group()!a} at {match.start() + 1} must be percent-encoded")
    if match := _BAD_ESCAPE.search(text):
        raise InvalidUri("URI", f"% at {match.start() + 1} is not followed by two hexadecimal digits")


def _parse(origin: str, path: str, query: str) -> DigitalLink:
    segments = path.split("/")[1:]
    if segments and segments[-1] == "":  # a closing slash is tolerated (Resolver Standard)
        segments.pop()
    start = _start(segments)
    pairs = segments[start:]
    elements = tuple(_element(pairs, place) for place in range(0, len(pairs), 2))
    key, qualifiers = elements[0], elements[1:]
    sequence = _sequence(key.ai, tuple(element.ai for element in qualifiers))
    attributes, others = _query(query, key, qualifiers, sequence)
    return DigitalLink(origin + "".join(f"/{part}" for part in segments[:start]), key, qualifiers, attributes, others)


def _start(segments: list[str]) -> int:
    """Where the primary key stands: from the right, pair by pair, through identifiers only."""
    place = len(segments) - 2
    while place >= 0 and segments[place] in IDENTIFIERS:
        if segments[place] in PRIMARY_KEYS:
            return place
        place -= 2
    raise InvalidUri("path", _why_no_key(segments))


def _why_no_key(segments: list[str]) -> str:
    for place, segment in enumerate(segments):
        if segment in PRIMARY_KEYS and place + 1 < len(segments):
            return _why_not_pairs(segments[place:])
    if segments and segments[-1] in PRIMARY_KEYS:
        return f"AI ({segments[-1]}) has no value"
    if segments and _COMPRESSED.fullmatch(segments[-1]) and not segments[-1].isdigit():
        return "no primary key; if this is a compressed Digital Link: compressed forms are not supported"
    if len(segments) >= 2 and segments[-2] in IDENTIFIERS:
        return f"AI ({segments[-2]}) is not a primary key"
    return "no GS1 primary key with a value"


def _why_not_pairs(segments: list[str]) -> str:
    for place in range(0, len(segments), 2):
        name = segments[place]
        if name not in IDENTIFIERS:
            if place == len(segments) - 1 and _COMPRESSED.fullmatch(name) and not name.isdigit():
                return f"'{name[:20]}' is no identifier; compressed forms are not supported"
            return f"unknown application identifier '{name[:20]}'"
    return f"AI ({segments[-1]}) has no value"


def _element(pairs: list[str], place: int) -> Element:
    ai, raw = pairs[place], pairs[place + 1]
    return Element(ai, _value(IDENTIFIERS[ai], raw, f"AI ({ai}) in the path"))


def _value(item: Identifier, raw: str, where: str) -> str:
    try:
        value = unquote_to_bytes(raw).decode("ascii")
    except UnicodeDecodeError:
        raise InvalidUri(where, "characters outside ASCII") from None
    if "\x00" in value:
        raise InvalidUri(where, "holds a NUL character")
    if sentence := complaint(item, value):
        raise InvalidUri(where, sentence)
    return value


def _sequence(key: str, qualifiers: tuple[str, ...]) -> tuple[str, ...]:
    """The list of qualifiers that the path follows. Raises InvalidUri for any other mixture."""
    lists = IDENTIFIERS[key].qualifiers or ()
    for allowed in lists:
        if _is_in_order(qualifiers, allowed):
            return allowed
    for ai in qualifiers:
        if not any(ai in allowed for allowed in lists):
            if ai in QUALIFIERS:
                raise InvalidUri("path", f"AI ({ai}) does not qualify AI ({key})")
            raise InvalidUri("path", f"AI ({ai}) is an attribute: it belongs in the query")
    if len(set(qualifiers)) < len(qualifiers):
        raise InvalidUri("path", "the same qualifier twice")
    order = " or ".join("/".join(allowed) for allowed in lists)
    raise InvalidUri("path", f"qualifiers {'/'.join(qualifiers)} out of order; AI ({key}) takes {order}")


def _is_in_order(some: tuple[str, ...], allowed: tuple[str, ...]) -> bool:
    remaining = iter(allowed)
    return all(ai in remaining for ai in some)


def _query(
    query: str, key: Element, qualifiers: tuple[Element, ...], sequence: tuple[str, ...]
) -> tuple[tuple[Element, ...], tuple[str, ...]]:
    attributes: list[Element] = []
    others: list[str] = []
    seen = {key.ai, *(element.ai for element in qualifiers)}
    for parameter in query.split("&"):
        name, equals, raw = parameter.partition("=")
        if not (equals and name.isascii() and name.isdigit()):
            if parameter:
                others.append(parameter)
            continue
        where = f"AI ({name[:20]}) in the query"
        item = IDENTIFIERS.get(name)
        if item is None:
            raise InvalidUri(where, "unknown application identifier")
        if name in seen:
            raise InvalidUri(where, "stands twice in the URI")
        belongs_in_path = name in sequence or (
            not qualifiers and any(name in allowed for allowed in IDENTIFIERS[key.ai].qualifiers or ())
        )
        if belongs_in_path:
            raise InvalidUri(where, "is a qualifier of the key: it belongs in the path")
        if not item.is_attribute:
            raise InvalidUri(where, "may not be an attribute")
        _check_text(raw)
        attributes.append(Element(name, _value(item, raw.replace("+", " "), where)))
        seen.add(name)
    return tuple(attributes), tuple(others)
