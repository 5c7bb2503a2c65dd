"""Addresses of the wish list."""

from django.urls import path

from storefront.web import converters  # noqa: F401  (used in addresses)

from . import views

urlpatterns = [
    path("tai-khoan/yeu-thich/", views.wish_list, name="wish-list"),
    path("tai-khoan/yeu-thich/them/<key:product_id>/", views.add, name="wish-add"),
]
