from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalespointsConfig(AppConfig):
    name = "storefront.salespoints"
    verbose_name = _("Sales points")

    def ready(self):
        """The registry declares recalls without knowing of sales points; here they come to hear of it."""
        from django.db.models.signals import post_save

        from catalogue.certification.models import Certificate
        from catalogue.traceability import recalls, restoring

        from . import notices

        def declared(recall, **_signal):
            notices.tell_of_recall(recall=recall)

        def ended(recall, **_signal):
            notices.tell_of_end(recall=recall)

        def restored(certificate, **_signal):
            notices.tell_of_restoration(certificate=certificate)

        def certificate_saved(instance, raw, **_signal):
            if instance.revoked_on and not raw:
                notices.tell_of_revocation(certificate=instance)

        for signal, receiver in (
            (recalls.recall_declared, declared),
            (recalls.recall_ended, ended),
            (restoring.certificate_restored, restored),
        ):
            signal.connect(receiver, weak=False, dispatch_uid=f"salespoints.{receiver.__name__}")
        post_save.connect(
            certificate_saved, sender=Certificate, weak=False, dispatch_uid="salespoints.certificate_saved"
        )
