"""What a voucher takes off, in whole đồng, cut to the đồng over what it is for."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

Part = TypeVar("Part", bound=Hashable)


class Kind(models.TextChoices):
    """What a voucher gives."""

    PERCENT = "percent", _("percent off the goods")
    FIXED = "fixed", _("amount off the goods")
    DELIVERY = "delivery", _("free delivery")


def spread(amount: int, over: Mapping[Part, int]) -> dict[Part, int]:
    """Cut an amount in proportion: part → its share, whole đồng by the largest remainder, the smallest part first of
    equals, so that the order of the parts does not matter. No part gets more than it has."""
    total = sum(over.values())
    amount = min(amount, total)
    if amount <= 0:
        return {}
    shares = {part: amount * weight // total for part, weight in over.items()}
    by_remainder = sorted(over, key=lambda part: (-(amount * over[part] % total), part))
    for part in by_remainder[: amount - sum(shares.values())]:
        shares[part] += 1
    return {part: share for part, share in shares.items() if share}


def reduction(*, kind: str, value: int, most: int | None, base: int) -> int:
    """What is taken off `base` đồng of goods, or of delivery: `value` in percent or đồng, `most` in đồng."""
    amount = {Kind.PERCENT: base * value // 100, Kind.FIXED: value, Kind.DELIVERY: base}[Kind(kind)]
    return max(min(amount, base, base if most is None else most), 0)


def off_delivery(vouchers: Sequence[Any], charges: Mapping[int, int]) -> list[dict[int, int]]:
    """For each voucher (`models.Terms`, with the `sellers` whose parcels it is for): seller id → đồng off the charge.

    One after the other, so that no charge is taken off twice.
    """
    left, taken = dict(charges), []
    for terms in vouchers:
        own = {seller: left[seller] for seller in terms.sellers if left.get(seller)}
        amount = reduction(kind=Kind.DELIVERY, value=0, most=terms.most, base=sum(own.values()))
        shares = spread(amount, own)
        for seller, share in shares.items():
            left[seller] -= share
        taken.append(shares)
    return taken
