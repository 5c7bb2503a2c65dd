"""Searching stories, producers, news and fairs."""

import dataclasses
from functools import lru_cache

from ..contract import SearchQuery, SearchResult
from ..engines import EMBEDDED, IndexUnavailable
from ..highlights import highlighted
from ..intent import understand
from . import kinds_index
from .documents import OTHER_KINDS


def search(query: SearchQuery) -> SearchResult:
    """The things of the query's kind that its text names. Filters and stars of products do not count."""
    understood = understand(query.text, without=query.without).understood
    plain = _of_kind(query.kind, query)
    result = kinds_index().search(dataclasses.replace(plain, page=query.page, page_size=query.page_size))
    return dataclasses.replace(
        highlighted(result),
        engine=EMBEDDED,
        total_ms=result.took_ms,
        understood=tuple(one for one in understood if one.kind != "stars"),
    )


def counts(query: SearchQuery) -> dict[str, int]:
    """How many things of each kind the text names; those that only come near do not count."""
    exact = _of_kind(OTHER_KINDS[0], dataclasses.replace(query, is_exact=True))
    try:
        counted = _counts(exact, kinds_index().reader.state())
    except IndexUnavailable:
        counted = {}
    return dict.fromkeys(OTHER_KINDS, 0) | counted


@lru_cache(maxsize=1024)  # filters, orders and pages of the products ask for the same again
def _counts(exact: SearchQuery, state: tuple) -> dict[str, int]:
    return kinds_index().by_kind(exact)


def _of_kind(kind: str, query: SearchQuery) -> SearchQuery:
    """What of a query counts for things that are no products."""
    without = tuple(sorted({*query.without, "stars"}))
    return SearchQuery(text=query.text, kind=kind, without=without, is_exact=query.is_exact)
