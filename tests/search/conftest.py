"""Indexes for the search tests: one of the real register for reading, and copies of it to change."""

import contextlib
import os
import shutil
import subprocess
import sys
import uuid

import pytest

from search import failover, services
from search.content_index import content_index
from search.engines import engine
from search.models import OutboxEntry, SuggestionChange
from search.suggestions.index import suggestion_index
from storefront.runtime.elasticsearch import Cluster
from storefront.runtime.pytest_plugin import ROOT

from .nodes import JAVA, var


@pytest.fixture(scope="session")
def _index_of_the_register(tmp_path_factory):
    return tmp_path_factory.mktemp("register-index") / "search"


@pytest.fixture
def index(db, settings, _index_of_the_register):
    """The engine with an index of the real register. Only for tests that change nothing."""
    settings.SEARCH_INDEX_DIR = _index_of_the_register
    if not _index_of_the_register.exists():
        services.rebuild()
    return engine()


@pytest.fixture
def own_index(index, settings, tmp_path):
    """The engine with a copy of that index and of its suggestions, and nothing that waits for them."""
    OutboxEntry.objects.all().delete()
    SuggestionChange.objects.all().delete()
    suggestions, others = suggestion_index().files.root, content_index().files.root
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    shutil.copytree(index.files.root, settings.SEARCH_INDEX_DIR, symlinks=True)
    shutil.copytree(suggestions, suggestion_index().files.root, symlinks=True)
    shutil.copytree(others, content_index().files.root, symlinks=True)
    yield engine()
    engine().close()
    suggestion_index().close()
    content_index().close()


@pytest.fixture
def start_worker(committed_db, settings, tmp_path):
    """Starts worker processes on this test's database and an index of its own."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    started = []

    def start(**environment):
        with open(tmp_path / "worker.log", "ab") as log:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "worker"],
                cwd=ROOT,
                env={
                    **os.environ,
                    "DJANGO_SETTINGS_MODULE": "storefront.settings.demo",
                    "SAOBUON_VAR": str(tmp_path),
                    **environment,
                },
                stdout=log,
                stderr=log,
            )
        started.append(process)
        return process

    yield start
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.wait()


# -- Elasticsearch ---------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def elasticsearch(tmp_path_factory):
    """A real Elasticsearch node of this run; its tests are marked `java` and run in one process."""
    with Cluster(var(), tmp_path_factory.mktemp("elasticsearch"), heap_mb=384) as cluster:
        yield cluster


@pytest.fixture
def with_elasticsearch(own_index, settings, elasticsearch):
    """The site keeps both engines; the index of Elasticsearch is still to be built."""
    settings.ELASTICSEARCH_URL = ",".join(elasticsearch.urls)
    settings.ELASTICSEARCH_INDEX = f"test-{uuid.uuid4().hex[:8]}"
    failover.breaker.reset()
    yield engine("elasticsearch")
    failover.breaker.reset()
    for name in engine("elasticsearch").client.indices.get(index=f"{settings.ELASTICSEARCH_INDEX}-*"):
        engine("elasticsearch").client.indices.delete(index=name)


@pytest.fixture(params=["tantivy", pytest.param("elasticsearch", marks=JAVA)])
def any_engine(request, own_index, settings):
    """Each engine in turn: it answers, and its index of the register may be changed. The engine's name."""
    if request.param == "elasticsearch":
        request.getfixturevalue("with_elasticsearch")
        services.rebuild("elasticsearch")
    settings.SEARCH_ENGINE = request.param
    return request.param
