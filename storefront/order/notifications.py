"""What accounts are told of their orders."""

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalogue.users import User
from storefront.notifications.kinds import NotificationKind

from .models import Order, Parcel
from .queries import order_address


def _address(user: User, order: Order) -> str:
    if order.user_id != user.pk:
        raise PermissionDenied
    return order_address(order)


def _parcel_kind(name: str, sentence: str | Promise) -> NotificationKind:
    return NotificationKind(
        name,
        sentence,
        about=lambda parcel: parcel.reference,
        address=lambda user, pk: _address(user, Parcel.objects.select_related("order").get(pk=pk).order),
    )


def _order_kind(name: str, sentence: str | Promise) -> NotificationKind:
    return NotificationKind(
        name,
        sentence,
        about=lambda order: order.number,
        address=lambda user, pk: _address(user, Order.objects.get(pk=pk)),
    )


KINDS = (
    _order_kind("order_received", _("Order %(about)s was received")),
    _parcel_kind("parcel_confirmed", _("The seller has confirmed parcel %(about)s")),
    _parcel_kind("parcel_packed", _("Parcel %(about)s is packed")),
    _parcel_kind("parcel_shipped", _("Parcel %(about)s is on its way")),
    _parcel_kind("parcel_ready", _("Parcel %(about)s waits for you at the sales point")),
    _parcel_kind("parcel_delivered", _("Parcel %(about)s was delivered")),
    _parcel_kind("parcel_returned", _("Parcel %(about)s came back")),
    _parcel_kind("parcel_cancelled", _("Parcel %(about)s was cancelled")),
    _parcel_kind("parcel_reduced", _("The seller sends fewer units in parcel %(about)s")),
    _parcel_kind("call_missed", _("The seller has not confirmed parcel %(about)s by phone in time")),
    _parcel_kind("message_from_seller", _("The seller writes to you about parcel %(about)s")),
    _order_kind("payment_received", _("A payment for order %(about)s has arrived")),
    _order_kind("refund_sent", _("Money of order %(about)s was sent back to you")),
)
