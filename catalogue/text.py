"""Vietnamese text as people type it: the folding rules for slugs, look-ups and the search analysis."""

import re
import unicodedata

APOSTROPHES = dict.fromkeys(map(ord, "'‘’ʼʹʻ`´′＇"))
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2"
    "\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U00013438\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Categories Cf and Cc but for line breaks and tabs, and what Unicode lets every program leave out: joiners, marks of
direction and order, fillers, variation selectors."""
VIETNAMESE_LETTER = re.compile(
    "[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5"
    "\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0303\u0306\u0309\u031b"
    "\u0323\u1ea0-\u1ef9]"
)
"""A letter with a mark that Vietnamese is written with, and English is not."""
_SPACES = re.compile(r"[^\S\n\r\t]+")
_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "Ð": "D", "ð": "d", "ƀ": "b", "Ƀ": "B"})
_MARKS = re.compile(r"[\u0300-\u036f]")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_LAST_Y = re.compile(r"(?<=[bcdghklmnpqrstvx])y$")


def without_invisible(text: str) -> str:
    """The text without letters that nobody sees: what messengers and editors put around a word that is copied.

    Line breaks, tabs and spaces stay.
    """
    return _INVISIBLE.sub("", text)


def visible(text: str) -> str:
    """The letters that a person sees, in plain form: no invisible characters, full-width letters as usual ones."""
    return text if text.isascii() else unicodedata.normalize("NFKC", without_invisible(text))


def name_key(text: str) -> str:
    """The same for all spellings of one name that keep its letters and marks; other names have other keys.

    Case, composition, spaces, apostrophes, dashes, invisible characters and the place of a tone do not count:
    `Huyện Cư M'gar` = `HUYỆN CƯ M’GAR `, `Hoà` = `Hòa`.
    """
    plain = visible(text.translate(APOSTROPHES)).translate(APOSTROPHES).replace("Ð", "Đ").lower().replace("ð", "đ")
    return " ".join(_with_tone_last(word) for word in _NOT_LETTERS.sub(" ", plain).split())


def _with_tone_last(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return _TONES.sub("", decomposed) + "".join(_TONES.findall(decomposed))


def strip_marks(text: str) -> str:
    """Remove tone and vowel marks and turn đ into d; case stays. `Đắk Lắk` → `Dak Lak`."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed)).translate(_LETTERS)


def fold(text: str) -> str:
    """Text as typed without care: lower case, no marks, no apostrophes, single spaces.

    `Huyện Cư M'gar` → `huyen cu mgar`; `Cà phê  bột` → `ca phe bot`.
    """
    text = visible(text.translate(APOSTROPHES)).translate(APOSTROPHES)
    return _NOT_WORD.sub(" ", strip_marks(text).lower()).strip()


def plain_spaces(text: str) -> str:
    """Text as it is kept: NFC, without letters that nobody sees, one ordinary space for all kinds and runs."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", without_invisible(text))).strip()


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
