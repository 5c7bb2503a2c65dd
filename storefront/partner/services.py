"""Stock moves: held for an order, released when it is cancelled."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import StockRecord


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


def allocate_stock(*, quantities: Mapping[int, int]) -> None:
    """Hold units of stock for an order: stock record id → number of units.

    All rows are locked at once, in the order of their ids, and judged under the lock; they stay locked
    until the surrounding transaction ends (there must be one). InsufficientStock if a row has too little
    left; then nothing is held.
    """
    records = list(
        StockRecord.objects.select_for_update(of=("self",))
        .select_related("product__product_class")
        .filter(pk__in=quantities)
        .order_by("pk")
    )
    tracked = [record for record in records if record.can_track_allocations]
    for record in tracked:
        if record.net_stock_level < quantities[record.pk]:
            raise InsufficientStock(product=record.product, left=record.net_stock_level)
    for record in tracked:
        record.allocate(quantities[record.pk])
