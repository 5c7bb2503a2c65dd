"""What the basket holds, ready to be drawn: rows, parcels, and what stands in the way of ordering."""

import dataclasses
from collections.abc import Mapping

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.parameters import number_in
from catalogue.products.illustrations import Illustration
from catalogue.products.models import Product
from catalogue.products.offers import net_content_of
from catalogue.products.photos import first_pictures
from media.queries import Picture
from search.cards import illustration_of
from storefront.partner.models import CheckoutHold
from storefront.partner.services import units_by_record
from storefront.shipping.charges import ParcelCost

from .models import Basket, Line


@dataclasses.dataclass(frozen=True)
class BasketRow:
    """One line of the basket. Amounts in đồng; `left` is what may be ordered of it now, `in_checkouts` what others
    have at the checkout.

    `typed` and `fault`: a quantity that was refused, as it was typed, and why.
    """

    line_id: int
    name: str
    url: str
    illustration: Illustration
    photo: Picture | None
    seller_id: int
    seller: str
    seller_url: str
    quantity: int
    net_content: str
    unit_price: int | None
    price_when_added: int | None
    left: int
    in_checkouts: int
    is_illustrative: bool
    is_for_sale: bool
    is_sale_stopped: bool
    typed: str = ""
    fault: str = ""

    @property
    def subtotal(self) -> int:
        return (self.unit_price or 0) * self.quantity

    @property
    def has_new_price(self) -> bool:
        return self.is_for_sale and self.price_when_added not in (None, self.unit_price)

    @property
    def problem(self) -> str:
        """Why this line cannot be ordered as it stands; blank if it can."""
        if self.is_sale_stopped:
            return _("Not sold for now: something of this product is recalled. Please remove it.")
        if not self.is_for_sale:
            return _("No longer sold online. Please remove it.")
        if self.left < self.quantity <= self.left + self.in_checkouts:
            return _(
                "Others are ordering the last units right now. Please look again in a few minutes, or reduce the"
                " quantity."
            )
        if not self.left:
            return _("Sold out. Please remove it.")
        if self.left < self.quantity:
            return ngettext(
                "Only %(left)s is left. Please reduce the quantity.",
                "Only %(left)s are left. Please reduce the quantity.",
                self.left,
            ) % {"left": self.left}
        return ""


@dataclasses.dataclass(frozen=True)
class Parcel:
    """What one seller packs and sends."""

    seller: str
    seller_url: str
    rows: tuple[BasketRow, ...]
    cost: ParcelCost | None
    """None while something of the basket cannot be ordered."""

    @property
    def subtotal(self) -> int:
        return sum(row.subtotal for row in self.rows)


def is_for_sale(line: Line) -> bool:
    """Whether the line's own stock record is what is sold online now. Needs the basket's strategy."""
    info = line.purchase_info
    return bool(
        line.product.is_public
        and info.price.exists
        and info.stockrecord is not None
        and info.stockrecord.pk == line.stockrecord_id
        and not is_sale_stopped(line)
    )


def is_sale_stopped(line: Line) -> bool:
    """Whether a recall forbids to sell what the line asks for. Needs the basket's strategy."""
    record = line.purchase_info.stockrecord
    return record is not None and record.is_sale_stopped


def _row(line: Line, photo: Picture | None, *, elsewhere: int, in_checkouts: int) -> BasketRow:
    """`elsewhere` are units of the same stock record on other lines of this basket."""
    product, producer, for_sale = line.product, line.product.producer, is_for_sale(line)
    left = line.purchase_info.stockrecord.net_stock_level - elsewhere if for_sale else 0
    return BasketRow(
        line_id=line.pk,
        name=product.title,
        url=product.get_absolute_url(),
        illustration=illustration_of(product),
        photo=photo,
        seller_id=line.stockrecord.partner_id,
        seller=producer.name if producer else "",
        seller_url=producer.get_absolute_url() if producer else "",
        quantity=line.quantity,
        net_content=net_content_of(product, line.stockrecord),
        unit_price=int(line.unit_price_incl_tax) if for_sale else None,
        price_when_added=None if line.price_incl_tax is None else int(line.price_incl_tax),
        left=max(left - in_checkouts, 0),
        in_checkouts=min(in_checkouts, max(left, 0)),
        is_illustrative=line.stockrecord.is_illustrative,
        is_for_sale=for_sale,
        is_sale_stopped=is_sale_stopped(line),
    )


def basket_rows(basket: Basket) -> list[BasketRow]:
    """All lines, in the order they were added. Constant number of queries."""
    lines = list(basket.all_lines())
    photos = first_pictures([line.product_id for line in lines if line.has_photos])
    wanted = units_by_record({line: line.quantity for line in lines})
    in_checkouts = CheckoutHold.objects.of_others(basket).units(wanted) if wanted else {}
    return [
        _row(
            line,
            photos.get(line.product_id),
            elsewhere=wanted[line.stockrecord_id] - line.quantity,
            in_checkouts=in_checkouts.get(line.stockrecord_id, 0),
        )
        for line in lines
    ]


def units_in(basket: Basket, **which) -> int:
    """Units in the basket, or in those of its lines that fit `which`. One query."""
    if basket.pk is None:
        return 0
    return basket.lines.filter(**which).aggregate(units=Sum("quantity", default=0))["units"]


def units_of(user) -> int:
    """Units in the basket that waits for a user. One query."""
    waiting = Line.objects.filter(basket__owner=user, basket__status=Basket.OPEN)
    return waiting.aggregate(units=Sum("quantity", default=0))["units"]


def wanted_product(product_id: int, *, variant: str) -> Product | None:
    """The public product a form asks for, or the `variant` of it that was chosen; None if there is no such."""
    product = Product.objects.filter(pk=product_id, is_public=True).first()
    if product is None or not variant:
        return product
    return Product.objects.filter(pk=number_in(variant), parent=product, is_public=True).first()


def parcels(rows: list[BasketRow], costs: Mapping[int, ParcelCost] | None = None) -> list[Parcel]:
    """The rows by seller, in the order of the basket, with what each parcel costs."""
    by_seller: dict[int, list[BasketRow]] = {}
    for row in rows:
        by_seller.setdefault(row.seller_id, []).append(row)
    return [
        Parcel(mine[0].seller, mine[0].seller_url, tuple(mine), costs.get(seller) if costs else None)
        for seller, mine in by_seller.items()
    ]
