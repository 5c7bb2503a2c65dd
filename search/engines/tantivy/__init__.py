"""The embedded engine: a tantivy index in `SEARCH_INDEX_DIR`, no server."""

import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tantivy import DocAddress, Order, Query, Searcher

from search.cards import hit_from, text_hit_from
from search.contract import FACETS, KINDS, Facet, Hit, SearchQuery, SearchResult, TextHit
from search.documents import day_number
from search.engines import IndexUnavailable, shared
from search.engines.shared import FACET_COLUMNS, MOST_FACET_VALUES, SORT_COLUMNS, STARS_NAMED, OneOf
from search.likeness import LikeQuery, likeness
from search.plan import Plan, Stage, plan

from .index import EmbeddedIndex
from .schema import LAYOUT, ORDER
from .translation import (
    all_of,
    any_of,
    filter_query,
    needed_query,
    number,
    stage_query,
    unlike,
    valid_on,
    weighed,
)

logger = logging.getLogger(__name__)

TIES_AT_FIRST = 64


def _comes_from_the_index(error: BaseException) -> bool:
    """Faults of tantivy; a damaged file may even make it panic, which is no Exception."""
    return isinstance(error, ValueError | OSError) or type(error).__name__ == "PanicException"


class TantivyEngine(EmbeddedIndex):
    """Searches, updates, rebuilds and inspects one index of documents, which it holds by their `product_id`."""

    layout = LAYOUT

    # -- searching ----------------------------------------------------------------------------------

    def search(self, query: SearchQuery) -> SearchResult:
        """Answer a query. A missing or broken index gives an empty answer that says so, no exception."""
        return self._answered(query, lambda asked, started: asked.result(started))

    def like(self, like: LikeQuery) -> SearchResult:
        """Products like another one, most alike first; faults as in `search`."""
        query = SearchQuery(page_size=like.size, on=like.on)
        return self._answered(query, lambda asked, started: asked.like(like, started))

    def by_kind(self, query: SearchQuery) -> dict[str, int]:
        """How many things of each kind the text of a query names; empty if there are none, or on faults."""
        return self._asked(query, lambda asked: asked.by_kind()) or {}

    def _answered(self, query: SearchQuery, ask: "Callable[[_Search, float], SearchResult]") -> SearchResult:
        started = time.perf_counter()
        return self._asked(query, lambda asked: ask(asked, started)) or shared.no_answer(query, started)

    def _asked(self, query: SearchQuery, ask: "Callable[[_Search], Any]") -> Any:
        try:
            return ask(_Search(self.searcher(), query))
        except IndexUnavailable as error:
            logger.warning("search: %s", error)
        except BaseException as error:
            if not _comes_from_the_index(error):
                raise
            logger.exception("search failed")
        return None

    # -- inspecting ---------------------------------------------------------------------------------

    def problem(self) -> str | None:
        """Why the index cannot be used, in a few words; None if it answers."""
        try:
            searcher = self.searcher()
            hits = searcher.search(Query.all_query(), 1).hits
            for _, address in hits:
                searcher.doc(address)
            searcher.aggregate(Query.all_query(), {"stars": {"terms": {"field": "stars"}}})
        except IndexUnavailable as error:
            return str(error)
        except BaseException as error:
            if not _comes_from_the_index(error):
                raise
            return f"the search index is damaged: {str(error)[:200]}"
        return None

    def product_ids(self) -> set[int]:
        """Products that the index holds. Raises IndexUnavailable."""
        searcher, addresses = self.everything()
        return set(searcher.fast_field_values("product_id", addresses))

    def contents(self) -> Iterator[tuple[int, int, str, dict]]:
        """(product id, first day, digest, card) of every document. Raises IndexUnavailable."""
        searcher, addresses = self.everything()
        ids = searcher.fast_field_values("product_id", addresses)
        days = searcher.fast_field_values("from_day", addresses)
        for product_id, day, address in zip(ids, days, addresses, strict=True):
            stored = searcher.doc(address)
            yield product_id, day, bytes(stored["digest"][0]).decode(), json.loads(bytes(stored["card"][0]))


class _Vocabulary:
    """Which terms the index knows."""

    def __init__(self, searcher: Searcher):
        self.searcher = searcher

    def counts(self, wanted: Mapping[str, Iterable[str]]) -> dict[str, Counter]:
        """Terms that nobody wrote are left out."""
        return {field: self._counts(field, terms) for field, terms in wanted.items()}

    def _counts(self, field: str, terms: Iterable[str]) -> Counter:
        counts = {term: self.searcher.doc_freq(field, term) for term in terms}
        return Counter({term: count for term, count in counts.items() if count})


class _Search:
    """One search over one state of the index."""

    def __init__(self, searcher: Searcher, query: SearchQuery):
        self.searcher, self.query = searcher, query
        self.is_of_products = query.kind == "product"
        self.day = self.day_of_all_kinds = valid_on(day_number(query.on))
        if not self.is_of_products:
            self.day = all_of([self.day, filter_query(OneOf("kind", (query.kind,)))])
        self.filters = {
            name: all_of([filter_query(part) for part in parts]) for name, parts in shared.filters(query).items()
        }

    def result(self, started: float) -> SearchResult:
        asked = plan(self.query, _Vocabulary(self.searcher))
        text, stage, is_near = self._text(asked)
        everything = all_of([text, *self.filters.values()])
        total = self._count(everything)
        pages = -(-total // self.query.page_size)
        hits = self._page(everything, total, by_weight=stage is not None) if self.query.page <= pages else []
        return shared.answer(
            self.query,
            started,
            hits=tuple(self._hit(address) for address in hits),
            total=total,
            facets=self._facets(text) if self.is_of_products else None,
            stage=stage,
            is_near=is_near,
            stars_wanted=asked.stars,
        )

    def like(self, like: LikeQuery, started: float) -> SearchResult:
        """Products like another one."""
        stage = likeness(like, _Vocabulary(self.searcher))
        wanted = all_of([stage_query(stage) if stage else Query.empty_query(), self.day, unlike(like.but)])
        total = self._count(wanted)
        hits = self._page(wanted, total, by_weight=True) if total else []
        found = tuple(self._hit(address) for address in hits)
        return shared.answer(self.query, started, hits=found, total=total, stage=stage)

    def by_kind(self) -> dict[str, int]:
        """Of each kind what is found by the first stage that finds any of it."""
        asked = plan(self.query, _Vocabulary(self.searcher))
        texts = map(needed_query, asked.stages) if asked.has_words else [Query.all_query()]
        counts: dict[str, int] = {}
        for text in texts:
            counts = self._values(all_of([text, self.day_of_all_kinds]), {"kind": "kind"})["kind"] | counts
            if counts.keys() >= {*KINDS} - {"product"}:
                break
        return counts

    def _count(self, query: Query) -> int:
        return self.searcher.search(query, 1).count

    def _text(self, asked: Plan) -> tuple[Query, Stage | None, bool]:
        """What the text asks for on this day, the stage that found something, and whether it is only near."""
        stages = ((stage, needed_query(stage)) for stage in asked.stages)
        found = (pair for pair in stages if self._count(all_of([pair[1], self.day])))
        stage, needed = next(found, (None, None))
        if stage is None:
            base = Query.empty_query() if asked.has_words else self.day
        else:
            base = all_of([stage_query(stage, needed), self.day])
        near = bool(stage and stage.near)
        if asked.stars is None:
            return base, stage, near
        certified = number("stars", asked.stars)
        with_stars = all_of([base, any_of([weighed(certified, STARS_NAMED), number("known_stars", asked.stars)])])
        if stage is not None and not self._count(with_stars):
            return base, stage, True
        return with_stars, stage, near

    # -- facets -------------------------------------------------------------------------------------

    def _facets(self, text: Query) -> dict[str, tuple[Facet, ...]]:
        by_filters: dict[frozenset[str], list[str]] = {}
        for name in FACETS:
            by_filters.setdefault(frozenset(self.filters) - {name}, []).append(name)
        counts: dict[str, dict] = {}
        for active, names in by_filters.items():
            wanted = all_of([text, *(self.filters[name] for name in sorted(active))])
            counts |= self._values(wanted, {name: FACET_COLUMNS[name] for name in names})
        return shared.facets(self.query, counts)

    def _values(self, wanted: Query, columns: Mapping[str, str]) -> dict[str, dict]:
        """How many documents have each value of these columns."""
        terms = {name: {"terms": {"field": column, "size": MOST_FACET_VALUES}} for name, column in columns.items()}
        answer = self.searcher.aggregate(weighed(wanted, 0), terms)
        return {name: {one["key"]: one["doc_count"] for one in answer[name]["buckets"]} for name in columns}

    # -- hits ---------------------------------------------------------------------------------------

    def _page(self, query: Query, total: int, *, by_weight: bool) -> list[DocAddress]:
        """Addresses of the hits on the page. The page exists: `first` is below `total`."""
        size, first = self.query.page_size, (self.query.page - 1) * self.query.page_size
        if self.query.sort == "relevance" and by_weight:
            return self._by_weight(query, total, first, first + size)
        field = SORT_COLUMNS[self.query.sort]
        found = self.searcher.search(query, size, count=False, order_by_field=field, offset=first, order=Order.Asc)
        return [address for _, address in found.hits]

    def _by_weight(self, query: Query, total: int, first: int, last: int) -> list[DocAddress]:
        """Heaviest first, then as `by_stars`. Fetches on until no tie crosses the end of the page."""
        fetch = last + TIES_AT_FIRST
        while True:
            fetch = min(fetch, total)
            hits = self.searcher.search(query, fetch, count=False).hits
            if fetch == total or hits[-1][0] < hits[min(last, total) - 1][0]:
                break
            fetch *= 4
        addresses = [address for _, address in hits]
        columns = [self.searcher.fast_field_values(name, addresses) for name in (*ORDER, "product_id")]
        keys = [(-hits[place][0], *values) for place, values in enumerate(zip(*columns, strict=True))]
        order = sorted(range(len(hits)), key=keys.__getitem__)
        return [addresses[place] for place in order[first:last]]

    def _hit(self, address: DocAddress) -> Hit | TextHit:
        card = json.loads(bytes(self.searcher.doc(address)["card"][0]))
        if not self.is_of_products:
            return text_hit_from(card, kind=self.query.kind)
        return hit_from(
            card,
            product_id=self.searcher.fast_field_values("product_id", [address])[0],
            stars=self.searcher.fast_field_values("stars", [address])[0],
        )
