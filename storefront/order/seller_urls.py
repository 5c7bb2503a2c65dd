"""Addresses of the producer's screens for guests' orders."""

from django.urls import path

from storefront import converters  # noqa: F401  (used in addresses)

from . import seller_views as seller

in_both_languages = [
    path("theo-doi/<key:producer_pk>/don-cho-xac-nhan/", seller.orders, name="trace-orders"),
    path("theo-doi/don/<key:pk>/", seller.order, name="trace-order"),
]
