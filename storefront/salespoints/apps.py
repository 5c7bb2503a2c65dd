from django.apps import AppConfig


class SalespointsConfig(AppConfig):
    name = "storefront.salespoints"
