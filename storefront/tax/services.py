"""Saying which taxes a seller's goods bear, and writing down with an order what holds on that day."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from storefront.order.models import Order
from storefront.partner.models import Partner

from .codes import clean_tax_code
from .models import DeliveryVat, InvoiceRequest, LineVat, OfferVat, SellerTax
from .rates import VatKind, vat_percent


@transaction.atomic
def set_taxes(*, seller: Partner, tax_code: str, delivery_kind: str, kinds: Mapping[int, str], by=None) -> SellerTax:
    """Tax code and delivery of a seller, and the kind of each of its offers (by id of the stock record), in orders
    from now on. ValidationError for a wrong code; offers of others stay as they are."""
    Partner.objects.select_for_update().get(pk=seller.pk)
    own = seller.stockrecords.filter(pk__in=kinds).select_related("vat").order_by("pk")
    for record in own:
        vat = getattr(record, "vat", None) or OfferVat(stock_record=record, kind=VatKind.UNKNOWN)
        if vat.kind != kinds[record.pk]:
            vat.kind, vat.set_by = VatKind(kinds[record.pk]), by
            vat.save()
    saved = SellerTax.objects.filter(partner=seller).first() or SellerTax(partner=seller)
    saved.tax_code, saved.delivery_kind, saved.set_by = clean_tax_code(tax_code), VatKind(delivery_kind), by
    saved.save()
    return saved


def request_invoice(*, order: Order, name: str, tax_code: str, address: str) -> None:
    """Keep to whom the sellers of an order make out their invoices. ValidationError for a wrong code."""
    request = InvoiceRequest(order=order, name=name, address=address)
    request.tax_code = clean_tax_code(tax_code)
    request.save()


def write_down_vat(order: Order) -> None:
    """Kind and rate of every line and delivery of a new order. Four reads, two writes, whatever its size."""
    day = timezone.localdate()
    lines, parcels = list(order.lines.all()), list(order.parcels.all())
    offers = OfferVat.objects.filter(stock_record__in=[line.stockrecord_id for line in lines])
    kinds = dict(offers.values_list("stock_record", "kind"))
    sellers = SellerTax.objects.filter(partner__in=[parcel.partner_id for parcel in parcels])
    deliveries = dict(sellers.values_list("partner", "delivery_kind"))

    def known(kind: str) -> dict:
        return {"kind": kind, "percent": vat_percent(kind, day)}

    LineVat.objects.bulk_create(
        LineVat(line=line, **known(kinds.get(line.stockrecord_id, VatKind.UNKNOWN))) for line in lines
    )
    DeliveryVat.objects.bulk_create(
        DeliveryVat(parcel=parcel, **known(deliveries.get(parcel.partner_id, VatKind.UNKNOWN))) for parcel in parcels
    )
