"""The confirmation of an order as a plain text mail in the buyer's language."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation

from storefront.mail import text_mail

from .models import Order
from .queries import order_address, ordered_parcels


def confirmation(order: Order, *, language: str) -> EmailMessage:
    """The mail to the buyer, ready to be sent."""
    with translation.override(language):
        path = order_address(order)
        context = {
            "order": order,
            "address": order.shipping_address,
            "parcels": ordered_parcels(order),
            "is_demo": settings.IS_DEMO,
        }
    buyer = order.guest_email or order.email
    return text_mail("shop/mail/order_confirmation", context, language=language, to=[buyer], path=path)
