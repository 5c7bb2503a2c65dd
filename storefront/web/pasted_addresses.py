"""Addresses with what a sentence or a messenger left at their end: sent on to the address that was meant."""

import re
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve

_LEFT_BEHIND = re.compile(
    "[\\s.,;:!?)\\]}>'\"*\u2019\u201d\u201c\u00bb\u2026\u00a0\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/?$"
)


class PastedAddresses:
    """`/don-hang/100001/abc/).` leads where `/don-hang/100001/abc/` does. Only where nothing else answers."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD") or request.resolver_match:
            return response
        meant = _LEFT_BEHIND.sub("", request.path_info)
        if meant == request.path_info:
            return response
        for path in (meant, f"{meant}/"):
            if _leads_somewhere(path):
                query = request.META.get("QUERY_STRING", "")
                return HttpResponseRedirect(quote(path, safe="/:=") + (f"?{query}" if query else ""))
        return response


def _leads_somewhere(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
