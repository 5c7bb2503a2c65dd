"""Writing down an order: Oscar's OrderCreator, with a parcel for each seller and the certificate of that day."""

from collections.abc import Mapping

from django.contrib.auth.models import AnonymousUser
from oscar.apps.order import utils
from oscar.apps.order.utils import OrderDispatcher

from catalogue.certification.queries import standings
from catalogue.products.offers import net_content_of

from .models import Parcel

__all__ = ["OrderCreator", "OrderDispatcher", "OrderNumberGenerator"]


class OrderNumberGenerator(utils.OrderNumberGenerator):
    """One number per basket, so a basket can become one order only: the column is unique."""

    def order_number(self, basket) -> str:
        return str(super().order_number(basket))


def _certified_id(product) -> int:
    """The product that holds the certificate: a variant has that of the product it is a variant of."""
    return product.parent_id or product.pk


class OrderCreator(utils.OrderCreator):
    """Expects the stock to be locked and judged already: it is allocated or held once the lines are there."""

    def __init__(self, *, parcel_state: str, delivery_charges: Mapping[int, int]):
        """`parcel_state` is where its parcels begin; what delivery costs is given by seller, in đồng."""
        self.parcel_state, self.delivery_charges = parcel_state, delivery_charges
        self.parcels: dict[int, Parcel] = {}

    def place_order(self, basket, *args, **kwargs):
        self.standings = standings({_certified_id(line.product) for line in basket.all_lines()})
        return super().place_order(basket, *args, **kwargs)

    def create_line_models(self, order, basket_line, extra_line_fields=None):
        standing = self.standings[_certified_id(basket_line.product)]
        certificate = standing.certificate if standing.is_certified else None
        snapshot = {
            "parcel": self._parcel(order, basket_line.stockrecord.partner_id),
            "stars_at_order": standing.stars,
            "certificate": certificate,
            "net_content": net_content_of(basket_line.product, basket_line.stockrecord),
            "status": self.parcel_state,
            "num_allocated": 0,  # Oscar's column; ours are rows (`partner.models.Allocation`)
        }
        return super().create_line_models(order, basket_line, {**snapshot, **(extra_line_fields or {})})

    def _parcel(self, order, seller_id: int) -> Parcel:
        if seller_id not in self.parcels:
            self.parcels[seller_id] = Parcel.objects.create(
                order=order,
                partner_id=seller_id,
                number=len(self.parcels) + 1,
                state=self.parcel_state,
                delivery_charge=self.delivery_charges[seller_id],
            )
        return self.parcels[seller_id]

    def record_voucher_usage(self, order, voucher, user):
        """Whose order it is says who used it: a use must not go with the account."""
        super().record_voucher_usage(order, voucher, AnonymousUser())

    def update_stock_records(self, line):
        """The stock of all lines was locked and judged before the first row was written."""
