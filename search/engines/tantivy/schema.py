"""Fields of the embedded index, and the version that names everything its contents depend on."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import tantivy

from search import analysis, documents
from search.engines import shared
from search.engines.shared import LABELS, POSITIONS, WHOLE, columns
from search.synonyms import synonyms

from .writing import Layout

FAST_TEXTS = (*LABELS, "by_name", "by_stars", "by_newest")
"""Columns to count facets from and to sort by."""
ORDER = ("order_1", "order_2", "order_3")
"""`by_stars` as numbers, to order hits of equal weight."""
NUMBERS = (*shared.NUMBERS, *ORDER)
STORED = ("card", "digest")
LETTERS = 21
"""Letters of a name in `ORDER`."""
NEWEST = (1 << 20) - 1
"""The last day in `ORDER`, which has 20 bits for it: 9 for the month and the day."""
PAIRED = {field: f"{field}_pairs" for field in POSITIONS if not field.startswith("wide")}
"""Fields with the neighbours of a field as terms: a look-up of two words instead of a walk over their places."""
HEADED = {field: f"{field}_head" for field in ("name", "name_loose", "same_loose")}
"""Fields with the beginnings of a text as terms, up to `LONGEST_HEAD` terms, and with all of it."""
LONGEST_HEAD = 7


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in POSITIONS:
        builder.add_text_field(field, tokenizer_name="whitespace")
    for field in (*PAIRED.values(), *HEADED.values()):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="basic")
    for field in WHOLE:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in FAST_TEXTS:
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
        POSITIONS, WHOLE, PAIRED, HEADED, LONGEST_HEAD, FAST_TEXTS, NUMBERS, STORED,
        analysis.VERSION, documents.VERSION, synonyms().digest,
        tantivy.__version__,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def to_tantivy(document: documents.ProductDocument) -> tantivy.Document:
    """One document in tantivy's terms."""
    terms = document.terms
    values = {field: [run] if field in POSITIONS else list(terms[field]) for field, run in document.runs.items()}
    for field, pairs in PAIRED.items():
        if run := terms.get(field):
            values[pairs] = [" ".join(map(one_term, pairwise(run)))]
    for field, head in HEADED.items():
        if run := terms.get(field):
            values[head] = [" ".join(heads(run))]
    for column, value in columns(document).items():
        values[column] = value if isinstance(value, list) else [value]
    for field, number in zip(ORDER, order_numbers(document), strict=True):
        values[field] = [number]
    values["card"] = [document.card_text.encode()]
    values["digest"] = [document.digest.encode()]
    return tantivy.Document.from_dict(values, schema())


one_term = "_".join
"""Neighbouring terms as one."""


def heads(terms: Sequence[str]) -> Iterator[str]:
    """Beginnings of a framed text of three terms or more, each as one term, and the text from end to end."""
    return map(one_term, (*(terms[:length] for length in range(3, LONGEST_HEAD + 1)), terms))


def of_product(product_id: int) -> tantivy.Query:
    """All documents of a product."""
    return tantivy.Query.term_query(schema(), "product_id", product_id)


LAYOUT = Layout(schema, version, to_tantivy, held_of=of_product)


def order_numbers(document: documents.ProductDocument) -> tuple[int, int, int]:
    """Stars (most first), in stock, newest, and the first letters of the name, in the order of `by_stars`."""
    year, day = divmod(document.newest, 10_000)
    newest = min(year << 9 | day // 100 << 5 | day % 100, NEWEST)
    facts = ((5 - document.stars) << 1 | (not document.in_stock)) * (NEWEST + 1) + NEWEST - newest
    letters = document.name_order.encode()[:LETTERS].ljust(LETTERS, b"\0")
    first, *others = (int.from_bytes(letters[start:end]) for start, end in ((0, 5), (5, 13), (13, LETTERS)))
    return facts << 40 | first, *others
