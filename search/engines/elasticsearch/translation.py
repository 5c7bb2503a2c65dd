"""The plan of a search in Elasticsearch's queries. Every weight is constant: the same order as on any engine."""

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.clauses import Best, Clause, Phrase, PhraseStarts, Similar, Stage, Starts, Term
from search.engines.shared import Between, OneOf


def clause_query(clause: Clause) -> Query:
    """One clause, whatever it weighs."""
    match clause:
        case Term(field, value) | Phrase(field, (value,)):
            return Q("term", **{field: value})
        case Phrase(field, values):
            return Q("match_phrase", **{field: " ".join(values)})
        case PhraseStarts(field, values):
            return Q("match_phrase_prefix", **{field: {"query": " ".join(values), "max_expansions": 200}})
        case Similar(field, value):
            return Q("fuzzy", **{field: {"value": value, "fuzziness": 1, "transpositions": True}})
        case Starts(field, start, ""):
            return Q("prefix", **{field: {"value": start}})
        case Starts(field, start, tone):
            return Q("wildcard", **{field: {"value": f"{_plain(start)}*{tone}"}})
    raise TypeError(clause)


def _plain(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "*?\\" else letter for letter in text)


def weighed(query: Query, weight: float) -> Query:
    return Q("constant_score", filter=query, boost=float(weight))


def best_query(best: Best) -> Query:
    """The weight of the best option found."""
    return Q("dis_max", queries=[weighed(clause_query(clause), weight) for clause, weight in best.options])


def needed_query(stage: Stage) -> Query:
    """What must be found, with the weight of what is found."""
    if stage.least == len(stage.needed):
        return Q("bool", must=[best_query(best) for best in stage.needed])
    return Q("bool", should=[best_query(best) for best in stage.needed], minimum_should_match=stage.least)


def stage_query(stage: Stage) -> Query:
    """What must be found, and what makes a find better."""
    return Q("bool", must=[needed_query(stage)], should=[best_query(best) for best in stage.better])


def valid_on(day: int) -> Query:
    """Documents of this day."""
    return Q("bool", filter=[Q("range", from_day={"lte": day}), Q("range", to_day={"gte": day})])


def filter_query(wanted: OneOf | Between) -> Query:
    """Documents that pass a filter."""
    match wanted:
        case OneOf(column, values):
            return Q("terms", **{column: list(values)})
        case Between(column, least, most):
            limits = {"gte": least, "lte": most}
            return Q("range", **{column: {name: limit for name, limit in limits.items() if limit is not None}})


def among(query: Query, *filters: Query) -> Query:
    """The query, only among what passes the filters, which weigh nothing."""
    return Q("bool", must=[query], filter=list(filters))
