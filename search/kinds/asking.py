"""Searching stories, producers, news and fairs."""

import dataclasses

from ..contract import SearchQuery, SearchResult
from ..engines import EMBEDDED
from ..highlights import highlighted
from ..intent import understand
from . import kinds_index
from .documents import OTHER_KINDS


def search(query: SearchQuery) -> SearchResult:
    """The things of the query's kind that its text names. Filters and stars of products do not count."""
    plain = SearchQuery(
        text=query.text,
        kind=query.kind,
        page=query.page,
        page_size=query.page_size,
        without=tuple({*query.without, "stars"}),
        is_exact=query.is_exact,
    )
    understood = understand(query.text, without=query.without).understood
    result = kinds_index().search(plain)
    return dataclasses.replace(
        highlighted(result),
        engine=EMBEDDED,
        total_ms=result.took_ms,
        understood=tuple(one for one in understood if one.kind != "stars"),
    )


def counts(query: SearchQuery) -> dict[str, int]:
    """How many things of each kind the text names; those that only come near do not count."""
    first = dataclasses.replace(query, page=1, page_size=1, is_exact=True)
    return {kind: search(dataclasses.replace(first, kind=kind)).total for kind in OTHER_KINDS}
