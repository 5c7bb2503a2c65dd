"""Which pages show how many units are left, and of which products.

A page that says nothing counts as one that shows the units of all products: to forget it costs speed, never truth.
"""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpResponse


def shows_units_of(response: HttpResponse, products: Iterable[int]) -> HttpResponse:
    """Say that this page shows how many units are left of these products (ids), and of no other."""
    response.units_of = frozenset(products)
    return response


def shows_no_units(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view whose pages may say whether something can be bought, but never how many units are left."""

    @wraps(view)
    def declared(request, *args, **kwargs):
        return shows_units_of(view(request, *args, **kwargs), ())

    return declared


def products_with_units(response: HttpResponse) -> frozenset[int] | None:
    """The products whose units the page shows; None: perhaps of all."""
    return getattr(response, "units_of", None)
