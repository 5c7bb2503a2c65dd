"""Stories, producers, news and fairs: found by the same plan as products, in a small index of their own.

It is an embedded index whatever engine the site searches products with: some hundred texts that every site can
hold, kept up to date together with the suggestions.
"""

from functools import cache

from ..engines import sibling_path
from ..engines.tantivy import TantivyEngine


def content_index() -> TantivyEngine:
    """The index of this site, one for the process; it lies beside the index of products."""
    return _index(str(sibling_path("content")))


@cache
def _index(root: str) -> TantivyEngine:
    return TantivyEngine(root)
