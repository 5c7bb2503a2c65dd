"""Scans of packs: who is first is decided while the page is made, everything else is written afterwards.

`claim_first` is one insert, and the database lets exactly one win. `Recorder` keeps the scans of this process in
memory for a moment and writes them in batches from a thread of its own, so that a slow or read-only database never
holds up or breaks a page.
"""

import atexit
import contextlib
import dataclasses
import datetime
import json
import logging
import multiprocessing.util
import threading
from collections import OrderedDict, deque
from collections.abc import Collection, Sequence

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection, transaction
from django.utils import timezone

from . import clones, origins, trips
from .models import Scan, ScanSummary, Stamp

log = logging.getLogger(__name__)

CLAIM_MILLISECONDS = 250
"""Longest wait for the first-scan insert; after that the page says that it cannot tell."""
BATCH = 500
LONGEST_QUEUE = 20_000
"""Scans kept in memory while the database does not take them; later ones are dropped and counted."""
LONGEST_REST_SECONDS = 30


@dataclasses.dataclass(frozen=True)
class Look:
    """One scan to be recorded. `counts` is False before the stamp is active: such scans are kept but say nothing."""

    stamp_id: int
    at: datetime.datetime
    device: str
    province: str = ""
    point: origins.Point | None = None
    is_counter: bool = False
    counts: bool = True


# -- the first scan --------------------------------------------------------------------------------


def claim_first(stamp_id: int, at: datetime.datetime) -> bool | None:
    """True for exactly one caller ever; None when the database cannot say now (read-only, slow). One round trip."""
    insert = (
        "INSERT INTO traceability_scansummary (stamp_id, first_at, scans, devices, late, provinces, far_apart_km,"
        " score) VALUES (%s, %s, 0, 0, 0, '{}', 0, 0) ON CONFLICT DO NOTHING"
    )
    try:
        if connection.in_atomic_block:  # never shorten the patience of a transaction around us
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(insert, [stamp_id, at])
                return cursor.rowcount == 1
        limit = f"SELECT set_config('statement_timeout', '{CLAIM_MILLISECONDS}', true);"
        return trips.send(limit + insert, str(stamp_id), at.isoformat()).command_tuples == 1
    except DatabaseError as error:
        log.warning("the first scan of stamp %s could not be decided: %s", stamp_id, type(error).__name__)
        return None


# -- writing ---------------------------------------------------------------------------------------


@transaction.atomic
def record_scans(looks: Sequence[Look]) -> int:
    """Write scans, one a device, and bring summaries, scores and alerts up to date. How many were new."""
    new = _insert(looks)
    counted: dict[int, list[Look]] = {}
    silent = {(look.stamp_id, look.device) for look in looks if not look.counts}
    for look in new:
        if (look.stamp_id, look.device) not in silent:
            counted.setdefault(look.stamp_id, []).append(look)
    if counted:
        _add_up(counted)
    return len(new)


def _insert(looks: Sequence[Look]) -> list[Look]:
    """Scans that were not there yet, of each device the first. Stamps that do not exist (any more) fall out by the
    join."""
    first: dict[tuple[int, str], Look] = {}
    for look in sorted(looks, key=lambda look: look.at):
        first.setdefault((look.stamp_id, look.device), look)
    rows = [
        [one.stamp_id, one.at.isoformat(), one.device, one.province, *(one.point or (None, None)), one.is_counter]
        for one in first.values()
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO traceability_scan
                (stamp_id, scanned_at, device, province, latitude, longitude, is_counter)
            SELECT stamp.id, (look->>1)::timestamptz, look->>2, look->>3, (look->>4)::float8, (look->>5)::float8,
                (look->>6)::bool
            FROM jsonb_array_elements(%s::jsonb) AS look
            JOIN traceability_stamp stamp ON stamp.id = (look->>0)::bigint
            ORDER BY stamp.id, 2
            ON CONFLICT DO NOTHING
            RETURNING stamp_id, device
            """,
            [json.dumps(rows)],
        )
        return [first[key] for key in cursor.fetchall()]


def _add_up(new: dict[int, list[Look]]) -> None:
    """Running totals: only the new scans are looked at, and the points given with consent."""
    _ensure_summaries({pk: looks[0].at for pk, looks in sorted(new.items())})
    rows = list(ScanSummary.objects.select_for_update().filter(stamp__in=new).order_by("stamp_id"))
    sold = dict(Stamp.objects.filter(pk__in=new, own_state="sold").values_list("pk", "own_state_at"))
    points = _points(new)
    for row in rows:
        _add(row, new[row.stamp_id], sold.get(row.stamp_id))
        _judge(row, sold.get(row.stamp_id), points.get(row.stamp_id, set()))
    _save_summaries(rows)


def _points(stamps: Collection[int]) -> dict[int, set[origins.Point]]:
    """Places given with consent, by stamp. One query."""
    found: dict[int, set[origins.Point]] = {}
    for scan in Scan.objects.filter(stamp__in=stamps, latitude__isnull=False, longitude__isnull=False):
        found.setdefault(scan.stamp_id, set()).add((scan.latitude, scan.longitude))
    return found


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


def _add(row: ScanSummary, looks: list[Look], sold_at: datetime.datetime | None) -> None:
    row.first_at = min(row.first_at, *(look.at for look in looks))
    row.scans += len(looks)
    consumers = [look for look in looks if not look.is_counter]
    if not consumers:
        return
    times = [look.at for look in consumers]
    row.consumers_from = min(row.consumers_from or times[0], *times)
    row.consumers_until = max(row.consumers_until or times[0], *times)
    late = clones.late_from(first=row.consumers_from, sold_at=sold_at)
    row.devices += len(consumers)
    row.late += sum(time > late for time in times)
    row.provinces = sorted({*row.provinces, *(look.province for look in consumers if look.province)})


def _judge(row: ScanSummary, sold_at: datetime.datetime | None, points: set) -> None:
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
    record_scans([Look(stamp_id=stamp_id, at=at, device=device)])
    changed = Scan.objects.filter(stamp=stamp_id, device=device, latitude=None).update(
        latitude=point[0], longitude=point[1]
    )
    if changed:
        row = ScanSummary.objects.select_for_update().filter(stamp=stamp_id).first()
        if row:
            sold_at = Stamp.objects.filter(pk=stamp_id, own_state="sold").values_list("own_state_at", flat=True)
            _judge(row, sold_at.first(), _points([stamp_id])[stamp_id])
            row.save(update_fields=["far_apart_km", "score"])
    return bool(changed)


# -- off the path of the request -------------------------------------------------------------------


class Recorder:
    """Queue of this process. Its thread starts with the first scan (after any fork) and ends with the process."""

    def __init__(self):
        self._queue: deque[Look] = deque()
        self._wake = threading.Event()
        self._guard = threading.Lock()  # of the thread's start
        self._writing = threading.Lock()
        self._thread: threading.Thread | None = None
        self._recent: OrderedDict[tuple, None] = OrderedDict()
        self.dropped = 0

    def is_known(self, key: tuple) -> bool:
        """Whether this process has noted the same device on the same stamp lately; remembers it if not."""
        if key in self._recent:
            return True
        self._recent[key] = None
        if len(self._recent) > LONGEST_QUEUE:
            with contextlib.suppress(KeyError):
                self._recent.popitem(last=False)
        return False

    def forget(self) -> None:
        """Drop what waits and what was noted."""
        self._queue.clear()
        self._recent.clear()

    def put(self, look: Look) -> None:
        """Never waits and never fails."""
        if len(self._queue) >= LONGEST_QUEUE:
            self.dropped += 1
            if self.dropped % 1_000 == 1:
                log.error("scans are being dropped, the database takes none: %s so far", self.dropped)
            return
        self._queue.append(look)
        if settings.SCAN_FLUSH_SECONDS and self._thread is None:
            self._start()

    def waiting(self) -> int:
        return len(self._queue)

    def flush(self) -> int:
        """Write everything that waits; how many scans were new. DatabaseError leaves the rest in the queue."""
        written = 0
        with self._writing:
            while self._queue:
                batch = [self._queue.popleft() for _ in range(min(BATCH, len(self._queue)))]
                try:
                    written += record_scans(batch)
                except DatabaseError:
                    self._queue.extendleft(reversed(batch))
                    raise
        return written

    def _start(self) -> None:
        with self._guard:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="scans", daemon=True)
                self._thread.start()
                atexit.register(self.stop)
                # Workers of a web server that forks end without atexit.
                multiprocessing.util.Finalize(self, self.stop, exitpriority=10)

    def _run(self) -> None:
        rest = settings.SCAN_FLUSH_SECONDS
        while True:
            self._wake.wait(rest)
            try:
                close_old_connections()
                self.flush()
                rest = settings.SCAN_FLUSH_SECONDS
            except Exception as error:  # noqa: BLE001 - the thread must live
                rest = min(LONGEST_REST_SECONDS, rest * 2)
                log.warning("%s scans wait for the database: %s", self.waiting(), type(error).__name__)
                with contextlib.suppress(Exception):
                    connection.close()

    def stop(self) -> None:
        """Write what waits before the process ends."""
        with contextlib.suppress(DatabaseError):
            self.flush()


recorder = Recorder()


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


REST_SECONDS = 3_600


class Retention:
    """A duty of the worker (`settings.WORKER_DUTIES`): once a day the policy is applied."""

    def __init__(self):
        self.done_on: datetime.date | None = None

    def __call__(self) -> float:
        """Forget what is old enough, once a day; seconds until the next look."""
        today = timezone.localdate()
        if self.done_on != today:
            found = forget_old_scans()
            if found.anonymised or found.deleted:
                log.info("scans: %s anonymised, %s deleted", found.anonymised, found.deleted)
            self.done_on = today
        return REST_SECONDS


retention = Retention()
