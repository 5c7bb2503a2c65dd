"""Changing the index: one writer at a time, in the worker; a rebuild makes a new index and swaps it in."""

import os
from collections.abc import Iterable
from pathlib import Path

import tantivy

from search.documents import ProductDocument
from search.engines import IndexBusy

from .files import IndexFiles
from .schema import schema, to_tantivy
from .translation import number

UPDATE_HEAP_BYTES = 30_000_000
REBUILD_HEAP_BYTES = 100_000_000


class Writer:
    """The writer of the index in use. It stays open between updates; the system frees it when we die."""

    def __init__(self, files: IndexFiles):
        self.files = files
        self._directory: Path | None = None
        self._writer: tantivy.IndexWriter | None = None

    def replace(self, product_ids: Iterable[int], documents: Iterable[ProductDocument]) -> None:
        """Remove what the index holds of these products, add the documents, and commit.

        Needs the lock of the files. Raises IndexBusy, or ValueError if the index is broken; nothing is
        committed then.
        """
        writer = self._open()
        try:
            for product_id in product_ids:
                # Not by term: for a whole number tantivy-py 0.27 looks for another type and deletes nothing.
                writer.delete_documents_by_query(number("product_id", product_id))
            for document in documents:
                writer.add_document(to_tantivy(document))
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


def build(files: IndexFiles, batches: Iterable[list[ProductDocument]]) -> int:
    """Make a new index of these documents and put it in place; the number of documents. Needs the lock."""
    directory = files.make_directory()
    index = tantivy.Index(schema(), path=str(directory), reuse=False)
    writer = _writer(index, REBUILD_HEAP_BYTES)
    count = 0
    for batch in batches:
        for document in batch:
            writer.add_document(to_tantivy(document))
        count += len(batch)
    writer.commit()
    writer.wait_merging_threads()
    _flush(directory)
    files.put_in_place(directory)
    return count


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
