"""The carriers of this site, by the settings."""

from collections.abc import Mapping

from django.conf import settings

from .carrier import Carrier
from .demo import DemoCarrier


def carriers() -> Mapping[str, Carrier]:
    """Name → carrier, of those that have an address. Only the demo has one so far."""
    if not settings.DEMO_CARRIER["url"]:
        return {}
    demo = DemoCarrier(**settings.DEMO_CARRIER)
    return {demo.name: demo}


_PAGES = {"ghn": "https://donhang.ghn.vn/?order_code={number}", "giao hàng nhanh": "https://donhang.ghn.vn/?order_code={number}",
          "ghtk": "https://i.ghtk.vn/{number}", "giao hàng tiết kiệm": "https://i.ghtk.vn/{number}"}  # fmt: skip
"""Where carriers show a parcel to everybody, by what sellers call them; only where the address is sure."""


def tracking_page(carrier: str, number: str) -> str:
    """The carrier's own page of a parcel; blank where we do not know it."""
    page = _PAGES.get(" ".join(carrier.lower().split()), "")
    return page.format(number=number) if page and number.isascii() and number.isalnum() else ""
