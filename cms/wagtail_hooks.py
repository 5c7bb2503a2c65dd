"""Wagtail's admin for our editors: choosing a product among many."""

from wagtail import hooks

from .choosers import ProductChooserViewSet


@hooks.register("register_admin_viewset")
def register_product_chooser():
    return ProductChooserViewSet("product_chooser")
