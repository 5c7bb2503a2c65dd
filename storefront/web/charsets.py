"""What is sent is read as UTF-8, whatever it calls itself.

Django reads the query of a request in the charset of its Content-Type, before any middleware: with `charset=hex` or
`idna` it fails while it makes the request, outside everything that could answer.
"""

from collections.abc import Callable, Iterable

from django.utils.http import parse_header_parameters

READ_AS_IT_IS = ("utf-8", "utf8", "us-ascii", "ascii")
UNKNOWN = "unknown"
"""A name that Python has no codec for: Django then reads UTF-8, and a view can still see that another was named."""


def in_utf8(application: Callable) -> Callable:
    """The WSGI application, told of no charset but UTF-8."""

    def readable(environ: dict, start_response: Callable) -> Iterable[bytes]:
        media_type, parameters = parse_header_parameters(environ.get("CONTENT_TYPE", ""))
        if parameters.get("charset", "utf-8").lower() not in READ_AS_IT_IS:
            kept = {**parameters, "charset": UNKNOWN}
            pairs = [f'; {name}="{value}"' for name, value in kept.items() if '"' not in value]
            environ["CONTENT_TYPE"] = media_type + "".join(pairs)
        return application(environ, start_response)

    return readable
