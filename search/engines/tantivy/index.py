"""One embedded index: opened for searches, changed by one writer, built anew beside itself."""

import contextlib
from collections.abc import Iterable
from typing import Any

from tantivy import DocAddress, Query, Searcher

from search.engines import IndexUnavailable

from .files import IndexFiles
from .reading import Reader
from .writing import Build, Layout, Writer


class EmbeddedIndex:
    """The index in a folder; what it holds is said by `layout`."""

    layout: Layout

    def __init__(self, directory: str):
        self.files = IndexFiles(directory, self.layout.version())
        self.reader = Reader(self.files)
        self.writer = Writer(self.files, self.layout)

    def searcher(self) -> Searcher:
        """A searcher over the newest commit. Raises IndexUnavailable."""
        return self.reader.searcher()

    def everything(self, wanted: Query | None = None) -> tuple[Searcher, list[DocAddress]]:
        """All documents, or those that are wanted. Raises IndexUnavailable."""
        searcher = self.searcher()
        hits = searcher.search(wanted or Query.all_query(), max(1, searcher.num_docs), count=False).hits
        return searcher, [address for _, address in hits]

    def index_in_use(self) -> str:
        """Name of the index that is searched. Raises IndexUnavailable."""
        return self.reader.state()[0]

    def is_in_place(self) -> bool:
        """Whether there is an index of this version that can be opened. Costs next to nothing."""
        try:
            self.searcher()
        except IndexUnavailable:
            return False
        return True

    # -- writing ------------------------------------------------------------------------------------

    def lock(self) -> contextlib.AbstractContextManager[None]:
        """Context in which nobody else changes the index."""
        return self.files.lock()

    def replace(self, keys: Iterable[Any], things: Iterable[Any]) -> None:
        """Put these things in the place of all that the index holds under these keys. Needs the lock."""
        self.writer.replace(keys, things)

    def build(self) -> Build:
        """Start a new index beside the one in use; one at a time."""
        return Build(self.files, self.layout)

    def close(self) -> None:
        """Give up the writer."""
        self.writer.close()
