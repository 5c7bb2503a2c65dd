"""Finds the visitor's basket when, and only when, a page asks for it."""

from django.conf import settings
from oscar.apps.basket import middleware


class BasketMiddleware(middleware.BasketMiddleware):
    """Oscar's, with a cookie that other sites cannot make a browser send."""

    def process_response(self, request, response):
        response = super().process_response(request, response)
        cookie = response.cookies.get(settings.OSCAR_BASKET_COOKIE_OPEN)
        if cookie is not None:
            cookie["samesite"] = "Lax"
        return response
