"""Writing down an order: Oscar's OrderCreator, with the certificate as it stands that day."""

from oscar.apps.order import utils
from oscar.apps.order.utils import OrderDispatcher

from catalogue.certification.queries import standings

from .models import UNCONFIRMED

__all__ = ["OrderCreator", "OrderDispatcher", "OrderNumberGenerator"]


class OrderNumberGenerator(utils.OrderNumberGenerator):
    """One number per basket, so a basket can become one order only: the column is unique."""

    def order_number(self, basket) -> str:
        return str(super().order_number(basket))


def _certified_id(product) -> int:
    """The product that holds the certificate: a variant has that of the product it is a variant of."""
    return product.parent_id or product.pk


class OrderCreator(utils.OrderCreator):
    """Expects the stock to be judged already: allocated, or to be held once the lines are there (unconfirmed)."""

    def place_order(self, basket, *args, **kwargs):
        self.standings = standings({_certified_id(line.product) for line in basket.all_lines()})
        return super().place_order(basket, *args, **kwargs)

    def create_line_models(self, order, basket_line, extra_line_fields=None):
        standing = self.standings[_certified_id(basket_line.product)]
        certificate = standing.certificate if standing.is_certified else None
        snapshot = {"stars_at_order": standing.stars, "certificate": certificate}
        if order.status == UNCONFIRMED:
            snapshot |= {"status": UNCONFIRMED, "num_allocated": 0}
        return super().create_line_models(order, basket_line, {**snapshot, **(extra_line_fields or {})})

    def update_stock_records(self, line):
        """The stock of all lines was locked and judged before the first row was written."""
