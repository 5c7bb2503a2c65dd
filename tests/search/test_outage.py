"""Elasticsearch gone: the embedded engine answers and says so, nothing is lost, and all comes back by itself."""

import time

import pytest

from catalogue.products.models import Product
from search import failover, services
from search.contract import SearchQuery
from search.engines import ELASTICSEARCH, engine
from search.models import ReplicaChange
from search.queries import search
from search.suggestions import upkeep as suggestions
from storefront.runtime.elasticsearch import free_port
from tests.waiting import wait_until

from .changes import Changes, nothing_waits

NOTE = "The stand-by search answers"


@pytest.fixture
def nobody_there(own_index, settings):
    """The site should ask an Elasticsearch at an address where nothing listens."""
    settings.SEARCH_ENGINE = ELASTICSEARCH
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{free_port()}"
    failover.breaker.reset()
    yield engine(ELASTICSEARCH)
    failover.breaker.reset()


def test_the_embedded_engine_answers_and_the_page_and_the_api_say_so(nobody_there, client):
    page = client.get("/en/tim-kiem/?q=mac+ca")
    assert NOTE in page.content.decode()
    assert page["Cache-Control"] == "no-store"  # the note must not outlive the outage
    answer = client.get("/api/v1/products?q=mac+ca").json()
    assert (answer["engine"], answer["degraded"]) == ("tantivy", True)
    assert answer["total"] == search(SearchQuery(text="mac ca")).total > 0


def test_without_an_outage_nothing_is_said(own_index, client):
    page = client.get("/en/tim-kiem/?q=mac+ca")
    assert NOTE not in page.content.decode()
    assert "no-store" not in page.get("Cache-Control", "")
    answer = client.get("/api/v1/products?q=mac+ca").json()
    assert (answer["engine"], answer["degraded"]) == ("tantivy", False)


def test_an_outage_costs_one_search_and_not_each_one(nobody_there, monkeypatch):
    queries = []
    real = type(nobody_there).search

    def slow(self, query, reading):
        queries.append(query)
        return real(self, query, reading)

    monkeypatch.setattr(type(nobody_there), "search", slow)
    for _ in range(20):
        assert search(SearchQuery(text="mac ca")).is_degraded
    assert len(queries) == 1
    now = time.monotonic()
    monkeypatch.setattr(failover.time, "monotonic", lambda: now + failover.MAX_PAUSE_SECONDS)
    search(SearchQuery())
    search(SearchQuery())
    assert len(queries) == 2  # one tries again, the others need not wait for it
    failover.breaker.note(is_fine=True)
    search(SearchQuery())
    assert len(queries) == 3


def test_a_fault_in_an_answer_is_an_outage_too(nobody_there, monkeypatch):
    monkeypatch.setattr("search.engines.elasticsearch.Searching", None)
    result = search(SearchQuery(text="mac ca"))
    assert (result.engine, result.is_available, result.is_degraded) == ("tantivy", True, True)


def test_while_it_lacks_changes_nobody_asks_elasticsearch(nobody_there, monkeypatch):
    monkeypatch.setattr(type(nobody_there), "search", None)  # would raise
    failover.note_behind("a reason")
    assert search(SearchQuery()).is_degraded
    assert failover.is_left_out()


def test_readiness_does_not_depend_on_elasticsearch(nobody_there, client):
    failover.note_behind("a reason")
    body = client.get("/readyz").json()
    assert body["checks"]["index"]["ok"]
    assert body["search"] == {"engine": "elasticsearch", "degraded": True, "waiting_for_elasticsearch": 0}


@pytest.mark.java
def test_an_outage_and_a_killed_worker_lose_nothing(start_worker, settings, elasticsearch):
    """The short form of `make drill-search`."""
    settings.SEARCH_ENGINE, settings.ELASTICSEARCH_URL = ELASTICSEARCH, elasticsearch.urls[0]
    settings.ELASTICSEARCH_INDEX = "outage"
    failover.breaker.reset()
    environment = {
        "SEARCH_ENGINE": ELASTICSEARCH,
        "ELASTICSEARCH_URL": elasticsearch.urls[0],
        "ELASTICSEARCH_INDEX": "outage",
    }
    worker = start_worker(**environment)

    def answers(name, text="", total=151):
        result = search(SearchQuery(text=text))
        return result.engine == name and result.total == total

    wait_until(lambda: answers(ELASTICSEARCH))  # the worker builds both indexes by itself

    elasticsearch.kill(0)
    first, second = Product.objects.order_by("pk")[:2]
    Product.objects.filter(pk=first.pk).update(title="Kẹo dồi trong lúc mất")
    Product.objects.filter(pk=second.pk).update(is_public=False)
    wait_until(lambda: answers("tantivy", "kẹo dồi trong lúc mất", 1))
    assert answers("tantivy", total=150)
    assert search(SearchQuery()).is_degraded
    wait_until(ReplicaChange.objects.exists)
    wait_until(failover.is_behind)

    elasticsearch.start(0)
    elasticsearch.wait()
    wait_until(lambda: not failover.is_behind())
    failover.breaker.reset()
    assert answers(ELASTICSEARCH, "kẹo dồi trong lúc mất", 1)
    assert not search(SearchQuery()).is_degraded
    assert not ReplicaChange.objects.exists()
    assert services.differences(ELASTICSEARCH) == services.differences() == []

    # Its index is deleted behind our back: the worker notices and builds it anew.
    client = engine(ELASTICSEARCH).client
    client.indices.delete(index=engine(ELASTICSEARCH).index_in_use())
    assert answers("tantivy", total=150)
    wait_until(lambda: engine(ELASTICSEARCH).is_in_place() and not failover.is_behind())
    assert services.differences(ELASTICSEARCH) == []

    changes = Changes(seed=5)
    changes.make(20)
    worker.kill()
    worker.wait()
    changes.make(20)
    assert not nothing_waits()
    start_worker(**environment)
    wait_until(nothing_waits)
    assert services.differences(ELASTICSEARCH) == services.differences() == suggestions.differences() == []
    failover.breaker.reset()
