from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClaimsConfig(AppConfig):
    """What buyers complain of about a parcel, and what becomes of it."""

    name = "storefront.claims"
    verbose_name = _("complaints about parcels")
    default_auto_field = "django.db.models.BigAutoField"
