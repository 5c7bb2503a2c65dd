"""What strangers send: values that no form would give, and the names under which a view looks for values."""

import contextlib
import html
import re
from collections.abc import Iterator
from urllib.parse import quote

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

MANY_DIGITS = "9" * 5_000
"""More than Python turns into a number."""
BEYOND_A_KEY = str(2**63)
"""One more than a row of the database can have."""

# All percent-encoded as they go over the line: what is no UTF-8 cannot be written otherwise.
WORST = {"NUL": "a%00b", "many digits": MANY_DIGITS, "beyond a key": BEYOND_A_KEY, "no UTF-8": "%ED%A0%80%C0%AF%FF"}
VALUES = WORST | {
    "empty": "",
    "negative": f"-{2**64}",
    "zero": "0",
    "digit that is no number": quote("²"),
    "digits of other scripts": quote("٣１२"),
    "exponent": "1e999",
    "no number": "NaN",
    "underscore": "1_0",
    "first day": "0001-01-01",
    "last moment": quote("9999-12-31T23:59:59+00:00"),
    "year beyond": "99999-01-01",
    "name of nothing": quote("a b"),
    "list": quote("1,2,,x"),
    "long": "x" * 20_000,
    "markup": quote("\"'><script>\r\n\t\u202e{{7*7}}%s%(x)s"),
}
IN_PATHS = {
    "key": (BEYOND_A_KEY, MANY_DIGITS, "0", quote("٣")),
    "int": (BEYOND_A_KEY, MANY_DIGITS, "0", quote("٣")),
    "uuid": ("ffffffff-ffff-ffff-ffff-ffffffffffff",),
    "group": ("i-999-zzz",),
}
IN_TEXT_PATHS = (
    "a%00b",
    MANY_DIGITS,
    BEYOND_A_KEY,
    "%ED%A0%80%C0%AF%FF",
    "x" * 3_000,
    quote("²"),
    "_00",
    "1%0A",
    "-1",
)
_NEVER = {"csrfmiddlewaretoken"}

_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.S | re.I)
_FIELD = re.compile(r"""<(?:input|select|textarea|button)\b[^>]*?\bname=["']([^"']+)["']([^>]*)""", re.I)
_VALUE = re.compile(r"""\bvalue=["']([^"']*)["']""", re.I)


def values_of_path(converter: str) -> tuple[str, ...]:
    """Odd values for a parameter of a path with this converter."""
    return IN_PATHS.get(converter, IN_TEXT_PATHS)


@contextlib.contextmanager
def names_read() -> Iterator[set[str]]:
    """Collects the names under which anything is looked for in what a request sends."""
    found: set[str] = set()
    kept = {name: getattr(MultiValueDict, name) for name in ("__getitem__", "get", "getlist")}
    kept_contains = MultiValueDict.__contains__

    def noting(method):
        def noted(self, key, *args, **kwargs):
            if type(self) is QueryDict and isinstance(key, str):
                found.add(key)
            return method(self, key, *args, **kwargs)

        return noted

    for name, method in kept.items():
        setattr(MultiValueDict, name, noting(method))
    MultiValueDict.__contains__ = noting(kept_contains)
    try:
        yield found
    finally:
        for name, method in kept.items():
            setattr(MultiValueDict, name, method)
        del MultiValueDict.__contains__
        found -= _NEVER


def query(fields: dict[str, str]) -> str:
    """A query or form body of values that are percent-encoded already."""
    return "&".join(f"{quote(name)}={value}" for name, value in fields.items())


def nested(names) -> str:
    """Every name several times, with brackets and with dots."""
    return "&".join(f"{quote(name)}=1&{quote(name)}=2&{quote(name)}[a][]=3&{quote(name)}.b=4" for name in names)


def form_values(page: str) -> dict[str, str]:
    """Names and first values, percent-encoded, of the fields of all forms of a page that are sent by POST."""
    found: dict[str, str] = {}
    for attributes, inside in _FORM.findall(page):
        if re.search(r"""method=["']?post""", attributes, re.I):
            for name, rest in _FIELD.findall(inside):
                value = _VALUE.search(rest)
                found.setdefault(html.unescape(name), quote(html.unescape(value[1])) if value else "")
    return {name: value for name, value in found.items() if name not in _NEVER}
