"""Mails about an order as plain text in the buyer's language."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation

from storefront.mail import text_mail

from .models import Order, Parcel
from .queries import order_address, ordered_parcels, waiting_until


def confirmation(order: Order, *, language: str) -> EmailMessage:
    """The mail to the buyer, ready to be sent."""
    with translation.override(language):
        path = order_address(order)
        parcels = ordered_parcels(order)
        context = {
            "order": order,
            "address": order.shipping_address,
            "parcels": parcels,
            "waiting_until": waiting_until(parcels),
            "is_demo": settings.IS_DEMO,
        }
    buyer = order.guest_email or order.email
    return text_mail("shop/mail/order_confirmation", context, language=language, to=[buyer], path=path)


def parcel_mail(parcel: Parcel, what: str) -> EmailMessage | None:
    """`part_cancelled`, `call_missed` or `parcel_shipped`: what became of a parcel, and what stays of the order.

    None where nobody can be written to.
    """
    order = parcel.order
    buyer = order.guest_email or order.email
    if not buyer:
        return None
    language = order.guest.language if hasattr(order, "guest") else settings.LANGUAGE_CODE
    with translation.override(language):
        path = order_address(order)
        parcels = ordered_parcels(order)
        context = {
            "order": order,
            "address": order.shipping_address,
            "parcel": next(row for row in parcels if row.parcel == parcel),
            "others": [row for row in parcels if row.parcel != parcel],
            "is_demo": settings.IS_DEMO,
        }
    return text_mail(f"shop/mail/{what}", context, language=language, to=[buyer], path=path)
