"""What buyer, seller and department do about a complaint. Each act is one move of the table in `models`."""

import datetime
from collections.abc import Callable, Collection, Mapping

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.errors import Refusal
from catalogue.history import acting
from catalogue.users import User
from media.evidence import TakenIn, keep
from storefront.order.models import Parcel, ParcelState
from storefront.order.services.parcels import lock_order, units_left

from .mail import tell
from .models import MAX_PHOTOS, Claim, ClaimLine, ClaimMessage, ClaimPhoto, ClaimState, Outcome, Side
from .outcomes import carry_out_outcome

CLAIMABLE = (ParcelState.SHIPPED, ParcelState.DELIVERED, ParcelState.RETURNING)
"""Before that the seller still has the parcel: it is cancelled, not complained about."""
DAYS = {
    ClaimState.OPEN: lambda: settings.CLAIM_SELLER_DAYS,
    ClaimState.ANSWERED: lambda: settings.CLAIM_BUYER_DAYS,
    ClaimState.ESCALATED: lambda: settings.CLAIM_OFFICE_DAYS,
    ClaimState.AGREED: lambda: settings.CLAIM_REFUND_DAYS,
}
"""State → days of whoever's turn it is."""
_HEARS = {
    ClaimState.OPEN: ("seller",),
    ClaimState.ANSWERED: ("buyer",),
    ClaimState.ESCALATED: ("office", "seller"),
    ClaimState.AGREED: ("seller", "buyer"),
    ClaimState.CLOSED: ("buyer", "seller"),
}
"""State → who is told by mail that a complaint has come there."""


class ClaimRefused(Refusal):
    """A complaint cannot be made, or cannot go there; `message` says why."""


def may_be_claimed(parcel: Parcel) -> bool:
    """Whether a buyer can complain about the parcel now, as far as its state and the time tell."""
    if parcel.state not in CLAIMABLE:
        return False
    last = parcel.state_since + datetime.timedelta(days=settings.CLAIM_DAYS)
    return parcel.state != ParcelState.DELIVERED or timezone.now() < last


@transaction.atomic
def open_claim(
    *,
    parcel: Parcel,
    kind: str,
    quantities: Mapping[int, int],
    text: str,
    photos: Collection[TakenIn] = (),
    language: str = "vi",
    by: User | None = None,
) -> Claim:
    """A buyer complains of units of a parcel (line id → units). Sent again, it is the complaint that is open.

    ClaimRefused where the parcel cannot be complained about (any more), for units it does not hold, without words.
    """
    lock_order(parcel.order_id)
    parcel.refresh_from_db()
    if before := parcel.claims.exclude(state=ClaimState.CLOSED).first():
        return before
    if not may_be_claimed(parcel):
        raise ClaimRefused(_("You can complain about a parcel once it was sent, and for some time after it arrived."))
    text = _words(text)
    left = {line.pk: units for line, units in units_left(parcel).items()}
    claimed = {line: units for line, units in quantities.items() if units}
    if not claimed or any(not 0 < units <= left.get(line, 0) for line, units in claimed.items()):
        raise ClaimRefused(_("Please say how many units it is about, and not more than the parcel holds."))
    with acting(by):
        claim = Claim.objects.create(parcel=parcel, kind=kind, language=language, due_at=_due(ClaimState.OPEN))
    ClaimLine.objects.bulk_create(
        ClaimLine(claim=claim, line_id=line, quantity=units) for line, units in claimed.items()
    )
    for photo in list(photos)[:MAX_PHOTOS]:
        ClaimPhoto.objects.create(claim=claim, evidence=keep(photo, is_public=False))
    _note(claim, side=Side.BUYER, by=by, text=text, state=ClaimState.OPEN)
    return claim


@transaction.atomic
def say(*, claim: Claim, side: Side, text: str, by: User | None) -> Claim:
    """One more message; the state stays."""
    claim = _locked(claim)
    if claim.is_closed:
        raise ClaimRefused(_("This complaint is closed."))
    text = _words(text)
    message = ClaimMessage.objects.create(claim=claim, side=side, by=by, text=text)
    for who in {Side.BUYER: ("seller",), Side.SELLER: ("buyer",), Side.OFFICE: ("buyer", "seller")}[side]:
        tell(message, who)
    return claim


@transaction.atomic
def answer_claim(*, claim: Claim, outcome: str, granted: Mapping[int, int], text: str, by: User) -> Claim:
    """The seller offers an outcome for units of the complaint (line id → units), or refuses it."""
    claim = _locked(claim)
    text, granted = _words(text), {line: units for line, units in granted.items() if units}
    last = claim.messages.last()
    if claim.state == ClaimState.ANSWERED and last and (last.text, last.outcome) == (text, outcome):
        return claim  # a second click
    claim.offer_number += 1
    return _move(claim, ClaimState.ANSWERED, side=Side.SELLER, by=by, text=text, outcome=outcome, granted=granted)


@transaction.atomic
def accept_offer(*, claim: Claim, offer_number: int, by: User | None) -> Claim:
    """The buyer agrees to the offer with this number. ClaimRefused if the seller has made another one since."""
    claim = _locked(claim)
    if claim.state == ClaimState.ANSWERED and claim.offer_number != offer_number:
        raise ClaimRefused(_("The seller has changed the offer meanwhile. Please read it again."))
    is_over = claim.outcome == Outcome.REFUSED and claim.state == ClaimState.ANSWERED
    goal = ClaimState.CLOSED if is_over else ClaimState.AGREED
    return _move(claim, goal, side=Side.BUYER, by=by, outcome=claim.outcome)


@transaction.atomic
def escalate_claim(*, claim: Claim, side: Side, text: str, by: User | None) -> Claim:
    """The department takes it up: the buyer does not agree, or the seller has not acted in time."""
    return _move(_locked(claim), ClaimState.ESCALATED, side=side, by=by, text=text.strip())


@transaction.atomic
def withdraw_claim(*, claim: Claim, by: User | None) -> Claim:
    """The buyer takes the complaint back."""
    return _move(_locked(claim), ClaimState.CLOSED, side=Side.BUYER, by=by)


@transaction.atomic
def decide_claim(*, claim: Claim, outcome: str, granted: Mapping[int, int], text: str, by: User) -> Claim:
    """The department decides: what the seller has to carry out, or that the complaint is refused."""
    text, granted = _words(text), {line: units for line, units in granted.items() if units}
    goal = ClaimState.CLOSED if outcome == Outcome.REFUSED else ClaimState.AGREED
    return _move(_locked(claim), goal, side=Side.OFFICE, by=by, text=text, outcome=outcome, granted=granted)


@transaction.atomic
def carry_out(*, claim: Claim, side: Side, by: User, is_restocked: bool = False, text: str = "") -> Claim:
    """What was agreed is done: units are taken off the parcel and their money is asked back, or they are sent again.

    ParcelRefused, InsufficientStock where the parcel or the stock does not allow it. A second click changes nothing.
    """

    def act(claim: Claim) -> None:
        carry_out_outcome(claim=claim, is_restocked=is_restocked, by=by)

    claim, text = _locked(claim), text.strip()
    return _move(claim, ClaimState.CLOSED, side=side, by=by, text=text, outcome=claim.outcome, act=act)


def close_silent_claims() -> int:
    """Close complaints whose buyer has not said in time whether he agrees; how many."""
    late = list(Claim.objects.filter(state=ClaimState.ANSWERED, due_at__lte=timezone.now()).order_by("pk"))
    for row in late:
        with transaction.atomic():
            claim = _locked(row)
            if claim.state == ClaimState.ANSWERED and claim.is_late:
                _move(claim, ClaimState.CLOSED, side=Side.CLOCK, by=None, outcome=claim.outcome)
    return len(late)


# -- parts ----------------------------------------------------------------------------------------------------------


def _locked(claim: Claim) -> Claim:
    """The complaint under the lock of its order, which every change of its parcel takes too."""
    lock_order(claim.parcel.order_id)
    return Claim.objects.select_related("parcel__order").get(pk=claim.pk)


def _move(
    claim: Claim,
    state: ClaimState,
    *,
    side: Side,
    by: User | None,
    text: str = "",
    outcome: str = "",
    granted: Mapping[int, int] | None = None,
    act: Callable[[Claim], None] | None = None,
) -> Claim:
    """The complaint, which is locked, in `state`. A second click changes nothing."""
    now = ClaimState(claim.state)
    if now == state != ClaimState.ANSWERED:
        return claim
    if not now.may_become(state, side):
        raise ClaimRefused(_("This complaint is “%(state)s”: that is not possible now.") % {"state": now.label})
    if state == ClaimState.ESCALATED and now.must_be_late and not claim.is_late:
        raise ClaimRefused(_("The seller still has time. The department takes it up when that has run out."))
    if granted is not None:
        _grant(claim, outcome, granted)
    with acting(by):
        if act:
            act(claim)
        claim.state, claim.outcome, claim.due_at = state, outcome, _due(state)
        claim.save(update_fields=["state", "outcome", "due_at", "offer_number"])
    _note(claim, side=side, by=by, text=text, state=state, outcome=outcome)
    return claim


def _grant(claim: Claim, outcome: str, granted: Mapping[int, int]) -> None:
    lines = list(claim.lines.all())
    most = {line.line_id: line.quantity for line in lines}
    if outcome == Outcome.REFUSED:
        granted = {}
    elif not granted or any(not 0 < units <= most.get(line, 0) for line, units in granted.items()):
        raise ClaimRefused(_("Please say for how many units, and not more than the complaint is about."))
    for line in lines:
        line.granted = granted.get(line.line_id, 0)
    ClaimLine.objects.bulk_update(lines, ["granted"])


def _note(claim: Claim, *, side: Side, by: User | None, text: str, state: ClaimState, outcome: str = "") -> None:
    """A move, and who hears of it."""
    message = ClaimMessage.objects.create(claim=claim, side=side, by=by, text=text, state=state, outcome=outcome)
    for who in _HEARS[state]:
        tell(message, who)


def _due(state: ClaimState) -> datetime.datetime | None:
    return timezone.now() + datetime.timedelta(days=DAYS[state]()) if state in DAYS else None


def _words(text: str) -> str:
    text = text.strip()
    if not text:
        raise ClaimRefused(_("Please say it in a few words; the other side reads it."))
    return text
