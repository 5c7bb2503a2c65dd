"""Which stock record is sold online, at which price: the producer's own; prices are in đồng, tax included."""

from decimal import Decimal

from oscar.apps.partner import strategy


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
        records = [record for record in product.stockrecords.all() if record.partner.sells_online]
        return min(records, key=lambda record: record.pk, default=None)
