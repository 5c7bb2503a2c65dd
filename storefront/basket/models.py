"""The basket: Oscar's, with everything its page needs loaded in a constant number of queries."""

from collections.abc import Sequence

from oscar.apps.basket.abstract_models import AbstractBasket

from catalogue.products.photos import has_photos
from storefront.vouchers.queries import Judged


class Basket(AbstractBasket):
    """Basket (giỏ hàng). `judged` are its vouchers (`vouchers.applying.apply_vouchers`)."""

    judged: Sequence[Judged] = ()

    class Meta(AbstractBasket.Meta):
        abstract = False
        app_label = "basket"

    def all_lines(self):
        """Oscar's cached lines. Prices are read from the products' stock records, so these come along."""
        if self.id is not None and self._lines is None:
            self._lines = (
                self.lines.select_related("product__product_class", "product__producer", "stockrecord__partner")
                .prefetch_related(
                    "attributes", "product__images", "product__categories", "product__stockrecords__partner"
                )
                .annotate(has_photos=has_photos("product_id"))
                .order_by("pk")
            )
        return super().all_lines()


from oscar.apps.basket.models import *  # noqa: E402, F403
