"""Answers to requests that cannot even be read, and to those that our side could not bring to an end."""

import errno
import sys
from collections.abc import Iterator

from django.http import HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from psycopg.errors import DiskFull


def bad_request(_request, exception):
    """400, for an unknown host or too many parameters. Made without the request: to read it is what failed."""
    return HttpResponseBadRequest(render_to_string("400.html"))


def server_error(_request):
    """500, for every exception that no view has told apart; 507 where the disk is full, ours or the database's."""
    is_full = any(_is_full(error) for error in _causes(sys.exc_info()[1]))
    status = 507 if is_full else 500
    response = HttpResponse(render_to_string(f"{status}.html"), status=status)
    response["Cache-Control"] = "no-store"
    return response


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The exception and those it was raised from or during."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        error = waiting.pop()
        if error is not None and id(error) not in seen:
            seen.add(id(error))
            yield error
            waiting += [error.__cause__, None if error.__suppress_context__ else error.__context__]


def _is_full(error: BaseException) -> bool:
    return isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT))
