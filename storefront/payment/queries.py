"""How far payments are, from the rows: nothing of it is stored."""

import base64
import dataclasses
import enum
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.urls import reverse
from django.utils import timezone

from media.qr import qr_svg
from storefront.order.models import Order, Parcel, ParcelState
from storefront.order.queries import order_address
from storefront.order.totals import amounts_of

from .models import Method, Payment, Receipt, Refund, Share, VnpayAttempt
from .vietqr import payload
from .vnpay import failure_words

CONFIRMED = Refund.State.CONFIRMED


def paid_for(parcels: Iterable[Parcel]) -> Counter[int]:
    """Parcel id → đồng that were received for it and not paid back. Two queries."""
    parcels = list(parcels)
    paid: Counter[int] = Counter()
    shares = Share.objects.filter(parcel__in=parcels).order_by()
    paid.update(dict(shares.values_list("parcel").annotate(amount=Sum("amount"))))
    refunds = Refund.objects.filter(share__parcel__in=parcels, state=CONFIRMED).order_by()
    paid.subtract(dict(refunds.values_list("share__parcel").annotate(back=Sum("amount"))))
    return paid


def paid_at_the_door(parcels: QuerySet[Parcel]) -> QuerySet[Parcel]:
    """Those that nobody was asked to pay in advance: the courier collects what they cost."""
    asked = Payment.objects.exclude(method=Method.CASH).filter(parcels=OuterRef("pk"))
    return parcels.exclude(Exists(asked))


def still_needed(parcels: Iterable[Parcel]) -> dict[int, int]:
    """Parcel id → đồng that it costs now and nobody has paid yet; negative where too much was paid."""
    parcels = list(parcels)
    paid = paid_for(parcels)
    return {pk: amounts.total - paid[pk] for pk, amounts in amounts_of(parcels).items()}


class PaymentState(enum.StrEnum):
    WAITING = "waiting"
    PARTLY = "partly"
    PAID = "paid"
    LATE = "late"
    """Not paid in time: nothing is held any more."""
    NOT_NEEDED = "not-needed"
    """Everything was cancelled before it was paid."""


@dataclasses.dataclass(frozen=True)
class PaymentStanding:
    """Where a payment is. `missing` is what the parcels still need, `surplus` what nobody needs (in đồng)."""

    payment: Payment
    received: int
    missing: int
    surplus: int

    @property
    def state(self) -> PaymentState:
        if not self.missing:
            return PaymentState.PAID if self.received else PaymentState.NOT_NEEDED
        if self.payment.due_at <= timezone.now():
            return PaymentState.LATE
        return PaymentState.PARTLY if self.received else PaymentState.WAITING


def standing_of(payment: Payment) -> PaymentStanding:
    """A dozen queries."""
    parcels = list(payment.parcels.all())
    needs = still_needed(parcels)
    received = payment.receipts.aggregate(amount=Sum("amount", default=0))["amount"]
    return PaymentStanding(
        payment=payment,
        received=received,
        missing=sum(need for need in needs.values() if need > 0),
        surplus=sum(surpluses(Share.objects.filter(receipt__payment=payment).select_related("parcel")).values()),
    )


@dataclasses.dataclass(frozen=True)
class Transfer:
    """What a buyer needs to pay: account, what is missing in đồng, the text to send along, and all as a QR code.

    At VNPay there is no code; `attempt` is the last visit there.
    """

    standing: PaymentStanding
    qr: str
    attempt: VnpayAttempt | None = None

    @property
    def payment(self) -> Payment:
        return self.standing.payment

    @property
    def failure(self) -> str:
        """Why the last visit to VNPay ended without money."""
        return failure_words(self.attempt.response_code) if self.attempt else ""

    @property
    def start_address(self) -> str:
        """Where a form leads to VNPay."""
        number, _colon, signature = self.payment.order.verification_hash().rpartition(":")
        return reverse("vnpay-start", args=[number, signature, self.payment.pk])

    @property
    def fake_bank_address(self) -> str:
        """Where the demo's bank transfers this."""
        account = self.payment.account
        values = {
            "account": account.number if account else "",
            "amount": self.standing.missing,
            "text": self.payment.reference,
            "back": settings.SITE_URL + order_address(self.payment.order),
        }
        return f"{settings.FAKE_BANK_URL}/transfer?{urlencode(values)}"

    @property
    def is_open(self) -> bool:
        return self.standing.state in (PaymentState.WAITING, PaymentState.PARTLY)


def transfers_of(order: Order) -> list[Transfer]:
    """The payments in advance of an order as its buyer sees them, the code as an address of data."""
    payments = order.payments.exclude(method=Method.CASH).select_related("account__partner", "order").order_by("pk")
    return [_transfer(standing_of(payment)) for payment in payments]


def _transfer(standing: PaymentStanding) -> Transfer:
    payment = standing.payment
    if payment.account is None:
        return Transfer(standing, "", payment.vnpay_attempts.last())
    if not standing.missing:
        return Transfer(standing, "")
    text = payload(
        bank_bin=payment.account.bank_bin,
        account=payment.account.number,
        amount=standing.missing,
        purpose=payment.reference,
    )
    return Transfer(standing, f"data:image/svg+xml;base64,{base64.b64encode(qr_svg(text)).decode()}")


def unassigned_receipts() -> QuerySet[Receipt]:
    """Money that no payment explains and that does not go back, oldest first."""
    waiting = Receipt.objects.filter(payment=None, shares=None)
    return waiting.select_related("account").order_by("booked_at", "pk")


CARRIED = (ParcelState.SHIPPED, ParcelState.RETURNING)


def cash_to_collect(parcels: QuerySet[Parcel]) -> QuerySet[Parcel]:
    """Of these, what is with a carrier and not paid yet, longest on its way first; amounts by `still_needed`."""
    return paid_at_the_door(parcels).filter(state__in=CARRIED).order_by("state_since", "pk")


def surplus_of(share: Share) -> int:
    """Đồng of a share that go back; see `surpluses`."""
    return surpluses([share])[share.pk]


def surpluses(shares: Iterable[Share]) -> dict[int, int]:
    """Share id → đồng of it that go back: all of one without a parcel, else what its parcel no longer needs.

    Of several shares of a parcel the latest goes back first. What is asked for already does not count again. Shares
    come with their parcels; six queries, whatever the number.
    """
    shares = list(shares)
    parcels = {share.parcel_id: share.parcel for share in shares if share.parcel}
    family = [share for share in shares if not share.parcel]
    family += Share.objects.filter(parcel__in=parcels).order_by("-pk")
    asked = _asked_back(family)
    too_much = {pk: -need for pk, need in still_needed(parcels.values()).items()}
    promised = Refund.objects.filter(share__in=family, state__in=(Refund.State.REQUESTED, Refund.State.SENT))
    for parcel, amount in promised.values_list("share__parcel", "amount"):
        if parcel:
            too_much[parcel] -= amount
    surplus = {}
    for share in family:
        left = share.amount - asked[share.pk]
        if share.parcel_id:
            left = max(min(left, too_much[share.parcel_id]), 0)
            too_much[share.parcel_id] -= left
        surplus[share.pk] = left
    return {share.pk: surplus[share.pk] for share in shares}


def _asked_back(shares: Iterable[Share]) -> Counter[int]:
    """Share id → đồng of it that go back or went back."""
    refunds = Refund.objects.filter(share__in=list(shares)).exclude(state=Refund.State.FAILED).order_by()
    return Counter(dict(refunds.values_list("share").annotate(back=Sum("amount"))))
