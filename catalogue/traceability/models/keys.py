"""Public halves of our keys, and the keys of machines that send events."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class SigningKey(models.Model):
    """Ed25519 key that signs stamps, one for each year. Only its public half is here; the private one is a file."""

    number = models.PositiveSmallIntegerField(primary_key=True)
    public_key = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(
        _("retired"), null=True, blank=True, help_text=_("Signs no more; its stamps stay good.")
    )
    withdrawn_at = models.DateTimeField(
        _("withdrawn"), null=True, blank=True, help_text=_("May be in wrong hands: only known serials pass.")
    )

    class Meta:
        ordering = ["number"]
        verbose_name = _("signing key")
        verbose_name_plural = _("signing keys")
        constraints = [
            models.CheckConstraint(condition=models.Q(number__lte=9), name="signing_key_one_digit"),
            models.CheckConstraint(condition=models.Q(public_key__regex=r"^[0-9a-f]{64}$"), name="signing_key_shape"),
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(retired_at__isnull=True, withdrawn_at__isnull=True),
                name="signing_key_one_current",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class CaptureKey(models.Model):
    """Key with which a producer's system sends EPCIS events; only its digest is kept."""

    producer = models.ForeignKey("producers.Producer", on_delete=models.CASCADE, related_name="capture_keys")
    label = models.CharField(_("label"), max_length=80)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("key for events")
        verbose_name_plural = _("keys for events")

    def __str__(self) -> str:
        return self.label
