"""How large an EPCIS document may be. Too many or too large is an excess (413), anything else a fault (400)."""

import json
from typing import Any, Final

from .faults import Fault, Faults, pointer

MAX_BYTES: Final = 2_000_000
MAX_EVENTS: Final = 1_000
MAX_OBJECTS: Final = 10_000
"""Objects and classes that the events of one document name together."""
MAX_OBJECTS_PER_EVENT: Final = 2_000
MAX_ITEMS: Final = 2_000
"""Entries of any other list or object inside an event."""
MAX_CONTEXT_CHARACTERS: Final = 10_000
"""Of the JSON-LD context: it is kept with each event."""
MAX_DEPTH: Final = 20
"""Objects and lists inside each other."""
MAX_NUMBER_CHARACTERS: Final = 40
MAX_TEXT_CHARACTERS: Final = 4_000
MAX_NAME_CHARACTERS: Final = 300

EPC_LISTS: Final = ("epcList", "childEPCs", "inputEPCList", "outputEPCList")
QUANTITY_LISTS: Final = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
EVENTS_PATH: Final = "/epcisBody/eventList"


def excesses(document: Any) -> list[Fault]:
    """Where a document has too many parts; an empty list where each limit is kept. Nothing of it need be valid."""
    faults = Faults()
    context = document.get("@context") if isinstance(document, dict) else None
    if len(json.dumps(context)) > MAX_CONTEXT_CHARACTERS:
        faults.add("/@context", f"longer than {MAX_CONTEXT_CHARACTERS} characters")
    total, is_reported = 0, False
    events = events_of(document)
    if len(events) > MAX_EVENTS:
        faults.add(EVENTS_PATH, f"{len(events)} events; one document has at most {MAX_EVENTS}")
    for place, event in enumerate(events[:MAX_EVENTS]):
        path = pointer(EVENTS_PATH, place)
        count = _object_count(event)
        total += count
        if count > MAX_OBJECTS_PER_EVENT:
            faults.add(path, f"{count} objects; one event names at most {MAX_OBJECTS_PER_EVENT}")
        if total > MAX_OBJECTS and not is_reported:
            faults.add(path, f"from here on more than {MAX_OBJECTS} objects; one document names at most as many")
            is_reported = True
        _long_parts(event, path, faults)
    return faults


def events_of(document: Any) -> list[Any]:
    """The list of events, or an empty one where there is none."""
    body = document.get("epcisBody") if isinstance(document, dict) else None
    events = body.get("eventList") if isinstance(body, dict) else None
    return events if isinstance(events, list) else []


def _object_count(event: Any) -> int:
    if not isinstance(event, dict):
        return 0
    lists = (event.get(name) for name in (*EPC_LISTS, *QUANTITY_LISTS))
    return sum(len(one) for one in lists if isinstance(one, list)) + ("parentID" in event)


def _long_parts(event: Any, path: str, faults: Faults) -> None:
    """Lists and objects with more than MAX_ITEMS entries, down to MAX_DEPTH; lists of objects are counted above."""
    waiting = [(path, event, 0)]
    while waiting:
        here, value, depth = waiting.pop()
        if depth > MAX_DEPTH or not isinstance(value, dict | list):
            continue
        if len(value) > MAX_ITEMS:
            if not (depth == 1 and here.rpartition("/")[2] in (*EPC_LISTS, *QUANTITY_LISTS)):
                faults.add(here, f"{len(value)} entries; at most {MAX_ITEMS}")
            continue
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        waiting += [
            (pointer(here, name), one, depth + 1) for name, one in entries if isinstance(one, dict | list) and one
        ]
