"""What delivery to a place costs by weight: the seller's zones, else its flat charge (docs/decisions/0025)."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.db import transaction

from catalogue.geography.typed import province_called
from catalogue.history import acting
from catalogue.users import User
from storefront.partner.models import Partner

from .models import DeliveryZone, PackedWeight

UNKNOWN_GRAMS = 1_000
"""For a unit whose seller has not said what it weighs. Only counted with, never shown as its weight."""
HEAVIEST_GRAMS = 1_000_000
"""A heavier parcel is nothing a courier takes; it also bounds what a charge can become."""

Steps = Sequence[Sequence[int]]


class ProvinceTaken(Exception):
    """Another zone of the seller holds provinces with these codes."""

    def __init__(self, codes: set[str]):
        super().__init__(", ".join(sorted(codes)))
        self.codes = codes


def charge_by_weight(steps: Steps, per_kilogram: int, grams: int) -> int:
    """đồng for a parcel of this weight: the first step it fits, or the last and each further kilogram begun."""
    for up_to, charge in steps:
        if grams <= up_to:
            return charge
    up_to, charge = steps[-1]
    return charge + -(-(grams - up_to) // 1000) * per_kilogram


def flat_charge(seller: Partner) -> int:
    return settings.SHIPPING_FLAT_CHARGE if seller.delivery_charge is None else seller.delivery_charge


def possible_charges(seller: Partner, zones: Iterable[DeliveryZone], grams: int, province: str | None) -> list[int]:
    """What delivery may cost, cheapest first. One amount for a known province; none: not delivered there.

    `province` is its name, None while the buyer has not said it. A name that leads to no province of today could be
    any of them.
    """
    if grams > HEAVIEST_GRAMS:
        return []
    zones = list(zones)
    known = province_called(province) if province else None
    if known:
        own = [zone for zone in zones if known.code in zone.provinces]
        return _charges(own, grams) if own else [flat_charge(seller)]
    return sorted([*_charges(zones, grams), flat_charge(seller)])


def _charges(zones: Iterable[DeliveryZone], grams: int) -> list[int]:
    return [charge_by_weight(zone.steps, zone.per_kilogram, grams) for zone in zones if not zone.is_refused]


def zones_of(sellers: Iterable[int]) -> dict[int, list[DeliveryZone]]:
    """Seller id → zones. One query."""
    zones: dict[int, list[DeliveryZone]] = {}
    for zone in DeliveryZone.objects.filter(seller__in=list(sellers)):
        zones.setdefault(zone.seller_id, []).append(zone)
    return zones


def grams_of(records: Iterable[int]) -> dict[int, int]:
    """Stock record id → what its seller says a unit weighs. One query."""
    return dict(PackedWeight.objects.filter(stockrecord__in=list(records)).values_list("stockrecord", "grams"))


@transaction.atomic
def save_zone(*, zone: DeliveryZone, by: User) -> DeliveryZone:
    """Add or change a zone; orders that were placed keep their charges. ProvinceTaken names what is in another."""
    Partner.objects.select_for_update().get(pk=zone.seller_id)  # two zones are never saved side by side
    others = DeliveryZone.objects.filter(seller=zone.seller_id).exclude(pk=zone.pk)
    taken = {code for other in others for code in other.provinces} & set(zone.provinces)
    if taken:
        raise ProvinceTaken(taken)
    with acting(by):
        zone.save()
    return zone


def delete_zone(*, zone: DeliveryZone, by: User) -> None:
    """Parcels to its provinces cost the flat charge again."""
    with transaction.atomic(), acting(by):
        zone.delete()


@transaction.atomic
def set_weights(grams: dict[Any, int | None]) -> None:
    """Stock record → what one unit weighs; None: unknown again."""
    for record, weight in grams.items():
        if weight is None:
            PackedWeight.objects.filter(stockrecord=record).delete()
        else:
            PackedWeight.objects.update_or_create(stockrecord=record, defaults={"grams": weight})
