"""Mapping of the Elasticsearch index. Fields hold ready terms: all language work is done in `search.analysis`.

Only types and analyzers of the server's core are used, so that the mapping works on every installation.
"""

import hashlib
import json
from functools import cache
from typing import Any

from elasticsearch import dsl

from search import analysis, documents
from search.engines import counting
from search.engines.shared import NUMBERS, POSITIONS, WHOLE, columns, price_ranks, texts
from search.synonyms import synonyms

SORT_COLUMNS = {
    "name": "by_name",
    "newest": "by_newest",
    "stars": "by_stars",
    "relevance": "by_stars",
    "cheapest": "by_cheapest",
    "dearest": "by_dearest",
}
"""Column of each order; `relevance` where no text gives weights, and among equal weights."""
MAX_RESULT_WINDOW = 1_000_000
SETTINGS = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "refresh_interval": "1s",
    "max_result_window": MAX_RESULT_WINDOW,
    "unassigned.node_left.delayed_timeout": "5s",
}
"""One shard holds a province, a second node a copy; should a node die, another one soon makes a new copy."""


@cache
def mapping() -> dsl.Mapping:
    result = dsl.Mapping()
    result.meta("dynamic", "strict")
    for field in POSITIONS:
        result.field(field, dsl.Text(analyzer="whitespace", norms=False))
    for field in WHOLE:
        result.field(field, dsl.Keyword(norms=False, doc_values=False))
    for field in sorted(set(SORT_COLUMNS.values())):
        result.field(field, dsl.Keyword(index=False))
    for field in counting.LABELS:
        result.field(field, dsl.Keyword())
    for field in (*NUMBERS, *counting.NUMBERS):
        result.field(field, dsl.Long())
    result.field("digest", dsl.Keyword(index=False))
    result.field("card", dsl.Object(enabled=False))
    return result


@cache
def version() -> str:
    """Changes with the mapping, the analysis, the synonyms and the shape of documents."""
    parts = [mapping().to_dict(), SETTINGS, counting.VERSION, analysis.VERSION, documents.VERSION, synonyms().digest]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]


def orders(document: documents.ProductDocument) -> dict[str, str]:
    """Texts to sort by: by name; newest first; stars first, then what is in stock, then the newest; by price."""
    by_name = f"{document.name_order}\t{document.product_id:012}"
    by_newest = f"{documents.LAST_DAY - document.newest:08}\t{by_name}"
    by_stars = f"{5 - document.stars}{int(not document.in_stock)}{by_newest}"
    by_cheapest, by_dearest = (f"{rank:010}{by_stars}" for rank in price_ranks(document.price))
    return {
        "by_name": by_name,
        "by_newest": by_newest,
        "by_stars": by_stars,
        "by_cheapest": by_cheapest,
        "by_dearest": by_dearest,
    }


def source_of(document: documents.ProductDocument) -> dict[str, Any]:
    """One document in Elasticsearch's terms."""
    return {
        **document.terms,
        **texts(document),
        **columns(document),
        **counting.values(document),
        **orders(document),
        "digest": document.digest,
        "card": document.card,
    }


def key_of(document: documents.ProductDocument) -> str:
    """A product's documents differ by their first day."""
    return f"{document.product_id}-{document.from_day}"
