"""HEAD for the addresses of the API: they declare GET, and HTTP wants the same answer without its body for HEAD."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

View = Callable[..., HttpResponse]


def with_head(urls: tuple[list[URLPattern], str, str]) -> tuple[list[URLPattern], str, str]:
    """The same addresses, answering HEAD as they answer GET."""
    for pattern in urls[0]:
        pattern.callback = _answering_head(pattern.callback)
    return urls


def _answering_head(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "HEAD":
            return view(request, *args, **kwargs)
        request.method = "GET"
        try:
            return view(request, *args, **kwargs)  # the server leaves out the body
        finally:
            request.method = "HEAD"

    return answer
