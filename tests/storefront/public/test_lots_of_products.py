"""The lots of a product, on its page and on pages of their own."""

import datetime
import html

import pytest

from catalogue.products.models import Product
from catalogue.traceability.lots.events import EventFacts, record_event, void_event
from catalogue.traceability.lots.services import add_input
from catalogue.traceability.recalls import services as recalls
from tests.catalogue.factories import make_producer, make_product
from tests.catalogue.traceability.recalled import make_batch, make_lot, officers

from .pages import make_variants, queries_of, text_of

pytestmark = pytest.mark.django_db
NO_LOT = "Chưa có lô nào của sản phẩm này được ghi nhận"


def test_the_page_lists_the_lots_and_says_none_only_where_there_are_none(client):
    product = make_product()
    assert NO_LOT in text_of(client.get(product.get_absolute_url()))
    made = datetime.date(2024, 12, 10)
    lot = make_lot(product=product, produced_on=made, expires_on=made.replace(year=2025))
    unknown = make_lot(product=product)
    page = text_of(client.get(product.get_absolute_url()))
    lots = page.partition("Lô sản xuất")[2]
    assert NO_LOT not in page and "(2)" in lots[:12]
    for words in (lot.code, "sản xuất ngày 10/12/2024", "hạn dùng 10/12/2025", unknown.code, "chưa rõ ngày sản xuất"):
        assert words in lots
    assert "hạn sử dụng" not in page.partition("Chưa có thông tin")[2].partition("hãy xem")[0]


def test_what_is_recalled_of_the_lots_stands_first_and_is_said(client):
    product = make_product()
    lots = [make_lot(product=product, produced_on=datetime.date(2024, 1, day)) for day in range(1, 10)]
    recalls.declare_recall(by=officers()[0], scope="lot", lot=lots[0], reason="Có tạp chất")
    part = make_batch(lot=lots[1])
    recalls.declare_recall(by=officers()[0], scope="range", batch=part, first=1, last=2, reason="Có tạp chất")
    listed = text_of(client.get(product.get_absolute_url())).partition("Lô sản xuất")[2]
    first, second, third = (listed.index(f" {lots[number].code} ") for number in (0, 1, 8))
    assert first < second < third
    assert "Đang thu hồi: không dùng, không bán" in listed[first:second]
    assert "Một số gói bị thu hồi" in listed[second:third]
    assert listed.count("không bị thu hồi") == 4 and "(9)" in listed[:12]


def test_a_lot_of_a_variant_is_a_lot_of_the_product(client):
    parent, (small, _large) = make_variants(4, 9)
    lot = make_lot(product=small)
    page = client.get(parent.get_absolute_url()).content.decode()
    assert NO_LOT not in page
    assert client.get(f"/san-pham/{small.slug}/lo/{lot.code}/").status_code == 200


def test_the_number_of_queries_does_not_grow_with_lots(client):
    product = make_product()
    make_lot(product=product)
    one = queries_of(client, product.get_absolute_url())
    for _number in range(8):
        make_batch(lot=make_lot(product=product))
    assert queries_of(client, product.get_absolute_url()) == one
    assert one == queries_of(client, make_product().get_absolute_url()) + 1


def test_every_lot_has_a_page_with_its_way(client):
    product = make_product()  # it has no GTIN, so no Digital Link leads there
    lot = make_lot(product=product, code="L/24%1?+&")
    at = datetime.datetime(2024, 11, 1, 8, tzinfo=datetime.UTC)
    record_event(lot=lot, facts=EventFacts(kind="harvest", started_at=at))
    wrong = record_event(lot=lot, facts=EventFacts(kind="drying", started_at=at))
    void_event(event=wrong, note="Nhầm lô")
    page = client.get(product.get_absolute_url()).content.decode()
    assert "đã ghi 1 bước" in page
    address = page.partition(f"/san-pham/{product.slug}/lo/")[2].partition('"')[0]
    address = html.unescape(address)
    answer = client.get(f"/san-pham/{product.slug}/lo/{address}")
    shown = answer.content.decode()
    assert answer["Cache-Control"] == "no-store" and "noindex" in shown
    assert "Thu hoạch" in shown and "Sấy" not in shown
    assert client.get(f"/san-pham/{product.slug}/lo/KHONG-CO/").status_code == 404
    Product.objects.filter(pk=product.pk).update(is_public=False)
    assert client.get(f"/san-pham/{product.slug}/lo/{address}").status_code == 404


def test_steps_of_other_producers_are_not_put_into_the_mouth_of_this_one(client):
    product, source = make_product(producer=make_producer()), make_lot()
    lot = make_lot(product=product)
    at = datetime.datetime(2024, 11, 1, 8, tzinfo=datetime.UTC)
    record_event(lot=lot, facts=EventFacts(kind="roasting", started_at=at))
    address = f"/san-pham/{product.slug}/lo/{lot.code}/"
    assert f"Do {product.producer.name} khai" in text_of(client.get(address))
    record_event(lot=source, facts=EventFacts(kind="harvest", started_at=at))
    add_input(lot=lot, source_lot=source)
    page = text_of(client.get(address))
    assert "Mỗi nhà sản xuất khai các bước của lô mình" in page and f"Do {product.producer.name} khai" not in page
