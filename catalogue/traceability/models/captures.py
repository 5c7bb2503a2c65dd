"""EPCIS events as companies' systems sent them, and how each sending ended."""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _


class CaptureJob(models.Model):
    """One document sent to `/epcis/v2/capture`: all its events were kept, or none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.ForeignKey("traceability.CaptureKey", on_delete=models.CASCADE, related_name="jobs")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    is_success = models.BooleanField(default=False)
    event_count = models.PositiveIntegerField(default=0, help_text=_("Events newly kept; known ones do not count."))
    errors = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("sending of events")
        verbose_name_plural = _("sendings of events")

    def __str__(self) -> str:
        return str(self.id)


class CapturedEvent(models.Model):
    """EPCIS event as received, with the parts that queries ask for. Never changed or deleted."""

    producer = models.ForeignKey("producers.Producer", on_delete=models.PROTECT, related_name="captured_events")
    job = models.ForeignKey(CaptureJob, null=True, on_delete=models.SET_NULL, related_name="events")
    event_id = models.CharField(max_length=200, help_text=_("eventID, or the hash id where the sender gave none."))
    event_hash = models.CharField(max_length=64)
    is_error_declaration = models.BooleanField(default=False)
    body = models.JSONField()
    context = models.JSONField(default=list)
    event_type = models.CharField(max_length=120)
    action = models.CharField(max_length=7, blank=True, default="")
    biz_step = models.CharField(max_length=200, blank=True, default="")
    disposition = models.CharField(max_length=200, blank=True, default="")
    read_point = models.CharField(max_length=300, blank=True, default="")
    biz_location = models.CharField(max_length=300, blank=True, default="")
    epcs = ArrayField(models.CharField(max_length=400), default=list)
    event_time = models.DateTimeField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["event_time", "id"]
        verbose_name = _("captured event")
        verbose_name_plural = _("captured events")
        constraints = [
            models.UniqueConstraint(
                fields=["producer", "event_id", "is_error_declaration"], name="captured_event_once"
            ),
        ]
        indexes = [
            GinIndex(fields=["epcs"], name="captured_event_epcs"),
            models.Index(fields=["producer", "event_time", "id"], name="captured_event_time"),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.event_id
