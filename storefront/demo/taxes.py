"""Illustrative taxes of what is sold in the demo: no seller has said anything of them."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from catalogue.producers.models import ProducerType
from storefront.partner.models import StockRecord
from storefront.tax.models import OfferVat, SellerTax
from storefront.tax.rates import VatKind

KINDS = {
    ProducerType.HOUSEHOLD: VatKind.REVENUE,
    ProducerType.COOPERATIVE: VatKind.REDUCED,
    ProducerType.COMPANY: VatKind.REDUCED,
}
"""Sellers of other kinds stay unknown. Nobody gets a tax code: there is none that is nobody's."""


@transaction.atomic
def load_demo_taxes() -> int:
    """Of goods with an illustrative price, and of their delivery; how many offers are new. What is there stays."""
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("illustrative taxes are loaded in the demo only")
    offers = StockRecord.objects.filter(is_illustrative=True, partner__producer__type__in=KINDS, vat=None)
    offers = list(offers.select_related("partner__producer", "partner__tax"))
    sellers = {offer.partner for offer in offers if not hasattr(offer.partner, "tax")}
    OfferVat.objects.bulk_create(
        OfferVat(stock_record=offer, kind=KINDS[offer.partner.producer.type]) for offer in offers
    )
    SellerTax.objects.bulk_create(
        SellerTax(partner=seller, delivery_kind=KINDS[seller.producer.type]) for seller in sellers
    )
    return len(offers)
