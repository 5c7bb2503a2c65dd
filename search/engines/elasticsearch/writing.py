"""Changing an Elasticsearch index, and making a new one beside it."""

import contextlib
import uuid
from collections.abc import Iterable, Iterator

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError, helpers

from search.documents import ProductDocument
from search.engines import EngineUnreachable, IndexUnavailable

from .schema import SETTINGS, key_of, mapping, source_of, version

BULK = 500
SENDERS = 2
"""One lot is put together while the server works on another."""
MAX_DOCUMENTS_OF_UPDATE = 10_000
"""Documents that the products of one update may have."""
WHILE_BUILDING = {**SETTINGS, "refresh_interval": "-1", "auto_expand_replicas": "false", "number_of_replicas": 0}
REPLICA_SECONDS = 30
FAULTS = (ApiError, TransportError, helpers.BulkIndexError, helpers.ScanError)


@contextlib.contextmanager
def engine_errors() -> Iterator[None]:
    """A cluster without our index raises IndexUnavailable, one that does not do what it is asked for
    EngineUnreachable."""
    try:
        yield
    except NotFoundError as error:
        raise IndexUnavailable("there is no search index yet") from error
    except FAULTS as error:
        raise EngineUnreachable(f"Elasticsearch gave no answer: {str(error)[:200]}") from error


@engine_errors()
def replace(
    client: Elasticsearch, index: str, product_ids: Iterable[int], documents: Iterable[ProductDocument]
) -> None:
    """Put these documents in the place of all that the index holds of these products; seen at once.

    Raises IndexUnavailable.
    """
    wanted = {key_of(document): source_of(document) for document in documents}
    client.indices.refresh(index=index)
    held = client.search(
        index=index,
        query={"terms": {"product_id": list(product_ids)}},
        source=False,
        size=MAX_DOCUMENTS_OF_UPDATE,
        sort=["_doc"],
        allow_partial_search_results=False,
    )
    gone = {hit["_id"] for hit in held["hits"]["hits"]} - set(wanted)
    actions = [{"_op_type": "delete", "_index": index, "_id": key} for key in sorted(gone)]
    actions += [{"_index": index, "_id": key, "_source": source} for key, source in wanted.items()]
    helpers.bulk(client, actions, chunk_size=BULK, refresh=True, ignore_status=(404,))


class Build:
    """A new index that nobody sees until `finish`. Everything but `abandon` raises IndexUnavailable."""

    @engine_errors()
    def __init__(self, client: Elasticsearch, alias: str):
        self.client, self.alias = client, alias
        self.name = f"{alias}-{version()}-{uuid.uuid4().hex[:8]}"
        self.count, self.is_in_place = 0, False
        client.indices.create(index=self.name, mappings=mapping().to_dict(), settings=WHILE_BUILDING)

    @engine_errors()
    def add(self, documents: Iterable[ProductDocument]) -> None:
        """Documents of products that the new index does not hold yet."""
        actions = ({"_index": self.name, "_id": key_of(one), "_source": source_of(one)} for one in documents)
        for _ in helpers.parallel_bulk(self.client, actions, chunk_size=BULK, thread_count=SENDERS):
            self.count += 1

    def replace(self, product_ids: Iterable[int], documents: Iterable[ProductDocument]) -> None:
        """Follow a change made since `add`."""
        replace(self.client, self.name, product_ids, documents)

    @engine_errors()
    def settle(self) -> None:
        """Write down what there is, and let other nodes copy it."""
        settings = {name: SETTINGS[name] for name in ("refresh_interval", "auto_expand_replicas")}
        self.client.indices.put_settings(index=self.name, settings=settings)
        self.client.indices.refresh(index=self.name)
        # A node that dies now must not take the only copy with it; but a cluster may be short of nodes for long.
        with contextlib.suppress(ApiError, TransportError):
            self.client.options(request_timeout=REPLICA_SECONDS + 5, max_retries=0).cluster.health(
                index=self.name, wait_for_status="green", timeout=f"{REPLICA_SECONDS}s"
            )

    @engine_errors()
    def finish(self) -> None:
        """Let the alias mean the new index from now on, in one step, and remove what came before."""
        self.settle()
        others = [name for name in self.client.indices.get(index=f"{self.alias}-*") if name != self.name]
        self.client.indices.update_aliases(
            actions=[
                {"add": {"index": self.name, "alias": self.alias}},
                *({"remove": {"index": name, "alias": self.alias, "must_exist": False}} for name in others),
            ]
        )
        self.is_in_place = True
        for name in others:
            self.client.indices.delete(index=name, ignore_unavailable=True)

    def abandon(self) -> None:
        """Remove what was made, unless it is in use by now."""
        if not self.is_in_place:
            with contextlib.suppress(ApiError, TransportError):
                self.client.indices.delete(index=self.name, ignore_unavailable=True)
