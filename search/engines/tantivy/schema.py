"""Fields of the embedded index, and the version that names everything its contents depend on."""

import hashlib
import json
from functools import cache

import tantivy

from search import analysis, documents
from search.synonyms import synonyms

POSITIONS = ("name", "name_loose", "same", "same_loose", "maker", "maker_loose", "wide", "wide_loose")
"""Words with their places: for phrases."""
WHOLE = ("joined", "place", "place_maybe", "area", "district_key", "group")
"""Whole texts, found only as they are."""
FAST_TEXTS = ("district_label", "group_label", "by_name", "by_stars", "by_newest")
"""Columns to count facets from and to sort by."""
NUMBERS = ("product_id", "from_day", "to_day", "stars", "known_stars", "order_1", "order_2")
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
    result = tantivy.Document()
    for field, terms in document.terms.items():
        if field in POSITIONS:
            result.add_text(field, " ".join(terms))
        else:
            for term in terms:
                result.add_text(field, term)
    for slug in document.areas:
        result.add_text("area", slug)
    if document.district:
        result.add_text("district_label", document.district)
        result.add_text("district_key", district_key(document.district.partition("\t")[2]))
    for label in document.groups:
        result.add_text("group_label", label)
        result.add_text("group", label.partition("\t")[0])
    by_name = f"{document.name_order}\t{document.product_id:012}"
    result.add_text("by_name", by_name)
    result.add_text("by_stars", f"{5 - document.stars}\t{by_name}")
    result.add_text("by_newest", f"{documents.LAST_DAY - document.newest:08}\t{by_name}")
    for field in ("product_id", "from_day", "to_day", "stars", "known_stars"):
        result.add_unsigned(field, getattr(document, field))
    for field, number in zip(("order_1", "order_2"), order_numbers(document), strict=True):
        result.add_unsigned(field, number)
    result.add_bytes("card", json.dumps(document.card, ensure_ascii=False).encode())
    result.add_bytes("digest", document.digest.encode())
    return result


def order_numbers(document: documents.ProductDocument) -> tuple[int, int]:
    """Stars (most first) and the first letters of the name as two numbers, to order hits of equal weight."""
    letters = [_letter_number(letter) for letter in document.name_order[: 2 * LETTERS_IN_NUMBER]]
    letters += [0] * (2 * LETTERS_IN_NUMBER - len(letters))
    first, second = 5 - document.stars, 0
    for letter in letters[:LETTERS_IN_NUMBER]:
        first = first << 6 | letter
    for letter in letters[LETTERS_IN_NUMBER:]:
        second = second << 6 | letter
    return first, second


def _letter_number(letter: str) -> int:
    """Letters of `sorting_key` (tab, space, @ and on, tones) as numbers below 64, in the same order."""
    if letter in "\t ":
        return "\t ".index(letter) + 1
    return ord(letter) - 0x40 + 3 if letter >= "@" else ord(letter) - 0x30 + 52


def district_key(official_name: str) -> str:
    """How an official name is compared: `Thành phố Tuy Hoà` = `Thành phố Tuy Hòa`."""
    return " ".join(word.written for word in analysis.words(official_name))
