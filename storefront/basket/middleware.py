"""Finds the visitor's basket when, and only when, a page asks for it."""

from django.conf import settings
from django.utils.functional import empty
from oscar.apps.basket import middleware

from storefront.vouchers.applying import apply_vouchers
from storefront.vouchers.queries import Buyer

from .queries import units_in, units_of


class BasketMiddleware(middleware.BasketMiddleware):
    """Oscar's, with a cookie that other sites cannot make a browser send, and one that tells how much is in it.

    Pages are the same for everybody, so the number beside the basket is put there by a script that reads the second
    cookie (js/frame.js). It is set with the basket: who has none gets no cookie.
    """

    def apply_offers_to_basket(self, request, basket):
        """Vouchers are the only offers there are."""
        if not basket.is_empty:
            apply_vouchers(basket, Buyer(request.user))

    def process_response(self, request, response):
        response = super().process_response(request, response)
        cookie = response.cookies.get(settings.OSCAR_BASKET_COOKIE_OPEN)
        if cookie is not None:
            cookie["samesite"] = "Lax"
        units = getattr(request, "units_from_now_on", None)
        if units is None and request.basket._wrapped is not empty:
            units = units_in(request.basket)
        if units is not None:
            _tell_units(request, response, units)
        return response


def note_basket_of_user(sender, request, user, **kwargs) -> None:
    """Who signs in finds his basket again; one that he filled as a guest is added when it is first looked at."""
    if request is not None and not request.COOKIES.get(settings.OSCAR_BASKET_COOKIE_OPEN):
        request.units_from_now_on = units_of(user)


def note_empty_basket(sender, request, **kwargs) -> None:
    """After signing out, and after an order."""
    if request is not None:
        request.units_from_now_on = 0


def note_units(request) -> None:
    """What is in the basket now, where nothing else was noted."""
    if getattr(request, "units_from_now_on", None) is None:
        request.units_from_now_on = units_in(request.basket)


def _tell_units(request, response, units: int) -> None:
    name = settings.BASKET_UNITS_COOKIE
    told = request.COOKIES.get(name)
    if units and told != str(units):
        lifetime, is_secure = settings.OSCAR_BASKET_COOKIE_LIFETIME, settings.OSCAR_BASKET_COOKIE_SECURE
        response.set_cookie(name, str(units), max_age=lifetime, secure=is_secure, samesite="Lax")
    elif told is not None and not units:
        response.delete_cookie(name, samesite="Lax")
