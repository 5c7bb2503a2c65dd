"""Sales points where parcels may be fetched: proposed by a seller, accepted by the sales point."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from catalogue.history import acting
from catalogue.users import User
from storefront.partner.models import Partner

from .models import PickupOffer

Offers = Mapping[int, PickupOffer]
"""Seller id → the place that the buyer has chosen for the parcel of this seller."""


def accepted_offers(sellers: Iterable[int]) -> QuerySet[PickupOffer]:
    """What buyers can choose. One query, with the sales points."""
    offers = PickupOffer.objects.filter(seller__in=list(sellers), accepted_at__isnull=False)
    return offers.select_related("sales_point", "seller")


def chosen_offers(sellers: Iterable[int], chosen: Mapping[int, int]) -> dict[int, PickupOffer]:
    """Of the choices (seller id → offer id) those that still stand. No query without a choice."""
    wanted = {seller: chosen[seller] for seller in sellers if seller in chosen}
    offers = accepted_offers(wanted).filter(pk__in=wanted.values()) if wanted else ()
    return {offer.seller_id: offer for offer in offers if wanted[offer.seller_id] == offer.pk}


@transaction.atomic
def propose_pickup(*, seller: Partner, sales_point, charge: int, by: User) -> PickupOffer:
    """Ask a sales point to take parcels, or change what it costs; an agreement that stands goes on."""
    with acting(by):
        offer, _created = PickupOffer.objects.update_or_create(
            seller=seller, sales_point=sales_point, defaults={"charge": charge}
        )
    return offer


@transaction.atomic
def withdraw_pickup(*, offer: PickupOffer, by: User) -> None:
    """By the seller or the sales point, before or after it was accepted; parcels on their way are not touched."""
    with acting(by):
        PickupOffer.objects.filter(pk=offer.pk).delete()


@transaction.atomic
def accept_pickup(*, offer: PickupOffer, by: User) -> PickupOffer:
    """The sales point takes parcels of this seller. A second click changes nothing."""
    offer = PickupOffer.objects.select_for_update().get(pk=offer.pk)
    if offer.accepted_at is None:
        offer.accepted_at, offer.accepted_by = timezone.now(), by
        with acting(by):
            offer.save(update_fields=["accepted_at", "accepted_by"])
    return offer
