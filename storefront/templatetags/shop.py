"""Filters of the shop's pages and mails."""

import phonenumbers
from django import template
from django.utils.translation import gettext as _

from storefront.shipping.carriers import registry
from storefront.tax.codes import masked

register = template.Library()

ORDER_STATUS_LABELS = {
    "unconfirmed": lambda: _("waits for the seller's call"),
    "expired": lambda: _("not confirmed in time"),
    "unpaid": lambda: _("waits for your payment"),
    "new": lambda: _("received"),
    "confirmed": lambda: _("confirmed"),
    "packed": lambda: _("packed"),
    "shipped": lambda: _("on its way"),
    "delivered": lambda: _("delivered"),
    "returning": lambda: _("coming back"),
    "returned": lambda: _("came back"),
    "cancelled": lambda: _("cancelled"),
}


@register.filter
def phone(number) -> str:
    """A phone number as people here write it: `+84912345678` is `0912 345 678`; others internationally."""
    parsed = phonenumbers.parse(str(number), "VN")
    styles = phonenumbers.PhoneNumberFormat
    style = styles.NATIONAL if parsed.country_code == 84 else styles.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


@register.filter
def last_digits(number) -> str:
    """The last three digits, enough for its owner to know it."""
    return str(number)[-3:]


@register.filter
def masked_tax_code(code: str) -> str:
    """A personal number without its first digits."""
    return masked(code)


@register.filter
def order_status(status: str) -> str:
    """Status of an order or a parcel in plain words."""
    label = ORDER_STATUS_LABELS.get(status)
    return label() if label else status


@register.filter
def tracking_page(parcel) -> str:
    """Where its carrier shows a parcel; blank where we do not know."""
    return registry.tracking_page(parcel.carrier, parcel.tracking_number)
