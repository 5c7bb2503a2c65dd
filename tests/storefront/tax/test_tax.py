"""Taxes: codes, the tax inside prices to the đồng, tables for e-invoices, and what is withheld from households."""

import csv
import datetime
import io
import re

import openpyxl
import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from catalogue.producers.models import Producer, ProducerType
from storefront.order.models import Order, Parcel
from storefront.order.queries import ordered_parcels
from storefront.order.services.parcels import ParcelRefused, refund_units
from storefront.order.totals import amount_due
from storefront.tax.codes import clean_tax_code, masked
from storefront.tax.models import LineVat, OfferVat, SellerTax
from storefront.tax.movements import movements
from storefront.tax.queries import vat_of
from storefront.tax.rates import VatKind, permille_of, totals_by_rate, vat_in, vat_percent
from storefront.tax.services import set_taxes
from storefront.tax.withholding import withheld
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.offers import FORM, OURS, buy, make_basket, make_buyer, make_offer, shopper
from tests.storefront.shop.parcel_steps import act


def this_month() -> datetime.date:
    return timezone.localdate().replace(day=1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0100233488", "0100233488"),
        ("0314409058-002", "0314409058-002"),
        (" 031 4409058002 ", "0314409058-002"),
        ("０１００２３３４８８", "0100233488"),
        ("066 085 001 234", "066085001234"),
        ("", ""),
    ],
)
def test_a_tax_code_has_one_spelling(typed, code):
    assert clean_tax_code(typed) == code


@pytest.mark.parametrize(
    "typed",
    [
        "0100233480",
        "010023348",
        "0314409058-000",
        "097085001234",
        "066085000000",
        "=1+1",
        "٠١٠٠٢٣٣٤٨٨",
        "0" * 10,
        "1" * 99,
    ],
)
def test_no_other_tax_code_is_taken(typed):
    with pytest.raises(ValidationError):
        clean_tax_code(typed)


def test_a_personal_number_is_masked_and_a_company_is_not():
    assert masked("066085001234") == "••••••••1234"
    assert masked("0100233488") == "0100233488"


def test_the_cut_of_the_usual_rate_ends_with_2026_and_nothing_is_guessed():
    assert vat_percent("reduced", datetime.date(2026, 12, 31)) == 8
    assert vat_percent("reduced", datetime.date(2027, 1, 1)) == 10
    assert vat_percent("standard", datetime.date(2020, 1, 1)) is None
    assert vat_percent("exempt", datetime.date(2026, 12, 31)) is None


@given(gross=st.integers(0, 10**9), percent=st.sampled_from([0, 5, 8, 10]))
def test_the_tax_inside_a_price_is_the_nearest_dong(gross, percent):
    vat = vat_in(gross, percent)
    assert abs(vat * (100 + percent) - gross * percent) * 2 <= 100 + percent
    assert vat_in(-gross, percent) == -vat
    assert 0 <= vat <= gross


PERSON = "066085004321"
INVOICE = {"invoice_name": "Trần Văn Bình", "invoice_tax_code": PERSON, "invoice_address": "Số 1, Ea Na"}
AFTER = ("refuse", "send back", "take back", "deliver", "refund")


def after(parcel: Parcel, step: str, units: int) -> None:
    if step == "refund":
        refund_units(parcel=parcel, quantities={parcel.lines.get().pk: units}, reason="Vỡ", by=None)
    else:
        act(parcel, step, units)


@pytest.mark.django_db
@hypothesis(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.tuples(*[st.sampled_from(VatKind.values)] * 2),
    before=st.integers(0, 2),
    is_free=st.booleans(),
    steps=st.lists(st.tuples(st.sampled_from(AFTER), st.integers(0, 1), st.integers(1, 2)), max_size=6),
)
def test_whatever_comes_back_the_rows_are_what_is_left_to_the_dong(kinds, before, is_free, steps):
    with transaction.atomic():
        offers = [make_offer(units=9, price=price) for price in (33_333, 70_001)]
        for offer, kind in zip(offers, kinds, strict=True):
            Producer.objects.filter(pk=offer.partner.producer_id).update(type=ProducerType.HOUSEHOLD)
            set_taxes(seller=offer.partner, tax_code="", delivery_kind=kind, kinds={offer.pk: kind})
        order = buy(make_basket(*offers, quantity=3), total=3 * 103_334 + 60_000)()
        parcels = list(order.parcels.all())
        if is_free:  # a voucher paid for all of its goods
            parcels[1].lines.update(line_price_incl_tax=0)
        if before:
            act(parcels[0], "fewer", before)
        for parcel in parcels:
            for step in ("confirm", "pack", "ship", "deliver"):
                act(parcel, step, 0)
        for step, which, units in steps:
            try:
                with transaction.atomic():
                    after(parcels[which], step, units)
            except ParcelRefused:
                continue
        rows = movements(this_month())
        assert sum(row.amount for row in rows) == amount_due(order)
        left: dict = {}
        for row in rows:
            left.setdefault((row.line or row.parcel, row.kind, row.percent), []).append(row.amount)
        prices = {key: sum(amounts) for key, amounts in left.items()}
        assert min(prices.values()) >= 0
        for total in totals_by_rate(rows):
            own = [price for (_key, *rate), price in prices.items() if rate == [total.kind, total.percent]]
            assert total.vat == sum(vat_in(price, total.percent) for price in own)
        shown = vat_of(ordered_parcels(order))
        some = [total for total in totals_by_rate(rows) if total.amount]
        assert shown == (some if any(total.percent is not None for total in some) else [])
        for own in withheld(rows):  # both are households
            parts = [price for (sold, *_rate), price in prices.items() if sold.partner_id == own.seller.pk]
            assert own.base == sum(parts)
            assert own.vat == sum(permille_of(part, 10) for part in parts)
            assert own.income == sum(permille_of(part, 5) for part in parts)
        transaction.set_rollback(True)


@pytest.fixture
def month(db):
    """A household and a company have sold something to a buyer who wants an invoice, and it has arrived."""
    household, company = make_offer(price=108_000), make_offer(price=50_000)
    household.product.title = "=HYPERLINK(1)"
    household.product.save()
    for offer, kind in ((household, ProducerType.HOUSEHOLD), (company, ProducerType.COMPANY)):
        Producer.objects.filter(pk=offer.partner.producer_id).update(type=kind)
    return household, company


def checked_out(*offers, **invoice) -> Order:
    """Through the pages, with an invoice made out to a person."""
    client = shopper(*offers, user=make_buyer())
    sent = client.post("/thanh-toan/", {**FORM, **INVOICE, **invoice}, headers=OURS)
    assert sent.status_code == 302, sent.content.decode()
    page = client.get(sent["Location"]).content.decode()
    assert "Trần Văn Bình" in page and "••••••••4321" in page and PERSON not in page
    assert not any(PERSON in str(session.get_decoded()) for session in Session.objects.all())
    fields = dict(re.findall(r'name="(token|total|form_key)" value="([^"]*)"', page))
    done = client.post(sent["Location"], fields, headers=OURS)
    assert "Bạn đã yêu cầu hóa đơn điện tử" in client.get(done["Location"]).content.decode()
    return Order.objects.get()


def arrived(order: Order) -> None:
    for step in ("confirm", "pack", "ship", "deliver"):
        for parcel in order.parcels.all():
            act(parcel, step, 0)


def test_an_invoice_needs_a_name_an_address_and_a_mail(db):
    client = shopper(make_offer())
    answer = client.post("/thanh-toan/", {**FORM, "email": "", "invoice_tax_code": "0100233480"}, headers=OURS)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "<details open>" in text
    for what in ("Tên ghi", "địa chỉ ghi", "qua e-mail", "Không có mã số thuế này"):
        assert what in text


def test_from_the_rate_of_a_product_to_the_tables_of_the_month(month):
    household, company = month
    client, producer = signed_in(member_of(household)), household.partner.producer_id
    page, field = f"/theo-doi/{producer}/thue/", f"offer_{household.pk}"
    wrong = {"tax_code": "0100233480", "delivery_kind": "unknown", field: "reduced"}
    assert client.post(page, wrong, headers=OURS).status_code == 422
    assert not OfferVat.objects.exists()
    foreign = {f"offer_{company.pk}": "zero"}
    sent = client.post(page, {**wrong, **foreign, "tax_code": "066 085 001 234"}, headers=OURS)
    assert sent.status_code == 302
    assert dict(OfferVat.objects.values_list("stock_record", "kind")) == {household.pk: "reduced"}

    order = checked_out(household, company)
    arrived(order)
    # Later changes do not touch what was ordered.
    OfferVat.objects.update(kind="zero")
    assert LineVat.objects.get(line__partner=household.partner).percent == 8
    with connection.cursor() as cursor:
        cursor.execute("SELECT s::text || i::text FROM tax_sellertax s, tax_invoicerequest i")
        stored = cursor.fetchone()[0]
    assert "Trần Văn Bình" in stored and "066085001234" not in stored and PERSON not in stored

    table = list(csv.reader(io.StringIO(client.get(f"{page}hoa-don.csv").content.decode("utf-8-sig"))))
    assert len(table) == 3
    assert table[1][1] == "066085001234"
    assert table[1][6:9] == ["Trần Văn Bình", PERSON, "Số 1, Ea Na"]
    assert table[1][10] == "'=HYPERLINK(1)"
    assert table[1][12:16] == ["100000", "8%", "8000", "108000"]
    assert table[2][14] == ""  # of the delivery nothing is known
    assert cells(client.get(f"{page}hoa-don.xlsx"))[1][12:16] == (100_000, "8%", 8_000, 108_000)

    for step in ("send back", "take back"):
        act(order.parcels.get(partner=household.partner), step, 1)
    by_seller = {entry.seller: entry for entry in withheld(movements(this_month()))}
    taken, free = by_seller[household.partner], by_seller[company.partner]
    assert (taken.sold, taken.returned, taken.vat, taken.income) == (138_000, -138_000, 0, 0)
    assert (free.applies, free.vat) == (False, None)


def cells(answer, sheet: int = 0) -> list[tuple]:
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    return list(book.worksheets[sheet].iter_rows(values_only=True))


def test_the_department_sees_the_month_and_masked_numbers(month):
    household, company = month
    set_taxes(seller=household.partner, tax_code="066085001234", delivery_kind="exempt", kinds={})
    arrived(buy(make_basket(household, company), total=218_000)())
    client = signed_in(member_of(household))
    assert client.get("/theo-doi/can-bo/thue/").status_code == 403
    department = make_buyer("phong-ban@example.com")
    department.is_superuser = True
    department.save()
    office = signed_in(department)
    with CaptureQueriesContext(connection) as few:
        text = office.get("/theo-doi/can-bo/thue/?thang=xyz").content.decode()
    assert "••••••••1234" in text
    assert "066085001234" not in text
    answer = office.get("/theo-doi/can-bo/thue/khau-tru.xlsx")
    assert [row[5:8] for row in cells(answer) if row[1] == "066085001234"] == [(138_000, 1_380, 690)]
    assert [row[6:9] for row in cells(answer, 1)[1:]][:2] == [(108_000, 1_080, 540), (30_000, 300, 150)]
    for asked in ("2020-01", "9999-12", "0001-01", "2026-13", "2026-1\x00"):
        assert office.get("/theo-doi/can-bo/thue/", {"thang": asked}).status_code == 200
    arrived(buy(make_basket(*[make_offer(price=10_000) for _number in range(3)]), total=120_000)())
    with CaptureQueriesContext(connection) as many:
        office.get("/theo-doi/can-bo/thue/?thang=xyz")
    assert len(many) == len(few)


def test_a_number_sealed_with_another_secret_is_blank_and_breaks_nothing(settings, db):
    offer = make_offer()
    set_taxes(seller=offer.partner, tax_code="066085001234", delivery_kind="unknown", kinds={})
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "x" * 50, [settings.SECRET_KEY]
    assert SellerTax.objects.get().tax_code == "066085001234"
    settings.SECRET_KEY_FALLBACKS = []
    assert SellerTax.objects.get().tax_code == ""
