"""Keeping the index of suggestions true, and that of stories, producers, news and fairs beside it: built with the
index of products, then changed with every change."""

import contextlib
from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import transaction

from ..content_index import upkeep as content
from ..documents import ProductDocument, all_documents
from ..engines import IndexUnavailable
from ..engines.shared import fill
from ..models import OutboxEntry, SuggestionChange
from .entries import READERS, Entry, other_entries, product_entries, story_entries, touched_by
from .index import suggestion_index

BATCH = 500


def is_in_place() -> bool:
    """Whether there is an index of this version that can be opened. Costs next to nothing."""
    return problem() is None


def problem() -> str | None:
    """Why the index cannot be asked, in a few words; None if it can."""
    try:
        suggestion_index().searcher()
    except IndexUnavailable as error:
        return f"suggestions: {error}"
    return content.problem()


def lock() -> contextlib.AbstractContextManager[None]:
    """Context in which nobody else changes the index."""
    return suggestion_index().lock()


class Building:
    """A new index: first all products, then their later changes, at the end everything else."""

    def __init__(self) -> None:
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
        content.rebuild()
        SuggestionChange.objects.filter(pk__in=covered).delete()

    def abandon(self) -> None:
        """Remove what was made."""
        self._new.abandon()


def rebuild() -> None:
    """Make the index anew from the database and swap it in; changes wait meanwhile."""
    with lock():
        fill(Building(), all_documents())


def replace_products(product_ids: Collection[int], documents: Iterable[ProductDocument]) -> None:
    """Follow a change of products: their entries and those of their stories. One or two queries."""
    keys = [f"{kind}:{pk}" for pk in product_ids for kind in ("product", "story")]
    with lock():
        _replace(keys, [*product_entries(documents), *story_entries(product_ids)])
    content.replace({"story": product_ids})


def _replace(keys: Iterable[str], new: Iterable[Entry]) -> None:
    """Nothing to do while there is no index: whoever builds it reads the database. Needs the lock."""
    if suggestion_index().is_in_place():
        suggestion_index().replace(keys, new)


def drain(*, limit: int = BATCH) -> int:
    """Follow changes of producers, areas, groups, news and fairs; the number of rows done, 0 if there were none.

    As with the outbox of products the rows disappear only when the index has its commit.
    """
    if not SuggestionChange.objects.exists():
        return 0
    with lock(), transaction.atomic():
        taken = SuggestionChange.objects.take(limit)
        touched: dict[str, set[int]] = defaultdict(set)
        for kind, changed in _by_kind(taken).items():
            for other_kind, ids in touched_by(kind, changed).items():
                touched[other_kind] |= ids
        keys = [f"{kind}:{pk}" for kind, ids in touched.items() for pk in ids]
        _replace(keys, [entry for kind, ids in touched.items() if kind in READERS for entry in READERS[kind](ids)])
        if content.replace(touched):
            OutboxEntry.objects.tell_page_cache()
    return len(taken)


def close() -> None:
    """Give up the writer."""
    suggestion_index().close()
    content.close()


def _by_kind(changes: Iterable[SuggestionChange]) -> dict[str, set[int]]:
    keys: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        keys[change.kind].add(change.key)
    return keys


def differences() -> list[str]:
    """Everything in which the index and the database differ, by key and name."""
    held = {(card["key"], card["digest"]): card["label"] for card in suggestion_index().cards()}
    differences: list[str] = []
    batches = (product_entries(documents) for documents in all_documents())
    for entries in (*batches, *other_entries()):
        differences += [_difference(entry) for entry in entries if held.pop((entry.key, entry.digest), None) is None]
    differences += [f"suggestion {key} ({label}): outdated" for (key, _), label in held.items()]
    return [*sorted(differences), *content.differences()]


def _difference(entry: Entry) -> str:
    return f"suggestion {entry.key} ({entry.names[0]}): missing or other"
