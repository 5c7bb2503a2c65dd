"""Stories, producers, news and fairs: found by the same plan as products, in a small index of their own.

It is an embedded index whatever engine the site searches products with: some hundred texts that every site can
hold, kept up to date together with the suggestions.
"""

from functools import cache
from pathlib import Path

from django.conf import settings

from ..engines.tantivy import TantivyEngine


def kinds_index() -> TantivyEngine:
    """The index of this site, one for the process; it lies beside the index of products."""
    directory = Path(settings.SEARCH_INDEX_DIR)
    return _index(str(directory.with_name(f"{directory.name}-kinds")))


@cache
def _index(root: str) -> TantivyEngine:
    return TantivyEngine(root)
