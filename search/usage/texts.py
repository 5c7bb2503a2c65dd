"""What is kept of a typed text: enough to count it, nothing that could be about a person."""

import re
import unicodedata

from catalogue.text import APOSTROPHES, joined

MAX_LENGTH = 100
"""Letters; what is longer was pasted, not searched for."""
MAX_DIGITS = 6
"""A text with more digits may be a telephone, identity or account number."""
_APOSTROPHE = dict.fromkeys(APOSTROPHES, "'")
_NOT_KEPT = re.compile(r"[^\w' ]|_")
_ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)


def normalised(text: str) -> str:
    """Lower case, marks kept, single spaces, no signs. Empty for what is not counted: texts without a word,
    e-mail and web addresses, long numbers, pasted text."""
    if _ADDRESS.search(text):
        return ""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).translate(_APOSTROPHE).lower())
    text = " ".join(" ".join(part.strip("'") for part in _NOT_KEPT.sub(" ", text).split()).split())
    if len(text) > MAX_LENGTH or sum(letter.isdigit() for letter in text) > MAX_DIGITS:
        return ""
    return text


def key_of(text: str) -> str:
    """One key for all spellings of the same words: `mắc ca`, `mac ca`, `macca`."""
    return joined(text) or text
