"""The producer's products with what each costs, what is left and what waits, in a constant number of queries."""

import dataclasses
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from catalogue.certification.queries import Standing, standings
from catalogue.producers.models import Producer
from catalogue.products.models import ListingChange, Product
from catalogue.products.photos import first_pictures, has_photos
from catalogue.text import fold
from media.queries import Picture
from storefront.partner.models import StockRecord
from storefront.partner.offers import products_to_offer

LOW_UNITS = 5
FILTERS = {
    "": _("All"),
    "dang-ban": _("On sale"),
    "sap-het": _("Few left"),
    "het": _("Sold out"),
    "dung": _("Stopped for now"),
    "chua": _("Not sold online"),
    "cho": _("Wait for the department"),
}
"""Lists by their name in the address."""


@dataclasses.dataclass(frozen=True)
class Row:
    """One product or variant. `left` units can be ordered now; `is_waiting`: a change waits for the department."""

    product: Product
    record: StockRecord | None
    standing: Standing
    photo: Picture | None
    is_waiting: bool

    @property
    def is_offered(self) -> bool:
        return self.record is not None and self.record.price is not None and not self.record.is_stopped

    @property
    def left(self) -> int:
        return max(self.record.net_stock_level, 0) if self.record else 0

    @property
    def promised(self) -> int:
        """Units allocated to orders or held for them."""
        return (self.record.num_allocated or 0) + self.record.num_held if self.record else 0

    @property
    def lists(self) -> set[str]:
        """The names of the lists it belongs to."""
        names = {"", "cho"} if self.is_waiting else {""}
        if self.record is not None and self.record.is_stopped:
            return names | {"dung"}
        if not self.is_offered:
            return names | {"chua"}
        if not self.left:
            return names | {"het"}
        return names | {"dang-ban"} | ({"sap-het"} if self.left <= LOW_UNITS else set())


def rows_of(producer: Producer) -> list[Row]:
    """All that the producer can sell, by name. Five queries; two more with photos."""
    products = list(products_to_offer(producer).annotate(has_photos=has_photos()))
    ids = [product.pk for product in products]
    records = {
        record.product_id: record
        for record in StockRecord.objects.filter(partner__producer=producer, product__in=ids)
    }
    # A variant is certified with its product.
    certified = {product.pk: product.parent_id or product.pk for product in products}
    stands = standings(set(certified.values()))
    photos = first_pictures([product.pk for product in products if product.has_photos])
    waiting = set(ListingChange.objects.waiting().filter(product__in=ids).values_list("product", flat=True))
    return [
        Row(
            product,
            records.get(product.pk),
            stands[certified[product.pk]],
            photos.get(product.pk),
            product.pk in waiting,
        )
        for product in products
    ]


def chosen(rows: Iterable[Row], *, text: str, name: str) -> list[Row]:
    """Those in a list of `FILTERS` whose names hold all words of the text, with or without marks."""
    words = fold(text).split()
    return [row for row in rows if name in row.lists and all(word in fold(row.product.title) for word in words)]
