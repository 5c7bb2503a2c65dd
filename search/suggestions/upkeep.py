"""Keeping the index of suggestions true, and that of stories, producers, news and fairs beside it: built with the
index of products, then changed with every change."""

import contextlib
from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import connection, transaction

from ..documents import ProductDocument, all_documents
from ..engines import IndexUnavailable
from ..kinds import upkeep as kinds
from ..models import SuggestionChange
from .entries import READERS, Entry, other_entries, product_entries, story_entries, touched_by
from .index import suggestion_index

BATCH = 500

_TAKE = """
DELETE FROM search_suggestionchange WHERE id IN (
    SELECT id FROM search_suggestionchange ORDER BY id FOR UPDATE SKIP LOCKED LIMIT %s
) RETURNING kind, key
"""


def is_in_place() -> bool:
    """Whether there is an index of this version that can be opened. Costs next to nothing."""
    return problem() is None


def problem() -> str | None:
    """Why the index cannot be asked, in a few words; None if it can."""
    try:
        suggestion_index().searcher()
    except IndexUnavailable as error:
        return f"suggestions: {error}"
    return kinds.problem()


def lock() -> contextlib.AbstractContextManager[None]:
    """Context in which nobody else changes the index."""
    return suggestion_index().files.lock()


class Building:
    """A new index: first all products, then their later changes, at the end everything else."""

    def __init__(self):
        self._new = suggestion_index().build()

    def add(self, documents: Iterable[ProductDocument]) -> None:
        """Documents of products that the new index does not hold yet."""
        self._new.add(product_entries(documents))

    def replace(self, product_ids: Collection[int], documents: Iterable[ProductDocument]) -> None:
        """Follow a change made since `add`."""
        self._new.replace([f"product:{pk}" for pk in product_ids], product_entries(documents))

    def finish(self) -> None:
        """Add stories, producers, areas and groups, and swap the new index in. Needs the lock."""
        # What these rows tell of is committed, so the new index will show it.
        covered = list(SuggestionChange.objects.values_list("pk", flat=True))
        for entries in other_entries():
            self._new.add(entries)
        self._new.finish()
        kinds.rebuild()
        SuggestionChange.objects.filter(pk__in=covered).delete()

    def abandon(self) -> None:
        """Remove what was made."""
        self._new.abandon()


def rebuild() -> None:
    """Make the index anew from the database and swap it in; changes wait meanwhile."""
    with lock():
        new = Building()
        try:
            for documents in all_documents():
                new.add(documents)
            new.finish()
        except BaseException:
            new.abandon()
            raise


def replace_products(product_ids: Collection[int], documents: Iterable[ProductDocument]) -> None:
    """Follow a change of products: their entries and those of their stories. One or two queries."""
    index = suggestion_index()
    with index.files.lock():
        keys = [f"{kind}:{pk}" for pk in product_ids for kind in ("product", "story")]
        index.replace(keys, [*product_entries(documents), *story_entries(product_ids)])
    kinds.replace({"story": product_ids})


def drain(*, limit: int = BATCH) -> int:
    """Follow changes of producers, areas and groups; the number of rows done, 0 if there were none.

    As with the outbox of products the rows disappear only when the index has its commit.
    """
    if not SuggestionChange.objects.exists():
        return 0
    index = suggestion_index()
    with index.files.lock(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, [limit])
            taken = cursor.fetchall()
        touched: dict[str, set[int]] = defaultdict(set)
        for kind, changed in _by_kind(taken).items():
            for other_kind, ids in touched_by(kind, changed).items():
                touched[other_kind] |= ids
        keys = [f"{kind}:{pk}" for kind, ids in touched.items() for pk in ids]
        new = [entry for kind, ids in touched.items() if kind in READERS for entry in READERS[kind](ids)]
        index.replace(keys, new)
        if kinds.replace(touched):
            with connection.cursor() as cursor:  # a statement whose trigger tells the page cache of the new index
                cursor.execute("DELETE FROM search_outboxentry WHERE false")
    return len(taken)


def close() -> None:
    """Give up the writer."""
    suggestion_index().close()
    kinds.close()


def _by_kind(rows: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for kind, key in rows:
        found[kind].add(key)
    return found


def differences() -> list[str]:
    """Everything in which the index and the database differ, by key and name."""
    held = {(card["key"], card["digest"]): card["label"] for card in suggestion_index().cards()}
    found = []
    batches = (product_entries(documents) for documents in all_documents())
    for entries in (*batches, *other_entries()):
        found += [_difference(entry) for entry in entries if held.pop((entry.key, entry.digest), None) is None]
    found += [f"suggestion {key} ({label}): outdated" for (key, _), label in held.items()]
    return [*sorted(found), *kinds.differences()]


def _difference(entry: Entry) -> str:
    return f"suggestion {entry.key} ({entry.names[0]}): missing or other"
