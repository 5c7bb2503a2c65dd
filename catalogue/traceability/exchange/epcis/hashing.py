"""Event hash ids of CBV 2.0 (section 8.9): the same event gives the same id, however it is spelled.

As in the reference implementations, texts that look like numbers are read as floating-point numbers: different events
may have one hash. Whether two events are the same is asked of `contents`, never of their hashes.
"""

import datetime
import hashlib
import math
import re
from typing import Any, Final

from catalogue.traceability.documents import JsonObject

from . import vocabulary
from .identifiers import normalised

_ORDER: Final = (
    "eventTime", "eventTimeZoneOffset", "certificationInfo", "parentID", "epcList", "inputEPCList", "childEPCs",
    "quantityList", "childQuantityList", "inputQuantityList", "outputEPCList", "outputQuantityList", "action",
    "transformationID", "bizStep", "disposition", "persistentDisposition", "readPoint", "bizLocation",
    "bizTransactionList", "sourceList", "destinationList", "sensorElementList",
)  # fmt: skip
_IGNORED: Final = {"type", "@context", "eventID", "recordTime", "errorDeclaration", "rdfs:comment", "comment"}
ITEMS: Final = {
    "epcList": "epc", "inputEPCList": "epc", "outputEPCList": "epc", "childEPCs": "epc",
    "quantityList": "quantityElement", "childQuantityList": "quantityElement",
    "inputQuantityList": "quantityElement", "outputQuantityList": "quantityElement",
    "bizTransactionList": "bizTransaction", "sourceList": "source", "destinationList": "destination",
    "sensorElementList": "sensorElement",
}  # fmt: skip
_FIELDS: Final = {
    "quantityElement": ("epcClass", "quantity", "uom"),
    "persistentDisposition": ("set", "unset"),
    "readPoint": ("id",),
    "bizLocation": ("id",),
    "sensorElement": ("sensorMetadata", "sensorReport"),
    "sensorMetadata": (
        "time", "startTime", "endTime", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules",
    ),
    "sensorReport": (
        "type", "exception", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "time", "microorganism",
        "chemicalSubstance", "value", "component", "stringValue", "booleanValue", "hexBinaryValue", "uriValue",
        "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue", "uom", "coordinateReferenceSystem",
    ),
}  # fmt: skip
PAIRS: Final = {"bizTransaction": "bizTransaction", "source": "sourceDest", "destination": "sourceDest"}
TERMS: Final = {
    "bizStep": "bizStep", "disposition": "disposition", "set": "disposition", "unset": "disposition",
    "exception": "alert", "component": "component",
}  # fmt: skip
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


def event_hash(event: JsonObject, context: Any = ()) -> str:
    """SHA-256 of the event's canonical text, in hexadecimal."""
    return hashlib.sha256(canonical_text(event, context).encode()).hexdigest()


def hash_id(event: JsonObject, context: Any = ()) -> str:
    """`ni:///sha-256;…?ver=CBV2.0`"""
    return id_of_hash(event_hash(event, context))


def id_of_hash(digest: str) -> str:
    """The hash id of an event whose hash is known."""
    return f"ni:///sha-256;{digest}?ver=CBV2.0"


def canonical_text(event: JsonObject, context: Any = ()) -> str:
    """Pre-hash string of an event; `context` is the JSON-LD context its prefixes come from."""
    prefixes = declared_prefixes(context) | declared_prefixes(event.get("@context", ()))
    parts = [f"eventType={expanded(str(event.get('type', '')), prefixes)}"]
    parts += [_part(name, event[name], prefixes) for name in _ORDER if name in event]
    others = [name for name in event if name not in _ORDER and name not in _IGNORED]
    parts += sorted(_part(name, event[name], prefixes) for name in others)
    return "".join(parts)


def declared_prefixes(context: Any) -> dict[str, str]:
    """Prefixes with their namespaces from the objects of a JSON-LD context."""
    prefixes: dict[str, str] = {}
    for part in context if isinstance(context, list) else [context]:
        if isinstance(part, dict):
            for name, value in part.items():
                uri = value.get("@id") if isinstance(value, dict) else value
                if isinstance(uri, str) and not name.startswith("@"):
                    prefixes[name] = uri
    return prefixes


def utc_text(text: str) -> str:
    """A moment in UTC to the millisecond, as hashes need it."""
    moment = datetime.datetime.fromisoformat(text).astimezone(datetime.UTC)
    rounded = moment + datetime.timedelta(microseconds=500)
    return rounded.strftime("%Y-%m-%dT%H:%M:%S.") + f"{rounded.microsecond // 1000:03d}Z"


def expanded(name: str, prefixes: dict[str, str]) -> str:
    """`{namespace}name` for a name with a declared prefix."""
    prefix, colon, local = name.partition(":")
    return f"{{{prefixes[prefix]}}}{local}" if colon and prefix in prefixes else name


def _part(name: str, value: Any, prefixes: dict[str, str]) -> str:
    """`name=value`, or the name with its parts in their order; nothing for what is empty."""
    if name in ITEMS and isinstance(value, list):
        items = sorted(_part(ITEMS[name], one, prefixes) for one in value)
        return name + "".join(items) if any(items) else ""
    if isinstance(value, list):
        return "".join(sorted(_part(name, one, prefixes) for one in value))
    if isinstance(value, dict):
        inner = _fields(name, value, prefixes)
        if name in PAIRS:  # the field with the same name stands for it
            return inner
        return expanded(name, prefixes) + inner if inner else ""
    text = _text(name, value, prefixes)
    return f"{expanded(name, prefixes)}={text}" if text else ""


def _fields(name: str, value: JsonObject, prefixes: dict[str, str]) -> str:
    if name in PAIRS:
        kind = web_term(PAIRS[name], str(value["type"])) if "type" in value else ""
        return (f"type={kind}" if kind else "") + f"{name}={_plain(str(value.get(name, '')))}"
    order = _FIELDS.get(name, ())
    parts = [_part(field, value[field], prefixes) for field in order if field in value]
    if name == "sensorReport" and "type" in value:
        parts[0] = f"type={web_term('measurement', str(value['type']))}"
    others = [field for field in value if field not in order and field not in ("rdfs:comment", "comment")]
    return "".join(parts + sorted(_part(field, value[field], prefixes) for field in others))


def _text(name: str, value: Any, prefixes: dict[str, str]) -> str:
    if value is None:
        return ""
    text = str(value).strip()
    if name in TERMS:
        return web_term(TERMS[name], text)
    if "time" in name.lower() and "offset" not in name.lower():
        try:
            return utc_text(text)
        except (ValueError, OverflowError):
            return text
    prefix, colon, local = text.partition(":")
    if colon and prefix in prefixes:
        return prefixes[prefix] + local
    return _plain(text)


def _plain(text: str) -> str:
    if _NUMBER.fullmatch(text):
        number = float(text)
        if math.isfinite(number):
            return str(int(number)) if number.is_integer() else str(number)
    return normalised(text)


def web_term(kind: str, text: str) -> str:
    """A term of the Core Business Vocabulary as its web URI; anything else as it is."""
    word = vocabulary.bare(kind, text)
    return vocabulary.WEB[kind] + word if word in vocabulary.TERMS[kind] else text
