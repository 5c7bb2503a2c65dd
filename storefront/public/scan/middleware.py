"""Scans are answered before everything else that a page of the site needs: no session, no basket, no account."""

import functools
import re

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.utils import translation

from catalogue.traceability.stamps.serials import PAGE_BATCH
from catalogue.traceability.stamps.signing import signatures_in
from storefront.web.headers import PagesStayHere

from .pack_page import answer_mark, answer_scan
from .scanning import ScanRequest
from .verdict_page import page_path

_PACK = re.compile(
    r"(?P<english>/en)?/(?P<path>q/(?P<serial>[0-9A-HJKMNP-TV-Z]{12})"
    r"|tem/01/(?P<gtin>[0-9]{14})/21/(?P<same>[0-9A-HJKMNP-TV-Z]{12}))"
)
_MARK = re.compile(r"/q/(?P<serial>[0-9A-HJKMNP-TV-Z]{12})/dau\.gif")
MAX_QUERY_LENGTH = 400


class Scans:
    """Answers `/q/<serial>` and `/tem/01/<gtin>/21/<serial>`, and the picture that their pages ask for, as their
    views would: for visitors without a session."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_meant = self._is_meant(request)
        if is_meant and (mark := _MARK.fullmatch(request.path_info)):
            return _with_site_headers(answer_mark(request, mark["serial"]))
        match = _PACK.fullmatch(request.path_info) if is_meant else None
        serial = match and (match["serial"] or match["same"])
        if not match or serial.startswith(PAGE_BATCH):
            return self.get_response(request)
        request.get_host()  # DisallowedHost where the site is asked under a foreign name
        signatures = signatures_in(request.META.get("QUERY_STRING", ""))
        scan = ScanRequest(serial, signatures, match["gtin"] or "", path=page_path(match["path"], signatures))
        language = "en" if match["english"] else settings.LANGUAGE_CODE
        with translation.override(language):
            response = answer_scan(request, scan)
        response.headers["Content-Language"] = language
        return _with_site_headers(response)

    def _is_meant(self, request) -> bool:
        return (
            not settings.MAINTENANCE
            and request.method in ("GET", "HEAD")
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and len(request.META.get("QUERY_STRING", "")) <= MAX_QUERY_LENGTH
        )


def _with_site_headers(response: HttpResponse) -> HttpResponse:
    for name, value in _site_headers().items():
        response.headers[name] = value
    return response


@functools.cache
def _site_headers() -> dict[str, str]:
    """What the middleware behind this one adds to every page: the same for all, so it is made once."""

    def page(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Type": "text/html"})

    response = CSPMiddleware(XFrameOptionsMiddleware(PagesStayHere(page)))(HttpRequest())
    return {name: value for name, value in response.items() if name != "Content-Type"}
