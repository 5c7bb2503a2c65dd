"""The shop without its guards, so that a test can show what they are for."""

import threading

from django.db import connection

from storefront.partner.models import StockRecord
from storefront.partner.services import InsufficientStock, Shortage
from tests.waiting import PATIENCE_SECONDS


def without_the_database_check():
    """The second guard, so that the first one is seen to hold alone."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE partner_stockrecord DROP CONSTRAINT stock_never_oversold")


class LooksWithoutALock:
    """Judging as Oscar does it: see whether there is stock, and count it up later, without a lock.

    All buyers look before the first one takes, which is what happens in a busy minute.
    """

    def __init__(self, buyers: int):
        self.everybody_has_looked = threading.Barrier(buyers)

    def __call__(self, *, quantities, instead_of=None, basket=None):
        records = list(StockRecord.objects.filter(pk__in=quantities))
        for record in records:
            if record.net_stock_level < quantities[record.pk]:
                raise InsufficientStock(Shortage(record.product, record.net_stock_level))
        self.everybody_has_looked.wait(PATIENCE_SECONDS)
        return records
