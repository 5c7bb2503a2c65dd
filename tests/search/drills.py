"""`make drill-search`: processes are killed with -9 under load, and afterwards nothing is missing anywhere.

The suite has a short form of it in `test_outage.py`.
"""

import random
import signal
import subprocess
import threading
import time

import pytest
from django.db import connection
from django.test import Client

from catalogue.products.models import Product
from search import failover, services
from search.contract import SearchQuery
from search.engines import ELASTICSEARCH, EMBEDDED, engine
from search.models import WorkerHeartbeat
from search.queries import search
from search.suggestions import upkeep as suggestions
from storefront.runtime.elasticsearch import Cluster
from tests.waiting import wait_until

from .changes import Changes, nothing_waits
from .nodes import var

TEXTS = ("cà phê", "mật ong", "ca phe cu mgar 4 sao", "", "sầu riêng krông pắc", "htx 3 sao")


CHANGES = {EMBEDDED: 2_000, ELASTICSEARCH: 10_000}
SECONDS_BETWEEN_KILLS = 6
"""At most: a worker is killed after a random part of it."""
SECONDS_BEFORE_A_NODE_DIES = 10


def has_begun(worker: subprocess.Popen) -> bool:
    """Whether this worker is past its start: killed earlier it would never be in the middle of anything."""
    return WorkerHeartbeat.objects.filter(name__contains=f"-{worker.pid}-").exists()


class Visitors:
    """Search in threads of their own and open pages all the time; what failed is in `failures`."""

    def __init__(self, number: int = 2):
        self.failures: list[str] = []
        self.searches = self.pages = self.stand_ins = 0
        self.slowest_ms = 0.0
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._visit, args=(seed,)) for seed in range(number)]

    def __enter__(self) -> "Visitors":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _visit(self, seed: int) -> None:
        choose, client = random.Random(seed), Client()  # noqa: S311 - no secret
        try:
            while not self._over.is_set():
                text = choose.choice(TEXTS)
                result = search(SearchQuery(text=text))
                self.searches += 1
                self.stand_ins += result.is_degraded
                self.slowest_ms = max(self.slowest_ms, result.total_ms)
                if not result.is_available:
                    self.failures.append(f"no answer for {text!r}")
                page = client.get("/tim-kiem/", {"q": text})
                self.pages += 1
                if page.status_code != 200 or not page.context_data["result"].is_available:
                    self.failures.append(f"page {text!r}: {page.status_code}")
                time.sleep(0.02)
        except Exception as error:  # noqa: BLE001 - the test must hear of it
            self.failures.append(repr(error))
        finally:
            connection.close()


@pytest.mark.parametrize("name", [EMBEDDED, pytest.param(ELASTICSEARCH, marks=pytest.mark.java)])
def test_workers_killed_during_random_changes_lose_none(request, start_worker, settings, name):
    environment = {"SEARCH_ENGINE": name}
    if name == ELASTICSEARCH:
        settings.SEARCH_ENGINE, settings.ELASTICSEARCH_INDEX = name, "drill"
        settings.ELASTICSEARCH_URL = request.getfixturevalue("elasticsearch").urls[0]
        environment |= {"ELASTICSEARCH_URL": settings.ELASTICSEARCH_URL, "ELASTICSEARCH_INDEX": "drill"}
    failover.breaker.reset()
    worker = start_worker(**environment)
    wait_until(lambda: search(SearchQuery()).total == 151)
    wait_until(lambda: search(SearchQuery()).engine == name)

    changes, chance = Changes(seed=5), random.Random(7)  # noqa: S311 - no secret
    kills, started = 0, time.monotonic()
    next_kill = started + chance.random() * SECONDS_BETWEEN_KILLS
    is_at_work = True
    with Visitors(1) as visitors:
        while changes.made < CHANGES[name]:
            changes.make(5)
            if not is_at_work and has_begun(worker):
                is_at_work = True
                next_kill = time.monotonic() + chance.random() * SECONDS_BETWEEN_KILLS
            if is_at_work and time.monotonic() > next_kill:
                worker.send_signal(signal.SIGKILL)
                worker.wait()
                kills += 1
                worker, is_at_work = start_worker(**environment), False
        took = time.monotonic() - started
        wait_until(nothing_waits)
    assert kills
    assert visitors.failures == []
    print(
        f"\n{name}: {changes.made} changes in {took:.0f} s, {kills} workers killed, {visitors.searches} searches and "
        f"{visitors.pages} pages meanwhile, none failed; "
        f"{len(services.differences(name))} differences of index and database"
    )
    assert services.differences(name) == []
    assert services.differences() == []
    assert suggestions.differences() == []
    print(f"then a change was found after {_seconds_until_found():.1f} s")
    print(f"the worker ended {_seconds_to_end(worker):.1f} s after it was told to (at most 2)")
    connection.close()


def _seconds_until_found() -> float:
    title, started = "Tên để tìm xyz", time.monotonic()
    Product.objects.filter(pk=Product.objects.filter(is_public=True).first().pk).update(title=title)
    wait_until(lambda: [hit.name for hit in search(SearchQuery(text=title)).hits] == [title])
    return time.monotonic() - started


def _seconds_to_end(worker: subprocess.Popen) -> float:
    started = time.monotonic()
    worker.send_signal(signal.SIGTERM)
    worker.wait()
    return time.monotonic() - started


@pytest.mark.java
def test_one_of_three_nodes_killed_while_indexing_and_searching(start_worker, settings, tmp_path):
    with Cluster(var(), tmp_path / "nodes", nodes=3, heap_mb=256) as cluster:
        settings.SEARCH_ENGINE, settings.ELASTICSEARCH_INDEX = ELASTICSEARCH, "three"
        settings.ELASTICSEARCH_URL = ",".join(cluster.urls)
        failover.breaker.reset()
        start_worker(
            SEARCH_ENGINE=ELASTICSEARCH,
            ELASTICSEARCH_URL=settings.ELASTICSEARCH_URL,
            ELASTICSEARCH_INDEX="three",
        )
        wait_until(lambda: search(SearchQuery()).engine == ELASTICSEARCH)
        client = engine(ELASTICSEARCH).patient
        shards = client.cat.shards(index=engine(ELASTICSEARCH).index_in_use(), format="json")
        copies = [shard["node"] for shard in shards if shard["state"] == "STARTED"]
        assert len(copies) == 2
        victim = int(next(shard["node"] for shard in shards if shard["prirep"] == "p").removeprefix("node")) - 1

        changes = Changes(seed=11)
        with Visitors() as visitors:
            _change_for(changes, SECONDS_BEFORE_A_NODE_DIES)
            before = changes.made
            cluster.kill(victim)  # the one with the primary copy
            _change_for(changes, SECONDS_BEFORE_A_NODE_DIES)
            wait_until(nothing_waits)
        assert visitors.failures == []
        assert changes.made > before
        wait_until(lambda: not failover.is_behind())
        health = client.cluster.health(wait_for_status="green", timeout="30s")
        print(
            f"\nthree nodes: {changes.made} changes, {before} of them before the node with the primary copy was killed; "  # noqa: E501
            f"{visitors.searches} searches (slowest {visitors.slowest_ms:.0f} ms) and {visitors.pages} pages meanwhile, "  # noqa: E501
            f"none failed, {visitors.stand_ins} answered by the embedded engine; {health['number_of_nodes']} nodes are left, "  # noqa: E501
            f"all copies are {health['status']}; {len(services.differences(ELASTICSEARCH))} documents lost or wrong"
        )
        assert health["number_of_nodes"] == 2
        assert services.differences(ELASTICSEARCH) == []
        failover.breaker.reset()
        result = search(SearchQuery())
        assert (result.engine, result.total) == (ELASTICSEARCH, Product.objects.filter(is_public=True).count())
    failover.breaker.reset()
    connection.close()


def _change_for(changes: Changes, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        changes.make(1)
        time.sleep(0.03)  # the visitors share this process
