"""The path as the client sent it, before percent-decoding: `%2F` inside a value is not a separator."""

from urllib.parse import quote, urlsplit

_SERVER_NAMES = ("RAW_URI", "REQUEST_URI")
_SAFE = "/!$&'()*+,;=:@-._~%"


def raw_path(request) -> str:
    """Percent-encoded path from the server's own word for it; re-encoded from `PATH_INFO` where it has none."""
    for name in _SERVER_NAMES:
        uri = request.META.get(name)
        if uri:
            return urlsplit(uri).path if "://" in uri.partition("?")[0] else uri.partition("?")[0].partition("#")[0]
    return quote(request.path_info, safe=_SAFE.replace("%", ""))
