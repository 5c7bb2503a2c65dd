"""What a search asks of an index: clauses of constant weight, and the stage that they make together."""

import dataclasses
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from .analysis import unmarked


class Term(NamedTuple):
    """The field holds exactly this term (or number)."""

    field: str
    value: str | int
    clause: str = "term"


class Phrase(NamedTuple):
    """The field holds these terms one after the other."""

    field: str
    values: tuple[str, ...]
    clause: str = "phrase"


class Starts(NamedTuple):
    """The field holds a term that begins with `start` and ends in `tone`, if there is one."""

    field: str
    start: str
    tone: str = ""
    clause: str = "starts"


class PhraseStarts(NamedTuple):
    """Like Phrase; the last word may be unfinished."""

    field: str
    values: tuple[str, ...]
    clause: str = "phrase starts"


class Similar(NamedTuple):
    """The field holds a term with at most one slip: a letter wrong, missing, too many or swapped."""

    field: str
    value: str
    clause: str = "similar"


# Tuples, for thousands are made and compared for one search; `clause` keeps two kinds of the same words apart.
Clause = Term | Phrase | Starts | PhraseStarts | Similar


@dataclasses.dataclass(frozen=True)
class Best:
    """At least one of the options; its weight is that of the best one found."""

    options: tuple[tuple[Clause, float], ...]

    @classmethod
    def of(cls, options: Iterable[tuple[Clause, float]]) -> "Best":
        """Each clause once (several spellings in a text lead to the same meaning), and none that cannot count:
        whatever it finds is found by another of no less weight."""
        weights: dict[Clause, float] = {}
        for clause, weight in options:
            if weight > weights.get(clause, 0):
                weights[clause] = weight
        kept = [
            (clause, weight)
            for clause, weight in weights.items()
            if not isinstance(clause, Phrase) or all(weights.get(wider, 0) < weight for wider in _wider(clause))
        ]
        return cls(tuple(kept))

    def clauses(self) -> list[Clause]:
        """What finds all that the options find, whatever it weighs."""
        clauses = {clause for clause, _ in self.options}
        return [clause for clause, _ in self.options if clauses.isdisjoint(_wider(clause))]


LOOSE = {"name": "name_loose", "same": "same_loose", "producer": "producer_loose", "wide": "wide_loose"}
"""Field with marks → the field that holds the same words without."""


@lru_cache(8192)
def _wider(clause: Clause) -> tuple[Term, ...]:
    """Terms each of which finds whatever the clause finds."""
    match clause:
        case Term(field, value) if field in LOOSE:
            return (Term(LOOSE[field], unmarked(value)),)
        case Phrase(field, values):
            loose = [Term(LOOSE[field], unmarked(value)) for value in values] if field in LOOSE else []
            return (*(Term(field, value) for value in values), *loose)
    return ()


@dataclasses.dataclass(frozen=True)
class Stage:
    """At least `least` of `needed` must be found; `better` only adds weight. `near`: not what was typed.

    `likely`: the index knows every word, and nothing of the kind was looked for before. `dropped` are kinds of
    `contract.INTENTS` that need not be found though they were typed, each with its words.
    """

    name: str
    needed: tuple[Best, ...]
    better: tuple[Best, ...]
    least: int
    near: bool = False
    likely: bool = False
    corrected: str = ""
    dropped: tuple[tuple[str, str], ...] = ()
