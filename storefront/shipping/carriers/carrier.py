"""What a carrier is for us: one interface, whatever its own looks like."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalogue.errors import Refusal
from storefront.shipping.models import TrackingKind


@dataclasses.dataclass(frozen=True)
class Consignment:
    """A parcel as a carrier hears of it. `cash` is what it collects, in đồng; `grams` is what the seller says."""

    reference: str
    sender: str
    receiver: str
    phone: str
    address: str
    content: str
    cash: int
    grams: int


@dataclasses.dataclass(frozen=True)
class News:
    """One event of a shipment; `identity` is the carrier's own, the same whenever it tells of it."""

    identity: str
    kind: TrackingKind
    happened_at: datetime.datetime
    text: str = ""
    place: str = ""


@dataclasses.dataclass(frozen=True)
class CarrierNotice:
    """What a carrier sent us by itself: news of one shipment of its own."""

    number: str
    news: tuple[News, ...]


class CarrierDown(Refusal):
    """The carrier does not answer, or with something that is no answer; asked again it may."""

    def __init__(self) -> None:
        super().__init__(_("The carrier does not answer. Nothing was booked; try again, or type its number."))


class CarrierRefused(Refusal):
    """The carrier does not take this parcel; `message` is what it says."""


class NoticeRefused(Refusal):
    """A notice that is not believed, or not what it should be. `is_signed`: the signature was right."""

    def __init__(self, message: str | Promise, *, is_signed: bool = False):
        super().__init__(message)
        self.is_signed = is_signed


class Carrier(Protocol):
    """One carrier. Every call ends within seconds; CarrierDown and CarrierRefused as above."""

    name: str
    label: str

    def create(self, consignment: Consignment) -> str:
        """Announce a parcel; its tracking number. With the same reference it is the same shipment."""

    def cancel(self, number: str) -> None:
        """It will not be handed over. What is cancelled already stays so."""

    def track(self, number: str) -> Sequence[News]:
        """All that has happened, in any order."""

    def read_notice(self, *, headers: Mapping[str, str], body: bytes, now: datetime.datetime) -> CarrierNotice:
        """NoticeRefused for what is not signed by the carrier, old, or not what it promises."""
