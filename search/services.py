"""Building and checking the whole index."""

import dataclasses
import logging
from collections.abc import Callable

from django.db import connection

from .documents import all_documents, indexed_products
from .engines import engine
from .models import OutboxEntry
from .suggestions import upkeep as suggestions

logger = logging.getLogger(__name__)


def rebuild(*, progress: Callable[[int], None] = lambda count: None) -> int:
    """Make the index anew from the database and swap it in; the number of documents.

    Searches go on in the old index meanwhile. Changes made meanwhile stay in the outbox, since nobody else
    may write, and are indexed right after.
    """
    with engine().lock():
        return _rebuild(progress)


def rebuild_if_needed(*, progress: Callable[[int], None] = lambda count: None) -> str | None:
    """Rebuild an index that is missing, broken, of another version or database; why, None if it is fine."""
    if reason_to_rebuild() is None:
        return None
    with engine().lock():
        reason = reason_to_rebuild()  # another process may have built it while we waited
        if reason:
            logger.info("search: building the index: %s", reason)
            if reason == suggestions.problem():
                suggestions.rebuild()
            else:
                _rebuild(progress)
    return reason


def _rebuild(progress: Callable[[int], None]) -> int:
    done = 0
    # What these entries tell of is committed, so the new index will show it.
    covered = list(OutboxEntry.objects.values_list("pk", flat=True))
    with suggestions.building() as add_suggestions:

        def batches():
            nonlocal done
            for batch in all_documents():
                yield batch
                add_suggestions(batch)
                done += len(batch)
                progress(done)

        count = engine().rebuild(batches())
    # A statement even where there is nothing to delete: its trigger tells the page cache of the new index.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_outboxentry WHERE id = ANY(%s)", [covered])
    return count


def reason_to_rebuild() -> str | None:
    """Why the index must be built anew, in a few words; None if it need not."""
    problem = engine().problem()
    if problem:
        return problem
    # In this order: a change made meanwhile shows in the outbox at the latest.
    wanted = set(indexed_products().values_list("pk", flat=True))
    waiting = set(OutboxEntry.objects.values_list("product_id", flat=True).distinct())
    if (engine().product_ids() ^ wanted) - waiting:
        return "the search index holds other products than the database"
    return suggestions.problem()


@dataclasses.dataclass(frozen=True)
class Difference:
    """One product of which index and database say different things."""

    product_id: int
    name: str
    what: str

    def __str__(self) -> str:
        return f"product {self.product_id} ({self.name}): {self.what}"


def differences() -> list[Difference]:
    """Everything in which index and database differ. Changes still in the outbox count as differences."""
    held: dict[tuple[int, int], tuple[str, dict]] = {}
    found = []
    for product_id, day, digest, card in engine().contents():
        if (product_id, day) in held:
            found.append(Difference(product_id, card["name"], f"twice in the index from day {day}"))
        held[product_id, day] = (digest, card)
    for batch in all_documents():
        for document in batch:
            name = document.card["name"]
            digest, card = held.pop((document.product_id, document.from_day), (None, None))
            if digest is None:
                found.append(Difference(document.product_id, name, f"missing from day {document.from_day}"))
            elif digest != document.digest:
                changed = sorted(key for key, value in document.card.items() if card.get(key) != value)
                what = f"other {', '.join(changed)}" if changed else "other words, places or days"
                found.append(Difference(document.product_id, name, f"{what} (from day {document.from_day})"))
    found += [
        Difference(product_id, card["name"], f"in the index only, from day {day}")
        for (product_id, day), (_, card) in held.items()
    ]
    return sorted(found, key=lambda difference: (difference.product_id, difference.what))
