"""Orders of the last sixty days for the demo, one for each end an order can have, so that desks and charts have
something to show. Everything goes through the services, as in life; only the times are moved back afterwards.

The buyers are made up, and nobody has their phone numbers.
"""

import dataclasses
import datetime
from collections.abc import Callable, Iterator, Sequence

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models import DateTimeField, F, Model, QuerySet
from django.utils import timezone

from cms.models import FairProduct
from storefront.accounts.models import User
from storefront.basket.costs import cost_of
from storefront.basket.vouchers import put_into_basket
from storefront.checkout.services import Contact, place_order
from storefront.order.models import Cancellation, Confirmation, GuestOrder, Order, Parcel
from storefront.order.services.parcels import (
    cancel_parcel,
    confirm_parcel,
    deliver_parcel,
    pack_parcel,
    reduce_parcel,
    refuse_units,
    send_back_parcel,
    ship_parcel,
    take_back_parcel,
)
from storefront.partner.models import StockHold, StockRecord
from storefront.payment.models import BankAccount, Payment, Receipt, Sighting
from storefront.payment.movements import Movement
from storefront.payment.services.booking import book
from storefront.vouchers.applying import apply_vouchers
from storefront.vouchers.codes import code_key
from storefront.vouchers.models import Scope, Terms
from storefront.vouchers.queries import Buyer

from .orders import ENOUGH_UNITS, NOTE, demo_basket
from .vouchers import OF_FAIR, OF_SELLER

FIRST_PHONE = 84_100_000_010
"""Mobile numbers here begin with 03, 05, 07, 08 or 09: there is none with 010."""
PLACES = (
    ("Phường Buôn Ma Thuột", "Đắk Lắk"),
    ("Phường Tân Lập", "Đắk Lắk"),
    ("Phường Sài Gòn", "Thành phố Hồ Chí Minh"),
    ("Xã Ea Na", "Đắk Lắk"),
    ("Phường Hải Châu", "Đà Nẵng"),
)
CARRIER = "Hãng vận chuyển minh họa"

Act = Callable[[Order, datetime.datetime, User], None]
"""What happens to an order, at what time in the end, by whom."""
Step = tuple[str, float]
"""What happens (a key of `_ACTS`), and how many days after the order."""
SENT: tuple[Step, ...] = (("confirm", 0.2), ("pack", 0.8), ("ship", 1.1))
DELIVERED: tuple[Step, ...] = (*SENT, ("deliver", 3.2))


@dataclasses.dataclass(frozen=True)
class PastOrder:
    """An order placed so many days ago, and what became of it. `is_paid_first`: by transfer, else in cash;
    `voucher`: the code that was typed, if it counts for what is in the basket."""

    days_ago: float
    steps: Sequence[Step] = ()
    is_paid_first: bool = False
    voucher: str = ""


PAST_ORDERS = (
    *(PastOrder(days, DELIVERED) for days in (60, 57, 55, 52, 50, 47, 43, 40, 36, 33, 29, 26, 22, 18, 15, 11)),
    *(PastOrder(days, (("pay", 0.1), *DELIVERED), True) for days in (58, 49, 38, 30, 20, 9)),
    PastOrder(45, (*DELIVERED, ("refuse", 3.2))),
    PastOrder(24, (("confirm", 0.2), ("reduce", 0.3), ("pack", 0.8), ("ship", 1.1), ("deliver", 2.9))),
    PastOrder(41, (*SENT, ("send_back", 4), ("take_back", 8))),
    PastOrder(27, (*DELIVERED, ("send_back", 5), ("take_back", 9))),
    PastOrder(13, (("pay", 0.1), ("cancel", 0.6)), True),
    PastOrder(34, (("cancel", 0.4),)),
    PastOrder(16, (("confirm", 0.2), ("cancel", 1.5))),
    PastOrder(7, (*SENT, ("send_back", 4))),
    PastOrder(4, SENT),
    PastOrder(3.2, (("pay", 0.1), *SENT), True),
    PastOrder(2.5, SENT),
    PastOrder(2, (("confirm", 0.3), ("pack", 1.2))),
    PastOrder(1.6, (("pay", 0.1), ("confirm", 0.3), ("pack", 1)), True),
    PastOrder(1.2, (("confirm", 0.3),), voucher=OF_FAIR),
    PastOrder(0.9, (("pay", 0.1), ("confirm", 0.4)), True, OF_SELLER),
    PastOrder(0.6, (("pay", 0.1),), True),
    PastOrder(0.4),
)


@transaction.atomic
def load_past_orders(*, seller: str, member_email: str) -> int:
    """Orders of the last sixty days, most of them of this producer (by name); how many are new.

    Nothing happens where they are there already, or no offers are. What they took from the stock was put there
    before, so no less is for sale than without them. ImproperlyConfigured outside the demo.
    """
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("illustrative orders are made in the demo only")
    if Order.objects.filter(shipping_address__phone_number=_phone(0)).exists():
        return 0
    offers = StockRecord.objects.filter(
        partner__producer__isnull=False, price__isnull=False, is_illustrative=True, num_in_stock__gte=ENOUGH_UNITS
    ).order_by("pk")
    own = list(offers.filter(partner__producer__name=seller))
    others = list(offers.exclude(partner__producer__name=seller)[:12])
    account = BankAccount.objects.filter(is_illustrative=True).first()
    if not own or not others or account is None:
        return 0
    member = User.objects.get(email=member_email)
    for number, (past, units) in enumerate(zip(PAST_ORDERS, _baskets(own, others), strict=False)):
        _live(past, number, _fitting(past.voucher, units, offers), account, by=member)
    return len(PAST_ORDERS)


def _baskets(own: list[StockRecord], others: list[StockRecord]) -> Iterator[dict[StockRecord, int]]:
    """What is in each basket: goods of the member producer, of others in every fifth, of both in every fourth."""
    number = 0
    while True:
        mine = {own[number % len(own)]: 2 + number % 3}
        theirs = {others[number % len(others)]: 1 + number % 2}
        yield theirs if number % 5 == 4 else mine | theirs if number % 4 == 1 else mine
        number += 1


def _fitting(code: str, units: dict[StockRecord, int], offers: QuerySet[StockRecord]) -> dict[StockRecord, int]:
    """The basket with something more that a voucher is for, if one was typed."""
    terms = Terms.objects.filter(key=code_key(code)).first() if code else None
    if terms is None:
        return units
    if terms.scope == Scope.FAIR:
        offers = offers.filter(product__in=FairProduct.objects.filter(fair=terms.fair).values("product"))
    elif terms.scope == Scope.SELLER:
        offers = offers.filter(partner=terms.seller)
    return {**units, **dict.fromkeys(offers[:1], 4)}


def _live(past: PastOrder, number: int, units: dict[StockRecord, int], account: BankAccount, *, by: User) -> None:
    for offer, quantity in units.items():
        StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=F("num_in_stock") + quantity)
    order = _placed(number, units, pay_to=account if past.is_paid_first else None, voucher=past.voucher)
    days_ago = past.days_ago + number * 0.137 % 0.4  # not all at the same hour
    done = 0.0
    for what, day in past.steps:
        _move_back(order, days=day - done)
        done = day
        _ACTS[what](order, timezone.now() - datetime.timedelta(days=days_ago - day), by)
    _move_back(order, days=days_ago - done)


def _phone(number: int) -> str:
    return f"+{FIRST_PHONE + number}"


def _placed(number: int, units: dict[StockRecord, int], *, pay_to: BankAccount | None, voucher: str = "") -> Order:
    commune, province = PLACES[number % len(PLACES)]
    basket = demo_basket(units.items())
    contact = Contact(
        name=f"Khách Minh Họa Số {number + 10}",
        phone=_phone(number),
        email="",
        street=f"Số {number + 1}",
        commune=commune,
        province=province,
        note=NOTE,
    )
    if voucher and Terms.objects.filter(key=code_key(voucher)).exists():
        put_into_basket(basket=basket, code=voucher)
        apply_vouchers(basket, Buyer(phone=contact.phone))
    shown = cost_of(basket, contact.province).total.incl_tax
    return place_order(basket=basket, contact=contact, shown_total=shown, pay_to=pay_to, is_illustrative=True)


# -- what happens to an order --------------------------------------------------------------------------------------


def _each(move: Callable[..., object], **options: object) -> Act:
    """Every seller does it with its parcel; that it was somebody of the member producer is known of its own only."""

    def act(order: Order, at: datetime.datetime, by: User) -> None:
        for parcel in order.parcels.order_by("pk"):
            is_own = parcel.partner.producer.memberships.filter(user=by).exists()
            move(parcel=parcel, by=by if is_own else None, **options)

    return act


def _pay(order: Order, at: datetime.datetime, by: User) -> None:
    """The bank's notice of the transfer."""
    payment = order.payments.get()
    movement = Movement(
        booked_at=at.replace(microsecond=0), amount=payment.amount, description=f"{payment.reference} minh hoa",
        bank_reference=f"MH{payment.pk}", is_time_known=True, identity=f"minh-hoa-{payment.pk}",
    )  # fmt: skip
    book(account=payment.account, movements=[movement], source=Sighting.Source.NOTICE, by=None)


def _one_of_the_first(move: Callable[..., object], **options: object) -> Act:
    """One unit of the first line."""

    def act(order: Order, at: datetime.datetime, by: User) -> None:
        parcel = order.parcels.order_by("pk").first()
        move(parcel=parcel, quantities={parcel.lines.first().pk: 1}, by=None, **options)

    return act


_ACTS: dict[str, Act] = {
    "pay": _pay,
    "confirm": _each(confirm_parcel),
    "pack": _each(pack_parcel),
    "ship": _each(ship_parcel, carrier=CARRIER, tracking_number="MINHHOA"),
    "deliver": _each(deliver_parcel),
    "cancel": _each(cancel_parcel, reason="Minh họa: người mua đổi ý."),
    "send_back": _each(send_back_parcel, reason="Minh họa: hàng không như mong đợi."),
    "take_back": _each(take_back_parcel, reason="Minh họa: hàng đã về kho.", is_restocked=True),
    "reduce": _one_of_the_first(reduce_parcel, reason="Minh họa: thiếu một gói khi đóng hàng."),
    "refuse": _one_of_the_first(refuse_units, reason="Minh họa: một gói bị móp.", is_restocked=False),
}


# -- times -----------------------------------------------------------------------------------------------------------


def _move_back(order: Order, *, days: float) -> None:
    """Everything that has happened to the order so far happened so many days earlier; no history tells of it."""
    with pgtrigger.ignore():
        for rows in _rows_of(order):
            fields = [field.name for field in rows.model._meta.get_fields() if isinstance(field, DateTimeField)]
            shift = datetime.timedelta(days=days)
            rows.update(**{name: F(name) - shift for name in fields if name != "booked_at"})


def _rows_of(order: Order) -> Iterator[QuerySet[Model]]:
    """Its rows with times, and those of their histories. When the bank booked money is the bank's word."""
    tracked = {
        Order: {"pk": order.pk},
        Parcel: {"order": order},
        Confirmation: {"parcel__order": order},
    }
    for model, own in tracked.items():
        rows = model.objects.filter(**own)
        yield rows
        events = apps.get_model(model._meta.app_label, f"{model.__name__}Event")
        yield events.objects.filter(pgh_obj__in=rows)
    yield Cancellation.objects.filter(line__order=order)
    yield StockHold.objects.filter(line__order=order)
    yield GuestOrder.objects.filter(order=order)
    yield Payment.objects.filter(order=order)
    yield Receipt.objects.filter(payment__order=order)
