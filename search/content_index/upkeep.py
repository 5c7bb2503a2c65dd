"""Keeping the index of stories, producers, news and fairs true. `search.suggestions.upkeep` calls all of this."""

from collections.abc import Collection, Mapping

from ..documents import ProductDocument
from ..engines.shared import fill
from . import content_index
from .documents import READERS, all_of_them, number_of


def problem() -> str | None:
    """Why the index cannot be asked, in a few words; None if it can."""
    if content_index().is_in_place():
        return None
    return "stories, producers, news and fairs: there is no index of this version"


def rebuild() -> None:
    """Make the index anew from the database and swap it in."""
    with content_index().lock():
        fill(content_index().build(), all_of_them())


def replace(touched: Mapping[str, Collection[int]]) -> bool:
    """Follow changes of these things, kind by kind; whether there was anything to do. A story goes by its product.

    Does nothing while there is no index: whoever builds it reads the database.
    """
    wanted = {kind: ids for kind, ids in touched.items() if kind in READERS and ids}
    if not wanted or not content_index().is_in_place():
        return False
    numbers = [number_of(kind, pk) for kind, ids in wanted.items() for pk in ids]
    documents = [document for kind, ids in wanted.items() for document in READERS[kind](ids)]
    with content_index().lock():
        content_index().replace(numbers, documents)
    return True


def close() -> None:
    """Give up the writer."""
    content_index().close()


def differences() -> list[str]:
    """Everything in which the index and the database differ, by number and name."""
    held = {(number, digest): card["name"] for number, _, digest, card in content_index().contents()}
    differences: list[str] = []
    for documents in all_of_them():
        differences += [_difference(one) for one in documents if held.pop((one.product_id, one.digest), None) is None]
    return sorted([*differences, *(f"text {number} ({name}): outdated" for (number, _), name in held.items())])


def _difference(document: ProductDocument) -> str:
    return f"{document.kind} {document.product_id} ({document.card['name']}): missing or other"
