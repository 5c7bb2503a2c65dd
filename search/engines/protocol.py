"""What every engine must offer. The engines name the protocol as their base, so that mypy checks them against it."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

from search.contract import Reading, SearchQuery, SearchResult
from search.documents import ProductDocument
from search.more_like_this import LikeQuery


class Build(Protocol):
    """A new index beside the one in use, which nobody sees until `finish`. Everything but `abandon` raises
    IndexUnavailable where a server is needed and away."""

    name: str

    def add(self, documents: Iterable[ProductDocument], /) -> None:
        """Documents of products that the new index does not hold yet."""

    def replace(self, product_ids: Collection[int], documents: Iterable[ProductDocument], /) -> None:
        """Follow a change made since `add`."""

    def settle(self) -> None:
        """Write down what there is, so that little is left to do in `finish`."""

    def finish(self) -> None:
        """Put the new index in the place of the old one. Needs the lock of the engine."""

    def abandon(self) -> None:
        """Remove what was made, unless it is in use by now."""


class Engine(Protocol):
    """Searches, updates, rebuilds and inspects one index of products."""

    def search(self, query: SearchQuery, reading: Reading, /) -> SearchResult:
        """Answer a query whose text was read already. Without an index that can be asked the answer is empty and
        says so (`is_available`); no exception."""

    def more_like_this(self, query: LikeQuery, /) -> SearchResult:
        """Products like another one, most alike first; faults as in `search`."""

    def lock(self) -> AbstractContextManager[None]:
        """Context in which nobody else changes the index."""

    def replace(self, product_ids: Collection[int], documents: Iterable[ProductDocument], /) -> None:
        """Put these documents in the place of all that the index holds of these products. Needs the lock.

        Raises IndexUnavailable or IndexBusy.
        """

    def build(self) -> Build:
        """Start a new index beside the one in use; one at a time. Raises IndexUnavailable."""

    def close(self) -> None:
        """Give up what is held open between updates."""

    def index_in_use(self) -> str:
        """Name of the index that is searched. Raises IndexUnavailable."""

    def problem(self) -> str | None:
        """Why the index cannot be used, in a few words; None if it answers."""

    def is_in_place(self) -> bool:
        """Whether there is an index of this version. Costs next to nothing."""

    def product_ids(self) -> set[int]:
        """Products that the index holds. Raises IndexUnavailable."""

    def contents(self) -> Iterator[tuple[int, int, str, dict[str, Any]]]:
        """(product id, first day, digest, card) of every document. Raises IndexUnavailable."""
