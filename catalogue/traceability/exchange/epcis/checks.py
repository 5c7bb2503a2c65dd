"""What an EPCIS 2.0 document must hold beyond being JSON: each fault with its path.

The JSON schema alone lets wrong documents through: steps that do not exist, moments without a zone, master data where
none is allowed, prefixes that nothing declares, check digits that do not fit. All of it is checked here in one walk.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, TypeGuard

from catalogue.traceability.documents import JsonObject

from . import identifiers, vocabulary
from .faults import Fault, Faults, pointer
from .hashing import declared_prefixes
from .limits import EPC_LISTS, EVENTS_PATH, QUANTITY_LISTS
from .parsing import content_faults
from .values import MAX_QUANTITY, is_moment, own_quantity

EVENT_TYPES: Final = (
    "ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent",
)  # fmt: skip
ACTIONS: Final = ("ADD", "OBSERVE", "DELETE")
_COMMON: Final = frozenset({
    "@context", "type", "eventTime", "recordTime", "eventTimeZoneOffset", "eventID", "errorDeclaration",
    "certificationInfo", "bizStep", "disposition", "persistentDisposition", "readPoint", "bizLocation",
    "bizTransactionList", "sourceList", "destinationList", "sensorElementList",
})  # fmt: skip
_OWN: Final = {
    "ObjectEvent": {"action", "epcList", "quantityList", "ilmd"},
    "AggregationEvent": {"action", "parentID", "childEPCs", "childQuantityList"},
    "TransactionEvent": {"action", "parentID", "epcList", "quantityList"},
    "AssociationEvent": {"action", "parentID", "childEPCs", "childQuantityList"},
    "TransformationEvent": {
        "inputEPCList", "inputQuantityList", "outputEPCList", "outputQuantityList", "transformationID", "ilmd",
    },
}  # fmt: skip
_OFFSET = re.compile(r"[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)", re.ASCII)
_UNIT = re.compile(r"[A-Z0-9]{2,3}")
_HASH_ID = re.compile(r"ni:///sha-?(?:256|384|512|3-256);[0-9a-fA-F]+\?ver=CBV\d\.\d", re.ASCII)
_MAX_LENGTHS: Final = {"type": 120, "eventID": 200, "bizStep": 200, "disposition": 200}
"""Characters of what has a column of its own."""


def document_faults(document: Any) -> list[Fault]:
    """Everything wrong with an EPCISDocument; an empty list where it may be kept."""
    return content_faults(document) or structure_faults(document)


def structure_faults(document: Any) -> list[Fault]:
    """Everything that EPCIS does not allow in a document without `content_faults`."""
    faults = Faults()
    if not isinstance(document, dict):
        faults.add("", "a document is a JSON object")
        return faults
    if document.get("type") != "EPCISDocument":
        faults.add("/type", "must be EPCISDocument")
    if not (
        isinstance(document.get("schemaVersion"), str) and re.fullmatch(r"2(\.[0-9]+)*", document["schemaVersion"])
    ):
        faults.add("/schemaVersion", 'must be "2.0"')
    if not is_moment(document.get("creationDate")):
        faults.add("/creationDate", "must be a moment with its time zone, such as 2026-04-01T08:00:00+07:00")
    context = document.get("@context")
    scope = _scope(context, "/@context", faults, required=True)
    body = document.get("epcisBody")
    events = body.get("eventList") if isinstance(body, dict) else None
    if not isinstance(events, list):
        faults.add(EVENTS_PATH, "a list of events is missing")
        return faults
    seen: dict[str, int] = {}
    for place, event in enumerate(events):
        path = pointer(EVENTS_PATH, place)
        event_faults(event, path, scope, faults)
        if isinstance(event, dict) and isinstance(event.get("eventID"), str) and "errorDeclaration" not in event:
            first = seen.setdefault(event["eventID"], place)
            if first != place and events[first] != event:
                faults.add(f"{path}/eventID", f"the same as that of event {first}, which is another event")
    return faults


def _scope(context: Any, path: str, faults: Faults, *, required: bool) -> set[str] | None:
    """Prefixes that may be used; None where another remote context may declare more."""
    parts = context if isinstance(context, list) else [context]
    texts = [part for part in parts if isinstance(part, str)]
    if required and not any(vocabulary.CONTEXT_PATTERN.fullmatch(text) for text in texts):
        faults.add(path, f"must name the context of EPCIS, {vocabulary.CONTEXT}")
    for part in parts:
        if context is not None and not (isinstance(part, dict) or identifiers.is_absolute(part)):
            faults.add(path, "holds something that is neither a URI nor an object")
    for prefix, uri in declared_prefixes(context).items():
        if not identifiers.is_absolute(uri) and uri.partition(":")[0] not in vocabulary.BUILT_IN_PREFIXES:
            faults.add(pointer(path, prefix), f"{uri!r} is not an absolute URI")
    if any(not vocabulary.CONTEXT_PATTERN.fullmatch(text) for text in texts):
        return None
    return set(declared_prefixes(context)) | set(vocabulary.BUILT_IN_PREFIXES)


def event_faults(event: Any, path: str, scope: set[str] | None, faults: Faults) -> None:
    if not isinstance(event, dict):
        faults.add(path, "an event is a JSON object")
        return
    if "@context" in event:
        own = _scope(event["@context"], f"{path}/@context", faults, required=False)
        scope = None if own is None or scope is None else scope | own
    kind = event.get("type")
    if kind not in EVENT_TYPES and not (isinstance(kind, str) and ":" in kind):
        faults.add(f"{path}/type", f"must be one of {', '.join(EVENT_TYPES)} or the URI of an extension")
        return
    if not is_moment(event.get("eventTime")):
        faults.add(f"{path}/eventTime", "must be a moment with its time zone, such as 2026-04-01T08:00:00+07:00")
    if not (isinstance(event.get("eventTimeZoneOffset"), str) and _OFFSET.fullmatch(event["eventTimeZoneOffset"])):
        faults.add(f"{path}/eventTimeZoneOffset", "must look like +07:00")
    if "recordTime" in event and not is_moment(event["recordTime"]):
        faults.add(f"{path}/recordTime", "must be a moment with its time zone")
    if "eventID" in event:
        _id_fault(event["eventID"], f"{path}/eventID", faults)
    for name, longest in _MAX_LENGTHS.items():
        if isinstance(event.get(name), str) and len(event[name]) > longest:
            faults.add(f"{path}/{name}", f"longer than {longest} characters")
    if "parentID" in event and (sentence := identifiers.complaint(event["parentID"])):
        faults.add(f"{path}/parentID", sentence)
    _names(event, path, _COMMON | _OWN.get(kind, set()) if kind in EVENT_TYPES else None, scope, faults)
    _error_declaration(event, path, faults)
    _terms(event, path, faults)
    _places(event, path, faults)
    _transactions(event, path, faults)
    _objects(event, path, faults)
    _sensors(event, path, faults)
    _ilmd(event, kind, path, scope, faults)
    if kind in EVENT_TYPES:
        _what(event, kind, path, faults)
    elif "action" in event:
        _action(event, path, faults)


def _id_fault(value: Any, path: str, faults: Faults) -> None:
    if not identifiers.is_absolute(value):
        faults.add(path, "must be an absolute URI")
    elif value.startswith("ni:") and not _HASH_ID.fullmatch(value):
        faults.add(path, "is not an event hash id")


def _names(
    event: JsonObject, path: str, known: set[str] | frozenset[str] | None, scope: set[str] | None, faults: Faults
) -> None:
    """Property names: those of the type, or qualified ones of an extension."""
    for name in event:
        if known is not None and name not in known and name != "rdfs:comment":
            _qualified(name, pointer(path, name), scope, faults, "no property of this event, nor one of an extension")


def _qualified(name: str, path: str, scope: set[str] | None, faults: Faults, message: str) -> None:
    prefix, colon, local = name.partition(":")
    if not colon or not local:
        faults.add(path, message)
    elif local.startswith("//") or prefix == "urn":
        if not identifiers.is_absolute(name):
            faults.add(path, "is not an absolute URI")
    elif scope is not None and prefix not in scope:
        faults.add(path, f"the prefix {prefix} is declared nowhere in @context")


def _what(event: JsonObject, kind: str, path: str, faults: Faults) -> None:
    """Action, and that the event is about something."""
    action = event.get("action")
    if kind == "TransformationEvent":
        _transformation(event, path, faults)
        return
    _action(event, path, faults)
    if kind == "ObjectEvent":
        sensed = event.get("sensorElementList") and event.get("readPoint")
        if not (event.get("epcList") or event.get("quantityList") or sensed):
            faults.add(path, "names no object: epcList or quantityList is missing or empty")
    elif kind == "TransactionEvent":
        if not event.get("bizTransactionList"):
            faults.add(f"{path}/bizTransactionList", "at least one business transaction is needed")
        if action != "DELETE" and not (event.get("epcList") or event.get("quantityList") or event.get("parentID")):
            faults.add(path, "names no object: epcList or quantityList is missing or empty")
    else:
        needs_parent = kind == "AssociationEvent" or action in ("ADD", "DELETE")
        if needs_parent and "parentID" not in event:
            faults.add(f"{path}/parentID", "is missing")
        if action != "DELETE" and not (event.get("childEPCs") or event.get("childQuantityList")):
            faults.add(path, "names no child: childEPCs or childQuantityList is missing or empty")


def _action(event: JsonObject, path: str, faults: Faults) -> None:
    if event.get("action") not in ACTIONS:
        faults.add(f"{path}/action", "must be ADD, OBSERVE or DELETE")


def _transformation(event: JsonObject, path: str, faults: Faults) -> None:
    inputs = event.get("inputEPCList") or event.get("inputQuantityList")
    outputs = event.get("outputEPCList") or event.get("outputQuantityList")
    if "transformationID" in event:
        if not identifiers.is_absolute(event["transformationID"]):
            faults.add(f"{path}/transformationID", "must be an absolute URI")
        if not (inputs or outputs):
            faults.add(path, "has neither inputs nor outputs")
        return
    if not inputs:
        faults.add(path, "has no inputs, and no transformationID that joins it to others")
    if not outputs:
        faults.add(path, "has no outputs, and no transformationID that joins it to others")


def _objects(event: JsonObject, path: str, faults: Faults) -> None:
    for name in EPC_LISTS:
        for place, epc in _items(event, name, path, faults):
            if sentence := identifiers.complaint(epc, wants="instance"):
                faults.add(f"{path}/{name}/{place}", sentence)
    for name in QUANTITY_LISTS:
        for place, element in _items(event, name, path, faults):
            _quantity(element, f"{path}/{name}/{place}", faults)


def _items(event: JsonObject, name: str, path: str, faults: Faults) -> Iterator[tuple[int, Any]]:
    if name not in event:
        return
    if not isinstance(event[name], list):
        faults.add(f"{path}/{name}", "must be a list")
        return
    yield from enumerate(event[name])


def _quantity(element: Any, path: str, faults: Faults) -> None:
    if not isinstance(element, dict):
        faults.add(path, "must be an object with epcClass and quantity")
        return
    if sentence := identifiers.complaint(element.get("epcClass"), wants="class"):
        faults.add(f"{path}/epcClass", sentence)
    quantity, unit = element.get("quantity"), element.get("uom")
    if "quantity" in element:
        if not _is_number(quantity) or quantity < 0:
            faults.add(f"{path}/quantity", "must be a number, not below zero")
        elif own_quantity(quantity, unit if isinstance(unit, str) else "")[0] >= MAX_QUANTITY:
            faults.add(f"{path}/quantity", f"must be less than {MAX_QUANTITY} kg, litres or pieces")
    if unit is not None and not (isinstance(unit, str) and _UNIT.fullmatch(unit)):
        faults.add(f"{path}/uom", "must be a unit of UN/ECE Recommendation 20, such as KGM")
    if unit is not None and "quantity" not in element:
        faults.add(f"{path}/uom", "a unit without a quantity")
    for name in set(element) - {"epcClass", "quantity", "uom"}:
        if ":" not in name:
            faults.add(pointer(path, name), "no property of a quantity")


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _term(kind: str, value: Any, path: str, faults: Faults) -> None:
    if not isinstance(value, str):
        faults.add(path, "must be text")
    elif vocabulary.is_standard_spelling(kind, value):
        word = vocabulary.bare(kind, value)
        if word not in vocabulary.TERMS[kind]:
            faults.add(path, f"{value!r} is no term of the Core Business Vocabulary")
    elif not identifiers.is_absolute(value):
        faults.add(path, f"{value!r} is neither a standard term nor an absolute URI")


def _terms(event: JsonObject, path: str, faults: Faults) -> None:
    for name in ("bizStep", "disposition"):
        if name in event:
            _term(name, event[name], f"{path}/{name}", faults)
    lasting = event.get("persistentDisposition")
    if lasting is None:
        return
    if not isinstance(lasting, dict) or not (lasting.get("set") or lasting.get("unset")):
        faults.add(f"{path}/persistentDisposition", "must set or unset at least one disposition")
        return
    for name in ("set", "unset"):
        for place, value in _items(lasting, name, f"{path}/persistentDisposition", faults):
            _term("disposition", value, f"{path}/persistentDisposition/{name}/{place}", faults)
    if both := _texts(lasting, "set") & _texts(lasting, "unset"):
        faults.add(f"{path}/persistentDisposition", f"{min(both)} is set and unset at once")


def _texts(holder: JsonObject, name: str) -> set[str]:
    value = holder.get(name)
    return {one for one in value if isinstance(one, str)} if isinstance(value, list) else set()


def _places(event: JsonObject, path: str, faults: Faults) -> None:
    for name in ("readPoint", "bizLocation"):
        if name in event:
            place = event[name]
            value = place.get("id") if isinstance(place, dict) else None
            if sentence := identifiers.complaint(value, wants="place"):
                faults.add(f"{path}/{name}/id", sentence)


def _transactions(event: JsonObject, path: str, faults: Faults) -> None:
    lists = (
        ("bizTransactionList", "bizTransaction", "bizTransaction"),
        ("sourceList", "source", "sourceDest"),
        ("destinationList", "destination", "sourceDest"),
    )
    for name, field, kind in lists:
        for place, item in _items(event, name, path, faults):
            here = f"{path}/{name}/{place}"
            if not isinstance(item, dict):
                faults.add(here, "must be an object")
                continue
            if not identifiers.is_absolute(item.get(field)):
                faults.add(f"{here}/{field}", "must be an absolute URI")
            if "type" in item:
                _term(kind, item["type"], f"{here}/type", faults)
            elif kind == "sourceDest":
                faults.add(f"{here}/type", "is missing")


def _error_declaration(event: JsonObject, path: str, faults: Faults) -> None:
    if "errorDeclaration" not in event:
        return
    declaration, here = event["errorDeclaration"], f"{path}/errorDeclaration"
    if not isinstance(declaration, dict):
        faults.add(here, "must be an object")
        return
    if not is_moment(declaration.get("declarationTime")):
        faults.add(f"{here}/declarationTime", "must be a moment with its time zone")
    if "reason" in declaration:
        _term("errorReason", declaration["reason"], f"{here}/reason", faults)
    for place, value in _items(declaration, "correctiveEventIDs", here, faults):
        _id_fault(value, f"{here}/correctiveEventIDs/{place}", faults)


def _ilmd(event: JsonObject, kind: str, path: str, scope: set[str] | None, faults: Faults) -> None:
    """Instance and lot master data: only where objects come into being, and only with qualified names."""
    if "ilmd" not in event:
        return
    here = f"{path}/ilmd"
    if kind == "ObjectEvent" and event.get("action") != "ADD":
        faults.add(here, "is allowed only where the action is ADD")
    elif kind in EVENT_TYPES and kind not in ("ObjectEvent", "TransformationEvent"):
        faults.add(here, f"is not allowed in {kind}")
    if not isinstance(event["ilmd"], dict):
        faults.add(here, "must be an object")
        return
    for name in event["ilmd"]:
        _qualified(name, pointer(here, name), scope, faults, "needs a namespace, such as cbvmda:lotNumber")


def _sensors(event: JsonObject, path: str, faults: Faults) -> None:
    for place, element in _items(event, "sensorElementList", path, faults):
        here = f"{path}/sensorElementList/{place}"
        reports = element.get("sensorReport") if isinstance(element, dict) else None
        if not isinstance(reports, list) or not reports:
            faults.add(f"{here}/sensorReport", "at least one report is needed")
            continue
        for name in ("time", "startTime", "endTime"):
            metadata = element.get("sensorMetadata", {})
            if isinstance(metadata, dict) and name in metadata and not is_moment(metadata[name]):
                faults.add(f"{here}/sensorMetadata/{name}", "must be a moment with its time zone")
        for number, report in enumerate(reports):
            _report(report, f"{here}/sensorReport/{number}", faults)


def _report(report: Any, path: str, faults: Faults) -> None:
    if not isinstance(report, dict) or not ({"type", "exception"} & set(report)):
        faults.add(path, "needs a type or an exception")
        return
    for name, kind in (("type", "measurement"), ("exception", "alert"), ("component", "component")):
        if name in report:
            _term(kind, report[name], f"{path}/{name}", faults)
    for name in ("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"):
        if name in report and not _is_number(report[name]):
            faults.add(f"{path}/{name}", "must be a number")
    if "booleanValue" in report and not isinstance(report["booleanValue"], bool):
        faults.add(f"{path}/booleanValue", "must be true or false")
    if "time" in report and not is_moment(report["time"]):
        faults.add(f"{path}/time", "must be a moment with its time zone")
