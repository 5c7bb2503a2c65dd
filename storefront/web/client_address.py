"""The network address of a visitor, seen through the trusted proxies, and what tells devices behind it apart."""

from functools import cache

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


@cache
def _adapter():
    return get_adapter()


def address_of(request: HttpRequest) -> str:
    """Network address of the visitor, seen through the trusted proxies; blank if it cannot be told."""
    try:
        return _adapter().get_client_ip(request)
    except PermissionDenied:
        return ""


def device_of(request: HttpRequest) -> str:
    """What tells one phone from the others behind the one address of a phone network."""
    headers = ("User-Agent", "Accept-Language", "Sec-CH-UA", "Sec-CH-UA-Model")
    told = (request.headers.get(name, "") for name in headers)
    return "\0".join((_adapter().get_client_ip(request), *told))
