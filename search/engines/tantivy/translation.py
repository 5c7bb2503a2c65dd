"""The plan of a search in tantivy's queries. Every weight is constant: the same order everywhere."""

import re

from tantivy import FieldType, Occur, Query

from search.plan import Best, Clause, Phrase, PhraseStarts, Similar, Stage, Starts, Term

from .schema import schema

_MUST, _SHOULD = Occur.Must, Occur.Should


def clause_query(clause: Clause) -> Query:
    """One clause, whatever it weighs."""
    match clause:
        case Term(field, value):
            return Query.term_query(schema(), field, value)
        case Phrase(field, (value,)):
            return Query.term_query(schema(), field, value)
        case Phrase(field, values):
            return Query.phrase_query(schema(), field, list(values))
        case PhraseStarts(field, values):
            return Query.phrase_prefix_query(schema(), field, list(values))
        case Similar(field, value):
            return Query.fuzzy_term_query(schema(), field, value, 1, True)
        case Starts(field, start, tone):
            return Query.regex_query(schema(), field, re.escape(start) + ".*" + tone)


def best_query(best: Best) -> Query:
    """The weight of the best option found."""
    return Query.disjunction_max_query(
        [Query.const_score_query(clause_query(clause), float(weight)) for clause, weight in best.options]
    )


def needed_query(stage: Stage) -> Query:
    """What must be found, with the weight of what is found."""
    if stage.least == len(stage.needed):
        return all_of([best_query(best) for best in stage.needed])
    return Query.boolean_query(
        [(_SHOULD, best_query(best)) for best in stage.needed], minimum_number_should_match=stage.least
    )


def stage_query(stage: Stage) -> Query:
    """What must be found, and what makes a find better."""
    return Query.boolean_query(
        [(_MUST, needed_query(stage)), *((_SHOULD, best_query(best)) for best in stage.better)]
    )


def all_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(_MUST, query) for query in queries])


def any_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(_SHOULD, query) for query in queries], minimum_number_should_match=1)


def whole(field: str, value: str) -> Query:
    """Documents whose field is exactly this, without weight."""
    return without_weight(Query.term_query(schema(), field, value))


def number(field: str, value: int) -> Query:
    return without_weight(Query.term_query(schema(), field, value))


def between(low_field: str, day: int, high_field: str) -> Query:
    """Documents with low_field ≤ day ≤ high_field, without weight."""
    return without_weight(
        all_of(
            [
                Query.range_query(schema(), low_field, FieldType.Unsigned, None, day),
                Query.range_query(schema(), high_field, FieldType.Unsigned, day, None),
            ]
        )
    )


def without_weight(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def raised(query: Query, weight: float) -> Query:
    return Query.const_score_query(query, weight)
