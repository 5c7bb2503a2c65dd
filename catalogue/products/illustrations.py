"""Which drawing stands for a product without photos: the words of its name say so, or else its group.

The drawings lie in media/illustrations, the table of words and groups is data/vietnam/product_drawings.toml.
"""

import dataclasses
import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from zlib import crc32

from django.conf import settings
from django.utils.translation import gettext as _

from catalogue.addresses import reader_language
from catalogue.text import fold, name_key

TINTS = 6
"""Backgrounds in css/components.css; each is also shown mirrored."""
TINT_OF_GROUP = {"II": 1, "III": 2, "IV": 3, "V": 4, "VI": 5}
NEUTRAL = "neutral"
SHORTEST_PLAIN_WORD = 4
"""Letters. A shorter word without marks may be any of several: `bo` is an avocado or an ox."""


@dataclasses.dataclass(frozen=True)
class Illustration:
    """One drawing as it is shown. `variant` counts from 0: the background, and whether it is mirrored."""

    key: str
    variant: int = 0

    @property
    def src(self) -> str:
        """Static path."""
        return f"illustrations/{self.key}.svg"

    @property
    def tint(self) -> int:
        return self.variant % TINTS

    @property
    def is_mirrored(self) -> bool:
        return self.variant >= TINTS

    @property
    def kind(self) -> str:
        """What it shows, in the reader's language."""
        return kinds()[self.key].name_in(reader_language())

    @property
    def alt(self) -> str:
        """Words in its place where no name stands beside it: it is a drawing, not a photo."""
        return _("Drawing: %(kind)s") % {"kind": self.kind}


@dataclasses.dataclass(frozen=True)
class Kind:
    """A row of the table: what a drawing shows, and what is shown by it."""

    key: str
    vi: str
    en: str
    words: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    tile_of: tuple[str, ...] = ()

    def name_in(self, language: str) -> str:
        return self.vi if language == "vi" else self.en


@dataclasses.dataclass(frozen=True)
class _Phrase:
    """Words to look for: all parts in this order, each between spaces. `number` is its place in the table."""

    parts: tuple[str, ...]
    is_at_start: bool
    kind: Kind
    number: int

    @property
    def length(self) -> int:
        return sum(map(len, self.parts))

    def begins(self, text: str) -> bool:
        """Whether the text begins with the first part, and the others follow."""
        if not text.startswith(self.parts[0]):
            return False
        end = len(self.parts[0])
        for part in self.parts[1:]:
            place = text.find(part, end - 1)
            if place < 0:
                return False
            end = place + len(part)
        return True


@cache
def kinds() -> dict[str, Kind]:
    """All rows of the table by key."""
    with (settings.BASE_DIR / "data" / "vietnam" / "product_drawings.toml").open("rb") as file:
        rows = tomllib.load(file)["drawing"]
    lists = ("words", "groups", "tile_of")
    return {row["key"]: Kind(**row | {name: tuple(row.get(name, ())) for name in lists}) for row in rows}


@cache
def _phrases(*, is_plain: bool) -> dict[str, tuple[_Phrase, ...]]:
    """All words of the table by their first syllable; for names without marks those that are clear without them."""
    phrases = defaultdict(list)
    texts = [(text, kind) for kind in kinds().values() for text in kind.words]
    for number, (text, kind) in enumerate(texts):
        spelled = fold if is_plain else name_key
        parts = tuple(f" {spelled(part)} " for part in text.removeprefix("^").split("+"))
        if not is_plain or _is_clear(text, parts):
            phrases[parts[0].split()[0]].append(_Phrase(parts, text.startswith("^"), kind, number))
    return {syllable: tuple(found) for syllable, found in phrases.items()}


def _is_clear(text: str, parts: tuple[str, ...]) -> bool:
    """Whether words without marks can mean nothing else: two syllables, or a word that has no marks of its own."""
    is_plain_itself = parts == (f" {text} ",) and len(text) >= SHORTEST_PLAIN_WORD
    return is_plain_itself or any(" " in part.strip() for part in parts)


@lru_cache(4096)
def kind_of(name: str, group_code: str) -> Kind:
    """The kind of a product: the word that stands first in its name decides, then the longest, then the group.

    Without a word the group decides, where all of it is of one kind; else the neutral one.
    """
    spelled = name_key(name)
    is_plain = spelled.isascii()
    words = fold(name).split() if is_plain else spelled.split()
    phrases = _phrases(is_plain=is_plain)
    for place, word in enumerate(words):
        rest = f" {' '.join(words[place:])} "
        found = [
            phrase for phrase in phrases.get(word, ()) if not (phrase.is_at_start and place) and phrase.begins(rest)
        ]
        if found:
            return min(found, key=lambda match: _rank(match, group_code)).kind
    return next((kind for kind in kinds().values() if group_code in kind.groups), kinds()[NEUTRAL])


def _rank(phrase: _Phrase, group_code: str) -> tuple[int, bool, int]:
    """The longest first; of equal ones that of the product's group, then the first of the table."""
    return -phrase.length, group_code not in phrase.kind.groups, phrase.number


def illustration_for(name: str, group_code: str | None, *, key: str) -> Illustration:
    """The drawing for a product; `key` is what tells it from all others, so that a list does not look cloned."""
    return Illustration(kind_of(name, group_code or "").key, crc32(key.encode()) % (2 * TINTS))


@cache
def illustration_of_group(code: str) -> Illustration:
    """The drawing for a group of the official catalogue like `I.3.c`: a sample of what belongs to it."""
    key = next((kind.key for kind in kinds().values() if code in kind.tile_of), NEUTRAL)
    return Illustration(key, TINT_OF_GROUP.get(code.split(".", maxsplit=1)[0], 0))
