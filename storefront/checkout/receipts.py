"""The receipt of an order (phiếu bán hàng) for its buyer: what was bought of whom, what was paid. No VAT invoice."""

from django.conf import settings
from django.utils.translation import gettext as _

from catalogue.dates import display_moment
from catalogue.money import dong
from media.papers import Block, Document, Rows, papers_pdf
from storefront.order.models import Order
from storefront.order.papers import goods_columns, goods_row
from storefront.order.queries import OrderedParcel, ordered_parcels, to_pay
from storefront.payment.queries import paid_for
from storefront.tax.queries import vat_of
from storefront.templatetags.shop import last_digits, order_status


def receipt_pdf(order: Order) -> bytes:
    """Whoever knows the order's address may have it, so it names neither the buyer nor the street."""
    parcels = ordered_parcels(order)
    sums, paid = to_pay(parcels), paid_for([row.parcel for row in parcels]).total()
    address, at = order.shipping_address, display_moment(order.date_placed)
    totals = [(_("Goods"), dong(sums.total - sums.delivery)), (_("Delivery"), dong(sums.delivery))]
    totals += [(label, dong(amount)) for label, amount in (total.part for total in vat_of(parcels))]
    totals += [
        (_("Taken off by voucher %(code)s") % {"code": discount.voucher_code}, dong(discount.amount))
        for discount in order.discounts.all()
    ]
    totals.append((_("Total"), dong(sums.total)))
    if paid:
        totals += [(_("Paid by bank transfer"), dong(paid)), (_("Still to pay"), dong(max(sums.total - paid, 0)))]
    values = {"number": order.number, "at": at}
    buyer = [_("Order %(number)s") % values]
    if address:
        buyer += [
            _("to %(commune)s, %(province)s") % {"commune": address.line4, "province": address.state},
            _("phone number ending in %(digits)s") % {"digits": last_digits(address.phone_number)},
        ]
    document = Document(
        title=_("Receipt of an order"),
        subtitle=_("Order %(number)s of %(at)s") % values,
        blocks=[Block(_("Buyer"), buyer), Block(_("Sold through"), ["Sao Buôn"])],
        tables=[_table(row, place, len(parcels)) for place, row in enumerate(parcels, start=1)],
        totals=totals,
        notes=[
            _("This is a receipt and no VAT invoice. Each seller issues invoices for its own goods; ask it for one."),
            *([_("ILLUSTRATIVE: nothing is delivered and nobody is charged")] if _is_illustrative(order) else []),
        ],
        foot=_("Sao Buôn · order %(number)s") % values,
    )
    return papers_pdf([document])


def _is_illustrative(order: Order) -> bool:
    return bool(settings.IS_DEMO or (hasattr(order, "guest") and order.guest.is_illustrative))


def _table(row: OrderedParcel, place: int, count: int) -> Rows:
    values = {"number": place, "count": count, "seller": row.seller, "state": order_status(row.state)}
    return Rows(
        goods_columns(),
        [goods_row(line) for line in row.lines],
        title=_("Parcel %(number)s of %(count)s: %(seller)s (%(state)s)") % values,
    )
