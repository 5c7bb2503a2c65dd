"""Money that goes back: asked for by one person, sent by another one, gone when the bank says so."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue import approvals
from catalogue.errors import Refusal
from catalogue.history import acting
from catalogue.users import User
from storefront.order.services.parcels import lock_order
from storefront.payment.mail import tell_of_refund
from storefront.payment.models import Receipt, Refund, Share
from storefront.payment.queries import surplus_of

State = Refund.State
_NEXT = {
    State.REQUESTED: (State.SENT, State.FAILED),
    State.SENT: (State.CONFIRMED, State.FAILED),
    State.CONFIRMED: (),
    State.FAILED: (),
}


class RefundRefused(Refusal):
    """Money cannot go back like this; `message` says why."""


@transaction.atomic
def ask_for_refund(*, share: Share, reason: str, by: User) -> Refund:
    """All of a share that nothing needs goes back to the buyer."""
    reason = reason.strip()
    if not reason:
        raise RefundRefused(_("Please say why the money goes back."))
    _lock(share)
    share = Share.objects.select_for_update(of=("self",)).get(pk=share.pk)
    amount = surplus_of(share)
    if not amount:
        raise RefundRefused(_("Nothing of this money has to go back."))
    with acting(by, reason=reason):
        return Refund.objects.create(share=share, amount=amount, reason=reason[:300], asked_by=by)


@transaction.atomic
def send_back(*, receipt: Receipt, reason: str, by: User) -> Refund:
    """Money that no payment explains goes back to where it came from: asked for here, sent by somebody else."""
    receipt = Receipt.objects.select_for_update(of=("self",)).get(pk=receipt.pk)
    if receipt.payment_id or receipt.shares.exists():
        raise RefundRefused(_("It is known already what becomes of this money."))
    approvals.check_none_open(receipt.assignments, already=_("Somebody has proposed a payment for it already."))
    share = Share.objects.create(receipt=receipt, amount=receipt.amount)
    return ask_for_refund(share=share, reason=reason, by=by)


@transaction.atomic
def move_refund(*, refund: Refund, state: str, by: User) -> Refund:
    """Note that it was sent (not by the one who asked), that the bank confirms it, or that it failed."""
    _lock(refund.share)
    refund = Refund.objects.select_for_update(of=("self",)).get(pk=refund.pk)
    state = State(state)
    if refund.state == state:
        return refund
    if state not in _NEXT[State(refund.state)]:
        raise RefundRefused(_("This refund cannot become “%(state)s” any more.") % {"state": state.label})
    if state == State.SENT:
        if refund.asked_by_id == by.pk:
            raise RefundRefused(_("A second person has to send it; you asked for it yourself."))
        refund.sent_by = by
    refund.state = state
    with acting(by):
        refund.save(update_fields=["state", "sent_by"])
    if state == State.SENT:
        tell_of_refund(refund)
    return refund


def _lock(share: Share) -> None:
    """The order that the money came for; what was never assigned has no shares."""
    payment = share.receipt.payment
    if payment:
        lock_order(payment.order_id)
