"""Doing once what a form asks for, however often it arrives (docs/decisions/0021)."""

import datetime
from collections.abc import Callable

from django.db import OperationalError, connection, transaction
from django.http import HttpResponse
from django.utils import timezone
from psycopg.errors import LockNotAvailable

from .keys import FormSent
from .models import SentForm

SAME_MINUTES = 10
"""So long a form without a key is the same one if it says the same; later it is meant."""
KEPT_DAYS = 7
"""So long a page that somebody left open is known again."""
WAIT_MS = 4000
"""So long the second click of one press waits for the first one's answer: a browser shows only the last answer."""
_TRY = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))"
_WAIT = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


class StillRunning(Exception):
    """The same form is being worked on at this moment."""


class SaysSomethingElse(Exception):
    """A form was sent with this key before, and it said something else; it was led to `location`."""

    def __init__(self, location: str):
        super().__init__(location)
        self.location = location


@transaction.atomic
def do_once(form: FormSent, work: Callable[[], HttpResponse]) -> HttpResponse | str:
    """The answer of `work`, or where an earlier arrival of the same form was led to. StillRunning, SaysSomethingElse.

    Only an answer that leads on is kept: a form that was refused is sent again with its key. Key and work are one
    transaction under a lock that ends with it: whatever dies in between leaves neither of them behind.
    """
    _lock(form.key)
    earlier = SentForm.objects.filter(key=form.key).first()
    if earlier and not form.is_told_by_key and _is_over(earlier):
        earlier.delete()
    elif earlier and earlier.body != form.body:
        raise SaysSomethingElse(earlier.location)
    elif earlier:
        return earlier.location
    row = SentForm.objects.create(key=form.key, body=form.body)
    answer = work()
    if _leads_on(answer):
        row.location = answer["Location"]
        row.save(update_fields=["location"])
    else:
        row.delete()
    return answer


def _lock(key: str) -> None:
    """The lock of this form until the transaction ends. StillRunning where somebody has it for long."""
    with connection.cursor() as cursor:
        cursor.execute(_TRY, [key])
        if cursor.fetchone() == (True,):
            return
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [str(WAIT_MS)])
        try:
            cursor.execute(_WAIT, [key])
        except OperationalError as refusal:
            if isinstance(refusal.__cause__, LockNotAvailable):
                raise StillRunning from refusal
            raise
        cursor.execute("SET LOCAL lock_timeout TO DEFAULT")


def made_nothing(answer: HttpResponse) -> HttpResponse:
    """Mark an answer that leads back without having done what the form asked for."""
    answer.made_nothing = True
    return answer


def _leads_on(answer: HttpResponse) -> bool:
    return answer.status_code in (302, 303) and not getattr(answer, "made_nothing", False)


def _is_over(row: SentForm) -> bool:
    return row.created_at <= timezone.now() - datetime.timedelta(minutes=SAME_MINUTES)


def forget_old_forms() -> int:
    """Delete what no page that is still open will ask for; how many."""
    before = timezone.now() - datetime.timedelta(days=KEPT_DAYS)
    return SentForm.objects.filter(created_at__lte=before).delete()[0]
