"""Accounts are told what happened; they read it, one or all."""

import datetime

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from catalogue.users import User

from .kinds import notification_kinds
from .models import Notification

KEEP_DAYS = 365


def notify(user: User | None, kind: str, target: Model, *, key: object = None) -> None:
    """Tell an account, in the present transaction; nobody is told twice with the same `key` (else the target).

    Nothing happens without an account. KeyError for a kind that is not in the table.
    """
    about = notification_kinds()[kind].about
    if user is None:
        return
    row = Notification(user=user, kind=kind, key=str(key or target.pk), target=target.pk, about=about(target)[:200])
    Notification.objects.bulk_create([row], ignore_conflicts=True)


@transaction.atomic
def open_notification(*, user: User, pk: int) -> str:
    """Note that it was read, and say where the thing is; Notification.DoesNotExist unless it is this account's.

    Blank where the thing is gone, or the account may not see it any more.
    """
    row = Notification.objects.select_for_update().get(pk=pk, user=user)
    if row.read_at is None:
        row.read_at = timezone.now()
        row.save(update_fields=["read_at"])
    kind = notification_kinds().get(row.kind)
    try:
        return kind.address(user, row.target) if kind else ""
    except (ObjectDoesNotExist, PermissionDenied):
        return ""


def read_all(*, user: User, up_to: int) -> None:
    """Note that this account has read all up to this number: what came since the page was shown stays unread."""
    unread = Notification.objects.filter(user=user, pk__lte=up_to, read_at=None)
    unread.update(read_at=timezone.now())


def forget_old_notifications() -> None:
    """Delete what is older than KEEP_DAYS, read or not."""
    Notification.objects.filter(created_at__lt=timezone.now() - datetime.timedelta(days=KEEP_DAYS)).delete()
