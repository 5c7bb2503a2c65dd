"""Area pages: the tile maps of both systems, the same as a table, what became of a unit, and its products."""

import datetime
import re
from collections import defaultdict

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.certification.queries import standings
from catalogue.geography.models import AdminUnit, Succession, System, Tier
from catalogue.products.models import Product
from search.contract import SearchQuery
from search.queries import search
from storefront.public.register.areas import Atlas, commune_counts
from storefront.public.register.tile_map import name_lines, positions
from tests.catalogue.factories import make_product

pytestmark = pytest.mark.django_db

TILE = re.compile(r'<a class="tile [^"]*" href="([^"]+)"[^>]*aria-label="([^"]+)"')
ROW = re.compile(r'<th scope="row"><a href="([^"]+)"[^>]*>([^<]+)</a>.*?</tr>', re.S)
NUMBER = re.compile(r'<td class="number">(\d+)</td>')
MAIN = re.compile(r"<main.*?</main>", re.S)


def page_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    assert not response.cookies, url
    return MAIN.search(response.content.decode())[0]


def tiles_of(page: str) -> dict[str, list[int]]:
    """Address of each tile → the numbers in its words: products, certified, and perhaps more."""
    return {
        url: [int(number) for number in re.findall(r"\d+", label.partition(": ")[2])]
        for url, label in TILE.findall(page)
    }


def unit(name: str, **fields) -> AdminUnit:
    return AdminUnit.objects.get(name=name, **fields)


# -- the drawing -----------------------------------------------------------------------------------


def test_every_district_and_every_commune_has_a_place_of_its_own():
    placed = positions()
    old = AdminUnit.objects.filter(system=System.PRE2025, tier=Tier.DISTRICT)
    new = AdminUnit.objects.filter(system=System.POST2025, tier=Tier.COMMUNE)
    assert {(item.system, item.code) for item in [*old, *new]} == set(placed)
    for system in System.values:
        cells = [cell for (of_system, _), cell in placed.items() if of_system == system]
        assert len(cells) == len(set(cells))


def test_communes_stand_together_in_the_place_of_the_district_most_of_them_come_from():
    atlas, placed = Atlas(), positions()
    blocks = defaultdict(set)
    for commune in atlas.communes:
        blocks[atlas.main_district(commune)].add(placed["post2025", commune.code])
    assert len(blocks) == 24
    for district, cells in blocks.items():
        column, _ = placed["pre2025", district.code]
        columns, rows = {cell[0] for cell in cells}, sorted({cell[1] for cell in cells})
        assert columns <= {2 * column - 1, 2 * column}, district
        assert rows == list(range(rows[0], rows[-1] + 1)), district
        # A block is full from its top left on: no hole that looks like a unit.
        assert len(cells) > 2 * (len(rows) - 1), district


def test_no_name_is_too_long_for_its_tile():
    drawn = AdminUnit.objects.exclude(system=System.PRE2025, tier=Tier.COMMUNE).exclude(tier=Tier.PROVINCE)
    for item in drawn:
        lines = name_lines(item.short_name)
        assert " ".join(lines) == item.short_name
        assert len(lines) <= 2 and max(map(len, lines)) <= 7, item
    assert name_lines("Buôn Ma Thuột") == ("Buôn Ma", "Thuột")
    assert name_lines("Phú Hòa 1") == ("Phú", "Hòa 1")


@pytest.mark.parametrize(
    ("query", "number"), [("", 24), ("?ban-do=cu", 24), ("?ban-do=moi", 102), ("?ban-do=%00", 24)]
)
def test_the_list_draws_the_map_that_the_address_names(client, index, query, number):
    page = page_of(client, f"/vung/{query}")
    assert len(tiles_of(page)) == number
    assert page.count('aria-current="page"') == 1  # the tab


@pytest.mark.parametrize("url", ["/vung/", "/vung/?ban-do=moi", "/vung/huyen-krong-pac/", "/vung/xa-ea-kar/"])
def test_the_table_says_the_same_as_the_map(client, index, url):
    page = page_of(client, url)
    tiles = tiles_of(page)
    rows = {match[1]: [int(number) for number in NUMBER.findall(match[0])] for match in ROW.finditer(page)}
    assert tiles and set(rows) == set(tiles)
    for address, (products, *perhaps, certified) in rows.items():
        assert tiles[address] == [products, certified, *(number for number in perhaps if number)], address


# -- the numbers -----------------------------------------------------------------------------------


def test_a_district_is_counted_as_its_page_lists_it_and_stars_are_those_of_today(client, index):
    district = unit("Huyện Krông Pắc")
    products = Product.objects.filter(unit__in=[district, *district.children.all()], is_public=True)
    states = standings(products.values_list("pk", flat=True))
    certified = sum(state.is_certified for state in states.values())
    assert (len(states), certified) == (19, 15)
    page = page_of(client, district.get_absolute_url())
    assert tiles_of(page)[district.get_absolute_url()] == [19, 15]
    assert page.count('class="product-card"') == 19


def test_a_commune_counts_what_is_surely_there_apart_from_what_may_be(client, index):
    commune = unit("Phường Buôn Ma Thuột", system=System.POST2025)
    surely = Product.objects.filter(unit__succession_out__new=commune, is_public=True)
    surely = [item.pk for item in surely if item.unit.succession_out.count() == 1]
    count = commune_counts().counts[commune.slug]
    assert count.products == len(surely) >= 1
    assert count.products + count.perhaps == search(SearchQuery(area=commune.slug)).total
    assert count.perhaps > 0
    before, _, after = page_of(client, commune.get_absolute_url()).partition('class="area-perhaps"')
    assert before.count('class="product-card"') == count.products
    assert after.count('class="product-card"') == count.perhaps


def test_the_numbers_follow_the_day(settings):
    assert any(count.certified for count in commune_counts().counts.values())
    settings.REGISTRY_DATE = datetime.date(2035, 1, 1)
    counts = commune_counts().counts
    assert sum(count.products for count in counts.values()) > 0
    assert not any(count.certified for count in counts.values())


def test_without_an_index_nothing_is_claimed(client, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "none"
    page = page_of(client, "/vung/")
    assert len(TILE.findall(page)) == 24
    assert not NUMBER.search(page) and "tile__count" not in page
    assert 'class="empty"' not in page_of(client, "/vung/huyen-krong-pac/")


# -- the two maps ----------------------------------------------------------------------------------


def test_an_old_district_shows_itself_and_where_it_went(client, index):
    district = unit("Thị xã Đông Hòa")
    page = page_of(client, district.get_absolute_url())
    first, second = page.split('id="map-2-title"')
    assert f'href="{district.get_absolute_url()}"' in re.search(r'<a class="tile [^>]*aria-current="page"', first)[0]
    went_to = {
        row.new.get_absolute_url() for row in Succession.objects.filter(old__parent=district).select_related("new")
    }
    marked = {match[1] for match in re.finditer(r'<a class="tile [^"]*tile--linked" href="([^"]+)"', second)}
    assert marked == went_to
    assert "Phường Phú Yên" in second


def test_a_commune_of_today_shows_itself_and_what_it_came_from(client, index):
    commune = unit("Phường Phú Yên")
    page = page_of(client, commune.get_absolute_url())
    first, second = page.split('id="map-2-title"')
    assert f'href="{commune.get_absolute_url()}"' in re.search(r'<a class="tile [^>]*aria-current="page"', first)[0]
    marked = {match[1] for match in re.finditer(r'<a class="tile [^"]*tile--linked" href="([^"]+)"', second)}
    old = {row.old.parent.get_absolute_url() for row in Succession.objects.filter(new=commune)}
    assert marked == old and len(old) > 1


def test_a_split_commune_names_all_its_successors_and_the_default_first(client, index):
    split = AdminUnit.objects.filter(succession_out__is_split=True).first()
    rows = list(split.succession_out.select_related("new").order_by("-is_default"))
    page = page_of(client, split.get_absolute_url())
    assert len(rows) > 1
    places = [page.index(f'<a href="{row.new.get_absolute_url()}">') for row in rows]
    assert places == sorted(places)


# -- every kind of unit ----------------------------------------------------------------------------


@pytest.mark.usefixtures("rendered_anew")
def test_every_kind_of_unit_has_a_whole_page_in_the_same_few_queries(client, own_index):
    empty = unit("Huyện M'Đrắk")
    for number in range(40):
        make_product(title=f"Mắc ca thử {number}", slug=f"mac-ca-thu-{number}", unit=unit("Huyện Krông Bông"))
    call_command("search", "rebuild", verbosity=0)
    split = AdminUnit.objects.filter(succession_out__is_split=True).first()
    units = [
        empty,
        unit("Huyện Krông Bông"),
        split,
        unit("Huyện Sông Hinh"),
        unit("Thành phố Buôn Ma Thuột"),
        unit("Phường Buôn Ma Thuột", system=System.POST2025),
        unit("Xã Liên Sơn Lắk"),
        *AdminUnit.objects.filter(tier=Tier.PROVINCE),
    ]
    pages = {}
    for item, url in [(item, item.get_absolute_url()) for item in units]:
        for address in (f"/en{url}", url):
            with CaptureQueriesContext(connection) as queries:
                pages[item] = page_of(client, address)
            assert len(queries) <= 12, (address, len(queries))
            assert item.name in pages[item].replace("&#x27;", "'")
    assert 'class="empty"' in pages[empty]
    full = pages[unit("Huyện Krông Bông")]
    assert full.count('class="product-card"') == 24
    assert "?area=huyen-krong-bong" in full and "40" in full


def test_the_lists_are_few_queries(client, index):
    for url in ("/vung/", "/vung/?ban-do=moi"):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, url)
        assert len(queries) <= 8, url
