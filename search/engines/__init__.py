"""The search engines behind the contract.

The embedded one is on every site and always up to date. Elasticsearch is beside it where `ELASTICSEARCH_URL`
names one; which of the two answers is told by `search.failover`.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from .protocol import Build as Build
from .protocol import Engine as Engine

EMBEDDED, ELASTICSEARCH = "tantivy", "elasticsearch"
ENGINES = {
    EMBEDDED: "search.engines.tantivy.TantivyEngine",
    ELASTICSEARCH: "search.engines.elasticsearch.ElasticsearchEngine",
}


class IndexBusy(Exception):
    """Another process holds the writer of the index."""


class IndexUnavailable(Exception):
    """There is no index to ask; the message says why."""


class EngineUnreachable(IndexUnavailable):
    """The server of the engine gives no answer, so nobody knows what index it has."""


@cache
def _engine(name: str, *where: str) -> Engine:
    made: Engine = import_string(ENGINES[name])(*where)
    return made


def engine(name: str = EMBEDDED) -> Engine:
    """The engine of this name, one for the process; the embedded one if none is named."""
    if name == ELASTICSEARCH:
        return _engine(name, settings.ELASTICSEARCH_URL, f"{settings.ELASTICSEARCH_INDEX}-products")
    return _engine(name, str(settings.SEARCH_INDEX_DIR))


def maintained_engines() -> tuple[str, ...]:
    """Names of the engines that this site keeps up to date."""
    return (EMBEDDED, ELASTICSEARCH) if settings.ELASTICSEARCH_URL else (EMBEDDED,)


def sibling_path(name: str) -> Path:
    """A folder beside the index of products: `<SEARCH_INDEX_DIR>-<name>`."""
    directory = Path(settings.SEARCH_INDEX_DIR)
    return directory.with_name(f"{directory.name}-{name}")
