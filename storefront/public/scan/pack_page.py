"""The answer to a scan: judged, on a page that is kept or made. Views and middleware use it alike."""

import base64

from django.conf import settings
from django.db import Error as DatabaseErrors
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from catalogue.base32 import normalise_code
from catalogue.traceability.scans import verdicts

from . import visitors
from .marks import mark_html, read_mark
from .scanning import MAX_SERIAL_LENGTH, ScanOutcome, ScanRequest, mark_of, process_scan, record
from .verdict_page import CachedPage, render_page

EMPTY_GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""One transparent point."""


def answer_scan(request: HttpRequest, scan: ScanRequest) -> HttpResponse:
    """The page of a pack, in the language that is active; 503 while the database does not answer."""
    try:
        is_person = visitors.is_person(request)
        outcome = process_scan(scan, is_person=is_person)
        page = _page_of(request, outcome)
    except DatabaseErrors:
        return _out_of_reach(request, scan)
    if page is None:
        return no_pack(request, scan.serial, status=404)
    mark = mark_of(outcome) if is_person else None
    return page.response(outcome, mark_html(code=outcome.pack.code, mark=mark) if mark else b"")


def answer_mark(request: HttpRequest, code: str) -> HttpResponse:
    """The picture that the page of a pack asks for: whoever fetches it has opened the page in a browser."""
    mark = read_mark(code, request.GET.get("t", ""))
    if mark and visitors.is_browser_fetching(request):
        record(request, mark, code=code)
    return HttpResponse(EMPTY_GIF, content_type="image/gif", headers={"Cache-Control": "no-store"})


def _page_of(request: HttpRequest, outcome: ScanOutcome) -> CachedPage | None:
    """Kept or made anew; None for a GTIN that is not ours."""
    cache, key = outcome.cache, ("page", get_language(), *outcome.page_key)
    is_shared = settings.SESSION_COOKIE_NAME not in request.COOKIES
    page = cache.get(*key) if is_shared else None
    if page is None:
        product, gtin = None, outcome.scan.gtin
        if outcome.batch is None and gtin:
            item = cache.item_of(gtin)
            if item is None:
                return None
            product = item.product
        is_unknown = outcome.verdict.key == "unknown" and product is None
        page = render_page(request, outcome, product=product, status=404 if is_unknown else 200)
        if is_shared and set(request.GET) <= {"s"}:
            cache.put(*key, value=page, size=page.size)
    return page


# -- where no pack is found ------------------------------------------------------------------------


def no_pack(request: HttpRequest, text: str, *, status: int) -> HttpResponse:
    """The verdict "not known" for an address that leads to no product."""
    response = unknown(request, text, status=status)
    response["Cache-Control"] = "no-store"
    return response


def unknown(request: HttpRequest, text: str, *, status: int = 404) -> HttpResponse:
    """The same for a code of a page, which may be kept."""
    context = {"verdict": verdicts.unknown(), "code": normalise_code(text[:MAX_SERIAL_LENGTH])}
    return render(request, "public/scan/stamp.html", context, status=status)


def _out_of_reach(request: HttpRequest, scan: ScanRequest) -> HttpResponse:
    """The database does not answer: say so, with the number to try again. Needs nothing but the template."""
    context = {"code": scan.serial[:MAX_SERIAL_LENGTH]}
    response = render(request, "public/scan/later.html", context, status=503)
    response["Cache-Control"] = "no-store"
    response["Retry-After"] = "30"
    return response
