"""Mails are queued in the transaction of what they tell; the office tries failed ones again or gives them up."""

import datetime
from collections.abc import Collection, Iterable

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from catalogue.users import User

from . import plain_address
from .kinds import MailKind, mail_kinds
from .models import MailOptOut, OutgoingMail

State = OutgoingMail.State
KEEP_DAYS = 365
"""How long rows of mails stay that are over: a number, a kind and times, no address."""
DEAD_DAYS = 90
"""How long mails that no server took wait for the office; then they are given up."""


def queue_mail(
    kind: str, *, key: object, to: str, language: str, about: str = "", user: User | None = None, **arguments
) -> None:
    """Have a mail sent if and only if the present transaction is kept.

    Nothing is queued with a key that was used before for this kind, without an address, and where `user`, whose mail
    it is, does not want the kind. KeyError for a kind that is not in the table.
    """
    is_optional = mail_kinds()[kind].is_optional
    to = plain_address(to)
    if not to or (is_optional and user and MailOptOut.objects.filter(user=user, kind=kind).exists()):
        return
    row = OutgoingMail(kind=kind, key=str(key), to=to, language=language, about=about[:60], arguments=arguments)
    OutgoingMail.objects.bulk_create([row], ignore_conflicts=True)


def optional_kinds() -> list[MailKind]:
    """What an account may switch off."""
    return [kind for kind in mail_kinds().values() if kind.is_optional]


@transaction.atomic
def set_mail_wishes(*, user: User, wanted: Collection[str], language: str) -> None:
    """Mails to this account from now on: of the optional kinds only those `wanted`, all in `language`."""
    unwanted = [kind.name for kind in optional_kinds() if kind.name not in wanted]
    get_user_model().objects.filter(pk=user.pk).update(language=language)
    MailOptOut.objects.filter(user=user).exclude(kind__in=unwanted).delete()
    MailOptOut.objects.bulk_create([MailOptOut(user=user, kind=kind) for kind in unwanted], ignore_conflicts=True)


@transaction.atomic
def retry_mails(*, mails: QuerySet[OutgoingMail]) -> int:
    """Send failed mails anew, with all attempts before them; how many."""
    return _failed(mails).update(state=State.WAITING, attempts=0, next_attempt_at=timezone.now(), is_refused=False)


@transaction.atomic
def give_up_mails(*, mails: QuerySet[OutgoingMail]) -> int:
    """Forget what was to be sent, and to whom; how many."""
    return _failed(mails).update(state=State.GIVEN_UP, to="", arguments={}, ended_at=timezone.now())


def _failed(mails: QuerySet[OutgoingMail]) -> QuerySet[OutgoingMail]:
    locked: Iterable[int] = list(
        mails.filter(state=State.FAILED).order_by("pk").select_for_update().values_list("pk", flat=True)
    )
    return OutgoingMail.objects.filter(pk__in=locked)


def sweep_mails() -> None:
    """Give up what nobody has looked after for DEAD_DAYS, delete what is over for KEEP_DAYS."""
    now = timezone.now()
    give_up_mails(mails=OutgoingMail.objects.filter(created_at__lt=now - datetime.timedelta(days=DEAD_DAYS)))
    OutgoingMail.objects.filter(ended_at__lt=now - datetime.timedelta(days=KEEP_DAYS)).delete()
