"""Text → terms. Documents and queries go through the same steps, so that both see the same words.

A word has two forms. *Written*: lower case, marks kept, the tone set after the word (`hoà` = `hòa`).
*Loose*: marks and look-alike spellings removed (`catalogue.text.loose`). Words are syllables, as Vietnamese
is written; neighbours joined without the space (`macca`, `crongpac`) find what is typed in one piece.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from catalogue.text import APOSTROPHES, fold, loose

VERSION = 1
"""Raise it when the same text gives other terms than before: the index is then built anew."""

MAX_WORD_LENGTH = 40
"""Letters and marks of a word that count; the rest is no word any more."""

MAX_CACHED_LENGTH = 200
"""Letters of a text whose words are kept in memory for a while."""

START, END, GAP = "^", "$", "|"
"""Terms that stand for the beginning and the end of a text and for the border between two texts."""

FIRST_MARK = "\u0300"
"""No character before it is a combining mark."""
TONES = "\u0300\u0301\u0303\u0309\u0323"
_WRITTEN_WORD = re.compile(r"[0-9a-z\u0111\u0300-\u036f]+")
_BARRED = str.maketrans({"\u0110": "\u0111", "\u00d0": "\u0111", "\u00f0": "\u0111", "\u0180": "b", "\u0243": "b"})
_KEEP_MARKS = {"\u0302", "\u0306", "\u031b"} | set(TONES)
_FOREIGN_MARK = re.compile("(?<![aeo])\u0302|(?<![a])\u0306|(?<![ou])\u031b")
_K = re.compile(r"k(?!h)")
_LAST_Y = re.compile(r"(?<=[bcdghklmnpqrstvx\u0111])y$")


@dataclasses.dataclass(frozen=True)
class Word:
    """One syllable as typed: `written` with marks, `folded` without, `loose` with look-alikes made one."""

    written: str
    folded: str
    loose: str

    @property
    def is_marked(self) -> bool:
        return self.written != self.bare

    @property
    def bare(self) -> str:
        """What `written` would be without its marks."""
        return self.loose


def _written(token: str) -> str:
    """`hoà` → `hoa` + tone; marks that are no Vietnamese ones (č, ñ) go; look-alikes as in `loose`."""
    base = "".join(letter for letter in token if letter not in TONES)
    tone = "".join(letter for letter in token if letter in TONES)[:1]
    base = _FOREIGN_MARK.sub("", base).replace("f", "ph").replace("ck", "c")
    base = _LAST_Y.sub("i", _K.sub("c", base))
    base = "quy" + base[3:] if base.startswith("qui") else base
    return base + tone


@lru_cache(maxsize=8192)
def unmarked(written: str) -> str:
    """`Word.loose` of the word that is written so."""
    return "".join(letter for letter in written if letter not in _KEEP_MARKS).replace("\u0111", "d")


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    return list(_remembered(text)) if len(text) <= MAX_CACHED_LENGTH else _read(text)


@lru_cache(maxsize=8192)  # a name goes into two indexes, a typed text is read for several purposes
def _remembered(text: str) -> tuple[Word, ...]:
    return tuple(_read(text))


def _read(text: str) -> list[Word]:
    text = unicodedata.normalize("NFKC", text).translate(APOSTROPHES).translate(_BARRED).lower()
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join([c for c in decomposed if c < FIRST_MARK or not unicodedata.combining(c) or c in _KEEP_MARKS])
    run: list[Word] = []
    for match in _WRITTEN_WORD.finditer(kept):
        word = _word(match.group())
        if word:
            run.append(word)
    return run


@lru_cache(maxsize=8192)  # Vietnamese has some 7,000 syllables
def _word(token: str) -> Word | None:
    token = token.lstrip("".join(_KEEP_MARKS))[:MAX_WORD_LENGTH]
    folded = fold(token).replace(" ", "")
    return Word(written=_written(token), folded=folded, loose=loose(folded)) if folded else None


def compatible(typed: Word, meant: Word) -> bool:
    """May `typed` be `meant`? A word without marks may be any of its marked forms, a marked one is itself."""
    return typed.written == meant.written or (not typed.is_marked and typed.loose == meant.loose)


def joined(run: Sequence[Word]) -> str:
    """Loose words without the spaces between them."""
    return "".join(word.loose for word in run)


def framed(run: Sequence[Word], form: str) -> list[str]:
    """Terms of one text for a field with positions, between `START` and `END`."""
    return [START, *(getattr(word, form) for word in run), END]


def joined_terms(run: Sequence[Word], longest: int = 3) -> set[str]:
    """Each word and each run of two or three neighbours, joined."""
    return {
        joined(run[start : start + length])
        for length in range(1, longest + 1)
        for start in range(len(run) - length + 1)
    }


# -- typing accidents ------------------------------------------------------------------------------

_TELEX = re.compile(r"([bcdghklmnpqrstvx]*?)([aeiouyw]+)([sfrxj]?)(ng|nh|ch|[cmnptk]?)([sfrxj]?)")
_VNI = re.compile(r"[a-z]+[0-9][a-z0-9]*")


def untelexed(folded: str) -> str:
    """A folded word with what Telex or VNI typing left in it taken out: `phee` → `phe`, `rieeng` → `rieng`,
    `ca2` → `ca`. Unchanged where nothing of the kind is in it."""
    if _VNI.fullmatch(folded):
        folded = re.sub(r"[0-9]", "", folded)
    token = folded.replace("dd", "d")
    match = _TELEX.fullmatch(token)
    if not match:
        return token
    initial, vowels, _tone, final, _late_tone = match.groups()
    vowels = re.sub(r"aa", "a", re.sub(r"ee", "e", re.sub(r"oo", "o", vowels)))
    vowels = re.sub(r"w", "u", re.sub(r"(?<=[aou])w", "", vowels))
    return initial + vowels + final


def one_slip_away(term: str) -> set[str]:
    """Every term that differs by two letters swapped, or one letter missing, too many or wrong.

    The first letter is taken as right unless it was swapped: people rarely miss it, and short words have too
    many neighbours.
    """
    letters = "abcdeghiklmnopqrstuvxy"
    cuts = [(term[:place], term[place:]) for place in range(1, len(term) + 1)]
    swapped = {before[:-1] + after[0] + before[-1] + after[1:] for before, after in cuts if after}
    missing = {before + letter + after for before, after in cuts for letter in letters}
    if len(term) <= 3:
        return (swapped | missing) - {term}
    too_many = {before + after[1:] for before, after in cuts if after}
    wrong = {before + letter + after[1:] for before, after in cuts if after for letter in letters}
    return (swapped | missing | too_many | wrong) - {term}


# -- order of names --------------------------------------------------------------------------------

_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE_OF = {unicodedata.normalize("NFD", letter): chr(0x40 + place) for place, letter in enumerate(_ALPHABET)}
_LETTER = re.compile(r"[a-z0-9\u0111][\u0302\u0306\u031b]?")
_TONE_PLACE = {tone: str(place) for place, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}


@lru_cache(maxsize=8192)  # names alike in their first letters are told apart by it in every search that finds them
def sorting_key(name: str) -> str:
    """Text that sorts as a Vietnamese dictionary does: ă after a, đ after d, tones last (ngang huyền hỏi ngã
    sắc nặng)."""
    text = unicodedata.normalize("NFKC", name).translate(APOSTROPHES).translate(_BARRED).lower()
    letters, tones = [], []
    for token in _WRITTEN_WORD.findall(unicodedata.normalize("NFD", text)):
        tone = "".join(letter for letter in token if letter in TONES)[:1]
        base = "".join(letter for letter in token if letter not in TONES)
        letters.append("".join(_PLACE_OF.get(letter, "") for letter in _LETTER.findall(base)))
        tones.append(_TONE_PLACE.get(tone, "0"))
    return " ".join(letters) + "\t" + "".join(tones)
