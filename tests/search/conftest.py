"""Workers and Elasticsearch for the search tests."""

import contextlib
import os
import subprocess
import sys
import uuid

import pytest

from search import failover, services
from search.engines import engine
from storefront.runtime.elasticsearch import Cluster
from storefront.runtime.pytest_plugin import ROOT

from .nodes import var


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
    """A real Elasticsearch node of this run; its tests are marked `java`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(
            "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"
        )  # a node of a minute: compiling well does not pay
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


@pytest.fixture(params=["tantivy", pytest.param("elasticsearch", marks=pytest.mark.java)])
def any_engine(request, own_index, settings):
    """Each engine in turn: it answers, and its index of the register may be changed. The engine's name."""
    if request.param == "elasticsearch":
        request.getfixturevalue("with_elasticsearch")
        services.rebuild("elasticsearch")
    settings.SEARCH_ENGINE = request.param
    return request.param
