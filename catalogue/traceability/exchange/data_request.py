"""Report for a data request of an authority: everything kept of a product or lot, with its log of changes, as a ZIP.

Circular 31/2026/TT-BCT asks for it within 24 hours of the request. Made while the officer waits, from one state of
the database. The events are in it twice: as rows with every correction, and as an EPCIS 2.0 document for machines.
Left out are contact data of consumers and names of accounts, which appear by number only.
"""

import contextlib
import dataclasses
import datetime
import hashlib
import itertools
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, TypeVar

from django.db import connection, transaction
from django.db.models import Count, Max, Min, Model, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from catalogue.certification.models import Certificate
from catalogue.products.models import Product
from catalogue.spreadsheets import csv_lines
from catalogue.traceability.documents import JsonObject
from catalogue.traceability.exchange.epcis.export import lots_read, names, trace_document
from catalogue.traceability.exchange.epcis.mapping import stamp_events
from catalogue.traceability.models import (
    CloneAlert,
    Event,
    Lot,
    LotInput,
    PortalDelivery,
    PrintRun,
    Recall,
    RecallEnd,
    Scan,
    Stamp,
    StampBatch,
    SuspicionReport,
)
from media.models import Evidence

from .passport import all_sources, passport_of

ModelT = TypeVar("ModelT", bound=Model)

ANSWER_HOURS = 24
IN_MEMORY_BYTES = 4_000_000
LEFT_OUT: dict[type[Model], set[str]] = {SuspicionReport: {"contact"}, PortalDelivery: {"document"}}
"""Contact data of consumers; the delivered documents, of which the digests are kept."""
HISTORY_COLUMNS = {"pgh_id", "pgh_created_at", "pgh_label", "pgh_obj", "pgh_context", "pgh_obj_id", "pgh_context_id"}


@dataclasses.dataclass(frozen=True)
class DataRequest:
    """Who asks, why, and when the request came in."""

    authority: str
    reason: str
    received_at: datetime.datetime

    @property
    def due_at(self) -> datetime.datetime:
        return self.received_at + datetime.timedelta(hours=ANSWER_HOURS)


def write_report(
    *, product: Product, request: DataRequest, by_account: int, site_url: str, lot: Lot | None = None
) -> IO[bytes]:
    """The ZIP as an open temporary file, at its beginning. All parts show the same moment."""
    # The file outlives this function; whoever sends it closes it.
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)  # noqa: SIM115
    made_at = timezone.now()
    with _one_moment(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {"passport.json": _json(passport_of(product, site_url=site_url, lot=lot))}
        scope = _scope(product, lot)
        parts["epcis.jsonld"] = _epcis(scope)
        parts |= {f"{name}.csv": rows for name, rows in _tables(product, lot, scope).items()}
        listed = [_write(archive, name, chunks) for name, chunks in parts.items()]
        manifest = {
            "product": {"id": product.pk, "name": product.title},
            "lot": lot.code if lot else None,
            "authority": request.authority,
            "reason": request.reason,
            "received_at": request.received_at.isoformat(timespec="seconds"),
            "due_at": request.due_at.isoformat(timespec="seconds"),
            "made_at": made_at.isoformat(timespec="seconds"),
            "is_in_time": made_at <= request.due_at,
            "made_by_account": by_account,
            "left_out": "contact data of consumers; names of accounts; devices and points of scans; unused serials",
            "files": listed,
        }
        _write(archive, "manifest.json", _json(manifest))
    file.seek(0)
    return file


@contextlib.contextmanager
def _one_moment() -> Iterator[None]:
    """A transaction in which every query sees the same state; inside another transaction that one's rules stand."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _write(archive: zipfile.ZipFile, name: str, chunks: Iterable[bytes]) -> JsonObject:
    digest, size = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) as entry:
        for chunk in chunks:
            entry.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return {"name": name, "bytes": size, "sha256": digest.hexdigest()}


def _json(document: JsonObject) -> Iterator[bytes]:
    yield json.dumps(document, ensure_ascii=False, indent=1).encode()


# -- what is asked for -----------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class _Scope:
    """Rows of the report. `lots` are `own` lots and all that went into them: what went in is part of the trace."""

    own: QuerySet[Lot]
    lots: QuerySet[Lot]
    batches: QuerySet[StampBatch]
    ended_stamps: QuerySet[Stamp]


def _scope(product: Product, lot: Lot | None) -> _Scope:
    own = lots_read().filter(Q(pk=lot.pk) if lot else Q(product=product)).order_by("pk")
    own_ids = set(own.values_list("pk", flat=True))
    batches = StampBatch.objects.filter(Q(lot__in=own_ids) if lot else Q(product=product)).order_by("pk")
    return _Scope(
        own=own,
        lots=Lot.objects.filter(pk__in=own_ids | all_sources(own_ids)).order_by("pk"),
        batches=batches,
        ended_stamps=Stamp.objects.filter(batch__in=batches).exclude(state_override="").order_by("pk"),
    )


# -- events for machines ---------------------------------------------------------------------------


def _epcis(scope: _Scope) -> Iterator[bytes]:
    """One EPCISDocument: lots and recalls in order of time, then each pack that was sold or is void."""
    document = trace_document(list(scope.own), list(scope.lots.values_list("pk", flat=True)))
    text, end = json.dumps(document, ensure_ascii=False), "]}}"
    yield text.removesuffix(end).encode()  # the list of events is the last of the document
    is_first = not document["epcisBody"]["eventList"]
    for stamp in scope.ended_stamps.select_related("batch").iterator(chunk_size=2000):
        for event in stamp_events(stamp, names()):
            yield ("" if is_first else ",\n").encode() + json.dumps(event, ensure_ascii=False).encode()
            is_first = False
    yield end.encode()


# -- tables ----------------------------------------------------------------------------------------


def _tables(product: Product, lot: Lot | None, scope: _Scope) -> dict[str, Iterator[bytes]]:
    """Name of each table → its CSV."""
    lots, batches = scope.lots, scope.batches
    stamps = Stamp.objects.filter(batch__in=batches)
    recalls = Recall.objects.filter(Q(lot__in=lots) | Q(batch__in=batches) | Q(certificate__product=product))
    certificates = Certificate.objects.filter(product=product).order_by("pk")
    reports = SuspicionReport.objects.filter(Q(stamp__in=stamps) if lot else Q(stamp__product=product))
    tables = {
        "certificates": _table(certificates),
        "lots": _table(lots),
        "lot_inputs": _table(LotInput.objects.filter(lot__in=lots).order_by("pk")),
        "events": _table(Event.objects.filter(lot__in=lots).order_by("pk")),
        "evidence": _table(_evidence(lots, reports)),
        "stamp_batches": _table(batches),
        "stamps_sold_or_void": _table(scope.ended_stamps),
        "print_runs": _table(PrintRun.objects.filter(batch__in=batches).order_by("pk")),
        "scans_by_day": _scans(stamps),
        "alerts": _table(CloneAlert.objects.filter(stamp__in=stamps).order_by("pk")),
        "recalls": _table(recalls.order_by("pk")),
        "recall_ends": _table(RecallEnd.objects.filter(recall__in=recalls).order_by("pk")),
        "suspicion_reports": _table(reports.order_by("pk")),
    }
    if not lot:
        deliveries = PortalDelivery.objects.filter(product=product).defer("document").order_by("pk")
        tables["portal_deliveries"] = _table(deliveries)
    tables["changes"] = _csv(
        ("at", "table", "row", "change", "column", "before", "after"),
        _changes({Certificate: certificates, Lot: lots, StampBatch: batches, Recall: recalls}),
    )
    return tables


def _evidence(lots: QuerySet[Lot], reports: QuerySet[SuspicionReport]) -> QuerySet[Evidence]:
    """What proves events and reports: digests of the files, which stay where they are."""
    events = Event.objects.filter(lot__in=lots)
    return Evidence.objects.filter(
        Q(pk__in=events.values("photo")) | Q(pk__in=events.values("evidence")) | Q(pk__in=reports.values("photo"))
    ).order_by("pk")


def _table(rows: QuerySet[ModelT]) -> Iterator[bytes]:
    hidden = LEFT_OUT.get(rows.model, ())
    names = [field.attname for field in rows.model._meta.concrete_fields if field.attname not in hidden]
    return _csv(names, ([getattr(row, name) for name in names] for row in rows.iterator(chunk_size=2000)))


def _scans(stamps: QuerySet[Stamp]) -> Iterator[bytes]:
    days = Scan.objects.filter(stamp__in=stamps).annotate(day=TruncDate("scanned_at")).values("day", "province")
    facts = days.annotate(
        n=Count("pk"), packs=Count("stamp", distinct=True), first=Min("scanned_at"), last=Max("scanned_at")
    )
    rows = facts.order_by("day", "province").values_list("day", "province", "n", "packs", "first", "last")
    return _csv(("day", "province", "scans", "packs", "first_at", "last_at"), rows.iterator())


def _changes(tracked: Mapping[type[Model], QuerySet[Any]]) -> Iterator[list[object]]:
    """One line for each value that changed, as the database has kept it, table by table, oldest first."""
    for model, rows in tracked.items():
        history: Any = model.pgh_event_model  # type: ignore[attr-defined]  # pghistory adds it
        columns = [field.attname for field in history._meta.concrete_fields if field.attname not in HISTORY_COLUMNS]
        table = model._meta.db_table
        before: dict[str, Any] = {}
        kept = history.objects.filter(pgh_obj__in=rows.values("pk")).order_by("pgh_obj_id", "pgh_id")
        for state in kept.iterator(chunk_size=2000):
            values = {name: getattr(state, name) for name in columns}
            former = before.get("values", {}) if before.get("row") == state.pgh_obj_id else {}
            for name, value in values.items():
                if value != former.get(name):
                    yield [
                        state.pgh_created_at,
                        table,
                        state.pgh_obj_id,
                        state.pgh_label,
                        name,
                        former.get(name),
                        value,
                    ]
            before = {"row": state.pgh_obj_id, "values": values}


def _csv(names: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[bytes]:
    return csv_lines(itertools.chain([names], ([_cell(value) for value in row] for row in rows)))


def _cell(value: object) -> object:
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value
