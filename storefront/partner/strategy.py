"""Which stock record is sold online, at which price: the producer's own; prices are in đồng, tax included."""

from decimal import Decimal

from oscar.apps.partner import strategy

from catalogue.products.offers import online_record


class Selector:
    def strategy(self, request=None, user=None, **kwargs):
        """One strategy for everybody. It does not look at the visitor, so a page stays cacheable."""
        return OnlineSale(request)


class OnlineSale(strategy.UseFirstStockRecord, strategy.StockRequired, strategy.FixedRateTax, strategy.Structured):
    """Sells the producer's stock; what sales points hold is shown, not sold online."""

    rate = Decimal(0)
    exponent = Decimal(1)

    def __init__(self, request=None):
        self.request = request
        self.user = None

    def select_stockrecord(self, product):
        return online_record(product.stockrecords.all())
