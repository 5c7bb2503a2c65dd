"""Scans are answered before everything a page of the site else needs: no session, no basket, no template.

The first scan of a batch goes the long way and leaves its page here; those after it only get their own words put in.
"""

import dataclasses
import re
from urllib.parse import unquote

from django.conf import settings
from django.db import DatabaseError
from django.utils import translation

from catalogue.traceability import verdicts
from catalogue.traceability.serials import PAGE_BATCH

from . import visitors
from .scanning import Asked, find, is_remembering, judge, memory, note
from .verdict_page import page_path

_PACK = re.compile(
    r"(?P<english>/en)?/(?P<path>q/(?P<serial>[0-9A-HJKMNP-TV-Z]{12})"
    r"|tem/01/(?P<gtin>[0-9]{14})/21/(?P<same>[0-9A-HJKMNP-TV-Z]{12}))"
)
LONGEST_QUERY = 400
NOT_REPEATED = {"content-length", "date", "set-cookie", "etag"}


class Scans:
    """Answers `/q/<serial>` and `/tem/01/<gtin>/21/<serial>` of visitors without a session from memory."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        match = _PACK.fullmatch(request.path_info) if self._is_meant(request) else None
        serial = match and (match["serial"] or match["same"])
        if not match or serial.startswith(PAGE_BATCH):
            return self.get_response(request)
        given = tuple(_signatures(request.META.get("QUERY_STRING", "")))
        asked = Asked(serial, given, match["gtin"] or "", path=page_path(match["path"], given))
        language = "en" if match["english"] else settings.LANGUAGE_CODE
        try:
            pack = find(asked)
            state, known = memory.state, (language, asked, pack)
            found = memory.outcome(known)
            if found is None:
                with translation.override(language):
                    request.scanned = scanned = judge(request, asked, pack)
        except DatabaseError:
            return self.get_response(request)  # the view finds the words for it
        if found is not None:
            page, scanned, counts = found
            if visitors.is_person(request):
                note(request, pack, counts=counts)
            return page.response(scanned)
        key = ("page", language, *scanned.page_key)
        page = memory.get(key)
        response = page.response(scanned) if page else self.get_response(request)
        if page is None and getattr(response, "skeleton", None) and not response.cookies:
            headers = ((name, value) for name, value in response.items() if name.lower() not in NOT_REPEATED)
            page = dataclasses.replace(response.skeleton, headers=tuple(headers))
            memory.put(key, page, state=state)
        if page and scanned.pack is not None and scanned.pack == pack and pack.first_at is not None:
            counts = verdicts.counts_as_scan(pack, scanned.batch.facts)
            memory.put_outcome(known, (page, scanned, counts), state=state)
        return response

    def _is_meant(self, request) -> bool:
        return (
            is_remembering()
            and not settings.MAINTENANCE
            and request.method in ("GET", "HEAD")
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        )


def _signatures(query: str) -> list[str]:
    """Values of `s`, as `request.GET.getlist` would give them, without building it."""
    return [unquote(part[2:].replace("+", " ")) for part in query.split("&") if part.startswith("s=")]
