"""Which state of the public data this is, seen alike by every process and right within every transaction.

Triggers (see `triggers`) add one row for each statement that changes a public table, in its transaction. The
rows a reader sees are therefore exactly the changes it sees: their digest is the revision. A counter would not
do: whoever reads between its step and the commit would keep old content under the new number.

Orders change how many units are left all day, and few pages show that number. Such a change adds a row with its
product: the revision stays, the digest of the product's units (`UNITS`) is another one. Whether any unit is left
belongs to the revision, for every card shows it.
"""

from collections.abc import Collection

from django.db import connection, models, transaction
from django.utils import timezone

REVISION = "caching_revision(%s)"
"""The revision as an SQL expression, to be read along with something else; its parameters are `revision_params()`.

Held stock becomes free by the clock, not by a change: what is sold out by holds alone is part of the revision.
"""
UNITS = "caching_units(%s, %s)"
"""How many units are left of some products, as a digest; of all products for NULL."""


def revision_params() -> list:
    return [timezone.now().isoformat()]  # a text takes the driver a third of the time


class PublicChange(models.Model):
    """One change of something public. `mark` is random, so that no two sets of rows look alike. With `product_id`
    nothing has changed but how many units of the product are left, and some are left before and after."""

    mark = models.BigIntegerField()
    product_id = models.BigIntegerField(null=True, db_index=True)

    def __str__(self) -> str:
        return str(self.mark)


def revision() -> str:
    """Changes with every commit that touches what all pages may show, and when sold-out stock becomes free. One small
    query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {REVISION}", revision_params())
        return cursor.fetchone()[0]


def revision_and_units(products: Collection[int] | None) -> tuple[str, str]:
    """The revision, and how many units are left of these products (None: of all), as a digest; blank for no products.
    One small query."""
    if products is not None and not products:
        return revision(), ""
    wanted = None if products is None else sorted(products)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {REVISION}, {UNITS}", [*revision_params(), *revision_params(), wanted])
        return cursor.fetchone()


def note_change() -> None:
    """For what the database does not see, and for pruning."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO caching_publicchange (mark) SELECT caching_mark()")


@transaction.atomic
def prune(*, longest: int = 100, longest_of_units: int = 1000) -> bool:
    """Put one new row in the place of many; whether there were too many. The revision changes once."""
    of_units = PublicChange.objects.filter(product_id__isnull=False).count()
    if of_units <= longest_of_units and PublicChange.objects.count() - of_units <= longest:
        return False
    PublicChange.objects.all().delete()
    note_change()
    return True
