"""What all addresses below /epcis/ share: methods, keys, headers, and faults told as problem details (RFC 9457)."""

import json
import logging
from functools import wraps

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt

from catalogue.traceability.exchange.epcis.keys import key_of
from storefront.web.prefixes import EPCIS

logger = logging.getLogger(__name__)

PREFIX = f"/{EPCIS}"
PROBLEM = "application/problem+json"
VERSION_HEADERS = {"GS1-EPCIS-Version": "2.0.0", "GS1-CBV-Version": "2.0.0"}
ANY_METHOD = "GET, HEAD, POST, OPTIONS"
RETRY_SECONDS = 5
MAX_DETAIL_CHARACTERS = 300
_KINDS = {
    400: "ValidationException",
    401: "SecurityException",
    403: "SecurityException",
    404: "NoSuchResourceException",
    405: "UnsupportedMethodException",
    406: "NotAcceptableException",
    413: "CaptureLimitExceededException",
    415: "UnsupportedMediaTypeException",
}
_TITLES = {
    400: "This request cannot be read",
    403: "Not allowed",
    404: "No such address",
    405: "Method not allowed",
    413: "Too large",
    503: "Not available now, try again later",
}


class Problem(Exception):
    """A fault to be told: raised anywhere inside an endpoint, it becomes the answer."""

    def __init__(self, status: int, kind: str, title: str, *, detail: str = "", errors=(), headers=None):
        super().__init__(title)
        self.status, self.kind, self.title, self.detail = status, kind, title, detail
        self.errors, self.headers = errors, headers or {}

    def response(self) -> HttpResponse:
        answer = problem(self.status, self.kind, self.title, detail=self.detail, errors=self.errors)
        for name, value in self.headers.items():
            answer[name] = value
        return answer


def problem(status: int, kind: str, title: str, *, detail: str = "", errors=()) -> HttpResponse:
    """Problem details; `errors` are faults with their paths."""
    body: dict = {"type": f"epcisException:{kind}", "title": title, "status": status}
    if detail:
        body["detail"] = detail.encode("utf-8", "replace").decode()[:MAX_DETAIL_CHARACTERS]
    if errors:
        body["errors"] = [{"path": fault.path, "message": fault.message} for fault in errors]
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type=PROBLEM, status=status)


def plain_problem(status: int) -> HttpResponse:
    """What a status alone can say."""
    kind = _KINDS.get(status, "ImplementationException")
    return problem(status, kind, _TITLES.get(status, "Something went wrong here"))


class ProblemsBelowEpcis:
    """Whatever goes wrong before an endpoint is reached, or behind it, is told to machines as a problem too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PREFIX):
            return self.get_response(request)
        try:
            request.encoding = "utf-8"  # whatever the request says of itself; reads its parameters
        except SuspiciousOperation:
            return _finish(plain_problem(400), ANY_METHOD)
        response = self.get_response(request)
        if response.status_code < 400:
            return response
        if response.headers.get("Content-Type", "").startswith(PROBLEM):
            return response
        answer = plain_problem(response.status_code)
        for name in ("Allow", "Retry-After", "WWW-Authenticate"):
            if response.has_header(name):
                answer[name] = response[name]
        return _finish(answer, answer.headers.get("Allow", ANY_METHOD))


def _finish(response: HttpResponse, methods: str) -> HttpResponse:
    for name, value in VERSION_HEADERS.items():
        response[name] = value
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = methods
    response["Access-Control-Allow-Headers"] = "*"
    response["Access-Control-Expose-Headers"] = "*"
    response.setdefault("Cache-Control", "no-store")
    return response


def endpoint(methods: str, *, needs_key: bool = True, headers: dict[str, str] | None = None):
    """A view for these methods and OPTIONS; with `needs_key` it gets the key as second argument."""

    def decorate(view):
        @csrf_exempt
        @wraps(view)
        def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            response = _without_exceptions(request, lambda: _guarded(request, view, args, kwargs))
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
            version = request.headers.get("GS1-EPCIS-Version", "2.0")
            if not version.startswith("2."):
                return problem(406, "NotAcceptableException", "Only EPCIS 2 is spoken here", detail=version[:20])
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


def _without_exceptions(request: HttpRequest, view) -> HttpResponse:
    """The answer of a view; each exception as a problem, those that nobody expected with an entry in the log."""
    try:
        return view()
    except Problem as error:
        return error.response()
    except Http404:
        return plain_problem(404)
    except RequestDataTooBig:
        return plain_problem(413)
    except (SuspiciousOperation, UnreadablePostError):
        return plain_problem(400)
    except Exception as error:  # a machine that gets a page of HTML cannot say what happened
        is_database = isinstance(error, OperationalError | InterfaceError)  # away, stuck, or it took too long
        logger.exception("%s failed", request.path, extra={"status_code": 503 if is_database else 500})
        response = plain_problem(503 if is_database else 500)
        if is_database:
            response["Retry-After"] = str(RETRY_SECONDS)
        return response


def _plain_key(request: HttpRequest) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else request.headers.get("X-API-Key", "").strip()
