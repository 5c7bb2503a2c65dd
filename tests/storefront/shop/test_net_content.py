"""No price without what it buys: on pages, for machines, in orders, in the demo."""

import pytest

from catalogue.products.models import Product
from storefront.demo.offers import load_demo_offers
from storefront.order.models import Line
from storefront.partner.models import StockRecord
from tests.storefront.public.pages import text_of
from tests.storefront.public.seo.pages import page_of, things_of
from tests.storefront.shop.offers import buy, make_basket, make_offer, make_shelf, shopper

pytestmark = pytest.mark.django_db


def test_no_price_stands_without_what_it_buys(client):
    offer = make_offer(price=125_000)
    shelf = make_shelf(offer.product)
    product = offer.product

    def pages():
        card = text_of(client.get(product.producer.get_absolute_url()))
        detail = text_of(client.get(product.get_absolute_url()))
        return card, detail, text_of(shopper(offer).get("/gio-hang/"))

    assert all("125.000 ₫ (chưa rõ khối lượng)" in page.replace("\xa0", " ") for page in pages())
    StockRecord.objects.update(net_content="500 g")
    assert all("125.000 ₫ / 500 g" in page.replace("\xa0", " ") for page in pages())
    assert "1 ₫ / 500 g" in text_of(client.get(shelf.partner.sales_point.get_absolute_url())).replace("\xa0", " ")
    Product.objects.filter(pk=product.pk).update(packaging="Gói 250 g")  # the register knows better
    assert all("125.000 ₫ / Gói 250 g" in page.replace("\xa0", " ") for page in pages())


def test_machines_are_told_what_the_price_buys_and_whether_it_is_made_up(client, settings):
    offer = make_offer()
    StockRecord.objects.update(net_content="500 g", is_illustrative=True)
    address = f"/api/v1/products/{offer.product_id}"

    def told():
        card = client.get(address).json()
        return card["net_content"], card["net_content_is_illustrative"]

    assert told() == ("500 g", True)
    settings.IS_DEMO = False
    assert "size" not in things_of(page_of(client, offer.product.get_absolute_url()))["Product"]
    settings.IS_DEMO = True
    assert things_of(page_of(client, offer.product.get_absolute_url()))["Product"]["size"] == "500 g"
    Product.objects.filter(pk=offer.product_id).update(packaging="Gói 250 g")
    assert told() == ("Gói 250 g", False)


def test_an_order_keeps_what_was_bought():
    offer = make_offer()
    StockRecord.objects.update(net_content="500 g")
    order = buy(make_basket(offer))()
    StockRecord.objects.update(net_content="1 kg")
    assert Line.objects.get(order=order).net_content == "500 g"


def test_every_demo_price_has_a_net_content_an_old_one_gets_its_own():
    load_demo_offers()
    assert not StockRecord.objects.filter(is_illustrative=True, net_content="").exists()
    before = dict(StockRecord.objects.values_list("pk", "net_content"))
    StockRecord.objects.update(net_content="")
    load_demo_offers()
    assert dict(StockRecord.objects.values_list("pk", "net_content")) == before
