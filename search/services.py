"""Building, comparing and choosing whole indexes."""

import contextlib
import dataclasses
import logging
import time
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, transaction

from . import failover, locks, outbox, replicas
from .documents import all_documents, indexed_products
from .engines import EMBEDDED, Build, EngineUnreachable, IndexUnavailable, engine, maintained_engines
from .engines.shared import heap_at_rest
from .models import IndexReplica, OutboxEntry
from .suggestions import upkeep as suggestions

MAX_ROUNDS = 1000
"""Of catching up before others must wait for the last one."""

logger = logging.getLogger(__name__)


def rebuild(name: str = EMBEDDED, *, progress: Callable[[int], None] = lambda count: None) -> int:
    """Make the index of an engine anew from the database and swap it in; the number of documents.

    Searches go on in the old index meanwhile, and so do its updates; the new one catches up with them before
    it takes the place of the old one. Raises IndexUnavailable.
    """
    with locks.held(locks.REBUILDING[name]):
        return _rebuild(name, progress)


def rebuild_if_needed(name: str = EMBEDDED, *, progress: Callable[[int], None] = lambda count: None) -> str | None:
    """Rebuild an index that is missing, broken, of another version or database; why, None if it is fine."""
    if reason_to_rebuild(name) is None:
        return None
    with locks.held(locks.REBUILDING[name]):
        reason = reason_to_rebuild(name)  # another process may have built it while we waited
        if reason:
            logger.info("search: building the index of %s: %s", name, reason)
            if name == EMBEDDED and reason == suggestions.problem():
                suggestions.rebuild()
            else:
                _rebuild(name, progress)
    return reason


def _rebuild(name: str, progress: Callable[[int], None]) -> int:
    replicas.forget(*IndexReplica.objects.filter(engine=name, is_complete=False).values_list("name", flat=True))
    build = engine(name).build()
    builds: list[Build | suggestions.Building] = [build]
    if name == EMBEDDED:
        builds.append(suggestions.Building())
    done = 0
    try:
        replicas.add(build.name, name)
        # What these entries tell of is committed, so the new index will show it.
        covered = list(OutboxEntry.objects.values_list("pk", flat=True)) if name == EMBEDDED else []
        with heap_at_rest():
            for batch in all_documents():
                for each in builds:
                    each.add(batch)
                done += len(batch)
                progress(done)
        build.settle()
        replaces = [each.replace for each in builds]
        for _ in range(MAX_ROUNDS):
            if replicas.drain(build.name, *replaces) < replicas.BATCH:
                break
        with engine(name).lock(), suggestions.lock() if name == EMBEDDED else contextlib.nullcontext():
            while replicas.drain(build.name, *replaces):
                pass
            for each in builds:
                each.finish()
            _hand_over(name, build.name, covered)
    except BaseException:
        for each in builds:
            each.abandon()
        with contextlib.suppress(DatabaseError):
            replicas.forget(build.name)
        raise
    return done


@transaction.atomic
def _hand_over(name: str, index: str, covered: list[int]) -> None:
    """The queues belong to the new index from now on."""
    if name != EMBEDDED:
        replicas.put_in_place(index, name)
        return
    taken = OutboxEntry.objects.filter(pk__in=covered).take() if covered else []
    outbox.forward(sorted({entry.product_id for entry in taken}), exclude=index)
    replicas.forget(index)
    OutboxEntry.objects.tell_page_cache()


def reason_to_rebuild(name: str = EMBEDDED) -> str | None:
    """Why the index must be built anew, in a few words; None if it need not.

    Raises EngineUnreachable if nobody knows.
    """
    if name != EMBEDDED:
        return _reason_to_rebuild_replica(name)
    problem = engine().problem()
    if problem:
        return problem
    # In this order: a change made meanwhile shows in the outbox at the latest.
    wanted = set(indexed_products().values_list("pk", flat=True))
    waiting = set(OutboxEntry.objects.values_list("product_id", flat=True).distinct())
    if (engine().product_ids() ^ wanted) - waiting:
        return "the search index holds other products than the database"
    return suggestions.problem()


def _reason_to_rebuild_replica(name: str) -> str | None:
    try:
        index = engine(name).index_in_use()
    except EngineUnreachable:
        raise
    except IndexUnavailable as error:
        return str(error)
    # Only with its queue it is known to have heard of every change since it was built.
    return None if index == replicas.in_use(name) else "the search index is not one that this database has built"


# -- who answers -----------------------------------------------------------------------------------


class SwitchRefused(Exception):
    """This engine must not answer; the message says why and what to do."""


def switch(name: str, *, patience_seconds: float = 5) -> None:
    """Let this engine answer from now on, in all processes, if its index says what the database says.

    Changes that are just on their way get some seconds. Raises SwitchRefused.
    """
    if name not in maintained_engines():
        raise SwitchRefused(f"{name} is not kept up to date here: set ELASTICSEARCH_URL and start the worker again")
    try:
        if problem := engine(name).problem() or reason_to_rebuild(name):
            raise SwitchRefused(f"{problem}; try: manage.py search rebuild --engine {name}")
    except IndexUnavailable as error:
        raise SwitchRefused(str(error)) from error
    deadline = time.monotonic() + patience_seconds
    while remaining := differences(name):
        if time.monotonic() > deadline:
            raise SwitchRefused(
                f"{len(remaining)} differences between the index of {name} and the database, "
                f"the first: {remaining[0]}; "
                f"all of them: manage.py search check --engine {name}"
            )
        time.sleep(0.5)
    failover.choose(name)
    OutboxEntry.objects.tell_page_cache()


# -- comparing -------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Difference:
    """One product of which index and database say different things."""

    product_id: int
    name: str
    what: str

    def __str__(self) -> str:
        return f"product {self.product_id} ({self.name}): {self.what}"


def differences(name: str = EMBEDDED) -> list[Difference]:
    """Everything in which index and database differ. Changes still on their way count as differences.

    Raises IndexUnavailable.
    """
    held: dict[tuple[int, int], tuple[str, dict[str, Any]]] = {}
    result: list[Difference] = []
    for product_id, day, digest, card in engine(name).contents():
        if (product_id, day) in held:
            result.append(Difference(product_id, card["name"], f"twice in the index from day {day}"))
        held[product_id, day] = (digest, card)
    for batch in all_documents():
        for document in batch:
            title = document.card["name"]
            digest, card = held.pop((document.product_id, document.from_day), ("", {}))
            if not digest:
                result.append(Difference(document.product_id, title, f"missing from day {document.from_day}"))
            elif digest != document.digest:
                changed = sorted(key for key, value in document.card.items() if card.get(key) != value)
                what = f"other {', '.join(changed)}" if changed else "other words, places or days"
                result.append(Difference(document.product_id, title, f"{what} (from day {document.from_day})"))
    result += [
        Difference(product_id, card["name"], f"in the index only, from day {day}")
        for (product_id, day), (_, card) in held.items()
    ]
    return sorted(result, key=lambda difference: (difference.product_id, difference.what))
