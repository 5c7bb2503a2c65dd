"""The second factor at every door: one place that all requests pass."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from storefront.web.prefixes import Kind, begins

from .second_factor import has_second_factor, must_have_second_factor, used_second_factor

MACHINES = begins(Kind.DATA, Kind.MACHINE)
"""Begins of addresses that know no sessions but keys: here such a session counts for nothing."""


class SecondFactor:
    """Whoever needs a second factor (`must_have_second_factor`) gets nowhere without it, where MFA_REQUIRED.

    None set up yet: every page but the account pages leads to setting one up. One set up, but not used in this
    session: the session ends, and the sign-in asks for it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self._detour(request) or self.get_response(request)

    def _detour(self, request):
        # Visitors without a session are not asked who they are: their pages stay the same for all.
        if not settings.MFA_REQUIRED or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        user = request.user
        if not user.is_authenticated or used_second_factor(request) or not must_have_second_factor(user):
            return None
        if request.path.startswith(MACHINES):
            request.user = AnonymousUser()
            return None
        if has_second_factor(user):
            logout(request)
            messages.info(request, _("Sign in once more, with your second step: this session was begun without it."))
            return redirect_to_login(request.get_full_path() if request.method == "GET" else reverse("account-home"))
        if request.path.startswith(reverse("account-home")):
            return None
        return redirect("mfa_index")
