"""The worker process: everybody's tasks (mail, printing, portal …) in the main thread, signs of life in a second one,
and a thread for each periodic job (`settings.PERIODIC_JOBS`)."""

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

from search.health import MAX_SILENCE_SECONDS
from search.models import WorkerHeartbeat

logger = logging.getLogger(__name__)

NAME_PREFIX = "saobuon-"
TASK_SECONDS = 0.5
BEAT_SECONDS = 5
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
        threads = [*self.jobs, self.beater]
        for thread in threads:
            thread.start()
        with contextlib.suppress(_Stopped):
            self._repeat("tasks", self._run_tasks)
        self.stopping.set()
        deadline = time.monotonic() + STOP_SECONDS
        for thread in threads:
            thread.join(max(0, deadline - time.monotonic()))

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

    def _run_job(self, path: str) -> None:
        """A job returns the seconds until its next call; `close`, where it has one, is called at the end."""
        job = import_string(path)
        self._repeat(path, job)
        if close := getattr(job, "close", None):
            close()
        connection.close()

    # -- signs of life ------------------------------------------------------------------------------

    def _beat(self) -> None:
        self._repeat("heartbeat", self._beat_once)
        WorkerHeartbeat.objects.filter(name=self.name).delete()
        connection.close()

    def _beat_once(self) -> float:
        if all(job.is_alive() for job in self.jobs):
            WorkerHeartbeat.objects.update_or_create(name=self.name, defaults={"beat_at": timezone.now()})
        return_abandoned_tasks()
        return BEAT_SECONDS

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
