"""Fields of the embedded index, and the version that names everything its contents depend on."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import tantivy

from search import analysis, documents
from search.analysis import END, START
from search.engines import shared
from search.engines.shared import LABELS, POSITIONS, WHOLE, columns
from search.synonyms import synonyms

from .writing import Layout

MEANT = ("name", "same", "maker")
"""Fields whose synonyms of several words are terms of `runs`: one look-up instead of a walk over places."""
NEAR = ("name_loose", "same_loose")
"""Fields whose neighbours are terms of `runs`, and whose beginnings up to `LONGEST_HEAD` terms and whole texts."""
LONGEST_HEAD = 6
LETTERS = 21
"""Letters of a name in the numbers to sort by."""
NEWEST = (1 << 20) - 1
"""The last day in the numbers to sort by, which have 20 bits for it: 9 for the month and the day."""
ORDERS = {
    "name": ("name_order", "letters_2", "letters_3"),
    "newest": ("newest_order", "letters_2", "letters_3"),
    "stars": ("stars_order", "letters_2", "letters_3"),
    "relevance": ("stars_order", "letters_2", "letters_3"),
}
"""Numbers that sort as the texts that Elasticsearch sorts by, as far as the letters go."""
NUMBERS = (*shared.NUMBERS, *sorted({column for columns in ORDERS.values() for column in columns}))
STORED = ("card", "digest")


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in POSITIONS:
        builder.add_text_field(field, tokenizer_name="whitespace")
    builder.add_text_field("runs", tokenizer_name="whitespace", index_option="basic")
    for field in WHOLE:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in LABELS:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    for field in NUMBERS:
        builder.add_unsigned_field(field, indexed=True, fast=True)
    for field in STORED:
        builder.add_bytes_field(field, stored=True)
    return builder.build()


@cache
def version() -> str:
    """Changes with the fields, the analysis, the synonyms, the shape of documents and tantivy's format."""
    parts = [
        POSITIONS, WHOLE, LABELS, MEANT, NEAR, LONGEST_HEAD, LETTERS, NUMBERS, STORED, analysis.VERSION,
        documents.VERSION, synonyms().digest, tantivy.__version__,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def to_tantivy(document: documents.ProductDocument) -> tantivy.Document:
    """One document in tantivy's terms."""
    terms = document.terms
    values = {field: [run] if field in POSITIONS else list(terms[field]) for field, run in document.runs.items()}
    values["runs"] = [" ".join((*_meant(terms), *_near(terms)))]
    for column, value in columns(document).items():
        values[column] = value if isinstance(value, list) else [value]
    for column, number in order_numbers(document).items():
        values[column] = [number]
    values["card"] = [document.card_text.encode()]
    values["digest"] = [document.digest.encode()]
    return tantivy.Document.from_dict(values, schema())


@cache
def meanings() -> frozenset[tuple[str, ...]]:
    """What synonyms of several words mean, as it is written."""
    mains = (tuple(word.written for word in main) for main in synonyms().spellings)
    return frozenset(main for main in mains if len(main) > 1)


@cache
def _meanings_by_first() -> dict[str, list[tuple[str, ...]]]:
    found = defaultdict(list)
    for main in meanings():
        found[main[0]].append(main)
    return dict(found)


def is_one_term(field: str, run: tuple[str, ...]) -> bool:
    """Whether `runs` holds these neighbours wherever they stand in the field."""
    if field in MEANT:
        return run in meanings()
    is_head = run[0] == START and (run[-1] == END or len(run) <= LONGEST_HEAD)
    return field in NEAR and (len(run) == 2 or is_head)


def one_term(field: str, run: Iterable[str]) -> str:
    """Neighbours in a field as one term."""
    return f"{field}:{'_'.join(run)}"


def _meant(terms: dict[str, tuple[str, ...]]) -> set[str]:
    """All meanings that stand in the fields `MEANT`."""
    by_first = _meanings_by_first()
    return {
        one_term(field, main)
        for field in MEANT
        for place, word in enumerate(terms.get(field, ()))
        if word in by_first
        for main in by_first[word]
        if terms[field][place : place + len(main)] == main
    }


def _near(terms: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for field in NEAR:
        run = terms.get(field, ())
        yield from (f"{field}:{first}_{second}" for first, second in pairwise(run))
        yield from (one_term(field, run[:length]) for length in range(3, min(len(run), LONGEST_HEAD + 1)))
        yield one_term(field, run)


def of_product(product_id: int) -> tantivy.Query:
    """All documents of a product."""
    return tantivy.Query.term_query(schema(), "product_id", product_id)


LAYOUT = Layout(schema, version, to_tantivy, held_of=of_product)


def order_numbers(document: documents.ProductDocument) -> dict[str, int]:
    """Stars (most first), stock, newest day and the letters of the name as numbers; see `ORDERS`."""
    year, day = divmod(document.newest, 10_000)
    age = NEWEST - min(year << 9 | day // 100 << 5 | day % 100, NEWEST)
    facts = ((5 - document.stars) << 1 | (not document.in_stock)) * (NEWEST + 1) + age
    letters = document.name_order.encode()[:LETTERS].ljust(LETTERS, b"\0")
    first = int.from_bytes(letters[:5])
    return {
        "stars_order": facts << 40 | first,
        "newest_order": age << 40 | first,
        "name_order": int.from_bytes(letters[:8]),
        "letters_2": int.from_bytes(letters[5:13]),
        "letters_3": int.from_bytes(letters[13:]),
    }
