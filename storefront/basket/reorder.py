"""Ordering again what was ordered before: what has changed is said first, then the basket's own rules hold."""

import dataclasses

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from catalogue.products.models import Product
from catalogue.products.offers import Offer, online_offer
from storefront.order.access import buyer_view
from storefront.order.models import Line, Order
from storefront.order.queries import order_address
from storefront.partner.services import StockRefused

from .queries import units_in
from .services import BasketRefused, add_to_basket


@dataclasses.dataclass(frozen=True)
class ReorderRow:
    """A line of an order and what is sold of it now; prices in đồng."""

    line: Line
    product: Product | None
    offer: Offer | None

    @property
    def quantity(self) -> int:
        """Units that can be put into the basket: as many as were ordered, or as are left."""
        return min(self.line.quantity, self.offer.left) if self.offer and self.offer.can_buy else 0

    @property
    def new_price(self) -> int | None:
        """What a unit costs now, if that is not what it cost."""
        if not self.quantity or self.offer.price == int(self.line.unit_price_incl_tax):
            return None
        return self.offer.price

    @property
    def problem(self) -> str:
        """Why not all of it can be ordered again; blank if it can."""
        if self.product is None or self.offer is None or self.offer.price is None:
            return _("No longer sold online.")
        if self.offer.is_sale_stopped:
            return _("Not sold for now: something of this product is recalled.")
        if not self.offer.left:
            return _("Sold out.")
        if self.quantity < self.line.quantity:
            return ngettext("Only %(left)s is left.", "Only %(left)s are left.", self.quantity) % {
                "left": self.quantity
            }
        return ""


def reorder_rows(order: Order) -> list[ReorderRow]:
    """The lines of an order as they could be ordered now. Five queries."""
    lines = order.lines.select_related("product").prefetch_related("product__stockrecords__partner").order_by("pk")
    rows = []
    for line in lines:
        product = line.product if line.product and line.product.is_public else None
        rows.append(ReorderRow(line, product, online_offer(product) if product else None))
    return rows


@require_http_methods(["GET", "HEAD", "POST"])
@buyer_view
def reorder(request, order: Order):
    """What of the order can be ordered again; a POST puts it into the basket, once however often it is sent."""
    rows = reorder_rows(order)
    if request.method != "POST":
        context = {"order": order, "order_url": order_address(order), "rows": rows}
        context["can_buy"] = any(row.quantity for row in rows)
        return render(request, "shop/reorder.html", context)
    for row in rows:
        _add(request, row)
    return redirect("basket")


def _add(request, row: ReorderRow) -> None:
    title = row.line.title
    if not row.quantity:
        messages.error(request, f"{title}: {row.problem}")
        return
    missing = row.quantity - units_in(request.basket, product=row.product)
    try:
        if missing > 0:
            add_to_basket(basket=request.basket, product=row.product, quantity=missing)
    except (BasketRefused, StockRefused) as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("“%(product)s” is now in your basket.") % {"product": title})
