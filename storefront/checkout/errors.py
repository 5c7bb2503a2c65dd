"""Why an order is not placed, in words for the buyer."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from storefront.vouchers.queries import Judged


class OrderRefused(Exception):
    """The order cannot be placed as shown; `message` tells the buyer why. Nothing was kept.

    `status` is the HTTP status of the answer; `is_guest_limit` is true where an account would help.
    """

    message: str
    status = 409
    is_guest_limit = False


class BasketEmpty(OrderRefused):
    """The basket holds nothing, or is no longer a basket that can be ordered."""

    @property
    def message(self) -> str:
        return _("Your basket is empty.")


class NotForSale(OrderRefused):
    """`product` is not sold online (any more)."""

    def __init__(self, product):
        super().__init__(str(product))
        self.product = product

    @property
    def message(self) -> str:
        return _("“%(product)s” is no longer sold online.") % {"product": self.product.title}


class BelowMinimum(OrderRefused):
    """A seller's parcel holds less than its least order: `missing` đồng of goods."""

    def __init__(self, *, missing: int):
        super().__init__(f"{missing} missing")
        self.missing = missing

    @property
    def message(self) -> str:
        return _("One of the producers sends nothing below a least order. Please see what is missing in the basket.")


class PaymentGone(OrderRefused):
    """The chosen way to pay is not offered (any more)."""

    @property
    def message(self) -> str:
        return _("This way to pay is not offered any more. Nothing was ordered; please choose another one.")


class NotDelivered(OrderRefused):
    """A seller delivers nothing to this address, or nothing so heavy."""

    @property
    def message(self) -> str:
        return _(
            "One of the producers does not deliver to this address, or not so much at once. Please change the address"
            " or take its goods out of the basket."
        )


class PickupGone(OrderRefused):
    """A sales point does not take parcels of this seller any more."""

    @property
    def message(self) -> str:
        return _(
            "One of the chosen sales points does not take parcels of this producer any more. Nothing was ordered;"
            " please go back to the address and choose again."
        )


class VoucherLost(OrderRefused):
    """`vouchers` (`vouchers.queries.Judged`) do not count, or no more, and the buyer saw another total."""

    def __init__(self, vouchers: Sequence[Judged]):
        super().__init__(", ".join(row.code for row in vouchers))
        self.vouchers = vouchers

    @property
    def message(self) -> str:
        lost = [_("Voucher %(code)s: %(reason)s") % {"code": row.code, "reason": row.reason} for row in self.vouchers]
        return " ".join([_("Nothing was ordered; please check the new total."), *lost])


class TotalChanged(OrderRefused):
    """The buyer saw `shown` đồng, the order would cost `now` đồng."""

    def __init__(self, *, shown: Decimal, now: Decimal):
        super().__init__(f"shown {shown}, now {now}")
        self.shown, self.now = shown, now

    @property
    def message(self) -> str:
        return _("Prices have changed in the meantime. Nothing was ordered; please check the new total.")
