"""EPCIS 2.0 over HTTP: capture, queries, and the public export of a lot or pack."""

import json
import uuid
from functools import wraps
from urllib.parse import unquote, urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from catalogue.traceability.epcis import capture as capturing
from catalogue.traceability.epcis import export as exporting
from catalogue.traceability.epcis import identifiers, vocabulary
from catalogue.traceability.epcis.keys import key_of
from catalogue.traceability.epcis.reading import BadQuery, EventPage, EventQuery, event_page, parse_query
from catalogue.traceability.gs1.uri import InvalidUri, parse_path
from catalogue.traceability.models import CaptureJob, Stamp

from .rawpath import raw_path
from .resolver_links import trade_item

JSON_LD = "application/ld+json"
PROBLEM = "application/problem+json"
BODY_TYPES = ("application/json", JSON_LD)
VERSION_HEADERS = {"GS1-EPCIS-Version": "2.0.0", "GS1-CBV-Version": "2.0.0"}
CAPTURE_HEADERS = {
    "GS1-EPCIS-Capture-Limit": str(capturing.MOST_EVENTS),
    "GS1-EPCIS-Capture-File-Size-Limit": str(capturing.MOST_BYTES),
    "GS1-Capture-Error-Behaviour": "rollback",
}


# -- what all addresses share -----------------------------------------------------------------------


def _finish(response: HttpResponse, methods: str) -> HttpResponse:
    for name, value in VERSION_HEADERS.items():
        response[name] = value
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = methods
    response["Access-Control-Allow-Headers"] = "*"
    response["Access-Control-Expose-Headers"] = "*"
    response.setdefault("Cache-Control", "no-store")
    return response


def problem(status: int, kind: str, title: str, *, detail: str = "", errors=()) -> HttpResponse:
    """Problem details (RFC 9457); `errors` are faults with their paths."""
    body: dict = {"type": f"epcisException:{kind}", "title": title, "status": status}
    if detail:
        body["detail"] = detail
    if errors:
        body["errors"] = [{"path": fault.path, "message": fault.message} for fault in errors]
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type=PROBLEM, status=status)


def endpoint(methods: str, *, needs_key: bool = True, headers: dict[str, str] | None = None):
    """A view for these methods and OPTIONS; with `needs_key` it gets the key as second argument."""

    def decorate(view):
        @csrf_exempt
        @wraps(view)
        def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            response = _guarded(request, view, args, kwargs)
            for name, value in (headers or {}).items():
                response[name] = value
            return _finish(response, f"{methods}, OPTIONS")

        def _guarded(request, view, args, kwargs) -> HttpResponse:
            allowed = f"{methods}, OPTIONS"
            if request.method == "OPTIONS":
                return HttpResponse(status=204, headers={"Allow": allowed})
            if request.method not in methods.split(", "):
                response = problem(405, "UnsupportedMethodException", "Method not allowed", detail=f"Use {methods}.")
                response["Allow"] = allowed
                return response
            asked = request.headers.get("GS1-EPCIS-Version", "2.0")
            if not asked.startswith("2."):
                return problem(406, "NotAcceptableException", "Only EPCIS 2 is spoken here", detail=asked[:20])
            if not needs_key:
                return view(request, *args, **kwargs)
            key = key_of(_plain_key(request))
            if key is None:
                response = problem(401, "SecurityException", "A valid key is needed")
                response["WWW-Authenticate"] = 'Bearer realm="EPCIS"'
                return response
            return view(request, key, *args, **kwargs)

        return answer

    return decorate


def _plain_key(request: HttpRequest) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else request.headers.get("X-API-Key", "").strip()


def _json(body: dict, *, status: int = 200, media_type: str = "application/json") -> HttpResponse:
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type=media_type, status=status)


# -- capture ----------------------------------------------------------------------------------------


@endpoint("POST, GET", headers=CAPTURE_HEADERS)
def capture(request: HttpRequest, key) -> HttpResponse:
    """POST takes in a document, GET lists the last sendings of this key."""
    if request.method == "GET":
        return _json({"jobs": [_job(job) for job in CaptureJob.objects.filter(key=key)[:50]]})
    if request.content_type not in BODY_TYPES:
        return problem(415, "UnsupportedMediaTypeException", "Send application/json or application/ld+json")
    if request.headers.get("GS1-Capture-Error-Behaviour", "rollback").lower() != "rollback":
        return problem(400, "ValidationException", "Only the error behaviour rollback is offered: all events or none")
    if (
        int(request.META.get("CONTENT_LENGTH") or 0) > capturing.MOST_BYTES
        or len(request.body) > capturing.MOST_BYTES
    ):
        return problem(413, "CaptureLimitExceededException", f"A document has at most {capturing.MOST_BYTES} bytes")
    try:
        document = json.loads(request.body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        return problem(400, "ValidationException", "This is not JSON", detail=str(error)[:200])
    try:
        job = capturing.capture(document=document, key=key)
    except capturing.CaptureRefused as refusal:
        return problem(400, "ValidationException", "The document was not kept", errors=refusal.faults)
    response = _json(_job(job), status=202)
    response["Location"] = request.build_absolute_uri(reverse("epcis-job", args=[job.pk]))
    return response


def _no_constant(name: str):
    raise ValueError(f"{name} is no number of JSON")


@endpoint("GET, HEAD", headers=CAPTURE_HEADERS)
def capture_job(request: HttpRequest, key, job: uuid.UUID) -> HttpResponse:
    found = CaptureJob.objects.filter(key__producer=key.producer_id, pk=job).first()
    if found is None:
        return problem(404, "NoSuchNameException", "No such sending")
    return _json(_job(found))


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
    return _answer(request, key, request.GET.dict())


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
    return _answer(request, key, {**request.GET.dict(), "MATCH_anyEPC": uri})


def _tail(request: HttpRequest, pattern: str) -> str:
    """The variable part of the raw path, decoded: it may hold slashes."""
    before, _, after = pattern.partition("-")
    path = raw_path(request)
    inner = path[len(before) : len(path) - len(after)] if path.startswith(before) and path.endswith(after) else ""
    return unquote(inner)


def _answer(request: HttpRequest, key, parameters: dict[str, str]) -> HttpResponse:
    try:
        page = event_page(parse_query(parameters), producer=key.producer)
    except BadQuery as error:
        return problem(400, "QueryParameterException", "This cannot be asked", detail=str(error))
    response = _json(_query_document(page))
    if page.token:
        query = urlencode({**request.GET.dict(), "nextPageToken": page.token})
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
    found = exporting.lots_read().filter(pk=pk).first() if pk < 2**63 else None
    if found is None or not found.product.is_public:
        return problem(404, "NoSuchResourceException", "Not known here")
    return _json(exporting.lot_document(found), media_type=JSON_LD)


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
