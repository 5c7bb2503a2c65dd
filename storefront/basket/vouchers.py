"""Vouchers that somebody types for a basket."""

from django.db import transaction
from django.utils.translation import gettext as _

from storefront.vouchers.codes import code_key
from storefront.vouchers.models import Terms
from storefront.vouchers.services import VoucherRefused

from .models import Basket

MAX_IN_BASKET = 5


@transaction.atomic
def put_into_basket(*, basket: Basket, code: str) -> Terms:
    """The voucher with this code counts for the basket from now on, as soon as it can.

    VoucherRefused for an unknown code, for too many vouchers, and for a basket that was ordered meanwhile.
    """
    terms = Terms.objects.select_related("voucher").filter(key=code_key(code)).first()
    if terms is None:
        raise VoucherRefused(_("We know no voucher with this code. Please check it: it stands on the leaflet."))
    _lock(basket)
    if basket.vouchers.exclude(pk=terms.voucher_id).count() >= MAX_IN_BASKET:
        raise VoucherRefused(_("One order takes at most %(count)s vouchers.") % {"count": MAX_IN_BASKET})
    basket.vouchers.add(terms.voucher)
    return terms


@transaction.atomic
def take_out_of_basket(*, basket: Basket, code: str) -> None:
    """It counts no more. One that is not there stays away."""
    _lock(basket)
    basket.vouchers.remove(*basket.vouchers.filter(terms__key=code_key(code)))


def _lock(basket: Basket) -> None:
    """No change while it is being ordered."""
    if basket.pk is None or not Basket.objects.select_for_update().get(pk=basket.pk).can_be_edited:
        raise VoucherRefused(_("Your basket is empty."))
