"""Money in every state, for tests that need some of it."""

import dataclasses

from django.utils import timezone

from storefront.accounts.models import User
from storefront.payment.models import BankAccount, Notice, Payment, Receipt, Refund, Share, Sighting, Statement
from storefront.payment.movements import Movement
from storefront.payment.services.booking import book
from storefront.payment.services.refunds import ask_for_refund
from tests.storefront.shop.offers import LAN, make_basket, make_buyer, place_order

CSV = "Ngày giao dịch;Số tham chiếu;Số tiền ghi nợ;Số tiền ghi có;Mô tả\n24/11/2026;FT900;;{amount};{text}\n"


@dataclasses.dataclass(frozen=True)
class Money:
    """A payment, money that nothing explains, money too much, a refund of it, a statement that waits, a notice."""

    payment: Payment
    unknown: Receipt
    too_much: Share
    refund: Refund
    statement: Statement
    notice: Notice


def make_account() -> BankAccount:
    return BankAccount.objects.create(
        bank_bin="970436", number="1017595600", holder="SAO BUON MINH HOA", is_active=True, is_illustrative=True
    )


def make_money(offer, *, by: User) -> Money:
    """An order of one unit for 130,000 đồng, paid with 5,000 too much, and what else can come in."""
    account = make_account()
    buyer = make_buyer("nguoi-chuyen-khoan@example.com")
    order = place_order(basket=make_basket(offer), contact=LAN, shown_total=130_000, buyer=buyer, pay_to=account)
    payment = order.payments.get()
    moves = [
        Movement(booked_at=timezone.now(), amount=135_000, description=payment.reference, identity="1"),
        Movement(booked_at=timezone.now(), amount=7_000, description="khac", identity="2"),
        Movement(booked_at=timezone.now(), amount=8_000, description=payment.reference, identity="3"),
    ]
    book(account=account, movements=moves, source=Sighting.Source.STATEMENT, by=by)
    refunded, too_much = Share.objects.filter(parcel=None).order_by("amount")
    content = CSV.format(amount="9.000", text="mua hang").encode()
    return Money(
        payment=payment,
        unknown=Receipt.objects.get(payment=None),
        too_much=too_much,
        refund=ask_for_refund(share=refunded, reason="Chuyển thừa", by=by),
        statement=Statement.objects.create(
            account=account, name="sao-ke.csv", content=content, digest="0" * 64, uploaded_by=by
        ),
        notice=Notice.objects.create(
            source="sepay", body=b'{"x": "\xff"}', state=Notice.State.REFUSED, reason="Chữ ký sai"
        ),
    )
