"""Where no product has all that is wished for, the least important wish goes first: stars, kind of maker, place."""

import pytest

from catalogue.geography.models import AdminUnit
from catalogue.products.models import Product
from search.contract import SearchQuery
from search.queries import search
from tests.catalogue.factories import make_certificate, make_product

from .changes import drain

STARS, AREA, TYPE = "stars", "area", "type"

NEAREST = [
    # What is typed, what is dropped, and the beginning of every name that is found.
    ("ca phe krong buk 4 sao", {STARS}, "Cà phê"),
    ("cà phê huyện Krông Búk 5 sao", {STARS}, "Cà phê"),
    ("htx sau rieng krong pac 4 sao", {STARS}, "Sầu riêng"),
    ("yen sao 5 sao", {STARS}, "Yến"),
    ("htx krong buk", {TYPE}, ""),
    ("nuoc mam htx song cau", {TYPE}, "Nước mắm"),
    ("nuoc mam htx song cau 5 sao", {TYPE, STARS}, "Nước mắm"),
    ("ca phe cu mgar", {AREA}, "Cà phê"),
    ("ca phe cu mgar 4 sao", {AREA}, "Cà phê"),
    ("caf phee cu mgar 4 sao", {AREA}, "Cà phê"),
    ("cacao krong bong", {AREA}, ""),
    ("htx mac ca buon don", {AREA}, ""),
    ("cong ty sau rieng krong nang 3 sao", {AREA}, "Sầu riêng"),
    ("thit bo kho tuy hoa 5 sao", {AREA, STARS}, ""),
    ("hạt điều htx krong pac", {AREA, TYPE}, "Hạt điều"),
    ("hạt điều htx krong pac 4 sao", {AREA, TYPE, STARS}, "Hạt điều"),
    ("ca phe muoi cu mgar", {AREA}, "Cà phê"),
]


@pytest.mark.parametrize(("text", "dropped", "beginning"), NEAREST, ids=[text for text, _, _ in NEAREST])
def test_the_least_important_wish_is_dropped_first(index, text, dropped, beginning):
    result = search(SearchQuery(text=text, page_size=100))
    assert result.near
    assert {wish.kind for wish in result.dropped} == dropped
    assert result.hits[0].name.startswith(beginning)


def test_what_has_everything_drops_nothing(index):
    for text in ("cà phê", "mắc ca 4 sao", "sầu riêng krông pắc 3 sao", "htx mắc ca krông pắc"):
        result = search(SearchQuery(text=text))
        assert (result.near, result.dropped) == (False, ()), text


def test_the_place_outweighs_the_stars(any_engine):
    there = AdminUnit.objects.get(slug="huyen-cu-mgar")
    coffee = [make_product(title=f"Cà phê thử {number}") for number in (1, 2)]
    Product.objects.filter(pk__in=[one.pk for one in coffee]).update(unit=there)
    make_certificate(product=coffee[0], stars=3, issued="2024-03-15")
    drain()
    result = search(SearchQuery(text="ca phe cu mgar 4 sao"))
    assert [hit.id for hit in result.hits] == [coffee[0].pk, coffee[1].pk]
    assert [(wish.kind, wish.value) for wish in result.dropped] == [(STARS, "4")]
    # Whoever wants the stars more than the place takes the place away.
    elsewhere = search(SearchQuery(text="ca phe cu mgar 4 sao", without=(AREA,)))
    assert {hit.stars for hit in elsewhere.hits} == {4}
    assert not elsewhere.dropped


def test_chips_show_what_was_dropped(client, index):
    page = client.get("/tim-kiem/?q=hat+dieu+htx+krong+pac+4+sao").content.decode()
    for label in ("Huyện Krông Pắc", "Hợp tác xã", "4 sao"):
        assert f'<s class="chip chip--dropped">{label}</s>' in page
    kept = client.get("/tim-kiem/?q=ca+phe+cu+mgar+4+sao").content.decode()
    assert '<s class="chip chip--dropped">Huyện Cư M&#x27;gar</s>' in kept
    assert "without=stars" in kept
    assert "without=area" not in kept
