"""EPCIS from companies' systems that send too much, too deep, too often, or nonsense."""

import gzip
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, connections
from django.test.utils import CaptureQueriesContext

from catalogue.traceability.exchange.epcis import limits
from catalogue.traceability.exchange.epcis.capture import MAX_BYTES, CaptureRefused, capture
from catalogue.traceability.exchange.epcis.identifiers import normalised, trade_item
from catalogue.traceability.exchange.epcis.keys import create_key
from catalogue.traceability.lots import services as lots
from catalogue.traceability.lots.services import ensure_lots, set_gtin
from catalogue.traceability.models import CapturedEvent, Event, Lot
from storefront.gs1.epcis import views as epcis_api
from tests.catalogue.factories import make_producer, make_product
from tests.catalogue.traceability.epcis_documents import GTIN, LOT_URI, document_of, event_of
from tests.waiting import PATIENCE_SECONDS

EVENT = "/epcisBody/eventList/0"


def lots_of(count: int, *, first: int = 0) -> list[dict]:
    return [{"epcClass": f"{LOT_URI}-{first + number}", "quantity": 1} for number in range(count)]


def sent(event: dict | None = None, **changes) -> bytes:
    return json.dumps(document_of(event or event_of(**changes))).encode()


def with_value(text: str, name: str = "vi:x") -> bytes:
    """A document in which an extension has this value, as JSON text."""
    return sent(**{name: "HERE"}).replace(b'"HERE"', text.encode("utf-8", "surrogatepass"))


def deep(brackets: int) -> str:
    return "[" * brackets + "]" * brackets


BODIES = {
    "broken": (b"{", 400, ""),
    "half of a text": (b'{"type": "EPC', 400, ""),
    "not UTF-8": (b"\xff", 400, ""),
    "UTF-16": (json.dumps(document_of(event_of())).encode("utf-16"), 400, ""),
    "no object": (b"[]", 400, ""),
    "only brackets": (b"[" * 100_000, 400, "/0" * limits.MAX_DEPTH),
    "only objects": (b'{"a":' * 100_000, 400, "/a" * limits.MAX_DEPTH),
    "deep": (with_value(deep(100_000)), 400, f"{EVENT}/vi:x" + "/0" * (limits.MAX_DEPTH - 4)),
    "a little too deep": (with_value(deep(limits.MAX_DEPTH - 3)), 400, f"{EVENT}/vi:x" + "/0" * 16),
    "NaN": (with_value("NaN"), 400, f"{EVENT}/vi:x"),
    "Infinity": (with_value("[-Infinity]"), 400, f"{EVENT}/vi:x/0"),
    "number that overflows": (with_value("12E5678"), 400, f"{EVENT}/vi:x"),
    "number of 5,000 digits": (with_value("9" * 5000), 400, f"{EVENT}/vi:x"),
    "fraction of 5,000 digits": (with_value("0." + "9" * 5000), 400, f"{EVENT}/vi:x"),
    "NUL": (with_value('"\\u0000"'), 400, f"{EVENT}/vi:x"),
    "half a character": (with_value('"\\ud800"'), 400, f"{EVENT}/vi:x"),
    "name with half a character": (with_value('{"\\udfff/~": 1}'), 400, f"{EVENT}/vi:x/?~1~0"),
    "name that stands twice": (with_value('{"vi:a": 1, "vi:b": 2, "vi:a": 3}'), 400, f"{EVENT}/vi:x/vi:a"),
    "long text": (with_value(json.dumps("x" * 5000)), 400, f"{EVENT}/vi:x"),
    "long name": (with_value("1", "vi:" + "x" * 400), 400, f"{EVENT}/vi:" + "x" * 117),
    "sensor value of 401 digits": (
        sent(
            sensorElementList=[{"sensorReport": [{"type": "Temperature", "value": "HERE"}]}],
        ).replace(b'"HERE"', b"9" * 401),
        400,
        f"{EVENT}/sensorElementList/0/sensorReport/0/value",
    ),
    "quantity beyond its column": (
        sent(quantityList=[{"epcClass": LOT_URI, "quantity": 10**11, "uom": "KGM"}]),
        400,
        f"{EVENT}/quantityList/0/quantity",
    ),
    "quantity rounded beyond its column": (
        sent(quantityList=[{"epcClass": LOT_URI, "quantity": 99_999_999.9999999, "uom": "TNE"}]),
        400,
        f"{EVENT}/quantityList/0/quantity",
    ),
    "lot with a sign that lots do not have": (
        sent(quantityList=[{"epcClass": "urn:epc:class:lgtin:0200000.000003.L$1"}]),
        400,
        f"{EVENT}/quantityList/0/epcClass",
    ),
    "action of an event of another kind": (sent(type="vi:Tasting", action="SWALLOW"), 400, f"{EVENT}/action"),
    "parent of an event of another kind": (sent(type="vi:Tasting", parentID=5), 400, f"{EVENT}/parentID"),
    "in the future": (sent(eventTime="2190-04-01T08:00:00+07:00"), 400, f"{EVENT}/eventTime"),
    "long ago": (sent(eventTime="1901-04-01T08:00:00+07:00"), 400, f"{EVENT}/eventTime"),
    "too many bytes": (b" " * (MAX_BYTES + 1), 413, None),
    "too many events": (
        json.dumps(document_of(*[event_of()] * (limits.MAX_EVENTS + 1))).encode(),
        413,
        "/epcisBody/eventList",
    ),
    "8,000 new lots": (sent(quantityList=lots_of(8000)), 413, EVENT),
    "too many objects in all": (
        json.dumps(document_of(*[event_of(quantityList=lots_of(1500, first=n * 1500)) for n in range(7)])).encode(),
        413,
        "/epcisBody/eventList/6",
    ),
    "too many values in an extension": (with_value(json.dumps([[0] * 3000])), 413, f"{EVENT}/vi:x/0"),
    "too many sources": (
        sent(sourceList=[{"type": "location", "source": "urn:x:1"}] * 3000),
        413,
        f"{EVENT}/sourceList",
    ),
    "too long a context": (
        json.dumps(document_of(event_of(), **{"@context": [{f"p{n}": "urn:x:y" for n in range(2000)}]})).encode(),
        413,
        "/@context",
    ),
}  # fmt: skip
SENDINGS = {
    "XML": (b"<x/>", {"content_type": "application/xml"}, 415),
    "form": (b"a=1", {"content_type": "application/x-www-form-urlencoded"}, 415),
    "no type": (b"{}", {"content_type": ""}, 415),
    "another charset": (b"{}", {"content_type": "application/json; charset=utf-16"}, 415),
    "charset that is none": (b"{}", {"content_type": "application/json; charset=latin-1"}, 415),
    "compressed": (gzip.compress(sent()), {"content-encoding": "gzip"}, 415),
    "compressed twice": (gzip.compress(sent()), {"content-encoding": "gzip, gzip"}, 415),
    "proceed": (b"{}", {"gs1-capture-error-behaviour": "proceed"}, 400),
    "old version": (b"{}", {"gs1-epcis-version": "1.2"}, 406),
}
QUERIES = (
    "perPage=0", "perPage=x", "perPage=%C2%B2", "perPage=" + "9" * 5000, "perPage=000000001" + "0" * 5000,
    "perPage=5&perPage=6", "nextPageToken=x", "nextPageToken=W10", "nextPageToken=" + "W" * 9000,
    "nextPageToken=" + "W1tb" * 140, "nextPageToken=%E1%BA%A1",
    "nextPageToken=WyIwMDAxLTAxLTAxVDAwOjAwKzE0OjAwIiwwLCJ4Il0",
    "GE_eventTime=soon", "GE_eventTime=2026-04-01", "LT_eventTime=0001-01-01T00:00:00%2B14:00",
    "LT_recordTime=" + "2" * 5000, "orderBy=bizStep", "orderDirection=UP", "EQ_colour=red", "EQ_eventID=urn:x:%00",
    "a%00b=1", "EQ_bizStep=" + "|".join("x" * 200), "EQ_bizStep=" + "|".join("y" for _ in range(500)),
    "EQ_readPoint=" + "x" * 3000, "MATCH_epc[]=1", "x" * 3000 + "=1", "&".join(f"a{n}=1" for n in range(1200)),
)  # fmt: skip


def is_problem(answer, status: int) -> bool:
    body = answer.json() if answer["Content-Type"] == "application/problem+json" else {}
    return answer.status_code == status == body.get("status") and body["type"].startswith("epcisException:")


def test_what_cannot_be_kept_is_named_with_its_path(machine):
    for name, (body, status, path) in BODIES.items():
        answer = machine.send(body)
        assert is_problem(answer, status), (name, answer.status_code, answer.content[:300])
        assert path is None or path in [fault["path"] for fault in answer.json()["errors"]], (name, answer.json())
        assert len(answer.content) < 100_000, name
    for name, (body, headers, status) in SENDINGS.items():
        answer = machine.send(body, **{"content_type": "application/json", **headers})
        assert is_problem(answer, status), (name, answer.status_code, answer.content[:300])
    assert not CapturedEvent.objects.exists() and not Lot.objects.filter(code__startswith="L1-").exists()
    assert machine.send(sent(), "application/ld+json; charset=UTF-8", content_encoding="identity").status_code == 202


def test_values_at_the_edge_are_kept(machine):
    """What stands one step inside the limits, and texts that only look like numbers."""
    odd = {
        "vi:amount": "12E5678", "vi:timeOfDay": "0001-01-01T00:00:00+14:00", "vi:digits": "1" * 3999 + "x",
        "vi:nested": {"epcList": 7, "source": {"type": 5}, "sensorReport": {"type": [1]}}, "vi:big": 10**39,
    }  # fmt: skip
    largest = [{"epcClass": LOT_URI, "quantity": 99_999_999_999.999, "uom": "KGM"}]
    for event in (
        event_of(**odd),
        event_of(**{"vi:deep": json.loads(deep(limits.MAX_DEPTH - 4))}),
        event_of(quantityList=largest, bizStep="storing"),
        event_of(quantityList=[{"epcClass": "urn:epc:class:lgtin:0200000.000003.A%2FB"}]),
        event_of(quantityList=lots_of(limits.MAX_OBJECTS_PER_EVENT)),
    ):
        answer = machine.send(sent(event))
        assert answer.status_code == 202, answer.content[:500]
    assert Lot.objects.get(code="A/B").events.exists()
    assert normalised("urn:epc:class:lgtin:0200000.000003.A%2FB") == normalised(
        f"https://x.example/01/{GTIN}/10/A%2FB"
    )
    assert trade_item("urn:epc:id:sgtin:0200000.000003.1%22").serial == '1"'


def test_a_question_that_makes_no_sense_is_400(machine):
    for query in QUERIES:
        answer = machine.client.get(f"/epcis/v2/events?{query}", headers=machine.headers)
        assert is_problem(answer, 400), (query[:80], answer.status_code, answer.content[:200])
    assert is_problem(machine.get("/epcis/v2/epcs/urn:x:1/events", MATCH_anyEPC="urn:x:2"), 400), "named twice"


def test_whatever_goes_wrong_below_epcis_is_told_as_a_problem(machine, monkeypatch, settings):
    client = machine.client
    for path in ("/epcis/", "/epcis/v2/captures", "/epcis/v2/capture/", "/epcis/v2/capture/1", "/epcis/v3/events",
                 "/epcis/lots/" + "9" * 5000, "/epcis/lots/x", "/epcis/v2/epcs//events", "/epcis/%00"):  # fmt: skip
        for method in (client.get, client.post, client.delete):
            assert is_problem(method(path), 404), (method, path)
    for path in ("/epcis/v2/events", "/epcis/v2/capture", "/epcis/terms", "/epcis/lots/1"):
        assert is_problem(client.put(path), 405), path
        assert client.put(path).has_header("Allow")
    settings.ALLOWED_HOSTS = ["testserver"]
    assert is_problem(client.get("/epcis/v2/", headers={"host": "evil.example"}), 400), "before any view"
    for error, status in ((OperationalError("canceling statement"), 503), (ZeroDivisionError(), 500)):

        def fail(*_args, error=error, **_options):
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(epcis_api, "event_page", fail)
            patch.setattr(epcis_api.capturing, "capture", fail)
            for answer in (machine.get("/epcis/v2/events"), machine.send(sent())):
                assert is_problem(answer, status), (error, answer.content)
                assert answer.has_header("Retry-After") == (status == 503)


def test_the_site_keeps_threads_for_others(machine):
    taken = [epcis_api._captures.acquire(blocking=False) for _ in range(epcis_api.MAX_CAPTURES_AT_ONCE)]
    try:
        answer = machine.send(sent())
        assert all(taken) and is_problem(answer, 503) and answer.has_header("Retry-After")
    finally:
        for _ in taken:
            epcis_api._captures.release()
    assert machine.send(b"{").status_code == 400
    assert machine.send(sent()).status_code == 202, "a refused document frees its place"


def test_queries_do_not_grow_with_events_and_lots(machine, lot):
    """One query for each lot or event, and a document would hold its thread for minutes."""
    key = lot.product.producer.capture_keys.get()
    counts = []
    for number, (events, each) in enumerate(((2, 2), (40, 10))):
        document = document_of(
            *[event_of(quantityList=lots_of(each, first=1000 * number + each * n)) for n in range(events)]
        )
        with CaptureQueriesContext(connection) as queries:
            capture(document=document, key=key)
        counts.append(len(queries))
        wanted = Lot.objects.filter(code__startswith=f"L1-{number or ''}")
        assert wanted.count() >= events * each
    assert counts[0] == counts[1]
    made = Lot.objects.get(code="L1-1000")
    assert made.history.count() == 1, "the history knows of it"
    assert made.events.get().capture["type"] == "ObjectEvent"
    assert Lot.objects.get(code="L1-1001").events.get().capture.keys() == {"eventID"}, "the body is kept once"


def test_what_the_timelines_do_not_allow_is_named(machine, lot):
    """The rules of `record_event` hold for each of many; another company's event of the same id too."""
    assert machine.send(sent(eventID="urn:uuid:1")).status_code == 202
    other = make_product(producer=make_producer())
    set_gtin(product=other, gtin="00200000000042", is_illustrative=True)
    key, _plain = create_key(producer=other.producer, label="Nhà khác")
    theirs = [{"epcClass": "https://id.gs1.org/01/00200000000042/10/X", "quantity": 1}]
    document = document_of(event_of(quantityList=theirs), event_of(quantityList=theirs, eventID="urn:uuid:1"))
    with pytest.raises(CaptureRefused) as refusal:
        capture(document=document, key=key)
    assert [fault.path for fault in refusal.value.faults] == ["/epcisBody/eventList/1/eventID"]
    assert not other.lots.exists(), "nothing of it is kept"


def test_lots_that_somebody_makes_meanwhile_are_taken(lot, monkeypatch):
    product, unseen = lot.product_id, []
    read = lots._lots_of

    def blind_at_first(keys, products):
        unseen.append(1)
        return {} if len(unseen) == 1 else read(keys, products)

    monkeypatch.setattr(lots, "_lots_of", blind_at_first)
    made = ensure_lots(keys=[(product, "L1"), (product, "NEW")])
    assert made[product, "L1"].pk == lot.pk and made[product, "NEW"].pk


def test_the_same_document_sent_twice_at_once_is_kept_once(committed_db):
    product = make_product(producer=make_producer())
    set_gtin(product=product, gtin=GTIN, is_illustrative=True)
    key, _plain = create_key(producer=product.producer, label="Máy")
    events = [event_of(quantityList=lots_of(5, first=5 * n)) for n in range(20)]
    together = threading.Barrier(3)

    def send(order):
        try:
            together.wait(timeout=PATIENCE_SECONDS)
            return capture(document=document_of(*events[::order]), key=key).event_count
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as threads:
        counts = [sending.result() for sending in [threads.submit(send, order) for order in (1, -1, 1)]]
    assert sorted(counts) == [0, 0, 20]
    assert Lot.objects.filter(product=product).count() == Event.objects.filter(lot__product=product).count() == 100
