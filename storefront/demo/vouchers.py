"""Vouchers of the demo: one for the goods of a fair, one of the member producer. Both are marked as illustrative."""

import datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from cms.models import FairPage
from storefront.partner.models import Partner, StockRecord
from storefront.vouchers.codes import code_key
from storefront.vouchers.models import Payer, Scope, Terms
from storefront.vouchers.services import NewVoucher, give_voucher
from storefront.vouchers.sharing import Kind

from .orders import ENOUGH_UNITS

OF_FAIR, OF_SELLER = "HOICHO-MINHHOA", "GIAOHANG-MINHHOA"
DAYS = datetime.timedelta(days=120)


@transaction.atomic
def load_demo_vouchers(*, seller: str) -> int:
    """The two vouchers, the seller's by its name; how many are new. ImproperlyConfigured outside the demo.

    The fair is the latest one with a product that is sold online; without one the voucher is for the whole shop.
    """
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("illustrative vouchers are given in the demo only")
    now = timezone.now()
    common = {
        "start": now - datetime.timedelta(days=1),
        "end": now + DAYS,
        "is_illustrative": True,
    }
    sold = StockRecord.objects.filter(
        partner__producer__isnull=False, price__isnull=False, is_illustrative=True, num_in_stock__gte=ENOUGH_UNITS
    ).values("product")
    fairs = FairPage.objects.filter(live=True, fair_products__product__in=sold)
    fair = fairs.order_by("-starts", "-pk").first()
    wanted = [
        NewVoucher(
            name="Minh họa: phiếu của hội chợ", code=OF_FAIR, kind=Kind.PERCENT, value=10, most=50_000,
            scope=Scope.FAIR if fair else Scope.ALL, fair=fair, payer=Payer.PROGRAMME, max_uses=200,
            max_uses_per_buyer=1, **common,
        )
    ]  # fmt: skip
    partner = Partner.objects.filter(producer__name=seller).first()
    if partner:
        wanted.append(
            NewVoucher(
                name="Minh họa: miễn phí giao hàng", code=OF_SELLER, kind=Kind.DELIVERY, minimum=50_000,
                scope=Scope.SELLER, seller=partner, payer=Payer.SELLER, **common,
            )
        )  # fmt: skip
    known = set(Terms.objects.values_list("key", flat=True))
    new = [voucher for voucher in wanted if code_key(voucher.code) not in known]
    for voucher in new:
        give_voucher(voucher, by=None)
    return len(new)
