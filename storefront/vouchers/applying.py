"""Vouchers on a basket: typed, counted, and written down with the order."""

import dataclasses
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from oscar.apps.offer.applicator import Applicator

from .models import DeliveryDiscount, Share, Terms
from .queries import Buyer, judged
from .sharing import Kind, off_delivery


@dataclasses.dataclass(frozen=True)
class Discount:
    """What a voucher takes off an order: off goods and off delivery, seller id → đồng."""

    terms: Terms
    goods: dict[int, int]
    delivery: dict[int, int]

    @property
    def code(self) -> str:
        return self.terms.voucher.code

    @property
    def amount(self) -> int:
        return sum(self.goods.values()) + sum(self.delivery.values())


def apply_vouchers(basket: Any, buyer: Buyer) -> None:
    """Take off the goods what the vouchers of the basket give to this buyer; `basket.judged` says which count.

    What they give off the delivery is asked for when its charges are known (`discounts_of`).
    """
    basket.judged = judged(basket, buyer)
    counting = [row.terms for row in basket.judged if not row.reason]
    for line in basket.all_lines() if basket.judged else ():
        line.clear_discount()
    for terms in counting:
        terms.offer.terms = terms  # with what was found out about this basket
        terms.offer.set_voucher(terms.voucher)
    Applicator().apply_offers(basket, [terms.offer for terms in counting])


def delivery_vouchers(basket: Any) -> list[Terms]:
    """Vouchers that count and make delivery free."""
    return [row.terms for row in basket.judged if not row.reason and row.terms.kind == Kind.DELIVERY]


def discounts_of(basket: Any, charges: dict[int, int]) -> list[Discount]:
    """What each voucher takes off; `charges` of the parcels before that, seller id → đồng. Vouchers that take
    nothing off (delivery is free already) are left out."""
    delivery = delivery_vouchers(basket)
    off = {terms.pk: shares for terms, shares in zip(delivery, off_delivery(delivery, charges), strict=True)}
    found = [
        Discount(row.terms, _off_goods(basket, row.terms), off.get(row.terms.pk, {}))
        for row in basket.judged
        if not row.reason
    ]
    return [discount for discount in found if discount.amount]


def _off_goods(basket: Any, terms: Terms) -> dict[int, int]:
    off: dict[int, int] = {}
    for line in basket.all_lines():
        for discount in line.discounts:
            if discount.offer.pk == terms.offer_id:
                seller = line.stockrecord.partner_id
                off[seller] = off.get(seller, 0) + int(discount.amount)
    return off


def lock_vouchers(basket: Any) -> None:
    """Only one order at a time uses a voucher, and none while it is paused: rows in the order of their ids, after
    the basket and the guest and before stock."""
    list(Terms.objects.select_for_update(of=("self",)).filter(voucher__basket=basket).order_by("pk"))


def keep_to(basket: Any, discounts: Iterable[Discount]) -> None:
    """Only these are used by the order of this basket: Oscar writes down all that the basket names."""
    amounts = {discount.terms.offer_id: discount.amount for discount in discounts}
    used = [discount.terms.voucher_id for discount in discounts]
    basket.vouchers.remove(*basket.vouchers.exclude(pk__in=used))
    applications = basket.offer_applications.applications
    for offer in list(applications):
        if offer not in amounts:
            del applications[offer]
        elif isinstance(applications[offer]["result"], DeliveryDiscount):
            applications[offer]["discount"] = Decimal(amounts[offer])


def write_shares(order: Any, discounts: Iterable[Discount]) -> None:
    """Which parcel of a new order got how much of each discount, and at whose cost."""
    discounts = list(discounts)
    if not discounts:
        return
    rows = {row.voucher_id: row for row in order.discounts.all()}
    parcels = {parcel.partner_id: parcel for parcel in order.parcels.all()}
    for discount in discounts:
        if discount.terms.kind == Kind.DELIVERY:
            row = rows[discount.terms.voucher_id]
            row.category = row.SHIPPING
            row.save(update_fields=["category"])
    Share.objects.bulk_create(
        Share(
            discount=rows[discount.terms.voucher_id],
            voucher=discount.terms.voucher,
            parcel=parcels[seller],
            payer=discount.terms.payer,
            goods=discount.goods.get(seller, 0),
            delivery=discount.delivery.get(seller, 0),
        )
        for discount in discounts
        for seller in sorted(discount.goods.keys() | discount.delivery.keys())
    )
