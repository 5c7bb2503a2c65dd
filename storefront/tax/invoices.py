"""The table for a provider of e-invoices: a row for each line and delivery of a parcel, with what invoices name."""

from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from storefront.order.models import Order

from .models import InvoiceRequest
from .movements import Movement
from .rates import RateTotal
from .withholding import tax_of


def invoice_rows(rows: Iterable[Movement]) -> Iterator[list]:
    """Blank is what is not known. Codes in full: for the seller itself and the department only.

    Numbers, symbols and lookup codes of invoices are the provider's; they are not known here.
    """
    yield [
        _("Seller"), _("Seller's tax code"), _("Parcel"), _("Ordered on"), _("Delivered or returned on"),
        _("Asked for an invoice"), _("Buyer"), _("Buyer's tax code"), _("Buyer's address"), _("Buyer's e-mail"),
        _("Goods or service"), _("Quantity"), _("Net amount (đồng)"), _("VAT rate"), _("VAT (đồng)"),
        _("Amount with VAT (đồng)"), _("Note"),
    ]  # fmt: skip
    for row in rows:
        order, total = row.parcel.order, RateTotal(row.kind, row.percent, row.amount, row.vat)
        yield [
            row.parcel.partner.name,
            tax_of(row.parcel.partner).tax_code,
            row.parcel.reference,
            timezone.localdate(order.date_placed),
            timezone.localdate(row.at),
            *_buyer(order),
            row.title,
            row.quantity,
            total.net if total.is_known else None,
            total.label,
            total.vat if total.is_known else None,
            row.amount,
            row.note,
        ]


def _buyer(order: Order) -> list[str]:
    """Whether an invoice was asked for, and to whom it is made out. Of other buyers an invoice needs to say nothing,
    so nothing of them is handed on."""
    wanted: InvoiceRequest | None = getattr(order, "invoice_request", None)
    if wanted is None:
        return [_("no"), "", "", "", ""]
    return [_("yes"), wanted.name, wanted.tax_code, wanted.address, order.guest_email]
