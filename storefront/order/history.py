"""What happened to parcels, and when, in plain words: for their sellers and their buyers."""

import dataclasses
import datetime
from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from catalogue.history import actor_of, fact_of

from .models import Cancellation, Parcel, ParcelState

_STEPS = {
    ParcelState.UNCONFIRMED: lambda: _("Ordered: the seller has to call the buyer"),
    ParcelState.UNPAID: lambda: _("Ordered: waits for the payment"),
    ParcelState.NEW: lambda: _("Ordered: waits for the seller"),
    ParcelState.CONFIRMED: lambda: _("Confirmed by the seller"),
    ParcelState.PACKED: lambda: _("Packed"),
    ParcelState.SHIPPED: lambda: _("Handed over for delivery"),
    ParcelState.RETURNING: lambda: _("On its way back to the seller"),
    ParcelState.DELIVERED: lambda: _("Delivered"),
    ParcelState.RETURNED: lambda: _("Back at the seller"),
    ParcelState.CANCELLED: lambda: _("Cancelled"),
}
_ENDS = (ParcelState.CANCELLED, ParcelState.RETURNED)
"""Last moves, with which the parcel's whole rest is taken off."""


@dataclasses.dataclass(frozen=True)
class Step:
    """One thing that happened. `actor` is the number of an account, `reason` what was said with it."""

    at: datetime.datetime
    title: str
    reason: str = ""
    actor: int | None = None


def steps_of(parcels: Iterable[Parcel]) -> dict[int, list[Step]]:
    """Parcel id → what happened to it, oldest first. Two queries."""
    parcels = list(parcels)
    ParcelEvent = apps.get_model("order", "ParcelEvent")
    events = ParcelEvent.objects.filter(pgh_obj__in=parcels).select_related("pgh_context").order_by("pgh_id")
    offs = Cancellation.objects.filter(line__parcel__in=parcels).select_related("line").order_by("pk")
    taken_off: dict[int, list[Cancellation]] = {}
    for off in offs:
        taken_off.setdefault(off.line.parcel_id, []).append(off)
    moves: dict[int, list] = {}
    for event in events:
        of_parcel = moves.setdefault(event.pgh_obj_id, [])
        if not of_parcel or of_parcel[-1].state != event.state:
            of_parcel.append(event)
    return {parcel.pk: _steps(moves.get(parcel.pk, []), taken_off.get(parcel.pk, [])) for parcel in parcels}


def _steps(moves: list, offs: list[Cancellation]) -> list[Step]:
    end = next((event for event in moves if event.state in _ENDS), None)
    # Rows of the transaction in which the parcel ended: they say the same as its last move.
    with_end = [off for off in offs if end and off.at >= end.pgh_created_at]
    steps = []
    for place, event in enumerate(moves):
        reason = with_end[-1].reason if event is end and with_end else fact_of(event, "reason") or ""
        title = _("Paid: the seller confirms it next") if place and event.state == ParcelState.NEW else ""
        actor = actor_of(event) if place else None  # who ordered is the buyer's account
        steps.append(Step(event.pgh_created_at, title or _STEPS[ParcelState(event.state)](), reason, actor))
    for off in offs:
        if off not in with_end:
            what = {"units": off.quantity, "product": off.line.title, "what": off.get_kind_display()}
            steps.append(Step(off.at, _("%(units)s × %(product)s: %(what)s") % what, off.reason, off.by_id))
    return sorted(steps, key=lambda step: step.at)


@dataclasses.dataclass(frozen=True)
class NamedStep:
    """A step as the seller's people see it, with who did it; blank where nobody of them did."""

    step: Step
    who: str


def named_steps(parcel: Parcel) -> list[NamedStep]:
    """The steps of a parcel with the names of the seller's own people; others are the shop. Four queries."""
    steps = steps_of([parcel])[parcel.pk]
    people = get_user_model().objects.filter(pk__in={step.actor for step in steps if step.actor})
    own = set()
    if parcel.partner.producer_id:
        own = set(parcel.partner.producer.memberships.values_list("user", flat=True))
    names = {
        person.pk: person.get_full_name() if person.pk in own else _("the shop office") if person.is_staff else ""
        for person in people
    }
    return [NamedStep(step, names.get(step.actor or 0, "")) for step in steps]
