"""Queries of EPCIS 2.0: captured events and our own ones in one list, page by page."""

import base64
import binascii
import datetime
import json
from dataclasses import dataclass, field
from typing import Any, cast

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from catalogue.producers.models import Producer
from catalogue.traceability.documents import JsonObject
from catalogue.traceability.models import CapturedEvent, Event, Lot, Recall, Stamp

from . import identifiers, vocabulary
from .export import events_of_lots, inputs_of_lots, names
from .mapping import lot_events, quantity_of, recall_events, stamp_events
from .values import is_moment

PAGE_SIZE = 30
MAX_PAGE = 200
MAX_PARAMETER_CHARACTERS = 4_000
MAX_WORDS = 100
"""Values in one parameter, separated by |."""
MAX_WORD_CHARACTERS = 300
MAX_TOKEN_CHARACTERS = 600
_STEPS = {"EQ_bizStep": "bizStep", "EQ_disposition": "disposition"}
_EPC_PARAMETERS = ("MATCH_epc", "MATCH_anyEPC", "MATCH_epcClass", "MATCH_anyEPCClass", "MATCH_outputEPC",
                   "MATCH_outputEPCClass", "MATCH_inputEPC", "MATCH_inputEPCClass", "MATCH_parentID")  # fmt: skip
_TIMES = {"GE_eventTime": "event_time__gte", "LT_eventTime": "event_time__lt", "GE_recordTime": "recorded_at__gte",
          "LT_recordTime": "recorded_at__lt"}  # fmt: skip
_CONTROLS = ("perPage", "nextPageToken", "orderBy", "orderDirection")


Place = tuple[datetime.datetime, int, str | int]
"""Where an event stands in the order: moment, 0 for ours and 1 for captured ones, event id or number of the row."""


class BadQuery(ValueError):
    """A parameter that cannot be answered. `name` is the parameter."""

    def __init__(self, name: str, message: str):
        super().__init__(f"{name}: {message}")
        self.name = name


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What is asked for. Times are moments; `epcs` in their normal spelling."""

    types: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    dispositions: tuple[str, ...] = ()
    read_points: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    epcs: tuple[str, ...] = ()
    times: dict[str, datetime.datetime] = field(default_factory=dict)
    page_size: int = PAGE_SIZE
    after: Place | None = None
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class EventPage:
    """Events in order, each with its own context where it differs; the token of the next page or an empty text."""

    events: list[JsonObject]
    token: str


def parse_query(parameters: dict[str, str]) -> EventQuery:
    """The query behind request parameters. Raises BadQuery for unknown names and wrong values."""
    values: dict[str, Any] = {"times": {}, "epcs": ()}
    for name, text in parameters.items():
        _check_size(name, text)
        words = tuple(word for word in text.split("|") if word)
        if len(words) > MAX_WORDS:
            raise BadQuery(name, f"{len(words)} values; at most {MAX_WORDS}")
        if any(len(word) > MAX_WORD_CHARACTERS for word in words) and name not in _CONTROLS:
            raise BadQuery(name, f"a value of more than {MAX_WORD_CHARACTERS} characters")
        if name == "eventType":
            values["types"] = words
        elif name == "EQ_action":
            values["actions"] = words
        elif name in _STEPS:
            key = "steps" if name == "EQ_bizStep" else "dispositions"
            values[key] = tuple(vocabulary.bare(_STEPS[name], word) for word in words)
        elif name in ("EQ_readPoint", "EQ_bizLocation"):
            key = "read_points" if name == "EQ_readPoint" else "locations"
            values[key] = tuple(identifiers.normalised(word) for word in words)
        elif name == "EQ_eventID":
            values["ids"] = words
        elif name in _EPC_PARAMETERS:
            values["epcs"] += tuple(identifiers.normalised(word) for word in words)
        elif name in _TIMES:
            values["times"][_TIMES[name]] = _moment(name, text)
        elif name not in _CONTROLS:
            raise BadQuery(name[:40], "no parameter that this interface knows")
    values |= _controls(parameters)
    return EventQuery(**values)


def _check_size(name: str, text: str) -> None:
    if "\x00" in name + text:
        raise BadQuery(name[:40].replace("\x00", ""), "holds a NUL character")
    if len(text) > MAX_PARAMETER_CHARACTERS:
        raise BadQuery(name[:40], f"longer than {MAX_PARAMETER_CHARACTERS} characters")


def _moment(name: str, text: str) -> datetime.datetime:
    text = text.replace(" ", "+")  # a plus sign that was not percent-encoded
    if not is_moment(text):
        raise BadQuery(name, "must be a moment with its time zone, such as 2026-04-01T08:00:00+07:00")
    return datetime.datetime.fromisoformat(text)


def _controls(parameters: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if text := parameters.get("perPage"):
        if not (text.isascii() and text.isdigit() and len(text) < 10) or not 1 <= int(text) <= MAX_PAGE:
            raise BadQuery("perPage", f"must be a number from 1 to {MAX_PAGE}")
        values["page_size"] = int(text)
    if parameters.get("orderBy", "eventTime") != "eventTime":
        raise BadQuery("orderBy", "only eventTime")
    direction = parameters.get("orderDirection", "ASC")
    if direction not in ("ASC", "DESC"):
        raise BadQuery("orderDirection", "must be ASC or DESC")
    values["newest_first"] = direction == "DESC"
    if token := parameters.get("nextPageToken"):
        values["after"] = _read_token(token)
    return values


def event_page(query: EventQuery, *, producer: Producer) -> EventPage:
    """Events of a producer: those its systems sent, and those entered here for its lots. At most eight queries."""
    wanted = query.page_size + 1
    rows: list[tuple[Place, JsonObject]] = [
        ((_moment_of(body), 0, body["eventID"]), body) for body in own_bodies(query, producer)
    ]
    rows = [row for row in rows if _fits(row[1], query) and _is_after(row[0], query)]
    rows += [((row.event_time, 1, row.pk), _as_sent(row)) for row in _captured(query, producer)[:wanted]]
    rows.sort(key=lambda row: row[0], reverse=query.newest_first)
    shown = rows[: query.page_size]
    token = _token(shown[-1][0]) if len(rows) > query.page_size else ""
    return EventPage([body for _, body in shown], token)


def _as_sent(row: CapturedEvent) -> JsonObject:
    own_context = [part for part in row.context if isinstance(part, dict)]
    body = {"type": row.event_type, "eventID": row.event_id, **row.body}
    body["recordTime"] = timezone.localtime(row.recorded_at).isoformat(timespec="milliseconds")
    return {"@context": [vocabulary.CONTEXT, *own_context], **body} if own_context else body


def own_bodies(query: EventQuery, producer: Producer) -> list[JsonObject]:
    """Events entered here for the producer's lots and packs, as EPCIS events in a lasting order."""
    mine = Lot.objects.filter(product__producer=producer)
    bodies: list[JsonObject] = []
    if query.epcs:
        items = [item for uri in query.epcs if (item := identifiers.trade_item(uri))]
        wanted = Q(pk__in=_numbers(query.epcs, f"{names().site}/epcis/lots/"))
        for item in items:
            if item.lot:
                wanted |= Q(product__trade_item__gtin=item.gtin, code=item.lot)
        mine = mine.filter(wanted)
        codes = {item.serial for item in items if item.serial} | set(_tails(query.epcs, f"{names().site}/q/"))
        stamps = Stamp.objects.filter(code__in=codes, product__producer=producer).select_related("batch")
        bodies += [body for stamp in stamps.order_by("pk") for body in stamp_events(stamp, names())]
    entered = Event.objects.filter(lot=OuterRef("pk"), capture__isnull=True)
    lots = list(mine.filter(Exists(entered)).order_by("pk").values_list("pk", flat=True))
    events = list(events_of_lots(lots).filter(capture__isnull=True)) if lots else []
    recalls = Recall.objects.filter(lot__in=mine).select_related("lot__product__trade_item").order_by("pk")
    for recall in recalls:
        lot = cast(Lot, recall.lot)  # the query asks for recalls of lots
        what = quantity_of(names().lot(lot), lot.quantity, lot.quantity_unit)
        bodies += recall_events(recall, {"quantityList": [what]}, names())
    return lot_events(events, inputs_of_lots(lots) if lots else [], names()) + bodies


def _tails(uris: tuple[str, ...], stem: str) -> list[str]:
    return [uri[len(stem) :] for uri in uris if uri.startswith(stem)]


def _numbers(uris: tuple[str, ...], stem: str) -> list[int]:
    return [int(tail) for tail in _tails(uris, stem) if tail.isascii() and tail.isdigit() and len(tail) < 18]


def _fits(body: JsonObject, query: EventQuery) -> bool:
    """Whether one of our own events is asked for."""
    at, recorded = _moment_of(body), datetime.datetime.fromisoformat(body["recordTime"])
    times = {"event_time": at, "recorded_at": recorded}
    return (
        _is_one(body["type"], query.types)
        and _is_one(body.get("action", ""), query.actions)
        and _is_one(body.get("bizStep", ""), query.steps)
        and _is_one(body.get("disposition", ""), query.dispositions)
        and _is_one(identifiers.normalised(body.get("readPoint", {}).get("id", "")), query.read_points)
        and _is_one(identifiers.normalised(body.get("bizLocation", {}).get("id", "")), query.locations)
        and _is_one(body["eventID"], query.ids)
        and all(_holds(lookup, times, moment) for lookup, moment in query.times.items())
    )


def _is_one(value: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or value in wanted


def _holds(lookup: str, times: dict[str, datetime.datetime], moment: datetime.datetime) -> bool:
    name, _, comparison = lookup.partition("__")
    return times[name] >= moment if comparison == "gte" else times[name] < moment


def _captured(query: EventQuery, producer: Producer) -> QuerySet[CapturedEvent]:
    rows = CapturedEvent.objects.filter(producer=producer, **query.times)
    fields = {
        "event_type": query.types,
        "action": query.actions,
        "biz_step": query.steps,
        "disposition": query.dispositions,
        "read_point": query.read_points,
        "biz_location": query.locations,
        "event_id": query.ids,
    }
    rows = rows.filter(**{f"{name}__in": words for name, words in fields.items() if words})
    if query.epcs:
        rows = rows.filter(epcs__overlap=list(query.epcs))
    if query.after:
        at, kind, number = query.after
        further = "lt" if query.newest_first else "gt"
        same = Q(event_time=at, **{f"pk__{further}": number}) if kind == 1 else Q(event_time=at)
        if kind == 0 and query.newest_first:
            same = Q(pk__in=[])
        rows = rows.filter(Q(**{f"event_time__{further}": at}) | same)
    sign = "-" if query.newest_first else ""
    return rows.order_by(f"{sign}event_time", f"{sign}id")


def _moment_of(body: JsonObject) -> datetime.datetime:
    return datetime.datetime.fromisoformat(body["eventTime"])


def _is_after(place: Place, query: EventQuery) -> bool:
    if query.after is None:
        return True
    return place < query.after if query.newest_first else place > query.after


def _token(place: Place) -> str:
    text = json.dumps([place[0].isoformat(), place[1], place[2]])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _read_token(token: str) -> Place:
    try:
        if len(token) > MAX_TOKEN_CHARACTERS:
            raise ValueError("longer than any token")
        at, kind, number = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        is_number = type(number) is int and abs(number) < 2**63
        is_place = (kind == 1 and is_number) or (kind == 0 and isinstance(number, str))
        moment = datetime.datetime.fromisoformat(at)
        if moment.tzinfo is None or not 1800 < moment.year < 2300 or type(kind) is not int or not is_place:
            raise ValueError("not a place in the order of events")
        return moment, kind, number
    except (ValueError, TypeError, RecursionError, binascii.Error):
        raise BadQuery("nextPageToken", "is not one that was given out here") from None
