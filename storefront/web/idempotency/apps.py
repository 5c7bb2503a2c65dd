from django.apps import AppConfig


class IdempotencyConfig(AppConfig):
    """One form that was sent, however often it arrives, is done once (docs/decisions/0021)."""

    name = "storefront.web.idempotency"
    verbose_name = "Forms sent once"
