"""How much the page cache is worth: answers a second through the whole application, without a network."""

import io
import time
from collections.abc import Iterable

from django.conf import settings
from django.core.wsgi import get_wsgi_application

SECONDS = 1.0


def rates(pages: dict[str, str]) -> Iterable[tuple[str, float]]:
    """(what, answers a second) for the empty view and for each page rendered anew, from memory and as 304."""
    settings.PAGE_CACHE_MB = 16
    application = get_wsgi_application()
    yield "empty view", _rate(application, "/healthz")
    for name, path in pages.items():
        tag = get(application, path)["ETag"]
        yield f"{name} from memory", _rate(application, path)
        yield f"{name} not changed", _rate(application, path, HTTP_IF_NONE_MATCH=tag)
        kept, settings.PAGE_CACHE_MB = settings.PAGE_CACHE_MB, 0
        yield f"{name} rendered", _rate(application, path)
        settings.PAGE_CACHE_MB = kept


def _rate(application, path: str, **headers) -> float:
    for _ in range(5):
        get(application, path, **headers)
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        get(application, path, **headers)
        count += 1
    return count / (time.perf_counter() - start)


def get(application, address: str, **headers) -> dict[str, str]:
    """Ask a WSGI application for an address; the headers of its answer. Raises RuntimeError if there is none."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
        "wsgi.url_scheme": "https" if settings.SITE_URL.startswith("https") else "http",
        "wsgi.input": io.BytesIO(),
        **headers,
    }
    sent: dict[str, str] = {}
    response = application(environ, lambda status, headers: sent.update(headers, status=status))
    b"".join(response)
    response.close()
    if sent["status"][:3] not in ("200", "304"):
        raise RuntimeError(f"{address} answered {sent['status']}")
    return sent
