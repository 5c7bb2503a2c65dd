"""The way from a request to an order of the person who bought: its signed address, and its account."""

import functools

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.views.decorators.cache import never_cache

from .models import Line, Order, Parcel
from .queries import order_by_signature


def buyer_view(view):
    """A page below the signed address of an order, where something can be done: `view(request, order, …)`.

    A guest's order is acted for by whoever has its address. One of an account is acted for only with that account,
    for addresses are passed on: visitors sign in first, others are told no (404).
    """

    @never_cache
    @functools.wraps(view)
    def checked(request, number: str, signature: str, **which):
        order = order_by_signature(number, signature)
        if order is None:
            raise Http404
        if order.user_id is not None and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if order.user_id not in (None, request.user.pk):
            raise Http404
        response = view(request, order, **which)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "same-origin"  # with none at all, a browser hides where a form comes from
        return response

    return checked


def parcel_of(order: Order, number: int) -> Parcel:
    """The parcel with this number within the order. Http404."""
    parcel = order.parcels.select_related("partner__producer", "order").filter(number=number).first()
    if parcel is None:
        raise Http404
    return parcel


def line_of(order: Order, pk: int) -> Line:
    """A line of the order with its parcel and product. Http404."""
    line = order.lines.select_related("parcel", "product__parent").filter(pk=pk).first()
    if line is None:
        raise Http404
    return line
