"""Why a product stands where it stands: what each clause of the search gave it. For the staff, not for speed."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from .clauses import Best, Clause, Phrase, PhraseStarts, Similar, Stage, Starts, Term
from .contract import Hit
from .documents import ProductDocument, day_number, documents
from .engines.shared import STARS_NAMED


@dataclasses.dataclass(frozen=True)
class Line:
    """What was found in which field, and its weight."""

    field: str
    what: str
    weight: float


@dataclasses.dataclass(frozen=True)
class Explanation:
    """Weight of one hit with its lines; `ties` is what decides among equal weights, most important first."""

    weight: float
    lines: tuple[Line, ...]
    stars: int
    in_stock: bool
    newest: int


def explain(
    hits: Iterable[Hit], stage: Stage | None, *, stars_wanted: int | None, on: datetime.date
) -> dict[int, Explanation]:
    """The explanation of each hit by its id, from the documents as the database has them now."""
    day = day_number(on)
    return {
        document.product_id: _explanation(document, stage, stars_wanted)
        for document in documents([hit.id for hit in hits])
        if document.from_day <= day <= document.to_day
    }


def _explanation(document: ProductDocument, stage: Stage | None, stars_wanted: int | None) -> Explanation:
    parts = (*stage.needed, *stage.better) if stage else ()
    lines = [line for best in parts if (line := _best(best, document))]
    if stars_wanted is not None and document.stars == stars_wanted:
        lines.append(Line("stars", str(stars_wanted), STARS_NAMED))
    return Explanation(
        weight=sum(line.weight for line in lines),
        lines=tuple(lines),
        stars=document.stars,
        in_stock=document.in_stock,
        newest=document.newest,
    )


def _best(best: Best, document: ProductDocument) -> Line | None:
    """The heaviest option that the document has."""
    options = [(weight, clause) for clause, weight in best.options if has(document, clause)]
    if not options:
        return None
    weight, clause = max(options, key=lambda pair: pair[0])
    return Line(clause.field, _text(clause), weight)


def has(document: ProductDocument, clause: Clause) -> bool:
    """Whether a document has what a clause asks for."""
    terms = (document.producer_type,) if clause.field == "producer_type" else document.terms.get(clause.field, ())
    match clause:
        case Term(_, value):
            return value in terms
        case Phrase(_, values):
            return any(run == values for run in _runs(terms, len(values)))
        case PhraseStarts(_, values):
            return any(
                run[:-1] == values[:-1] and run[-1].startswith(values[-1]) for run in _runs(terms, len(values))
            )
        case Starts(_, start, tone):
            return any(
                term.startswith(start) and term.endswith(tone) and len(term) >= len(start) + len(tone)
                for term in terms
            )
        case Similar(_, value):
            return any(is_one_slip(term, value) for term in terms)


def _runs(terms: Sequence[str], length: int) -> Iterable[tuple[str, ...]]:
    return (tuple(terms[start : start + length]) for start in range(len(terms) - length + 1))


def is_one_slip(first: str, second: str) -> bool:
    """At most one letter wrong, missing or too many, or two neighbours swapped."""
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    start = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    if len(short) == len(long):
        swapped = short[:start] + short[start : start + 2][::-1] + short[start + 2 :]
        return short[start + 1 :] == long[start + 1 :] or swapped == long
    return short[start:] == long[start + 1 :]


def _text(clause: Clause) -> str:
    match clause:
        case Phrase(_, values) | PhraseStarts(_, values):
            return " ".join(values)
        case Starts(_, start, tone):
            return f"{start}…{tone}"
        case Term(_, value) | Similar(_, value):
            return str(value)
