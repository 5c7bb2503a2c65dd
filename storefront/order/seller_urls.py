"""Addresses of the producer's screens for guests' orders."""

from django.urls import path

from . import seller_views as seller

in_both_languages = [
    path("theo-doi/<int:producer_pk>/don-cho-xac-nhan/", seller.orders, name="trace-orders"),
    path("theo-doi/don/<int:pk>/", seller.order, name="trace-order"),
]
