from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalespointsConfig(AppConfig):
    name = "storefront.salespoints"
    verbose_name = _("Sales points")

    def ready(self):
        """The registry declares, revokes and suspends without knowing of sales points: here they hear of it."""
        from catalogue.certification import signals
        from catalogue.traceability.recalls import services as recalls

        from . import rules  # noqa: F401 - the permissions
        from .notices import services as notices

        def declared(recall, **_signal):
            notices.tell_of_recall(recall=recall)

        def ended(recall, **_signal):
            notices.tell_of_end(recall=recall)

        def revoked(certificate, **_signal):
            notices.tell_of_revocation(certificate=certificate)

        def restored(certificate, **_signal):
            notices.tell_of_restoration(certificate=certificate)

        def suspended(certificate, **_signal):
            notices.tell_of_suspension(certificate=certificate)

        def reinstated(certificate, **_signal):
            notices.tell_of_reinstatement(certificate=certificate)

        for signal, receiver in (
            (recalls.recall_declared, declared),
            (recalls.recall_ended, ended),
            (signals.certificate_revoked, revoked),
            (signals.certificate_restored, restored),
            (signals.certificate_suspended, suspended),
            (signals.certificate_reinstated, reinstated),
        ):
            signal.connect(receiver, weak=False, dispatch_uid=f"salespoints.{receiver.__name__}")
