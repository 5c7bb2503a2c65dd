"""Work on orders that the worker does."""

import datetime
import logging

from django.utils import timezone
from django_tasks import task

from .mail import confirmation
from .models import Order

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 30, 120)


@task()
def send_order_confirmation(order_id: int, language: str, attempt: int = 0) -> None:
    """Mail the confirmation. When the mail server does not take it, try again later, four times."""
    message = confirmation(Order.objects.get(pk=order_id), language=language)
    try:
        message.send()
    except OSError:  # network and SMTP errors alike
        if attempt >= len(RETRY_MINUTES):
            raise
        logger.warning("order %s: confirmation not sent, attempt %s", order_id, attempt + 1, exc_info=True)
        again = timezone.now() + datetime.timedelta(minutes=RETRY_MINUTES[attempt])
        send_order_confirmation.using(run_after=again).enqueue(
            order_id=order_id, language=language, attempt=attempt + 1
        )
