"""The path as the client sent it, before percent-decoding: `%2F` inside a value is not a separator."""

import re
from urllib.parse import quote, urlsplit

from catalogue.traceability.gs1.uri import DigitalLink, InvalidUri, parse_path

_SERVER_NAMES = ("RAW_URI", "REQUEST_URI")
_ENCODED_QUERY = re.compile(r"%3F(?=s(?:=|%3D))", re.IGNORECASE)
"""A `?` before a signature that somebody percent-encoded on the way."""
_SPACES = re.compile(r"(?:%(?:09|0A|0D|20|C2%A0|E2%80%(?:8[B-F]|A[A-E])|EF%BB%BF))+$", re.IGNORECASE)
"""White space and invisible characters at the end, percent-encoded."""
_PUNCTUATION = re.compile(r"(?:[.,;:!?)\]}>'\"*_]|%(?:22|29|3E|5D|7D|E2%80%9[89D]|E2%80%A6))+$", re.IGNORECASE)
_SAFE = "/!$&'()*+,;=:@-._~%"


def raw_path(request) -> str:
    """Percent-encoded path from the server's own word for it; re-encoded from `PATH_INFO` where it has none."""
    for name in _SERVER_NAMES:
        uri = request.META.get(name)
        if uri:
            return urlsplit(uri).path if "://" in uri.partition("?")[0] else uri.partition("?")[0].partition("#")[0]
    return quote(request.path_info, safe=_SAFE.replace("%", ""))


def scanned_address(request) -> tuple[str, str]:
    """Path and query of a scanned Digital Link as the client sent them, without white space behind the path."""
    path, *more = _ENCODED_QUERY.split(raw_path(request), maxsplit=1)
    query = "&".join(part for part in (*more, request.META.get("QUERY_STRING", "")) if part)
    return _SPACES.sub("", path), query


def parse_scanned(path: str, query: str = "") -> DigitalLink:
    """Parts of a path; also without what a sentence around the address left at its end. Raises InvalidUri."""
    try:
        return parse_path(path, query)
    except InvalidUri:
        shorter = _PUNCTUATION.sub("", path)
        if shorter == path:
            raise
        return parse_path(shorter, query)
