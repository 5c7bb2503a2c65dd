"""Pages of the site that everybody may read, as the indexes know them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from wagtail.models import Page, Site


def published(model: str) -> QuerySet[Any]:
    """Published pages of this kind that are open to all. One query beside its own."""
    pages: QuerySet[Any] = apps.get_model("cms", model).objects.live().public()
    return pages


def with_paths(pages: Iterable[Page]) -> Iterator[tuple[Page, str]]:
    """Pages with their path below the home page; those outside the site are left out."""
    roots = [root.root_path for root in Site.get_site_root_paths()]
    for page in pages:
        root = next((root for root in roots if page.url_path.startswith(root)), None)
        if root is not None:
            yield page, page.url_path[len(root) :]
