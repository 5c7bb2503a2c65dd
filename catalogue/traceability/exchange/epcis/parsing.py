"""From the bytes of a request to a document, with the place of whatever JSON allows and nobody can keep.

Python's reader knows neither where a number too long to be read stands nor that a name stands twice. Both are left in
the document as marks, which `content_faults` finds with their paths, together with what no database keeps.
"""

import json
import math
import re
from dataclasses import dataclass
from typing import Any, Final

from catalogue.traceability.documents import JsonObject

from .faults import Fault, Faults, pointer
from .limits import MAX_DEPTH, MAX_NAME_CHARACTERS, MAX_NUMBER_CHARACTERS, MAX_TEXT_CHARACTERS

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},]')
_HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")
_DEEP: Final = f"objects and lists are nested more than {MAX_DEPTH} deep"


class NotJson(ValueError):
    """The bytes are no JSON document; `fault` says where and why."""

    def __init__(self, path: str, message: str):
        super().__init__(message)
        self.fault = Fault(path, message)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands in a document for a value that cannot be read."""

    message: str


class Doubled(dict[str, Any]):
    """An object in which a name stands twice."""

    name: str


def parse(raw: bytes) -> Any:
    """The document in UTF-8 text. Raises NotJson. What it holds must go through `content_faults` before use."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotJson("", f"byte {error.start + 1} is not UTF-8") from None
    try:
        return json.loads(
            text,
            parse_int=lambda digits: _number(digits, int),
            parse_float=lambda digits: _number(digits, float),
            parse_constant=lambda name: Unreadable(f"{name} is no number of JSON"),
            object_pairs_hook=_object,
        )
    except RecursionError:
        raise NotJson(_deep_path(text), _DEEP) from None
    except json.JSONDecodeError as error:
        raise NotJson("", str(error)[:200]) from None


def _number(digits: str, kind: type[int] | type[float]) -> Any:
    if len(digits) > MAX_NUMBER_CHARACTERS:
        return Unreadable(f"a number of {len(digits)} characters; at most {MAX_NUMBER_CHARACTERS}")
    return kind(digits)


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    names = dict(pairs)
    if len(names) == len(pairs):
        return names
    doubled, seen = Doubled(names), set[str]()
    for name, _ in pairs:
        if name in seen:
            doubled.name = name
            break
        seen.add(name)
    return doubled


def _deep_path(text: str) -> str:
    """Where the nesting of a text, well formed so far, becomes deeper than MAX_DEPTH."""
    path: list[int | str | None] = []  # for each open list its place, for each open object its name
    for token in _TOKEN.finditer(text):
        word = token.group()
        if word in "[{":
            if len(path) == MAX_DEPTH:
                break
            path.append(0 if word == "[" else None)
        elif word in "]}":
            path.pop()
        elif word == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else None
        elif path and path[-1] is None:
            path[-1] = json.loads(word)
    whole = ""
    for name in path:
        whole = pointer(whole, "" if name is None else name)
    return whole


def content_faults(document: Any) -> Faults:
    """What cannot be kept anywhere in a document: NUL and half characters, texts and numbers too long, depth."""
    faults = Faults()
    waiting: list[tuple[str, Any, int]] = [("", document, 1)]
    while waiting:
        path, value, depth = waiting.pop()
        if isinstance(value, dict | list):
            if depth > MAX_DEPTH:
                faults.add(path, _DEEP)
                continue
            entries: Any = enumerate(value)
            if isinstance(value, dict):
                entries = value.items()
                if isinstance(value, Doubled):
                    faults.add(pointer(path, value.name), "this name stands twice in its object")
                for name in value:
                    if sentence := _text_fault(name, MAX_NAME_CHARACTERS):
                        faults.add(pointer(path, name), f"its name: {sentence}")
            for name, one in entries:
                if isinstance(one, dict | list):
                    waiting.append((pointer(path, name), one, depth + 1))
                elif sentence := _value_fault(one):
                    faults.add(pointer(path, name), sentence)
        elif sentence := _value_fault(value):
            faults.add(path, sentence)
    return faults


def _value_fault(value: Any) -> str:
    if isinstance(value, str):
        return _text_fault(value, MAX_TEXT_CHARACTERS)
    if isinstance(value, Unreadable):
        return value.message
    if isinstance(value, float) and not math.isfinite(value):
        return "a number beyond all bounds"
    if isinstance(value, int) and abs(value) >= 10**MAX_NUMBER_CHARACTERS:
        return f"a number of more than {MAX_NUMBER_CHARACTERS} digits"
    return ""


def _text_fault(text: str, longest: int) -> str:
    if len(text) > longest:
        return f"{len(text)} characters; at most {longest}"
    if "\x00" in text:
        return "holds a NUL character"
    if not text.isascii() and _HALF_CHARACTER.search(text):
        return "holds half a character (a lone surrogate)"
    return ""
