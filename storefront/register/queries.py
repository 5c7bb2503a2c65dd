"""What the pages of the register show, gathered in a constant number of queries."""

import dataclasses

from django.http import Http404


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


def online_offer(product) -> Offer | None:
    """The producer's own offer of a product with prefetched stock records; None if there is none."""
    records = [record for record in product.stockrecords.all() if record.partner.sells_online]
    if not records:
        return None
    record = min(records, key=lambda record: record.pk)
    price = int(record.price) if record.price is not None else None
    return Offer(product.pk, price, max(record.net_stock_level, 0), record.is_illustrative)


def found(model, slug: str, *related: str):
    """Row by slug, the slug of today or a former one; Http404 otherwise."""
    queryset = model.objects.select_related(*related) if related else model.objects.all()
    try:
        return queryset.by_slug(slug)
    except model.DoesNotExist as error:
        raise Http404(slug) from error
