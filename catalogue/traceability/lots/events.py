"""Critical tracking events: appended, never changed. A correction is another event."""

import dataclasses
import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.traceability.errors import EntryRefused, StillBusy, TraceRefused
from catalogue.traceability.models import Event, EventKind, Lot, Place, QuantityUnit
from catalogue.users import User
from media.evidence import TakenIn, discard, keep, take_in
from media.models import Evidence
from media.uploads import DecoderBusy, busy

TOLERANCE = datetime.timedelta(minutes=10)
"""Clocks of phones differ."""
OLDEST = datetime.timedelta(days=366 * 10)
ROWS_AT_ONCE = 500
"""In one statement, where many are written."""
MAX_NOTE = 1000
_KINDS = frozenset(EventKind.values)


@dataclasses.dataclass(frozen=True, kw_only=True)
class EventFacts:
    """What is said of an event. `quantity` in `quantity_unit`, `pre_harvest_interval_days` after spraying (PHI)."""

    kind: str
    started_at: datetime.datetime
    ended_at: datetime.datetime | None = None
    actor: str = ""
    place: Place | None = None
    quantity: Decimal | None = None
    quantity_unit: str = QuantityUnit.KG
    pre_harvest_interval_days: int | None = None
    note: str = ""
    photo: Evidence | None = None

    @classmethod
    def of(cls, event: Event) -> "EventFacts":
        """The facts as they stand in an event."""
        return cls(**{field.name: getattr(event, field.name) for field in dataclasses.fields(cls)})


@dataclasses.dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One event of many. `capture` is what a company's system sent, `event_id` its id there, if it has one."""

    lot: Lot
    facts: EventFacts
    capture: dict[str, Any] | None = None
    event_id: str = ""


def record_event(
    *, lot: Lot, facts: EventFacts, by: User | None = None,
    photo_file: File[bytes] | None = None, evidence: File[bytes] | None = None,
    capture: dict[str, Any] | None = None, event_id: str = "", is_illustrative: bool = False,
) -> Event:  # fmt: skip
    """Something that happened to a lot. Of `photo_file` and `evidence` (a photo or a PDF) everybody is shown a copy;
    TraceRefused where one cannot be opened, StillBusy while another upload is."""
    return _append(
        lot, facts, by=by, photo_file=photo_file, evidence=evidence, capture=capture, event_id=event_id,
        is_illustrative=is_illustrative or lot.is_illustrative,
    )  # fmt: skip


def correct_event(
    *,
    event: Event,
    facts: EventFacts,
    by: User | None = None,
    photo_file: File[bytes] | None = None,
    evidence: File[bytes] | None = None,
) -> Event:
    """What really happened, in the place of an event; the first one stays and is shown as corrected."""
    _check_newest(event)
    return _append(
        event.lot, facts, by=by, photo_file=photo_file, evidence=evidence, corrects=event,
        is_illustrative=event.is_illustrative,
    )  # fmt: skip


def void_event(*, event: Event, note: str, by: User | None = None) -> Event:
    """It did not happen: entered by mistake. The first entry stays and is shown as taken back."""
    _check_newest(event)
    if not note.strip():
        raise TraceRefused(_("Please say why this entry is wrong."), field="note")
    facts = dataclasses.replace(EventFacts.of(event), note=note)
    return _append(event.lot, facts, by=by, corrects=event, is_void=True, is_illustrative=event.is_illustrative)


@transaction.atomic
def record_events(*, entries: Sequence[TimelineEntry], by: User | None = None) -> list[Event]:
    """Many entries under the rules of `record_event`: all or none, in three queries for each ROWS_AT_ONCE.

    The lots must have been read with their products. Raises EntryRefused with the number of the first wrong one.
    """
    ids = {entry.event_id: number for number, entry in reversed(list(enumerate(entries))) if entry.event_id}
    known = set(Event.objects.filter(event_id__in=ids).values_list("event_id", flat=True)) if ids else set()
    for number, entry in enumerate(entries):
        try:
            _check(entry.lot, entry.facts)
            if entry.event_id and (entry.event_id in known or ids[entry.event_id] != number):
                raise TraceRefused(_("This event is known already."), field="event_id")
        except TraceRefused as refusal:
            raise EntryRefused(refusal.message, number=number, field=refusal.field) from refusal
    events = [
        Event(
            lot=entry.lot, recorded_by=by, capture=entry.capture, event_id=entry.event_id,
            is_illustrative=entry.lot.is_illustrative, **_values(entry.facts),
        )
        for entry in entries
    ]  # fmt: skip
    return _insert(events)


@transaction.atomic
def void_events(*, events: Sequence[Event], note: str, by: User | None = None) -> list[Event]:
    """Take back many entries, which must be the newest of their kind, under the rules of `void_event`."""
    if not note.strip():
        raise TraceRefused(_("Please say why this entry is wrong."), field="note")
    if any(event.is_void for event in events):
        raise TraceRefused(_("This entry has been taken back; make a new one."))
    return _insert([
        Event(
            lot=event.lot, recorded_by=by, corrects=event, is_void=True, is_illustrative=event.is_illustrative,
            **_values(dataclasses.replace(EventFacts.of(event), note=note)),
        )
        for event in events
    ])  # fmt: skip


def _insert(events: list[Event]) -> list[Event]:
    try:
        with transaction.atomic():
            return Event.objects.bulk_create(events, batch_size=ROWS_AT_ONCE)
    except IntegrityError as error:
        raise _in_words(error) from error.__cause__


def _in_words(error: Exception) -> Exception:
    """What a conflict with an event written at the same moment means for whoever asked; other errors as they are."""
    if "corrects" in str(error):
        return TraceRefused(_("Somebody has corrected this entry already. Look at the new one first."))
    if "event_id_once" in str(error):
        return TraceRefused(_("This event is known already."), field="event_id")
    return error


def _values(facts: EventFacts) -> dict[str, Any]:
    """Columns of an event for what is said of it."""
    values = {field.name: getattr(facts, field.name) for field in dataclasses.fields(facts)}
    return values | {"actor": facts.actor.strip(), "note": facts.note.strip()[:MAX_NOTE]}


def _check_newest(event: Event) -> None:
    if event.is_void:
        raise TraceRefused(_("This entry has been taken back; make a new one."))
    if Event.objects.filter(corrects=event).exists():
        raise TraceRefused(_("Somebody has corrected this entry already. Look at the new one first."))


def _append(
    lot: Lot, facts: EventFacts, *, by: User | None,
    photo_file: File[bytes] | None = None, evidence: File[bytes] | None = None,
    is_void: bool = False, **fields: Any,
) -> Event:  # fmt: skip
    if not is_void:
        _check(lot, facts)
    # Opened last, when all else is right, and before the transaction begins.
    photo_taken = _take_in(photo_file, field="photo_file")
    evidence_taken = _take_in(evidence, field="evidence", documents=True)
    event = Event(lot=lot, recorded_by=by, is_void=is_void, **_values(facts), **fields)
    if not is_void and (corrected := fields.get("corrects")):
        event.evidence = corrected.evidence
    kept: list[Evidence] = []
    try:
        with transaction.atomic():
            for name, taken in (("photo", photo_taken), ("evidence", evidence_taken)):
                if taken:
                    kept.append(keep(taken, is_public=True))
                    setattr(event, name, kept[-1])
            event.save()
    except BaseException as error:
        for item in kept:  # their rows went with the transaction
            discard(item)
        if isinstance(error, IntegrityError):
            raise _in_words(error) from error.__cause__
        raise
    return event


def _take_in(file: File[bytes] | None, *, field: str, documents: bool = False) -> TakenIn | None:
    if file is None:
        return None
    try:
        return take_in(file, documents=documents)
    except ValidationError as error:
        raise TraceRefused(error.messages[0], field=field) from error
    except DecoderBusy as error:
        raise StillBusy(busy().messages[0], field=field) from error


def _check(lot: Lot, facts: EventFacts) -> None:
    if facts.kind not in _KINDS:
        raise TraceRefused(_("Choose what happened."), field="kind")
    now = timezone.now()
    if facts.started_at > now + TOLERANCE:
        raise TraceRefused(_("This lies in the future. Enter it when it has happened."), field="started_at")
    if facts.started_at < now - OLDEST:
        raise TraceRefused(_("This lies more than ten years back. Please check the year."), field="started_at")
    if facts.ended_at is not None and facts.ended_at < facts.started_at:
        raise TraceRefused(_("It cannot end before it began."), field="ended_at")
    if facts.ended_at is not None and facts.ended_at > now + TOLERANCE:
        raise TraceRefused(_("This lies in the future. Leave it empty until it has ended."), field="ended_at")
    if facts.quantity is not None and facts.quantity < 0:
        raise TraceRefused(_("A quantity cannot be less than nothing."), field="quantity")
    if facts.place is not None and lot.product.producer_id != facts.place.producer_id:
        raise TraceRefused(_("This place is of another producer."), field="place")
    if facts.pre_harvest_interval_days is not None and facts.kind != EventKind.SPRAYING:
        raise TraceRefused(_("Only spraying has a waiting period."), field="pre_harvest_interval_days")
