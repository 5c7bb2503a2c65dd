"""The real register: what people type finds what they expect."""

import unicodedata

import pytest
from django.db.models import Q

from catalogue.products.models import Product
from search.analysis import sorting_key
from search.contract import SearchQuery
from search.queries import search

pytestmark = pytest.mark.usefixtures("index")


def found(text, **filters):
    return search(SearchQuery(text=text, page_size=100, **filters))


def names(text, **filters):
    return [hit.name for hit in found(text, **filters).hits]


def test_mac_ca_finds_every_macadamia_however_it_is_spelt():
    spelt = Q(title__icontains="mắc ca") | Q(title__icontains="macca") | Q(title__icontains="maca")
    expected = set(Product.objects.filter(spelt).values_list("title", flat=True))
    assert len(expected) >= 10
    for text in ("mac ca", "mắc ca", "macca", "MACADAMIA", "mac-ca"):
        assert set(names(text)) >= expected, text
    assert set(names("mac ca")) == expected


def test_ca_phe_bot_finds_ground_coffee_with_the_phrase_first():
    expected = set(Product.objects.filter(title__icontains="cà phê bột").values_list("title", flat=True))
    for text in (
        "ca phe bot",
        "cà phê bột",
        "cafe bột",
        "caphe bot",
        unicodedata.normalize("NFD", "Cà phê bột"),
    ):
        first = names(text)[: len(expected)]
        assert set(first) == expected, text
    whole_name = "Cà phê bột nguyên chất"
    assert names("ca phe bot nguyen chat")[0] == whole_name


def test_krong_pac_finds_the_products_of_the_old_district():
    of_district = Product.objects.filter(Q(unit__name="Huyện Krông Pắc") | Q(unit__parent__name="Huyện Krông Pắc"))
    expected = set(of_district.values_list("pk", flat=True))
    assert len(expected) == 19
    for text in ("krong pac", "Krông Pắc", "krông pắk", "krongpac", "huyen krong pac"):
        assert {hit.id for hit in found(text).hits} >= expected, text
    durians = found("sầu riêng krông pắc").hits
    assert durians
    assert {hit.id for hit in durians} <= expected


def test_todays_commune_finds_what_comes_from_the_old_ones_certain_places_first():
    hits = found("phường buôn ma thuột").hits
    assert "Phường Tân Tiến, Thành phố Buôn Ma Thuột" in hits[0].place
    assert found("", area="phuong-buon-ma-thuot").total >= 1


def test_a_district_is_not_the_province_of_the_same_name():
    assert {hit.district for hit in found("huyện lắk").hits} == {"Huyện Lắk"}


def test_a_typed_mark_counts_and_a_missing_one_does_not():
    beef, avocado = names("bò"), names("bơ")
    assert beef
    assert avocado
    assert not set(beef) & set(avocado)
    assert set(names("bo")) >= set(beef) | set(avocado)


def test_marked_matches_stand_above_unmarked_ones():
    order = names("yến sào")
    literal = [place for place, name in enumerate(order) if "yến sào" in name.lower()]
    assert literal == list(range(len(literal)))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("hạt mắ", "Hạt mắc ca Đắk Lắk cao cấp"),
        ("socla den thai dang", "Socola đen Thái Đăng"),
        ("mat ong bon bon", "Mật ong Bon Bon"),
        ("damaca", "Hạt mắc ca Đắk Lắk cao cấp"),
    ],
)
def test_unfinished_misspelt_and_bare_words(text, first):
    assert names(text)[0] == first


def test_what_was_read_instead_is_said():
    assert found("ca phee bot").corrected == "ca phe bot"
    misspelt = found("mat ogn")
    assert misspelt.near
    assert misspelt.corrected == "mat ong"
    assert not found("mat ong").near


def test_most_of_the_words_are_near_not_found():
    result = found("nước mắm phú quốc")
    assert result.near
    assert all("nước mắm" in hit.name.lower() for hit in result.hits)
    elsewhere = found("ca phe cu mgar 4 sao")  # no coffee of that district is in the register
    assert elsewhere.near
    assert elsewhere.hits[0].name == "Cà phê Superior"
    assert {hit.stars for hit in elsewhere.hits} <= {4, None}
    assert found("iphone 15").total == 0
    assert found("bánh pía sóc trăng").total == 0


def test_stars_in_the_text_mean_certified_first_then_the_last_known_ranking():
    hits = found("ocop 3 sao").hits
    certified = [hit.stars == 3 for hit in hits]
    assert certified == sorted(certified, reverse=True)
    assert {hit.stars for hit in hits} == {3, None}
    assert [hit.name for hit in found("mắc ca 4 sao").hits] == ["Maca Ea H'leo"]
    assert found("trà 3★").stars_wanted == 3


def test_nothing_typed_lists_the_certified_first_then_by_name():
    hits = found("").hits
    stars = [hit.stars or 0 for hit in hits]
    assert stars == sorted(stars, reverse=True)
    assert stars[0] == 5
    by_name = [hit.name for hit in found("", sort="name").hits]
    assert by_name == sorted(by_name, key=sorting_key)


@pytest.mark.parametrize("sort", ["relevance", "name", "stars", "newest"])
@pytest.mark.parametrize("text", ["", "cà phê", "mac ca"])
def test_pages_are_parts_of_one_order(text, sort):
    whole = [hit.id for hit in search(SearchQuery(text=text, sort=sort, page_size=100)).hits]
    parts = []
    for page in range(1, 40):
        result = search(SearchQuery(text=text, sort=sort, page=page, page_size=7))
        parts += [hit.id for hit in result.hits]
        if page >= result.pages:
            break
    assert parts[: len(whole)] == whole
    assert len(parts) == len(set(parts)) == result.total


def test_a_page_beyond_the_end_is_empty():
    for page in (8, 10_000, 10**12):
        result = search(SearchQuery(page=page, page_size=100))
        assert (result.hits, result.total) == ((), 151)


def test_signs_and_foreign_scripts_find_nothing_not_everything():
    assert [found(text).total for text in ("!!!", "☕", "مرحبا", "*:*")] == [0, 0, 0, 0]
    assert found("ocop").total == 151


def test_a_search_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        result = found("cà phê", stars=(3,), group="I")
    assert result.hits[0].url.startswith("/san-pham/")
