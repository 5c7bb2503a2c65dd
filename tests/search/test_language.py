"""How people write: every spelling that the domain notes list, as keys and as searches of the real register."""

import pytest

from catalogue.text import fold, loose
from catalogue.text import joined as joined_text
from search.analysis import untelexed, words
from search.contract import SearchQuery
from search.intent import parse
from search.queries import search

KEYS = [
    (["Cư M'gar", "Cư M’gar", "Cư Mʼgar", "Čư̆ M'gar", "cu mgar"], "cu mgar", "cumgar"),
    (["Ea H'leo", "Ea H’leo", "Ea Hleo"], "ea hleo", "eahleo"),
    (["Krông Pắc", "Krông Pắk", "Krong Pac"], "crong pac", "crongpac"),
    (["Krông A Na"], "crong a na", "crongana"),
    (["Krông Ana"], "crong ana", "crongana"),
    (["Đắk Lắk", "Đăk Lăk", "Dak Lak", "Đắc Lắc"], "dac lac", "daclac"),
    (["Daklak", "ĐakLak"], "daclac", "daclac"),
    (["Ê Đê", "Ê-đê"], "e de", "ede"),
    (["Êđê"], "ede", "ede"),
    (["HOÀ THỊNH", "Hòa Thịnh"], "hoa thinh", "hoathinh"),
    (["cà phê"], "ca phe", "caphe"),
    (["cafe", "café"], "caphe", "caphe"),
    (["mắc ca", "Mắc-ca", "mac ka"], "mac ca", "macca"),
    (["macca"], "macca", "macca"),
    (["Sô cô la", "so-co-la"], "so co la", "socola"),
    (["Sôcôla"], "socola", "socola"),
    (["M'Drắk", "M’Đrắk"], "mdrac", "mdrac"),
]


@pytest.mark.parametrize(("texts", "as_words", "in_one_piece"), KEYS, ids=[texts[0] for texts, _, _ in KEYS])
def test_spellings_of_one_thing_have_the_same_keys(texts, as_words, in_one_piece):
    for text in texts:
        assert loose(fold(text)) == as_words
        assert joined_text(text) == in_one_piece
        assert " ".join(word.loose for word in words(text)) == as_words


REPAIRED = [
    ("ca phee", "ca phe"), ("ca2 phe6", "ca phe"), ("ddawks lawks", "dak lak"), ("ddawsk lawsk", "dak lak"),
    ("d9a81k la81k", "dak lak"), ("mawcs ca", "mac ca"), ("mawjt ong", "mat ong"), ("saauf rieeng", "sau rieng"),
    ("hoof tieeu", "ho tieu"), ("booj", "bo"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), REPAIRED)
def test_what_telex_and_vni_leave_behind_is_repaired(typed, meant):
    assert " ".join(untelexed(word.folded) for word in words(typed)) == meant


def test_numbers_that_belong_to_a_name_stay():
    assert [word.folded for word in words("500g 034 st25")] == ["500g", "034", "st25"]
    assert [untelexed(text) for text in ("500g", "034")] == ["500g", "034"]


PLACES = {
    "thanh-pho-buon-ma-thuot": ["Buôn Ma Thuột", "Ban Mê Thuột", "Buôn Mê Thuột", "Ban Me Thuot", "BMT"],
    "huyen-cu-mgar": ["Cư M'gar", "Cư Mgar", "Cumgar", "cu m gar"],
    "huyen-krong-pac": ["Krông Pắc", "Krông Pắk", "krongpac", "krong pac"],
    "huyen-krong-a-na": ["Krông A Na", "Krông Ana", "krongana"],
    "huyen-ea-hleo": ["Ea H'leo", "Ea Hleo", "eahleo"],
    "huyen-mdrak": ["M'Đrắk", "MDrak", "mđrắk"],
    "huyen-krong-nang": ["Krông Năng", "Krong Nang"],
    "huyen-krong-buk": ["Krông Búk", "Krông Buk"],
    "huyen-krong-bong": ["Krông Bông", "Krong Bong"],
    "huyen-buon-don": ["Buôn Đôn", "Bản Đôn", "Ban Don"],
    "huyen-ea-sup": ["Ea Súp", "Ea Sup", "Easup"],
    "huyen-cu-kuin": ["Cư Kuin", "Cu Kuin"],
    "huyen-lak": ["huyện Lắk", "huyen lak", "Lắk"],
    "thi-xa-buon-ho": ["Buôn Hồ", "Buon Ho"],
    "huyen-ea-kar": ["Ea Kar", "Eakar"],
    "thanh-pho-tuy-hoa": ["Tuy Hòa", "Tuy Hoà", "tuy hoa"],
}


@pytest.mark.parametrize("slug", PLACES)
def test_every_way_to_write_a_place_is_understood(index, slug):
    for text in PLACES[slug]:
        meant = {one.kind: one.value for one in parse(text).without(()).understood}
        assert meant == {"area": slug}, text


GROUPS = [
    ["cà phê", "cafe", "café", "caphe", "coffee", "càfê", "ca phee", "ca2 phe6", "CA PHE"],
    ["cacao", "ca cao", "cocoa"],
    ["sô cô la", "socola", "sôcôla", "chocolate", "chocolat"],
    ["mắc ca", "macca", "macadamia", "mác ca", "mac ca", "mawcs ca"],
    ["sầu riêng", "durian", "sau rieng", "saauf rieeng", "saurieng"],
    ["hồ tiêu", "hạt tiêu", "pepper"],
    ["hạt điều", "đào lộn hột", "cashew"],
    ["mật ong", "honey", "mat ong", "mawjt ong"],
    ["yến sào", "tổ yến", "bird's nest"],
    ["mãng cầu xiêm", "na xiêm", "soursop"],
    ["đông trùng hạ thảo", "cordyceps"],
    ["linh chi", "reishi"],
    ["bò một nắng", "thịt bò một nắng"],
    ["tinh bột nghệ", "curcumin"],
    ["htx", "hợp tác xã", "HTX"],
]


@pytest.mark.parametrize("group", GROUPS, ids=[group[0] for group in GROUPS])
def test_all_words_of_one_thing_find_the_same_products(index, group):
    found = {text: {hit.id for hit in search(SearchQuery(text=text, page_size=100)).hits} for text in group}
    first = found[group[0]]
    assert first
    # A spelling may find more (a producer called so); nothing of the thing itself may be missing.
    missing = {text: first - ids for text, ids in found.items() if len(first - ids) > len(first) * 0.1}
    assert not missing


@pytest.mark.parametrize(("typed", "first_word"), [("bơ", "Bơ"), ("bò", "Bò")])
def test_a_typed_mark_means_what_it_says(index, typed, first_word):
    names = [hit.name for hit in search(SearchQuery(text=typed)).hits]
    assert names
    assert first_word.lower() in names[0].lower()
    other = {"bơ": "bò", "bò": "bơ"}[typed]
    assert not any(other in name.lower().split() for name in names)


def test_without_marks_all_senses_are_shown(index):
    names = " ".join(hit.name.lower() for hit in search(SearchQuery(text="bo", page_size=100)).hits)
    assert "bơ" in names
    assert "bò" in names


STARS = [("mắc ca 4 sao", 4), ("bốn sao", 4), ("bon sao", 4), ("cà phê 4*", 4), ("trà ★★★", 3), ("ocop 5 sao", 5),
         ("4sao", 4), ("gạo ST25", None), ("sao", None)]  # fmt: skip


@pytest.mark.parametrize(("text", "stars"), STARS)
def test_stars_named_in_the_text_are_understood(index, text, stars):
    assert parse(text).stars == stars


KINDS = [("htx việt farm", "cooperative"), ("hợp tác xã", "cooperative"), ("công ty damaca", "company"),
         ("cty", "company"), ("hộ kinh doanh", "household"), ("tổ hợp tác", "collective"), ("kty café", None),
         ("hợp tác", None)]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds_of_producers_are_understood(index, text, kind):
    assert {one.kind: one.value for one in parse(text).without(()).understood}.get("type") == kind


NO_PLACES = ["nấm linh chi", "nam linh chi thanh dong", "sau rieng say thang hoa thang tien", "lạc", "lac",
             "na xiêm", "bo", "yến s", ""]  # fmt: skip


@pytest.mark.parametrize("text", NO_PLACES)
def test_products_are_not_taken_for_places(index, text):
    assert not [one for one in parse(text).without(()).understood if one.kind == "area"]
