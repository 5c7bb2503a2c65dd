"""Work on stamps that the worker does."""

from django_tasks import task

from catalogue.traceability.models import StampBatch
from catalogue.traceability.stamps.batches import fill_batch


@task()
def make_serials(batch_id: int) -> int:
    """Make the serials that a batch still lacks. Running it twice, or after a kill, makes none twice."""
    return fill_batch(batch=StampBatch.objects.get(pk=batch_id))
