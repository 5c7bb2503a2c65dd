"""Cash on delivery: written down per parcel when it was delivered; who refuses a parcel pays nothing."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from catalogue.users import User
from storefront.order.models import Parcel
from storefront.order.services.parcels import lock_order
from storefront.payment.models import Method, Payment, Receipt, Share
from storefront.payment.queries import paid_at_the_door, still_needed


@transaction.atomic
def book_cash(*, parcels: Collection[Parcel], by: User | None) -> list[Receipt]:
    """What the courier collected for delivered parcels of one order: all that they still cost.

    Parcels that are paid in advance, and those that are paid already, are left out.
    """
    if not parcels:
        return []
    order = lock_order(next(iter(parcels)).order_id)
    ids = [parcel.pk for parcel in parcels]
    cash = list(paid_at_the_door(order.parcels.filter(pk__in=ids)).select_related("order").order_by("pk"))
    needs = still_needed(cash)
    return [_collected(parcel, needs[parcel.pk], by=by) for parcel in cash if needs[parcel.pk] > 0]


def _collected(parcel: Parcel, amount: int, *, by: User | None) -> Receipt:
    now = timezone.now()
    payment, _is_new = Payment.objects.get_or_create(
        reference=f"COD {parcel.reference}",
        defaults={"order_id": parcel.order_id, "method": Method.CASH, "amount": amount, "due_at": now},
    )
    payment.parcels.set([parcel])
    receipt = Receipt.objects.create(
        method=Method.CASH,
        amount=amount,
        booked_at=now,
        payment=payment,
        description=payment.reference,
        entered_by=by,
    )
    Share.objects.create(receipt=receipt, parcel=parcel, amount=amount)
    return receipt


def when_delivered(*, parcels: Collection[Parcel], by: User | None, **_signal: Any) -> None:
    """Receiver of `parcels_delivered`."""
    book_cash(parcels=parcels, by=by)
