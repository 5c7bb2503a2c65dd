"""The front door: what it shows, what it leaves out, and what is in season."""

import datetime
import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.products.models import Product
from catalogue.text import fold
from search.cards import group_of
from storefront.partner.models import Partner
from storefront.public.register.seasons import crops, in_season
from storefront.salespoints.models import SalesPoint

pytestmark = pytest.mark.django_db

SECTIONS = ("groups", "certified", "season", "areas", "stars", "points")


def home(client, language: str = "") -> str:
    response = client.get(f"/{language}")
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def crop(key: str):
    return next(item for item in crops() if item.key == key)


def test_the_front_door_leads_everywhere_in_few_queries(client, index):
    home(client)
    with CaptureQueriesContext(connection) as queries:
        page = home(client)
    assert len(queries) <= 12
    for section in SECTIONS:
        assert f'<h2 id="{section}"' in page, section
    assert re.search(r'<form class="search-box" action="/tim-kiem/" method="get" role="search"', page)
    assert page.count('<input id="home-q"') == 1
    assert 'href="/nhom/i-6/"' in page and 'href="/vung/?ban-do=moi"' in page
    pictures = re.findall(r"<img[^>]+illustrations[^>]+>", page)
    assert pictures and all('loading="lazy"' in picture for picture in pictures)
    assert "/en/nhom/i-6/" in home(client, "en/")
    assert "<mark" not in page  # nobody has searched yet


def test_a_section_without_data_is_not_there(client, own_index):
    Partner.objects.filter(sales_point__isnull=False).delete()
    SalesPoint.objects.all().delete()
    Product.objects.update(is_public=False)
    call_command("search", "rebuild", verbosity=0)
    page = home(client)
    for section in ("groups", "certified", "season", "points"):
        assert f'id="{section}"' not in page, section
    assert '<h2 id="stars"' in page and '<input id="home-q"' in page


def test_the_season_follows_the_month_of_the_register(client, index, settings):
    assert "Cà phê Tây Nguyên thường thu hoạch" in home(client)
    settings.REGISTRY_DATE = datetime.date(2024, 8, 15)
    page = home(client)
    assert "Cà phê Tây Nguyên thường thu hoạch" not in page
    assert "Sầu riêng Đắk Lắk vào mùa" in page and ">kienthuc.net.vn</a>" in page
    assert "Durian of Đắk Lắk is in season" in home(client, "en/")
    settings.REGISTRY_DATE = datetime.date(2024, 5, 15)
    assert 'id="season"' not in home(client)


def test_each_season_shows_products_of_its_own_crop_and_four_in_all(index):
    for month in range(1, 13):
        seasons = in_season(month)
        assert sum(len(season.hits) for season in seasons) <= 4
        for season in seasons:
            own = next(item for item in crops() if season.name in item.names.values())
            assert month in own.months and season.hits
            assert all(own.makes(hit.name, hit.group_code) for hit in season.hits)
    shares = [len(season.hits) for season in in_season(8)]
    assert len(shares) == 3 and max(shares) - min(shares) <= 1
    seen = {hit.id for season in in_season(12) for hit in season.hits}
    assert not seen & {hit.id for season in in_season(12, shown=seen) for hit in season.hits}


def test_a_product_is_of_a_crop_by_whole_words_of_its_name_and_its_group():
    assert crop("avocado-booth").makes("Bơ Booth hữu cơ Organic", "I.1.a")
    assert not crop("avocado-booth").makes("Bơ Pinkerton", "I.1.a")
    assert crop("pepper").makes("Tiêu Thăng Tiến", "I.4.b")
    assert not crop("pepper").makes("Bột gừng sẻ vàng sấy Tây Nguyên", "I.4.b")
    assert not crop("honey").makes("Cá bò da rim mật ong", "I.3.d")
    assert not crop("coffee").makes("Mật ong hoa cà phê Yokdon", "I.2.b")
    assert not crop("durian").makes("Sầu riêng", "")


def test_every_crop_has_its_facts_a_source_and_a_product_in_the_register():
    products = [
        (product.title, group.code if (group := group_of(product)) else "")
        for product in Product.objects.prefetch_related("categories")
    ]
    for item in crops():
        assert item.months and set(item.months) <= set(range(1, 13)), item.key
        assert item.sources and all(url.startswith("http") for url in item.sources), item.key
        assert item.notes["vi"] and item.notes["en"] and item.names["vi"] and item.names["en"]
        assert all(word == fold(word) for word in item.words), item.key
        assert any(item.makes(*product) for product in products), item.key
