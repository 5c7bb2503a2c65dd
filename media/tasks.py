"""Work on photos that the worker does."""

import datetime
import logging

from django.utils import timezone
from django_tasks import task

from . import services
from .models import Photo

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 30, 120)


@task()
def make_renditions(photo_id: int, attempt: int = 0) -> None:
    """Make what is missing of a photo. When that fails (a full disk, say), try again later, four times."""
    try:
        services.make_renditions(photo_id=photo_id)
    except OSError:
        if attempt >= len(RETRY_MINUTES):
            raise
        logger.warning("photo %s: renditions not made, attempt %s", photo_id, attempt + 1, exc_info=True)
        again = timezone.now() + datetime.timedelta(minutes=RETRY_MINUTES[attempt])
        make_renditions.using(run_after=again).enqueue(photo_id=photo_id, attempt=attempt + 1)


def enqueue_renditions(photo: Photo, **_signal: object) -> None:
    """Receiver. The task is a row of the transaction that saves the photo: it exists only with the photo."""
    make_renditions.enqueue(photo_id=photo.pk)
