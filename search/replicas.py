"""Replicas: indexes kept up to date beside the embedded one in use, Elasticsearch and new ones being built.

`outbox.drain` hands each change on to all of them in its transaction. So Elasticsearch may be away for a day and
a build may take an hour: what they have not seen waits in their queue.
"""

from django.db import transaction
from django.db.models import Subquery

from . import locks
from .engines import ELASTICSEARCH, engine, maintained_engines
from .models import IndexReplica, ReplicaChange
from .outbox import Replace, reindex

BATCH = 500


def drain(name: str, *replaces: Replace, limit: int = BATCH) -> int:
    """Bring the oldest changes for this replica to it; the number of changes, 0 if there were none.

    They disappear only with the transaction, after the replica has them.
    """
    waiting = ReplicaChange.objects.filter(replica=name)
    if not waiting.exists():
        return 0
    with transaction.atomic():
        taken = waiting.take(limit)
        if taken:
            reindex(taken, *replaces)
    return len(taken)


def drain_elasticsearch(*, limit: int = BATCH) -> int:
    """Bring the changes that wait longest to Elasticsearch; the number of them. Raises IndexUnavailable."""
    name = in_use(ELASTICSEARCH)
    if name is None or not ReplicaChange.objects.filter(replica=name).exists():
        return 0
    with engine(ELASTICSEARCH).lock():
        return drain(name, engine(ELASTICSEARCH).replace, limit=limit)


def in_use(engine_name: str) -> str | None:
    """Name of the index of this engine that the queue belongs to."""
    complete = IndexReplica.objects.filter(engine=engine_name, is_complete=True)
    return complete.values_list("name", flat=True).first()


def add(name: str, engine_name: str) -> None:
    """Hand every change on to this index from now on. Read the database only after this is committed."""
    IndexReplica.objects.create(name=name, engine=engine_name)


@transaction.atomic
def put_in_place(name: str, engine_name: str) -> None:
    """Let the queue of this index be that of the engine, instead of the one before."""
    IndexReplica.objects.filter(engine=engine_name, is_complete=True).exclude(name=name).delete()
    IndexReplica.objects.filter(name=name).update(is_complete=True)
    _remove_lost_changes()


@transaction.atomic
def forget(*names: str) -> None:
    """Hand nothing on to these indexes any more."""
    IndexReplica.objects.filter(name__in=names).delete()
    _remove_lost_changes()


def forget_those_not_kept() -> None:
    """An engine that is not kept would let its queue grow for ever. It is built anew when it is kept again."""
    forget(
        *IndexReplica.objects.filter(is_complete=True)
        .exclude(engine__in=maintained_engines())
        .values_list("name", flat=True)
    )


def forget_abandoned_builds() -> None:
    """Forget new indexes whose builder has died."""
    for name, engine_name in IndexReplica.objects.filter(is_complete=False).values_list("name", "engine"):
        with locks.held_if_free(locks.REBUILDING[engine_name]) as is_abandoned:
            if is_abandoned:
                forget(name)


def _remove_lost_changes() -> None:
    """Also a word to the page cache, whose trigger sees every deletion: results may look different now."""
    ReplicaChange.objects.exclude(replica__in=Subquery(IndexReplica.objects.values("name"))).delete()
