"""The small index of suggestions, beside the index of products: terms of an entry, and where they lie on disk.

It is an embedded tantivy index whatever engine the site searches with: suggestions must come within
milliseconds, and the worker of every site can write it.
"""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import tantivy
from django.conf import settings

from .. import analysis
from ..analysis import TONES, Word, joined, joined_terms, words
from ..engines import IndexBusy
from ..engines.tantivy.files import IndexFiles
from ..engines.tantivy.reading import Reader
from ..synonyms import synonyms
from . import entries
from .entries import Entry

LONGEST = 40
"""Letters of a name, written in one piece, that can be typed."""
LONGEST_START = 10
"""Beginnings up to this length are terms of their own, found in no time; longer ones match few names anyway."""
WHOLE_TEXTS = ("kind", "key")
WORDS = (
    "whole", "begin",  # the name in one piece; its beginnings
    "from_word", "start",  # the name from each of its words on, in one piece; the beginnings of that
    "word", "pair",  # its words; two or three neighbours in one piece
    "alias", "alias_start",  # other words for the same thing (synonyms), and their beginnings
    "context", "context_start",  # words that may be typed beside a name
    "marked",  # beginnings of all words with their marks, the tone set after them
)  # fmt: skip
NUMBERS = ("from_day", "to_day", "rank")
HEAP_BYTES = 50_000_000


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in WHOLE_TEXTS:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in WORDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="basic")
    for field in NUMBERS:
        builder.add_unsigned_field(field, indexed=True, fast=True)
    builder.add_bytes_field("card", stored=True)
    return builder.build()


@cache
def version() -> str:
    """Changes with everything that the contents of the index depend on."""
    parts = [
        WORDS,
        NUMBERS,
        LONGEST,
        LONGEST_START,
        analysis.VERSION,
        entries.VERSION,
        synonyms().digest,
        tantivy.__version__,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def to_tantivy(entry: Entry) -> tantivy.Document:
    """One entry in tantivy's terms."""
    document = tantivy.Document()
    document.add_text("kind", entry.kind)
    document.add_text("key", entry.key)
    for field, terms in _terms(entry.names, entry.context).items():
        document.add_text(field, terms)
    for field in NUMBERS:
        document.add_unsigned(field, getattr(entry, field))
    card = {"label": entry.names[0], "target": entry.target, "facts": entry.facts, "digest": entry.digest}
    if entry.kind == "area":
        card |= {"names": entry.names, "rank": entry.rank}  # texts are read with them, see search.naming
    document.add_bytes("card", json.dumps({**card, "key": entry.key}, ensure_ascii=False).encode())
    return document


@lru_cache(maxsize=64)  # the stretches of days of one product follow each other
def _terms(names: tuple[str, ...], context: tuple[str, ...]) -> dict[str, str]:
    """Terms of each field with spaces between them."""
    runs = [words(name) for name in names]
    wholes = {joined(run)[:LONGEST] for run in runs}
    from_words = {joined(run[start:])[:LONGEST] for run in runs for start in range(len(run))}
    singles = {word.loose for run in runs for word in run}
    others = [other for run in runs for other in _aliases(run)]
    aliases = {joined(other[start:]) for other in others for start in range(len(other))}
    aliases |= {word.loose for other in others for word in other}
    beside = [_words_of(text) for text in context]
    beside_words = {word.loose for run in beside for word in run}
    # Further names may be spellings without care: only the first one says that a word has no marks.
    with_marks = [*runs[:1], *(run for run in (*runs[1:], *others, *beside) if any(w.is_marked for w in run))]
    terms = {
        "whole": wholes,
        "begin": {start for whole in wholes for start in starts(whole)},
        "from_word": from_words,
        "start": {start for text in from_words for start in starts(text)},
        "word": singles,
        "pair": {term[:LONGEST] for run in runs for term in joined_terms(run)} - singles,
        "alias": aliases,
        "alias_start": {start for text in aliases for start in starts(text)},
        "context": beside_words | {joined(run)[:LONGEST] for run in beside},
        "context_start": {start for text in beside_words for start in starts(text)},
        "marked": {form for run in with_marks for word in run for form in marked_starts(word)},
    }
    return {field: " ".join(sorted(found)) for field, found in terms.items()}


@lru_cache(maxsize=4096)
def _words_of(text: str) -> list[Word]:
    """Words of a producer or a place, which many entries share."""
    return words(text)


def starts(text: str) -> list[str]:
    """`caphe` → `c`, `ca`, `cap`, `caph`, `caphe`."""
    return [text[:length] for length in range(1, min(len(text), LONGEST_START) + 1)]


@lru_cache(maxsize=16384)
def marked_starts(word: Word) -> tuple[str, ...]:
    """What may be typed of a word so far: its letters with or without the tone, which comes last.

    A word that is written without marks ends in `=`: whoever types marks may mean it as well.
    """
    letters = word.written.rstrip(TONES)
    tone = word.written[len(letters) :]
    if not word.is_marked:
        return (f"{letters}=",)
    found = [letters[:length] for length in range(1, len(letters) + 1)]
    return (*found, *(start + tone for start in found)) if tone else tuple(found)


def _aliases(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    """Other words for parts of a name: `Mắc ca` is also `macca` and `macadamia`."""
    for match in synonyms().matches(run):
        if synonyms().is_certain(run, match):
            yield from synonyms().same_as(match.entry)


class SuggestionIndex:
    """Searches, updates and rebuilds the index of one site."""

    def __init__(self, root: str):
        self.files = _Files(root)
        self.reader = Reader(self.files)
        self._writer: tuple[Path, tantivy.IndexWriter] | None = None

    def searcher(self) -> tantivy.Searcher:
        """A searcher over the newest commit. Raises IndexUnavailable."""
        return self.reader.searcher()

    def replace(self, keys: Iterable[str], new: Iterable[Entry]) -> None:
        """Put these entries in the place of all under these keys, and commit. Needs the lock.

        Does nothing while there is no index: whoever builds it reads the database. Raises IndexBusy, or
        ValueError if the index is broken; nothing is committed then.
        """
        directory = self.files.current()
        if directory is None or not self.files.is_of_this_version(directory):
            return
        writer = self._open(directory)
        try:
            for key in keys:
                writer.delete_documents_by_term("key", key)
            for entry in new:
                writer.add_document(to_tantivy(entry))
            writer.commit()
        except BaseException:
            self.close()  # what was added must not ride along with the next commit
            raise

    def build(self) -> "Builder":
        """Start a new index beside the one in use; one at a time."""
        return Builder(self.files)

    def cards(self, kind: str | None = None) -> Iterator[dict]:
        """What is stored of every entry, or of those of one kind. Raises IndexUnavailable."""
        searcher = self.searcher()
        query = tantivy.Query.term_query(schema(), "kind", kind) if kind else tantivy.Query.all_query()
        for _, address in searcher.search(query, max(1, searcher.num_docs), count=False).hits:
            yield json.loads(bytes(searcher.doc(address)["card"][0]))

    def _open(self, directory: Path) -> tantivy.IndexWriter:
        if self._writer is None or self._writer[0] != directory:
            self.close()
            self._writer = (directory, _writer(tantivy.Index.open(str(directory))))
        return self._writer[1]

    def close(self) -> None:
        """Give up the writer."""
        self._writer = None


class Builder:
    """A new index that nobody sees until `finish`."""

    def __init__(self, files: "_Files"):
        self.files, self.directory = files, files.make_directory()
        self._writer = _writer(tantivy.Index(schema(), path=str(self.directory), reuse=False))
        self._is_in_place = False

    def add(self, batch: Iterable[Entry]) -> None:
        for entry in batch:
            self._writer.add_document(to_tantivy(entry))

    def replace(self, keys: Iterable[str], new: Iterable[Entry]) -> None:
        """Put these entries in the place of all under these keys."""
        for key in keys:
            self._writer.delete_documents_by_term("key", key)
        self.add(new)

    def abandon(self) -> None:
        """Remove what was made, unless it is in use by now."""
        self._writer = None
        if not self._is_in_place:
            shutil.rmtree(self.directory, ignore_errors=True)

    def finish(self) -> None:
        """Put the index in place of the old one. Needs the lock."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        handle = os.open(self.directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        self.files.put_in_place(self.directory)
        self._is_in_place = True


class _Files(IndexFiles):
    """Directories named after the version of this index."""

    @staticmethod
    def is_of_this_version(directory: Path) -> bool:
        return directory.name.startswith(f"{version()}-")

    def make_directory(self) -> Path:
        directory = self.root / f"{version()}-{uuid.uuid4().hex[:8]}"
        directory.mkdir(parents=True)
        return directory


def _writer(index: tantivy.Index) -> tantivy.IndexWriter:
    try:
        return index.writer(HEAP_BYTES, 1)
    except ValueError as error:
        if "LockBusy" in str(error):
            raise IndexBusy("another process writes the index of suggestions") from error
        raise


@cache
def _index(root: str) -> SuggestionIndex:
    return SuggestionIndex(root)


def suggestion_index() -> SuggestionIndex:
    """The index of this site, one for the process; it lies beside the index of products."""
    directory = Path(settings.SEARCH_INDEX_DIR)
    return _index(str(directory.with_name(f"{directory.name}-suggestions")))
