"""Which state of the public data this is, seen alike by every process and right within every transaction.

Triggers (see `triggers`) add one row for each statement that changes a public table, in its transaction. The
rows a reader sees are therefore exactly the changes it sees: their digest is the revision. A counter would not
do: whoever reads between its step and the commit would keep old content under the new number.
"""

from django.db import connection, models, transaction
from django.utils import timezone

REVISION = "caching_revision(%s)"
"""The revision as an SQL expression, to be read along with something else; its parameters are `revision_params()`.

A hold of stock ends by the clock, not by a change: the latest end that has passed is part of the revision.
"""


def revision_params() -> list:
    return [timezone.now().isoformat()]  # a text takes the driver a third of the time


class PublicChange(models.Model):
    """One change of something public. `mark` is random, so that no two sets of rows look alike."""

    mark = models.BigIntegerField()

    def __str__(self) -> str:
        return str(self.mark)


def revision() -> str:
    """Changes with every commit that touches public data, and when held stock becomes free. One small query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {REVISION}", revision_params())
        return cursor.fetchone()[0]


def note_change() -> None:
    """For what the database does not see, and for pruning."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO caching_publicchange (mark) SELECT caching_mark()")


@transaction.atomic
def prune(*, longest: int = 100) -> bool:
    """Put one new row in the place of many; whether there were too many. The revision changes once."""
    if PublicChange.objects.count() <= longest:
        return False
    PublicChange.objects.all().delete()
    note_change()
    return True
