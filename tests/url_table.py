"""Every address of the site, read from the URL table: for tests that ask something of each."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import get_converters


@dataclasses.dataclass(frozen=True)
class Route:
    """One row of the URL table.

    `pattern` is the address as the table writes it, such as `/san-pham/<slug:slug>/`; regular expressions are
    shown as Django's documentation shows them, `/email/xac-nhan/<key>/`. `parameters` names what varies, each
    with the name of its converter (`re` where a regular expression decides).
    """

    pattern: str
    name: str
    view: Callable
    parameters: Mapping[str, str]

    def address(self, **values: object) -> str:
        """The address with these values; a parameter that is not named gets a value its converter takes."""
        return re.sub(r"<([^<>]+)>", lambda match: str(self._value(match[1], values)), self.pattern)

    def _value(self, name: str, values: Mapping[str, object]) -> object:
        return values[name] if name in values else _EXAMPLES.get(self.parameters.get(name, ""), "1")


_EXAMPLES: dict[str, object] = {
    "int": 1,
    "slug": "x",
    "str": "x",
    "path": "x",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "group": "I",
}
_FORMAT_PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
_GROUP_NAME = re.compile(r"\(\?P<(\w+)>")


def routes() -> list[Route]:
    """All rows, in the order in which they are tried; the language prefix is left out."""
    return list(_walk(get_resolver().url_patterns, "/", {}, ""))


def _walk(patterns, before: str, parameters: dict[str, str], namespace: str) -> Iterator[Route]:
    for entry in patterns:
        text, own = _readable(entry.pattern)
        inside = parameters | own
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry.url_patterns, before + text, inside, inner)
        elif isinstance(entry, URLPattern):
            yield Route(before + text, f"{namespace}{entry.name or ''}", entry.callback, inside)


def _readable(pattern) -> tuple[str, dict[str, str]]:
    """The text of one piece of an address and the converters of its parameters."""
    if hasattr(pattern, "_route"):
        names = {type(converter): name for name, converter in get_converters().items()}
        own = {name: names[type(converter)] for name, converter in pattern.converters.items()}
        return _FORMAT_PARAMETER.sub(r"<\2>", str(pattern._route)), own
    expression = getattr(pattern, "_regex", None)
    if expression is None:  # the language prefix
        return "", {}
    return _without_groups(str(expression)), dict.fromkeys(_GROUP_NAME.findall(str(expression)), "re")


def _without_groups(expression: str) -> str:
    """`^a/(?P<key>[-:\\w]+)/$` as `a/<key>/`; groups without a name become `<0>`, `<1>`."""
    pieces, depth, name, unnamed, place = [], 0, "", 0, 0
    while place < len(expression):
        letter = expression[place]
        if letter == "\\":
            if not depth and expression[place + 1] not in "AZ":  # not the ends of the text
                pieces.append(expression[place + 1])
            place += 2
            continue
        if letter == "(":
            if not depth:
                match = _GROUP_NAME.match(expression, place)
                name = match[1] if match else ""
                if not name and not expression.startswith("(?:", place):
                    name, unnamed = str(unnamed), unnamed + 1
            depth += 1
        elif letter == ")":
            depth -= 1
            if not depth and name:
                pieces.append(f"<{name}>")
        elif not depth and letter not in "^$?":
            pieces.append(letter)
        place += 1
    return "".join(pieces)
