"""Which words of a name, a producer or a place are those that were looked for."""

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from .analysis import Word, joined, words
from .clauses import Clause, Phrase, Similar, Stage, Starts, Term
from .contract import Hit, Parts, SearchResult, TextHit
from .gazetteer import MAX_AREA_WORDS, gazetteer
from .synonyms import Match, synonyms

_TOKEN = re.compile(r"[^\W_][\w\u0300-\u036f'’‘ʼʹʻ`´′＇]*")
_FORMS = ("written", "loose")


class Highlighter:
    """Marks texts with what one stage looked for."""

    def __init__(self, stage: Stage):
        self.terms: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.starts: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        self.phrases: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
        self.places: set[str] = set()
        self.marked: dict[tuple[str, tuple[str, ...]], Parts] = {}
        for best in stage.needed:
            for clause, _ in best.options:
                self._read(clause)
        self.gazetteer = gazetteer()
        named = (self.gazetteer.find_area(words(place)) for place in self.places)
        self.areas = {area.slug for area in named if area}

    def _read(self, clause: Clause) -> None:
        if clause.field in ("place", "place_maybe"):
            if isinstance(clause, Term | Similar):
                self.places.add(str(clause.value))
            return
        field, _, loose = clause.field.partition("_")
        key = (field, "loose" if loose or field == "joined" else "written")
        match clause:
            case Term(_, value):
                self.terms[key].add(str(value))
            case Starts(_, start, tone):
                self.starts[key].add((start, tone))
            case Phrase(_, values):
                self.phrases[key].add(values)

    def mark(self, text: str, *fields: str) -> Parts:
        """The text in parts, each with whether it was looked for in one of the fields."""
        if (text, fields) not in self.marked:  # producers and places come again
            self.marked[text, fields] = self._mark(text, fields)
        return self.marked[text, fields]

    def _mark(self, text: str, fields: tuple[str, ...]) -> Parts:
        tokens = _tokens(text)
        run = [word for word, _, _ in tokens]
        hit: set[int] = set()
        for field in fields:
            hit |= self._places(run) if field == "place" else self._words(run, field)
        if "name" in fields:
            hit |= self._joined(run)
        return _parts(text, [tokens[place][1:] for place in sorted(hit)])

    def _words(self, run: Sequence[Word], field: str) -> set[int]:
        hit: set[int] = set()
        for form in _FORMS:
            key = (field, form)
            terms, starts, phrases = self.terms.get(key), self.starts.get(key), self.phrases.get(key)
            if not (terms or starts or phrases):
                continue
            texts: list[str] = [getattr(word, form) for word in run]
            if terms:
                hit |= {place for place, text in enumerate(texts) if text in terms}
            for start, tone in starts or ():
                hit |= {place for place, text in enumerate(texts) if text.startswith(start) and text.endswith(tone)}
            for values in phrases or ():
                for place in range(len(texts) - len(values) + 1):
                    if texts[place] == values[0] and tuple(texts[place : place + len(values)]) == values:
                        hit |= set(range(place, place + len(values)))
        if field in ("same", "producer"):
            for match in _meanings(tuple(run)):
                if self._means(match, field):
                    hit |= set(range(match.start, match.end))
        return hit

    def _means(self, match: Match, field: str) -> bool:
        main = match.entry.main
        return any(
            tuple(getattr(word, form) for word in main) in self.phrases[field, form]
            or all(getattr(word, form) in self.terms[field, form] for word in main)
            for form in _FORMS
        )

    def _joined(self, run: Sequence[Word]) -> set[int]:
        wanted = self.terms["joined", "loose"]
        return {
            place
            for length in (2, 3)
            for start in range(len(run) - length + 1)
            if wanted and joined(run[start : start + length]) in wanted
            for place in range(start, start + length)
        }

    def _places(self, run: Sequence[Word]) -> set[int]:
        hit: set[int] = set()
        for length in range(1, MAX_AREA_WORDS + 1) if self.places else ():
            for start in range(len(run) - length + 1):
                part = run[start : start + length]
                text = " ".join(word.folded for word in part)
                if text in self.places or joined(part) in self.places or self._is_wanted_area(part):
                    hit |= set(range(start, start + length))
        return hit

    def _is_wanted_area(self, part: Sequence[Word]) -> bool:
        area = self.gazetteer.find_area(part) if self.areas else None
        return area is not None and area.slug in self.areas


def highlighted(result: SearchResult) -> SearchResult:
    """The same result, with the words that were looked for marked in its hits."""
    if result.stage is None or not result.hits:
        return result
    marks = of_hits(result.hits, result.stage)
    hits: tuple[Any, ...] = result.hits  # all of one kind
    marked = tuple(dataclasses.replace(hit, marked=parts) for hit, parts in zip(hits, marks, strict=True))
    return dataclasses.replace(result, hits=marked)


def of_hits(hits: Iterable[Hit | TextHit], stage: Stage) -> list[dict[str, Parts]]:
    """Parts of the texts of every hit, by the names of its fields."""
    highlighter = Highlighter(stage)
    return [
        {
            "name": highlighter.mark(hit.name, "name", "same"),
            "producer_name": highlighter.mark(hit.producer_name, "producer"),
            "place": highlighter.mark(hit.place, "place"),
        }
        if isinstance(hit, Hit)
        else {
            "title": highlighter.mark(hit.title, "name", "same"),
            "text": highlighter.mark(hit.text, "wide"),
            "kicker": highlighter.mark(hit.kicker, "producer"),
            "meta": highlighter.mark(hit.meta, "place", "producer"),
        }
        for hit in hits
    ]


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[tuple[Word, int, int], ...]:
    """The words of a text with their places in it."""
    return tuple(
        (word, token.start(), token.end()) for token in _TOKEN.finditer(text) for word in words(token.group())
    )


@lru_cache(maxsize=8192)
def _meanings(run: tuple[Word, ...]) -> tuple[Match, ...]:
    return tuple(
        match for match in synonyms().matches(run) if not match.entry.is_kind and synonyms().is_certain(run, match)
    )


def _parts(text: str, spans: Sequence[tuple[int, int]]) -> Parts:
    """Spans with nothing but signs and spaces between them are one part."""
    parts: list[tuple[str, bool]] = []
    done, open_from = 0, None
    for start, end in spans:
        if open_from is None or any(letter.isalnum() for letter in text[done:start]):
            if open_from is not None:
                parts.append((text[open_from:done], True))
            parts.append((text[done:start], False))
            open_from = start
        done = max(done, end)
    if open_from is not None:
        parts.append((text[open_from:done], True))
    parts.append((text[done:], False))
    return tuple(part for part in parts if part[0])
