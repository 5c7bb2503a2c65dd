"""Changing an index: one writer at a time, in the worker; a rebuild makes a new index and swaps it in."""

import dataclasses
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import tantivy

from search.engines import IndexBusy

from .files import IndexFiles

UPDATE_HEAP_BYTES = 30_000_000
REBUILD_HEAP_BYTES = 100_000_000


@dataclasses.dataclass(frozen=True)
class Layout:
    """What an index holds: its fields, the version that names all they depend on, a thing as a document, and
    all that the index holds of the thing of a key."""

    schema: Callable[[], tantivy.Schema]
    version: Callable[[], str]
    to_tantivy: Callable[[Any], tantivy.Document]
    held_of: Callable[[Any], tantivy.Query]


class Writer:
    """The writer of the index in use. It stays open between updates; the system frees it when we die."""

    def __init__(self, files: IndexFiles, layout: Layout):
        self.files, self.layout = files, layout
        self._directory: Path | None = None
        self._writer: tantivy.IndexWriter | None = None

    def replace(self, keys: Iterable[Any], things: Iterable[Any]) -> None:
        """Remove what the index holds under these keys, add the things, and commit.

        Needs the lock of the files. Raises IndexBusy, or ValueError if the index is broken; nothing is
        committed then.
        """
        writer = self._open()
        try:
            for key in keys:
                # Not by term: for a whole number tantivy-py 0.27 looks for another type and deletes nothing.
                writer.delete_documents_by_query(self.layout.held_of(key))
            for thing in things:
                writer.add_document(self.layout.to_tantivy(thing))
            writer.commit()
        except BaseException:
            # Also after a failed commit: what was added must not ride along with the next one.
            self.close()
            raise

    def _open(self) -> tantivy.IndexWriter:
        directory = self.files.current()
        if directory is None:
            raise ValueError("there is no index to write to")
        if self._writer is None or self._directory != directory:
            self.close()
            index = tantivy.Index.open(str(directory))
            self._writer = _writer(index, UPDATE_HEAP_BYTES)
            self._directory = directory
        return self._writer

    def close(self) -> None:
        self._writer = self._directory = None


class Build:
    """A new index beside the one in use, which nobody sees until `finish`."""

    def __init__(self, files: IndexFiles, layout: Layout):
        self.files, self.layout, self.directory = files, layout, files.make_directory()
        self.name = self.directory.name
        index = tantivy.Index(layout.schema(), path=str(self.directory), reuse=False)
        self._writer = _writer(index, REBUILD_HEAP_BYTES)
        self.count, self.is_in_place = 0, False

    def add(self, things: Iterable[Any]) -> None:
        """Things that the new index does not hold yet."""
        for thing in things:
            self._writer.add_document(self.layout.to_tantivy(thing))
            self.count += 1

    def replace(self, keys: Iterable[Any], things: Iterable[Any]) -> None:
        """Follow a change made since `add`."""
        for key in keys:
            self._writer.delete_documents_by_query(self.layout.held_of(key))
        self.add(things)
        self._writer.commit()

    def settle(self) -> None:
        """Write down what there is, so that little is left to do in `finish`."""
        self._writer.commit()

    def finish(self) -> None:
        """Put the new index in the place of the old one. Needs the lock."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        _flush(self.directory)
        self.files.put_in_place(self.directory)
        self.is_in_place = True

    def abandon(self) -> None:
        """Remove what was made, unless it is in use by now."""
        del self._writer  # and with it its lock
        if self.is_in_place:
            return
        shutil.rmtree(self.directory, ignore_errors=True)


def _writer(index: tantivy.Index, heap_bytes: int) -> tantivy.IndexWriter:
    try:
        return index.writer(heap_bytes, 1)
    except ValueError as error:
        if "LockBusy" in str(error):
            raise IndexBusy("another process writes the search index") from error
        raise


def _flush(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
