"""Choosing which engine answers, and making its index: by command, while the site runs."""

import threading

import pytest
from django.core.management import CommandError, call_command

from catalogue.products.models import Product
from search import failover, outbox, replicas, services, state
from search.contract import SearchQuery
from search.engines import engine, maintained_engines
from search.models import IndexReplica, ReplicaChange
from search.queries import search
from tests.catalogue.factories import make_product


def answering_engine():
    result = search(SearchQuery(text="cà phê"))
    assert result.total
    return result.engine, result.is_degraded


@pytest.mark.java
def test_switch_needs_an_index_that_says_what_the_database_says(with_elasticsearch, capsys):
    assert answering_engine() == ("tantivy", False)
    with pytest.raises(CommandError, match="no search index yet"):
        call_command("search", "switch", "elasticsearch")

    call_command("search", "rebuild", engine="elasticsearch")
    product = Product.objects.order_by("pk").first()
    with_elasticsearch.replace([product.pk], [])
    with pytest.raises(services.SwitchRefused, match=rf"product {product.pk} .*missing"):
        services.switch("elasticsearch", patience_seconds=0)
    assert answering_engine() == ("tantivy", False)

    call_command("search", "rebuild", engine="elasticsearch")
    call_command("search", "check")
    call_command("search", "switch", "elasticsearch")
    assert answering_engine() == ("elasticsearch", False)
    call_command("search", "switch")
    assert capsys.readouterr().out.splitlines()[-1] == "elasticsearch answers."
    call_command("search", "switch", "tantivy")
    assert answering_engine() == ("tantivy", False)


@pytest.mark.java
def test_switch_waits_for_changes_that_are_on_their_way(with_elasticsearch):
    services.rebuild("elasticsearch")
    make_product(title="Kẹo dồi trên đường")
    outbox.drain()
    assert ReplicaChange.objects.exists()
    with pytest.raises(services.SwitchRefused, match="missing"):
        services.switch("elasticsearch", patience_seconds=0)
    replicas.drain_elasticsearch()
    services.switch("elasticsearch", patience_seconds=0)
    assert answering_engine() == ("elasticsearch", False)


@pytest.mark.java
def test_an_index_that_missed_changes_is_not_trusted(with_elasticsearch, settings):
    services.rebuild("elasticsearch")
    assert services.reason_to_rebuild("elasticsearch") is None
    url, settings.ELASTICSEARCH_URL = settings.ELASTICSEARCH_URL, ""
    replicas.forget_those_not_kept()  # as a worker does that starts without Elasticsearch
    make_product(title="Kẹo dồi bỏ lỡ")
    outbox.drain()
    assert not ReplicaChange.objects.exists()  # the queue of an engine that nobody keeps would grow for ever
    settings.ELASTICSEARCH_URL = url
    assert "not one that this database has built" in services.reason_to_rebuild("elasticsearch")
    with pytest.raises(services.SwitchRefused, match="rebuild"):
        services.switch("elasticsearch")
    assert services.rebuild_if_needed("elasticsearch")
    assert services.differences("elasticsearch") == []


@pytest.mark.java
def test_a_build_leaves_one_index_and_its_queue(with_elasticsearch):
    first = services.rebuild("elasticsearch") and with_elasticsearch.index_in_use()
    services.rebuild("elasticsearch")
    second = with_elasticsearch.index_in_use()
    assert first != second
    assert list(with_elasticsearch.client.indices.get(index=f"{with_elasticsearch.alias}-*")) == [second]
    assert list(IndexReplica.objects.values_list("name", "engine", "is_complete")) == [
        (second, "elasticsearch", True)
    ]


def test_an_engine_that_is_not_kept_cannot_be_chosen(own_index, settings):
    assert maintained_engines() == ("tantivy",)
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        call_command("search", "switch", "elasticsearch")
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        call_command("search", "rebuild", engine="elasticsearch")
    failover.choose("elasticsearch")  # and then the site is started without it
    assert answering_engine() == ("tantivy", False)


def test_the_choice_reaches_a_running_search_at_once_and_survives_half_a_file(own_index, settings):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    seen, stop = [], threading.Event()

    def look():
        while not stop.is_set():
            seen.append(failover.chosen())

    other = threading.Thread(target=look)
    other.start()
    for _ in range(50):
        failover.choose("elasticsearch")
        failover.choose("tantivy")
    stop.set()
    other.join()
    assert set(seen) <= {"tantivy", "elasticsearch"}
    failover.choose("elasticsearch")
    assert failover.chosen() == "elasticsearch"
    state.file("answers").write_bytes(b"\xff\x00")
    assert failover.chosen() == "tantivy"


@pytest.mark.parametrize("name", ["tantivy", pytest.param("elasticsearch", marks=pytest.mark.java)])
def test_the_queue_of_a_build_whose_process_died_is_removed(request, own_index, name):
    if name == "elasticsearch":
        request.getfixturevalue("with_elasticsearch")
    build = engine(name).build()
    replicas.add(build.name, name)
    make_product(title="Kẹo dồi dở dang")
    outbox.drain()
    assert ReplicaChange.objects.filter(replica=build.name).exists()
    replicas.forget_abandoned_builds()  # what every worker does from time to time
    assert not IndexReplica.objects.filter(name=build.name).exists()
    assert not ReplicaChange.objects.exists()
    services.rebuild(name)
    assert services.differences(name) == []
