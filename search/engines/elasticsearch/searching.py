"""One search in Elasticsearch: what the words mean to the index in one request, most answers in a second one."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.dsl import A, MultiSearch, Q, Search
from elasticsearch.dsl.query import Query
from elasticsearch.dsl.response import Response

from catalogue.addresses import reader_language
from search.cards import hit_from
from search.clauses import Stage
from search.contract import FACETS, Hit, Reading, SearchQuery, SearchResult
from search.documents import day_number
from search.engines import counting, shared
from search.engines.shared import STARS_NAMED
from search.more_like_this import LikeQuery, more_like_this
from search.plan import Plan, plan

from .schema import MAX_RESULT_WINDOW, SORT_COLUMNS
from .translation import among, filter_query, stage_query, valid_on, weighed

STAGES_AT_ONCE = (1, 2, 3)
"""How many stages each request asks for; the last number goes on. Nearly every text is answered by the first."""


class Vocabulary:
    """Which terms the index knows."""

    def __init__(self, client: Elasticsearch, alias: str):
        self.client, self.alias = client, alias

    def counts(self, wanted: Mapping[str, Iterable[str]]) -> dict[str, Counter[str]]:
        """In how many documents each term stands, field by field; terms that nobody wrote are left out."""
        request = Search(using=self.client, index=self.alias).extra(size=0)
        request = request.params(allow_partial_search_results=False)
        for field, terms in wanted.items():
            filters = {term: Q("term", **{field: term}) for term in sorted(terms)}
            if filters:
                request.aggs.bucket(field, A("filters", filters=filters))
        buckets = request.execute().aggregations
        return {field: self._counted(buckets[field]) if field in buckets else Counter() for field in wanted}

    @staticmethod
    def _counted(filters: Any) -> Counter[str]:
        counts = {term: bucket["doc_count"] for term, bucket in filters.to_dict()["buckets"].items()}
        return Counter({term: count for term, count in counts.items() if count})


@dataclasses.dataclass(frozen=True)
class _Text:
    """What a text may ask for: as a query, with the stage it comes from."""

    query: Query
    stage: Stage | None
    drops_stars: bool = False


class Searching:
    """One search."""

    def __init__(self, client: Elasticsearch, alias: str, query: SearchQuery):
        self.client, self.alias, self.query = client, alias, query
        self.day = valid_on(day_number(query.on))
        self.filters = {
            name: Q("bool", filter=[filter_query(part) for part in parts])
            for name, parts in shared.filters(query).items()
        }

    def result(self, reading: Reading, started: float) -> SearchResult:
        text, answer = self._first_that_finds(plan(self.query, reading, Vocabulary(self.client, self.alias)))
        return shared.answer(
            self.query,
            started,
            hits=() if answer is None else tuple(self._hit(hit) for hit in answer),
            total=0 if answer is None else _total(answer),
            facets=shared.facets(self.query, self._counts(answer)),
            stage=text.stage,
            stars_wanted=reading.stars,
            drops_stars=text.drops_stars,
        )

    def more_like_this(self, query: LikeQuery, started: float) -> SearchResult:
        """Products like another one."""
        stage = more_like_this(query, Vocabulary(self.client, self.alias))
        hits: tuple[Hit, ...] = ()
        total = 0
        if stage:
            others = Q("bool", must_not=[Q("terms", product_id=list(query.exclude))])
            wanted = among(stage_query(stage), self.day, others)
            request = Search(using=self.client, index=self.alias).query(wanted)
            request = request.sort("_score", "by_stars").source(["card", "stars"])[: query.size]
            response = request.params(allow_partial_search_results=False).extra(track_total_hits=True).execute()
            hits, total = tuple(map(self._hit, response)), _total(response)
        return shared.answer(self.query, started, hits=hits, total=total, stage=stage)

    # -- the first stage that finds something ---------------------------------------------------------

    def _first_that_finds(self, steps: Plan) -> tuple[_Text, Response | None]:
        """The text as the first stage that finds anything on this day reads it, and the answer to it."""
        nothing = _Text(Q("match_none"), None)
        if not steps.has_words:
            everything = _Text(weighed(self.day, 0), None)
            text = everything if steps.stars is None else self._with_stars(everything, steps.stars)
            return text, self._ask([text])[0]
        for stages in _portions(steps.stages):
            texts = [_Text(among(stage_query(stage), self.day), stage) for stage in stages]
            if steps.stars is not None:
                # With the stars named in the text, and without them should nothing have so many.
                pairs = [
                    (self._with_stars(one, steps.stars), dataclasses.replace(one, drops_stars=True)) for one in texts
                ]
                texts = [text for pair in pairs for text in pair]
            for text, answer in zip(texts, self._ask(texts), strict=True):
                if answer.aggregations["all"]["doc_count"]:
                    return text, answer
        return nothing, None

    @staticmethod
    def _with_stars(text: _Text, stars: int) -> _Text:
        named = Q(
            "bool",
            should=[weighed(Q("term", stars=stars), STARS_NAMED), weighed(Q("term", known_stars=stars), 0)],
            minimum_should_match=1,
        )
        return dataclasses.replace(text, query=Q("bool", must=[text.query, named]))

    # -- filters and facets -------------------------------------------------------------------------

    def _ask(self, texts: list[_Text]) -> list[Response]:
        """One request for all of them: the page under all filters, each facet under all filters but its own."""
        requests = MultiSearch(using=self.client, index=self.alias)
        for text in texts:
            requests = requests.add(self._request(text))
        return list(requests.execute())

    def _request(self, text: _Text) -> Search:
        size, first = self.query.page_size, (self.query.page - 1) * self.query.page_size
        if first + size > MAX_RESULT_WINDOW:
            size = first = 0  # there is no such page
        request = (
            Search()
            .query(text.query)
            .post_filter(Q("bool", filter=list(self.filters.values())))
            .sort(*self._order(by_weight=text.stage is not None))
            .source(["card", "stars"])
            .params(allow_partial_search_results=False)
            .extra(track_total_hits=True)[first : first + size]
        )
        request.aggs.bucket("all", A("filter", Q("match_all")))
        for name in FACETS:
            others = [query for key, query in self.filters.items() if key != name]
            request.aggs.bucket(name, A("filter", Q("bool", filter=others))).bucket(
                "values", A("terms", field=counting.COLUMNS[name], size=counting.MAX_VALUES)
            )
        return request

    def _order(self, *, by_weight: bool) -> list[str]:
        if self.query.sort == "relevance" and by_weight:
            return ["_score", "by_stars"]
        return [SORT_COLUMNS[self.query.sort]]

    @staticmethod
    def _counts(answer: Response | None) -> dict[str, dict[Any, int]]:
        if answer is None:
            return {name: {} for name in FACETS}
        counts: dict[str, dict[Any, int]] = {}
        for name in FACETS:
            buckets = answer.aggregations[name]["values"]["buckets"]
            values = {bucket["key"]: bucket["doc_count"] for bucket in buckets}
            counts |= counting.counts([name], {counting.COLUMNS[name]: values})
        return counts

    # -- hits ---------------------------------------------------------------------------------------

    @staticmethod
    def _hit(hit: Any) -> Hit:
        source = hit.to_dict()
        product_id = int(hit.meta.id.partition("-")[0])
        return hit_from(source["card"], reader_language(), product_id=product_id, stars=source["stars"])


def _total(response: Any) -> int:
    """How many documents match, on all pages."""
    total: int = response.hits.total.value
    return total


def _portions(stages: Iterable[Stage]) -> Iterator[list[Stage]]:
    """The stages, some at a time; the next ones are made only when they are asked for."""
    remaining, sizes, size = iter(stages), iter(STAGES_AT_ONCE), 0
    while True:
        size = next(sizes, size)
        portion = [stage for _, stage in zip(range(size), remaining, strict=False)]
        if not portion:
            return
        yield portion
