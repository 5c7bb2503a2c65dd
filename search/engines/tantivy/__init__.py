"""The embedded engine: a tantivy index in `SEARCH_INDEX_DIR`, no server."""

import json
import logging
import time
from collections import Counter
from collections.abc import Iterable, Iterator

from tantivy import DocAddress, Order, Query, Searcher

from search.analysis import sorting_key
from search.cards import hit_from
from search.contract import FACETS, Facet, Hit, SearchQuery, SearchResult
from search.documents import ProductDocument, day_number
from search.engines import IndexUnavailable
from search.plan import Plan, Stage, plan

from .files import IndexFiles
from .reading import Reader
from .schema import district_key
from .translation import (
    all_of,
    any_of,
    between,
    needed_query,
    number,
    raised,
    stage_query,
    whole,
    without_weight,
)
from .writing import Writer, build

logger = logging.getLogger(__name__)

STARS_NAMED = 60.0
"""Weight of being certified at the number of stars a text names: above anything words can reach."""
MOST_FACET_VALUES = 5_000
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
        started = time.perf_counter()
        try:
            return _Search(self.reader.searcher(), query).result(started)
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

    def rebuild(self, batches: Iterable[list[ProductDocument]]) -> int:
        """Make the whole index anew and swap it in; the number of documents. Needs the lock."""
        count = build(self.files, batches)
        self.writer.close()
        return count

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

    def counts(self, field: str, terms: Iterable[str]) -> Counter:
        """Terms that nobody wrote are left out."""
        counts = {term: self.searcher.doc_freq(field, term) for term in terms}
        return Counter({term: count for term, count in counts.items() if count})


class _Search:
    """One search over one state of the index."""

    def __init__(self, searcher: Searcher, query: SearchQuery):
        self.searcher, self.query = searcher, query
        self.day = between("from_day", day_number(query.on), "to_day")
        self.filters = self._filters()

    def result(self, started: float) -> SearchResult:
        asked = plan(self.query.text, _Vocabulary(self.searcher))
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
            facets=self._facets(text),
            took_ms=(time.perf_counter() - started) * 1000,
            near=near and total > 0,
            corrected=stage.corrected if stage and total else "",
            stars_wanted=asked.stars,
        )

    def _count(self, query: Query) -> int:
        return self.searcher.search(query, 1).count

    def _text(self, asked: Plan) -> tuple[Query, Stage | None, bool]:
        """What the text asks for on this day, the stage that found something, and whether it is only near."""
        stage = next((stage for stage in asked.stages if self._count(all_of([needed_query(stage), self.day]))), None)
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

    # -- filters and facets -------------------------------------------------------------------------

    def _filters(self) -> dict[str, Query]:
        query, filters = self.query, {}
        places = []
        if query.area:
            places.append(whole("area", query.area))
        if query.district:
            places.append(whole("district_key", district_key(query.district)))
        if places:
            filters["area"] = all_of(places)
        if query.stars:
            filters["stars"] = any_of([number("stars", stars) for stars in sorted(set(query.stars))])
        if query.group:
            filters["group"] = whole("group", query.group)
        return filters

    def _facets(self, text: Query) -> dict[str, tuple[Facet, ...]]:
        columns = {"area": "district_label", "stars": "stars", "group": "group_label"}
        by_filters: dict[frozenset[str], list[str]] = {}
        for name in FACETS:
            by_filters.setdefault(frozenset(self.filters) - {name}, []).append(name)
        counts: dict[str, dict] = {}
        for active, names in by_filters.items():
            wanted = without_weight(all_of([text, *(self.filters[name] for name in sorted(active))]))
            terms = {name: {"terms": {"field": columns[name], "size": MOST_FACET_VALUES}} for name in names}
            answer = self.searcher.aggregate(wanted, terms)
            for name in names:
                counts[name] = {bucket["key"]: bucket["doc_count"] for bucket in answer[name]["buckets"]}
        return {
            "area": self._area_facet(counts["area"]),
            "stars": self._stars_facet(counts["stars"]),
            "group": self._group_facet(counts["group"]),
        }

    def _area_facet(self, counts: dict[str, int]) -> tuple[Facet, ...]:
        facets = []
        wanted = district_key(self.query.district) if self.query.district else None
        for key, count in counts.items():
            slug, _, label = key.partition("\t")
            chosen = slug == self.query.area or (wanted is not None and district_key(label) == wanted)
            facets.append(Facet(slug, label, count, chosen))
        # "Huyện Cư M'gar" and "Thị xã Buôn Hồ" are looked up by their names, not by their kinds.
        return tuple(sorted(facets, key=lambda facet: sorting_key(_bare(facet.label))))

    def _stars_facet(self, counts: dict[int, int]) -> tuple[Facet, ...]:
        values = {int(stars): count for stars, count in counts.items() if int(stars)}
        for stars in self.query.stars:
            values.setdefault(stars, 0)
        return tuple(
            Facet(str(stars), str(stars), values[stars], stars in self.query.stars)
            for stars in sorted(values, reverse=True)
        )

    def _group_facet(self, counts: dict[str, int]) -> tuple[Facet, ...]:
        """Groups and their first level below; further levels only under a chosen code."""
        chosen, facets = self.query.group, {}
        for key, count in counts.items():
            code, _, label = key.partition("\t")
            if code.count(".") <= 1 or (chosen and (code == chosen or code.rpartition(".")[0] == chosen)):
                facets[code] = Facet(code, label, count, code == chosen)
        if chosen and chosen not in facets:
            facets[chosen] = Facet(chosen, chosen, 0, True)
        return tuple(facets[code] for code in sorted(facets, key=_code_order))

    # -- hits ---------------------------------------------------------------------------------------

    def _page(self, query: Query, total: int, *, by_weight: bool) -> list[DocAddress]:
        """Addresses of the hits on the page. The page exists: `first` is below `total`."""
        size, first = self.query.page_size, (self.query.page - 1) * self.query.page_size
        if self.query.sort == "relevance" and by_weight:
            return self._by_weight(query, total, first, first + size)
        field = {"name": "by_name", "newest": "by_newest"}.get(self.query.sort, "by_stars")
        found = self.searcher.search(query, size, count=False, order_by_field=field, offset=first, order=Order.Asc)
        return [address for _, address in found.hits]

    def _by_weight(self, query: Query, total: int, first: int, last: int) -> list[DocAddress]:
        """Heaviest first, then stars, name, id. Fetches on until no tie crosses the end of the page."""
        fetch = last + TIES_AT_FIRST
        while True:
            fetch = min(fetch, total)
            hits = self.searcher.search(query, fetch, count=False).hits
            if fetch == total or hits[-1][0] < hits[min(last, total) - 1][0]:
                break
            fetch *= 4
        addresses = [address for _, address in hits]
        columns = [self.searcher.fast_field_values(name, addresses) for name in ("order_1", "order_2", "product_id")]
        keys = [(-hits[place][0], *values) for place, values in enumerate(zip(*columns, strict=True))]
        order = sorted(range(len(hits)), key=keys.__getitem__)
        return [addresses[place] for place in order[first:last]]

    def _hit(self, address: DocAddress) -> Hit:
        stored = self.searcher.doc(address)
        return hit_from(
            json.loads(bytes(stored["card"][0])),
            product_id=self.searcher.fast_field_values("product_id", [address])[0],
            stars=self.searcher.fast_field_values("stars", [address])[0],
        )


_KINDS = ("Thành phố ", "Thị xã ", "Huyện ")


def _bare(label: str) -> str:
    return next((label.removeprefix(kind) for kind in _KINDS if label.startswith(kind)), label)


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}


def _code_order(code: str) -> tuple:
    first, *rest = code.split(".")
    return _ROMAN.get(first, 99), first, rest
