"""What the sign-in library asks of us: where people go after sign-in, what its mails say, how its codes look."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from media.qr import qr_svg
from storefront.form_fields import check_deliverable

from .backends import at_the_sign_in
from .mail import mail_of_library
from .workplaces import landing_address


class AccountAdapter(DefaultAccountAdapter):
    """E-mail accounts only; after sign-in to the page asked for, else to where the work of the account begins."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "The e-mail address or the password is not right, or the address is not confirmed yet: open the link in"
            " our mail, or choose “Forgotten your password?”."
        ),
    }

    def clean_email(self, email: str) -> str:
        check_deliverable(email)
        return email

    def save_user(self, request, user, form, commit=True):
        """Mails come in the language in which somebody signed up."""
        user.language = get_language() or settings.LANGUAGE_CODE
        return super().save_user(request, user, form, commit=commit)

    def get_login_redirect_url(self, request):
        return landing_address(request.user)

    def authenticate(self, request, **credentials):
        with at_the_sign_in(request):
            return super().authenticate(request, **credentials)

    def confirm_email(self, request, email_address) -> bool:
        """Refused where another account has taken the address in the meantime, confirmed or not."""
        others = get_user_model().objects.exclude(pk=email_address.user_id)
        if others.filter(email__iexact=email_address.email).exists():
            text = "account/messages/email_confirmation_failed.txt"
            self.add_message(request, messages.ERROR, text, {"email": email_address.email})
            return False
        return super().confirm_email(request, email_address)

    def get_reauthentication_methods(self, user) -> list[dict]:
        """The password, and nothing instead of it."""
        if not (user.is_authenticated and user.has_usable_password()):
            return []
        return [{"id": "reauthenticate", "description": "", "url": reverse("account_reauthenticate")}]

    def send_account_already_exists_mail(self, email: str) -> None:
        # Signing up hashes a password; so does this, or the time would tell that there is an account.
        get_user_model()().set_password("x")
        super().send_account_already_exists_mail(email)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Into the outbox. Links lead to this site's own address, whatever host name the request came by."""
        context = {
            **{name: _on_our_host(value) for name, value in context.items()},
            "current_site": Site(name=settings.OSCAR_SHOP_NAME, domain=urlsplit(settings.SITE_URL).netloc),
        }
        mail_of_library(template_prefix, to=email, context={"email": email, **context})


def _on_our_host(value):
    """An address that was built from the request, on SITE_URL; everything else as it is."""
    if not isinstance(value, str) or current.request is None:
        return value
    asked_host = current.request.build_absolute_uri("/")
    return f"{settings.SITE_URL}/{value.removeprefix(asked_host)}" if value.startswith(asked_host) else value


class SecondFactorAdapter(DefaultMFAAdapter):
    """QR codes drawn as everywhere on the site, and passkeys that belong to SITE_URL."""

    def build_totp_svg(self, url: str) -> str:
        return qr_svg(url).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": urlsplit(settings.SITE_URL).hostname, "name": settings.OSCAR_SHOP_NAME}
