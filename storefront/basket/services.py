"""Changes of the basket. Limits: 1 to 99 units in one basket, and never more than what is left."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.products.models import Product
from storefront.partner.models import CheckoutHold, StockRecord
from storefront.partner.services import InsufficientStock, SaleStopped, keep_in_checkout, shortage_of

from .models import Basket, Line
from .queries import units_in


class BasketRefused(Exception):
    """The basket stays as it was; `message` tells the visitor why."""

    message: str


class BasketClosed(BasketRefused):
    """The basket was ordered in the meantime, in another window."""

    @property
    def message(self) -> str:
        return _("This basket has just been ordered. Please add the product once more.")


class NotSoldOnline(BasketRefused):
    def __init__(self, product: Product):
        super().__init__(str(product))
        self.product = product

    @property
    def message(self) -> str:
        return _("“%(product)s” is not sold online. Please contact the producer.") % {"product": self.product.title}


class TooMany(BasketRefused):
    def __init__(self, limit: int):
        super().__init__(str(limit))
        self.limit = limit

    @property
    def message(self) -> str:
        return _("One order holds at most %(limit)s units. Please order the rest separately.") % {"limit": self.limit}


@transaction.atomic
def add_to_basket(*, basket: Basket, product: Product, quantity: int) -> Line:
    """Put units of a product into the basket, on top of those already in it.

    NotSoldOnline without a price or an online seller, SaleStopped while a recall forbids it, InsufficientStock if
    fewer are left, TooMany beyond the limit of one basket, BasketClosed if it was ordered meanwhile.
    """
    info = basket.strategy.fetch_for_product(product)
    if not (product.is_public and info.stockrecord and info.price.exists):
        raise NotSoldOnline(product)
    if info.stockrecord.is_sale_stopped:
        raise SaleStopped(product)
    _lock(basket)
    here = units_in(basket, stockrecord=info.stockrecord)
    _check_limit(units_in(basket) + quantity)
    _check_stock(basket, info.stockrecord, here + quantity)
    line, _created = basket.add_product(product, quantity)
    return line


@transaction.atomic
def set_quantity(*, basket: Basket, line_id: int, quantity: int) -> None:
    """Set the quantity of a line of this basket; 0 removes it. A line that is gone already stays gone.

    SaleStopped, InsufficientStock, TooMany and BasketClosed as in `add_to_basket`.
    """
    _lock(basket)
    line = basket.lines.select_related("product", "stockrecord__product").filter(pk=line_id).first()
    if line is None:
        return
    units = units_in(basket, stockrecord=line.stockrecord) - line.quantity + max(quantity, 0)
    if quantity < 1:
        line.delete()
    else:
        if line.stockrecord.is_sale_stopped:
            raise SaleStopped(line.product)
        _check_limit(units_in(basket) - line.quantity + quantity)
        _check_stock(basket, line.stockrecord, units)
        line.quantity = quantity
        line.save()
    keep_in_checkout(basket=basket, stockrecord_id=line.stockrecord_id, at_most=units)
    basket.reset_offer_applications()


def _check_stock(basket: Basket, record: StockRecord, units: int) -> None:
    """InsufficientStock if this basket cannot hold so many units of a record. Not locked: the order is."""
    in_checkouts = CheckoutHold.objects.of_others(basket).units([record.pk]).get(record.pk, 0)
    if shortage := shortage_of(record, units, in_checkouts=in_checkouts):
        raise InsufficientStock(shortage)


def _lock(basket: Basket) -> None:
    """One change of a basket at a time, and none while it is being ordered. A new basket has no row yet."""
    if basket.pk and not Basket.objects.select_for_update().get(pk=basket.pk).can_be_edited:
        raise BasketClosed


def _check_limit(units: int) -> None:
    limit = settings.OSCAR_MAX_BASKET_QUANTITY_THRESHOLD
    if units > limit:
        raise TooMany(limit)
