"""Keeping the index of stories, producers, news and fairs true. `search.suggestions.upkeep` calls all of this."""

from collections.abc import Collection, Mapping

from ..documents import ProductDocument
from ..engines.shared import fill
from . import kinds_index
from .documents import READERS, all_of_them, number_of


def problem() -> str | None:
    """Why the index cannot be asked, in a few words; None if it can."""
    if kinds_index().is_in_place():
        return None
    return "stories, producers, news and fairs: there is no index of this version"


def rebuild() -> None:
    """Make the index anew from the database and swap it in."""
    with kinds_index().lock():
        fill(kinds_index().build(), all_of_them())


def replace(touched: Mapping[str, Collection[int]]) -> bool:
    """Follow changes of these things, kind by kind; whether there was anything to do. A story goes by its product.

    Does nothing while there is no index: whoever builds it reads the database.
    """
    wanted = {kind: ids for kind, ids in touched.items() if kind in READERS and ids}
    if not wanted or not kinds_index().is_in_place():
        return False
    numbers = [number_of(kind, pk) for kind, ids in wanted.items() for pk in ids]
    documents = [document for kind, ids in wanted.items() for document in READERS[kind](ids)]
    with kinds_index().lock():
        kinds_index().replace(numbers, documents)
    return True


def close() -> None:
    """Give up the writer."""
    kinds_index().close()


def differences() -> list[str]:
    """Everything in which the index and the database differ, by number and name."""
    held = {(number, digest): card["name"] for number, _, digest, card in kinds_index().contents()}
    found = []
    for documents in all_of_them():
        found += [_difference(one) for one in documents if held.pop((one.product_id, one.digest), None) is None]
    return sorted([*found, *(f"text {number} ({name}): outdated" for (number, _), name in held.items())])


def _difference(document: ProductDocument) -> str:
    return f"{document.kind} {document.product_id} ({document.card['name']}): missing or other"
