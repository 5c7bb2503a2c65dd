"""What follows when an account changes by the sign-in library's pages."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.account.signals import password_reset
from allauth.mfa.signals import authenticator_added
from django.contrib.auth import update_session_auth_hash
from django.dispatch import receiver

from .second_factor import FACTORS
from .services import end_sessions


@receiver(authenticator_added)
def note_new_factor(request, user, authenticator, **_more):
    """Setting one up proves it: this session goes on, all others were begun without it and end."""
    if authenticator.type not in FACTORS or request.user.pk != user.pk:
        return
    end_sessions(user=request.user)
    update_session_auth_hash(request, request.user)
    record_authentication(request, user, method="mfa", id=authenticator.pk, type=authenticator.type)


@receiver(password_reset)
def note_reached_mailbox(user, **_more):
    """The link came by mail, so the only address of the account is its owner's."""
    addresses = EmailAddress.objects.filter(user=user)[:2]
    if len(addresses) == 1 and addresses[0].set_verified():
        addresses[0].set_as_primary()
