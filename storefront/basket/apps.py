from oscar.apps.basket import apps


class BasketConfig(apps.BasketConfig):
    name = "storefront.basket"

    def ready(self):
        """Views and addresses are our own (storefront.basket.urls)."""

    def get_urls(self):
        return []
