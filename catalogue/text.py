"""Vietnamese text as people type it: one folding rule for slugs, look-ups and the search analysis."""

import re
import unicodedata

APOSTROPHES = dict.fromkeys(map(ord, "'‘’ʼʹʻ`´′＇"))
_MARKS = re.compile(r"[\u0300-\u036f]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def strip_marks(text: str) -> str:
    """Remove tone and vowel marks and turn đ into d; case stays. `Đắk Lắk` → `Dak Lak`."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed)).replace("đ", "d").replace("Đ", "D")


def fold(text: str) -> str:
    """Text as typed without care: lower case, no marks, no apostrophes, single spaces.

    `Huyện Cư M'gar` → `huyen cu mgar`; `Cà phê  bột` → `ca phe bot`.
    """
    text = unicodedata.normalize("NFKC", text).translate(APOSTROPHES)
    return _NOT_WORD.sub(" ", strip_marks(text).lower()).strip()


def slug_of(value: str, allow_unicode: bool = False) -> str:
    """Slug of a Vietnamese name (Oscar's slug function has the same two parameters)."""
    return fold(value).replace(" ", "-")[:240].strip("-")
