"""Work on orders that the worker does."""

from django_tasks import task

from storefront.mail import send_or_retry

from .mail import confirmation, message_to_buyer, message_to_sellers, new_parcel, parcel_mail
from .models import Order, Parcel, ParcelMessage


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


@task()
def send_message_mail(message_id: int, to: str = "", attempt: int = 0) -> None:
    """Tell the other side of a message about a parcel; each mail that is not taken is tried again by itself."""
    whole = ("parcel__order__guest", "parcel__order__user", "parcel__order__shipping_address")
    message = ParcelMessage.objects.select_related(*whole, "parcel__partner__producer").get(pk=message_id)
    if message.sender == ParcelMessage.Sender.BUYER:
        mails = message_to_sellers(message)
    else:
        mails = [mail] if (mail := message_to_buyer(message)) else []
    _send_each(mails, to=to, task=send_message_mail, attempt=attempt, message_id=message_id)


@task()
def send_seller_mail(parcel_id: int, to: str = "", attempt: int = 0) -> None:
    """Tell the seller's people of a new parcel. Tried again as above."""
    parcel = Parcel.objects.select_related("order__guest", "call", "partner__producer").get(pk=parcel_id)
    _send_each(new_parcel(parcel), to=to, task=send_seller_mail, attempt=attempt, parcel_id=parcel_id)


def _send_each(mails, *, to: str, task, attempt: int, **arguments) -> None:
    """Send the mails, or the one to `to`; one that fails holds up none of the others."""
    for message in mails:
        if to in ("", message.to[0]):
            send_or_retry(message, task=task, attempt=attempt, to=message.to[0], **arguments)
