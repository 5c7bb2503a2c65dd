"""What is sold online, at what price and by whom: the one place that knows.

Prices are in đồng. A seller may stop an offer for now (`is_stopped`); then it is not there. Where more than one
seller offers a product online, the oldest offer counts.

While a lot or stamps of a product are recalled, nothing of it is sold online (`is_sale_stopped`): a buyer cannot
choose the lot of a pack, so one bad lot in the warehouse is enough. A recall of a product that has variants stops
them all, that of one variant only this one. A revoked certificate takes the stars, not the goods. Button, basket,
order, API and index ask here; which products are meant says
`catalogue.traceability.recalls.services.products_with_recalled_packs`.
"""

import dataclasses
from collections.abc import Iterable
from typing import Any


@dataclasses.dataclass(frozen=True)
class Offer:
    """What a visitor can buy online: price in đồng or none, units left, and whether both are demo values.

    `net_content` is what one unit holds ("500 g"), blank where nobody has said; `has_illustrative_content` where it
    is a demo value. `is_sale_stopped`: a recall forbids the sale, whatever is left.
    """

    product_id: int
    price: int | None
    left: int
    is_illustrative: bool
    is_sale_stopped: bool = False
    net_content: str = ""
    has_illustrative_content: bool = False

    @property
    def can_buy(self) -> bool:
        return self.price is not None and self.left > 0 and not self.is_sale_stopped


def online_record(records: Iterable[Any]) -> Any:
    """Of the stock records of a product, loaded with their sellers, the one that is sold online; None if none is.

    A sales point shows what it has on its shelf and sells it there. What its seller has stopped is not offered.
    """
    sold_online = (record for record in records if record.partner.sells_online and not record.is_stopped)
    return min(sold_online, key=lambda record: record.pk, default=None)


def net_content_of(product: Any, record: Any) -> str:
    """What one unit at a seller's price holds: as the register has it, else as he says; blank if unknown."""
    return str(product.packaging or record.net_content)


def online_offer(product: Any) -> Offer | None:
    """What is sold online of a product loaded with its stock records; None if nothing is. No query."""
    record = online_record(product.stockrecords.all())
    if record is None:
        return None
    return Offer(
        product_id=product.pk,
        price=int(record.price) if record.price is not None else None,
        left=max(record.net_stock_level, 0),
        is_illustrative=record.is_illustrative,
        is_sale_stopped=record.is_sale_stopped,
        net_content=net_content_of(product, record),
        has_illustrative_content=record.is_illustrative and not product.packaging and bool(record.net_content),
    )
