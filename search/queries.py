"""The functions that answer: views, API and reports ask the search through these, with the types of `contract`.

A text is read once (`search.intent`); engine, stand-by, counts of other kinds and chips get what was read.
"""

import dataclasses
import time
from functools import lru_cache

from catalogue.traceability.gs1.queries import products_of_typed_gtin

from .cards import product_hits
from .content_index import content_index
from .content_index.documents import OTHER_KINDS
from .contract import FACETS, Facet, Hit, ParsedText, Reading, SearchQuery, SearchResult, Suggestion
from .engines import EMBEDDED, IndexUnavailable
from .engines.tantivy.reading import IndexState
from .failover import first_answer
from .highlights import highlighted
from .intent import parse
from .photos import with_photos
from .suggestions import queries as suggestions


def search(query: SearchQuery, *, with_marks: bool = True) -> SearchResult:
    """Ask the engine of this site, or the other one when that fails. Never raises for anything a visitor types.

    `with_marks` false: the words that were looked for need not be marked in the hits, because nobody typed them.
    """
    return _answer(query, parse(query.text), with_marks=with_marks)


def search_all_kinds(query: SearchQuery) -> tuple[SearchResult, dict[str, int]]:
    """The answer to a query, and of every kind of things how many its text names, whatever kind was asked for.

    Filters count for the asked kind only. Raises as `search` does: never.
    """
    text = parse(query.text)
    result = _answer(query, text)
    counts = _count_other_kinds(query, text)
    if query.kind != "product":
        plain = SearchQuery(text=query.text, page_size=1, without=query.without)
        counts["product"] = _ask_for_products(plain, text.without(plain.without)).total
    return result, counts | {query.kind: result.total}


def count_other_kinds(query: SearchQuery) -> dict[str, int]:
    """How many stories, producers, news and fairs the text of a query names; what only comes near does not count."""
    return _count_other_kinds(query, parse(query.text))


def suggest(text: str, limit: int = 8, language: str | None = None) -> tuple[Suggestion, ...]:
    """What the typed text may become, things of one kind together, the kind that matches best first.

    Details and addresses are in `language` (the active one if none is given). Never raises for anything a
    visitor can type; empty for less than two letters and while the index is being built.
    """
    return suggestions.suggest(text, limit=limit, language=language)


def _answer(query: SearchQuery, text: ParsedText, *, with_marks: bool = True) -> SearchResult:
    if query.kind != "product":
        return _search_content(query, text)
    return _search_products(query, text, with_marks=with_marks)


# -- products --------------------------------------------------------------------------------------


def _search_products(query: SearchQuery, text: ParsedText, *, with_marks: bool) -> SearchResult:
    started = time.perf_counter()
    if by_gtin := _by_gtin(query.text):
        return dataclasses.replace(by_gtin, total_ms=(time.perf_counter() - started) * 1000)
    reading = text.without(query.without)
    result = _ask_for_products(query, reading)
    if with_marks:
        result = highlighted(result)
    named = {intent.kind: intent for intent in reading.understood}
    return dataclasses.replace(
        result,
        hits=with_photos(hit for hit in result.hits if isinstance(hit, Hit)),
        understood=reading.understood,
        dropped=tuple(named.get(wish.kind, wish) for wish in result.dropped),
        total_ms=(time.perf_counter() - started) * 1000,
    )


def _by_gtin(text: str) -> SearchResult | None:
    """The product whose trade item number the text is; filters do not count. None where nothing has that number."""
    products = products_of_typed_gtin(text)
    hits = () if products is None else tuple(product_hits(products))
    if not hits:
        return None
    facets: dict[str, tuple[Facet, ...]] = dict.fromkeys(FACETS, ())
    return SearchResult(hits, total=len(hits), page=1, pages=1, facets=facets, took_ms=0, engine=EMBEDDED)


def _ask_for_products(query: SearchQuery, reading: Reading) -> SearchResult:
    return first_answer(lambda engine: engine.search(query, reading))


# -- stories, producers, news and fairs ------------------------------------------------------------


def _search_content(query: SearchQuery, text: ParsedText) -> SearchResult:
    """The things of the query's kind that its text names. Filters and stars of products do not count."""
    plain = _content_query(query.kind, query)
    page = dataclasses.replace(plain, page=query.page, page_size=query.page_size)
    result = content_index().search(page, text.without(plain.without))
    understood = text.without(query.without).understood
    named = {intent.kind: intent for intent in understood}
    return dataclasses.replace(
        highlighted(result),
        engine=EMBEDDED,
        total_ms=result.took_ms,
        understood=tuple(intent for intent in understood if intent.kind != "stars"),
        dropped=tuple(named.get(wish.kind, wish) for wish in result.dropped),
    )


def _count_other_kinds(query: SearchQuery, text: ParsedText) -> dict[str, int]:
    exact = _content_query(OTHER_KINDS[0], dataclasses.replace(query, is_exact=True))
    try:
        counts = _counts(exact, text.without(exact.without), content_index().reader.state())
    except IndexUnavailable:
        counts = {}
    return dict.fromkeys(OTHER_KINDS, 0) | counts


@lru_cache(maxsize=1024)  # filters, orders and pages of the products ask for the same again
def _counts(exact: SearchQuery, reading: Reading, state: IndexState) -> dict[str, int]:
    return content_index().by_kind(exact, reading)


def _content_query(kind: str, query: SearchQuery) -> SearchQuery:
    """What of a query counts for things that are no products."""
    without = tuple(sorted({*query.without, "stars"}))
    return SearchQuery(text=query.text, kind=kind, without=without, is_exact=query.is_exact)
