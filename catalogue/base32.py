"""Crockford's base32 (no I, L, O, U): codes that people type without care."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from catalogue.text import visible

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MAX_TYPED_LENGTH = 600
"""Of a text in which a code is looked for: a signed address has about 230 characters."""
MAX_WORDS = 40
MAX_LABEL_WORDS = 3
"""Words before a code that may be all letters; among more words only what has a digit is a code."""

_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_NOT_CODE = re.compile(r"[\W_]+")
_HOST = re.compile(r"^(?:[a-z]+:)?//[^/]*/|^[^/]*\.[^/]*/", re.IGNORECASE)
_ELEMENT = re.compile(r"\(21\)([^()]+)")
"""A serial number as GS1 prints it for people: `(01)…(21)…`."""
_WORDS = re.compile(r"[^\s:=#,;()\[\]\"'«»“”]+")


def normalise_code(text: str) -> str:
    """A code as stored: upper case, letters and digits only, O read as 0, I and L as 1 (Crockford).

    U does not occur in codes; a typed U is most often a V.
    """
    return _NOT_CODE.sub("", visible(text)).upper().translate(_LOOKALIKES)


def code_in(text: str, is_code: Callable[[str], bool]) -> str:
    """The code in what somebody typed, scanned or pasted, as `normalise_code` gives it; "" where there is none.

    It may stand in an address, with words before or behind it (`Mã: 7K3M 0Q2X V9TD`), in groups of any size.
    """
    return next((code for code in _candidates(visible(text[:MAX_TYPED_LENGTH])) if is_code(code)), "")


def _candidates(text: str) -> Iterator[str]:
    """What may be meant, the likeliest first."""
    for element in _ELEMENT.findall(text):
        yield normalise_code(element)
    for word in text.split():
        if "/" in word:
            path = re.split("[?#]", unquote(_HOST.sub("", word)), maxsplit=1)[0]
            yield from (normalise_code(part) for part in reversed(path.split("/")) if part)
    yield normalise_code(text)
    words = _WORDS.findall(text)[:MAX_WORDS]
    yield from (normalise_code("".join(words[start:])) for start in range(1, min(len(words), MAX_LABEL_WORDS + 1)))
    for start in range(len(words)):
        joined = ("".join(words[start:end]) for end in range(start + 1, len(words) + 1))
        yield from (normalise_code(code) for code in joined if any(letter.isdigit() for letter in code))


def encode(value: int, *, length: int) -> str:
    """A number in Crockford's base32, zero-padded."""
    return "".join(ALPHABET[(value >> 5 * place) & 31] for place in reversed(range(length)))
