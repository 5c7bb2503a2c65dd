"""The small index of suggestions, beside the index of products: the terms of an entry.

It is an embedded tantivy index whatever engine the site searches with: suggestions must come within
milliseconds, and the worker of every site can write it.
"""

import hashlib
import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import orjson
import tantivy

from .. import analysis
from ..analysis import TONES, Word, joined, joined_terms, words
from ..engines import sibling_path
from ..engines.tantivy.index import EmbeddedIndex
from ..engines.tantivy.writing import Layout
from ..synonyms import synonyms
from . import entries
from .entries import Entry

MAX_LENGTH = 40
"""Letters of a name, written in one piece, that can be typed."""
MAX_PREFIX_LENGTH = 10
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
        MAX_LENGTH,
        MAX_PREFIX_LENGTH,
        analysis.VERSION,
        entries.VERSION,
        synonyms().digest,
        tantivy.__version__,  # type: ignore[attr-defined]  # its stubs lack it
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
    card: dict[str, Any] = {
        "label": entry.names[0],
        "target": entry.target,
        "facts": entry.facts,
        "digest": entry.digest,
    }
    if entry.kind == "area":
        card |= {"names": entry.names, "rank": entry.rank}  # texts are read with them, see search.gazetteer
    document.add_bytes("card", orjson.dumps({**card, "key": entry.key}))
    return document


@lru_cache(maxsize=64)  # the stretches of days of one product follow each other
def _terms(names: tuple[str, ...], context: tuple[str, ...]) -> dict[str, str]:
    """Terms of each field with spaces between them."""
    runs = [words(name) for name in names]
    wholes = {joined(run)[:MAX_LENGTH] for run in runs}
    from_words = {joined(run[start:])[:MAX_LENGTH] for run in runs for start in range(len(run))}
    singles = {word.loose for run in runs for word in run}
    others = [other for run in runs for other in _aliases(run)]
    aliases = {joined(other[start:]) for other in others for start in range(len(other))}
    aliases |= {word.loose for other in others for word in other}
    around = [words(text) for text in context]
    around_words = {word.loose for run in around for word in run}
    # Further names may be spellings without care: only the first one says that a word has no marks.
    with_marks = [*runs[:1], *(run for run in (*runs[1:], *others, *around) if any(w.is_marked for w in run))]
    terms = {
        "whole": wholes,
        "begin": {start for whole in wholes for start in starts(whole)},
        "from_word": from_words,
        "start": {start for text in from_words for start in starts(text)},
        "word": singles,
        "pair": {term[:MAX_LENGTH] for run in runs for term in joined_terms(run)} - singles,
        "alias": aliases,
        "alias_start": {start for text in aliases for start in starts(text)},
        "context": around_words | {joined(run)[:MAX_LENGTH] for run in around},
        "context_start": {start for text in around_words for start in starts(text)},
        "marked": {form for run in with_marks for word in run for form in marked_starts(word)},
    }
    return {field: " ".join(sorted(values)) for field, values in terms.items()}


def starts(text: str) -> list[str]:
    """`caphe` → `c`, `ca`, `cap`, `caph`, `caphe`."""
    return [text[:length] for length in range(1, min(len(text), MAX_PREFIX_LENGTH) + 1)]


@lru_cache(maxsize=16384)
def marked_starts(word: Word) -> tuple[str, ...]:
    """What may be typed of a word so far: its letters with or without the tone, which comes last.

    A word that is written without marks ends in `=`: whoever types marks may mean it as well.
    """
    letters = word.written.rstrip(TONES)
    tone = word.written[len(letters) :]
    if not word.is_marked:
        return (f"{letters}=",)
    beginnings = [letters[:length] for length in range(1, len(letters) + 1)]
    return (*beginnings, *(start + tone for start in beginnings)) if tone else tuple(beginnings)


def _aliases(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    """Other words for parts of a name: `Mắc ca` is also `macca` and `macadamia`."""
    for match in synonyms().matches(run):
        if synonyms().is_certain(run, match):
            yield from synonyms().same_as(match.entry)


class SuggestionIndex(EmbeddedIndex):
    """The index of one site. It holds entries by their `key`."""

    layout = Layout(schema, version, to_tantivy, held_of=lambda key: tantivy.Query.term_query(schema(), "key", key))

    def cards(self, kind: str | None = None) -> Iterator[dict[str, Any]]:
        """What is stored of every entry, or of those of one kind. Raises IndexUnavailable."""
        searcher, addresses = self.everything(tantivy.Query.term_query(schema(), "kind", kind) if kind else None)
        for address in addresses:
            yield orjson.loads(bytes(searcher.doc(address)["card"][0]))


@cache
def _index(root: str) -> SuggestionIndex:
    return SuggestionIndex(root)


def suggestion_index() -> SuggestionIndex:
    """The index of this site, one for the process; it lies beside the index of products."""
    return _index(str(sibling_path("suggestions")))
