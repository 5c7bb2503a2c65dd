"""Taking in EPCIS documents: all events of a document are kept, or none.

What is kept takes a number of queries that does not grow with the lots and events of a document, and time in
proportion to its size (`make bench-epcis`). Whatever needs no database is done before the transaction begins.
"""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from catalogue.producers.models import Producer
from catalogue.traceability.documents import JsonObject
from catalogue.traceability.models import CapturedEvent, CaptureJob, CaptureKey

from . import identifiers, vocabulary
from .checks import structure_faults
from .contents import content_id, content_of
from .faults import Fault
from .hashing import event_hash, id_of_hash
from .limits import EPC_LISTS, EVENTS_PATH, MAX_BYTES, MAX_EVENTS, QUANTITY_LISTS, events_of, excesses
from .parsing import content_faults
from .timelines import Sent, TimelineRefused, enter_timelines

__all__ = ["MAX_BYTES", "MAX_EVENTS", "CaptureRefused", "CaptureTooLarge", "capture", "named"]

ROWS_AT_ONCE = 500
"""In one statement."""


class CaptureRefused(Exception):
    """The document cannot be kept; `faults` say why and where."""

    def __init__(self, faults: list[Fault]):
        super().__init__(faults[0].message if faults else "refused")
        self.faults = faults


class CaptureTooLarge(CaptureRefused):
    """The document holds more than one may hold."""


def capture(*, document: Any, key: CaptureKey) -> CaptureJob:
    """Keep all events of a document, once each. Raises CaptureRefused with every fault; then nothing is kept."""
    faults: list[Fault]
    if faults := content_faults(document):
        raise CaptureRefused(faults)
    if faults := excesses(document):
        raise CaptureTooLarge(faults)
    if faults := structure_faults(document):
        raise CaptureRefused(faults)
    sent = _sent(events_of(document), document["@context"], key)
    with transaction.atomic():
        # One document of a producer at a time: the same event sent twice at once is kept once.
        Producer.objects.select_for_update(no_key=True).get(pk=key.producer_id)
        new = _without_known(sent, key)
        job = CaptureJob.objects.create(key=key)
        for one in new:
            one.row.job = job
        CapturedEvent.objects.bulk_create([one.row for one in new], batch_size=ROWS_AT_ONCE)
        try:
            enter_timelines(new, producer=key.producer)
        except TimelineRefused as refusal:
            raise CaptureRefused([refusal.fault]) from refusal
        job.event_count, job.is_success, job.finished_at = len(new), True, timezone.now()
        job.save(update_fields=["event_count", "is_success", "finished_at"])
    return job


def _sent(events: list[JsonObject], context: Any, key: CaptureKey) -> list[Sent]:
    """The events of a document; what stands twice, once."""
    sent: dict[tuple[str, bool], Sent] = {}
    for place, event in enumerate(events):
        one = Sent(place, _row(event, context, key), content_of(event, context))
        earlier = sent.get(one.identity)
        if earlier and earlier.content != one.content and "eventID" not in event:
            one.row.event_id = content_id(one.content)
        if earlier and earlier.content != one.content and "eventID" in event:
            raise CaptureRefused([_another_event(one)])
        sent.setdefault(one.identity, one)
    return list(sent.values())


def _without_known(sent: list[Sent], key: CaptureKey) -> list[Sent]:
    """What was not kept before. Raises CaptureRefused where another event was kept under the same id."""
    ids = {one.row.event_id for one in sent} | {content_id(one.content) for one in sent if one.has_hash_id}
    rows = CapturedEvent.objects.filter(producer=key.producer_id, event_id__in=ids)
    earlier = {
        (event_id, is_declaration): content_of(body, context)
        for event_id, is_declaration, body, context in rows.values_list(
            "event_id", "is_error_declaration", "body", "context"
        )
    }
    new: list[Sent] = []
    faults: list[Fault] = []
    for one in sent:
        if one.has_hash_id and earlier.get(one.identity, one.content) != one.content:
            one.row.event_id = content_id(one.content)
        known = earlier.get(one.identity)
        if known is None:
            new.append(one)
        elif known != one.content:
            faults.append(_another_event(one))
    if faults:
        raise CaptureRefused(faults)
    return new


def _another_event(one: Sent) -> Fault:
    path = f"{EVENTS_PATH}/{one.place}/eventID"
    return Fault(path, "another event with this id was kept before; events are never changed")


def _row(event: JsonObject, context: Any, key: CaptureKey) -> CapturedEvent:
    digest = event_hash(event, context)
    return CapturedEvent(
        producer_id=key.producer_id,
        event_id=event.get("eventID") or id_of_hash(digest),
        event_hash=digest,
        is_error_declaration="errorDeclaration" in event,
        body=event,
        context=context if isinstance(context, list) else [context],
        event_type=event["type"],
        action=event.get("action", ""),
        biz_step=vocabulary.bare("bizStep", event.get("bizStep", "")),
        disposition=vocabulary.bare("disposition", event.get("disposition", "")),
        read_point=identifiers.normalised(event.get("readPoint", {}).get("id", "")),
        biz_location=identifiers.normalised(event.get("bizLocation", {}).get("id", "")),
        epcs=sorted({identifiers.normalised(uri) for uri in named(event)}),
        event_time=datetime.datetime.fromisoformat(event["eventTime"]),
    )


def named(event: JsonObject) -> list[str]:
    """All identifiers of objects that an event names."""
    uris = [uri for field in EPC_LISTS for uri in event.get(field, ())]
    uris += [element["epcClass"] for field in QUANTITY_LISTS for element in event.get(field, ())]
    return uris + ([event["parentID"]] if "parentID" in event else [])
