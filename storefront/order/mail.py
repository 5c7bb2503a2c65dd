"""Mails about an order, in the language in which it was placed."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from storefront.mail.kinds import Letter, MailKind

from . import mail_samples as samples
from .models import Order, Parcel, ParcelMessage
from .people import recipients
from .queries import order_address, ordered_parcels, waiting_until


def _order_received(order_id: int) -> Letter | None:
    order = Order.objects.select_related("shipping_address").filter(pk=order_id).first()
    return order and order_letter(order)


def order_letter(order: Order) -> Letter:
    parcels = ordered_parcels(order)
    context = {
        "order": order,
        "address": order.shipping_address,
        "parcels": parcels,
        "payments": list(order.payments.select_related("account")),
        "waiting_until": waiting_until(parcels),
    }
    return Letter(context, order_address(order))


def _about_parcel(parcel_id: int) -> Letter | None:
    parcel = Parcel.objects.select_related("order__shipping_address").filter(pk=parcel_id).first()
    if parcel is None:
        return None
    order = parcel.order
    parcels = ordered_parcels(order)
    context = {
        "order": order,
        "address": order.shipping_address,
        "parcel": next(row for row in parcels if row.parcel == parcel),
        "others": [row for row in parcels if row.parcel != parcel],
    }
    return Letter(context, order_address(order))


def _message_to_buyer(message_id: int) -> Letter | None:
    message = ParcelMessage.objects.select_related("parcel__order__shipping_address", "parcel__partner").get(
        pk=message_id
    )
    order = message.parcel.order
    context = {
        "order": order,
        "address": order.shipping_address,
        "seller": message.parcel.partner.name,
        "text": message.text,
    }
    return Letter(context, order_address(order))


def _message_to_seller(message_id: int, user_id: int) -> Letter | None:
    message = ParcelMessage.objects.select_related("parcel__partner__producer").get(pk=message_id)
    return _to_seller(message.parcel, user_id, "has_messages", {"text": message.text})


def _parcel_ordered(parcel_id: int, user_id: int) -> Letter | None:
    """The buyer's name and phone number stay on the site."""
    parcel = Parcel.objects.select_related("call", "partner__producer").filter(pk=parcel_id).first()
    if parcel is None:
        return None
    lines = list(parcel.lines.order_by("pk"))
    return _to_seller(parcel, user_id, "has_new_parcels", {"lines": lines, "call": getattr(parcel, "call", None)})


def _to_seller(parcel: Parcel, user_id: int, wish: str, context: dict) -> Letter | None:
    """None to somebody who does not act for the seller any more, or does not want this mail."""
    producer = parcel.partner.producer
    people = recipients([producer]) if producer else []
    if not any(person.user.pk == user_id and getattr(person.wishes, wish) for person in people):
        return None
    wishes = f"{settings.SITE_URL}{reverse('portal-mails', args=[producer.pk])}"
    whole = {**context, "parcel": parcel, "producer": producer, "wishes_url": wishes}
    return Letter(whole, reverse("portal-order", args=[parcel.pk]))


def _parcel_kind(name: str, label, template: str, sample, *, is_optional: bool = False) -> MailKind:
    return MailKind(name, label, f"shop/mail/{template}", _about_parcel, sample, is_optional=is_optional)


KINDS = (
    MailKind("order_received", _("Order received"), "shop/mail/order_confirmation", _order_received, samples.orders),
    _parcel_kind("parcel_confirmed", _("Parcel confirmed"), "parcel_confirmed", samples.parcel, is_optional=True),
    _parcel_kind(
        "parcel_shipped", _("Parcel on its way"), "parcel_shipped", samples.shipped_parcel, is_optional=True
    ),
    _parcel_kind("parcel_ready", _("Parcel to be fetched"), "parcel_ready", samples.ready_parcel),
    _parcel_kind("parcel_delivered", _("Parcel delivered"), "parcel_delivered", samples.parcel, is_optional=True),
    _parcel_kind("parcel_returned", _("Parcel came back"), "parcel_returned", samples.cancelled_parcel),
    _parcel_kind("parcel_cancelled", _("Parcel cancelled"), "part_cancelled", samples.cancelled_parcel),
    _parcel_kind("parcel_reduced", _("Fewer units in a parcel"), "parcel_reduced", samples.reduced_parcel),
    _parcel_kind("call_missed", _("Not confirmed by phone"), "call_missed", samples.unconfirmed_parcel),
    MailKind(
        "message_from_seller",
        _("The seller writes"),
        "shop/mail/message",
        _message_to_buyer,
        samples.message_to_buyer,
    ),
    MailKind(
        "message_from_buyer",
        _("A buyer writes"),
        "portal/mail/message",
        _message_to_seller,
        samples.message_to_seller,
    ),
    MailKind(
        "parcel_ordered",
        _("New order, to the seller"),
        "portal/mail/new_parcel",
        _parcel_ordered,
        samples.new_parcels,
    ),
)
