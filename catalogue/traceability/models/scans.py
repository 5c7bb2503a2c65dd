"""Scans of single packs, without anybody's identity, and what their pattern says."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Scan(models.Model):
    """One look at the page of one pack. `device` is a token without identity, empty once anonymised."""

    stamp = models.ForeignKey("traceability.Stamp", on_delete=models.CASCADE, related_name="scans")
    scanned_at = models.DateTimeField()
    device = models.CharField(max_length=32, blank=True, default="")
    province = models.CharField(max_length=8, blank=True, default="", help_text=_("Code of the province, if known."))
    latitude = models.FloatField(null=True, blank=True, help_text=_("Rounded to 0.1 degrees, only with consent."))
    longitude = models.FloatField(null=True, blank=True)
    is_staff_scan = models.BooleanField(default=False, help_text=_("By a sales point."))

    class Meta:
        verbose_name = _("scan")
        verbose_name_plural = _("scans")
        indexes = [models.Index(fields=["stamp", "scanned_at"], name="scan_stamp_time")]
        constraints = [
            models.UniqueConstraint(
                fields=["stamp", "device"], condition=~models.Q(device=""), name="scan_once_a_device"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stamp_id} {self.scanned_at:%Y-%m-%d}"


class ScanSummary(models.Model):
    """What all scans of one stamp say together; brought up to date with each scan."""

    stamp = models.OneToOneField(
        "traceability.Stamp", primary_key=True, on_delete=models.CASCADE, related_name="seen"
    )
    first_at = models.DateTimeField()
    consumers_from = models.DateTimeField(null=True, blank=True, help_text=_("First scan by a consumer."))
    consumers_until = models.DateTimeField(null=True, blank=True, help_text=_("Latest scan by a consumer."))
    scans = models.PositiveIntegerField(default=0)
    devices = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0, help_text=_("Of the devices, those long after the sale."))
    provinces = ArrayField(models.CharField(max_length=8), default=list)
    far_apart_km = models.FloatField(default=0)
    score = models.FloatField(default=0)
    cleared_at = models.DateTimeField(
        null=True, blank=True, help_text=_("An officer looked and found nothing wrong; only later scans count.")
    )

    class Meta:
        verbose_name = _("summary of scans")
        verbose_name_plural = _("summaries of scans")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(consumers_from__isnull=True, consumers_until__isnull=True)
                | models.Q(consumers_from__lte=models.F("consumers_until"), consumers_from__isnull=False),
                name="summary_times_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(late__lte=models.F("devices")), name="summary_late_are_devices"
            ),
        ]

    def __str__(self) -> str:
        return str(self.stamp_id)


class CloneAlert(models.Model):
    """A pattern of scans that an officer should look at. Warns; decides nothing."""

    class State(models.TextChoices):
        NEW = "new", _("new")
        IN_HAND = "in_hand", _("in hand")
        CLEARED = "cleared", _("nothing wrong")
        CONFIRMED = "confirmed", _("copies found")

    stamp = models.ForeignKey("traceability.Stamp", on_delete=models.PROTECT, related_name="alerts")
    score = models.FloatField()
    reasons = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.NEW)
    note = models.TextField(_("note"), blank=True)
    officer = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("alert of copies")
        verbose_name_plural = _("alerts of copies")
        constraints = [
            models.UniqueConstraint(
                fields=["stamp"], condition=models.Q(state__in=("new", "in_hand")), name="clone_alert_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stamp_id}: {self.score:.2f}"
