from django.contrib.auth.signals import user_logged_in, user_logged_out
from oscar.apps.basket import apps


class BasketConfig(apps.BasketConfig):
    name = "storefront.basket"

    def ready(self):
        """Views and addresses are our own (storefront.basket.urls)."""
        from .middleware import note_basket_of_user, note_empty_basket

        user_logged_in.connect(note_basket_of_user)
        user_logged_out.connect(note_empty_basket)

    def get_urls(self):
        return []
