from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PaymentConfig(AppConfig):
    """Our own payments; Oscar's app of that name keeps the label `payment`."""

    name = "storefront.payment"
    label = "payments"
    verbose_name = _("payments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from storefront.order.services.parcels import parcels_delivered

        from .services.cash import when_delivered

        parcels_delivered.connect(when_delivered)
