"""Fields of the embedded index, and the version that names everything its contents depend on."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import tantivy

from search import analysis, documents
from search.analysis import END, START
from search.engines import counting, shared
from search.engines.shared import POSITIONS, WHOLE, columns, texts
from search.synonyms import synonyms

from .writing import Layout

V = TypeVar("V", str, int)
MEANT = ("name", "same", "producer", "wide")
"""Fields whose synonyms of several words are terms of `runs`: one look-up instead of a walk over places."""
PAIRED = ("name_loose", "same_loose", "producer_loose", "wide_loose")
"""Fields whose neighbours are terms of `runs`."""
HEADED = ("name_loose", "same_loose")
"""Fields whose beginnings up to `MAX_HEAD_TERMS` terms, and whole texts, are terms of `runs`."""
PLACELESS = ("producer", "producer_loose", "wide", "wide_loose")
"""Fields that keep no places: whatever is asked of their neighbours is in `runs`."""
SPACED = tuple(field for field in WHOLE if field not in ("producer_type", "kind"))
"""Fields of whole texts of which a document has several: one text, in which a space stands between them."""
SPACE = "_"
"""Stands for a space within such a text."""
MAX_HEAD_TERMS = 6
CODES = dict(zip(MEANT, "nsmw", strict=True)) | dict(zip(PAIRED, "NSMW", strict=True))
"""What stands for a field in the terms of `runs`: many and long otherwise."""
LETTERS = 21
"""Letters of a name in the numbers to sort by."""
NEWEST = (1 << 20) - 1
"""The last day in the numbers to sort by, which have 20 bits for it: 9 for the month and the day."""
ORDERS = {
    "name": ("name_order", "letters_2", "letters_3"),
    "newest": ("newest_order", "letters_2", "letters_3"),
    "stars": ("stars_order", "letters_2", "letters_3"),
    "relevance": ("stars_order", "letters_2", "letters_3"),
    "cheapest": ("cheapest_order", "stars_order", "letters_2", "letters_3"),
    "dearest": ("dearest_order", "stars_order", "letters_2", "letters_3"),
}
"""Numbers that sort as the texts that Elasticsearch sorts by, as far as the letters go."""
NUMBERS = (*shared.NUMBERS, *counting.NUMBERS, *sorted({column for columns in ORDERS.values() for column in columns}))
ASKED_FOR = ("product_id", "stars", "known_stars", "in_stock")
"""Numbers that are terms too: the others are only sorted by, counted or compared with limits."""
STORED = ("card", "digest")


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in POSITIONS:
        option = "basic" if field in PLACELESS else "position"
        builder.add_text_field(field, tokenizer_name="whitespace", index_option=option)
    builder.add_text_field("runs", tokenizer_name="whitespace", index_option="basic")
    for field in WHOLE:
        tokenizer = "whitespace" if field in SPACED else "raw"
        builder.add_text_field(field, tokenizer_name=tokenizer, index_option="basic", fast=field == "kind")
    for field in counting.LABELS:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    for field in NUMBERS:
        builder.add_unsigned_field(field, indexed=field in ASKED_FOR, fast=True)
    for field in STORED:
        builder.add_bytes_field(field, stored=True)
    return builder.build()


@cache
def version() -> str:
    """Changes with the fields, the analysis, the synonyms, the shape of documents and tantivy's format."""
    parts = [
        POSITIONS, WHOLE, SPACED, SPACE, MEANT, PAIRED, HEADED, PLACELESS, MAX_HEAD_TERMS, CODES, LETTERS, NUMBERS,
        ASKED_FOR, STORED, counting.VERSION, analysis.VERSION, documents.VERSION,
        synonyms().digest, tantivy.__version__,  # type: ignore[attr-defined]  # its stubs lack it
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def to_tantivy(document: documents.ProductDocument) -> tantivy.Document:
    """One document in tantivy's terms."""
    terms = document.terms
    values: dict[str, Any] = texts(document)
    runs = " ".join(_runs(terms, values))
    values |= columns(document)
    for field in SPACED:
        if whole := values.get(field) or terms.get(field):
            values[field] = spaced(whole)
    values |= counting.values(document)
    values |= order_numbers(document)
    values |= {"runs": runs, "card": document.card_json, "digest": document.digest.encode()}
    return tantivy.Document.from_dict(values, schema())


def spaced(wholes: Iterable[str]) -> str:
    """Whole texts as one, each a word."""
    return "\t".join(wholes).replace(" ", SPACE)


def written(field: str, value: V) -> V | str:
    """A value as it stands in the field."""
    return value.replace(" ", SPACE) if isinstance(value, str) and field in SPACED else value


@cache
def meanings() -> frozenset[tuple[str, ...]]:
    """What synonyms of several words mean, as it is written."""
    mains = (tuple(word.written for word in main) for main in synonyms().spellings)
    return frozenset(main for main in mains if len(main) > 1)


@cache
def _meanings_by_first() -> dict[str, list[tuple[str, str]]]:
    """Under its first word each meaning as it stands within a text, and as a part of a term."""
    by_first = defaultdict(list)
    for main in meanings():
        by_first[main[0]].append((f" {' '.join(main)} ", "_".join(main)))
    return dict(by_first)


@cache
def _firsts() -> frozenset[str]:
    return frozenset(_meanings_by_first())


def is_one_term(field: str, run: tuple[str, ...]) -> bool:
    """Whether `runs` holds these neighbours wherever they stand in the field. Always of PLACELESS fields, of what
    plans ask for: meanings and pairs."""
    if field in MEANT:
        return run in meanings()
    if len(run) == 2:
        return field in PAIRED
    return field in HEADED and run[0] == START and (run[-1] == END or len(run) <= MAX_HEAD_TERMS)


def one_term(field: str, run: Iterable[str]) -> str:
    """Neighbours in a field as one term."""
    return f"{CODES[field]}:{'_'.join(run)}"


def _runs(terms: Mapping[str, Sequence[str]], said: Mapping[str, str]) -> list[str]:
    """The terms of `runs`, whatever `is_one_term` in these fields: one or several in a text. `said` has the terms of
    each field with spaces between them."""
    runs: list[str] = []
    for field in MEANT:
        if meant := _firsts().intersection(terms.get(field, ())):
            runs += _meant(field, meant, said[field])
    for field in PAIRED:
        if run := terms.get(field):
            runs.append(_pairs(field, run))
    for field in HEADED:
        if run := terms.get(field):
            runs += _heads(field, run)
    return runs


def _meant(field: str, firsts: Iterable[str], said: str) -> list[str]:
    """All meanings with these first words in a field, which is framed: none of them stands at its ends."""
    by_first = _meanings_by_first()
    return [f"{CODES[field]}:{term}" for first in firsts for within, term in by_first[first] if within in said]


def _heads(field: str, run: Sequence[str]) -> Iterator[str]:
    """The beginnings of a framed field, each with one term more, and all of it."""
    head = one_term(field, run[:2])
    for term in run[2 : min(len(run) - 1, MAX_HEAD_TERMS)]:
        head += f"_{term}"
        yield head
    yield one_term(field, run)


def _pairs(field: str, run: Sequence[str]) -> str:
    """All neighbours in a framed field, with spaces between the pairs."""
    return f"{CODES[field]}:{run[0]}{''.join(map(_JOINTS[field].__getitem__, run[1:-1]))}_{run[-1]}"


class _Joints(dict[str, str]):
    """Term → what stands between the word before it and the word after it where pairs are written one after another.
    Made once for each of them: every text consists of the same few thousand."""

    MAX_TERMS = 100_000

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def __missing__(self, term: str) -> str:
        if len(self) >= self.MAX_TERMS:
            self.clear()
        joint = self[term] = f"_{term} {self.code}:{term}"
        return joint


_JOINTS = {field: _Joints(CODES[field]) for field in PAIRED}


def of_product(product_id: int) -> tantivy.Query:
    """All documents of a product."""
    return tantivy.Query.term_query(schema(), "product_id", product_id)


LAYOUT = Layout(schema, version, to_tantivy, held_of=of_product)


def order_numbers(document: documents.ProductDocument) -> dict[str, int]:
    """Price, stars (most first), stock, newest day and the letters of the name as numbers; see `ORDERS`."""
    year, day = divmod(document.newest, 10_000)
    age = NEWEST - min(year << 9 | day // 100 << 5 | day % 100, NEWEST)
    facts = ((5 - document.stars) << 1 | (not document.in_stock)) * (NEWEST + 1) + age
    letters = document.name_order.encode()[:LETTERS].ljust(LETTERS, b"\0")
    first = int.from_bytes(letters[:5])
    cheapest, dearest = (rank << 24 | facts for rank in shared.price_ranks(document.price))
    return {
        "cheapest_order": cheapest,
        "dearest_order": dearest,
        "stars_order": facts << 40 | first,
        "newest_order": age << 40 | first,
        "name_order": int.from_bytes(letters[:8]),
        "letters_2": int.from_bytes(letters[5:13]),
        "letters_3": int.from_bytes(letters[13:]),
    }
