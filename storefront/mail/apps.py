from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    """Mails that wait, that were sent, and that no server took."""

    name = "storefront.mail"
    label = "mail"
    verbose_name = _("mails")
    default_auto_field = "django.db.models.BigAutoField"
