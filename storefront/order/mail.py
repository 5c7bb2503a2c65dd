"""The confirmation of an order as a plain text mail in the buyer's language."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from .models import Order
from .queries import order_address, ordered_parcels


def confirmation(order: Order, *, language: str) -> EmailMessage:
    """The mail to the buyer, ready to be sent."""
    with translation.override(language):
        context = {
            "order": order,
            "address": order.shipping_address,
            "parcels": ordered_parcels(order),
            "url": f"{settings.SITE_URL}{order_address(order)}",
            "site_url": settings.SITE_URL,
            "is_demo": settings.IS_DEMO,
        }
        subject = render_to_string("shop/mail/order_confirmation_subject.txt", context)
        body = render_to_string("shop/mail/order_confirmation.txt", context)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=body.strip() + "\n",
        from_email=settings.OSCAR_FROM_EMAIL,
        to=[order.guest_email or order.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
