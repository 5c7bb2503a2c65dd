"""Draining the outbox: what changed in the database goes into the index, in order, and is never lost.

The embedded index comes first. In the same transaction the changes go on to the queues of the other indexes
that must hear of them (`IndexReplica`), each of which is drained by itself (`search.replicas`).
"""

import logging
from collections.abc import Callable, Collection, Iterable

from django.db import Error as DatabaseError
from django.db import connection, transaction

from .documents import ProductDocument, documents
from .engines import engine
from .models import OutboxEntry, ReplicaChange
from .suggestions import upkeep as suggestions

BATCH = 500

Replace = Callable[[Collection[int], Iterable[ProductDocument]], None]
"""Puts documents in the place of all that an index holds of some products."""

logger = logging.getLogger(__name__)

_FORWARD = """
INSERT INTO search_replicachange (replica, product_id)
SELECT name, product_id FROM search_indexreplica, unnest(%s::bigint[]) AS product_id WHERE name <> %s
"""


def drain(*, limit: int = BATCH) -> int:
    """Index the products that the oldest entries name; the number of entries done, 0 if there were none.

    The entries disappear only with the transaction, after the index has its commit: whoever dies in between
    leaves them there, and the products are indexed once more. Raises what the index or the database raises.
    """
    if not OutboxEntry.objects.exists():
        return 0
    with engine().lock(), transaction.atomic():
        taken = OutboxEntry.objects.take(limit)
        if taken:
            readable = reindex(taken, engine().replace, suggestions.replace_products)
            if not readable:
                raise UnreadableProduct(sorted({entry.product_id for entry in taken}))
            forward(readable)
    return len(taken)


def reindex(changes: Iterable[OutboxEntry | ReplicaChange], *replaces: Replace) -> list[int]:
    """Put the products of these changes, as they are now, into the indexes; ids of those that could be read.

    One product that cannot be read must not hold up the others: it goes to the end of the outbox.
    """
    ids = sorted({change.product_id for change in changes})
    current, unreadable = read_documents(ids)
    readable = [pk for pk in ids if pk not in unreadable]
    for replace in replaces:
        replace(readable, current)
    OutboxEntry.objects.bulk_create(OutboxEntry(product_id=pk) for pk in unreadable)
    return readable


def forward(product_ids: list[int], *, exclude: str = "") -> None:
    """Let all replicas, or all but one, look at these products."""
    with connection.cursor() as cursor:
        cursor.execute(_FORWARD, [product_ids, exclude])


class UnreadableProduct(Exception):
    """No document can be made of these products."""


def read_documents(ids: list[int]) -> tuple[list[ProductDocument], list[int]]:
    """Documents of these products, and the ids of those that no document can be made of."""
    try:
        return documents(ids), []
    except DatabaseError:
        raise
    except Exception:  # noqa: BLE001 - any fault in the data of one product
        current, unreadable = [], []
        for pk in ids:
            try:
                current += documents([pk])
            except DatabaseError:
                raise
            except Exception:
                logger.exception("search: product %s cannot be indexed", pk)
                unreadable.append(pk)
        return current, unreadable
