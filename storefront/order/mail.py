"""Mails about an order as plain text in the buyer's language."""

import re

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation

from storefront.mail import text_mail

from .models import Order, Parcel, ParcelMessage
from .people import Recipient, language_of, recipients
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


_LINK_BEGIN = re.compile(r"(?<=\w)://|(?<=\w)\.(?=[^\W\d_])")


def without_links(text: str) -> str:
    """A text in which no program that shows mails finds an address to click on: `shop.vn` → `shop. vn`."""
    return _LINK_BEGIN.sub(lambda found: ": //" if found[0] == "://" else ". ", text)


def message_to_buyer(message: ParcelMessage) -> EmailMessage | None:
    """The mail with what a seller wrote; None where nobody can be written to."""
    order = message.parcel.order
    buyer = order.guest_email or order.email
    if not buyer:
        return None
    language = order.guest.language if hasattr(order, "guest") else settings.LANGUAGE_CODE
    with translation.override(language):
        context = {
            "order": order,
            "name": order.shipping_address.first_name if order.shipping_address else "",
            "seller": message.parcel.partner.name,
            "parcel": message.parcel,
            "text": without_links(message.text),
        }
        path = order_address(order)
    return text_mail("shop/mail/message", context, language=language, to=[buyer], path=path)


def message_to_sellers(message: ParcelMessage) -> list[EmailMessage]:
    """A mail with what a buyer wrote for each of the seller's people who wants it."""
    context = {"parcel": message.parcel, "text": without_links(message.text)}
    wanted = [one for one in _people_of(message.parcel) if one.wishes.has_messages]
    return [_to_seller(one, "portal/mail/message", message.parcel, context) for one in wanted]


def new_parcel(parcel: Parcel) -> list[EmailMessage]:
    """A mail about a new parcel for each of the seller's people who wants it. The buyer's name and phone number stay
    on the site."""
    if hasattr(parcel.order, "guest") and parcel.order.guest.is_illustrative:
        return []  # nobody ordered it
    lines = list(parcel.lines.order_by("pk"))
    is_to_call = hasattr(parcel, "call")
    wanted = [one for one in _people_of(parcel) if one.wishes.has_new_parcels]
    context = {"parcel": parcel, "lines": lines, "is_to_call": is_to_call, "is_demo": settings.IS_DEMO}
    return [_to_seller(one, "portal/mail/new_parcel", parcel, context) for one in wanted]


def _people_of(parcel: Parcel) -> list[Recipient]:
    producer = parcel.partner.producer
    return recipients([producer]) if producer else []


def _to_seller(recipient: Recipient, name: str, parcel: Parcel, context: dict) -> EmailMessage:
    language = language_of(recipient)
    with translation.override(language):
        path = reverse("portal-order", args=[parcel.pk])
        wishes = f"{settings.SITE_URL}{reverse('portal-mails', args=[recipient.producer.pk])}"
    context = {**context, "recipient": recipient, "wishes_url": wishes}
    return text_mail(name, context, language=language, to=[recipient.user.email], path=path)
