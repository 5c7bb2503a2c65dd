"""400 or 404 in words where a value of a request breaks a view: the net below the frameworks' views.

Our own views read numbers and texts with `catalogue.parameters` or forms, so nothing of theirs lands here.
"""

import codecs
import errno
import logging

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import page_not_found

logger = logging.getLogger(__name__)
CHARSETS = ("utf-8", "ascii")
_UNUSABLE = ("NUL (0x00)", "null byte", "null character", "4300 digits", "expected a number but got")
"""Words of Python, Django's queries and the database driver about texts and numbers they cannot take."""
NEXT = ("next", "return_url")
"""Parameters that name the page to go to afterwards."""


class UnusableInput:
    """Refuses what Python or the database cannot take, and logs it with its traceback.

    A request in another charset than UTF-8 is refused before anything is read of it: some of them can write halves of
    surrogate pairs, some are no charsets of texts at all.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.encoding and codecs.lookup(request.encoding).name not in CHARSETS:
            return _refused(request)
        return self.get_response(request)

    def process_exception(self, request, error: Exception) -> HttpResponse | None:
        is_missing = isinstance(error, ObjectDoesNotExist) and type(error).__name__ == "DoesNotExist"
        if not (is_missing or is_unusable_input(error) or _leads_nowhere(request, error)):
            return None
        logger.warning("A value that cannot be used broke %s", request.path, exc_info=error)
        return page_not_found(request, error) if is_missing else _refused(request)


def _leads_nowhere(request, error: Exception) -> bool:
    """The page to go to afterwards is no address, and was taken for the name of one."""
    wanted = [fields[name] for fields in (request.GET, request.POST) for name in NEXT if name in fields]
    return isinstance(error, NoReverseMatch) and any(f"'{name}'" in str(error) for name in wanted)


def is_unusable_input(error: BaseException) -> bool:
    """A value beyond what Python or the database holds, one of the wrong type, or a field that is missing."""
    match error:
        case DataError() | OverflowError() | MultiValueDictKeyError() | UnicodeEncodeError() | ValidationError():
            return True
        case ValueError():
            return any(words in str(error) for words in _UNUSABLE)
        case OSError():
            return error.errno == errno.ENAMETOOLONG
    return False


def _refused(request) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": "This request cannot be read."}, status=400)
    return HttpResponseBadRequest(render_to_string("400.html"))
