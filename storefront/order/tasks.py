"""Work on orders that the worker does."""

from django_tasks import task

from storefront.mail import send_or_retry

from .mail import call_mail, confirmation
from .models import Confirmation, Order


@task()
def send_order_confirmation(order_id: int, language: str, attempt: int = 0) -> None:
    """Mail the confirmation. When the mail server does not take it, try again later, four times."""
    message = confirmation(Order.objects.get(pk=order_id), language=language)
    send_or_retry(message, task=send_order_confirmation, attempt=attempt, order_id=order_id, language=language)


@task()
def send_call_mail(confirmation_id: int, what: str, attempt: int = 0) -> None:
    """Tell the buyer how a seller's call ended; `what` is the name of the mail. Tried again as above."""
    call = Confirmation.objects.select_related("order__guest", "partner").get(pk=confirmation_id)
    send_or_retry(
        call_mail(call, what), task=send_call_mail, attempt=attempt, confirmation_id=confirmation_id, what=what
    )
