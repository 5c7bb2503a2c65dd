"""What is recalled is not sold: on the page, in the basket, in the order, in lists and for machines."""

import re

import pytest
from django.test import Client

from catalogue.traceability.recalls import services as recalls
from search import outbox
from search.contract import SearchQuery
from search.queries import search
from storefront.checkout.services import place_order
from storefront.order.models import Order, ParcelState
from storefront.order.services.parcels import ParcelRecalled, move_order
from storefront.partner.models import StockRecord
from storefront.partner.services import SaleStopped
from tests.catalogue.factories import make_certificate
from tests.catalogue.traceability.recalled import make_batch, make_lot, officers
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.public.pages import make_variants, text_of

from .guest_orders import placed, review
from .offers import FORM, LAN, OURS, buy, make_basket, make_buyer, make_offer, shopper

pytestmark = pytest.mark.django_db
SAID = "đang có hàng bị thu hồi"


def recall(**what):
    scope = next(iter(what))
    return recalls.declare_recall(by=officers()[0], scope=scope, reason="Có tạp chất", **what)


def end(recalled):
    first, second = officers()
    recalls.ask_to_end(recall=recalled, by=first, reason="Đã kiểm tra lại")
    recalls.agree_to_end(recall=recalled, by=second)


def add(offer):
    return Client().post(f"/gio-hang/them/{offer.product_id}/", {"quantity": 1}, headers=OURS)


@pytest.mark.parametrize("thing", ["a lot", "stamps"])
def test_nothing_of_a_product_with_recalled_packs_is_sold_until_the_recall_ends(client, thing):
    offer = make_offer()
    other_lot = make_lot(product=offer.product)  # a good lot beside the bad one does not help: nobody chooses
    batch = make_batch(lot=make_lot(product=offer.product))
    recalled = recall(lot=batch.lot) if thing == "a lot" else recall(batch=batch)
    page = client.get(offer.product.get_absolute_url()).content.decode()
    assert "/gio-hang/them/" not in page and "tạm thời không bán ở đây" in page and "Hết hàng" not in page
    refused = add(offer)
    assert refused.status_code == 409 and SAID in refused.content.decode()
    assert other_lot.code in page
    end(recalled)
    assert "/gio-hang/them/" in client.get(offer.product.get_absolute_url()).content.decode()
    assert add(offer).status_code == 302


def test_a_line_in_the_basket_says_so_and_is_neither_raised_nor_ordered():
    offer = make_offer()
    visitor = shopper(offer)
    visitor.post("/thanh-toan/", FORM)
    review = visitor.get("/thanh-toan/xem-lai/").content.decode()
    shown = dict(re.findall(r'type="hidden" name="(token|total)" value="([^"]+)"', review))
    recall(lot=make_lot(product=offer.product))
    assert visitor.post("/thanh-toan/xem-lai/", shown)["Location"] == "/gio-hang/"
    page = visitor.get("/gio-hang/").content.decode()
    assert "Tạm ngừng bán vì sản phẩm này đang có hàng bị thu hồi" in page
    assert "/thanh-toan/" not in page.partition("<main")[2]
    line = re.search(r'name="line" value="(\d+)"', page)[1]
    answer = visitor.post("/gio-hang/cap-nhat/", {"line": line, "quantity": 2}, follow=True)
    assert SAID in answer.content.decode()
    assert visitor.get("/thanh-toan/")["Location"] == "/gio-hang/"
    assert not Order.objects.exists()


def test_the_service_refuses_the_order_of_everybody():
    offer = make_offer()
    baskets = [make_basket(offer), make_basket(offer)]
    recall(lot=make_lot(product=offer.product))
    with pytest.raises(SaleStopped):
        buy(baskets[0], buyer=make_buyer())()
    with pytest.raises(SaleStopped):
        place_order(basket=baskets[1], contact=LAN, shown_total=130_000)
    offer.refresh_from_db()
    assert not offer.num_allocated and not Order.objects.exists()


def test_what_is_recalled_after_it_was_ordered_is_not_sent_but_can_be_taken_off_or_cancelled():
    recalled, good = make_offer(units=9, title="Bơ thử"), make_offer(units=9, title="Trà thử")
    StockRecord.objects.filter(pk=recalled.pk).update(partner=good.partner)
    guest, other, early = placed(recalled, good), placed(recalled, phone="0987 654 321"), placed(good, recalled)
    seller = signed_in(member_of(good))

    def step(order, name, **more):
        return seller.post(f"/theo-doi/don/{order.parcels.get().pk}/", {"step": name, **more})

    step(early, "confirm")
    declared = recall(lot=make_lot(product=recalled.product))
    for order, name in ((guest, "confirm"), (other, "confirm"), (early, "pack")):
        answer = step(order, name)
        assert answer.status_code == 409
        assert "“Bơ thử” đang có hàng bị thu hồi nên không được gửi đi" in answer.content.decode()
    with pytest.raises(ParcelRecalled):
        move_order(order=other, state=ParcelState.CONFIRMED)
    line = guest.lines.get(product=recalled.product)
    assert step(guest, "fewer", **{f"quantity_{line.pk}": 1}, reason="Bị thu hồi").status_code == 302
    assert step(guest, "confirm").status_code == 302
    assert step(other, "cancel", reason="Bị thu hồi").status_code == 302
    end(declared)
    assert step(early, "pack", form_key="of a new page").status_code == 302
    assert [order.parcels.get().state for order in (guest, other, early)] == ["confirmed", "cancelled", "packed"]


def test_a_certificate_revoked_during_the_checkout_takes_the_stars_from_the_line():
    offer = make_offer()
    certificate = make_certificate(product=offer.product)
    visitor = shopper(offer)
    visitor.post("/thanh-toan/", FORM)
    shown = review(visitor)
    recall(certificate=certificate)
    assert visitor.post("/thanh-toan/xem-lai/", shown).status_code == 302
    line = Order.objects.get().lines.get()
    assert (line.stars_at_order, line.certificate) == (None, None)


def test_a_revoked_certificate_takes_the_stars_and_not_the_goods():
    offer = make_offer()
    recall(certificate=make_certificate(product=offer.product))
    assert add(offer).status_code == 302


def test_a_recalled_variant_is_not_sold_and_the_others_are(client):
    parent, (small, large) = make_variants(4, 9)
    recalled = recall(lot=make_lot(product=small))
    page = client.get(parent.get_absolute_url()).content.decode()
    options = dict(re.findall(r'<option value="(\d+)"( disabled)?>', page))
    assert options == {str(small.pk): " disabled", str(large.pk): ""}
    address = f"/gio-hang/them/{parent.pk}/"
    answers = [
        Client().post(address, {"quantity": 1, "variant": variant.pk}, headers=OURS).status_code
        for variant in (small, large)
    ]
    assert answers == [409, 302]
    end(recalled)
    recall(lot=make_lot(product=parent))
    assert Client().post(address, {"quantity": 1, "variant": large.pk}, headers=OURS).status_code == 409
    assert "/gio-hang/them/" not in client.get(parent.get_absolute_url()).content.decode()


def test_index_cards_and_api_follow_the_recall_and_its_end(own_index, client):
    offer = make_offer(title="Kẹo gừng thu hồi")
    while outbox.drain():
        pass

    def found():
        return [hit.id for hit in search(SearchQuery(text="kẹo gừng thu hồi", in_stock=True, is_exact=True)).hits]

    def told():
        card = client.get(f"/api/v1/products/{offer.product_id}").json()
        return card["in_stock"], card["is_sale_stopped"]

    assert (found(), told()) == ([offer.product_id], (True, False))
    recalled = recall(lot=make_lot(product=offer.product))
    while outbox.drain():
        pass
    assert (found(), told()) == ([], (False, True))
    producer = text_of(client.get(offer.product.producer.get_absolute_url()))
    assert "Tạm ngừng bán: đang thu hồi" in producer and "Hết hàng" not in producer
    end(recalled)
    while outbox.drain():
        pass
    assert (found(), told()) == ([offer.product_id], (True, False))


def test_pages_of_codes_and_lots_offer_to_buy_only_what_is_sold(client):
    offer = make_offer()
    lot = make_lot(product=offer.product)
    code = offer.product.stamps.get(is_page_code=True).code
    pages = (f"/q/{code}", f"/san-pham/{offer.product.slug}/lo/{lot.code}/")
    buying = "Xem sản phẩm và mua"
    assert all(buying in text_of(client.get(page)) for page in pages)
    recall(lot=make_lot(product=offer.product))
    assert not any(buying in text_of(client.get(page)) for page in pages)
