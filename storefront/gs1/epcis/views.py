"""EPCIS 2.0 over HTTP: capture, queries, and the public export of a lot or pack."""

import json
import threading
import uuid
from urllib.parse import unquote, urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from catalogue.traceability.exchange.epcis import capture as capturing
from catalogue.traceability.exchange.epcis import export as exporting
from catalogue.traceability.exchange.epcis import identifiers, vocabulary
from catalogue.traceability.exchange.epcis.parsing import NotJson, parse
from catalogue.traceability.exchange.epcis.reading import BadQuery, EventPage, EventQuery, event_page, parse_query
from catalogue.traceability.gs1.uri import InvalidUri, parse_path
from catalogue.traceability.models import CaptureJob, Stamp
from storefront.gs1.links import trade_item
from storefront.gs1.raw_path import raw_path

from .http import RETRY_SECONDS, Problem, endpoint, problem

JSON_LD = "application/ld+json"
BODY_TYPES = ("application/json", JSON_LD)
CHARSETS = ("utf-8", "utf8", "us-ascii", "ascii")
CAPTURE_HEADERS = {
    "GS1-EPCIS-Capture-Limit": str(capturing.MAX_EVENTS),
    "GS1-EPCIS-Capture-File-Size-Limit": str(capturing.MAX_BYTES),
    "GS1-Capture-Error-Behaviour": "rollback",
}
MAX_CAPTURES_AT_ONCE = 2
"""Documents that one process takes in at the same time: half of its four threads stay with the site."""

_captures = threading.BoundedSemaphore(MAX_CAPTURES_AT_ONCE)


def _json(body: dict, *, status: int = 200, media_type: str = "application/json") -> HttpResponse:
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type=media_type, status=status)


@endpoint("GET, HEAD, POST, PUT, PATCH, DELETE", needs_key=False)
def unknown(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Every other address below /epcis/."""
    return problem(404, "NoSuchResourceException", "No such address")


# -- capture ----------------------------------------------------------------------------------------


@endpoint("POST, GET", headers=CAPTURE_HEADERS)
def capture(request: HttpRequest, key) -> HttpResponse:
    """POST takes in a document, GET lists the last sendings of this key."""
    if request.method == "GET":
        return _json({"jobs": [_job(job) for job in CaptureJob.objects.filter(key=key)[:50]]})
    if request.headers.get("GS1-Capture-Error-Behaviour", "rollback").lower() != "rollback":
        return problem(400, "ValidationException", "Only the error behaviour rollback is offered: all events or none")
    body = _document_bytes(request)
    if not _captures.acquire(blocking=False):
        raise Problem(
            503,
            "ImplementationException",
            "Other documents are being taken in; send this one again",
            headers={"Retry-After": str(RETRY_SECONDS)},
        )
    try:
        job = capturing.capture(document=parse(body), key=key)
    except NotJson as error:
        return problem(400, "ValidationException", "This is not JSON", detail=str(error), errors=[error.fault])
    except capturing.CaptureTooLarge as refusal:
        return problem(413, "CaptureLimitExceededException", "The document holds too much", errors=refusal.faults)
    except capturing.CaptureRefused as refusal:
        return problem(400, "ValidationException", "The document was not kept", errors=refusal.faults)
    finally:
        _captures.release()
    response = _json(_job(job), status=202)
    response["Location"] = request.build_absolute_uri(reverse("epcis-job", args=[job.pk]))
    return response


def _document_bytes(request: HttpRequest) -> bytes:
    """The body, once its type, coding and length are known to be what is taken here."""
    if request.content_type not in BODY_TYPES:
        raise Problem(415, "UnsupportedMediaTypeException", "Send application/json or application/ld+json")
    charset = request.content_params.get("charset", "utf-8").lower()
    if charset not in CHARSETS:
        raise Problem(415, "UnsupportedMediaTypeException", "Send UTF-8", detail=f"charset={charset}")
    coding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if coding != "identity":
        raise Problem(
            415,
            "UnsupportedMediaTypeException",
            "Send the document as it is, not compressed",
            detail=f"Content-Encoding: {coding}",
            headers={"Accept-Encoding": "identity"},
        )
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        raise Problem(400, "ValidationException", "Content-Length is no number")
    if len(length) > 12 or int(length) > capturing.MAX_BYTES or len(request.body) > capturing.MAX_BYTES:
        raise Problem(413, "CaptureLimitExceededException", f"A document has at most {capturing.MAX_BYTES} bytes")
    return request.body


@endpoint("GET, HEAD", headers=CAPTURE_HEADERS)
def capture_job(request: HttpRequest, key, job: uuid.UUID) -> HttpResponse:
    sending = CaptureJob.objects.filter(key__producer=key.producer_id, pk=job).first()
    if sending is None:
        return problem(404, "NoSuchNameException", "No such sending")
    return _json(_job(sending))


def _job(job: CaptureJob) -> dict:
    return {
        "captureID": str(job.pk),
        "createdAt": timezone.localtime(job.created_at).isoformat(timespec="milliseconds"),
        "finishedAt": timezone.localtime(job.finished_at).isoformat(timespec="milliseconds")
        if job.finished_at
        else None,
        "running": job.finished_at is None,
        "success": job.is_success,
        "captureErrorBehaviour": "rollback",
        "newEvents": job.event_count,
        "errors": job.errors,
    }


# -- queries ----------------------------------------------------------------------------------------


@endpoint("GET, HEAD")
def events(request: HttpRequest, key) -> HttpResponse:
    return _answer(request, key)


@endpoint("GET, HEAD")
def event(request: HttpRequest, key, event_id: str) -> HttpResponse:
    """One event by its id, percent-encoded in the path."""
    name = _tail(request, reverse("epcis-event", args=["-"])) or event_id
    page = event_page(EventQuery(ids=(name,)), producer=key.producer) if identifiers.is_absolute(name) else None
    if page is None or not page.events:
        return problem(404, "NoSuchNameException", "No such event")
    return _json(_query_document(page))


@endpoint("GET, HEAD")
def epc_events(request: HttpRequest, key, epc: str) -> HttpResponse:
    """Events that name one object or class, percent-encoded in the path."""
    uri = _tail(request, reverse("epcis-epc-events", args=["-"])) or epc
    if sentence := identifiers.complaint(uri):
        return problem(400, "QueryParameterException", "Not an identifier", detail=sentence)
    return _answer(request, key, MATCH_anyEPC=uri)


def _tail(request: HttpRequest, pattern: str) -> str:
    """The variable part of the raw path, decoded: it may hold slashes."""
    before, _, after = pattern.partition("-")
    path = raw_path(request)
    inner = path[len(before) : len(path) - len(after)] if path.startswith(before) and path.endswith(after) else ""
    return unquote(inner)


def _answer(request: HttpRequest, key, **fixed: str) -> HttpResponse:
    parameters = request.GET.dict()
    try:
        for name, values in request.GET.lists():
            if len(values) > 1 or name in fixed:
                raise BadQuery(name[:40], "stands twice; several values are separated by |")
        page = event_page(parse_query({**parameters, **fixed}), producer=key.producer)
    except BadQuery as error:
        return problem(400, "QueryParameterException", "This cannot be asked", detail=str(error))
    response = _json(_query_document(page))
    if page.token:
        query = urlencode({**parameters, "nextPageToken": page.token})
        response["Link"] = f'<{request.build_absolute_uri(request.path)}?{query}>; rel="next"'
    return response


def _query_document(page: EventPage) -> dict:
    return {
        "@context": exporting.names().context,
        "type": "EPCISQueryDocument",
        "schemaVersion": exporting.VERSION,
        "creationDate": timezone.localtime().isoformat(timespec="seconds"),
        "epcisBody": {
            "queryResults": {"queryName": "SimpleEventQuery", "resultsBody": {"eventList": page.events}},
        },
    }


# -- public export ----------------------------------------------------------------------------------


@endpoint("GET, HEAD", needs_key=False)
def export(request: HttpRequest, path: str) -> HttpResponse:
    """All events of the product, lot or pack of a Digital Link path, as one EPCISDocument."""
    prefix = reverse("epcis-export", args=["-"])[:-1]
    try:
        link = parse_path("/" + raw_path(request)[len(prefix) :])
    except InvalidUri as error:
        return problem(400, "QueryParameterException", "Not a GS1 Digital Link", detail=str(error))
    item = trade_item(link.key.value) if link.key.ai == "01" and not link.stem else None
    if item is None:
        return problem(404, "NoSuchResourceException", "Not known here")
    if serial := link.value("21"):
        stamp = Stamp.objects.select_related("batch").filter(product=item.product_id, code=serial).first()
        body = exporting.stamp_document(stamp) if stamp else None
    elif code := link.value("10"):
        lot = exporting.lots_read().filter(product=item.product_id, code=code).first()
        body = exporting.lot_document(lot) if lot else None
    else:
        body = exporting.product_document(item.product_id)
    if body is None:
        return problem(404, "NoSuchResourceException", "Not known here")
    return _json(body, media_type=JSON_LD)


@endpoint("GET, HEAD", needs_key=False)
def lot(request: HttpRequest, pk: int) -> HttpResponse:
    """All events of a lot by our own number, for products without GTIN."""
    one = exporting.lots_read().filter(pk=pk).first() if pk < 2**63 else None
    if one is None or not one.product.is_public:
        return problem(404, "NoSuchResourceException", "Not known here")
    return _json(exporting.lot_document(one), media_type=JSON_LD)


@endpoint("GET, HEAD", needs_key=False)
def terms(request: HttpRequest) -> HttpResponse:
    """What our own words in events mean."""
    words = {
        "kind": "What was done, in the words of this register, such as fermenting or drying.",
        "waitingDays": "Days to wait after spraying before the harvest (PHI).",
        "isIllustrative": "Made up to show how things work; nothing of it happened.",
        "reason": "Why a lot was recalled.",
    }
    return _json({"@context": vocabulary.CONTEXT, "terms": words})


@endpoint("GET, HEAD", needs_key=False)
def discovery(request: HttpRequest) -> HttpResponse:
    """What can be asked here."""
    return _json({"resources": ["capture", "events", "epcs"], "version": "2.0.0", "queryNames": ["SimpleEventQuery"]})
