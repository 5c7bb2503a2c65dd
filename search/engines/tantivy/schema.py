"""Fields of the embedded index, and the version that names everything its contents depend on."""

import hashlib
import json
from functools import cache

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
LETTERS_IN_NUMBER = 10


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in POSITIONS:
        builder.add_text_field(field, tokenizer_name="whitespace")
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
        POSITIONS, WHOLE, FAST_TEXTS, NUMBERS, STORED, analysis.VERSION, documents.VERSION, synonyms().digest,
        tantivy.__version__,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def to_tantivy(document: documents.ProductDocument) -> tantivy.Document:
    """One document in tantivy's terms."""
    values = {
        field: [" ".join(terms)] if field in POSITIONS else list(terms) for field, terms in document.terms.items()
    }
    for column, value in columns(document).items():
        values[column] = value if isinstance(value, list) else [value]
    for field, number in zip(ORDER, order_numbers(document), strict=True):
        values[field] = [number]
    values["card"] = [json.dumps(document.card, ensure_ascii=False).encode()]
    values["digest"] = [document.digest.encode()]
    return tantivy.Document.from_dict(values, schema())


def of_product(product_id: int) -> tantivy.Query:
    """All documents of a product."""
    return tantivy.Query.term_query(schema(), "product_id", product_id)


LAYOUT = Layout(schema, version, to_tantivy, held_of=of_product)


def order_numbers(document: documents.ProductDocument) -> tuple[int, int, int]:
    """Stars (most first), in stock, newest, and the first letters of the name as numbers."""
    letters = [_letter_number(letter) for letter in document.name_order[: 2 * LETTERS_IN_NUMBER]]
    letters += [0] * (2 * LETTERS_IN_NUMBER - len(letters))
    facts = (5 - document.stars) << 1 | (not document.in_stock)
    first, second = 0, 0
    for letter in letters[:LETTERS_IN_NUMBER]:
        first = first << 6 | letter
    for letter in letters[LETTERS_IN_NUMBER:]:
        second = second << 6 | letter
    return facts << 28 | (documents.LAST_DAY - document.newest), first, second


def _letter_number(letter: str) -> int:
    """Letters of `sorting_key` (tab, space, @ and on, tones) as numbers below 64, in the same order."""
    if letter in "\t ":
        return "\t ".index(letter) + 1
    return ord(letter) - 0x40 + 3 if letter >= "@" else ord(letter) - 0x30 + 52
