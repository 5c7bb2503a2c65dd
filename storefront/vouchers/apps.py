from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VouchersConfig(AppConfig):
    """Vouchers of sellers and of the programme, and what they cost."""

    name = "storefront.vouchers"
    verbose_name = _("vouchers")
    default_auto_field = "django.db.models.BigAutoField"
