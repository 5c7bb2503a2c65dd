"""The embedded engine: a tantivy index in `SEARCH_INDEX_DIR`, no server."""

import dataclasses
import logging
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import nsmallest
from itertools import compress, groupby
from typing import Any, TypeVar

import orjson
from tantivy import DocAddress, Order, Query, Searcher

from catalogue.addresses import reader_language
from search.analysis import sorting_key
from search.cards import hit_from, text_hit_from
from search.clauses import Stage
from search.contract import FACETS, KINDS, Hit, Reading, SearchQuery, SearchResult, TextHit
from search.documents import day_number
from search.engines import Engine, IndexUnavailable, counting, shared
from search.engines.shared import STARS_NAMED, OneOf
from search.more_like_this import LikeQuery, more_like_this
from search.plan import Plan, plan

from . import background
from .index import EmbeddedIndex
from .reading import whole_numbers
from .schema import LAYOUT, ORDERS, written
from .translation import (
    all_but,
    all_of,
    any_of,
    filter_query,
    needed_query,
    number,
    stage_query,
    valid_on,
    weighed,
    with_tiebreak,
)

T = TypeVar("T")
logger = logging.getLogger(__name__)

FEW = 64
"""Hits of one weight that are sorted as they are; of more only those that come first by stars."""
EXTRA_FIRST_FETCH = 512
MAX_FIRST_FETCH = 2_000
"""Hits asked for beyond the page in a large index: to hand over a hundred thousand takes longer than to find them."""


def _comes_from_the_index(error: BaseException) -> bool:
    """Faults of tantivy; a damaged file may even make it panic, which is no Exception."""
    return isinstance(error, ValueError | OSError) or type(error).__name__ == "PanicException"


class TantivyEngine(EmbeddedIndex, Engine):
    """Searches, updates, rebuilds and inspects one index of documents, which it holds by their `product_id`."""

    layout = LAYOUT

    # -- searching ----------------------------------------------------------------------------------

    def search(self, query: SearchQuery, reading: Reading) -> SearchResult:
        """Answer a query. A missing or broken index gives an empty answer that says so, no exception."""
        started = time.perf_counter()
        result = self._run(query, lambda search: search.result(reading, started))
        return result or shared.no_answer(query, started)

    def more_like_this(self, query: LikeQuery) -> SearchResult:
        """Products like another one, most alike first; faults as in `search`."""
        started = time.perf_counter()
        page = SearchQuery(page_size=query.size, on=query.on)
        result = self._run(page, lambda search: search.more_like_this(query, started))
        return result or shared.no_answer(page, started)

    def by_kind(self, query: SearchQuery, reading: Reading) -> dict[str, int]:
        """How many things of each kind the text of a query names; empty if there are none, or on faults."""
        return self._run(query, lambda search: search.by_kind(reading)) or {}

    def _run(self, query: SearchQuery, work: "Callable[[_Search], T]") -> T | None:
        """What the work gives; None if the index cannot be asked."""
        try:
            return work(_Search(self.searcher(), query))
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
        return set(whole_numbers(searcher, "product_id", addresses))

    def contents(self) -> Iterator[tuple[int, int, str, dict[str, Any]]]:
        """(product id, first day, digest, card) of every document. Raises IndexUnavailable."""
        searcher, addresses = self.everything()
        ids = whole_numbers(searcher, "product_id", addresses)
        days = whole_numbers(searcher, "from_day", addresses)
        for product_id, day, address in zip(ids, days, addresses, strict=True):
            stored = searcher.doc(address)
            yield product_id, day, bytes(stored["digest"][0]).decode(), orjson.loads(bytes(stored["card"][0]))


class _Vocabulary:
    """Which terms the index knows."""

    def __init__(self, searcher: Searcher):
        self.searcher = searcher

    def counts(self, wanted: Mapping[str, Iterable[str]]) -> dict[str, Counter[str]]:
        """Terms that nobody wrote are left out."""
        return {field: self._counts(field, terms) for field, terms in wanted.items()}

    def _counts(self, field: str, terms: Iterable[str]) -> Counter[str]:
        counts = {term: self.searcher.doc_freq(field, written(field, term)) for term in terms}
        return Counter({term: count for term, count in counts.items() if count})


@dataclasses.dataclass(frozen=True)
class _Text:
    """What a text may ask for on the day: what must be found; `heavy` makes the same with the weight of what is
    found, which takes longer."""

    needed: Query
    heavy: Callable[[], Query]
    stage: Stage | None
    drops_stars: bool = False


@dataclasses.dataclass(frozen=True)
class _Page:
    """Hits on one page, and the number of hits on all pages."""

    addresses: list[DocAddress]
    total: int


Weighed = tuple[float, DocAddress]
"""A hit with its weight."""
Counts = dict[str, dict[Any, int]]
"""Of every facet how often each value is found."""
NOWHERE = _Text(Query.empty_query(), Query.empty_query, None)
NOTHING = _Page([], 0)


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

    def result(self, reading: Reading, started: float) -> SearchResult:
        text, page, counts = self._first_that_finds(plan(self.query, reading, _Vocabulary(self.searcher)))
        return shared.answer(
            self.query,
            started,
            hits=self._hits(page.addresses),
            total=page.total,
            facets=shared.facets(self.query, counts()) if self.is_of_products else None,
            stage=text.stage,
            stars_wanted=reading.stars,
            drops_stars=text.drops_stars,
        )

    def more_like_this(self, query: LikeQuery, started: float) -> SearchResult:
        """Products like another one."""
        stage = more_like_this(query, _Vocabulary(self.searcher))
        wanted = all_of([stage_query(stage) if stage else Query.empty_query(), self.day, all_but(query.exclude)])
        page = self._by_weight(wanted, 0, query.size)
        return shared.answer(self.query, started, hits=self._hits(page.addresses), total=page.total, stage=stage)

    def by_kind(self, reading: Reading) -> dict[str, int]:
        """Of each kind what is found by the first stage that finds any of it."""
        steps = plan(self.query, reading, _Vocabulary(self.searcher))
        texts = map(needed_query, steps.stages) if steps.has_words else iter([Query.all_query()])
        counts: dict[str, int] = {}
        for text in texts:
            counts = self._values(all_of([text, self.day_of_all_kinds]), ["kind"])["kind"] | counts
            if counts.keys() >= {*KINDS} - {"product"}:
                break
        return counts

    def _count(self, query: Query) -> int:
        results: Any = self.searcher.search(query, 1)  # its stubs know no count
        count: int = results.count
        return count

    def _first_that_finds(self, steps: Plan) -> tuple["_Text", "_Page", Callable[[], "Counts"]]:
        """What the text asks for, by the first stage that finds anything on this day, what passes the filters, and
        what gives the counts of the facets."""
        text = NOWHERE
        for text in self._texts(steps):
            if text.stage and not text.stage.likely and not self._count(text.needed):
                continue  # to count takes less than to weigh
            counts = self._counting(text)
            page = self._page(text)
            if page.total or (self.filters and self._count(text.needed)):
                return text, page, counts
        # No stage finds anything; without words the day alone is asked for, and may have nothing.
        text = NOWHERE if steps.has_words else text
        return text, NOTHING, partial(self._counts, text.needed)

    def _texts(self, steps: Plan) -> "Iterator[_Text]":
        """All that the text may mean, best first: with the stars it names, then whatever their number."""
        stages: Iterable[Stage | None] = steps.stages if steps.has_words else (None,)
        for stage in stages:
            needed = [needed_query(stage)] if stage else []
            if steps.stars is not None:
                known = number("known_stars", steps.stars)
                stars = any_of([weighed(number("stars", steps.stars), STARS_NAMED), known])
                yield self._text(stage, needed, [self.day, stars])
            if steps.stars is None or stage:
                yield self._text(stage, needed, [self.day], drops_stars=steps.stars is not None)

    @staticmethod
    def _text(stage: Stage | None, needed: list[Query], others: list[Query], *, drops_stars: bool = False) -> "_Text":
        def heavy() -> Query:
            return all_of([*([stage_query(stage)] if stage else []), *others])

        return _Text(all_of([*needed, *others]), heavy, stage, drops_stars)

    # -- facets -------------------------------------------------------------------------------------

    def _counting(self, text: "_Text") -> Callable[[], "Counts"]:
        """What gives the counts of the facets."""
        documents = self.searcher.num_docs if self.is_of_products else 0
        return background.begin(partial(self._counts, text.needed), documents=documents)

    def _counts(self, text: Query) -> "Counts":
        """Of every facet how often each value is found, whatever is chosen of this facet itself."""
        by_filters: dict[frozenset[str], list[str]] = {}
        for name in FACETS:
            by_filters.setdefault(frozenset(self.filters) - {name}, []).append(name)
        counts: Counts = {}
        for active, names in by_filters.items():
            wanted = all_of([text, *(self.filters[name] for name in sorted(active))])
            values = self._values(wanted, {counting.COLUMNS[name] for name in names})
            counts |= counting.counts(names, values)
        return counts

    def _values(self, wanted: Query, columns: Iterable[str]) -> dict[str, dict[Any, int]]:
        """How many documents have each value of these columns."""
        terms = {column: {"terms": {"field": column, "size": counting.MAX_VALUES}} for column in columns}
        answer = self.searcher.aggregate(weighed(wanted, 0), terms)
        return {column: {one["key"]: one["doc_count"] for one in answer[column]["buckets"]} for column in columns}

    # -- hits ---------------------------------------------------------------------------------------

    def _page(self, text: "_Text") -> "_Page":
        """The hits on the page, and how many there are on all pages."""
        size, first = self.query.page_size, (self.query.page - 1) * self.query.page_size
        first = min(first, self.searcher.num_docs)  # room is made for all before it
        filters = self.filters.values()
        if self.query.sort == "relevance" and text.stage:
            return self._by_weight(all_of([text.heavy(), *filters]), first, first + size)
        return self._by_column(all_of([text.needed, *filters]), first, first + size)

    def _by_column(self, query: Query, first: int, last: int) -> "_Page":
        """In the order that is asked for, whatever the hits weigh."""
        columns = ORDERS[self.query.sort]
        fetch = last + EXTRA_FIRST_FETCH
        while True:
            results: Any = self.searcher.search(query, fetch, order_by_field=columns[0], order=Order.Asc)
            hits, total = results.hits, results.count
            if total <= fetch or hits[-1][0] > hits[last - 1][0]:
                return _Page(self._in_order([(0, address) for _, address in hits], columns, first, last), total)
            fetch = min(fetch * 4, total)

    def _by_weight(self, query: Query, first: int, last: int) -> "_Page":
        """Heaviest first, then by stars, though many may be of one weight where the page ends."""
        hits, total = self._heaviest(query, last)
        last = min(last, total)
        if last:
            weight = hits[last - 1][0]
            begin, end = (side(hits, -weight, key=lambda hit: -hit[0]) for side in (bisect_left, bisect_right))
            equal = hits[begin:end]
            hits = hits[:begin] + (self._first_by_stars(equal, last - begin) if len(equal) > FEW else equal)
        return _Page(self._in_order(hits, ORDERS["relevance"], first, last), total)

    def _heaviest(self, query: Query, last: int) -> tuple[list[Weighed], int]:
        """All hits that may stand on the page that ends with `last`, heaviest first, and how many there are."""
        everything = max(1, self.searcher.num_docs)
        starred = with_tiebreak(query)  # of that few are equal, but to weigh it takes longer
        if everything >= background.LARGE:
            tries = [(starred, last + MAX_FIRST_FETCH)]
        else:
            tries = [(query, last + EXTRA_FIRST_FETCH), (starred, last + EXTRA_FIRST_FETCH)]
        for wanted, most in (*tries, (starred, everything)):
            results: Any = self.searcher.search(wanted, most)
            hits = results.hits
            if results.count <= len(hits) or hits[-1][0] < hits[last - 1][0]:
                break
        return hits, results.count

    def _first_by_stars(self, hits: list[Weighed], count: int) -> list[Weighed]:
        """Of these hits the first `count` by stars, and what is equal to the last of them."""
        numbers = whole_numbers(self.searcher, ORDERS["relevance"][0], [address for _, address in hits])
        most = nsmallest(count, numbers)[-1]
        return list(compress(hits, map(most.__ge__, numbers)))

    def _in_order(self, hits: list[Weighed], columns: Sequence[str], first: int, last: int) -> list[DocAddress]:
        """Addresses of the hits from `first` to `last`: heaviest, then by columns, then by whole names."""
        addresses = [address for _, address in hits]
        numbers = zip(*(whole_numbers(self.searcher, name, addresses) for name in columns), strict=True)
        keys = [(-hit[0], *values) for hit, values in zip(hits, numbers, strict=True)]
        order: list[int] = []
        for _, equal in groupby(sorted(range(len(hits)), key=keys.__getitem__), key=keys.__getitem__):
            places = list(equal)
            if len(places) > 1 and len(order) < last and len(order) + len(places) > first:
                places.sort(key=lambda place: self._name_order(addresses[place]))
            order += places
        return [addresses[place] for place in order[first:last]]

    def _name_order(self, address: DocAddress) -> tuple[str, int]:
        return sorting_key(self._card(address)["name"]), whole_numbers(self.searcher, "product_id", [address])[0]

    def _card(self, address: DocAddress) -> dict[str, Any]:
        card: dict[str, Any] = orjson.loads(bytes(self.searcher.doc(address)["card"][0]))
        return card

    def _hits(self, addresses: list[DocAddress]) -> tuple[Hit, ...] | tuple[TextHit, ...]:
        cards = map(self._card, addresses)
        if not self.is_of_products:
            return tuple(text_hit_from(card, kind=self.query.kind) for card in cards)
        language = reader_language()
        ids = whole_numbers(self.searcher, "product_id", addresses)
        stars = whole_numbers(self.searcher, "stars", addresses)
        return tuple(
            hit_from(card, language, product_id=product_id, stars=count)
            for card, product_id, count in zip(cards, ids, stars, strict=True)
        )
