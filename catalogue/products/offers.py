"""What is sold online, at what price and by whom: the one place that knows.

Prices are in đồng. Where more than one seller offers a product online, the oldest offer counts.
"""

import dataclasses
from collections.abc import Iterable
from typing import Any


@dataclasses.dataclass(frozen=True)
class Offer:
    """What a visitor can buy online: price in đồng or none, units left, and whether both are demo values."""

    product_id: int
    price: int | None
    left: int
    is_illustrative: bool

    @property
    def can_buy(self) -> bool:
        return self.price is not None and self.left > 0


def online_record(records: Iterable[Any]) -> Any:
    """Of the stock records of a product, loaded with their sellers, the one that is sold online; None if none is.

    A sales point shows what it has on its shelf and sells it there.
    """
    sold_online = (record for record in records if record.partner.sells_online)
    return min(sold_online, key=lambda record: record.pk, default=None)


def online_offer(product: Any) -> Offer | None:
    """What is sold online of a product loaded with its stock records; None if nothing is. No query."""
    record = online_record(product.stockrecords.all())
    if record is None:
        return None
    price = int(record.price) if record.price is not None else None
    return Offer(product.pk, price, max(record.net_stock_level, 0), record.is_illustrative)
