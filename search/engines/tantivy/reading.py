"""Opening the index for searches: the newest commit of the index in use, seen by every process at once."""

import os
import threading
from typing import Any

import tantivy

from search.engines import IndexUnavailable

from .files import IndexFiles

IndexState = tuple[str, int, int, int]
"""Name of the index, and what its file of commits looks like: another one after every commit."""


def whole_numbers(searcher: tantivy.Searcher, column: str, addresses: list[tantivy.DocAddress]) -> list[int]:
    """What these documents have in a column of whole numbers."""
    values: list[Any] = searcher.fast_field_values(column, addresses)
    return values


class Reader:
    """Keeps the index open and looks before each search whether there is a newer commit or a newer index."""

    def __init__(self, files: IndexFiles):
        self.files = files
        self._lock = threading.Lock()
        self._opened: tuple[IndexState, tantivy.Index] | None = None

    def searcher(self) -> tantivy.Searcher:
        """A searcher over the newest commit. Raises IndexUnavailable."""
        return self._current()[1].searcher()

    def state(self) -> IndexState:
        """Other than before when there is a newer commit or a newer index. Raises IndexUnavailable."""
        return self._current()[0]

    def _current(self) -> tuple[IndexState, tantivy.Index]:
        opened = self._opened
        if opened is None or opened[0] != self._stamp():
            with self._lock:
                opened = self._opened = self._newest()
        return opened

    def _stamp(self) -> IndexState | None:
        """Changes with every commit and with every swap of the index."""
        name = self.files.current_name()
        try:
            facts = os.stat(f"{self.files.root}/{name}/meta.json") if name else None
        except OSError:
            return None
        return (name, facts.st_ino, facts.st_mtime_ns, facts.st_size) if name and facts else None

    def _newest(self) -> tuple[IndexState, tantivy.Index]:
        # A rebuild may remove the directory between looking and opening: then look once more.
        for last_try in (False, True):
            stamp = self._stamp()
            if stamp is None:
                raise IndexUnavailable("there is no search index yet")
            if self._opened and self._opened[0] == stamp:
                return self._opened
            directory = self.files.root / stamp[0]
            if not self.files.is_of_this_version(directory):
                raise IndexUnavailable("the search index is of another version")
            try:
                if self._opened and self._opened[0][0] == stamp[0]:
                    index = self._opened[1]
                    index.reload()
                else:
                    index = tantivy.Index.open(str(directory))
                    index.config_reader("manual")
                    index.reload()
                return stamp, index
            except (ValueError, OSError) as error:
                if last_try or self._stamp() == stamp:
                    raise IndexUnavailable(f"the search index cannot be opened: {str(error)[:200]}") from error
        raise AssertionError("unreachable")
