"""Anonymous pages are the same for everybody until something they show changes.

Their ETag is the state of the data, the day, the code and the address. Whoever holds a page asks again each
time and is answered 304 without rendering; everybody else gets it from memory (docs/decisions/0005).
"""

import datetime
import hashlib
import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags

from storefront.web.prefixes import UPLOADS, Kind, kind_of

from .state import circumstances, code_fingerprint, current_state, is_on
from .store import Page, page_store
from .units import products_with_units

FRONT_SECONDS = 60
"""How long a cache in front may keep a page, should a purge not reach it."""
AWAY_SECONDS = 600
"""How long kept pages go on without the database. Others may still reach it, and recall something meanwhile."""
PRIVATE_COOKIES = (settings.SESSION_COOKIE_NAME, settings.OSCAR_BASKET_COOKIE_OPEN, settings.CSRF_COOKIE_NAME)
RENDITIONS = f"/{UPLOADS}images/"
STAMP = re.compile(r"(/en)?/q/")
KEPT_PARAMETERS = {"area", "group", "stars", "sort", "page", "loai", "ban-do"}
"""A search text has no end of values: such pages are not kept in memory."""
MAX_QUERY_LENGTH = 200
VARYING = ("HX-Request", "HX-Boosted", "HX-Target", "HX-History-Restore-Request")
# The language of a page is in its address.
KNOWN_VARY = {"cookie", "accept-language", "accept-encoding", *(name.lower() for name in VARYING)}


def seconds_to_midnight(now: datetime.datetime | None = None) -> int:
    """Seconds until the local day ends, when certificates end with it."""
    now = timezone.localtime(now)
    midnight = (now + datetime.timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((midnight - now).total_seconds())


class AnonymousPages:
    """Answers visitors without cookies from memory where it can; says in one place who may keep what."""

    def __init__(self, get_response):
        self.get_response = get_response
        if is_on():
            code_fingerprint()

    def __call__(self, request):
        kind = kind_of(request.path)
        if kind is Kind.FILE:
            return _kept_for_ever(request, self.get_response(request))
        if kind in (Kind.PRIVATE, Kind.OFFICE) or _is_personal(request):
            return _private(self.get_response(request))
        if not is_on() or kind not in (Kind.PUBLIC, Kind.UNLISTED):
            return _public(request, self.get_response(request))
        return self._kept_or_made(request)

    def _kept_or_made(self, request: HttpRequest) -> HttpResponse:
        key = _key(request)
        products = page_store.units_of(key)
        state, units = current_state(products)
        if state:
            page_store.note(state)
        else:  # the database is away: pages are what they were when it was last asked
            state = page_store.last_state(end=f"|{circumstances()}", seconds=AWAY_SECONDS)
            units = page_store.kept_units(key)
        if not state:
            return _public(request, self.get_response(request))
        tag = _tag(state, units, key)
        if _is_held(request, tag):
            return _public(request, HttpResponseNotModified(), tag, products=products)
        page = page_store.get(state, key, units)
        if page is None:
            response = self.get_response(request)
            if not _is_page(response):
                return _public(request, response)
            page, shown = Page.of(response), products_with_units(response)
            if shown != products:
                units = _units_seen(state, units, shown) if products is None else None
                products = shown
            tag = _tag(state, units, key) if units is not None else ""
            if tag and _may_be_kept(request):
                page_store.put(state, key, page, size=page.size, units=units)
                page_store.learn(key, products)
            if tag and _is_held(request, tag):
                return _public(request, HttpResponseNotModified(), tag, products=products)
        answer = page.response(request.headers.get("Accept-Encoding", ""))
        return _public(request, answer, tag, products=products)


def _units_seen(state: str, of_all: str | None, shown: frozenset[int]) -> str | None:
    """The digest of the units of the products that a page has just shown; None if anything has changed since `state`
    and the units of all were read, before it was made."""
    if not shown:
        return ""
    units = current_state(shown)
    return units[1] if current_state() == (state, of_all) and units[0] == state else None


def _tag(state: str, units: str | None, key: str) -> str:
    return f'W/"{hashlib.sha256(f"{state}|{units}|{key}".encode()).hexdigest()[:32]}"'


def _is_held(request: HttpRequest, tag: str) -> bool:
    return tag in parse_etags(request.headers.get("If-None-Match", ""))


def _is_personal(request: HttpRequest) -> bool:
    return request.method not in ("GET", "HEAD") or any(name in request.COOKIES for name in PRIVATE_COOKIES)


def _key(request: HttpRequest) -> str:
    headers = [request.headers.get(name, "") for name in VARYING]
    return "\n".join([request.scheme, request.META.get("HTTP_HOST", ""), request.get_full_path(), *headers])


def _is_page(response: HttpResponse) -> bool:
    """A whole HTML page that is the same for everybody."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
        and not response.has_header("Content-Encoding")
        and response.get("Content-Type", "").startswith("text/html")
        and {name.lower() for name in _vary(response)} <= KNOWN_VARY
        and not any(name.startswith("_csp") for name in vars(response))
    )


def _may_be_kept(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and len(request.META.get("QUERY_STRING", "")) <= MAX_QUERY_LENGTH
        and set(request.GET) <= KEPT_PARAMETERS
    )


def _public(
    request: HttpRequest, response: HttpResponse, tag: str = "", *, products: frozenset[int] | None = None
) -> HttpResponse:
    """Say who may keep an answer to an anonymous visitor. A view's own word stands. `products` are those whose
    units it shows; a cache in front does not hear when they change."""
    if response.has_header("Cache-Control"):
        return response
    if response.status_code not in (200, 304) or response.cookies:
        return _private(response)
    products = products_with_units(response) if products is None else products
    if STAMP.match(request.path):
        patch_cache_control(response, public=True, no_cache=True)  # a recall shows at once, everywhere
    else:
        seconds = min(FRONT_SECONDS, seconds_to_midnight())
        is_for_front = settings.FRONT_CACHE_URLS and products == frozenset()
        front = {"s_maxage": seconds} if is_for_front else {}
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True, **front)
    if tag:
        response["ETag"] = tag
        others = [name for name in _vary(response) if name.lower() not in ("accept-language", "cookie")]
        response["Vary"] = ", ".join(["Cookie", *others])
        patch_vary_headers(response, ["Accept-Encoding"])
    else:
        patch_vary_headers(response, ["Cookie"])
    return response


def _vary(response: HttpResponse) -> list[str]:
    return [name.strip() for name in response.get("Vary", "").split(",") if name.strip()]


def _private(response: HttpResponse) -> HttpResponse:
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, private=True, no_cache=True)
    return response


def _kept_for_ever(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The name of a rendition changes with its content."""
    if request.path.startswith(RENDITIONS) and response.status_code == 200:
        patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response
