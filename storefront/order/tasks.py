"""Work on orders that the worker does."""

from django_tasks import task

from storefront.mail import send_or_retry

from .mail import confirmation, parcel_mail
from .models import Order, Parcel


@task()
def send_order_confirmation(order_id: int, language: str, attempt: int = 0) -> None:
    """Mail the confirmation. When the mail server does not take it, try again later, four times."""
    message = confirmation(Order.objects.get(pk=order_id), language=language)
    send_or_retry(message, task=send_order_confirmation, attempt=attempt, order_id=order_id, language=language)


@task()
def send_parcel_mail(parcel_id: int, what: str, attempt: int = 0) -> None:
    """Tell the buyer what became of a parcel; `what` is the name of the mail. Tried again as above."""
    parcel = Parcel.objects.select_related("order__guest", "order__user").get(pk=parcel_id)
    if message := parcel_mail(parcel, what):
        send_or_retry(message, task=send_parcel_mail, attempt=attempt, parcel_id=parcel_id, what=what)
