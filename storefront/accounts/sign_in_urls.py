"""Side doors of the packages we use, closed: each leads to the account pages, by every method.

Wagtail, Django's admin and Oscar bring sign-ins, password resets and account forms of their own. They know nothing of
our limits and of the second factor, so their addresses answer here, before theirs are tried.
"""

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from .views import mail_password_link


def _wanted(request: HttpRequest) -> str:
    """The page that the visitor was on the way to; blank for anything but a page of this site."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else ""


@never_cache
def to_sign_in(request, office: str = "", **_parameters):
    """To the one sign-in, and from there to the page asked for, else to `office` (a URL name)."""
    wanted = _wanted(request) or (reverse(office) if office else "")
    return redirect_to_login(wanted) if wanted else redirect("account_login")


@never_cache
def to_admin(request, **_parameters):
    """Django's admin sends all here whom it does not let in: people who are signed in are told so."""
    if not request.user.is_authenticated:
        return to_sign_in(request, office="admin:index")
    if not (request.user.is_staff and request.user.is_active):
        raise PermissionDenied
    return redirect(_wanted(request) or "admin:index")


@never_cache
def to_password_reset(_request, **_parameters):
    """To the one page that mails a link for a new password."""
    return redirect("account_reset_password")


@never_cache
def to_password_change(_request, **_parameters):
    return redirect("account_change_password")


@never_cache
def to_accounts(_request, **_parameters):
    """To the one place where administrators invite and lock: it sets no passwords."""
    return redirect("admin:accounts_user_changelist")


without_language = [
    # Wagtail
    path("quan-tri/login/", to_sign_in, {"office": "wagtailadmin_home"}),
    path("quan-tri/password_reset/", to_password_reset),
    path("quan-tri/password_reset/<path:step>", to_password_reset),
    path("quan-tri/users/", to_accounts),
    path("quan-tri/users/<path:step>", to_accounts),
    path("quan-tri/bulk/accounts/<path:step>", to_accounts),
    path("tai-lieu/authenticate_with_password/<int:restriction_id>/", to_sign_in),
    # Django's admin
    path("django-admin/login/", to_admin),
    path("django-admin/password_change/", to_password_change),
    path("django-admin/password_change/<path:step>", to_password_change),
    # Oscar
    path("dashboard/login/", to_sign_in, {"office": "dashboard:index"}),
    path("dashboard/users/<int:pk>/password-reset/", mail_password_link),
    path("dashboard/partners/<int:partner_pk>/users/add/", to_accounts),
    path("dashboard/partners/<int:partner_pk>/users/<int:user_pk>/update/", to_accounts),
]
in_both_languages = [
    # Wagtail's sign-in for pages that not everybody may read, and the passwords that such pages may share
    path("_util/login/", to_sign_in),
    path("_util/authenticate_with_password/<int:restriction_id>/<int:page_id>/", to_sign_in),
]
