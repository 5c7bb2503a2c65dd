"""The embedded engine: a tantivy index in `SEARCH_INDEX_DIR`, no server."""

import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile

from tantivy import DocAddress, Order, Query, Searcher

from search.cards import hit_from, text_hit_from
from search.contract import FACETS, Facet, Hit, SearchQuery, SearchResult, TextHit
from search.documents import ProductDocument, day_number
from search.engines import IndexUnavailable, shared
from search.engines.shared import FACET_COLUMNS, MOST_FACET_VALUES, SORT_COLUMNS, STARS_NAMED, OneOf
from search.likeness import LikeQuery, likeness
from search.plan import Plan, Stage, plan

from .files import IndexFiles
from .reading import Reader
from .schema import ORDER
from .translation import (
    all_of,
    any_of,
    filter_query,
    needed_query,
    number,
    raised,
    stage_query,
    unlike,
    valid_on,
    without_weight,
)
from .writing import Build, Writer

logger = logging.getLogger(__name__)

TIES_AT_FIRST = 64


def _comes_from_the_index(error: BaseException) -> bool:
    """Faults of tantivy; a damaged file may even make it panic, which is no Exception."""
    return isinstance(error, ValueError | OSError) or type(error).__name__ == "PanicException"


class TantivyEngine:
    """Searches, updates, rebuilds and inspects one index."""

    def __init__(self, directory: str):
        self.files = IndexFiles(directory)
        self.reader = Reader(self.files)
        self.writer = Writer(self.files)

    # -- searching ----------------------------------------------------------------------------------

    def search(self, query: SearchQuery) -> SearchResult:
        """Answer a query. A missing or broken index gives an empty answer that says so, no exception."""
        return self._answered(query, lambda asked, started: asked.result(started))

    def like(self, like: LikeQuery) -> SearchResult:
        """Products like another one, most alike first; faults as in `search`."""
        query = SearchQuery(page_size=like.size, on=like.on)
        return self._answered(query, lambda asked, started: asked.like(like, started))

    def _answered(self, query: SearchQuery, ask: "Callable[[_Search, float], SearchResult]") -> SearchResult:
        started = time.perf_counter()
        try:
            return ask(_Search(self.reader.searcher(), query), started)
        except IndexUnavailable as error:
            logger.warning("search: %s", error)
        except BaseException as error:
            if not _comes_from_the_index(error):
                raise
            logger.exception("search failed")
        took_ms = (time.perf_counter() - started) * 1000
        empty = dict.fromkeys(FACETS, ())
        return SearchResult((), 0, query.page, 0, empty, took_ms, is_available=False)

    # -- writing ------------------------------------------------------------------------------------

    def lock(self):
        """Context in which nobody else changes the index."""
        return self.files.lock()

    def replace(self, product_ids: Iterable[int], documents: Iterable[ProductDocument]) -> None:
        """Put these documents in the place of all that the index holds of these products. Needs the lock."""
        self.writer.replace(product_ids, documents)

    def build(self) -> Build:
        """Start a new index beside the one in use; one at a time."""
        return Build(self.files)

    def rebuild(self, batches: Iterable[list[ProductDocument]]) -> int:
        """Make the whole index anew of these documents alone; the number of them. Needs the lock."""
        build = self.build()
        try:
            for batch in batches:
                build.add(batch)
            build.finish()
        except BaseException:
            build.abandon()
            raise
        return build.count

    def close(self) -> None:
        """Give up the writer."""
        self.writer.close()

    # -- inspecting ---------------------------------------------------------------------------------

    def problem(self) -> str | None:
        """Why the index cannot be used, in a few words; None if it answers."""
        try:
            searcher = self.reader.searcher()
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

    def is_in_place(self) -> bool:
        """Whether there is an index of this version that can be opened. Costs next to nothing."""
        try:
            self.reader.searcher()
        except IndexUnavailable:
            return False
        return True

    def product_ids(self) -> set[int]:
        """Products that the index holds. Raises IndexUnavailable."""
        searcher, addresses = self._everything()
        return set(searcher.fast_field_values("product_id", addresses))

    def contents(self) -> Iterator[tuple[int, int, str, dict]]:
        """(product id, first day, digest, card) of every document. Raises IndexUnavailable."""
        searcher, addresses = self._everything()
        ids = searcher.fast_field_values("product_id", addresses)
        days = searcher.fast_field_values("from_day", addresses)
        for product_id, day, address in zip(ids, days, addresses, strict=True):
            stored = searcher.doc(address)
            yield product_id, day, bytes(stored["digest"][0]).decode(), json.loads(bytes(stored["card"][0]))

    def _everything(self) -> tuple[Searcher, list[DocAddress]]:
        searcher = self.reader.searcher()
        hits = searcher.search(Query.all_query(), max(1, searcher.num_docs)).hits
        return searcher, [address for _, address in hits]


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
        self.day = valid_on(day_number(query.on))
        if not self.is_of_products:
            self.day = all_of([self.day, filter_query(OneOf("kind", (query.kind,)))])
        self.filters = {
            name: all_of([filter_query(part) for part in parts]) for name, parts in shared.filters(query).items()
        }

    def result(self, started: float) -> SearchResult:
        asked = plan(
            self.query.text, _Vocabulary(self.searcher), without=self.query.without, is_wide=not self.is_of_products
        )
        text, stage, near = self._text(asked)
        everything = all_of([text, *self.filters.values()])
        total = self._count(everything)
        pages = -(-total // self.query.page_size)
        hits = self._page(everything, total, by_weight=stage is not None) if self.query.page <= pages else []
        return SearchResult(
            hits=tuple(self._hit(address) for address in hits),
            total=total,
            page=self.query.page,
            pages=pages,
            facets=self._facets(text) if self.is_of_products else dict.fromkeys(FACETS, ()),
            took_ms=(time.perf_counter() - started) * 1000,
            near=near and total > 0,
            corrected=stage.corrected if stage and total else "",
            stars_wanted=asked.stars,
            stage=stage,
        )

    def like(self, like: LikeQuery, started: float) -> SearchResult:
        """Products like another one."""
        stage = likeness(like, _Vocabulary(self.searcher))
        wanted = all_of([stage_query(stage) if stage else Query.empty_query(), self.day, unlike(like.but)])
        total = self._count(wanted)
        hits = self._page(wanted, total, by_weight=True) if total else []
        return SearchResult(
            hits=tuple(self._hit(address) for address in hits),
            total=total,
            page=1,
            pages=-(-total // like.size),
            facets=dict.fromkeys(FACETS, ()),
            took_ms=(time.perf_counter() - started) * 1000,
            stage=stage,
        )

    def _count(self, query: Query) -> int:
        return self.searcher.search(query, 1).count

    def _text(self, asked: Plan) -> tuple[Query, Stage | None, bool]:
        """What the text asks for on this day, the stage that found something, and whether it is only near."""
        stages = takewhile(lambda stage: not stage.near, asked.stages) if self.query.is_exact else asked.stages
        stage = next((stage for stage in stages if self._count(all_of([needed_query(stage), self.day]))), None)
        if stage is None:
            base = Query.empty_query() if asked.has_words else self.day
        else:
            base = all_of([stage_query(stage), self.day])
        near = bool(stage and stage.near)
        if asked.stars is None:
            return base, stage, near
        certified = number("stars", asked.stars)
        with_stars = all_of([base, any_of([raised(certified, STARS_NAMED), number("known_stars", asked.stars)])])
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
            wanted = without_weight(all_of([text, *(self.filters[name] for name in sorted(active))]))
            terms = {name: {"terms": {"field": FACET_COLUMNS[name], "size": MOST_FACET_VALUES}} for name in names}
            answer = self.searcher.aggregate(wanted, terms)
            for name in names:
                counts[name] = {bucket["key"]: bucket["doc_count"] for bucket in answer[name]["buckets"]}
        return shared.facets(self.query, counts)

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
