"""Vietnamese text as people type it: the folding rules for slugs, look-ups and the search analysis."""

import re
import unicodedata

APOSTROPHES = dict.fromkeys(map(ord, "'‘’ʼʹʻ`´′＇"))
_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "Ð": "D", "ð": "d", "ƀ": "b", "Ƀ": "B"})
_MARKS = re.compile(r"[\u0300-\u036f]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_LAST_Y = re.compile(r"(?<=[bcdghklmnpqrstvx])y$")


def strip_marks(text: str) -> str:
    """Remove tone and vowel marks and turn đ into d; case stays. `Đắk Lắk` → `Dak Lak`."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed)).translate(_LETTERS)


def fold(text: str) -> str:
    """Text as typed without care: lower case, no marks, no apostrophes, single spaces.

    `Huyện Cư M'gar` → `huyen cu mgar`; `Cà phê  bột` → `ca phe bot`.
    """
    text = unicodedata.normalize("NFKC", text.translate(APOSTROPHES)).translate(APOSTROPHES)
    return _NOT_WORD.sub(" ", strip_marks(text).lower()).strip()


def loose(text: str) -> str:
    """Folded text with spellings that sound alike made one: Pắc = Pắk, Đắc Lắc = Đắk Lắk, lý = lí."""
    tokens = []
    for token in fold(text).split():
        alike = re.sub(r"k(?!h)", "c", token.replace("f", "ph").replace("ck", "c"))
        alike = _LAST_Y.sub("i", alike)
        tokens.append("quy" + alike[3:] if alike.startswith("qui") else alike)
    return " ".join(tokens)


def joined(text: str) -> str:
    """Loose text without spaces: `Daklak`, `Krông Ana` = `Krông A Na`."""
    return loose(text).replace(" ", "")


def slug_of(value: str, allow_unicode: bool = False) -> str:
    """Slug of a Vietnamese name (Oscar's slug function has the same two parameters)."""
    return fold(value).replace(" ", "-")[:240].strip("-")
