"""What waits for the index. Rows are written by database triggers (see migrations)."""

from typing import TypeVar

from django.db import connection, models
from django.db.models.functions import Now

Row = TypeVar("Row", bound="QueuedChange")


class Queue(models.QuerySet[Row]):
    """Rows that wait; those of the lowest number have waited longest."""

    def take(self, limit: int | None = None) -> list[Row]:
        """Take the oldest rows out, but none that another process is just taking. They are gone with the
        transaction, which must be open: whoever dies before its end has taken nothing."""
        oldest, parameters = (
            self.order_by("pk").select_for_update(skip_locked=True).values("pk")[:limit].query.sql_with_params()
        )
        table = connection.ops.quote_name(self.model._meta.db_table)
        return list(self.raw(f"DELETE FROM {table} WHERE id IN ({oldest}) RETURNING *", parameters))  # noqa: S608 - names of ours


class QueuedChange(models.Model):
    """One row of a queue."""

    created_at = models.DateTimeField(auto_now_add=True, db_default=Now())

    class Meta:
        abstract = True


class Outbox(Queue["OutboxEntry"]):
    """Changes that the embedded index must follow."""

    def tell_page_cache(self) -> None:
        """Results may look different now. Its trigger on this table (`storefront.web.caching.triggers`) hears of
        every statement that deletes."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_outboxentry WHERE false")


class OutboxEntry(QueuedChange):
    """One change of a product or of something its search document shows; deleted when indexed."""

    product_id = models.BigIntegerField()

    objects = Outbox.as_manager()

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


class SuggestionChange(QueuedChange):
    """One change of a producer, area, group, news item or fair; deleted when the indexes of suggestions and of
    these kinds follow it."""

    kind = models.CharField(max_length=8)
    key = models.BigIntegerField()

    objects = Queue.as_manager()

    class Meta:
        verbose_name = "change of suggestions"
        verbose_name_plural = "changes of suggestions"

    def __str__(self) -> str:
        return f"{self.pk}: {self.kind} {self.key}"


class IndexReplica(models.Model):
    """An index kept up to date beside the embedded one in use: that of Elasticsearch, or a new
    one that is being built (`is_complete` is false until it is put in place)."""

    name = models.CharField(max_length=100, primary_key=True)
    engine = models.CharField(max_length=20)
    is_complete = models.BooleanField(default=False)

    class Meta:
        verbose_name = "index replica"
        verbose_name_plural = "index replicas"

    def __str__(self) -> str:
        return self.name


class ReplicaChange(QueuedChange):
    """One product that a replica must look at anew; deleted when it has."""

    replica = models.CharField(max_length=100)
    product_id = models.BigIntegerField()

    objects = Queue.as_manager()

    class Meta:
        verbose_name = "change for a replica"
        verbose_name_plural = "changes for replicas"
        indexes = [models.Index(fields=["replica", "id"], name="search_replica_change")]

    def __str__(self) -> str:
        return f"{self.pk}: product {self.product_id} for {self.replica}"
