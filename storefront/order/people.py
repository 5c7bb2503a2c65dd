"""Whom a seller's mails go to: everybody who acts for the producer today and wants them."""

import dataclasses
from collections.abc import Iterable

from catalogue.producers.models import Membership, Producer
from catalogue.users import User

from .models import SellerMails


@dataclasses.dataclass(frozen=True)
class Recipient:
    """A person who acts for a producer, with what the person wants to hear."""

    user: User
    producer: Producer
    wishes: SellerMails


def recipients(producers: Iterable[Producer] | None = None) -> list[Recipient]:
    """Everybody who acts today for one of these producers (None: for any), by account. Two queries."""
    members = Membership.objects.today().filter(user__is_active=True).select_related("user", "producer")
    if producers is not None:
        members = members.filter(producer__in=list(producers))
    pairs = {(member.user_id, member.producer_id): member for member in members.order_by("user", "producer", "pk")}
    kept = SellerMails.objects.filter(user__in={user for user, _producer in pairs})
    wishes = {(row.user_id, row.producer_id): row for row in kept}
    return [
        Recipient(member.user, member.producer, wishes.get(pair) or SellerMails(user_id=pair[0], producer_id=pair[1]))
        for pair, member in pairs.items()
    ]
