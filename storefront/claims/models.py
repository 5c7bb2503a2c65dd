"""Complaints of buyers about a parcel (khiếu nại về kiện hàng): states, both sides' words, units, photos.

Other complaints go to the department alone (`storefront.public.complaints`). These have two sides and a clock, and
end in units that come back, are not paid for or are sent again (docs/decisions/0027-complaints-about-parcels.md).
"""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue import references
from catalogue.long_texts import LongText

PREFIX = "KN-"
"""Khiếu nại."""
MAX_LETTERS = 2000
MAX_PHOTOS = 3


def new_reference() -> str:
    """`KN-` and ten random characters."""
    return PREFIX + references.new_reference()


class Side(models.TextChoices):
    """Who speaks or acts."""

    BUYER = "buyer", _("Buyer")
    SELLER = "seller", _("Seller")
    OFFICE = "office", _("Department")
    CLOCK = "clock", _("Time ran out")


class Kind(models.TextChoices):
    """What is wrong."""

    MISSING = "missing", _("Something is missing")
    BROKEN = "broken", _("Something is broken or spoilt")
    WRONG = "wrong", _("It is not what I ordered, or not as described")
    NOT_ARRIVED = "not_arrived", _("The parcel has not arrived")
    OTHER = "other", _("Something else")


class Outcome(models.TextChoices):
    """How a complaint can end."""

    RETURN = "return", _("The goods go back, and the buyer does not pay for them")
    REFUND = "refund", _("The buyer does not pay for them; nothing has to be sent back")
    REPLACEMENT = "replacement", _("The seller sends them again")
    REFUSED = "refused", _("No: the seller is not at fault")


class ClaimState(models.TextChoices):
    """How far a complaint is."""

    OPEN = "open", _("waits for the seller's answer")
    ANSWERED = "answered", _("the seller has answered, the buyer decides")
    ESCALATED = "escalated", _("the department decides")
    AGREED = "agreed", _("agreed, to be carried out by the seller")
    CLOSED = "closed", _("closed")

    def may_become(self, state: "ClaimState", side: Side) -> bool:
        """Whether this side can take a complaint from here to there: the one table of moves."""
        return side in _MOVES[self].get(state, ())

    @property
    def must_be_late(self) -> bool:
        """The department is asked only when the time of the seller has run out."""
        return self in (ClaimState.OPEN, ClaimState.AGREED)


_MOVES: dict[ClaimState, dict[ClaimState, tuple[Side, ...]]] = {
    ClaimState.OPEN: {
        ClaimState.ANSWERED: (Side.SELLER,),
        ClaimState.ESCALATED: (Side.BUYER, Side.OFFICE),
        ClaimState.CLOSED: (Side.BUYER,),
    },
    ClaimState.ANSWERED: {
        ClaimState.ANSWERED: (Side.SELLER,),
        ClaimState.AGREED: (Side.BUYER,),
        ClaimState.ESCALATED: (Side.BUYER,),
        ClaimState.CLOSED: (Side.BUYER, Side.CLOCK),
    },
    ClaimState.ESCALATED: {
        ClaimState.AGREED: (Side.OFFICE,),
        ClaimState.CLOSED: (Side.BUYER, Side.OFFICE),
    },
    ClaimState.AGREED: {
        ClaimState.ESCALATED: (Side.BUYER, Side.OFFICE),
        ClaimState.CLOSED: (Side.SELLER, Side.OFFICE),
    },
    ClaimState.CLOSED: {},
}


@pghistory.track(
    fields=["state", "outcome", "due_at"],
    model_name="ClaimEvent",
    obj_field=pghistory.ObjForeignKey(related_name="events"),
)
class Claim(models.Model):
    """A buyer's complaint about a parcel; one that is not closed for each parcel.

    `outcome` is what the seller offers, then what was agreed, at last how it ended; blank when nobody has said, or
    the buyer took the complaint back. `offer_number` counts the seller's offers: the buyer agrees to the one he read.
    """

    reference = models.CharField(
        _("reference number"), max_length=20, unique=True, default=new_reference, editable=False
    )
    parcel = models.ForeignKey("order.Parcel", on_delete=models.PROTECT, related_name="claims")
    kind = models.CharField(_("what is wrong"), max_length=11, choices=Kind.choices)
    state = models.CharField(_("state"), max_length=9, choices=ClaimState.choices, default=ClaimState.OPEN)
    outcome = models.CharField(_("outcome"), max_length=11, choices=Outcome.choices, blank=True)
    offer_number = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(_("to be answered before"), null=True, blank=True)
    language = models.CharField(max_length=5, default="vi")
    created_at = models.DateTimeField(_("received at"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("complaint about a parcel")
        verbose_name_plural = _("complaints about parcels")
        indexes = [models.Index(fields=["state", "due_at"], name="claim_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["parcel"], condition=~models.Q(state="closed"), name="claim_one_open_for_each_parcel"
            ),
            models.CheckConstraint(condition=models.Q(state__in=ClaimState.values), name="claim_state_is_known"),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="claim_kind_is_known"),
            models.CheckConstraint(
                condition=~models.Q(state__in=("answered", "agreed")) | ~models.Q(outcome=""),
                name="claim_answered_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(state="closed", due_at=None)
                | (~models.Q(state="closed") & models.Q(due_at__isnull=False)),
                name="claim_has_a_clock_until_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_closed(self) -> bool:
        return self.state == ClaimState.CLOSED

    @property
    def is_late(self) -> bool:
        """Whoever's turn it is has not acted in time."""
        return self.due_at is not None and self.due_at <= timezone.now()


class ClaimLine(models.Model):
    """Units of a line that the complaint is about; `granted` of them are in the offer, or in what was agreed."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="lines")
    line = models.ForeignKey("order.Line", on_delete=models.PROTECT, related_name="claims")
    quantity = models.PositiveIntegerField()
    granted = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["line"]
        verbose_name = _("line of a complaint")
        verbose_name_plural = _("lines of a complaint")
        constraints = [
            models.UniqueConstraint(fields=["claim", "line"], name="claim_line_once"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="claim_line_of_some_units"),
            models.CheckConstraint(
                condition=models.Q(granted__lte=models.F("quantity")), name="claim_line_grants_no_more_than_claimed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of line {self.line_id}"


class ClaimPhoto(models.Model):
    """A photo that the buyer sent along."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="photos")
    evidence = models.OneToOneField("media.Evidence", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("photo of a complaint")
        verbose_name_plural = _("photos of complaints")

    def __str__(self) -> str:
        return f"photo of {self.claim_id}"


class ClaimMessage(models.Model):
    """What somebody said, and the state that he brought the complaint into, if he did. Added, never changed.

    `outcome` is what was offered or decided with it.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="messages")
    side = models.CharField(max_length=6, choices=Side.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = LongText(max_length=MAX_LETTERS, blank=True)
    state = models.CharField(max_length=9, choices=ClaimState.choices, blank=True)
    outcome = models.CharField(max_length=11, choices=Outcome.choices, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("message about a complaint")
        verbose_name_plural = _("messages about complaints")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text="") | ~models.Q(state=""), name="claim_message_says_something"
            )
        ]
        triggers = [
            pgtrigger.Protect(
                name="claim_message_is_kept",
                operation=pgtrigger.Update,
                condition=(
                    pgtrigger.Q(old__text__df=pgtrigger.F("new__text"))
                    | pgtrigger.Q(old__state__df=pgtrigger.F("new__state"))
                    | pgtrigger.Q(old__outcome__df=pgtrigger.F("new__outcome"))
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.side}: {self.text[:40]}"
