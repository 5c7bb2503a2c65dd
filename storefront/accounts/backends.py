"""Passwords are checked at one place: behind the sign-in of the account pages, which counts the attempts."""

import contextlib
from collections.abc import Iterator

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress

_AT_THE_SIGN_IN = "is_at_the_sign_in"


@contextlib.contextmanager
def at_the_sign_in(request) -> Iterator[None]:
    """Credentials of this request are judged meanwhile."""
    setattr(request, _AT_THE_SIGN_IN, True)
    try:
        yield
    finally:
        setattr(request, _AT_THE_SIGN_IN, False)


class OneSignIn(AuthenticationBackend):
    """E-mail and password, for the account pages only.

    The forms of Wagtail, of Django's admin and of Oscar, HTTP Basic, and whatever another package brings along, ask
    `django.contrib.auth.authenticate` too: they are told that nobody has such a password.

    Before an address is confirmed nobody signs in with it. The answer is that for a wrong password, or else somebody
    who signs up with another person's address and then signs in would learn whether it had an account.
    """

    def authenticate(self, request, **credentials):
        if not getattr(request, _AT_THE_SIGN_IN, False):
            return None
        user = super().authenticate(request, **credentials)
        if user and not EmailAddress.objects.filter(user=user, verified=True).exists():
            return None
        return user
