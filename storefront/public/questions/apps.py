from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    """What visitors ask about a product."""

    name = "storefront.public.questions"
    verbose_name = _("questions and answers")
    default_auto_field = "django.db.models.BigAutoField"
