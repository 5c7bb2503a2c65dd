"""The papers of parcels, in words: packing slips and delivery labels. Nothing of other sellers stands on them."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.dates import display_moment
from catalogue.money import dong
from media.labels import Label, labels_pdf
from media.papers import Block, Document, Rows, papers_pdf
from storefront.order.models import ShippingAddress
from storefront.order.papers import goods_columns, goods_row
from storefront.portal.orders.queries import DeskParcel
from storefront.templatetags.shop import phone

MAX_PARCELS, MAX_LINES = 100, 2_000
"""In one file, which takes about a second then."""


def packing_slips(parcels: Sequence[DeskParcel]) -> bytes:
    """One slip for each parcel, in one PDF."""
    return papers_pdf([_slip(parcel) for parcel in parcels])


def delivery_labels(parcels: Sequence[DeskParcel], *, on_a4: bool = False) -> bytes:
    """One label (A6) for each parcel, in one PDF; `on_a4`: four on a page."""
    return labels_pdf([_label(parcel) for parcel in parcels], on_a4=on_a4)


def _sender(parcel: DeskParcel) -> list[str]:
    producer = parcel.parcel.partner.producer
    address = producer.address or (str(producer.unit) if producer.unit else "") if producer else ""
    return [line for line in (parcel.ordered.seller or parcel.parcel.partner.name, address) if line]


def _receiver(parcel: DeskParcel) -> list[str]:
    """Name, phone number, address and what the courier should know; less where less is known."""
    address = parcel.parcel.order.shipping_address
    if address is None:
        return [_("not in the data")]
    lines = [
        address.first_name,
        phone(address.phone_number) if address.phone_number else "",
        _goes_to(parcel, address),
    ]
    if address.notes:
        lines.append(_("Note for the courier: %(note)s") % {"note": address.notes})
    return [line for line in lines if line]


def _goes_to(parcel: DeskParcel, address: ShippingAddress) -> str:
    """Where the courier brings it: to the buyer, or to the sales point where it is fetched."""
    pickup = parcel.ordered.pickup
    if pickup is None:
        return _address(address)
    return _("To be fetched at: %(name)s, %(address)s") % {"name": pickup.name, "address": pickup.address}


def _address(address: ShippingAddress) -> str:
    place = ", ".join(part for part in (address.line1, address.line4, address.state) if part)
    return f"{place} ({_('as the buyer wrote it: %(text)s') % {'text': address.line3}})" if address.line3 else place


def _screen(parcel: DeskParcel) -> str:
    """Where the code leads: the parcel's own screen, which asks who is there."""
    return f"{settings.SITE_URL}{reverse('portal-order', args=[parcel.parcel.pk])}"


def _mark(parcel: DeskParcel) -> str:
    is_shown = settings.IS_DEMO or parcel.is_illustrative
    return _("ILLUSTRATIVE: this parcel is not sent") if is_shown else ""


def _slip(parcel: DeskParcel) -> Document:
    amounts = parcel.ordered.amounts
    rows = [goods_row(row) for row in parcel.ordered.lines if row.left]
    totals = [(_("Goods"), dong(amounts.goods - amounts.cancelled)), (_("Delivery"), dong(amounts.delivery))]
    if amounts.discount:
        totals.insert(1, (_("Taken off by vouchers"), dong(amounts.discount)))
    if parcel.paid:
        totals.append((_("Paid already"), dong(parcel.paid)))
    totals.append((_("To pay on delivery"), dong(parcel.to_collect)))
    notes = [_("This is a packing slip and no VAT invoice.")]
    if mark := _mark(parcel):
        notes.insert(0, mark)
    values = {"parcel": parcel.parcel.reference, "at": display_moment(parcel.parcel.order.date_placed)}
    return Document(
        title=_("Packing slip"),
        subtitle=_("Parcel %(parcel)s, ordered %(at)s") % values,
        blocks=[Block(_("Sender"), _sender(parcel)), Block(_("Receiver"), _receiver(parcel))],
        tables=[Rows(goods_columns(), rows)],
        totals=totals,
        notes=notes,
        code=_screen(parcel),
        foot=_("Sao Buôn · parcel %(parcel)s") % values,
    )


def _label(parcel: DeskParcel) -> Label:
    address = parcel.parcel.order.shipping_address
    content = [f"{row.left} × {row.line.title}" for row in parcel.ordered.lines if row.left]
    return Label(
        from_heading=_("Sender"),
        sender=", ".join(_sender(parcel)),
        to_heading=_("Receiver"),
        receiver=address.first_name if address else _("not in the data"),
        phone=phone(address.phone_number) if address and address.phone_number else "",
        address=_goes_to(parcel, address) if address else "",
        note=address.notes if address else "",
        collect_heading=_("To collect in cash (COD)") if parcel.to_collect else _("Nothing to collect"),
        collect=dong(parcel.to_collect) if parcel.to_collect else _("Paid"),
        content="; ".join(content),
        bars=parcel.parcel.reference,
        code=_screen(parcel),
        mark=_mark(parcel),
    )
