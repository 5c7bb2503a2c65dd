"""Mails about accounts: the library's, which may open something and are kept sealed until they are sent, and ours."""

from types import SimpleNamespace
from typing import Any

from django.contrib.sites.models import Site
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from catalogue.roles import ADMINISTRATORS
from storefront.mail.kinds import Letter, MailKind
from storefront.mail.sealing import seal, unseal
from storefront.mail.services import queue_mail

from .models import SecondFactorReset, User

LIBRARY_MAILS = (
    "account/email/email_confirmation",
    "account/email/email_confirmation_signup",
    "account/email/account_already_exists",
    "account/email/unknown_account",
    "account/email/password_reset_key",
    "account/email/invitation",
    "account/email/password_changed",
    "account/email/password_reset",
    "account/email/password_set",
    "account/email/email_changed",
    "account/email/email_confirm",
    "account/email/email_deleted",
    "mfa/email/totp_activated",
    "mfa/email/totp_deactivated",
    "mfa/email/webauthn_added",
    "mfa/email/webauthn_removed",
    "mfa/email/recovery_codes_generated",
)
"""The mails of the sign-in library, by the begin of their templates."""


def mail_of_library(prefix: str, *, to: str, context: dict[str, Any]) -> None:
    """Queue a mail of the library as it is now: links in it open an account, so nobody reads it in the table."""
    queue_mail(
        "account",
        key=get_random_string(32),
        to=to,
        language=get_language() or "vi",
        about=prefix.rpartition("/")[2],
        sealed=seal(_rendered(prefix, context)),
    )


def _rendered(prefix: str, context: dict[str, Any]) -> dict[str, str]:
    return {
        "subject": render_to_string(f"{prefix}_subject.txt", context),
        "text": render_to_string(f"{prefix}_message.txt", context),
    }


def _of_library(sealed: str) -> Letter:
    return Letter(unseal(sealed))


def _library_samples() -> dict[str, Letter]:
    context = {
        "user": "nguyen.thi.mau@example.com",
        "email": "nguyen.thi.mau@example.com",
        "from_email": "nguyen.thi.mau@example.com",
        "to_email": "mau@example.com",
        "deleted_email": "mau@example.com",
        "activate_url": "https://example.com/tai-khoan/email/xac-nhan/sample/",
        "password_reset_url": "https://example.com/tai-khoan/mat-khau/moi/sample/",
        "signup_url": "https://example.com/tai-khoan/dang-ky/",
        "current_site": Site(name="Sao Buôn", domain="example.com"),
        "ip": "192.0.2.7",
        "user_agent": "Firefox",
        "timestamp": timezone.now(),
    }
    return {prefix.rpartition("/")[2]: Letter(_rendered(prefix, context)) for prefix in LIBRARY_MAILS}


def mail_email_changed(*, to: set[str], user: User, old: str, new: str, by: str) -> None:
    """An administrator has changed the address of an account: to the old addresses and to the new one."""
    for address in sorted(to):
        queue_mail(
            "email_changed",
            key=get_random_string(32),
            to=address,
            language=user.language,
            old=old,
            new=new,
            by=by,
        )


def _email_changed(old: str, new: str, by: str) -> Letter:
    return Letter({"old": old, "new": new, "by": by}, reverse("account-home"))


def mail_about_reset(request: SecondFactorReset, step: str) -> None:
    """One mail for the person and one for each administrator; `step` is asked, refused or agreed."""
    administrators = User.objects.filter(Q(is_superuser=True) | Q(groups__name=ADMINISTRATORS), is_active=True)
    for user in {request.person, *administrators.distinct()}:
        queue_mail(
            "second_factor_reset",
            key=f"{request.pk}-{step}-{user.pk}",
            to=user.email,
            language=user.language,
            about=step,
            request_id=request.pk,
            step=step,
            is_person=user == request.person,
        )


def _second_factor_reset(request_id: int, step: str, *, is_person: bool) -> Letter | None:
    requests = SecondFactorReset.objects.select_related("person", "asked_by", "answered_by")
    request = requests.filter(pk=request_id).first()
    if request is None:
        return None
    path = reverse("mfa_index" if is_person else "office-second-factor-resets")
    return Letter({"request": request, "step": step, "is_person": is_person}, path)


def _reset_samples() -> dict[str, Letter]:
    request = SimpleNamespace(
        person="nguyen.thi.mau@example.com",
        asked_by="mau.1@example.com",
        answered_by="mau.2@example.com",
        reason=_("A sample, not a real case"),
    )
    return {
        f"{step}, {who}": Letter({"request": request, "step": step, "is_person": is_person}, "/tai-khoan/hai-lop/")
        for step in ("asked", "agreed", "refused")
        for who, is_person in ((_("to the person"), True), (_("to administrators"), False))
    }


def _story_samples() -> dict[str, Letter]:
    subject = _("A story waits for you")
    return {"": Letter({"subject": subject, "text": f"{subject}:\nhttps://example.com/quan-tri/"})}


KINDS = (
    MailKind("from_library", gettext_lazy("Notice of an office"), "account/email/whole", _of_library, _story_samples),
    MailKind("account", gettext_lazy("Sign-in and account"), "account/email/whole", _of_library, _library_samples),
    MailKind(
        "email_changed",
        gettext_lazy("Address of an account changed by the office"),
        "account/email/changed_by_office",
        _email_changed,
        lambda: {"": _email_changed("nguyen.thi.mau@example.com", "mau@example.com", "mau.1@example.com")},
    ),
    MailKind(
        "second_factor_reset",
        gettext_lazy("Lost second step"),
        "account/email/second_factor_reset",
        _second_factor_reset,
        _reset_samples,
    ),
)
