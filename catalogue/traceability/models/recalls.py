"""Recalls: what must not be used. Ended only by two officers."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _


class RecallScope(models.TextChoices):
    LOT = "lot", _("a lot")
    BATCH = "batch", _("a batch of stamps")
    RANGE = "range", _("a range of a batch")
    CERTIFICATE = "certificate", _("a certificate")


@pghistory.track()
class Recall(models.Model):
    """Recall (thu hồi). One of a certificate revokes it; a certificate that just ends needs none."""

    scope = models.CharField(_("scope"), max_length=11, choices=RecallScope.choices)
    lot = models.ForeignKey(
        "traceability.Lot", null=True, blank=True, on_delete=models.PROTECT, related_name="recalls"
    )
    batch = models.ForeignKey(
        "traceability.StampBatch", null=True, blank=True, on_delete=models.PROTECT, related_name="recalls"
    )
    certificate = models.ForeignKey(
        "certification.Certificate", null=True, blank=True, on_delete=models.PROTECT, related_name="recalls"
    )
    first = models.PositiveIntegerField(_("from"), null=True, blank=True)
    last = models.PositiveIntegerField(_("to"), null=True, blank=True)
    reason = models.TextField(_("reason, as consumers read it"), max_length=600)
    declared_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(auto_now_add=True)
    end_asked_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    end_asked_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(_("why it ends"), max_length=300, blank=True)
    ended_by = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("recall")
        verbose_name_plural = _("recalls")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    scope="lot", lot__isnull=False, batch__isnull=True, certificate__isnull=True, first__isnull=True
                )
                | models.Q(
                    scope="batch", lot__isnull=True, batch__isnull=False, certificate__isnull=True, first__isnull=True
                )
                | models.Q(
                    scope="range",
                    lot__isnull=True,
                    batch__isnull=False,
                    certificate__isnull=True,
                    first__isnull=False,
                    last__isnull=False,
                    first__gte=1,
                    last__gte=models.F("first"),
                )
                | models.Q(
                    scope="certificate",
                    lot__isnull=True,
                    batch__isnull=True,
                    certificate__isnull=False,
                    first__isnull=True,
                ),
                name="recall_scope_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True)
                | models.Q(
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                    end_asked_by__isnull=False,
                    end_asked_at__isnull=False,
                ),
                name="recall_end_was_asked",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_by__isnull=True) | ~models.Q(ended_by=models.F("end_asked_by")),
                name="recall_end_two_officers",
            ),
            models.UniqueConstraint(
                fields=["certificate"],
                condition=models.Q(scope="certificate", ended_at__isnull=True),
                name="recall_certificate_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.lot_id or self.batch_id or self.certificate_id}"
