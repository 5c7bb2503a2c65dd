"""The engine for many servers: an Elasticsearch index behind an alias. Same plan, same order as embedded."""

import contextlib
import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError, helpers
from elasticsearch.serializer import OrjsonSerializer

from search import locks
from search.contract import Reading, SearchQuery, SearchResult
from search.documents import ProductDocument
from search.engines import Engine, IndexUnavailable, shared
from search.more_like_this import LikeQuery

from .schema import version
from .searching import Searching
from .writing import FAULTS, Build, engine_errors, replace

logger = logging.getLogger(__name__)

SEARCH_SECONDS = 1.5
WRITE_SECONDS = 20


class ElasticsearchEngine(Engine):
    """Searches, updates, rebuilds and inspects one index. `urls`: one or more nodes, separated by commas."""

    def __init__(self, urls: str, alias: str):
        self.alias = alias
        # Who searches would rather be answered by the embedded engine than wait; another node is tried at once.
        self.client = Elasticsearch(
            [url.strip() for url in urls.split(",")],
            request_timeout=SEARCH_SECONDS,
            retry_on_timeout=False,
            max_retries=2,
            serializer=OrjsonSerializer(),
        )
        self.patient = self.client.options(request_timeout=WRITE_SECONDS, max_retries=3, retry_on_timeout=True)

    # -- searching ----------------------------------------------------------------------------------

    def search(self, query: SearchQuery, reading: Reading) -> SearchResult:
        """Answer a query. A cluster that cannot answer gives an empty answer that says so, no exception."""
        return self._run(query, lambda search, started: search.result(reading, started))

    def more_like_this(self, query: LikeQuery) -> SearchResult:
        """Products like another one, most alike first; faults as in `search`."""
        page = SearchQuery(page_size=query.size, on=query.on)
        return self._run(page, lambda search, started: search.more_like_this(query, started))

    def _run(self, query: SearchQuery, work: Callable[[Searching, float], SearchResult]) -> SearchResult:
        started = time.perf_counter()
        try:
            return work(Searching(self.client, self.alias, query), started)
        except NotFoundError:
            logger.warning("search: there is no Elasticsearch index yet")
        except FAULTS as error:
            logger.warning("search: Elasticsearch gave no answer: %s", str(error)[:200])
        except Exception:
            logger.exception("search failed")
        return shared.no_answer(query, started)

    # -- writing ------------------------------------------------------------------------------------

    def lock(self) -> contextlib.AbstractContextManager[None]:
        """Context in which nobody else changes the index."""
        return locks.held(locks.WRITING_ELASTICSEARCH)

    def replace(self, product_ids: Collection[int], documents: Iterable[ProductDocument]) -> None:
        """Put these documents in the place of all that the index holds of these products. Needs the lock.

        Raises IndexUnavailable.
        """
        replace(self.patient, self.index_in_use(), product_ids, documents)

    def build(self) -> Build:
        """Start a new index beside the one in use; one at a time. Raises IndexUnavailable."""
        return Build(self.patient, self.alias)

    def close(self) -> None:
        """Nothing is held open between updates."""

    # -- inspecting ---------------------------------------------------------------------------------

    def index_in_use(self) -> str:
        """Name of the index behind the alias. Raises IndexUnavailable."""
        with engine_errors():
            names = list(self.client.indices.get_alias(name=self.alias))
        if not names[0].startswith(f"{self.alias}-{version()}-"):
            raise IndexUnavailable("the search index is of another version")
        return names[0]

    def problem(self) -> str | None:
        """Why the index cannot be used, in a few words; None if it answers."""
        try:
            self.index_in_use()
            with engine_errors():
                self.client.search(index=self.alias, size=1, allow_partial_search_results=False)
        except IndexUnavailable as error:
            return str(error)
        return None

    def is_in_place(self) -> bool:
        """Whether there is an index of this version."""
        try:
            self.index_in_use()
        except IndexUnavailable:
            return False
        return True

    def product_ids(self) -> set[int]:
        """Products that the index holds. Raises IndexUnavailable."""
        return {product_id for product_id, *_ in self._everything(source=False)}

    def contents(self) -> Iterator[tuple[int, int, str, dict[str, Any]]]:
        """(product id, first day, digest, card) of every document. Raises IndexUnavailable."""
        return self._everything(source=["digest", "card"])

    def _everything(self, *, source: bool | list[str]) -> Iterator[tuple[int, int, str, dict[str, Any]]]:
        index = self.index_in_use()
        with engine_errors():
            self.patient.indices.refresh(index=index)
            for hit in helpers.scan(self.patient, index=index, query={"_source": source}, size=1000):
                product_id, _, day = hit["_id"].partition("-")
                held = hit.get("_source", {})
                yield int(product_id), int(day), held.get("digest", ""), held.get("card", {})
