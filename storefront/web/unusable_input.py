"""400 or 404 in words where a value of a request breaks a view: the net below the frameworks' views.

Our own views read numbers and texts with `catalogue.parameters` or forms, so nothing of theirs lands here.
"""

import codecs
import errno
import logging

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import page_not_found

from catalogue.parameters import number_in, storable
from storefront.web.prefixes import API, Kind, begins

logger = logging.getLogger(__name__)
CHARSETS = ("utf-8", "ascii")
_UNUSABLE = (
    "NUL (0x00)",
    "null byte",
    "null character",
    "4300 digits",
    "expected a number but got",
    "invalid literal for int()",
    "could not convert string to float",
)
"""Words of Python, Django's queries and the database driver about texts and numbers they cannot take."""
OFFICES = begins(Kind.OFFICE)
MAX_ROWS = 300
"""Of a form that holds many of the same; Django itself stops at 2,000, which take a minute."""


class UnusableInput:
    """Refuses what Python or the database cannot take, and logs it with its traceback.

    A request in another charset than UTF-8 is refused before anything is read of it: some of them can write halves of
    surrogate pairs, some are no charsets of texts at all.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.encoding and codecs.lookup(request.encoding).name not in CHARSETS:
            request.encoding = "utf-8"  # the answer's page may read the query
            return _refused(request)
        for name in [name for name, value in request.COOKIES.items() if storable(value) != value]:
            del request.COOKIES[name]  # in quotes, `\000` is a NUL
        return self.get_response(request)

    def process_view(self, request, _view, _args, _kwargs) -> HttpResponse | None:
        """Refuses what would break the templates of an office, or have them draw thousands of rows."""
        if not request.path.startswith(OFFICES):
            return None
        # `request.GET.items` in a template is the parameter, if there is one.
        is_odd = "items" in request.GET or (request.method == "POST" and _has_too_many_rows(request.POST))
        return _refused(request) if is_odd else None

    def process_exception(self, request, error: Exception) -> HttpResponse | None:
        is_missing = isinstance(error, ObjectDoesNotExist) and type(error).__name__ == "DoesNotExist"
        if not (is_missing or is_unusable_input(error) or _leads_nowhere(request, error)):
            return None
        logger.warning("A value that cannot be used broke %s", request.path, exc_info=error)
        return page_not_found(request, error) if is_missing else _refused(request)


def _has_too_many_rows(fields) -> bool:
    totals = [value for name, value in fields.items() if name.endswith("-TOTAL_FORMS")]
    return any(number_in(total, high=MAX_ROWS) is None for total in totals)


def _leads_nowhere(request, error: Exception) -> bool:
    """A value was taken for the name of a page, or for a part of its address."""
    if not isinstance(error, NoReverseMatch):
        return False
    sent = (value for fields in (request.GET, request.POST) for values in fields.lists() for value in values[1])
    return any(f"'{word}'" in str(error) for value in sent for word in (value, value.partition(":")[0]))


def is_unusable_input(error: BaseException) -> bool:
    """A value beyond what Python or the database holds, one of the wrong type, or a field that is missing."""
    match error:
        case DataError() | OverflowError() | UnicodeEncodeError() | ValidationError():
            return True
        case MultiValueDictKeyError() | FieldDoesNotExist():
            return True
        case RecursionError():
            return "decoding a JSON" in str(error)
        case ValueError():
            return any(words in str(error) for words in _UNUSABLE)
        case OSError():
            return error.errno == errno.ENAMETOOLONG
    return False


def _refused(request) -> HttpResponse:
    if request.path.startswith(f"/{API}"):
        return JsonResponse({"detail": "This request cannot be read."}, status=400)
    return HttpResponseBadRequest(render_to_string("400.html"))
