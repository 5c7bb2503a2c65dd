from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TaxConfig(AppConfig):
    name = "storefront.tax"
    verbose_name = _("taxes")
    default_auto_field = "django.db.models.BigAutoField"
