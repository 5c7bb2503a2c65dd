"""Banks and VNPay call over HTTP, couriers bring cash: each đồng is booked once, for whom it was meant."""

import datetime
import json
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from storefront.order.models import Order
from storefront.order.queries import order_address
from storefront.order.services.parcels import (
    deliver_parcel,
    send_back_parcel,
    ship_parcel,
    take_back_parcel,
)
from storefront.partner.models import StockHold
from storefront.payment import jobs, vnpay
from storefront.payment.audit import differences
from storefront.payment.models import BankAccount, Method, Notice, Payment, Receipt, Share, Sighting, VnpayAttempt
from storefront.payment.movements import Movement
from storefront.payment.queries import cash_to_collect, surplus_of
from storefront.payment.sepay_signing import signature
from storefront.payment.services.accounts import AccountRefused, activate_account, enter_account
from storefront.payment.services.booking import BookingRefused, assign, book, propose_assignment
from storefront.payment.services.notices import settle_notice
from storefront.payment.services.refunds import RefundRefused, move_refund, send_back
from storefront.payment.services.requests import accounts_for
from storefront.payment.tasks import book_notice
from storefront.payment.vnpay_signing import signed_query
from tests.mails import delivered
from tests.races import all_at_once
from tests.storefront.payment.money import make_account
from tests.storefront.shop.offers import FORM, LAN, make_basket, make_buyer, make_offer, place_order, shopper

SECRET = "sepay-secret"
TERMINAL = vnpay.Terminal(code="SAOBUON1", secret="vnpay-secret", pay_url="https://pay.example/vpcpay.html")
TOTAL = 230_000  # two parcels of 100,000 and 70,000 with 30,000 for delivery each


@pytest.fixture(autouse=True)
def services(settings):
    settings.PAYMENT_NOTICES = {"sepay": {"secret": SECRET, "api_key": ""}, "casso": {"key": ""}}
    settings.VNPAY = {"code": TERMINAL.code, "secret": TERMINAL.secret, "pay_url": TERMINAL.pay_url}


def two_parcels(pay_to=None) -> Order:
    offers = [make_offer(price=100_000), make_offer(price=70_000)]
    buyer = make_buyer(f"nguoi-mua-{offers[0].pk}@example.com")
    return place_order(basket=make_basket(*offers), contact=LAN, shown_total=TOTAL, buyer=buyer, pay_to=pay_to)


def check_audit() -> None:
    connection.check_constraints()
    assert list(differences()) == []


def sepay_body(**changes) -> bytes:
    now = timezone.localtime()
    fields = {
        "id": 92704, "transactionDate": f"{now:%Y-%m-%d %H:%M:%S}", "accountNumber": "1017595600",
        "content": "", "transferType": "in", "transferAmount": 1000, "referenceCode": "FT1",
    }  # fmt: skip
    return json.dumps({**fields, **changes}).encode()


def tell(body: bytes, *, secret: str = SECRET, seconds_ago: int = 0, source: str = "sepay") -> int:
    signed_at = str(int(timezone.now().timestamp()) - seconds_ago)
    headers = {
        "X-SePay-Timestamp": signed_at,
        "X-SePay-Signature": f"sha256={signature(secret, signed_at, body)}",
    }
    client = Client(enforce_csrf_checks=True)
    answer = client.post(f"/payments/notices/{source}", body, content_type="application/json", headers=headers)
    if answer.status_code == 200:
        assert json.loads(answer.content) == {"success": True}
    return answer.status_code


def work() -> None:
    """What the worker does."""
    for task in DBTaskResult.objects.filter(task_path="storefront.payment.tasks.book_notice", status="READY"):
        book_notice.call(**task.args_kwargs["kwargs"])
        task.delete()


@pytest.mark.django_db
def test_a_notice_is_kept_answered_and_booked_once_however_often_it_comes():
    account = make_account()
    order = two_parcels(account)
    payment = order.payments.get()
    body = sepay_body(transferAmount=TOTAL, content=f"MB.{payment.reference}.\x00\ud800 CT")
    assert [tell(body), tell(body)] == [200, 200]
    assert Notice.objects.get().state == "received"
    assert not Receipt.objects.exists()  # whoever dies here loses nothing: the task is there
    work()
    work()
    order.refresh_from_db()
    notice = Notice.objects.get()
    assert (order.status, notice.state, notice.receipt.amount) == ("new", "booked", TOTAL)
    statement = Movement(
        booked_at=timezone.now(), amount=TOTAL, description="x", bank_reference="FT1", identity="line 1"
    )
    assert book(account=account, movements=[statement], source=Sighting.Source.STATEMENT, by=None).known == 1
    assert tell(body) == 200
    assert Receipt.objects.count() == 1
    check_audit()


@pytest.mark.django_db
def test_what_died_between_receipt_and_assignment_is_finished_by_the_next_attempt(monkeypatch):
    account = make_account()
    payment = two_parcels(account).payments.get()
    tell(sepay_body(transferAmount=TOTAL, content=payment.reference))
    with monkeypatch.context() as dying, pytest.raises(KeyboardInterrupt):
        dying.setattr(
            "storefront.payment.services.booking.assign", lambda **_: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        work()
    assert Receipt.objects.get().payment is None
    Notice.objects.update(received_at=timezone.now() - datetime.timedelta(minutes=5))
    assert jobs.book_left_notices() == 1
    assert Receipt.objects.get().payment == payment
    check_audit()


@pytest.mark.django_db
def test_what_is_not_signed_old_foreign_or_nonsense_books_nothing():
    make_account()
    good = sepay_body()
    assert tell(good, secret="another") == 401
    assert tell(good, seconds_ago=301) == 401
    assert tell(good, seconds_ago=-120) == 401
    for nonsense in (
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        sepay_body(transferAmount=-5),
        sepay_body(transferAmount=10**15),
    ):
        assert tell(nonsense) == 422
    assert tell(b"x" * 70_000) == 422
    assert tell(good, source="casso") == 404  # no key: not heard
    assert tell(good, source="other") == 404
    assert Client().get("/payments/notices/sepay").status_code == 405
    assert set(Notice.objects.values_list("state", flat=True)) == {"refused"}
    assert tell(sepay_body(id=2, transferType="out")) == 200
    assert tell(sepay_body(id=3, accountNumber="999", transferAmount=9_000_000_000)) == 200
    assert tell(sepay_body(id=4, transferAmount=9_000_000_000)) == 200
    work()
    assert list(Notice.objects.exclude(state="refused").order_by("pk").values_list("state", flat=True)) == [
        "nothing", "unexplained", "booked",
    ]  # fmt: skip
    assert Receipt.objects.get().payment is None
    [unexplained] = Notice.objects.filter(state="unexplained")
    office = make_buyer("van-phong@example.com")
    assert settle_notice(notice=unexplained, found="Của chi nhánh khác.", by=office).state == "nothing"
    check_audit()


@pytest.mark.django_db
def test_the_office_hears_once_of_money_that_nothing_explains_and_can_send_it_back(settings):
    make_account()
    order = two_parcels(BankAccount.objects.get())
    tell(sepay_body(transferAmount=7_000, content="khac"))
    work()
    assert jobs.alert_of_stray_money() == 0  # not yet
    settings.STRAY_MONEY_MINUTES = 0
    assert [jobs.alert_of_stray_money(), jobs.alert_of_stray_money()] == [1, 0]
    (mail,) = [message for message in delivered() if "1 khoản tiền vào" in message.body]
    assert "/theo-doi/can-bo/thanh-toan/?muc=la" in mail.body
    asking, sending, receipt = make_buyer("mot@example.com"), make_buyer("hai@example.com"), Receipt.objects.get()
    refund = send_back(receipt=receipt, reason="Chuyển nhầm", by=asking)
    with pytest.raises(RefundRefused):
        send_back(receipt=receipt, reason="Chuyển nhầm", by=asking)
    with pytest.raises(BookingRefused):
        assign(receipt=receipt, payment=order.payments.get(), by=None)
    with pytest.raises(BookingRefused):
        propose_assignment(receipt=receipt, reference=order.payments.get().reference, reason="x", by=asking)
    check_audit()
    with pytest.raises(RefundRefused):
        move_refund(refund=refund, state="sent", by=asking)
    for state in ("sent", "confirmed"):
        move_refund(refund=refund, state=state, by=sending)
    assert surplus_of(receipt.shares.get()) == 0
    check_audit()


# -- VNPay ----------------------------------------------------------------------------------------------------------


def ipn(attempt: VnpayAttempt, *, code: str = "00", secret: str = TERMINAL.secret, **changes) -> str:
    """What we answer to VNPay's call."""
    fields = {
        "vnp_Amount": str(attempt.amount * 100), "vnp_ResponseCode": code, "vnp_TransactionStatus": code,
        "vnp_TmnCode": TERMINAL.code, "vnp_TransactionNo": "14226112", "vnp_TxnRef": attempt.reference,
        "vnp_PayDate": "20261125003512", **changes,
    }  # fmt: skip
    return Client().get(f"/payments/vnpay/ipn?{signed_query(fields, secret)}").json()["RspCode"]


@pytest.mark.django_db
def test_a_buyer_pays_at_vnpay_fails_first_and_the_return_changes_nothing():
    client = shopper(make_offer())
    client.post("/thanh-toan/", FORM)
    page = client.get("/thanh-toan/xem-lai/")
    typed = {"token": page.context["token"], "total": page.context["cost"].total_amount, "payment": "vnpay"}
    answer = client.post("/thanh-toan/xem-lai/", typed)
    asked = dict(parse_qsl(urlsplit(answer["Location"]).query))
    first = VnpayAttempt.objects.get()
    assert (asked["vnp_TxnRef"], asked["vnp_Amount"]) == (first.reference, "13000000")
    assert client.post("/thanh-toan/xem-lai/", typed)["Location"].startswith("/don-hang/")  # a second click
    order = Order.objects.get()
    paid = signed_query(
        {"vnp_Amount": "13000000", "vnp_ResponseCode": "00", "vnp_TransactionStatus": "00",
         "vnp_TmnCode": TERMINAL.code, "vnp_TxnRef": first.reference}, TERMINAL.secret)  # fmt: skip
    own_page = client.get(f"/thanh-toan/vnpay/?{paid}", follow=True)
    assert own_page.status_code == 200
    assert Client().get(f"/thanh-toan/vnpay/?{paid[:-1]}").status_code == 404
    order.refresh_from_db()
    assert (order.status, Receipt.objects.count()) == ("unpaid", 0)
    assert ipn(first, code="51") == "00"
    assert ipn(first, code="51") == "02"
    start = own_page.context["transfers"][0].start_address
    again = client.post(start)
    assert again["Location"].startswith(TERMINAL.pay_url)
    second = VnpayAttempt.objects.last()
    assert second.reference != first.reference
    assert ipn(second, secret="another") == "97"
    assert ipn(second, vnp_Amount="100") == "04"
    assert ipn(second, vnp_TxnRef="OCOPDH26010100001L1") == "01"
    assert ipn(second, vnp_Amount="x") == "99"
    assert not Receipt.objects.exists()
    assert [ipn(second), ipn(second), ipn(second, code="24")] == ["00", "02", "02"]
    order.refresh_from_db()
    assert order.status == "new"
    assert client.post(start)["Location"].startswith("/don-hang/")  # nothing is missing any more
    # Both visits were paid: the second time is money too much.
    assert ipn(first) == "00"
    assert {share.parcel_id is None: share.amount for share in Share.objects.all()} == {False: 130_000, True: 130_000}
    assert set(Notice.objects.filter(state="unexplained").values_list("reason", flat=True)) != {""}
    check_audit()


def test_one_word_of_vnpay_told_twice_at_once_is_booked_once(committed_db):
    payment = two_parcels(TERMINAL).payments.get()
    attempt = VnpayAttempt.objects.create(
        payment=payment, reference="OCOPDH26010100009L1", amount=TOTAL, expires_at=timezone.now()
    )
    assert sorted(all_at_once(*[lambda: ipn(attempt)] * 4)) == ["00", "02", "02", "02"]
    assert Receipt.objects.get().payment == payment
    check_audit()


@pytest.mark.django_db
def test_money_at_vnpay_after_the_time_finds_units_anew_or_goes_back():
    offer = make_offer(units=1)

    def ordered(mail, pay_to):
        buyer = make_buyer(mail)
        return place_order(basket=make_basket(offer), contact=LAN, shown_total=130_000, buyer=buyer, pay_to=pay_to)

    late = ordered("muon@example.com", TERMINAL)
    over = timezone.now() - datetime.timedelta(hours=1)
    Payment.objects.update(due_at=over)
    StockHold.objects.update(expires_at=over)
    quick = ordered("nhanh@example.com", None)
    payment = late.payments.get()
    attempt = VnpayAttempt.objects.create(
        payment=payment, reference="OCOPDH26010100001L1", amount=130_000, expires_at=timezone.now()
    )
    assert ipn(attempt) == "00"
    late.refresh_from_db()
    assert (late.status, quick.status) == ("cancelled", "new")
    assert surplus_of(Share.objects.get()) == 130_000
    check_audit()


# -- cash on delivery, accounts of sellers --------------------------------------------------------------------------


def sent(parcel):
    for state in ("confirmed", "packed"):
        parcel.state = state
        parcel.save()
    return ship_parcel(parcel=parcel, by=None)


@pytest.mark.django_db
def test_cash_is_booked_for_each_parcel_when_it_is_delivered_and_never_for_a_refused_one():
    order = two_parcels()
    first, second = (sent(parcel) for parcel in order.parcels.order_by("number"))
    assert set(cash_to_collect(order.parcels.all())) == {first, second}
    deliver_parcel(parcel=first, by=None)
    deliver_parcel(parcel=first, by=None)
    receipt = Receipt.objects.get()
    assert (receipt.method, receipt.amount, receipt.payment.parcels.get()) == (Method.CASH, 130_000, first)
    check_audit()
    send_back_parcel(parcel=second, reason="Không nhận", by=None)
    take_back_parcel(parcel=second, reason="Không nhận", is_restocked=True, by=None)
    assert not cash_to_collect(order.parcels.all())
    send_back_parcel(parcel=first, reason="Hỏng", by=None)
    deliver_parcel(parcel=first, by=None)  # kept after all: paid already
    assert Receipt.objects.count() == 1
    send_back_parcel(parcel=first, reason="Hỏng", by=None)
    take_back_parcel(parcel=first, reason="Hỏng", is_restocked=False, by=None)
    assert surplus_of(Share.objects.get()) == 130_000
    check_audit()
    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.create(
            method=Method.CASH, amount=1, booked_at=timezone.now(), payment=receipt.payment, description="again"
        )


@pytest.mark.django_db
def test_each_seller_is_paid_on_its_own_account_once_all_have_one(settings):
    make_account()
    offers = [make_offer(price=100_000), make_offer(price=70_000)]
    sellers = {offer.partner_id for offer in offers}
    enterer, other = make_buyer("mot@example.com"), make_buyer("hai@example.com")
    assert accounts_for(sellers).partner is None
    settings.PAYMENT_ACCOUNTS = "sellers"
    assert accounts_for(sellers) is None
    for number, offer in enumerate(offers, start=1):
        account = enter_account(
            bank_bin="970436", number=f"00{number}", holder="HTX", by=enterer, partner=offer.partner
        )
        with pytest.raises(AccountRefused):
            activate_account(account=account, by=enterer)
        activate_account(account=account, by=other)
    order = place_order(
        basket=make_basket(*offers), contact=LAN, shown_total=TOTAL, buyer=other, pay_to=accounts_for(sellers)
    )
    first, second = order.payments.order_by("pk")
    assert [(one.amount, one.account.number) for one in (first, second)] == [(130_000, "001"), (100_000, "002")]
    page = Client().get(order_address(order)).content.decode()
    assert page.count('class="transfer__code"') == 2
    assert all(offer.partner.name in page for offer in offers)
    for seconds, payment in enumerate((first, second)):  # the second one pays on the first one's account: by hand
        tell(
            sepay_body(id=seconds, accountNumber="001", transferAmount=payment.amount, content=payment.reference,
                       referenceCode=f"FT{seconds}")
        )  # fmt: skip
    work()
    assert list(order.parcels.order_by("number").values_list("state", flat=True)) == ["new", "unpaid"]
    assert Receipt.objects.get(payment=None).amount == 100_000
    assert BankAccount.objects.filter(is_active=True).count() == 3
    check_audit()
