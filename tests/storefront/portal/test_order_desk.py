"""The order desk's papers, pick list, bulk steps and messages, from order to mail."""

import datetime
import io

import openpyxl
import pypdfium2
import pytest
import zxingcpp
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from storefront.order.models import Order, Parcel, ParcelMessage, SellerMails
from storefront.order.queries import order_address
from storefront.order.sales import Figures, Period, by_product, by_step, in_all
from storefront.order.services.messages import MAX_A_DAY
from storefront.order.services.parcels import ParcelRefused
from storefront.order.totals import amounts_of
from storefront.partner.services import InsufficientStock
from storefront.portal.mails.services import sum_up
from storefront.portal.papers.views import PAPERS
from tests.mails import newly_delivered
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.guest_orders import after_the_hold, placed
from tests.storefront.shop.offers import LAN, buy, make_basket, make_buyer, make_offer
from tests.storefront.shop.parcel_steps import STEPS, act, parcel_of

pytestmark = pytest.mark.django_db


def desk(offer) -> str:
    return f"/theo-doi/{offer.partner.producer_id}/don-hang/"


def text_of(answer) -> str:
    with pypdfium2.PdfDocument(answer.content) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def codes_in(answer) -> set[str]:
    with pypdfium2.PdfDocument(answer.content) as document:
        pictures = [page.render(scale=3, grayscale=True).to_pil() for page in document]
    return {code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)}


def test_from_the_new_order_to_the_papers():
    mine, other = make_offer(units=30, title="Mật ong thử"), make_offer(units=30, title="Tiêu thử")
    buyer = make_buyer()
    client = signed_in(member_of(mine))
    orders = [buy(make_basket(mine, other, quantity=2), total=460_000, buyer=buyer)() for _number in range(3)]
    parcels = [order.parcels.get(partner=mine.partner) for order in orders]
    keys = [str(parcel.pk) for parcel in parcels]
    told = newly_delivered()
    assert [message.subject for message in told if "Mật ong thử" in message.body and LAN.name not in message.body]
    bulk = f"{desk(mine)}nhieu/"
    refused = client.get(f"{desk(mine)}giay/", {"loai": "nhan", "kien": keys[0]}, follow=True).content.decode()
    assert parcels[0].reference in refused
    page = client.get(f"{desk(mine)}?chon=tat-ca").content.decode()
    assert page.count(" checked") == 3
    client.post(bulk, {"step": "confirm", "kien": keys[:2], "muc": "moi"})
    assert client.post(bulk, {"step": "confirm", "kien": keys[:2], "muc": "moi"}).status_code == 302
    picked = client.get(f"{desk(mine)}soan/").content.decode()
    assert "<strong>4</strong>" in picked
    assert "Tiêu thử" not in picked
    assert "Mật ong thử" in text_of(client.get(f"{desk(mine)}soan/in/"))
    for name in PAPERS:
        lead = client.post(bulk, {"step": name, "kien": keys[:2]})
        answer = client.get(lead["Location"])
        words = text_of(answer)
        for text in (*(parcel.reference for parcel in parcels[:2]), LAN.name, LAN.street, "Mật ong thử", "230.000"):
            assert text in words, (name, text)
        for text in ("Tiêu thử", LAN.email, "460.000"):
            assert text not in words
        bars = {parcel.reference for parcel in parcels[:2]} if "nhan" in name else set()
        assert {f"http://localhost:8000/theo-doi/don/{key}/" for key in keys[:2]} | bars == codes_in(answer)
    person = parcels[0].partner.producer.memberships.get().user
    assert person.email in client.get(f"/theo-doi/don/{keys[0]}/").content.decode()  # who confirmed it
    page = Client().get(order_address(orders[0])).content.decode()
    assert "Người bán đã xác nhận" in page
    assert person.email not in page
    receipt = text_of(Client().get(f"{order_address(orders[0])}phieu/"))
    for text in ("Mật ong thử", "Tiêu thử", "460.000", "không phải hóa đơn giá trị gia tăng"):
        assert text in receipt
    for text in (LAN.name, LAN.street, person.email):
        assert text not in receipt
    client.post(bulk, {"step": "pack", "kien": keys, "muc": "gui"})
    assert list(Parcel.objects.filter(pk__in=keys).order_by("pk").values_list("state", flat=True)) == [
        "packed", "packed", "new",
    ]  # fmt: skip


def test_in_bulk_one_that_cannot_go_is_named_and_holds_up_no_other():
    offer = make_offer(units=12)
    orders = [
        placed(offer, quantity=3, phone=f"091234560{number}", network=f"203.0.113.{number}") for number in (1, 2)
    ]
    client = signed_in(member_of(offer))
    with after_the_hold():
        placed(offer, quantity=8, user=make_buyer())
        keys = [order.parcels.get().pk for order in orders]
        page = client.post(f"{desk(offer)}nhieu/", {"step": "confirm", "kien": keys}, follow=True).content.decode()
    assert [Order.objects.get(pk=order.pk).status for order in orders] == ["confirmed", "unconfirmed"]
    assert orders[1].parcels.get().reference in page
    assert "chỉ còn 1" in page


def test_seller_and_buyer_write_to_each_other():
    offer = make_offer(units=5)
    order = placed(offer)
    parcel, client, buyer = order.parcels.get(), signed_in(member_of(offer)), Client()
    newly_delivered()
    write = f"/theo-doi/don/{parcel.pk}/tin/"
    text = "Hàng về thứ Hai <b>nhé</b>, xem http://xau.vn/qua hoặc www.xau.vn"
    for _click in range(2):
        assert client.post(write, {"text": text}).status_code == 302
    told = newly_delivered()
    assert [message.to for message in told] == [[LAN.email]]
    assert "thứ Hai" in told[0].body
    assert not {"://xau", "xau.vn"} & set(told[0].body.split())
    assert "http://xau" not in told[0].body
    page = buyer.get(order_address(order)).content.decode()
    assert "&lt;b&gt;nhé&lt;/b&gt;" in page
    assert 'href="http://xau' not in page
    answer = f"{order_address(order)}tin/"
    assert buyer.post(answer, {"parcel": 1, "text": "Vâng, cảm ơn"}).status_code == 302
    assert buyer.post(answer, {"parcel": 2, "text": "Vâng"}).status_code == 404
    assert [message.to for message in newly_delivered()] == [[parcel.partner.producer.memberships.get().user.email]]
    assert parcel.reference in client.get(f"{desk(offer)}?muc=tin").content.decode()
    for bad in ("", "  \u200b ", "x" * 1001):
        refused = buyer.post(answer, {"parcel": 1, "text": bad})
        assert refused.status_code == 422
    for number in range(MAX_A_DAY + 3):
        buyer.post(answer, {"parcel": 1, "text": f"Tin {number}"})
    assert ParcelMessage.objects.filter(sender="buyer").count() == MAX_A_DAY
    SellerMails.objects.update_or_create(
        user=parcel.partner.producer.memberships.get().user, producer=offer.partner.producer,
        defaults={"has_messages": False},
    )  # fmt: skip
    assert not newly_delivered()


def test_the_morning_mail_comes_once_and_only_where_something_waits():
    busy, idle = make_offer(units=9), make_offer(units=9)
    person, other = member_of(busy), member_of(idle)
    placed(busy)
    newly_delivered()
    morning = timezone.localtime().replace(hour=7, minute=30)
    assert sum_up(now=morning.replace(hour=15)) == 0
    assert [sum_up(now=morning), sum_up(now=morning)] == [1, 0]
    told = newly_delivered()
    assert [message.to for message in told] == [[person.email]]
    assert other.email not in told[0].to
    assert "được giữ: 1" in told[0].body
    address = f"/theo-doi/{busy.partner.producer_id}/thu/"
    assert signed_in(person).post(address, {"has_messages": "on", "language": "en"}).status_code == 302
    assert sum_up(now=morning + datetime.timedelta(days=1)) == 0
    placed(busy, phone="0987 654 321", network="203.0.113.9")
    assert person.email not in {message.to[0] for message in newly_delivered()}


@hypothesis(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.integers(1, 3)), max_size=9))
def test_the_sales_report_adds_up_to_what_the_parcels_cost(steps):
    with transaction.atomic():
        offers = [make_offer(units=20, price=price) for price in (33_333, 70_000)]
        orders = [buy(make_basket(*offers, quantity=3), total=3 * 103_333 + 60_000)() for _number in range(2)]
        for step, which, units in steps:
            try:
                with transaction.atomic():
                    act(parcel_of(orders[which], offers[which]), step, units)
            except (ParcelRefused, InsufficientStock):
                continue
        parcels, today = Parcel.objects.filter(order__in=orders), timezone.localdate()
        costs = amounts_of(parcels).values()
        for step in ("day", "week", "month"):
            period = Period(today - datetime.timedelta(days=40), today, step)
            in_steps = sum((figures for _day, figures in by_step(parcels, period)), Figures())
            assert in_steps == in_all(parcels, period)
            assert in_steps.revenue == sum(row.goods - row.cancelled for row in costs)
            assert in_steps.delivery == sum(row.delivery for row in costs)
        products = by_product(parcels, period, most=9)
        assert sum(row.revenue for row in products) == in_steps.revenue
        assert sum(row.units_left for row in products) == in_steps.units_left
        assert in_all(parcels, period.before) == Figures()
        transaction.set_rollback(True)


def test_the_report_has_as_many_queries_whatever_was_sold_and_a_workbook():
    offer = make_offer(units=50, title="=cmd|' /C calc'!A0")
    client, address = signed_in(member_of(offer)), f"/theo-doi/{offer.partner.producer_id}/ban-hang/"
    counted = []
    for number in (1, 4):
        for place in range(number):
            buy(make_basket(offer), buyer=make_buyer(f"khach-{number}-{place}@example.com"))()
        with CaptureQueriesContext(connection) as queries:
            page = client.get(address).content.decode()
        counted.append(len(queries))
    assert counted[0] == counted[1]
    assert '<div class="bar-chart"' in page
    assert "500.000" in page
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{address}tai-ve.xlsx").content))
    assert [sheet.max_row for sheet in book] == [31, 2]
    assert book.worksheets[1]["A2"].data_type == "s"
    assert book.worksheets[1]["H2"].value == 500_000
    for asked in ("tu=9999-12-31", "tu=2026-13-01&den=x", "tu=0001-01-01", "den=2020-01-01&tu=2021-01-01&theo=year"):
        assert client.get(f"{address}?{asked}").status_code == 422
        assert client.get(f"{address}tai-ve.xlsx?{asked}").status_code == 200


NOISE = (
    "{}.", "{})", "{}),", "{}%0A", "{}%20%E2%80%8B", "{}*", "{}_", "{}--", "{}>", "{}”", "{}/.", "{}%3Ffbclid=abc",
    "{}&gt;", "{}/%0D%0A", "{}'",
)  # fmt: skip


def test_an_orders_address_survives_what_messengers_put_into_it():
    order = buy(make_basket(make_offer()))()
    path, visitor = order_address(order), Client()
    assert visitor.get(f"{path}?fbclid=IwAR0&utm_source=zalo").status_code == 200
    bare = path.rstrip("/")
    broken = bare[:40] + "%0A" + bare[40:]
    for address in (*(noise.format(bare) for noise in NOISE), *(noise.format(path) for noise in NOISE), broken):
        answer = visitor.get(address, follow=True)
        assert answer.status_code == 200, address
        assert order.number in answer.content.decode()
    number, signature = bare.split("/")[-2:]
    for hurt in (f"{number}/{signature.upper()}", f"{number}/{signature[:-4]}", f"{number}/{'A' * 43}", number):
        answer = visitor.get(f"/don-hang/{hurt}/")
        assert answer.status_code == 404
        assert f'value="{number}"' in answer.content.decode()
        assert order.shipping_address.line4 not in answer.content.decode()
