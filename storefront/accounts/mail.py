"""Plain text mails about accounts that the worker sends. None of them holds a link that opens anything."""

from django.core.mail import EmailMessage
from django.db.models import Q
from django.urls import reverse
from django.utils import translation

from catalogue.roles import ADMINISTRATORS
from storefront.mail import text_mail

from .models import SecondFactorReset, User


def email_changed(*, to: str, old: str, new: str, by: str) -> EmailMessage:
    """An administrator has changed the address of an account: to the old address and to the new one."""
    context = {"old": old, "new": new, "by": by}
    return text_mail("account/email/changed_by_office", context, language="vi", to=[to], path=_path("account-home"))


def reset_notices(request: SecondFactorReset, step: str) -> list[EmailMessage]:
    """One mail for the person and one for each administrator; `step` is asked, refused or agreed."""
    administrators = User.objects.filter(Q(is_superuser=True) | Q(groups__name=ADMINISTRATORS), is_active=True)
    context = {"request": request, "step": step}
    to = {request.person.email: _path("mfa_index")}
    for email in administrators.distinct().values_list("email", flat=True):
        to.setdefault(email, _path("office-second-factor-resets"))
    return [
        text_mail(
            "account/email/second_factor_reset",
            {**context, "is_person": email == request.person.email},
            language="vi",
            to=[email],
            path=path,
        )
        for email, path in to.items()
    ]


def _path(name: str) -> str:
    with translation.override("vi"):
        return reverse(name)
