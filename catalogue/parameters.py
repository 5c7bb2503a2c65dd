"""Numbers and texts of a request, read by hand: whatever stands there, the answer is a usable value or none.

Forms check their own fields. Everything else that comes from an address or a form is read here and nowhere else.
"""

import re

LARGEST_KEY = 2**63 - 1
"""The highest number a row of the database can have."""
MAX_DIGITS = len(str(LARGEST_KEY))
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL keeps no NUL, UTF-8 no half of a surrogate pair


def number_in(text: str | None, *, low: int = 0, high: int = LARGEST_KEY) -> int | None:
    """The whole number a text consists of, in digits of any script; None for anything else or outside the bounds."""
    text = (text or "").strip()
    if not text.isdecimal() or len(text) > MAX_DIGITS:
        return None
    number = int(text)
    return number if low <= number <= high else None


def text_in(text: str | None, *, max_length: int) -> str:
    """A text that can be stored and shown in one line, cut after `max_length` letters."""
    return " ".join(storable(text or "").split())[:max_length].rstrip()


def storable(text: str) -> str:
    """The text with spaces for what the database cannot keep."""
    return _UNSTORABLE.sub(" ", text)
