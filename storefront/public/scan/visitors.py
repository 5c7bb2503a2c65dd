"""Who looks at the page of a pack: a person or a machine, with which device, from where. No name, no cookie."""

import datetime
import re

from django.conf import settings
from django.http import HttpRequest

from catalogue.traceability.scans import origins

_MACHINES = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|whatsapp/|telegrambot|skypeuri|vkshare"
    r"|embedly|lighthouse|pingdom|uptime|monitor|feedfetcher|mediapartners|google-inspection|bingpreview|archiver",
    re.IGNORECASE,
)
"""User agents of search engines, link previews and watchdogs. Zalo's and Facebook's own browsers are people."""


def is_person(request: HttpRequest) -> bool:
    """Whether this request is somebody looking at the page now, not a preview, a prefetch or a crawler."""
    meta = request.META  # `request.headers` would be built anew for each scan
    ahead = " ".join(meta.get(name, "") for name in ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_MOZ")).lower()
    return (
        request.method == "GET"
        and "prefetch" not in ahead
        and "preview" not in ahead
        and meta.get("HTTP_SEC_FETCH_DEST", "document") == "document"
        and not _MACHINES.search(meta.get("HTTP_USER_AGENT", ""))
    )


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
