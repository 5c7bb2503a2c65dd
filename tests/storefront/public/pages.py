"""What the tests of public pages share."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.products.models import Product
from storefront.partner.models import StockRecord
from tests.catalogue.factories import make_producer, make_product
from tests.storefront.shop.offers import make_offer


def queries_of(client, url) -> int:
    client.get(url)  # caches of content types and site
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return len(queries)


def text_of(response) -> str:
    """The words of a page, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def make_variants(*stocks: int) -> tuple[Product, list[Product]]:
    """A product sold in several packs, each with its own price and stock."""
    producer = make_producer()
    parent = make_product(title="Cà phê nhiều gói", slug="ca-phe-nhieu-goi", producer=producer, structure="parent")
    seller = make_offer().partner
    children = []
    for number, units in enumerate(stocks):
        child = Product.objects.create(
            title=f"Cà phê nhiều gói, gói {number}", slug=f"goi-{number}", packaging=f"Gói {number} kg",
            parent=parent, structure="child", producer=producer,
        )  # fmt: skip
        StockRecord.objects.create(
            product=child,
            partner=seller,
            partner_sku=f"goi-{number}",
            price=50_000 * (number + 1),
            num_in_stock=units,
        )
        children.append(child)
    return parent, children
