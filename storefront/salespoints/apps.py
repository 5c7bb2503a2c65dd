from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalespointsConfig(AppConfig):
    name = "storefront.salespoints"
    verbose_name = _("Sales points")
