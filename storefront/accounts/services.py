"""Acts on accounts: inviting, changing an address by the office, ending sessions, resetting a second factor.

Nobody but its owner sets a password: an account is made without one, and its owner gets a link by mail.
"""

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue import approvals
from catalogue.approvals import ApprovalRefused

from .mail import mail_about_reset, mail_email_changed
from .models import SecondFactorReset, User
from .second_factor import has_second_factor

RESET = "accounts.reset_second_factor"
"""Permission of the administrators who ask for the reset of a second factor and agree to it."""


@transaction.atomic
def end_sessions(*, user: User) -> None:
    """Sign an account out everywhere."""
    User.objects.filter(pk=user.pk).update(session_generation=F("session_generation") + 1)
    user.refresh_from_db(fields=["session_generation"])


def send_password_link(*, user: User, is_new: bool = False) -> None:
    """Mail the link with which the owner of an account sets the password; `is_new`: with words of welcome.

    Needs the request that is being answered.
    """
    adapter = get_adapter()
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    template = "account/email/invitation" if is_new else "account/email/password_reset_key"
    with override(user.language):
        url = adapter.get_reset_password_from_key_url(f"{user_pk_to_url_str(user)}-{key}")
        adapter.send_mail(template, user.email, {"user": user, "password_reset_url": url})


@transaction.atomic
def change_email(*, user: User, email: str, by: User) -> None:
    """An administrator gives an account another address: all sessions end, and old and new address are told.

    Until the owner has proved the new address (by the link for a new password) nobody can sign in.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    old, new = user.email, email.lower()
    if old.lower() == new:
        return
    told = {old, *EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)}
    EmailAddress.objects.filter(user=user).delete()
    user.email = new
    user.save(update_fields=["email"])
    EmailAddress.objects.create(user=user, email=new, primary=True, verified=False)
    end_sessions(user=user)
    mail_email_changed(to={*told, new}, user=user, old=old, new=new, by=str(by))


# -- resetting a second factor, by two administrators -------------------------------------------------------


@transaction.atomic
def ask_second_factor_reset(*, person: User, by: User, reason: str) -> SecondFactorReset:
    """First administrator: ask that somebody may set up a new second factor. Nothing changes until another agrees.

    ApprovalRefused for what makes no sense, PermissionDenied for all but administrators.
    """
    _check_administrator(by)
    person = User.objects.select_for_update().get(pk=person.pk)
    reason = approvals.check_reason(reason, missing=_("Say why the second step has to be reset."))
    if person.pk == by.pk:
        raise ApprovalRefused(_("Somebody else has to ask for you: the person concerned takes no part."))
    if not has_second_factor(person):
        raise ApprovalRefused(_("This account has no second step that could be reset."))
    if SecondFactorReset.objects.filter(person=person, answered_at=None).exists():
        raise ApprovalRefused(_("Another administrator has asked for this already."))
    request = SecondFactorReset.objects.create(person=person, asked_by=by, reason=reason)
    mail_about_reset(request, "asked")
    return request


@transaction.atomic
def refuse_second_factor_reset(*, request: SecondFactorReset, by: User) -> SecondFactorReset:
    """Any administrator, the one who asked too: the second factor stays."""
    request = _locked(request, by)
    approvals.answer(request, by=by, is_agreed=False)
    mail_about_reset(request, "refused")
    return request


@transaction.atomic
def agree_second_factor_reset(*, request: SecondFactorReset, by: User) -> SecondFactorReset:
    """Second administrator, neither the one who asked nor the person: take app, passkeys and recovery codes away.

    All sessions of the person end; the next sign-in leads to setting up a new second factor.
    """
    request = _locked(request, by)
    if request.person_id == by.pk:
        raise ApprovalRefused(_("Somebody else has to agree: the person concerned takes no part."))
    if not request.asked_by.has_perm(RESET):
        raise ApprovalRefused(_("The person who asked for this is no longer an administrator: refuse the request."))
    approvals.answer(request, by=by, is_agreed=True)
    Authenticator.objects.filter(user=request.person).delete()
    end_sessions(user=request.person)
    mail_about_reset(request, "agreed")
    return request


def _locked(request: SecondFactorReset, by: User) -> SecondFactorReset:
    """The request, with its person's account locked as when it was made."""
    _check_administrator(by)
    User.objects.select_for_update().get(pk=request.person_id)
    return (
        SecondFactorReset.objects.select_for_update(of=("self",))
        .select_related("person", "asked_by")
        .get(pk=request.pk)
    )


def _check_administrator(by: User) -> None:
    if not by.has_perm(RESET):
        raise PermissionDenied
