"""What only Elasticsearch has: requests over a network, an alias, a mapping that every installation knows."""

import contextlib
import socket

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from elastic_transport import Transport

from search import failover, services
from search.contract import SearchQuery
from search.engines import ELASTICSEARCH, EngineUnreachable, engine
from search.engines.elasticsearch.schema import mapping
from search.intent import read
from search.queries import search
from storefront.runtime.elasticsearch import free_port


@pytest.fixture
def requests_made(monkeypatch):
    """Paths asked for over the network."""
    made = []
    real = Transport.perform_request

    def note(self, method, target, **others):
        made.append(target)
        return real(self, method, target, **others)

    monkeypatch.setattr(Transport, "perform_request", note)
    return made


@pytest.mark.java
def test_a_search_takes_two_requests(with_elasticsearch, requests_made):
    services.rebuild(ELASTICSEARCH)
    for text, most in [("", 1), ("cà phê bột", 2), ("sầu riêng krông pắc 3 sao", 2), ("mậtt ongg", 8), ("xyzzyq", 8)]:
        requests_made.clear()
        query = SearchQuery(text=text, stars=(3,))
        assert with_elasticsearch.search(query, read(query)).is_available
        assert len(requests_made) <= most, (text, requests_made)


@pytest.mark.java
def test_an_index_of_another_version_is_not_used_but_built_anew(with_elasticsearch, monkeypatch):
    services.rebuild(ELASTICSEARCH)
    monkeypatch.setattr("search.engines.elasticsearch.version", lambda: "another")
    assert "another version" in with_elasticsearch.problem()
    assert "another version" in services.reason_to_rebuild(ELASTICSEARCH)
    monkeypatch.undo()
    assert services.reason_to_rebuild(ELASTICSEARCH) is None


def test_the_mapping_needs_only_what_every_installation_has():
    for field, kind in mapping().to_dict()["properties"].items():
        assert kind["type"] in ("text", "keyword", "long", "object"), field
        assert kind.get("analyzer", "whitespace") == "whitespace", field


@pytest.fixture
def silent_server(own_index, settings):
    """An Elasticsearch that takes connections and never answers."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as server:
        settings.SEARCH_ENGINE = ELASTICSEARCH
        settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{server.getsockname()[1]}"
        failover.breaker.reset()
        yield
        failover.breaker.reset()


def test_a_cluster_that_hangs_holds_up_one_search_and_not_for_ever(silent_server, requests_made):
    for _ in range(8):
        assert search(SearchQuery(text="mac ca")).is_degraded
    assert len(requests_made) == 1


def test_a_start_without_elasticsearch_goes_on_but_a_wanted_rebuild_fails(own_index, settings, capsys):
    settings.SEARCH_ENGINE, settings.ELASTICSEARCH_URL = ELASTICSEARCH, f"http://127.0.0.1:{free_port()}"
    with pytest.raises(EngineUnreachable):
        services.reason_to_rebuild(ELASTICSEARCH)
    call_command("search", "rebuild", "--if-needed")  # what every start of the demo does
    assert "no answer" in capsys.readouterr().err
    with pytest.raises(CommandError, match="no answer"):
        call_command("search", "rebuild", engine=ELASTICSEARCH)
    assert "no answer" in engine(ELASTICSEARCH).problem()


def test_a_misspelt_engine_stops_the_start(settings):
    settings.SEARCH_ENGINE = "elastic"
    assert [error.msg for error in run_checks() if error.id == "search.E001"] == [
        "SEARCH_ENGINE must be tantivy or elasticsearch, not 'elastic'"
    ]
