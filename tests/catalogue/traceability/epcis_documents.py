"""EPCIS events and documents for tests: valid ones, and invalid ones with the path of their fault."""

GTIN = "00200000000035"
CONTEXT = "https://ref.gs1.org/standards/epcis/epcis-context.jsonld"
LOT_URI = f"https://id.gs1.org/01/{GTIN}/10/L1"


def event_of(**changes) -> dict:
    event = {
        "type": "ObjectEvent",
        "eventTime": "2026-04-01T08:00:00.000+07:00",
        "eventTimeZoneOffset": "+07:00",
        "action": "OBSERVE",
        "bizStep": "packing",
        "disposition": "in_progress",
        "quantityList": [{"epcClass": LOT_URI, "quantity": 80, "uom": "KGM"}],
    }
    event |= changes
    return {name: value for name, value in event.items() if value is not None}


def document_of(*events, **changes) -> dict:
    document = {
        "@context": [CONTEXT, {"vi": "https://vi.example/terms#"}],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-04-01T09:00:00+07:00",
        "epcisBody": {"eventList": list(events)},
    }
    return document | changes


TRANSFORMATION = {
    "action": None,
    "type": "TransformationEvent",
    "quantityList": None,
    "inputEPCList": ["urn:epc:id:sscc:0200000.0000000001"],
    "outputQuantityList": [{"epcClass": LOT_URI}],
    "ilmd": {"cbvmda:lotNumber": "L1"},
}
AGGREGATION = {
    "type": "AggregationEvent",
    "action": "ADD",
    "quantityList": None,
    "parentID": "urn:epc:id:sscc:0200000.0000000001",
    "childEPCs": [f"https://id.gs1.org/01/{GTIN}/21/S1"],
}
VALID = {
    "quantities": event_of(),
    "serials": event_of(
        quantityList=None, epcList=[f"https://shop.example/01/{GTIN}/21/S1", "urn:epc:id:sgtin:0200000.000003.1"]
    ),
    "CBV as URN": event_of(bizStep="urn:epcglobal:cbv:bizstep:packing", disposition="urn:epcglobal:cbv:disp:active"),
    "CBV as web URI": event_of(bizStep="https://ref.gs1.org/cbv/BizStep-packing"),
    "step of one's own": event_of(bizStep="https://vi.example/steps/drying"),
    "extension": event_of(**{"vi:moisture": 12.5, "https://vi.example/x": "y"}),
    "master data at the beginning": event_of(action="ADD", ilmd={"cbvmda:lotNumber": "L1", "vi:farm": "3"}),
    "transformation": event_of(**TRANSFORMATION),
    "joined transformation": event_of(**TRANSFORMATION | {"inputEPCList": None, "transformationID": "urn:uuid:1"}),
    "aggregation": event_of(**AGGREGATION),
    "disaggregation of all": event_of(**AGGREGATION | {"action": "DELETE", "childEPCs": None}),
    "association": event_of(**AGGREGATION | {"type": "AssociationEvent"}),
    "transaction": event_of(
        type="TransactionEvent", bizTransactionList=[{"type": "po", "bizTransaction": "urn:x:po:1"}]
    ),
    "sensor only": event_of(
        quantityList=None,
        epcList=[],
        readPoint={"id": "urn:epc:id:sgln:0200000.00000.0"},
        sensorElementList=[{"sensorReport": [{"type": "Temperature", "value": 21.5, "uom": "CEL"}]}],
    ),
    "error declaration": event_of(
        eventID="urn:uuid:5", errorDeclaration={"declarationTime": "2026-04-02T08:00:00Z", "reason": "incorrect_data"}
    ),
    "places": event_of(
        readPoint={"id": "https://id.gs1.org/414/0200000000004"}, bizLocation={"id": "geo:12.6,108.0"}
    ),
    "lasting disposition": event_of(persistentDisposition={"set": ["completeness_verified"], "unset": ["recalled"]}),
    "event of another kind": event_of(type="vi:TastingEvent", action=None, quantityList=None),
}
INVALID = {
    "no type": (event_of(type=None), "/type"),
    "unknown type": (event_of(type="QuantityEvent"), "/type"),
    "no time": (event_of(eventTime=None), "/eventTime"),
    "time without zone": (event_of(eventTime="2026-04-01T08:00:00"), "/eventTime"),
    "day that is none": (event_of(eventTime="2026-02-30T08:00:00Z"), "/eventTime"),
    "date only": (event_of(eventTime="2026-04-01"), "/eventTime"),
    "no zone offset": (event_of(eventTimeZoneOffset=None), "/eventTimeZoneOffset"),
    "zone offset beyond 14 hours": (event_of(eventTimeZoneOffset="+15:00"), "/eventTimeZoneOffset"),
    "zone offset Z": (event_of(eventTimeZoneOffset="Z"), "/eventTimeZoneOffset"),
    "no action": (event_of(action=None), "/action"),
    "action in small letters": (event_of(action="observe"), "/action"),
    "action of a transformation": (event_of(**TRANSFORMATION | {"action": "ADD"}), "/action"),
    "step that is none": (event_of(bizStep="roasting"), "/bizStep"),
    "step that is none as URN": (event_of(bizStep="urn:epcglobal:cbv:bizstep:roasting"), "/bizStep"),
    "step that is none as web URI": (event_of(bizStep="https://ref.gs1.org/cbv/BizStep-roasting"), "/bizStep"),
    "disposition that is none": (event_of(disposition="fresh"), "/disposition"),
    "disposition as a step": (event_of(disposition="packing"), "/disposition"),
    "set and unset": (
        event_of(persistentDisposition={"set": ["recalled"], "unset": ["recalled"]}),
        "/persistentDisposition",
    ),
    "about nothing": (event_of(quantityList=None), ""),
    "about an empty list": (event_of(quantityList=[], epcList=[]), ""),
    "class among objects": (event_of(epcList=[f"https://id.gs1.org/01/{GTIN}"]), "/epcList/0"),
    "lot among objects": (event_of(epcList=[LOT_URI]), "/epcList/0"),
    "object among classes": (
        event_of(quantityList=[{"epcClass": "urn:epc:id:sgtin:0200000.000003.1"}]),
        "/quantityList/0/epcClass",
    ),
    "wrong check digit": (event_of(epcList=["https://id.gs1.org/01/00200000000036/21/S"]), "/epcList/0"),
    "qualifiers out of order": (event_of(epcList=[f"https://id.gs1.org/01/{GTIN}/21/S/10/L"]), "/epcList/0"),
    "query in a Digital Link": (event_of(epcList=[f"https://id.gs1.org/01/{GTIN}/21/S?17=261231"]), "/epcList/0"),
    "URN too short": (event_of(epcList=["urn:epc:id:sgtin:0200000.00003.1"]), "/epcList/0"),
    "URN of no scheme": (event_of(epcList=["urn:epc:id:sgtn:0200000.000003.1"]), "/epcList/0"),
    "no URI": (event_of(epcList=["S1"]), "/epcList/0"),
    "quantity as text": (
        event_of(quantityList=[{"epcClass": LOT_URI, "quantity": "80"}]),
        "/quantityList/0/quantity",
    ),
    "quantity below zero": (
        event_of(quantityList=[{"epcClass": LOT_URI, "quantity": -1}]),
        "/quantityList/0/quantity",
    ),
    "unit in words": (
        event_of(quantityList=[{"epcClass": LOT_URI, "quantity": 1, "uom": "kilo"}]),
        "/quantityList/0/uom",
    ),
    "unit without quantity": (event_of(quantityList=[{"epcClass": LOT_URI, "uom": "KGM"}]), "/quantityList/0/uom"),
    "master data in the middle": (event_of(ilmd={"cbvmda:lotNumber": "L1"}), "/ilmd"),
    "master data of an aggregation": (event_of(**AGGREGATION, ilmd={"cbvmda:lotNumber": "L1"}), "/ilmd"),
    "master data without namespace": (event_of(action="ADD", ilmd={"lotNumber": "L1"}), "/ilmd/lotNumber"),
    "undeclared prefix": (event_of(**{"xx:moisture": 1}), "/xx:moisture"),
    "unknown property": (event_of(moisture=1), "/moisture"),
    "property of another event": (event_of(childEPCs=[]), "/childEPCs"),
    "transformation without inputs": (event_of(**TRANSFORMATION | {"inputEPCList": None}), ""),
    "transformation without outputs": (event_of(**TRANSFORMATION | {"outputQuantityList": []}), ""),
    "aggregation without parent": (event_of(**AGGREGATION | {"parentID": None}), "/parentID"),
    "aggregation without children": (event_of(**AGGREGATION | {"childEPCs": []}), ""),
    "transaction without transaction": (event_of(type="TransactionEvent"), "/bizTransactionList"),
    "transaction of no type": (
        event_of(bizTransactionList=[{"type": "order", "bizTransaction": "urn:x:1"}]),
        "/bizTransactionList/0/type",
    ),
    "source without type": (event_of(sourceList=[{"source": "urn:x:1"}]), "/sourceList/0/type"),
    "trade item as a place": (event_of(readPoint={"id": LOT_URI}), "/readPoint/id"),
    "place without id": (event_of(bizLocation={}), "/bizLocation/id"),
    "error declaration without time": (
        event_of(errorDeclaration={"reason": "incorrect_data"}),
        "/errorDeclaration/declarationTime",
    ),
    "error reason that is none": (
        event_of(errorDeclaration={"declarationTime": "2026-04-02T08:00:00Z", "reason": "oops"}),
        "/errorDeclaration/reason",
    ),
    "event id that is no URI": (event_of(eventID="1234"), "/eventID"),
    "broken hash id": (event_of(eventID="ni:///sha-256;xyz"), "/eventID"),
    "sensor without report": (
        event_of(sensorElementList=[{"sensorReport": []}]),
        "/sensorElementList/0/sensorReport",
    ),
    "measurement that is none": (
        event_of(sensorElementList=[{"sensorReport": [{"type": "Sweetness", "value": 1}]}]),
        "/sensorElementList/0/sensorReport/0/type",
    ),
}
