"""What waits for the index. Rows are written by database triggers (see migrations)."""

from django.db import models
from django.db.models.functions import Now


class OutboxEntry(models.Model):
    """One change of a product or of something its search document shows; deleted when indexed."""

    product_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True, db_default=Now())

    class Meta:
        verbose_name = "outbox entry"
        verbose_name_plural = "outbox entries"

    def __str__(self) -> str:
        return f"{self.pk}: product {self.product_id}"


class WorkerHeartbeat(models.Model):
    """When each worker process last said that it is alive."""

    name = models.CharField(max_length=80, primary_key=True)
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class SuggestionChange(models.Model):
    """One change of a producer, area or group that suggestions show; deleted when the index follows it."""

    kind = models.CharField(max_length=8)
    key = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True, db_default=Now())

    class Meta:
        verbose_name = "change of suggestions"
        verbose_name_plural = "changes of suggestions"

    def __str__(self) -> str:
        return f"{self.pk}: {self.kind} {self.key}"
