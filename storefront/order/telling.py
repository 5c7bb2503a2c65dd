"""Telling buyers what becomes of an order: a mail in the language in which it was placed, and a notification in the
account. Telling the seller's people what is theirs to do. All are rows of the transaction in which it happens, and
each step is told once."""

from django.db.models import Model

from storefront.mail.kinds import mail_kinds
from storefront.mail.services import queue_mail
from storefront.notifications.services import notify

from .models import Order, Parcel, ParcelMessage, ParcelState
from .people import Recipient, recipients

TOLD_OF_STATE = {
    ParcelState.CONFIRMED: "parcel_confirmed",
    ParcelState.PACKED: "parcel_packed",
    ParcelState.SHIPPED: "parcel_shipped",
    ParcelState.DELIVERED: "parcel_delivered",
    ParcelState.RETURNED: "parcel_returned",
    ParcelState.CANCELLED: "parcel_cancelled",
}
"""What buyers hear of, and as what. Packing is a notification only; that a parcel is paid for is told with the
payment."""


def buyer_address(order: Order) -> str:
    """Where mails about an order go; blank where nobody can be written to."""
    return order.guest_email or order.email or ""


def tell_buyer(kind: str, order: Order, target: Model, *, key: object = None, about: str = "", **arguments) -> None:
    """Tell the buyer once for each target (or `key`): by mail, where there is a mail of this kind, written from
    `arguments`, and in the account, where the order has one. `target` is what the notification leads to."""
    if kind in mail_kinds():
        queue_mail(
            kind,
            key=key or target.pk,
            to=buyer_address(order),
            language=order.language,
            about=about or order.number,
            user=order.user,
            **arguments,
        )
    notify(order.user, kind, target, key=key)


def tell_of_parcel(kind: str, parcel: Parcel, *, key: object = None) -> None:
    """Tell the buyer of a parcel."""
    tell_buyer(kind, parcel.order, parcel, key=key, about=parcel.reference, parcel_id=parcel.pk)


def tell_of_state(parcel: Parcel) -> None:
    """Tell the buyer of the state that a parcel is in now, if it is one that buyers hear of."""
    if kind := TOLD_OF_STATE.get(ParcelState(parcel.state)):
        tell_of_parcel(kind, parcel)


def tell_of_message(message: ParcelMessage) -> None:
    """Tell the other side of a message about a parcel."""
    parcel = message.parcel
    if message.sender == ParcelMessage.Sender.SELLER:
        key = f"message-{message.pk}"
        tell_buyer(
            "message_from_seller", parcel.order, parcel, key=key, about=parcel.reference, message_id=message.pk
        )
        return
    for person in _people_of(parcel):
        _mail_seller(person, "message_from_buyer", parcel, key=message.pk, message_id=message.pk)


def tell_seller(parcel: Parcel) -> None:
    """Tell the seller's people of a new parcel; nobody of one that a demo made up. Who wants it is asked later."""
    guest = getattr(parcel.order, "guest", None)
    if guest and guest.is_illustrative:
        return
    for person in _people_of(parcel):
        _mail_seller(person, "parcel_ordered", parcel, key=parcel.pk, parcel_id=parcel.pk)


def _people_of(parcel: Parcel) -> list[Recipient]:
    producer = parcel.partner.producer
    return recipients([producer]) if producer else []


def _mail_seller(person: Recipient, kind: str, parcel: Parcel, *, key: int, **arguments) -> None:
    queue_mail(
        kind,
        key=f"{key}-{person.user.pk}",
        to=person.user.email,
        language=person.user.language,
        about=parcel.reference,
        user_id=person.user.pk,
        **arguments,
    )
