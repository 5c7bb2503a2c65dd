"""The wish list of an account: Oscar's, one for each account."""

import dataclasses

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from catalogue.errors import Refusal
from catalogue.products.models import Product
from catalogue.products.offers import Offer, online_offer
from catalogue.users import User

WishList, Line = get_model("wishlists", "WishList"), get_model("wishlists", "Line")
MAX_WISHES = 200


class WishRefused(Refusal):
    """The list stays as it was; `message` says why."""


@dataclasses.dataclass(frozen=True)
class Wish:
    """A product of the list, with what it costs now. `product` is None where it is not shown any more."""

    line_id: int
    title: str
    product: Product | None
    offer: Offer | None


@transaction.atomic
def add_wish(*, user: User, product: Product) -> None:
    """Put a product on the list; there already, nothing changes. WishRefused when the list is full."""
    get_user_model().objects.select_for_update().get(pk=user.pk)  # so that there is one list
    wish_list = WishList.objects.filter(owner=user).first() or WishList.objects.create(owner=user)
    if wish_list.lines.filter(product=product).exists():
        return
    if Line.objects.filter(wishlist__owner=user).count() >= MAX_WISHES:
        raise WishRefused(_("Your wish list is full. Please take something off it first."))
    wish_list.lines.create(product=product, title=product.title[:255])


def remove_wish(*, user: User, line_id: int) -> None:
    """Take a line off the own list; one that is gone stays gone."""
    Line.objects.filter(wishlist__owner=user, pk=line_id).delete()


def wishes_of(user: User) -> list[Wish]:
    """The list, newest first. Constant number of queries."""
    lines = Line.objects.filter(wishlist__owner=user).select_related("product__producer").order_by("-pk")
    lines = lines.prefetch_related("product__stockrecords__partner")
    return [
        Wish(line.pk, line.title, line.product, online_offer(line.product))
        if line.product and line.product.is_public
        else Wish(line.pk, line.title, None, None)
        for line in lines
    ]
