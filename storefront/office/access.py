"""The door to the officers' screens, and the tabs between them."""

import functools

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from storefront.accounts.workplaces import ENTER

SCREENS = (
    ("office-home", gettext_lazy("What waits for you"), ENTER),
    ("office-recalls", gettext_lazy("Recalls"), "traceability.manage_recalls"),
    ("office-suspicions", gettext_lazy("Reports of suspicion"), "traceability.handle_suspicions"),
    ("office-alerts", gettext_lazy("Alerts of copies"), "traceability.handle_suspicions"),
    ("office-claims", gettext_lazy("Complaints about parcels"), "claims.decide"),
    ("office-feedback", gettext_lazy("What people write"), "reviews.moderate"),
    ("office-exports", gettext_lazy("Data requests and portal"), "traceability.export"),
    ("office-searches", gettext_lazy("Searches without result"), "search_usage.read_report"),
    ("office-listings", gettext_lazy("Changes of listings"), "catalogue.change_product"),
    ("office-payments", gettext_lazy("Payments"), "payments.manage"),
    ("office-sales", gettext_lazy("Sales"), "payments.manage"),
    ("office-vouchers", gettext_lazy("Vouchers"), "payments.manage"),
    ("office-messages", gettext_lazy("Mails that were not sent"), "mail.handle_failed"),
    ("office-tax", gettext_lazy("Taxes"), "tax.read_reports"),
    ("office-second-factor-resets", gettext_lazy("Lost second steps"), "accounts.reset_second_factor"),
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


def officer_screen(user, name: str) -> dict:
    """What `office/frame.html` needs: the heading of a screen, and tabs to all that this person may enter."""
    tabs = [
        {"label": label, "url": reverse(screen), "is_current": screen == name}
        for screen, label, permission in SCREENS
        if user.has_perm(permission)
    ]
    return {"heading": next(label for screen, label, _permission in SCREENS if screen == name), "tabs": tabs}
