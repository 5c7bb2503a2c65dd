"""Stock moves: held for a guest's order for a time, allocated to an order that stands (docs/decisions/0009)."""

import datetime
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import StockHold, StockHoldQuerySet, StockRecord


class InsufficientStock(Exception):
    """Fewer units of `product` are left than asked for; `left` says how many."""

    def __init__(self, *, product, left: int):
        self.product, self.left = product, max(left, 0)
        super().__init__(f"{product}: {self.left} left")

    @property
    def message(self) -> str:
        """What to tell the buyer, in the buyer's language."""
        values = {"product": self.product.title, "left": self.left}
        if not self.left:
            return _("“%(product)s” is sold out.") % values
        return (
            ngettext(
                "Only %(left)s unit of “%(product)s” is left.",
                "Only %(left)s units of “%(product)s” are left.",
                self.left,
            )
            % values
        )


def lock_stock(*, quantities: Mapping[int, int], instead_of: StockHoldQuerySet | None = None) -> list[StockRecord]:
    """Lock stock records (id → units wanted) and judge them under the lock; those whose stock is counted.

    All rows are locked at once, in the order of their ids, until the surrounding transaction ends (there must be
    one). `instead_of` are holds that end with it: their units are free for this order. InsufficientStock if a row
    has too little left.
    """
    records = list(
        StockRecord.objects.select_for_update(of=("self",))
        .select_related("product__product_class")
        .filter(pk__in=quantities)
        .order_by("pk")
    )
    if instead_of is not None:
        instead_of.delete()
    # Asked anew: what came with the rows is older than the wait for their locks.
    held = StockHold.objects.units(quantities)
    tracked = [record for record in records if record.can_track_allocations]
    for record in tracked:
        record.num_held = held.get(record.pk, 0)
        if record.net_stock_level < quantities[record.pk]:
            raise InsufficientStock(product=record.product, left=record.net_stock_level)
    return tracked


def allocate_stock(*, quantities: Mapping[int, int], instead_of: StockHoldQuerySet | None = None) -> None:
    """Promise units of stock to an order: stock record id → number of units; refuses as `lock_stock` does."""
    for record in lock_stock(quantities=quantities, instead_of=instead_of):
        record.allocate(quantities[record.pk])


def hold_stock(*, lines: Iterable, records: Iterable[StockRecord], until: datetime.datetime) -> None:
    """Keep the units of these lines of an order until then. `records` are locked and judged (`lock_stock`)."""
    counted = {record.pk for record in records}
    StockHold.objects.bulk_create(
        StockHold(stockrecord_id=line.stockrecord_id, line=line, quantity=line.quantity, expires_at=until)
        for line in lines
        if line.stockrecord_id in counted
    )


def forget_expired_holds() -> int:
    """Delete holds that no longer count; how many. Truth does not wait for it: search index and caches hear of it."""
    with transaction.atomic():
        expired = StockHold.objects.expired().select_for_update(skip_locked=True).order_by("pk")
        deleted, _by_model = StockHold.objects.filter(pk__in=[hold.pk for hold in expired]).delete()
    return deleted
