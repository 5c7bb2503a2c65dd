"""EPCIS 2.0: our events for others, and theirs for us."""

import copy
import datetime
from decimal import Decimal
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.traceability.exchange.epcis.checks import document_faults
from catalogue.traceability.exchange.epcis.export import lot_document, stamp_document
from catalogue.traceability.exchange.epcis.hashing import canonical_text, event_hash, hash_id
from catalogue.traceability.exchange.epcis.identifiers import complaint, normalised
from catalogue.traceability.exchange.epcis.keys import create_key, withdraw_key
from catalogue.traceability.lots.services import set_gtin
from catalogue.traceability.models import CapturedEvent, CaptureJob, Event, EventKind, Lot, Recall, RecallScope
from catalogue.traceability.stamps.batches import make_batch
from catalogue.traceability.stamps.keys import ensure_current_key
from tests.catalogue.factories import make_producer, make_product
from tests.catalogue.traceability.epcis_documents import CONTEXT, GTIN, INVALID, LOT_URI, VALID, document_of, event_of


@pytest.mark.parametrize("event", VALID.values(), ids=VALID)
def test_a_valid_event_has_no_fault(event):
    assert document_faults(document_of(event)) == []


@pytest.mark.parametrize(("event", "where"), INVALID.values(), ids=INVALID)
def test_an_invalid_event_is_named_with_its_path(event, where):
    paths = [fault.path for fault in document_faults(document_of(event_of(), event))]
    assert f"/epcisBody/eventList/1{where}" in paths
    assert all(path.startswith("/epcisBody/eventList/1") for path in paths)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"type": "EPCISQueryDocument"}, "/type"),
        ({"schemaVersion": "1.2"}, "/schemaVersion"),
        ({"schemaVersion": 2.0}, "/schemaVersion"),
        ({"creationDate": "today"}, "/creationDate"),
        ({"@context": {"vi": "https://vi.example/"}}, "/@context"),
        ({"@context": None}, "/@context"),
        ({"epcisBody": {}}, "/epcisBody/eventList"),
        ({"epcisBody": []}, "/epcisBody/eventList"),
    ],
)
def test_a_document_needs_its_frame(changes, where):
    assert where in [fault.path for fault in document_faults(document_of(event_of(), **changes))]


def test_the_same_id_for_two_events_is_a_fault():
    first, second = event_of(eventID="urn:uuid:1"), event_of(eventID="urn:uuid:1", bizStep="storing")
    assert [fault.path for fault in document_faults(document_of(first, second))] == ["/epcisBody/eventList/1/eventID"]
    assert document_faults(document_of(first, first)) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300)
@given(st.sampled_from(sorted(VALID)), st.data())
def test_no_value_anywhere_breaks_the_check(name, data):
    event = copy.deepcopy(VALID[name])
    event[data.draw(st.sampled_from(sorted(event)))] = data.draw(JSON)
    document = document_of(event)
    if not document_faults(document):
        assert len(event_hash(event, document["@context"])) == 64


# -- hash ids ---------------------------------------------------------------------------------------


def test_the_canonical_text_of_an_event():
    """Order, spelling and the joining of parts after CBV 2.0, section 8.9."""
    event = event_of(
        recordTime="2026-04-01T09:00:00Z",
        readPoint={"id": "urn:epc:id:sgln:0200000.00000.0"},
        **{"vi:moisture": 12.50},
    )
    assert canonical_text(event, document_of()["@context"]) == (
        "eventType=ObjectEventeventTime=2026-04-01T01:00:00.000ZeventTimeZoneOffset=+07:00"
        f"quantityListquantityElementepcClass={LOT_URI}quantity=80uom=KGMaction=OBSERVE"
        "bizStep=https://ref.gs1.org/cbv/BizStep-packingdisposition=https://ref.gs1.org/cbv/Disp-in_progress"
        "readPointid=https://id.gs1.org/414/0200000000004{https://vi.example/terms#}moisture=12.5"
    )


def test_transactions_sources_and_destinations_are_hashed_type_first():
    """As the reference implementations write them."""
    event = event_of(
        bizTransactionList=[
            {"type": "inv", "bizTransaction": "urn:epcglobal:cbv:bt:5200001000008:RE1099"},
            {"bizTransaction": "urn:epcglobal:cbv:bt:5200001000008:4711", "type": "desadv"},
        ],
        sourceList=[{"source": "urn:epc:id:pgln:4012345.00000", "type": "owning_party"}],
        destinationList=[{"type": "owning_party", "destination": "https://id.gs1.org/417/0614141000005"}],
    )
    assert canonical_text(event).endswith(
        "bizTransactionListtype=https://ref.gs1.org/cbv/BTT-desadvbizTransaction=urn:epcglobal:cbv:bt:5200001000008:4711"
        "type=https://ref.gs1.org/cbv/BTT-invbizTransaction=urn:epcglobal:cbv:bt:5200001000008:RE1099"
        "sourceListtype=https://ref.gs1.org/cbv/SDT-owning_partysource=https://id.gs1.org/417/4012345000009"
        "destinationListtype=https://ref.gs1.org/cbv/SDT-owning_partydestination=https://id.gs1.org/417/0614141000005"
    )


def test_spelling_does_not_change_the_hash_and_content_does():
    one = event_of(epcList=["urn:epc:id:sgtin:0200000.000003.1", "urn:epc:id:sgtin:0200000.000003.2"])
    other = dict(reversed(one.items())) | {
        "bizStep": "urn:epcglobal:cbv:bizstep:packing",
        "eventTime": "2026-04-01T01:00:00Z",
        "epcList": [f"https://shop.example/01/{GTIN}/21/2", f"https://id.gs1.org/01/{GTIN}/21/1"],
        "eventID": "urn:uuid:7",
        "errorDeclaration": {"declarationTime": "2026-04-02T08:00:00Z"},
    }
    assert hash_id(one) == hash_id(other)
    assert hash_id(one) != hash_id(one | {"disposition": "active"})
    assert hash_id(one).startswith("ni:///sha-256;") and hash_id(one).endswith("?ver=CBV2.0")


def test_one_identity_has_one_spelling():
    assert normalised("urn:epc:class:lgtin:0200000.000003.L1") == LOT_URI
    assert normalised(f"https://shop.example/any/01/{GTIN}/10/L1") == LOT_URI
    assert complaint("urn:epc:id:sgln:0200000.00000.0", wants="place") == ""


# -- export -----------------------------------------------------------------------------------------


def events_in(document: dict) -> list[dict]:
    return document["epcisBody"]["eventList"]


def test_a_lot_is_told_from_the_tree_to_the_lorry(lot):
    document = lot_document(lot)
    assert document_faults(document) == []
    events = events_in(document)
    assert [event["bizStep"] for event in events] == ["commissioning", "other", "other", "packing", "shipping"]
    assert [event.get("saobuon:kind") for event in events[:3]] == ["harvest", "drying", "roasting"]
    drying, roasting = events[1:3]
    assert drying["inputQuantityList"][0]["quantity"] == 90 and "inputQuantityList" not in roasting
    assert drying["transformationID"] == roasting["transformationID"]
    assert drying["outputQuantityList"] == [{"epcClass": LOT_URI, "quantity": 85, "uom": "KGM"}]
    for event in events:
        assert event["eventID"] == hash_id(event, document["@context"])


def test_corrections_and_recalls_are_told(lot, django_user_model):
    packing = lot.events.get(kind=EventKind.PACKING)
    Event.objects.create(
        lot=lot, kind=EventKind.PACKING, started_at=packing.started_at, quantity=79, corrects=packing
    )
    officer = django_user_model.objects.create_user(email="can-bo@example.test", password="x")
    Recall.objects.create(scope=RecallScope.LOT, lot=lot, reason="Độ ẩm cao", declared_by=officer)
    document = lot_document(lot)
    assert document_faults(document) == []
    wrong, right = [event for event in events_in(document) if event["bizStep"] == "packing"]
    assert wrong["errorDeclaration"]["correctiveEventIDs"] == [right["eventID"]]
    recalled = events_in(document)[-1]
    assert recalled["disposition"] == "recalled" and recalled["quantityList"][0]["epcClass"] == LOT_URI


def test_anybody_may_read_the_export(client, lot, django_assert_num_queries):
    with django_assert_num_queries(6):
        answer = client.get(f"/epcis/export/01/{GTIN}/10/L1")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/ld+json")
    assert answer["GS1-EPCIS-Version"] == "2.0.0" and answer["Access-Control-Allow-Origin"] == "*"
    assert document_faults(answer.json()) == [] and len(events_in(answer.json())) == 5
    assert len(events_in(client.get(f"/epcis/lots/{lot.pk}").json())) == 5
    assert len(events_in(client.get(f"/epcis/export/01/{GTIN}").json())) == 4
    for path in (
        f"/epcis/export/01/{GTIN}/10/NO",
        f"/epcis/export/01/{GTIN}/21/NO",
        "/epcis/lots/999999",
        "/epcis/export/01/09520123456788",
    ):
        assert client.get(path).status_code == 404
    assert client.get("/epcis/export/01/123").status_code == 400


def test_a_pack_is_told_with_its_lot(lot):
    ensure_current_key()
    batch = make_batch(product=lot.product, count=1, lot=lot)
    stamp = batch.stamps.select_related("batch").get()
    events = events_in(stamp_document(stamp))
    assert events[-1]["epcList"] == [f"https://id.gs1.org/01/{GTIN}/21/{stamp.code}"]
    assert document_faults(stamp_document(stamp)) == [] and len(events) == 6


# -- capture and queries ----------------------------------------------------------------------------


def test_a_document_is_kept_once_and_its_lot_knows_of_it(machine, lot):
    pallet = event_of(quantityList=None, epcList=["urn:epc:id:sscc:0200000.0000000001"], bizStep="shipping")
    new_lot = event_of(
        quantityList=[{"epcClass": f"https://id.gs1.org/01/{GTIN}/10/L2", "quantity": 500, "uom": "GRM"}]
    )
    answer = machine.send(document_of(event_of(), pallet, new_lot))
    assert answer.status_code == 202 and answer.json()["newEvents"] == 3
    job = machine.client.get(answer["Location"].removeprefix("http://testserver"), headers=machine.headers).json()
    assert job["success"] and not job["running"] and job["errors"] == []
    again = machine.send(document_of(event_of(), pallet, new_lot))
    assert again.status_code == 202 and again.json()["newEvents"] == 0
    assert CapturedEvent.objects.count() == 3
    packed = Lot.objects.get(code="L2").events.get()
    assert (packed.kind, packed.quantity, packed.quantity_unit) == (EventKind.PACKING, Decimal("0.5"), "kg")
    assert lot.events.filter(kind=EventKind.PACKING).count() == 2


def test_nothing_of_a_document_with_a_fault_is_kept(machine):
    answer = machine.send(document_of(event_of(), event_of(bizStep="roasting")))
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["errors"] == [
        {"path": "/epcisBody/eventList/1/bizStep", "message": "'roasting' is no term of the Core Business Vocabulary"}
    ]
    assert not CapturedEvent.objects.exists() and not CaptureJob.objects.exists()


def test_a_kept_event_is_never_changed(machine):
    assert machine.send(document_of(event_of(eventID="urn:uuid:1"))).status_code == 202
    answer = machine.send(
        document_of(event_of(eventID="urn:uuid:2"), event_of(eventID="urn:uuid:1", disposition="active"))
    )
    assert answer.status_code == 400 and answer.json()["errors"][0]["path"] == "/epcisBody/eventList/1/eventID"
    assert CapturedEvent.objects.count() == 1


def test_an_error_declaration_takes_an_event_back(machine, lot):
    first = event_of(eventID="urn:uuid:1")
    machine.send(document_of(first))
    declaration = {"declarationTime": "2026-04-02T08:00:00Z", "reason": "did_not_occur"}
    assert machine.send(document_of(first | {"errorDeclaration": declaration})).json()["newEvents"] == 1
    assert lot.events.get(event_id="urn:uuid:1").corrected_by.is_void
    long = event_of(
        eventID=f"urn:x:{'1' * 150}",
        quantityList=[{"epcClass": f"{LOT_URI[:-1]}{number}", "quantity": 1} for number in (7, 8)],
    )
    machine.send(document_of(long, long | {"errorDeclaration": declaration}))
    events = Event.objects.filter(lot__code__in=("L7", "L8"), is_void=False)
    assert len(events) == 2 and all(event.corrected_by.is_void for event in events), "of each lot it names"


def test_lots_of_others_are_left_alone(machine, lot):
    other = make_product(producer=make_producer())
    set_gtin(product=other, gtin="00200000000042", is_illustrative=True)
    foreign = event_of(quantityList=[{"epcClass": "https://id.gs1.org/01/00200000000042/10/X", "quantity": 1}])
    assert machine.send(document_of(foreign)).status_code == 202
    assert (
        not other.lots.exists()
        and len(machine.events(MATCH_anyEPCClass="https://id.gs1.org/01/00200000000042/10/X")) == 1
    )


def test_an_identity_has_one_spelling():
    gs1 = "https://id.gs1.org"
    for urn, link in (
        ("id:sgln:0200000.00004.0", "/414/0200000000042"),
        ("id:sgln:0200000.00004.A%2F1", "/414/0200000000042/254/A%2F1"),
        ("id:pgln:0200000.00004", "/417/0200000000042"),
        ("id:sgtin:0200000.000003.A%2F1", f"/01/{GTIN}/21/A%2F1"),
        ("class:lgtin:0200000.000003.L1", f"/01/{GTIN}/10/L1"),
        ("idpat:sgtin:0200000.000003.*", f"/01/{GTIN}"),
        ("id:upui:0200000.000003.X", f"/01/{GTIN}/235/X"),
        ("id:itip:0200000.000003.01.02.S", f"/8006/{GTIN}0102/21/S"),
        ("id:sscc:0200000.1234567890", "/00/102000002345678907"),
        ("id:grai:0200000.00004.A.1", "/8003/00200000000042A.1"),
        ("idpat:grai:0200000.00004.*", "/8003/00200000000042"),
        ("id:giai:0200000.A.1", "/8004/0200000A.1"),
        ("id:gsrn:0200000.1234567890", "/8018/020000012345678903"),
        ("id:gsrnp:0200000.1234567890", "/8017/020000012345678903"),
        ("id:gdti:0200000.00004.7", "/253/02000000000427"),
        ("id:sgcn:0200000.00004.7", "/255/02000000000427"),
        ("id:cpi:0200000.PQ%23.7", "/8010/0200000PQ%23/8011/7"),
        ("id:ginc:0200000.xyz", "/401/0200000xyz"),
        ("id:gsin:0200000.123456789", "/402/02000001234567899"),
    ):
        assert complaint(f"urn:epc:{urn}") == "", urn
        assert normalised(f"urn:epc:{urn}") == gs1 + link == normalised(f"HTTPS://shop.example/a{link}"), urn
    assert normalised(f"{gs1}/414/0200000000042/254/0") == f"{gs1}/414/0200000000042"
    for other in ("urn:epc:id:gid:1.2.3", "urn:epc:id:sgln:1.2.3", "urn:x:1", "geo:12.6,108.0", ""):
        assert normalised(other) == other


def test_an_event_is_dropped_only_if_it_says_the_same(machine):
    seals = ["8935049510123456780", "8935049510123456781", "08935049510123456780", "007", "7", "7.0", " 7", 7]
    seals += [8935049510123456780, 8935049510123456781, 0.1, True, "true", ["a", "b"], ["b", "a"]]
    events = [event_of(**{"vi:seal": seal}) for seal in seals]
    for expected in (len(seals), 0):  # sent again, in another order, nothing is new
        answer = machine.send(document_of(*events, *reversed(events)))
        assert (answer.status_code, answer.json()["newEvents"]) == (202, expected)
    kept = [event for event in machine.events() if "vi:seal" in event]
    assert [repr(event["vi:seal"]) for event in kept] == list(map(repr, seals))
    assert len({event["eventID"] for event in kept}) == len(seals)
    context = [CONTEXT, {"other": "https://vi.example/terms#"}]
    spelled = {"eventTime": "2026-04-01T01:00:00Z", "bizStep": "urn:epcglobal:cbv:bizstep:packing"}
    same = event_of(**{"other:seal": 7.0}, **spelled)
    same["quantityList"][0]["epcClass"] = "urn:epc:class:lgtin:0200000.000003.L1"
    assert machine.send(document_of(same, **{"@context": context})).json()["newEvents"] == 0
    named = event_of(eventID="urn:uuid:9", **{"vi:seal": "7"})
    assert machine.send(document_of(named)).json()["newEvents"] == 1
    answer = machine.send(document_of(named | {"vi:seal": "7.0"}))
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "/epcisBody/eventList/0/eventID")


def test_only_a_key_in_force_opens(client, machine, lot):
    key, plain = create_key(producer=lot.product.producer, label="Cũ")
    assert client.get("/epcis/v2/events", headers={"x-api-key": plain}).status_code == 200
    withdraw_key(key=key)
    for headers in ({}, {"x-api-key": plain}, {"authorization": "Bearer sbe_wrong"}, {"authorization": "Basic x"}):
        answer = client.get("/epcis/v2/events", headers=headers)
        assert answer.status_code == 401 and answer["WWW-Authenticate"].startswith("Bearer")
    assert plain not in str(key.__dict__)


def test_a_key_shows_only_its_own_producer(machine, client):
    machine.send(document_of(event_of()))
    _key, plain = create_key(producer=make_producer(), label="Nhà khác")
    assert type(machine)(client, plain).events() == []
    job = CaptureJob.objects.get()
    assert type(machine)(client, plain).get(f"/epcis/v2/capture/{job.pk}").status_code == 404


def test_all_events_come_page_by_page_once_each_in_order(machine):
    times = [f"2026-04-{day:02d}T08:00:00+07:00" for day in range(1, 8)]
    same = [event_of(eventTime=times[0], disposition=word) for word in ("active", "available", "damaged")]
    machine.send(document_of(*[event_of(eventTime=time) for time in times], *same))
    for direction in ("ASC", "DESC"):
        seen, path = [], f"/epcis/v2/events?perPage=4&orderDirection={direction}"
        while path:
            answer = machine.client.get(path, headers=machine.headers)
            page = answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
            assert len(page) <= 4
            seen += [(event["eventTime"], event["eventID"]) for event in page]
            path = answer["Link"].partition(">")[0][len("<http://testserver") :] if answer.has_header("Link") else ""
        assert len(seen) == len(set(seen)) == 15
        moments = [datetime.datetime.fromisoformat(time) for time, _ in seen]
        assert moments == sorted(moments, reverse=direction == "DESC")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 6),
        ({"EQ_bizStep": "packing"}, 2),
        ({"EQ_bizStep": "packing|shipping"}, 3),
        ({"EQ_bizStep": "https://ref.gs1.org/cbv/BizStep-packing"}, 2),
        ({"eventType": "TransformationEvent"}, 2),
        ({"EQ_action": "ADD"}, 1),
        ({"EQ_disposition": "in_transit"}, 1),
        ({"MATCH_anyEPCClass": LOT_URI}, 5),
        ({"MATCH_epcClass": "urn:epc:class:lgtin:0200000.000003.L1"}, 5),
        ({"MATCH_anyEPC": "urn:x:none"}, 0),
        ({"LT_eventTime": "2026-04-02T00:00:00Z"}, 1),
        ({"GE_eventTime": "2026-04-02T00:00:00Z"}, 5),
        ({"EQ_eventID": "urn:uuid:1"}, 1),
    ],
)
def test_queries_find_captured_and_own_events(machine, query, count):
    machine.send(document_of(event_of(eventID="urn:uuid:1")))
    assert len(machine.events(**query)) == count


def test_events_of_one_identifier_and_one_event(machine):
    machine.send(document_of(event_of(eventID="urn:uuid:1")))
    path = f"/epcis/v2/epcs/{quote(LOT_URI, safe='')}/events"
    answer = machine.client.get(path, headers=machine.headers, RAW_URI=path)
    assert len(answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]) == 5
    assert machine.get("/epcis/v2/epcs/nonsense/events").status_code == 400
    assert machine.get("/epcis/v2/events/urn:uuid:1").status_code == 200
    assert machine.get("/epcis/v2/events/urn:uuid:2").status_code == 404


def test_methods_and_headers(client, db):
    answer = client.options("/epcis/v2/capture")
    assert answer.status_code == 204 and answer["GS1-EPCIS-Capture-Limit"] == "1000"
    assert answer["GS1-CBV-Version"] == "2.0.0" and "POST" in answer["Access-Control-Allow-Methods"]
    assert client.delete("/epcis/v2/events").status_code == 405
    assert client.get("/epcis/v2/").status_code == 200 and client.get("/epcis/terms").status_code == 200
