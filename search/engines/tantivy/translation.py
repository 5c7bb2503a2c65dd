"""The plan of a search in tantivy's queries. Every weight is constant: the same order everywhere."""

import re
from collections.abc import Iterable

from tantivy import FieldType, Occur, Query

from search.engines.shared import Between, OneOf
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


def number(field: str, value: int) -> Query:
    return without_weight(Query.term_query(schema(), field, value))


def filter_query(wanted: OneOf | Between) -> Query:
    """Documents that pass a filter, without weight."""
    match wanted:
        case OneOf(column, values):
            return without_weight(any_of([Query.term_query(schema(), column, value) for value in values]))
        case Between(column, least, most):
            return without_weight(Query.range_query(schema(), column, FieldType.Unsigned, least, most))


def valid_on(day: int) -> Query:
    """Documents of this day, without weight."""
    return all_of([filter_query(Between("from_day", None, day)), filter_query(Between("to_day", day, None))])


def unlike(product_ids: Iterable[int]) -> Query:
    """Documents of all other products."""
    others = [(Occur.MustNot, Query.term_query(schema(), "product_id", product_id)) for product_id in product_ids]
    return without_weight(Query.boolean_query([(_MUST, Query.all_query()), *others]))


def without_weight(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def raised(query: Query, weight: float) -> Query:
    return Query.const_score_query(query, weight)
