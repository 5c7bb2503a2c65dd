"""Who looks at the page of a pack: a person or a machine, with which device, from where. No name, no cookie."""

import datetime
import re
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest

from catalogue.traceability.scans import origins

_BROWSER = re.compile(r"Mozilla/5\.0 \(.*(?:AppleWebKit|Gecko|Trident)/|Opera/9\.[0-9]+ \(", re.DOTALL)
"""How every browser that people use names itself, the ones inside Zalo and Facebook too."""
_MACHINES = re.compile(
    r"https?://"  # where to read about a crawler; browsers have no such address in their name
    r"|\b(?!cubot\b)[a-z]*bot(?:/[0-9]|[;)]|$)|\bfacebot\b|\btwitterbot\b|\badsbot\b|facebookexternalhit|facebookcatalog"
    r"|meta-externalagent|bytespider|yahoo! slurp|mediapartners-google|google-inspectiontool|googleother"
    r"|google web preview|google-read-aloud|apis-google|bingpreview|skypeuripreview|slack-imgproxy|vkshare|embedly"
    r"|viber/?$|whatsapp/|headlesschrome|phantomjs|chrome-lighthouse|page speed insights|ptst/|gtmetrix"
    r"|pingdom|uptimerobot|statuscake|feedfetcher|ia_archiver|electron/|puppeteer|playwright|selenium|cypress/",
    re.IGNORECASE,
)
"""Search engines, link previews, watchdogs and steered browsers that call themselves browsers, by their exact names:
a phone may be called CUBOT."""
MAX_AGENT_LENGTH = 1_000
"""Letters of a name that are looked at; browsers need a third of that."""


def is_person(request: HttpRequest) -> bool:
    """Whether this request is somebody looking at the page now, not a program, a preview, a prefetch or a crawler."""
    meta = request.META  # `request.headers` would be built anew for each scan
    return (
        request.method == "GET"
        and not _is_ahead(meta)
        and "text/html" in meta.get("HTTP_ACCEPT", "")
        and meta.get("HTTP_SEC_FETCH_DEST", "document") == "document"
        and meta.get("HTTP_SEC_FETCH_MODE", "navigate") == "navigate"
        and is_browser(request)
    )


def is_browser_fetching(request: HttpRequest) -> bool:
    """Whether a browser fetches this as a part of a page of ours that somebody looks at."""
    meta = request.META
    return (
        request.method == "GET"
        and not _is_ahead(meta)
        and meta.get("HTTP_SEC_FETCH_DEST", "image") == "image"
        and meta.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin"
        and is_browser(request)
    )


def _is_ahead(meta) -> bool:
    """Fetched before anybody asked for it, or to show a preview."""
    ahead = " ".join(meta.get(name, "") for name in ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_MOZ")).lower()
    return "prefetch" in ahead or "preview" in ahead


def is_browser(request: HttpRequest) -> bool:
    """Whether whoever asks names itself as a browser that people use."""
    return _names_a_browser(request.META.get("HTTP_USER_AGENT", "")[:MAX_AGENT_LENGTH])


@lru_cache(1024)  # few phones are many people's
def _names_a_browser(agent: str) -> bool:
    return _BROWSER.match(agent) is not None and not _MACHINES.search(agent)


def device_of(request: HttpRequest, *, code: str, at: datetime.datetime, address: str) -> str:
    """Token of the device for this stamp (see `origins.device_token`)."""
    return origins.device_token(
        code=code,
        address=address,
        agent=request.headers.get("User-Agent", ""),
        languages=request.headers.get("Accept-Language", ""),
        at=at,
    )


def is_staff(request: HttpRequest) -> bool:
    """Whether somebody of a sales point scans while signed in. Asks nothing of visitors without a session."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_authenticated and request.user.sales_point_memberships.today().exists()
