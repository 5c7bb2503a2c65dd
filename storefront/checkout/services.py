"""Placing an order: one transaction from the locked basket to the confirmation that waits to be sent."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from oscar.apps.payment.models import Source, SourceType

from storefront.address.models import Country
from storefront.basket.costs import Cost, cost_of
from storefront.basket.models import Basket
from storefront.basket.queries import is_for_sale, is_sale_stopped
from storefront.order.models import Order, ParcelState, ShippingAddress
from storefront.order.services.calls import await_calls, remember_guest
from storefront.order.services.parcels import tell_sellers
from storefront.order.services.pickup import await_pickup
from storefront.order.telling import tell_buyer
from storefront.order.utils import OrderCreator, OrderNumberGenerator
from storefront.partner.models import StockRecord
from storefront.partner.services import (
    SaleStopped,
    allocate_stock,
    hold_for_checkout,
    hold_stock,
    lock_stock,
    release_checkout,
    units_by_record,
)
from storefront.partner.strategy import Selector
from storefront.payment.services.requests import Payee, ask_for_payment
from storefront.payment.vnpay import Terminal
from storefront.shipping.pickup import chosen_offers
from storefront.tax.services import request_invoice, write_down_vat
from storefront.vouchers.applying import apply_vouchers, keep_to, lock_vouchers, write_shares
from storefront.vouchers.queries import Buyer

from .errors import (
    BasketEmpty,
    BelowMinimum,
    NotDelivered,
    NotForSale,
    OrderRefused,
    PickupGone,
    TotalChanged,
    VoucherLost,
)
from .guests import UNKNOWN_NETWORK, Guest, check_guest_orders, check_guest_units, lock_guest

__all__ = ["BasketEmpty", "Contact", "NotForSale", "OrderRefused", "TotalChanged", "enter_checkout", "place_order"]

CASH_ON_DELIVERY = "cash-on-delivery"
BANK_TRANSFER = "bank-transfer"
VNPAY = "vnpay"


@dataclasses.dataclass(frozen=True)
class Contact:
    """Who gets the parcel and where. `phone` in international form; `email` and `note` may be blank.

    `as_typed`: commune and province as the buyer wrote them, where the names of today are others. `invoice_name` is
    blank where no invoice is wanted.
    """

    name: str
    phone: str
    email: str
    street: str
    commune: str
    province: str
    note: str = ""
    as_typed: str = ""
    invoice_name: str = ""
    invoice_tax_code: str = ""
    invoice_address: str = ""


def orders_at_once(buyer) -> bool:
    """Whether somebody vouches for what this buyer orders; None is a guest."""
    return buyer is not None and buyer.has_perm("shop.order_at_once")


@transaction.atomic
def enter_checkout(
    *, basket: Basket, contact: Contact | None = None, buyer=None, network: str = ""
) -> datetime.datetime | None:
    """A step of the checkout: keep the units of the basket for some minutes; until when (`hold_for_checkout`).

    It says early what `place_order` would refuse: InsufficientStock, and GuestLimit as far as the `contact` is known.
    Then nothing more is kept than before.
    """
    basket = Basket.objects.select_for_update().get(pk=basket.pk)
    if not basket.can_be_edited:
        raise BasketEmpty
    guest, wanted = _guest(buyer, contact, network), units_by_record(_units(basket.lines.all()))
    records = _lock(basket, wanted, guest)
    return hold_for_checkout(
        basket=basket, quantities=wanted, records=records, network=guest.network or UNKNOWN_NETWORK if guest else ""
    )


def _guest(buyer, contact: Contact | None, network: str) -> Guest | None:
    return None if orders_at_once(buyer) else Guest(contact.phone if contact else "", network)


def _lock(basket: Basket, wanted: Mapping[int, int], guest: Guest | None) -> list[StockRecord]:
    """The stock records of the basket, locked and judged, also by what guests may take."""
    if guest:
        lock_guest(guest)
    lock_vouchers(basket)
    records = lock_stock(quantities=wanted, basket=basket)
    if guest:
        if guest.phone:
            check_guest_orders(guest)
        check_guest_units(guest=guest, records=records, quantities=wanted, basket=basket)
    return records


@transaction.atomic
def place_order(
    *,
    basket: Basket,
    contact: Contact,
    shown_total: Decimal,
    buyer=None,
    network: str = "",
    language: str = "vi",
    pay_to: Payee | None = None,
    pickups: Mapping[int, int] = MappingProxyType({}),
    is_illustrative: bool = False,
) -> Order:
    """Turn a basket into an order; total and charge in đồng. `pay_to`: to whom it is paid in advance, None:
    cash. `pickups`: seller id → the place (`PickupOffer`) where his parcel is fetched.

    Paid in cash, units are allocated to a buyer with a confirmed e-mail address. For everybody else they are held for
    a time, within the limits of `checkout.guests`, and the order is `unconfirmed`; `network` is a digest of where it
    comes from. To be paid in advance, units are held until the payment is due, and the order is `unpaid`.

    The basket row is locked first, so a second call for the same basket waits and returns the same order.
    Refusals: BasketEmpty, NotForSale, SaleStopped, BelowMinimum, NotDelivered, PickupGone, VoucherLost,
    TotalChanged, GuestLimit, InsufficientStock. Each leaves everything as it was.
    """
    basket = Basket.objects.select_for_update().get(pk=basket.pk)
    placed = Order.objects.filter(basket=basket).first()
    if placed:
        return placed
    if not basket.can_be_edited or basket.is_empty:
        raise BasketEmpty

    guest, wanted = _guest(buyer, contact, network), units_by_record(_units(basket.lines.all()))
    records = _lock(basket, wanted, guest)

    # Read after the lock: neither price nor seller can change from here on.
    basket.strategy = Selector().strategy()
    for line in basket.all_lines():
        if is_sale_stopped(line):
            raise SaleStopped(line.product)
        if not is_for_sale(line):
            raise NotForSale(line.product)
    apply_vouchers(basket, Buyer(buyer, contact.phone, contact.email))
    sellers = {line.stockrecord.partner_id for line in basket.all_lines()}
    places = chosen_offers(sellers, pickups)
    if len(places) < len(sellers & pickups.keys()):
        raise PickupGone
    cost = cost_of(basket, contact.province, places)
    _check_cost(basket, cost, shown_total)
    keep_to(basket, cost.discounts)
    pay_to = pay_to if cost.total_amount else None

    state = ParcelState.UNPAID if pay_to else ParcelState.UNCONFIRMED if guest else ParcelState.NEW
    charges = {seller: parcel.delivery for seller, parcel in cost.parcels.items()}
    creator = OrderCreator(parcel_state=state, delivery_charges=charges)
    order = creator.place_order(
        basket=basket,
        order_number=OrderNumberGenerator().order_number(basket),
        total=cost.total,
        shipping_method=cost.method,
        shipping_charge=cost.delivery,
        user=buyer,
        shipping_address=ShippingAddress.objects.create(**address_fields(contact)),
        guest_email=contact.email,
        status=state,
        language=language,
    )
    for seller, place in places.items():
        await_pickup(parcel=creator.parcels[seller], sales_point=place.sales_point)
    write_down_vat(order)
    if contact.invoice_name:
        request_invoice(
            order=order,
            name=contact.invoice_name,
            tax_code=contact.invoice_tax_code,
            address=contact.invoice_address,
        )
    write_shares(order, cost.discounts)
    if guest:
        remember_guest(order=order, network=network, is_illustrative=is_illustrative)
    if pay_to:
        due_at = timezone.now() + datetime.timedelta(hours=settings.PAYMENT_HOURS)
        hold_stock(lines=order.lines.all(), records=records, until=due_at)
        ask_for_payment(order=order, pay_to=pay_to, due_at=due_at)
    elif guest:
        await_calls(order=order, records=records)
    else:
        allocate_stock(units=_units(order.lines.all()), records=records)
    code = _method(pay_to)
    method, _created = SourceType.objects.get_or_create(code=code, defaults={"name": _METHODS[code]})
    Source.objects.create(
        order=order, source_type=method, currency=order.currency, amount_allocated=order.total_incl_tax
    )
    basket.submit()
    release_checkout(basket=basket)
    if not pay_to:
        tell_sellers(order.parcels.all())
    tell_buyer("order_received", order, order, order_id=order.pk)
    return order


_METHODS = {CASH_ON_DELIVERY: "Trả khi nhận hàng", BANK_TRANSFER: "Chuyển khoản", VNPAY: "VNPay"}


def _method(pay_to: Payee | None) -> str:
    if pay_to is None:
        return CASH_ON_DELIVERY
    return VNPAY if isinstance(pay_to, Terminal) else BANK_TRANSFER


def _check_cost(basket: Basket, cost: Cost, shown_total: Decimal) -> None:
    for parcel in cost.parcels.values():
        if parcel.missing_to_minimum:
            raise BelowMinimum(missing=parcel.missing_to_minimum)
        if parcel.is_refused:
            raise NotDelivered
    if cost.total.incl_tax != shown_total:
        if lost := [row for row in basket.judged if row.reason]:
            raise VoucherLost(lost)
        raise TotalChanged(shown=shown_total, now=cost.total.incl_tax)


def _units(lines: Iterable) -> dict:
    """Line → units."""
    return {line: line.quantity for line in lines}


def address_fields(contact: Contact) -> dict:
    """How Oscar's addresses hold what a buyer said: of an order, and in the address book."""
    country, _created = Country.objects.get_or_create(
        iso_3166_1_a2="VN",
        defaults={
            "iso_3166_1_a3": "VNM",
            "iso_3166_1_numeric": "704",
            "printable_name": "Việt Nam",
            "name": "Việt Nam",
            "is_shipping_country": True,
        },
    )
    return {
        "first_name": contact.name,
        "line1": contact.street,
        "line3": contact.as_typed,
        "line4": contact.commune,
        "state": contact.province,
        "country": country,
        "phone_number": contact.phone,
        "notes": contact.note,
    }
