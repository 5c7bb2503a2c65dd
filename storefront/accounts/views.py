from allauth.account import views as account
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .queries import account_page


@require_safe
@never_cache
@login_required
def home(request):
    """The account's own page."""
    return render(request, "account/home.html", account_page(request.user))


def sign_in(request):
    """The one sign-in of the site.

    The editorial office sends everybody here whom it does not let in; without this answer somebody who is
    signed in but has no rights there would be sent to and fro for ever.
    """
    wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
    is_office = wanted.startswith(reverse("wagtailadmin_home"))
    if request.user.is_authenticated and is_office and not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    return account.login(request)
