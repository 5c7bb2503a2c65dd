"""From a typed text to a plan that every engine can carry out: which words must be found where, what counts.

A plan relaxes the query stage by stage, strictest first; the engine takes the first stage that finds anything.
Scores are sums of constant weights, so that the same text and documents give the same order on every engine: marked
above unmarked, the name above the place above the producer, neighbours above scattered words.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile
from typing import Protocol

from .analysis import END, START, TONES, Word, joined, one_slip_away, untelexed, words
from .clauses import Best, Clause, Phrase, PhraseStarts, Similar, Stage, Starts, Term
from .contract import Reading, SearchQuery
from .synonyms import Match, makers_in, synonyms

MAX_PLACE_WORDS = 6
MIN_RESPELL_LENGTH = 3
MIN_SIMILAR_PLACE_LENGTH = 6
PLACE_FIELDS = ("place", "place_maybe")
NAME_FIELDS = ("name_loose", "same_loose", "producer_loose")
CLASSIFIERS = ("hat", "nhan", "qua", "trai", "cu")
"""Loose words that may stand before the head of a name: hạt, nhân, quả, trái, củ."""


@dataclasses.dataclass(frozen=True)
class Plan:
    """`has_words` is false for a text that asks for nothing in particular. `stars`: named in the text."""

    stages: Iterable[Stage]
    has_words: bool
    stars: int | None


class Vocabulary(Protocol):
    """What a plan needs to know of the index: in how many documents a field holds each of these terms.

    All fields are asked for at once: behind an engine may lie a network.
    """

    def counts(self, wanted: Mapping[str, Iterable[str]]) -> dict[str, Counter[str]]: ...


def plan(query: SearchQuery, reading: Reading, vocabulary: Vocabulary) -> Plan:
    """The plan of a query with its text as it is read. `Plan.stages` is made one by one as the engine asks for the
    next.

    Of stories, producers, news and fairs the long texts count as much as names, from the first stage on.
    """
    typed, stars = list(reading.words), reading.stars
    run = synonyms().without_empty_words(typed)
    if not run:
        # Signs and foreign scripts name something that we do not have; no text or `ocop` names everything.
        is_unreadable = bool(query.text.strip()) and not typed and not reading.understood
        return Plan((), has_words=is_unreadable, stars=stars)
    area = _places_of(reading.area_words, run)
    relaxation = QueryRelaxation(typed, run, vocabulary, area=area, is_wide=query.kind != "product")
    stages: Iterable[Stage] = relaxation.stages()
    if query.is_exact:
        stages = takewhile(lambda stage: not stage.near, stages)
    return Plan(stages, has_words=True, stars=stars)


class QueryRelaxation:
    """All stages of one text, each asking for less than the one before. `typed` are all its words, `run` those
    that must be found, `area` the places among these of words that name an area."""

    def __init__(
        self,
        typed: list[Word],
        run: list[Word],
        vocabulary: Vocabulary,
        *,
        area: Collection[int] = (),
        is_wide: bool = False,
    ):
        self.typed, self.run, self.vocabulary, self.area, self.is_wide = typed, run, vocabulary, area, is_wide
        self.matches = [match for match in synonyms().matches(run) if not match.entry.is_kind]
        self.producers = {place: kind for kind, places in makers_in(run) for place in places}
        windows = self._windows()
        spellings = {text for _, _, text in windows}
        loose = {word.loose for word in run}
        counts = vocabulary.counts(dict.fromkeys(PLACE_FIELDS, spellings) | dict.fromkeys(NAME_FIELDS, loose))
        self.places = {field: [w for w in windows if counts[field][w[2]]] for field in PLACE_FIELDS}
        self.in_places = {place for start, end, _ in self.places["place"] for place in range(start, end)}
        in_names = sum((counts[field] for field in NAME_FIELDS), Counter())
        self.known = [
            bool(in_names[word.loose]) or place in self.in_places or place in self.producers or place in area
            for place, word in enumerate(run)
        ]

    def _windows(self) -> list[tuple[int, int, str]]:
        """All that may be the spelling of a place in these words: (start, end, spelling)."""
        return [
            (start, end, text)
            for start, end in _spans(len(self.run), MAX_PLACE_WORDS)
            for text in self._spellings(start, end)
        ]

    def _spellings(self, start: int, end: int) -> set[str]:
        part = self.run[start:end]
        return {" ".join(word.folded for word in part), joined(part)}

    def stages(self) -> Iterator[Stage]:
        yield self._stage("words", likely=all(self.known))
        yield self._stage("beginning", unfinished=True)
        retyped = self._with_words_changed(self._untelexed)
        if retyped:
            yield retyped._stage("typing", corrected=True, likely=all(retyped.known))
            yield retyped._stage("typing, beginning", unfinished=True, corrected=True)
        if any(word.is_marked for word in self.run):
            yield self._stage("no marks", bare=True, unfinished=True, near=True)
        yield self._stage("wide", wide=True, unfinished=True)
        best = retyped or self
        respelled = best._with_words_changed(best._respelled)
        if respelled:
            yield respelled._stage("spelling", bare=True, near=True, corrected=True)
            best = respelled
        if not all(best.known):
            yield best._stage("similar", bare=True, similar=True, near=True)
        yield from best._with_wishes_dropped()

    def _with_wishes_dropped(self) -> Iterator[Stage]:
        """What is called so, with less and less of what else was wished for: the least important goes first.

        A thing counts more than a place, a place more than a kind of producer; the number of stars counts least, and
        engines ask without it at every stage. In the end most words of the thing are enough, then most of all words.
        """
        wishes = {"type": set(self.producers), "area": {*self.in_places, *self.area}}
        thing = self
        dropped: tuple[tuple[str, str], ...] = ()
        for kinds in (("type",), ("area",), ("type", "area")):
            gone = set().union(*(wishes[kind] for kind in kinds))
            rest = [word for place, word in enumerate(self.run) if place not in gone]
            if rest and all(wishes[kind] for kind in kinds):
                dropped = tuple((kind, _as_read(self.run[place] for place in sorted(wishes[kind]))) for kind in kinds)
                thing = QueryRelaxation(rest, rest, self.vocabulary, is_wide=self.is_wide)
                yield thing._stage(f"without {' and '.join(kinds)}", bare=True, near=True, dropped=dropped)
        if thing is not self and len(thing.run) > 2:
            yield thing._most(dropped)
        if len(self.run) > 2:
            yield self._most()

    def _most(self, dropped: tuple[tuple[str, str], ...] = ()) -> Stage:
        least = _most(len(self.run))
        return self._stage("most", bare=True, similar=True, near=True, least=least, dropped=dropped)

    def _with_words_changed(self, change: Callable[[Word], str]) -> "QueryRelaxation | None":
        """The same text with better words for those nobody knows; None if there are none."""
        unknown = [word for word, known in zip(self.run, self.known, strict=True) if not known]
        better = {word: changed for word in unknown if (changed := change(word)) != word.folded}
        if not better:
            return None
        replaced = {word: words(changed)[0] for word, changed in better.items()}
        return QueryRelaxation(
            [replaced.get(word, word) for word in self.typed],
            [replaced.get(word, word) for word in self.run],
            self.vocabulary,
            area=self.area,
            is_wide=self.is_wide,
        )

    @staticmethod
    def _untelexed(word: Word) -> str:
        return untelexed(word.folded) or word.folded

    def _respelled(self, word: Word) -> str:
        """The known word that is one slip away, the most frequent one; the word itself if there is none."""
        if len(word.loose) < MIN_RESPELL_LENGTH:
            return word.folded
        by_field = self.vocabulary.counts(dict.fromkeys(NAME_FIELDS, one_slip_away(word.loose)))
        counts = sum(by_field.values(), Counter())
        return max(counts, key=lambda term: (counts[term], term), default=word.folded)

    # -- what must be found -------------------------------------------------------------------------

    def _stage(
        self,
        name: str,
        *,
        bare: bool = False,
        wide: bool = False,
        unfinished: bool = False,
        similar: bool = False,
        least: int | None = None,
        near: bool = False,
        likely: bool = False,
        corrected: bool = False,
        dropped: tuple[tuple[str, str], ...] = (),
    ) -> Stage:
        """What must be found if marks do not count (`bare`), group, story and kind do (`wide`), the last word
        may go on (`unfinished`), a place that nobody knows may hold a slip (`similar`)."""
        needed = []
        for position, word in enumerate(self.run):
            options = [*self._as_typed[position]]
            if bare:
                options += [(Term("name_loose", word.loose), 7), (Term("same_loose", word.loose), 6),
                            (Term("producer_loose", word.loose), 3)]  # fmt: skip
            if wide or self.is_wide:
                options += [(Term("wide", form), 1) for form in self._forms(word)]
                options += [(Phrase("wide", _written(match.entry.main)), 1) for match in self._covering(position)]
                if not word.is_marked:
                    options.append((Term("wide_loose", word.loose), 1))
            if unfinished and position == len(self.run) - 1:
                options += self._beginnings
            if similar and not self.known[position]:
                options += self._similar_places(position)
            needed.append(Best.of(options))
        return Stage(
            name=name,
            needed=tuple(needed),
            better=self._better_unfinished if unfinished else self._better,
            least=least or len(needed),
            near=near,
            likely=likely,
            corrected=_as_read(self.typed) if corrected else "",
            dropped=dropped,
        )

    @cached_property
    def _as_typed(self) -> list[list[tuple[Clause, float]]]:
        """Of each word what finds it in every stage."""
        return [
            [
                *self._word(word),
                *self._synonyms(position),
                *self._joined(position),
                *self._places(position),
                *self._maker_kinds(position),
            ]
            for position, word in enumerate(self.run)
        ]

    @staticmethod
    def _forms(word: Word) -> tuple[str, ...]:
        return (word.written, word.bare) if word.is_marked else (word.written,)

    def _word(self, word: Word) -> Iterator[tuple[Clause, float]]:
        """A marked word finds itself and the word written without marks; an unmarked one all its forms."""
        for field, weight in (("name", 10), ("same", 8), ("producer", 5)):
            yield Term(field, word.written), weight
            if word.is_marked:
                yield Term(field, word.bare), weight - 1
            else:
                yield Term(f"{field}_loose", word.loose), weight - 1

    def _covering(self, position: int) -> Iterator[Match]:
        return (match for match in self.matches if match.start <= position < match.end)

    def _synonyms(self, position: int) -> Iterator[tuple[Clause, float]]:
        for match in self._covering(position):
            main = _written(match.entry.main)
            yield Phrase("name", main), 9
            yield Phrase("same", main), 8
            yield Phrase("producer", main), 4

    def _joined(self, position: int) -> Iterator[tuple[Clause, float]]:
        """Words typed in one piece (`krongpac`) or taken apart (`mac ca` for macca)."""
        for length in (1, 2, 3):
            for start in range(max(0, position - length + 1), min(position, len(self.run) - length) + 1):
                window = joined(self.run[start : start + length])
                if len(window) < 4:
                    continue
                if length > 1:
                    yield Term("name_loose", window), 8
                    yield Term("producer_loose", window), 4
                if not all(self.known[start : start + length]):
                    yield Term("joined", window), 7

    def _places(self, position: int) -> Iterator[tuple[Clause, float]]:
        for field, weight in (("place", 9), ("place_maybe", 3)):
            for start, end, text in self.places[field]:
                if start <= position < end:
                    yield Term(field, text), weight

    def _maker_kinds(self, position: int) -> Iterator[tuple[Clause, float]]:
        """`htx` is also who is a cooperative and does not say so in the name."""
        if position in self.producers:
            yield Term("producer_type", self.producers[position]), 4

    def _similar_places(self, position: int) -> Iterator[tuple[Clause, float]]:
        for start, end in _spans(len(self.run), MAX_PLACE_WORDS):
            text = " ".join(word.folded for word in self.run[start:end])
            if start <= position < end and len(text) >= MIN_SIMILAR_PLACE_LENGTH:
                yield Similar("place", text), 5

    @cached_property
    def _beginnings(self) -> list[tuple[Clause, float]]:
        """The last word may be unfinished, and with it a synonym or a place."""
        return list(self._beginning(self.run[-1]))

    def _beginning(self, word: Word) -> Iterator[tuple[Clause, float]]:
        base, tone = _base_and_tone(word.written)
        for field, weight in (("name", 6), ("same", 5), ("producer", 3)):
            yield Starts(field, base, tone), weight
            if word.is_marked:
                yield Starts(field, word.bare), weight - 1
            else:
                yield Starts(f"{field}_loose", word.loose), weight - 1
        for length in range(1, min(4, len(self.run)) + 1):
            part = self.run[-length:]
            for entry in synonyms().beginning_with(part):
                yield Phrase("name", _written(entry.main)), 6
                yield Phrase("same", _written(entry.main)), 5
            text = " ".join(item.folded for item in part)
            if len(text) > 1:
                yield Starts("place", text), 5

    # -- what makes a find better -------------------------------------------------------------------

    @cached_property
    def _better(self) -> tuple[Best, ...]:
        return tuple(self._neighbours_and_heads())

    @cached_property
    def _better_unfinished(self) -> tuple[Best, ...]:
        last = tuple(word.loose for word in self.typed[-2:])
        return (*self._better, Best(((PhraseStarts("name_loose", last), 4),))) if len(last) > 1 else self._better

    def _neighbours_and_heads(self) -> Iterator[Best]:
        written, loosened = [list(_written(self.typed)), [word.loose for word in self.typed]]
        same = [word.loose for word in synonyms().meanings(self.typed)]
        yield from (_side_by_side(first, second) for first, second in pairwise(self.typed))
        for first, second in pairwise(same):
            yield Best(((Phrase("same_loose", (first, second)), 1),))
        # The head of a Vietnamese name stands first: `mật ong rừng` is honey, `cá rim mật ong` is fish.
        yield Best.of(
            (
                (Phrase("name_loose", (START, *loosened)), 3),
                *((Phrase("name_loose", (START, classifier, *loosened)), 3) for classifier in CLASSIFIERS),
                (Phrase("same_loose", (START, *same)), 2),
                *((Phrase("same_loose", (START, classifier, *same)), 2) for classifier in CLASSIFIERS),
            )
        )
        yield Best(
            (
                (Phrase("name", (START, *written, END)), 20),
                (Phrase("name_loose", (START, *loosened, END)), 16),
                (Phrase("same_loose", (START, *same, END)), 12),
            )
        )


@lru_cache(4096)
def _side_by_side(first: Word, second: Word) -> Best:
    """Two typed words that are neighbours in what is found."""
    pair = (first.loose, second.loose)
    return Best.of(
        (
            (Phrase("name", (first.written, second.written)), 5),
            (Phrase("name_loose", pair), 4),
            (Phrase("same_loose", pair), 3),
            (Phrase("producer_loose", pair), 2),
            (Phrase("wide_loose", pair), 0.5),
        )
    )


def _as_read(run: Iterable[Word]) -> str:
    return " ".join(word.folded for word in run)


def _places_of(part: Sequence[Word], run: Sequence[Word]) -> range:
    """Where these words stand in the run, one after the other; nowhere if they do not."""
    ends = range(len(part), len(run) + 1)
    spans = (range(end - len(part), end) for end in ends if [*run[end - len(part) : end]] == [*part])
    return next(spans, range(0))


def _written(run: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.written for word in run)


def _spans(length: int, longest: int) -> Iterator[tuple[int, int]]:
    """Start and end (exclusive) of every run of at most `longest` places."""
    for start in range(length):
        for end in range(start + 1, min(length, start + longest) + 1):
            yield start, end


def _base_and_tone(written: str) -> tuple[str, str]:
    last = written[-1:]
    return (written[:-1], last) if last in TONES else (written, "")


def _most(count: int) -> int:
    """How many of `count` words are most of them: 2 of 3, 3 of 4, 3 of 5, 4 of 6."""
    return max(2, -(-count * 6 // 10))
