"""The search engines behind the contract, chosen by `SEARCH_ENGINE`."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string


class IndexBusy(Exception):
    """Another process holds the writer of the index."""


class IndexUnavailable(Exception):
    """There is no index to ask; the message says why."""


ENGINES = {"tantivy": "search.engines.tantivy.TantivyEngine"}


@cache
def _engine(name: str, directory: str):
    return import_string(ENGINES[name])(directory)


def engine():
    """The engine of this site, one for the process."""
    return _engine(settings.SEARCH_ENGINE, str(settings.SEARCH_INDEX_DIR))
