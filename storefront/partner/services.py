"""Stock moves: held for a guest's order for a time, allocated to an order that stands (docs/decisions/0009)."""

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.history import acting
from catalogue.users import User

from .models import Allocation, CheckoutHold, Partner, StockHold, StockHoldQuerySet, StockRecord


class StockRefused(Exception):
    """A product cannot be sold as asked; `message` tells the buyer why, in the buyer's language."""

    message: str


class SaleStopped(StockRefused):
    """Something of `product` is recalled, so none of it is sold online (`catalogue.products.offers`)."""

    def __init__(self, product):
        super().__init__(str(product))
        self.product = product

    @property
    def message(self) -> str:
        return _("“%(product)s” is not sold here for now: something of it is recalled.") % {
            "product": self.product.title
        }


@dataclasses.dataclass(frozen=True)
class Shortage:
    """Of `product` only `left` units can still be ordered; `in_checkouts` more are at other buyers' checkouts."""

    product: Any
    left: int
    in_checkouts: int = 0

    @property
    def message(self) -> str:
        values = {"product": self.product.title, "left": self.left}
        if not self.left and self.in_checkouts:
            return (
                _("Others are ordering the last units of “%(product)s” right now.") % values
                + " "
                + _("What they do not order is free again in a few minutes.")
            )
        if not self.left:
            return _("“%(product)s” is sold out.") % values
        return (
            ngettext(
                "Only %(left)s unit of “%(product)s” is left.",
                "Only %(left)s units of “%(product)s” are left.",
                self.left,
            )
            % values
        )


class InsufficientStock(StockRefused):
    """Fewer units are left than asked for; `shortages` names every product of which there are too few."""

    def __init__(self, *shortages: Shortage):
        self.shortages = shortages
        super().__init__("; ".join(f"{shortage.product}: {shortage.left} left" for shortage in shortages))

    @property
    def message(self) -> str:
        return " ".join(shortage.message for shortage in self.shortages)


def lock_stock(
    *, quantities: Mapping[int, int], instead_of: StockHoldQuerySet | None = None, basket: Any = None
) -> list[StockRecord]:
    """Lock stock records (id → units wanted) and judge them under the lock; those whose stock is counted.

    All rows are locked at once, in the order of their ids, until the surrounding transaction ends (there must be
    one). `instead_of` are holds that end with it: their units are free for this order. What is held at the checkout
    is free for the `basket` it is held for and for no other. InsufficientStock names all rows that have too little
    left.
    """
    records = lock_records(quantities)
    if instead_of is not None:
        instead_of.delete()
    # Asked anew: what came with the rows is older than the wait for their locks.
    held = StockHold.objects.units(quantities)
    in_checkouts = CheckoutHold.objects.of_others(basket).units(quantities)
    tracked = [record for record in records if record.can_track_allocations]
    for record in tracked:
        record.num_held = held.get(record.pk, 0)
    short = [
        shortage
        for record in tracked
        if (shortage := shortage_of(record, quantities[record.pk], in_checkouts=in_checkouts.get(record.pk, 0)))
    ]
    if short:
        raise InsufficientStock(*short)
    return tracked


def shortage_of(record: StockRecord, wanted: int, *, in_checkouts: int) -> Shortage | None:
    """What is missing to so many units, `in_checkouts` of which are at other checkouts; None if enough is left."""
    left = record.net_stock_level - in_checkouts
    if wanted <= left:
        return None
    return Shortage(record.product, max(left, 0), in_checkouts if record.net_stock_level > 0 else 0)


def lock_records(stockrecord_ids: Iterable[int]) -> list[StockRecord]:
    """The stock records, locked in one order of rows for everybody: two transactions never wait for each other."""
    return list(
        StockRecord.objects.select_for_update(of=("self",))
        .select_related("product__product_class")
        .filter(pk__in=list(stockrecord_ids))
        .order_by("pk")
    )


def allocate_stock(*, units: Mapping[Any, int], records: Iterable[StockRecord]) -> None:
    """Promise units of lines to their order: line → units. `records` are locked and judged (`lock_stock`)."""
    counted = {record.pk for record in records}
    Allocation.objects.bulk_create(
        Allocation(stockrecord_id=line.stockrecord_id, line=line, quantity=quantity)
        for line, quantity in units.items()
        if line.stockrecord_id in counted
    )


def units_by_record(units: Mapping[Any, int]) -> Counter[int]:
    """Stock record id → units: those of lines of a basket or an order, summed."""
    wanted: Counter[int] = Counter()
    for line, quantity in units.items():
        if line.stockrecord_id:
            wanted[line.stockrecord_id] += quantity
    return wanted


def hold_stock(*, lines: Iterable[Any], records: Iterable[StockRecord], until: datetime.datetime) -> None:
    """Keep the units of these lines of an order until then. `records` are locked and judged (`lock_stock`)."""
    counted = {record.pk for record in records}
    StockHold.objects.bulk_create(
        StockHold(stockrecord_id=line.stockrecord_id, line=line, quantity=line.quantity, expires_at=until)
        for line in lines
        if line.stockrecord_id in counted
    )


def hold_for_checkout(
    *, basket: Any, quantities: Mapping[int, int], records: Iterable[StockRecord], network: str = ""
) -> datetime.datetime | None:
    """Keep units of a basket while its buyer is at the checkout; until when, None if nothing is kept.

    Every step renews it for CHECKOUT_HOLD_MINUTES, up to CHECKOUT_HOLD_LONGEST_MINUTES in all; for as long again the
    basket keeps nothing. `records` are locked and judged (`lock_stock`); `network` as in `CheckoutHold`.
    """
    now = timezone.now()
    longest = datetime.timedelta(minutes=settings.CHECKOUT_HOLD_LONGEST_MINUTES)
    minutes = datetime.timedelta(minutes=settings.CHECKOUT_HOLD_MINUTES)
    own = CheckoutHold.objects.filter(basket=basket)
    own.exclude(stockrecord__in=quantities).delete()
    began = min(own.filter(started_at__gt=now - 2 * longest).values_list("started_at", flat=True), default=now)
    until = min(now + minutes, began + longest)
    if until <= now:
        return None
    CheckoutHold.objects.bulk_create(
        (
            CheckoutHold(
                basket=basket,
                stockrecord=record,
                quantity=quantities[record.pk],
                network=network,
                started_at=began,
                expires_at=until,
            )
            for record in records
        ),
        update_conflicts=True,
        unique_fields=["basket", "stockrecord"],
        update_fields=["quantity", "network", "started_at", "expires_at"],
    )
    return until


def keep_in_checkout(*, basket: Any, stockrecord_id: int, at_most: int) -> None:
    """The basket has so many units of this record now: no more are kept for it at the checkout."""
    own = CheckoutHold.objects.filter(basket=basket, stockrecord=stockrecord_id)
    if at_most:
        own.filter(quantity__gt=at_most).update(quantity=at_most)
    else:
        own.delete()


def release_checkout(*, basket: Any) -> None:
    """The basket is ordered or given up: nothing is kept for it any more."""
    CheckoutHold.objects.filter(basket=basket).delete()


def release_stock(*, lines: Iterable[Any]) -> None:
    """Give back what is held or allocated for these lines of an order; never refused."""
    lines = list(lines)
    StockHold.objects.filter(line__in=lines).delete()
    allocations = Allocation.objects.filter(line__in=lines)
    lock_records(allocations.values_list("stockrecord", flat=True))
    allocations.delete()


def keep_stock(*, units: Mapping[int, int]) -> None:
    """Hold or allocate no more for lines of an order than this: line id → units, 0 for none. Never refused."""
    kept = [*StockHold.objects.filter(line__in=units), *Allocation.objects.filter(line__in=units)]
    lock_records({row.stockrecord_id for row in kept})
    for row in sorted(kept, key=lambda row: row.stockrecord_id):
        if units[row.line_id]:
            row.quantity = units[row.line_id]
            row.save(update_fields=["quantity"])
        else:
            row.delete()


def ship_stock(*, lines: Iterable[Any]) -> None:
    """What is allocated to these lines of an order leaves the stock."""
    allocations = Allocation.objects.filter(line__in=list(lines))
    units = Counter()
    for record_id, quantity in allocations.values_list("stockrecord", "quantity"):
        units[record_id] += quantity
    lock_records(units)
    allocations.delete()  # first, for there is never less on hand than is promised
    _change_on_hand({record_id: -quantity for record_id, quantity in units.items()})


def send_from_stock(*, quantities: Mapping[int, int]) -> None:
    """Units that nobody was promised leave the stock, for what is sent once more: stock record id → units.

    InsufficientStock if fewer are free.
    """
    _change_on_hand({record.pk: -quantities[record.pk] for record in lock_stock(quantities=quantities)})


def restock(*, quantities: Mapping[int, int]) -> None:
    """Put units back on the shelf: stock record id → number of units, where stock is counted."""
    tracked = [record for record in lock_records(quantities) if record.can_track_allocations]
    _change_on_hand({record.pk: quantities[record.pk] for record in tracked})


def _change_on_hand(changes: Mapping[int, int]) -> None:
    for record_id, change in sorted(changes.items()):
        StockRecord.objects.filter(pk=record_id).update(num_in_stock=F("num_in_stock") + change)


def forget_expired_holds() -> int:
    """Delete holds that no longer count; how many. Truth does not wait for it: search index and caches hear of it."""
    with transaction.atomic():
        expired = StockHold.objects.expired().select_for_update(skip_locked=True).order_by("pk")
        deleted, _by_model = StockHold.objects.filter(pk__in=[hold.pk for hold in expired]).delete()
        # Those of the checkout tell until then that their basket has kept units long enough.
        longest = datetime.timedelta(minutes=settings.CHECKOUT_HOLD_LONGEST_MINUTES)
        over = CheckoutHold.objects.filter(started_at__lte=timezone.now() - 2 * longest).order_by("pk")
        CheckoutHold.objects.filter(pk__in=[hold.pk for hold in over.select_for_update(skip_locked=True)]).delete()
    return deleted


DELIVERY_TERMS = ("delivery_charge", "free_delivery_from", "minimum_order")


@transaction.atomic
def set_delivery_terms(
    *,
    seller: Partner,
    delivery_charge: int | None,
    free_delivery_from: int | None,
    minimum_order: int | None,
    by: User,
) -> Partner:
    """What delivery of the seller's parcels costs from now on, in đồng.

    None: as everywhere, never free, no least order. Orders that were placed keep their charges.
    """
    seller = Partner.objects.select_for_update().get(pk=seller.pk)
    terms = (delivery_charge, free_delivery_from, minimum_order)
    for name, value in zip(DELIVERY_TERMS, terms, strict=True):
        setattr(seller, name, value)
    with acting(by):
        seller.save(update_fields=DELIVERY_TERMS)
    return seller
