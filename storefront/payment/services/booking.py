"""Money that came in: written down once, and assigned to what it pays for."""

import dataclasses
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue import approvals
from catalogue.errors import Refusal
from catalogue.text import fold
from catalogue.users import User
from storefront.order.models import Order, ParcelState
from storefront.order.services.parcels import cancel_parcels, lock_order, receive_payment
from storefront.partner.services import InsufficientStock, lock_records
from storefront.payment.mail import tell_of_receipt
from storefront.payment.models import Assignment, BankAccount, Payment, Receipt, Share, Sighting
from storefront.payment.movements import Movement
from storefront.payment.queries import still_needed
from storefront.payment.references import find_references
from storefront.payment.shares import split

MAX_DESCRIPTION = Receipt._meta.get_field("description").max_length


class BookingRefused(Refusal):
    """Money cannot be assigned like this; `message` says why."""


@dataclasses.dataclass(frozen=True)
class Booked:
    """What came of movements: receipts that are `new`, of these `assigned`, and the number `known` already."""

    new: int = 0
    assigned: int = 0
    known: int = 0


def book(*, account: BankAccount, movements: Iterable[Movement], source: str, by: User | None) -> Booked:
    """Write down money that came in, each movement in a transaction of its own: half a file is half booked, and to
    book it again goes on. Movements out are left out."""
    new = assigned = known = 0
    for movement in movements:
        if movement.amount <= 0:
            continue
        receipt, is_new = _enter(account, movement, source, by=by)
        new, known = new + is_new, known + (not is_new)
        if receipt.payment_id is None:  # also of known money: whoever wrote it down may have died before this
            assigned += bool(assign_by_text(receipt=receipt))
    return Booked(new, assigned, known)


@transaction.atomic
def _enter(account: BankAccount, movement: Movement, source: str, *, by: User | None) -> tuple[Receipt, bool]:
    """The receipt, and whether it is new: money may have been seen before, here or in another source."""
    BankAccount.objects.select_for_update().get(pk=account.pk)  # one movement of an account at a time
    sighting = {"account": account, "source": source, "identity": movement.identity}
    if seen := Sighting.objects.select_related("receipt").filter(**sighting).first():
        return seen.receipt, False
    receipt = _seen_elsewhere(account, movement, source)
    is_new = receipt is None
    if receipt is None:
        receipt = Receipt.objects.create(
            account=account,
            amount=movement.amount,
            booked_at=movement.booked_at,
            description=movement.description[:MAX_DESCRIPTION],
            bank_reference=movement.bank_reference,
            entered_by=by,
        )
    Sighting.objects.create(receipt=receipt, **sighting)
    return receipt, is_new


def _seen_elsewhere(account: BankAccount, movement: Movement, source: str) -> Receipt | None:
    """The same money in another source: amount, local day, and the bank's number or its text are the same."""
    day = timezone.localdate(movement.booked_at)
    others = account.receipts.filter(amount=movement.amount, booked_at__date=day).exclude(sightings__source=source)
    for receipt in others.order_by("pk"):
        has_number = movement.bank_reference and receipt.bank_reference == movement.bank_reference
        if has_number or fold(receipt.description) == fold(movement.description[:MAX_DESCRIPTION]):
            return receipt
    return None


def assign_by_text(*, receipt: Receipt) -> Payment | None:
    """Assign money whose text holds exactly one reference of ours, in one piece; the payment, or None."""
    found = [item.reference for item in find_references(receipt.description) if item.is_whole]
    payments = list(Payment.objects.filter(reference__in=found, account=receipt.account))
    if len(found) != 1 or len(payments) != 1 or receipt.shares.exists():
        return None
    assign(receipt=receipt, payment=payments[0], by=None)
    return payments[0]


@transaction.atomic
def assign(*, receipt: Receipt, payment: Payment, by: User | None) -> Receipt:
    """The receipt pays for the parcels of the payment, each as far as it still needs money; the rest is surplus.

    Parcels that are paid now leave the wait for it, if their units can still be had. BookingRefused for money that
    was assigned to something else, or that came to another account.
    """
    order = lock_order(payment.order_id)
    receipt = Receipt.objects.select_for_update(of=("self",)).get(pk=receipt.pk)
    if receipt.payment_id == payment.pk:
        return receipt
    if receipt.payment_id:
        raise BookingRefused(_("This money was assigned to another payment already."))
    if receipt.shares.exists():
        raise BookingRefused(_("This money goes back to the sender already."))
    if receipt.account_id != payment.account_id:
        raise BookingRefused(_("This money came to another account than the one the buyer was told."))
    parcels = list(payment.parcels.exclude(state=ParcelState.CANCELLED).order_by("pk"))
    shares, surplus = split(receipt.amount, still_needed(parcels))
    receipt.payment = payment
    receipt.save(update_fields=["payment"])
    Share.objects.bulk_create(
        [
            *(Share(receipt=receipt, parcel_id=parcel, amount=amount) for parcel, amount in shares.items()),
            *([Share(receipt=receipt, amount=surplus)] if surplus else []),
        ]
    )
    needs = still_needed(parcels)
    _start(order, [pk for pk, need in needs.items() if need <= 0], by=by)
    tell_of_receipt(receipt, order=order)
    return receipt


def _start(order: Order, paid: list[int], *, by: User | None) -> None:
    """Paid parcels are the sellers' now; where units are gone they are cancelled, and the money goes back."""
    parcels = list(order.parcels.filter(pk__in=paid, state=ParcelState.UNPAID).select_related("order__user"))
    lines = order.lines.filter(parcel__in=parcels, stockrecord__isnull=False)
    lock_records(lines.values_list("stockrecord", flat=True))  # all at once: parcels are judged one by one
    for parcel in parcels:
        try:
            with transaction.atomic():
                receive_payment([parcel], by=by)
        except InsufficientStock:
            with override(settings.LANGUAGE_CODE):
                reason = _("The units were sold before the payment came.")
            cancel_parcels([parcel], reason=reason, by=by)


# -- by hand, under two eyes ---------------------------------------------------------------------------------------


@transaction.atomic
def propose_assignment(*, receipt: Receipt, reference: str, reason: str, by: User) -> Assignment:
    """Say that money is for the payment with this reference; somebody else has to agree."""
    receipt = Receipt.objects.select_for_update(of=("self",)).get(pk=receipt.pk)
    found = [item.reference for item in find_references(reference)]
    payment = Payment.objects.filter(reference__in=found).first()
    if payment is None:
        raise BookingRefused(_("There is no payment with this reference."))
    if receipt.payment_id:
        raise BookingRefused(_("This money was assigned to another payment already."))
    if receipt.shares.exists():
        raise BookingRefused(_("This money goes back to the sender already."))
    reason = approvals.check_reason(reason, missing=_("Please say how you know what the money is for."))
    approvals.check_none_open(receipt.assignments, already=_("Somebody has proposed a payment for it already."))
    return Assignment.objects.create(receipt=receipt, payment=payment, reason=reason, asked_by=by)


@transaction.atomic
def answer_assignment(*, assignment: Assignment, is_agreed: bool, by: User) -> Assignment:
    """Agree, which assigns the money, or refuse. ApprovalRefused for one's own proposal and for a second answer."""
    lock_order(assignment.payment.order_id)
    assignment = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    approvals.answer(assignment, by=by, is_agreed=is_agreed)
    if is_agreed:
        assign(receipt=assignment.receipt, payment=assignment.payment, by=by)
    return assignment
