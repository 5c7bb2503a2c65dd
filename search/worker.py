"""The worker process: tasks in the main thread, the outbox in a second one, signs of life in a third, one for
Elasticsearch where there is one, and one for each periodic job of others (`settings.PERIODIC_JOBS`)."""

import contextlib
import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from types import FrameType

from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from . import failover, outbox, replicas, services
from .engines import ELASTICSEARCH, IndexBusy, IndexUnavailable, engine, maintained_engines
from .health import MAX_SILENCE_SECONDS
from .models import WorkerHeartbeat
from .suggestions import upkeep as suggestions

logger = logging.getLogger(__name__)

NAME_PREFIX = "saobuon-"
DRAIN_SECONDS = 0.3
TASK_SECONDS = 0.5
BEAT_SECONDS = 5
BUSY_SECONDS = 1
CHECK_SECONDS = 5
"""How often Elasticsearch is looked at when there is nothing to tell it."""
MAX_PAUSE_SECONDS = 30
STOP_SECONDS = 1.8
MAX_ATTEMPTS = 3
"""How often a task is begun when its worker dies under it."""


class _Stopped(BaseException):
    """Raised by the signal in the main thread; no `except Exception` holds it up."""


class Worker:
    """`run()` works until SIGTERM or SIGINT."""

    def __init__(self) -> None:
        self.name = f"{NAME_PREFIX}{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(3)}"
        self.stopping = threading.Event()
        self.has_checked_index = False
        self.drainer = threading.Thread(target=self._drain, name="outbox", daemon=True)
        self.next_check, self.faults_of_elasticsearch = 0.0, 0
        self.replicator = threading.Thread(target=self._replicate, name="elasticsearch", daemon=True)
        self.beater = threading.Thread(target=self._beat, name="heartbeat", daemon=True)
        self.jobs = [
            threading.Thread(target=self._run_job, args=(path,), name=path, daemon=True)
            for path in settings.PERIODIC_JOBS
        ]
        self.tasks = TaskWorker(
            queue_names=["default"],
            interval=TASK_SECONDS,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=self.name,
            excluded_queue_names=[],
        )

    def run(self) -> None:
        """Start all threads and do tasks until we are told to stop; over within 2 seconds of that."""
        for path in settings.WORKER_SETUP:
            import_string(path)()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        self.drainer.start()
        self.beater.start()
        if ELASTICSEARCH in maintained_engines():
            self.replicator.start()
        for job in self.jobs:
            job.start()
        with contextlib.suppress(_Stopped):
            self._repeat("tasks", self._run_tasks)
        self.stopping.set()
        self.drainer.join(STOP_SECONDS)
        self.beater.join(STOP_SECONDS)

    def _stop(self, _signum: int, _frame: FrameType | None) -> None:
        if not self.stopping.is_set():
            # A task that takes longer is left; it is begun again by the next worker.
            deadline = threading.Timer(STOP_SECONDS, os._exit, (0,))
            deadline.daemon = True
            deadline.start()
        self.stopping.set()
        self.tasks.running = False
        if not self.tasks.running_task:
            raise _Stopped

    def _run_tasks(self) -> float:
        self.tasks.run()
        return 0

    # -- the outbox ---------------------------------------------------------------------------------

    def _drain(self) -> None:
        self._repeat("outbox", self._drain_once)
        engine().close()
        suggestions.close()
        connection.close()

    def _drain_once(self) -> float:
        """Bring the index up to date; seconds until the next look."""
        if not self.has_checked_index:
            replicas.forget_those_not_kept()
        if not (self.has_checked_index and engine().is_in_place() and suggestions.is_in_place()):
            services.rebuild_if_needed()
            self.has_checked_index = True
        try:
            while outbox.drain() + suggestions.drain() and not self.stopping.is_set():
                pass
        except IndexBusy:
            return BUSY_SECONDS  # another worker does it; it may die, then it is our turn
        except BaseException:
            self.has_checked_index = False  # perhaps the index is damaged
            raise
        return DRAIN_SECONDS

    # -- Elasticsearch ------------------------------------------------------------------------------

    def _replicate(self) -> None:
        self._repeat("elasticsearch", self._replicate_once)
        connection.close()

    def _replicate_once(self) -> float:
        """Bring Elasticsearch up to date, or let nobody ask it; seconds until the next look."""
        try:
            self._bring_up_to_date()
        except IndexUnavailable as error:
            failover.note_behind(str(error))
            self.next_check, self.faults_of_elasticsearch = 0, min(self.faults_of_elasticsearch + 1, 10)
            return min(CHECK_SECONDS, 0.5 * 2.0**self.faults_of_elasticsearch)
        except BaseException as error:
            failover.note_behind(repr(error)[:200])
            self.next_check = 0
            raise
        failover.note_caught_up()
        self.faults_of_elasticsearch = 0
        return DRAIN_SECONDS

    def _bring_up_to_date(self) -> None:
        if time.monotonic() >= self.next_check:
            if reason := services.reason_to_rebuild(ELASTICSEARCH):
                failover.note_behind(reason)
                services.rebuild_if_needed(ELASTICSEARCH)
            self.next_check = time.monotonic() + CHECK_SECONDS
        while replicas.drain_elasticsearch() and not self.stopping.is_set():
            pass

    # -- signs of life ------------------------------------------------------------------------------

    def _beat(self) -> None:
        self._repeat("heartbeat", self._beat_once)
        WorkerHeartbeat.objects.filter(name=self.name).delete()
        connection.close()

    def _beat_once(self) -> float:
        if self.drainer.is_alive():
            WorkerHeartbeat.objects.update_or_create(name=self.name, defaults={"beat_at": timezone.now()})
        return_abandoned_tasks()
        replicas.forget_abandoned_builds()
        return BEAT_SECONDS

    # -- periodic jobs of others ----------------------------------------------------------------------------

    def _run_job(self, path: str) -> None:
        self._repeat(path, import_string(path))
        connection.close()

    # -- going on -----------------------------------------------------------------------------------

    def _repeat(self, what: str, act: Callable[[], float]) -> None:
        """Do something again and again until we stop; after a fault wait longer each time."""
        faults = 0
        while not self.stopping.is_set():
            try:
                close_old_connections()
                pause = act()
                faults = 0
            except Exception:
                pause = min(MAX_PAUSE_SECONDS, 0.5 * 2**faults)
                faults = min(faults + 1, 10)
                logger.exception("worker: %s failed, next attempt in %s s", what, pause)
                connection.close()
            self.stopping.wait(pause)


def return_abandoned_tasks() -> int:
    """Put tasks back whose worker has died under them; the number of them. Forgets silent workers."""
    now = timezone.now()
    silent = timedelta(seconds=MAX_SILENCE_SECONDS)
    WorkerHeartbeat.objects.filter(beat_at__lt=now - 2 * silent).delete()
    alive = set(WorkerHeartbeat.objects.filter(beat_at__gte=now - silent).values_list("name", flat=True))
    returned = 0
    with transaction.atomic():
        for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
            worker = task.worker_ids[-1] if task.worker_ids else ""
            if not worker.startswith(NAME_PREFIX) or worker in alive or task.started_at > now - silent:
                continue
            if len(task.worker_ids) >= MAX_ATTEMPTS:
                task.set_failed(RuntimeError(f"its worker died {len(task.worker_ids)} times"))
            else:
                task.status = TaskResultStatus.READY
                task.save(update_fields=["status"])
            returned += 1
    return returned
