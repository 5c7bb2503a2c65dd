"""The plan of a search in tantivy's queries. Every weight is constant: the same order everywhere."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from tantivy import FieldType, Occur, Query, Schema

from search.clauses import Best, Clause, Phrase, PhraseStarts, Similar, Stage, Starts, Term
from search.engines.shared import Between, OneOf

from .schema import is_one_term, one_term, schema, written

_MUST, _SHOULD = Occur.Must, Occur.Should
STARS = range(1, 6)
TIEBREAK_WEIGHT = 1 / 256
"""Eleven of them are less than the least weight, and their sums are exact."""


@lru_cache(8192)  # the same clause is asked for with and without weight, and by several stages
def clause_query(clause: Clause) -> Query:
    """One clause, whatever it weighs."""
    match clause:
        case Term(field, value):
            return term(field, value)
        case Phrase(field, values):
            return _phrase_query(field, values)
        case PhraseStarts(field, values):
            return Query.phrase_prefix_query(schema(), field, list(values))
        case Similar(field, value):
            return Query.fuzzy_term_query(schema(), field, written(field, value), 1, True)
        case Starts(field, start, ""):
            return begins(schema(), field, written(field, start))
        case Starts(field, start, tone):
            return _begins_and_ends(field, start, tone)


def term(field: str, value: str | int) -> Query:
    """Documents with this term."""
    return Query.term_query(schema(), field, written(field, value))


def _phrase_query(field: str, values: tuple[str, ...]) -> Query:
    """Terms one after the other: as one term where the index has it."""
    if len(values) == 1:
        return term(field, values[0])
    if is_one_term(field, values):
        return Query.term_query(schema(), "runs", one_term(field, values))
    return Query.phrase_query(schema(), field, list(values))


def best_query(best: Best) -> Query:
    """The weight of the best option found."""
    return Query.disjunction_max_query([weighed(clause_query(clause), weight) for clause, weight in best.options])


def needed_query(stage: Stage) -> Query:
    """What must be found, whatever it weighs."""
    return _of_enough(stage, [any_of([clause_query(clause) for clause in best.clauses()]) for best in stage.needed])


def stage_query(stage: Stage) -> Query:
    """What must be found, with the weight of what is found, and what makes a find better."""
    needed = _of_enough(stage, [best_query(best) for best in stage.needed])
    return Query.boolean_query([(_MUST, needed), *((_SHOULD, best_query(best)) for best in stage.better)])


def _of_enough(stage: Stage, parts: list[Query]) -> Query:
    if stage.least == len(parts):
        return all_of(parts)
    return Query.boolean_query([(_SHOULD, part) for part in parts], minimum_number_should_match=stage.least)


def with_tiebreak(query: Query) -> Query:
    """The same finds; of those of one weight the better by stars, then what is in stock, weighs a little more."""
    return Query.boolean_query([(_MUST, query), *_tiebreakers()])


@cache
def _tiebreakers() -> list[tuple[Occur, Query]]:
    shares = [(number("stars", count), 2 * count) for count in STARS] + [(number("in_stock", 1), 1)]
    return [(_SHOULD, weighed(part, share * TIEBREAK_WEIGHT)) for part, share in shares]


def begins(fields: Schema, field: str, start: str) -> Query:
    """Documents with a term that begins so. As a term with no slip that may go on: a pattern takes 0.2 ms to make."""
    return Query.fuzzy_term_query(fields, field, start, 0, True, True)


def _begins_and_ends(field: str, start: str, tone: str) -> Query:
    return Query.regex_query(schema(), field, re.escape(start) + ".*" + tone)


def all_of(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(_MUST, query) for query in queries])


def any_of(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(_SHOULD, query) for query in queries], minimum_number_should_match=1)


def number(field: str, value: int) -> Query:
    """Documents with this number, without weight."""
    return weighed(term(field, value), 0)


def filter_query(wanted: OneOf | Between) -> Query:
    """Documents that pass a filter, without weight."""
    match wanted:
        case OneOf(column, values):
            return weighed(any_of([term(column, value) for value in values]), 0)
        case Between(column, least, most):
            return weighed(Query.range_query(schema(), column, FieldType.Unsigned, least, most), 0)


@lru_cache(8)
def valid_on(day: int) -> Query:
    """Documents of this day, without weight."""
    return all_of([filter_query(Between("from_day", None, day)), filter_query(Between("to_day", day, None))])


def all_but(product_ids: Iterable[int]) -> Query:
    """Documents of all other products."""
    others = [(Occur.MustNot, term("product_id", product_id)) for product_id in product_ids]
    return weighed(Query.boolean_query([(_MUST, Query.all_query()), *others]), 0)


def weighed(query: Query, weight: float) -> Query:
    """What the query finds, each with this weight."""
    return Query.const_score_query(query, float(weight))
