"""Work on orders that the worker does."""

from django_tasks import task

from storefront.mail import send_or_retry

from .mail import confirmation
from .models import Order


@task()
def send_order_confirmation(order_id: int, language: str, attempt: int = 0) -> None:
    """Mail the confirmation. When the mail server does not take it, try again later, four times."""
    message = confirmation(Order.objects.get(pk=order_id), language=language)
    send_or_retry(message, task=send_order_confirmation, attempt=attempt, order_id=order_id, language=language)
