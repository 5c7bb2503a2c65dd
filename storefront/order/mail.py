"""Mails about an order as plain text in the buyer's language."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation

from storefront.mail import text_mail

from .models import Confirmation, Order
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


def call_mail(call: Confirmation, what: str) -> EmailMessage:
    """`part_cancelled` or `call_missed`: what became of a seller's part of an order, and what stays of the order."""
    language = call.order.guest.language
    with translation.override(language):
        path = order_address(call.order)
        parcels = ordered_parcels(call.order)
        context = {
            "order": call.order,
            "address": call.order.shipping_address,
            "call": call,
            "parcel": next(parcel for parcel in parcels if parcel.call == call),
            "others": [parcel for parcel in parcels if parcel.call != call],
            "is_demo": settings.IS_DEMO,
        }
    return text_mail(f"shop/mail/{what}", context, language=language, to=[call.order.guest_email], path=path)
