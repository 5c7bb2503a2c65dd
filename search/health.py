"""Is the search ready: the index, the worker that keeps it up to date, and what waits for it."""

import datetime

from django.utils import timezone

from . import failover, replicas
from .engines import ELASTICSEARCH, engine, maintained_engines
from .models import OutboxEntry, ReplicaChange, WorkerHeartbeat

MAX_SILENCE_SECONDS = 30


def index_health() -> tuple[bool, str]:
    """Whether the index answers, and a few words."""
    problem = engine().problem()
    return (False, problem) if problem else (True, "answers")


def worker_health() -> tuple[bool, str]:
    """Whether a worker has given a sign of life in the last 30 seconds, and a few words."""
    last = WorkerHeartbeat.objects.order_by("-beat_at").values_list("beat_at", flat=True).first()
    if last is None:
        return False, "no worker has started yet"
    silence = timezone.now() - last
    if silence > datetime.timedelta(seconds=MAX_SILENCE_SECONDS):
        return False, f"silent for {int(silence.total_seconds())} s"
    return True, "alive"


def search_state() -> dict[str, object]:
    """Which engine should answer, whether another one stands in for it, and what waits for Elasticsearch."""
    state: dict[str, object] = {"engine": failover.chosen(), "degraded": failover.is_left_out()}
    if ELASTICSEARCH in maintained_engines():
        state["waiting_for_elasticsearch"] = ReplicaChange.objects.filter(
            replica=replicas.in_use(ELASTICSEARCH)
        ).count()
    return state


def outbox_depth() -> int:
    """Changes that wait to be indexed."""
    return OutboxEntry.objects.count()
