"""What other records rest on is not deleted, and whoever tries is told so in words, in every back office alike."""

from collections import Counter

from django.db import IntegrityError, ProgrammingError
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from psycopg.errors import ForeignKeyViolation, RaiseException


class RefusedDeletions:
    """409 with words where a view lets the refusal of a model or of the database through."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error: Exception) -> HttpResponse | None:
        if isinstance(error, ProtectedError):
            return _refused(request, error.protected_objects)
        if isinstance(error, RestrictedError):
            return _refused(request, error.restricted_objects)
        if _is_deletion(request) and _is_refused_by_database(error):
            return _refused(request, ())
        return None


def _is_deletion(request) -> bool:
    return request.method == "POST" and ("delete" in request.path or "delete" in request.POST.get("action", ""))


def _is_refused_by_database(error: Exception) -> bool:
    """A row that came in between, or a table whose rows stay for ever (pgtrigger)."""
    cause = error.__cause__
    if isinstance(error, IntegrityError):
        return isinstance(cause, ForeignKeyViolation)
    return isinstance(error, ProgrammingError) and isinstance(cause, RaiseException) and "pgtrigger" in str(cause)


def _refused(request, holders) -> HttpResponse:
    counts = Counter(type(holder) for holder in holders)
    held_by = [{"what": capfirst(model._meta.verbose_name_plural), "count": n} for model, n in counts.items()]
    came_from = request.META.get("HTTP_REFERER", "")
    is_ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    context = {"held_by": held_by, "back_url": came_from if is_ours else ""}
    return render(request, "web/not_deleted.html", context, status=409)
