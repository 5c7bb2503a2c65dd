"""The site for a server that speaks ASGI: the same WSGI application, told the path as it was sent.

WSGI knows only the decoded path, in which `%2F` inside a lot number cannot be told from a separator; granian hands
over the raw one in ASGI alone. Whatever waits for a client happens in the event loop, within `limits`: a thread gets
a request when all of it is there, and is done with it when the answer is (docs/decisions/0014-our-own-gateway.md).
"""

import os
from importlib import import_module

from storefront.web.prefixes import HEALTHZ

from .bridge import Gateway

__all__ = ["Gateway"]


def _site() -> Gateway:
    application = import_module("storefront.wsgi").application  # sets Django up: nothing of it comes before
    body_limits, settings = import_module("storefront.web.body_limits"), import_module("django.conf").settings
    return Gateway(
        application,
        threads=int(os.environ.get("WEB_THREADS", "4")),
        quick=(settings.STATIC_URL, settings.MEDIA_URL, f"/{HEALTHZ}"),
        smallest=body_limits.SMALLEST,
        limit_of=body_limits.limit_of,
    )


def __getattr__(name: str):
    """`storefront.web.gateway:application` sets the site up when a server asks for it, not at import."""
    if name == "application":
        globals()["application"] = _site()
        return globals()["application"]
    raise AttributeError(name)
