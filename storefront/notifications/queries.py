"""Reading notifications."""

import dataclasses
import datetime

from django.db.models import QuerySet

from catalogue.users import User

from .kinds import notification_kinds
from .models import Notification


@dataclasses.dataclass(frozen=True)
class Told:
    """A notification in words."""

    pk: int
    text: str
    at: datetime.datetime
    is_read: bool


def notifications_of(user: User) -> QuerySet[Notification]:
    """Of kinds that are in the table, newest first."""
    return Notification.objects.filter(user=user, kind__in=notification_kinds())


def in_words(row: Notification) -> Told:
    return Told(
        row.pk, str(notification_kinds()[row.kind].sentence) % {"about": row.about}, row.created_at, bool(row.read_at)
    )


def unread_number(user: User) -> int:
    """One query."""
    return notifications_of(user).filter(read_at=None).count()
