"""The door to the officers' screens of the trace, and the tabs between them."""

import functools

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

SCREENS = (
    ("trace-officer-recalls", gettext_lazy("Recalls"), "traceability.manage_recalls"),
    ("trace-officer-suspicions", gettext_lazy("Reports of suspicion"), "traceability.handle_suspicions"),
    ("trace-alerts", gettext_lazy("Alerts of copies"), "traceability.handle_suspicions"),
    ("trace-officer-exports", gettext_lazy("Data requests and portal"), "traceability.export"),
    ("search-report", gettext_lazy("Searches without result"), "search_usage.read_report"),
)


def officer_view(permission: str):
    """Only for people with this permission: visitors sign in first, everybody else is refused."""

    def wrap(view):
        @never_cache
        @login_required
        @functools.wraps(view)
        def checked(request, *args, **kwargs):
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return wrap


def officer_tabs(user, current: str) -> list[dict]:
    """The screens this person may enter, as `components/tabs.html` takes them."""
    tabs = []
    for name, label, permission in SCREENS:
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        if user.has_perm(permission):
            tabs.append({"label": str(label), "url": url, "is_current": name == current})
    return tabs
