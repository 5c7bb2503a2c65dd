from typing import Any

from oscar.apps.catalogue import apps


class ProductsConfig(apps.CatalogueConfig):
    """The fork of Oscar's catalogue: products of the register."""

    name = "catalogue.products"

    def get_urls(self) -> list[Any]:
        """Public product pages have addresses of their own (storefront.urls)."""
        return []

    def ready(self) -> None:
        from oscar.apps.catalogue import receivers  # noqa: F401
