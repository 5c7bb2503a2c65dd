"""What the template of a page gets, by kind of page. `cms.queries` says it; the models need not know the queries."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

Content = Callable[[Any, HttpRequest], dict[str, Any]]
_contents: dict[type[Page], Content] = {}


def content_for(*models: type[Page]) -> Callable[[Content], Content]:
    """Decorator: this function makes the content of pages of these kinds."""

    def register(content: Content) -> Content:
        _contents.update(dict.fromkeys(models, content))
        return content

    return register


def content_of(page: Page, request: HttpRequest) -> dict[str, Any]:
    """The content of a page as its template names it. KeyError for a kind that nobody has registered."""
    return _contents[type(page)](page, request)
