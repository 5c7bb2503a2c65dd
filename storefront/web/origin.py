"""Where a form was sent from, told without a cookie: pages that caches keep cannot carry a CSRF token."""

import enum
from urllib.parse import urlsplit


class Sender(enum.Enum):
    OURS = "ours"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


def sender_of(request) -> Sender:
    """Judge the headers that browsers set and pages cannot: Sec-Fetch-Site first, then Origin.

    UNKNOWN if neither proves anything (old browsers, address typed by hand, `Origin: null`).
    """
    site = request.headers.get("Sec-Fetch-Site", "")
    if site == "same-origin":
        return Sender.OURS
    if site in ("cross-site", "same-site"):
        return Sender.FOREIGN
    origin = request.headers.get("Origin", "")
    if origin in ("", "null"):
        return Sender.UNKNOWN
    return Sender.OURS if urlsplit(origin).netloc == request.get_host() else Sender.FOREIGN
