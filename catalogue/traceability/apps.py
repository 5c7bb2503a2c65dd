from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TraceabilityConfig(AppConfig):
    name = "catalogue.traceability"
    verbose_name = _("Stamps")

    def ready(self) -> None:
        """Certification knows nothing of recalls; here they come to have their say."""
        from catalogue.certification.signals import restoration_asked
        from catalogue.traceability.recalls.services import forbid_restoring_recalled

        restoration_asked.connect(forbid_restoring_recalled, dispatch_uid="traceability.forbid_restoring_recalled")
