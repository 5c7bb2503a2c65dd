"""What an event says, in one spelling: two events are the same if and only if this is."""

import datetime
import json
import uuid
from decimal import Decimal
from typing import Any, Final

from catalogue.traceability.documents import JsonObject

from .hashing import ITEMS, PAIRS, TERMS, declared_prefixes, expanded, web_term
from .identifiers import normalised
from .values import is_moment

_ABOUT_THE_SENDING: Final = ("@context", "eventID", "recordTime")
_UNORDERED: Final = {*ITEMS, "set", "unset", "sensorReport", "correctiveEventIDs"}
_NAMESPACE: Final = uuid.UUID("6f0f3f5e-5f0b-5a52-9a35-0d8c4a1f2b67")


def content_of(event: JsonObject, context: Any = ()) -> str:
    """Everything an event says, however it is spelled: order, prefixes, time zones, forms of identifiers and terms.

    Texts are kept letter by letter, also those that look like numbers; numbers are compared by their digits.
    """
    prefixes = declared_prefixes(context) | declared_prefixes(event.get("@context", ()))
    said = {name: value for name, value in event.items() if name not in _ABOUT_THE_SENDING}
    return json.dumps(_plain("", said, "", prefixes), sort_keys=True, ensure_ascii=False)


def content_id(content: str) -> str:
    """An id for an event without one whose hash id another event has: the same content gives the same id."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, content)}"


def _plain(name: str, value: Any, kind: str, prefixes: dict[str, str]) -> Any:
    """A value in the one spelling; `kind` is the vocabulary of its text where it has one."""
    if isinstance(value, dict):
        parts = ((one, _plain(one, inner, _kind(one, value), prefixes)) for one, inner in value.items())
        return {expanded(one, prefixes): inner for one, inner in parts if inner not in (None, [], {})}
    if isinstance(value, list):
        items = [_plain(name, one, kind, prefixes) for one in value]
        return sorted(items, key=lambda one: json.dumps(one, sort_keys=True)) if name in _UNORDERED else items
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"number": f"{Decimal(str(value)).normalize():f}"}
    if not isinstance(value, str):
        return value
    if kind:
        return web_term(kind, value)
    if "time" in name.lower() and is_moment(value):
        return datetime.datetime.fromisoformat(value).astimezone(datetime.UTC).isoformat()
    prefix, colon, local = value.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else normalised(value)


def _kind(name: str, holder: JsonObject) -> str:
    """The vocabulary of a field: of a `type` it hangs on what the object holds."""
    if name != "type":
        return TERMS.get(name, "")
    if "eventTime" in holder:
        return ""
    return next((kind for field, kind in PAIRS.items() if field in holder), "measurement")
