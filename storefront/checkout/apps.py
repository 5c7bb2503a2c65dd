from oscar.apps.checkout import apps


class CheckoutConfig(apps.CheckoutConfig):
    name = "storefront.checkout"

    def ready(self):
        """Views and addresses are our own (storefront.checkout.urls)."""

    def get_urls(self):
        return []
