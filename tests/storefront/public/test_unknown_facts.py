"""What nobody knows, and what is made up, is said once a page."""

import pytest

from catalogue.products.models import Product
from storefront.partner.models import StockRecord
from tests.catalogue.factories import make_certificate
from tests.catalogue.traceability.recalled import make_lot
from tests.storefront.shop.offers import make_offer, make_shelf, shopper

from .pages import text_of

pytestmark = pytest.mark.django_db


def test_illustrative_data_is_said_once_a_page(client, settings):
    settings.IS_DEMO = True
    offer = make_offer()
    make_shelf(offer.product)
    make_lot(product=offer.product, is_illustrative=True)
    StockRecord.objects.update(net_content="500 g", is_illustrative=True)
    product = offer.product
    for answer in (
        client.get(product.get_absolute_url()),
        client.get(product.producer.get_absolute_url()),
        client.get("/diem-ban/diem-ban-thu/"),
        shopper(offer).get("/gio-hang/"),
    ):
        body = text_of(answer)
        body = body[body.index("Bản dùng thử") :]
        assert body.count("minh họa") == 1, body
    settings.IS_DEMO = False
    assert text_of(client.get(product.get_absolute_url())).count("minh họa") >= 1


def test_what_is_not_known_is_one_line_of_a_page(client):
    certificate = make_certificate(decision_no="")
    product = certificate.product
    lot = make_lot(product=product)
    code = product.stamps.get(is_page_code=True).code
    for address in (product.get_absolute_url(), f"/q/{code}", f"/san-pham/{product.slug}/lo/{lot.code}/"):
        page = text_of(client.get(address))
        assert page.count("Chưa có thông tin") == 1, address
        assert "chưa có trong dữ liệu" not in page, address
        line = page.partition("Chưa có thông tin")[2].partition("hãy xem")[0]
        assert "số quyết định" in line and "thành phần" in line
    Product.objects.filter(pk=product.pk).update(packaging="Gói 250 g")
    page = text_of(client.get(product.get_absolute_url()))
    assert "khối lượng tịnh" not in page.partition("Chưa có thông tin")[2].partition("hãy xem")[0]
