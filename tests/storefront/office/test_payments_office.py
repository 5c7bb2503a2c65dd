"""From the checkout to the payments office, over HTTP: the code to scan, the statement, and who may touch money."""

import base64
import io
import re

import pytest
import zxingcpp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from catalogue.roles import ADMINISTRATORS
from media.qr import qr_png
from storefront.accounts.roles import ensure_roles, give_role
from storefront.order.models import Order
from storefront.order.queries import order_address
from storefront.order.services.parcels import cancel_parcel
from storefront.payment.models import BankAccount, Notice, Payment, Receipt, Refund, Share, Sighting
from storefront.payment.movements import Movement
from storefront.payment.services.booking import book
from storefront.payment.vietqr import parse, payload
from tests.storefront.payment.money import CSV, make_account
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.guest_orders import REVIEW
from tests.storefront.shop.offers import FORM, LAN, make_basket, make_buyer, make_offer, place_order, shopper

pytestmark = pytest.mark.django_db


def administrator(number: int):
    ensure_roles()
    user = make_buyer(f"quan-tri-{number}@example.com")
    give_role(user=user, role=ADMINISTRATORS)
    return signed_in(user)


def order_by_transfer(offer) -> Payment:
    client = shopper(offer)
    client.post("/thanh-toan/", FORM)
    page = client.get(REVIEW).content.decode()
    assert 'value="bank-transfer"' in page
    fields = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "total")}
    answer = client.post(REVIEW, {**fields, "payment": "bank-transfer"})
    assert answer.status_code == 302
    return Payment.objects.get(order__number=answer.headers["Location"].split("/")[-3])


def test_the_page_of_the_order_shows_a_code_that_banks_read(client):
    make_account()
    payment = order_by_transfer(make_offer(units=10))
    page = client.get(order_address(payment.order)).content.decode()
    for text in (payment.reference, "1017595600", "130.000", "SAO BUON MINH HOA"):
        assert text in page
    svg = base64.b64decode(re.search(r"data:image/svg\+xml;base64,([^\"]+)", page)[1]).decode()
    text = payload(bank_bin="970436", account="1017595600", amount=130_000, purpose=payment.reference)
    transfer = parse(text)
    assert (transfer.amount, transfer.purpose) == (130_000, payment.reference)
    assert zxingcpp.read_barcodes(_pixels(qr_png(text)))[0].text == text
    assert svg.count("<path") == 1


def _pixels(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


def test_without_an_account_of_the_shop_nobody_is_offered_a_transfer():
    client = shopper(make_offer())
    client.post("/thanh-toan/", FORM)
    page = client.get(REVIEW).content.decode()
    assert "bank-transfer" not in page
    fields = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "total")}
    assert client.post(REVIEW, {**fields, "payment": "bank-transfer"}).status_code == 409
    assert not Order.objects.exists()


def test_a_statement_is_shown_before_it_is_booked_and_booked_once():
    account = make_account()
    offer = make_offer(units=10)
    payment = order_by_transfer(offer)
    office, seller = administrator(1), signed_in(member_of(offer))
    desk = f"/theo-doi/{offer.partner.producer_id}/don-hang/"
    assert payment.order.number not in seller.get(desk).content.decode()
    lists = "/theo-doi/can-bo/thanh-toan/"
    assert payment.reference in office.get(lists).content.decode()

    def upload(content: str, name: str = "sao-ke.csv"):
        file = SimpleUploadedFile(name, content.encode())
        return office.post(lists, {"account": account.pk, "file": file}, follow=True)

    content = CSV.format(amount="130.000", text=f"IB {payment.reference}")
    answer = upload(content)
    preview = answer.request["PATH_INFO"]
    assert f"IB {payment.reference}" in answer.content.decode()
    assert not Receipt.objects.exists()
    office.post(preview)
    assert "đã tải lên" in upload(content).content.decode()
    office.post(preview)
    assert (Receipt.objects.count(), Order.objects.get().status) == (1, "new")
    page = seller.get(desk).content.decode()
    assert payment.order.number in page
    assert "đã trả bằng chuyển khoản" in page
    faulty = upload(CSV.format(amount="mười nghìn", text="x"), "hong.csv").content.decode()
    assert "hong.csv" in faulty
    assert "dòng 2" in faulty
    assert upload("").status_code == 422


def test_two_administrators_assign_and_pay_back():
    account = make_account()
    payment = order_by_transfer(make_offer(units=10))
    one, two = administrator(1), administrator(2)
    lists = "/theo-doi/can-bo/thanh-toan/"
    file = SimpleUploadedFile("sao-ke.csv", CSV.format(amount="150.000", text="mua ca phe").encode())
    preview = one.post(lists, {"account": account.pk, "file": file}, follow=True).request["PATH_INFO"]
    one.post(preview)
    receipt = Receipt.objects.get()
    screen = f"{lists}tien-vao/{receipt.pk}/"
    assert one.post(screen, {"step": "ask", "reference": "", "reason": ""}).status_code == 422
    one.post(screen, {"step": "ask", "reference": payment.reference.lower(), "reason": "Khách gọi báo"})
    one.post(screen, {"step": "agree"})
    assert Order.objects.get().status == "unpaid"
    two.post(screen, {"step": "agree"})
    assert Order.objects.get().status == "new"
    share = Share.objects.get(parcel=None)
    assert "20.000" in one.get(f"{lists}?muc=thua").content.decode()
    one.post(f"{lists}thua/{share.pk}/", {"reason": "Chuyển thừa"})
    refund = Refund.objects.get()
    for office, step, state in ((one, "sent", "requested"), (two, "sent", "sent"), (one, "confirmed", "confirmed")):
        office.post(f"{lists}hoan/{refund.pk}/", {"step": step})
        refund.refresh_from_db()
        assert refund.state == state
    for name in ("cho", "la", "thua", "hoan", "sao-ke"):
        assert two.get(f"{lists}?muc={name}").status_code == 200
    assert two.get(f"{lists}{payment.pk}/").status_code == 200


def test_queries_of_the_office_do_not_grow_with_the_money():
    account, offer = make_account(), make_offer(units=50)
    office = administrator(1)

    def one_more_of_everything(number: int) -> None:
        buyer = make_buyer(f"nguoi-mua-{number}@example.com")
        order = place_order(basket=make_basket(offer), contact=LAN, shown_total=130_000, buyer=buyer, pay_to=account)
        payment = order.payments.get()
        texts = (payment.reference, payment.reference, "khac")
        moves = [
            Movement(
                booked_at=timezone.now(), amount=130_000 + number, description=text, identity=f"{number}-{place}"
            )
            for place, text in enumerate(texts)
        ]
        book(account=account, movements=moves, source=Sighting.Source.STATEMENT, by=None)
        cancel_parcel(parcel=order.parcels.get(), reason="Hết hàng", by=None)

    def queries() -> list[int]:
        counts = []
        for name in ("cho", "la", "thua", "hoan", "sao-ke"):
            with CaptureQueriesContext(connection) as captured:
                assert office.get(f"/theo-doi/can-bo/thanh-toan/?muc={name}").status_code == 200
            counts.append(len(captured))
        return counts

    one_more_of_everything(1)
    queries()
    few = queries()
    for number in range(2, 5):
        one_more_of_everything(number)
    assert queries() == few


def test_one_person_enters_an_account_and_another_one_takes_it_into_use():
    one, two = administrator(1), administrator(2)
    lists = "/theo-doi/can-bo/thanh-toan/"
    typed = {"bank_bin": "970405", "number": "6500201000123", "holder": "HTX THU"}
    assert one.post(f"{lists}tai-khoan/", {**typed, "number": "65 00"}).status_code == 422
    one.post(f"{lists}tai-khoan/", typed)
    assert one.post(f"{lists}tai-khoan/", typed).status_code == 422  # it is there already
    account = BankAccount.objects.get()
    for office, step, is_active in ((one, "activate", False), (two, "activate", True), (one, "retire", False)):
        office.post(f"{lists}tai-khoan/{account.pk}/", {"step": step})
        account.refresh_from_db()
        assert account.is_active is is_active
    with pytest.raises(IntegrityError), transaction.atomic():
        BankAccount.objects.filter(pk=account.pk).update(is_active=True, activated_by=account.entered_by)
    assert "HTX THU" in two.get(f"{lists}?muc=tai-khoan").content.decode()


def test_a_notice_is_read_as_it_came_and_closed_with_a_reason():
    notice = Notice.objects.create(source="sepay", identity="sepay:1", body=b"<b>\xff", state="unexplained")
    office, address = administrator(1), f"/theo-doi/can-bo/thanh-toan/thong-bao/{notice.pk}/"
    assert "&lt;b&gt;\\xff" in office.get(address).content.decode()
    assert office.post(address, {"found": ""}).status_code == 422
    page = office.post(address, {"found": "Của chi nhánh khác."}, follow=True).content.decode()
    assert "Của chi nhánh khác." in page
    assert 'name="found"' not in page
