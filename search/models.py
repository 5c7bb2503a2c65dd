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


class IndexFollower(models.Model):
    """An index that hears of every change beside the embedded one in use: that of Elasticsearch, or a new
    one that is being built (`is_complete` is false until it is put in place)."""

    name = models.CharField(max_length=100, primary_key=True)
    engine = models.CharField(max_length=20)
    is_complete = models.BooleanField(default=False)

    class Meta:
        verbose_name = "following index"
        verbose_name_plural = "following indexes"

    def __str__(self) -> str:
        return self.name


class FollowerChange(models.Model):
    """One product that a following index must look at anew; deleted when it has."""

    follower = models.CharField(max_length=100)
    product_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True, db_default=Now())

    class Meta:
        verbose_name = "change for a following index"
        verbose_name_plural = "changes for following indexes"
        indexes = [models.Index(fields=["follower", "id"], name="search_follower_change")]

    def __str__(self) -> str:
        return f"{self.pk}: product {self.product_id} for {self.follower}"
