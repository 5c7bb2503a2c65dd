"""The sign-in library's forms, which read an address or a password alike from every keyboard."""

from typing import Any

from allauth.account import forms as account

from storefront.mail import plain_address

from .models import plain_password

READERS = {
    **dict.fromkeys(("login", "email"), plain_address),
    **dict.fromkeys(("password", "oldpassword", "password1", "password2"), plain_password),
}
"""Name of a field → how what was typed there is read, before any rule is applied to it."""


class PlainlyRead:
    """A form of the library whose data are read by `READERS`."""

    def __init__(self, *args: Any, data: Any = None, **kwargs: Any) -> None:
        if data is not None:
            data = data.copy()
            for name in READERS.keys() & data.keys():
                data[name] = READERS[name](data[name])
        super().__init__(*args, data=data, **kwargs)


class LoginForm(PlainlyRead, account.LoginForm):
    pass


class SignupForm(PlainlyRead, account.SignupForm):
    pass


class AddEmailForm(PlainlyRead, account.AddEmailForm):
    pass


class ChangePasswordForm(PlainlyRead, account.ChangePasswordForm):
    pass


class ResetPasswordForm(PlainlyRead, account.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(PlainlyRead, account.ResetPasswordKeyForm):
    pass
