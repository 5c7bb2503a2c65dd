"""The synonyms file: what it says, and how a text is read with it."""

import dataclasses
import hashlib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from .analysis import Word, compatible, words
from .contract import PRODUCER_TYPES

FILE = Path(__file__).with_name("synonyms.txt")
LAST = "\uffff"
"""Sorts after every letter of a key."""


class SynonymsError(Exception):
    """The file cannot be read; says line and reason."""


@dataclasses.dataclass(frozen=True)
class Entry:
    """Whoever writes `typed` also means `main`. `is_kind` entries hold for documents only."""

    typed: tuple[Word, ...]
    main: tuple[Word, ...]
    is_kind: bool = False


@dataclasses.dataclass(frozen=True)
class Match:
    """An entry found at words `start` to `end` (exclusive) of a text."""

    start: int
    end: int
    entry: Entry


class Synonyms:
    """All entries, found by the joined loose form of what is typed."""

    def __init__(self, text: str):
        self.entries: dict[str, list[Entry]] = {}
        self.spellings: dict[tuple[Word, ...], list[tuple[Word, ...]]] = defaultdict(list)
        self.producers: dict[str, list[tuple[str, tuple[Word, ...]]]] = defaultdict(list)
        self.empty_words: set[tuple[str, ...]] = set()
        self.empty_words_bare: set[tuple[str, ...]] = set()
        self.longest = 1
        self.digest = hashlib.sha256(text.encode()).hexdigest()
        for number, line in enumerate(text.splitlines(), start=1):
            self._read(number, line.partition("#")[0].strip())
        self.keys = sorted(self.entries)  # all that begin alike stand together

    def _read(self, number: int, line: str) -> None:
        if not line or line.startswith("version "):
            return
        if line.startswith("- "):
            self.empty_words.add(tuple(word.written for word in words(line[2:])))
            self.empty_words_bare.add(tuple(word.loose for word in words(line[2:])))
            return
        if "@" in line:
            self._read_makers(number, line)
            return
        if ("=" in line) == (">" in line):
            raise SynonymsError(f"{FILE.name}, line {number}: write `main = other, other` or `word, word > main`")
        if "=" in line:
            main, _, others = line.partition("=")
        else:
            others, _, main = line.partition(">")
        meant = tuple(words(main))
        spellings = [tuple(words(other)) for other in others.split(",")]
        if not meant or not all(spellings):
            raise SynonymsError(f"{FILE.name}, line {number}: a word is missing")
        for typed in spellings:
            self._add(Entry(typed, meant, is_kind=">" in line))
        if "=" in line:
            self._add(Entry(meant, meant))

    def _read_makers(self, number: int, line: str) -> None:
        others, _, kind = (part.strip() for part in line.partition("@"))
        if kind not in PRODUCER_TYPES:
            raise SynonymsError(f"{FILE.name}, line {number}: after @ stands one of {', '.join(PRODUCER_TYPES)}")
        for typed in (tuple(words(other)) for other in others.split(",")):
            self.producers["".join(word.loose for word in typed)].append((kind, typed))
            self.longest = max(self.longest, len(typed))

    def maker_kind(self, part: Sequence[Word]) -> str | None:
        """The kind of producer that exactly these words name."""
        for kind, typed in self.producers.get("".join(word.loose for word in part), ()):
            if [word.folded for word in part] == [word.folded for word in typed] and all(
                map(compatible, part, typed)
            ):
                return kind
        return None

    def _add(self, entry: Entry) -> None:
        self.entries.setdefault("".join(word.loose for word in entry.typed), []).append(entry)
        self.longest = max(self.longest, len(entry.typed))
        if not entry.is_kind:
            self.spellings[entry.main].append(entry.typed)

    def matches(self, run: Sequence[Word]) -> list[Match]:
        """Every entry that may be meant somewhere in these words, longest first at each place."""
        matches: list[Match] = []
        for start in range(len(run)):
            for end in range(min(len(run), start + self.longest), start, -1):
                part = run[start:end]
                for entry in self.entries.get("".join(word.loose for word in part), ()):
                    in_one_piece = len(part) != len(entry.typed)
                    if in_one_piece or all(map(compatible, part, entry.typed)):
                        matches.append(Match(start, end, entry))
        return matches

    def beginning_with(self, part: Sequence[Word]) -> list[Entry]:
        """Entries of several words whose first ones are these, the last one perhaps unfinished."""
        start = "".join(word.loose for word in part)
        if len(start) < 2:
            return []
        return [
            entry
            for key in self.keys[bisect_right(self.keys, start) : bisect_left(self.keys, start + LAST)]
            for entry in self.entries[key]
            if not entry.is_kind and len(entry.typed) >= len(part)
            if all(map(compatible, part[:-1], entry.typed))
            and entry.typed[len(part) - 1].loose.startswith(part[-1].loose)
        ]

    def meanings(self, run: Sequence[Word]) -> list[Word]:
        """The words of a document with every synonym replaced by its main word; kinds add theirs at the end.

        A single word without marks is left alone unless the file has it without marks: `bo` is not `bơ`.
        """
        result: list[Word] = []
        kinds: list[Word] = []
        position = 0
        matches = [match for match in self.matches(run) if self.is_certain(run, match)]
        for match in matches:
            if match.entry.is_kind:
                kinds.extend(match.entry.main)
        while position < len(run):
            here = next((m for m in matches if m.start == position and not m.entry.is_kind), None)
            result.extend(here.entry.main if here else run[position : position + 1])
            position = here.end if here else position + 1
        return result + kinds

    def same_as(self, entry: Entry) -> list[tuple[Word, ...]]:
        """All ways to write the main word of an entry, itself among them."""
        return self.spellings[entry.main]

    @staticmethod
    def is_certain(run: Sequence[Word], match: Match) -> bool:
        """Whether a document means the entry: more than one word, or its marks are there."""
        part = run[match.start : match.end]
        return len(match.entry.typed) > 1 or part[0].written == match.entry.typed[0].written

    def without_empty_words(self, run: Sequence[Word]) -> list[Word]:
        """The words of a query without those that say nothing; perhaps none are left."""
        kept, position = [], 0
        # `cho` says nothing, but in `hoi cho` it is the market.
        meant = {place for m in self.matches(run) if m.end - m.start > 1 for place in range(m.start, m.end)}
        while position < len(run):
            length = next((n for n in (2, 1) if self._is_empty(run[position : position + n])), 0)
            length = 0 if position in meant else length
            if not length:
                kept.append(run[position])
            position += length or 1
        return kept

    def _is_empty(self, part: Sequence[Word]) -> bool:
        # One or two letters without marks may be a place or a product as well: `o` in `o loan`.
        as_meant = tuple(word.written for word in part)
        typed_bare = all(not word.is_marked and len(word.loose) > 2 for word in part)
        return as_meant in self.empty_words or (
            typed_bare and tuple(word.loose for word in part) in self.empty_words_bare
        )


@cache
def synonyms() -> Synonyms:
    """The entries of `synonyms.txt`, read once for each process."""
    return Synonyms(FILE.read_text(encoding="utf-8"))


def makers_in(run: Sequence[Word]) -> list[tuple[str, range]]:
    """Kinds of producers that are named, with the places of the words that do so; the longest ones."""
    producers: list[tuple[str, range]] = []
    start = 0
    while start < len(run):
        ends = range(min(len(run), start + synonyms().longest), start, -1)
        kind, end = next(((kind, end) for end in ends if (kind := synonyms().maker_kind(run[start:end]))), (None, 0))
        if kind:
            producers.append((kind, range(start, end)))
        start = end or start + 1
    return producers
