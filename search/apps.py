from typing import Any

from oscar.apps.search import apps


class SearchConfig(apps.SearchConfig):
    """The fork of Oscar's search: one contract, our own engines, no haystack."""

    name = "search"

    def ready(self) -> None:
        """Oscar's view is not used; addresses are in storefront.urls."""
        from . import checks  # noqa: F401 - registers itself

    def get_urls(self) -> list[Any]:
        return []
