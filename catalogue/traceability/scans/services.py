"""Scans of packs: who is first is decided while the page is made, everything else is written afterwards.

`claim_first` is one insert, and the database lets exactly one win; the place is kept once the scan is recorded.
`recorder` keeps the scans of this process in memory for a moment and writes them in batches, so that a slow or
read-only database never holds up or breaks a page.
"""

import contextlib
import dataclasses
import datetime
import json
import logging
from collections import OrderedDict
from collections.abc import Collection, Hashable, Sequence

from django.conf import settings
from django.db import Error as DatabaseErrors
from django.db import connection, transaction
from django.utils import timezone

from catalogue.recording import BufferedRecorder
from catalogue.traceability.models import Scan, ScanSummary, Stamp

from . import clones, origins
from .packs import HOLD
from .time_limits import execute_within

log = logging.getLogger(__name__)

CLAIM_MILLISECONDS = 250
"""Longest wait for the first-scan insert; after that the page says that it cannot tell."""
MAX_WAITING = 20_000
"""Scans kept in memory while the database does not take them."""


@dataclasses.dataclass(frozen=True)
class ScanRecord:
    """One scan to be recorded. `counts` is False before the stamp is active: such scans are kept but say nothing."""

    stamp_id: int
    at: datetime.datetime
    device: str
    province: str = ""
    point: origins.Point | None = None
    is_staff_scan: bool = False
    counts: bool = True


# -- the first scan --------------------------------------------------------------------------------


def claim_first(stamp_id: int, at: datetime.datetime) -> bool | None:
    """True for the one caller who holds the first place from now on; None when the database cannot say now
    (read-only, slow). The place is free again after HOLD where no scan was recorded. One round trip."""
    insert = (
        "INSERT INTO traceability_scansummary AS held (stamp_id, first_at, scans, devices, late, provinces,"
        " far_apart_km, score) VALUES (%s, %s, 0, 0, 0, '{}', 0, 0) ON CONFLICT (stamp_id) DO UPDATE"
        " SET first_at = excluded.first_at WHERE held.scans = 0 AND held.first_at <= %s"
    )
    try:
        with _savepoint(), connection.cursor() as cursor:
            execute_within(cursor, insert, [stamp_id, at, at - HOLD], milliseconds=CLAIM_MILLISECONDS)
            is_first: bool = cursor.rowcount == 1
            return is_first
    except DatabaseErrors as error:
        log.warning("the first scan of stamp %s could not be decided: %s", stamp_id, type(error).__name__)
        return None


def _savepoint() -> contextlib.AbstractContextManager[None]:
    """So that a failure does not end a transaction around us; nothing, and no round trip, where there is none."""
    return transaction.atomic() if connection.in_atomic_block else contextlib.nullcontext()


# -- writing ---------------------------------------------------------------------------------------


@transaction.atomic
def record_scans(records: Sequence[ScanRecord]) -> int:
    """Write scans, one a device, and bring summaries, scores and alerts up to date. How many were new."""
    new = _insert(records)
    counted: dict[int, list[ScanRecord]] = {}
    silent = {(record.stamp_id, record.device) for record in records if not record.counts}
    for record in new:
        if (record.stamp_id, record.device) not in silent:
            counted.setdefault(record.stamp_id, []).append(record)
    if counted:
        _add_up(counted)
    return len(new)


def _insert(records: Sequence[ScanRecord]) -> list[ScanRecord]:
    """Scans that were not there yet, of each device the first. Stamps that do not exist (any more) fall out by the
    join."""
    first: dict[tuple[int, str], ScanRecord] = {}
    for record in sorted(records, key=lambda record: record.at):
        first.setdefault((record.stamp_id, record.device), record)
    rows = [
        [one.stamp_id, one.at.isoformat(), one.device, one.province, *(one.point or (None, None)), one.is_staff_scan]
        for one in first.values()
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO traceability_scan
                (stamp_id, scanned_at, device, province, latitude, longitude, is_staff_scan)
            SELECT stamp.id, (new->>1)::timestamptz, new->>2, new->>3, (new->>4)::float8, (new->>5)::float8,
                (new->>6)::bool
            FROM jsonb_array_elements(%s::jsonb) AS new
            JOIN traceability_stamp stamp ON stamp.id = (new->>0)::bigint
            ORDER BY stamp.id, 2
            ON CONFLICT DO NOTHING
            RETURNING stamp_id, device
            """,
            [json.dumps(rows)],
        )
        return [first[key] for key in cursor.fetchall()]


def _add_up(new: dict[int, list[ScanRecord]]) -> None:
    """Running totals: only the new scans are looked at, and the points given with consent."""
    _ensure_summaries({pk: records[0].at for pk, records in sorted(new.items())})
    rows = list(ScanSummary.objects.select_for_update().filter(stamp__in=new).order_by("stamp_id"))
    sold = dict(Stamp.objects.filter(pk__in=new, state_override="sold").values_list("pk", "state_override_at"))
    points = _points(new)
    for row in rows:
        _add(row, new[row.stamp_id], sold.get(row.stamp_id))
        _rate(row, sold.get(row.stamp_id), points.get(row.stamp_id, set()))
    _save_summaries(rows)


def _points(stamps: Collection[int]) -> dict[int, set[origins.Point]]:
    """Places given with consent, by stamp. One query."""
    points: dict[int, set[origins.Point]] = {}
    for scan in Scan.objects.filter(stamp__in=stamps, latitude__isnull=False, longitude__isnull=False):
        points.setdefault(scan.stamp_id, set()).update(clones.points_of_scan(scan))
    return points


def _ensure_summaries(first: dict[int, datetime.datetime]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO traceability_scansummary
                (stamp_id, first_at, scans, devices, late, provinces, far_apart_km, score)
            SELECT (new->>0)::bigint, (new->>1)::timestamptz, 0, 0, 0, '{}', 0, 0
            FROM jsonb_array_elements(%s::jsonb) AS new
            ORDER BY 1 ON CONFLICT DO NOTHING
            """,
            [json.dumps([[stamp_id, at.isoformat()] for stamp_id, at in first.items()])],
        )


SUMMED = ("stamp_id", "first_at", "consumers_from", "consumers_until", "scans", "devices", "late", "provinces",
          "far_apart_km", "score")  # fmt: skip


def _save_summaries(rows: list[ScanSummary]) -> None:
    """All at once: Django's own way of updating many rows takes longer than everything else here."""
    values = [{name: getattr(row, name) for name in SUMMED} for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE traceability_scansummary summary SET
                first_at = new.first_at, consumers_from = new.consumers_from, consumers_until = new.consumers_until,
                scans = new.scans, devices = new.devices, late = new.late, provinces = new.provinces,
                far_apart_km = new.far_apart_km, score = new.score
            FROM jsonb_populate_recordset(NULL::traceability_scansummary, %s::jsonb) AS new
            WHERE summary.stamp_id = new.stamp_id
            """,
            [json.dumps(values, default=datetime.datetime.isoformat)],
        )


def _add(row: ScanSummary, records: list[ScanRecord], sold_at: datetime.datetime | None) -> None:
    row.first_at = min(row.first_at, *(record.at for record in records))
    row.scans += len(records)
    consumers = [record for record in records if not record.is_staff_scan]
    if not consumers:
        return
    times = [record.at for record in consumers]
    row.consumers_from = min(row.consumers_from or times[0], *times)
    row.consumers_until = max(row.consumers_until or times[0], *times)
    late = clones.late_from(first=row.consumers_from, sold_at=sold_at)
    row.devices += len(consumers)
    row.late += sum(time > late for time in times)
    row.provinces = sorted({*row.provinces, *(record.province for record in consumers if record.province)})


def _rate(row: ScanSummary, sold_at: datetime.datetime | None, points: set[origins.Point]) -> None:
    row.far_apart_km = round(origins.far_apart_km([*origins.points_of(row.provinces), *points]), 1)
    if row.cleared_at:
        signals = clones.signals_since(row.stamp_id, row.cleared_at, sold_at=sold_at)
    else:
        signals = clones.signals_of(row, sold_at=sold_at, points=points)
    row.score = clones.score(signals)
    if row.score >= clones.THRESHOLD:
        clones.raise_alert(stamp_id=row.stamp_id, signals=signals)


@transaction.atomic
def add_place(*, stamp_id: int, device: str, point: origins.Point, at: datetime.datetime) -> bool:
    """A place given with consent, for the scan of this device. Whether there is such a scan (or it was made now)."""
    record_scans([ScanRecord(stamp_id=stamp_id, at=at, device=device)])
    changed = Scan.objects.filter(stamp=stamp_id, device=device, latitude=None).update(
        latitude=point[0], longitude=point[1]
    )
    if changed:
        row = ScanSummary.objects.select_for_update().filter(stamp=stamp_id).first()
        if row:
            sold_at = Stamp.objects.filter(pk=stamp_id, state_override="sold").values_list(
                "state_override_at", flat=True
            )
            _rate(row, sold_at.first(), _points([stamp_id])[stamp_id])
            row.save(update_fields=["far_apart_km", "score"])
    return bool(changed)


# -- off the path of the request -------------------------------------------------------------------


def _write(waiting: dict[tuple[int, str, bool], ScanRecord]) -> int:
    return record_scans(list(waiting.values()))


recorder: BufferedRecorder[tuple[int, str, bool], ScanRecord] = BufferedRecorder(
    "scans",
    write=_write,
    merge=lambda earlier, _later: earlier,
    interval=lambda: settings.SCAN_FLUSH_SECONDS,
    max_waiting=MAX_WAITING,
)
"""The scans of this process that are not written yet."""


def put_scan(record: ScanRecord) -> None:
    """Have a scan recorded, soon. Never waits for the database and never fails."""
    recorder.put((record.stamp_id, record.device, record.counts), record)


class RecentScans:
    """The latest scans of this process: who reads a page again is spared the way to the recorder."""

    def __init__(self) -> None:
        self._keys: OrderedDict[Hashable, None] = OrderedDict()

    def mark_seen(self, key: Hashable) -> bool:
        """Remember a device on a stamp; whether it was remembered already."""
        if key in self._keys:
            return True
        self._keys[key] = None
        if len(self._keys) > MAX_WAITING:
            with contextlib.suppress(KeyError):
                self._keys.popitem(last=False)
        return False

    def clear(self) -> None:
        self._keys.clear()


recent_scans = RecentScans()


# -- retention -------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Forgotten:
    """How many scans lost device and point, and how many were deleted."""

    anonymised: int
    deleted: int


@transaction.atomic
def forget_old_scans(*, now: datetime.datetime | None = None) -> Forgotten:
    """Policy: after SCAN_DEVICE_DAYS token and point go, after SCAN_KEEP_DAYS the scan itself. Totals stay."""
    now = now or timezone.now()
    deleted, _rows = Scan.objects.filter(scanned_at__lt=now - datetime.timedelta(settings.SCAN_KEEP_DAYS)).delete()
    old = Scan.objects.filter(scanned_at__lt=now - datetime.timedelta(settings.SCAN_DEVICE_DAYS))
    personal = old.exclude(device="") | old.filter(latitude__isnull=False)
    return Forgotten(personal.update(device="", latitude=None, longitude=None), deleted)


IDLE_SECONDS = 3_600


class Retention:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`): once a day the policy is applied."""

    def __init__(self) -> None:
        self.done_on: datetime.date | None = None

    def __call__(self) -> float:
        """Forget what is old enough, once a day; seconds until the next time."""
        today = timezone.localdate()
        if self.done_on != today:
            forgotten = forget_old_scans()
            if forgotten.anonymised or forgotten.deleted:
                log.info("scans: %s anonymised, %s deleted", forgotten.anonymised, forgotten.deleted)
            self.done_on = today
        return IDLE_SECONDS


retention = Retention()
