"""Answers where a page cannot be given: what happened and what to do, in one place.

People are told in both languages on a page that needs nothing (templates/standalone.html), machines in JSON, or in
problem details (RFC 9457) where they speak EPCIS. None of it touches database, session or translation.
"""

import dataclasses
import errno
import json
import logging
import re
import sys
from collections.abc import Iterator

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from psycopg.errors import DiskFull, ReadOnlySqlTransaction

from storefront.web.prefixes import API, EPCIS

from .body_limits import is_too_large, limit_of


@dataclasses.dataclass(frozen=True)
class Refusal:
    """`text` is what machines read; `retry_seconds` when to come back, 0 where that changes nothing."""

    status: int
    template: str
    text: str
    retry_seconds: int = 0
    kind: str = "ImplementationException"  # of EPCIS 2.0


UNREADABLE = Refusal(400, "400.html", "The request cannot be read.", kind="ValidationException")
TOO_SLOW = Refusal(408, "408.html", "The request did not arrive in time.")
TOO_LARGE = Refusal(
    413, "413.html", "The body is larger than this address takes.", kind="CaptureLimitExceededException"
)  # fmt: skip
FAULT = Refusal(500, "500.html", "Something went wrong on our side.")
BUSY = Refusal(503, "web/busy.html", "Too much is being sent right now.", retry_seconds=10)
DATABASE_AWAY = Refusal(503, "web/unavailable.html", "The register does not answer.", retry_seconds=5)
MAINTENANCE = Refusal(503, "web/maintenance.html", "The site is being maintained.", retry_seconds=600)
STORAGE_FULL = Refusal(507, "507.html", "There is no room left for what was sent.", retry_seconds=600)
FROM_GATEWAY = {refusal.status: refusal for refusal in (UNREADABLE, TOO_SLOW, TOO_LARGE, FAULT, BUSY, STORAGE_FULL)}
"""What the gateway may tell before or after it has asked the site, by the status in `storefront.refused`."""

AWAY = (OperationalError, InterfaceError, ReadOnlySqlTransaction)
"""The last one while another server takes over."""
REFUSED = "storefront.refused"
RESOLVER = re.compile(r"/[0-9]{2,4}/|/\.well-known/gs1resolver")


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The answer, in the format of whoever asks."""
    limit = limit_of(request.path_info) if refusal is TOO_LARGE else 0
    response = _body(request, refusal, limit)
    response.status_code = refusal.status
    if refusal.retry_seconds:
        response["Retry-After"] = str(refusal.retry_seconds)
    response["Cache-Control"] = "no-store"
    return response


def _body(request: HttpRequest, refusal: Refusal, limit: int) -> HttpResponse:
    text = f"{refusal.text} It takes at most {limit} bytes." if limit else refusal.text
    accepted = request.META.get("HTTP_ACCEPT", "")
    is_for_people = "html" in accepted
    is_epcis = request.path.startswith(f"/{EPCIS}")
    if is_epcis or (RESOLVER.match(request.path) and not is_for_people):
        kind = f"epcisException:{refusal.kind}" if is_epcis else "about:blank"
        problem = {"type": kind, "title": text, "status": refusal.status}
        response = HttpResponse(json.dumps(problem), content_type="application/problem+json")
        response["Access-Control-Allow-Origin"] = "*"
        return response
    if request.path.startswith(f"/{API}") or ("json" in accepted and not is_for_people):
        return HttpResponse(json.dumps({"detail": text}), content_type="application/json")
    context = {"is_sent": request.method == "POST", "limit_mb": f"{limit / 1_000_000:.1f}"}
    return HttpResponse(render_to_string(refusal.template, context))


# -- before a view is asked --------------------------------------------------------------------------


class Refusals:
    """Says what the gateway has refused, and refuses bodies that are too large where another server let them in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        status = request.META.get(REFUSED)
        if status:
            return refuse(request, FROM_GATEWAY[status])
        if is_too_large(request.path_info, request.META.get("CONTENT_LENGTH", "")):
            return refuse(request, TOO_LARGE)
        return self.get_response(request)


# -- handlers of Django ------------------------------------------------------------------------------


def bad_request(request, exception):
    """400, for an unknown host or too many parameters. Made without reading the request: that is what failed."""
    if isinstance(exception, RequestDataTooBig):
        return refuse(request, TOO_LARGE)
    return HttpResponseBadRequest(render_to_string("400.html"))


def server_error(request):
    """500, for every exception in a view, a template or a middleware, which are not told apart here. 503 where it
    comes from a database that is away, 507 where the disk is full."""
    error = sys.exc_info()[1]
    if any(_is_full(cause) for cause in _causes(error)):
        return refuse(request, STORAGE_FULL)
    return refuse(request, DATABASE_AWAY if is_away(error) else FAULT)


def is_away(error: BaseException | None) -> bool:
    """Whether this comes from a database that does not answer, or not in time."""
    return any(isinstance(cause, AWAY) for cause in _causes(error))


def without_outages(record: logging.LogRecord) -> bool:
    """Filter of logs: a database that is away is told in one line for each request, not in a hundred."""
    error = record.exc_info and record.exc_info[1]
    if isinstance(error, BaseException) and is_away(error):
        record.exc_info = record.exc_text = None
        record.msg, record.args = f"{record.getMessage()}: {str(error).strip().splitlines()[0]}", ()
    return True


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The exception and those it was raised from or during."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        error = waiting.pop()
        if error is not None and id(error) not in seen:
            seen.add(id(error))
            yield error
            waiting += [error.__cause__, None if error.__suppress_context__ else error.__context__]


def _is_full(error: BaseException) -> bool:
    return isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT))
