"""Recalls: what must not be used. Ended only by two officers."""

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.approvals import ApprovalRequest, kept_and_answered_once, one_open_request


class RecallScope(models.TextChoices):
    LOT = "lot", _("a lot")
    BATCH = "batch", _("a batch of stamps")
    RANGE = "range", _("a range of a batch")
    CERTIFICATE = "certificate", _("a certificate")


@pghistory.track()
class Recall(models.Model):
    """Recall (thu hồi). One of a certificate revokes it; a certificate that just ends needs none.

    `ended_at` is what every page asks; the database lets it be set only once a `RecallEnd` has been agreed to.
    """

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
            models.UniqueConstraint(
                fields=["certificate"],
                condition=models.Q(scope="certificate", ended_at__isnull=True),
                name="recall_certificate_once",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="recall_ends_by_two",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__ended_at__isnull=False),
                func="""
                    IF NOT EXISTS (SELECT FROM traceability_recallend WHERE recall_id = NEW.id AND is_agreed) THEN
                        RAISE EXCEPTION 'recall % ends without the agreement of a second officer', NEW.id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.lot_id or self.batch_id or self.certificate_id}"

    @property
    def requested_end(self) -> "RecallEnd | None":
        """The request to end it that waits for a second officer."""
        return next((end for end in self.ends.all() if end.is_open), None)

    @property
    def agreed_end(self) -> "RecallEnd | None":
        """The request by which it ended."""
        return next((end for end in self.ends.all() if end.is_agreed), None)


class RecallEnd(ApprovalRequest):
    """Request that a recall ends (chấm dứt thu hồi)."""

    recall = models.ForeignKey(Recall, on_delete=models.PROTECT, related_name="ends")

    class Meta(ApprovalRequest.Meta):
        verbose_name = _("end of a recall")
        verbose_name_plural = _("ends of recalls")
        constraints = [*ApprovalRequest.Meta.constraints, one_open_request("recall")]
        triggers = kept_and_answered_once("recallend")

    def __str__(self) -> str:
        return f"{self.recall_id}: {self.reason}"
