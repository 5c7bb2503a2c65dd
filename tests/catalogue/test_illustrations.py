"""The table that says which drawing stands for a product: complete, and never a drawing of something else."""

import csv
import re

import pytest
from django.conf import settings
from django.utils import translation

from catalogue.products.illustrations import (
    NEUTRAL,
    TINTS,
    Illustration,
    illustration_for,
    illustration_of_group,
    kind_of,
    kinds,
)

DRAWINGS = settings.BASE_DIR / "media" / "illustrations"
DATA = settings.BASE_DIR / "data" / "daklak"
LARGEST_DRAWING = 3_000


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_kind_has_a_drawing_and_every_drawing_is_of_a_kind_that_is_used():
    assert set(kinds()) == {path.stem for path in DRAWINGS.glob("*.svg")}
    idle = [kind.key for kind in kinds().values() if not (kind.words or kind.groups or kind.tile_of)]
    assert idle == [NEUTRAL]
    assert all(kind.vi and kind.en for kind in kinds().values())


@pytest.mark.parametrize("path", sorted(DRAWINGS.glob("*.svg")), ids=lambda path: path.stem)
def test_drawings_are_light_and_plain(path):
    text = path.read_text(encoding="utf-8")
    assert len(text) <= LARGEST_DRAWING
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240">')
    assert not re.search(r"<(text|image|style|script|filter|linearGradient|radialGradient)\b", text)


def test_words_and_groups_of_the_table_lead_to_one_kind():
    """Only kinds of different groups may share a word: the group of the product then decides."""
    by_word: dict[str, list] = {}
    for kind in kinds().values():
        for word in kind.words:
            by_word.setdefault(word, []).append(kind)
    shared = {word: found for word, found in by_word.items() if len(found) > 1}
    assert set(shared) == {"trà", "chè"}
    assert all(kind.groups for found in shared.values() for kind in found)
    for places in ("groups", "tile_of"):
        codes = [code for kind in kinds().values() for code in getattr(kind, places)]
        assert len(codes) == len(set(codes))


def test_every_group_of_the_catalogue_shows_a_drawing_of_its_own():
    codes = [row["code"] for row in rows("product_groups.csv")]
    assert [code for code in codes if illustration_of_group(code).key == NEUTRAL] == []
    assert illustration_of_group("").key == NEUTRAL


NAMES = [
    ("Mật ong hoa cà phê Yokdon", "I.2.b", "honey"),
    ("Rượu cà phê", "II.1.b", "spirits"),
    ("Trà túi lọc mướp đắng rừng", "I.5.b", "herbal-tea"),
    ("Cà phê bột Ea H'leo Coffee sạch – nguyên chất 100%", "I.6", "ground-coffee"),
    ("Cà phê hạt rang chất lượng cao Krông Búk", "I.6", "coffee-beans"),
    ("Cà phê sữa hòa tan 3 in 1", "I.6", "instant-coffee"),
    ("Cà phê sữa hoà tan", "I.6", "instant-coffee"),
    ("LESON CAFÉ", "I.6", "coffee"),
    ("Bột ca cao 3 trong 1 Thái Đăng", "I.6", "cocoa-powder"),
    ("Kẹo socola sữa", "I.6", "chocolate"),
    ("Bộ quà tặng socola cao cấp (Hương sắc Tây Nguyên)", "I.6", "gift"),
    ("Trà Bảo Lộc", "I.5.a", "tea"),
    ("Trà Dây Thìa Canh", "I.5.b", "herbal-tea"),
    ("Sầu riêng Dona cấp đông", "I.3.c", "durian"),
    ("Sầu riêng sữa chua sấy thăng hoa", "I.3.c", "dried-durian"),
    ("Kem sầu riêng", "I.3.d", "ice-cream"),
    ("Bơ Booth hữu cơ Organic", "I.1.a", "avocado"),
    ("Bò một nắng - bò gác bếp Ksơr Hờ Nhum", "I.3.d", "beef-jerky"),
    ("Ba rọi một nắng Thúy Liễu", "I.3.d", "pork"),
    ("Chả bò ớt xiêm xanh", "I.3.d", "sausage"),
    ("Chả ốc Ea Súp nhồi ống nứa", "I.3.d", "fish-cake"),
    ("Chả ram tôm đất", "I.3.d", "spring-roll"),
    ("Nem chua", "I.3.d", "fermented-pork"),
    ("Cá bò da rim mật ong", "I.3.d", "dried-fish"),
    ("Cá ngừ đại dương", "I.3.d", "fish"),
    ("Mắm mực Phú Khang", "I.4.a", "fermented-paste"),
    ("Nước mắm nhỉ Phú Khang", "I.4.a", "fish-sauce"),
    ("Muối ớt xanh", "I.4.b", "spices"),
    ("Hạt điều rang muối", "I.3.c", "cashew"),
    ("Nhân macca tẩm rong biển", "I.3.c", "macadamia"),
    ("Yến sào Quế Loan", "I.3.d", "bird-nest"),
    ("Bánh tráng mè đen", "I.3.b", "rice-paper"),
    ("Dầu mè", "I.3.c", "oil"),
    ("Cao khô đông trùng hạ thảo", "III.1", "extract"),
    ("Nấm đông trùng hạ thảo Hạnh Dung", "III.3", "cordyceps"),
    ("Tinh dầu bưởi", "III.3", "essential-oil"),
    ("Dầu gội bồ kết", "III.2", "cosmetics"),
    ("Nước rửa chén sinh học", "", "cleaning"),
    ("RƯỢU CẦN Y MIÊN", "II.1.b", "jar-wine"),
    ("Tượng gỗ nhà mồ", "IV.1", "statue"),
    # No word says more: the group does, where all of it is of one kind.
    ("Hương rừng", "I.5.b", "herbal-tea"),
    ("Superior", "I.6", "coffee-cocoa"),
    ("Bazan Đỏ", "I.3.d", NEUTRAL),
    ("Kẹp tóc", "IV.1", NEUTRAL),
    ("Sản phẩm", "", NEUTRAL),
    # Words inside words, and names of people and places, are no words.
    ("Cao nguyên xanh", "", NEUTRAL),
    ("Nam Trường Sơn", "", NEUTRAL),
    ("Công nghệ Cam Ranh", "", NEUTRAL),
    # Typed without marks: what is clear counts, `bo` and `tra` do not.
    ("Ca phe bot", "I.6", "ground-coffee"),
    ("Maca Ea H'leo", "I.3.c", "macadamia"),
    ("Bo Booth", "I.1.a", "avocado"),
    ("Bo 1 nang", "I.3.d", NEUTRAL),
]


@pytest.mark.parametrize(("name", "group", "key"), NAMES)
def test_a_name_says_which_drawing(name, group, key):
    assert kind_of(name, group).key == key


def test_no_product_of_the_register_takes_the_drawing_of_another_class():
    """Checked by the finer tag of the data, which the table does not read."""
    allowed = {
        "coffee_cocoa": {"coffee", "coffee-beans", "ground-coffee", "cocoa", "cocoa-powder"},
        "processed_seafood": {"fish", "dried-fish", "squid", "dried-seafood", "fish-cake", "spring-roll"},
        "processed_meat": {"beef-jerky", "pork", "sausage"},
        "bird_nest": {"bird-nest"},
        "honey": {"honey"},
        "nuts": {"macadamia", "cashew"},
        "processed_fruit": {"durian", "dried-durian"},
        "herbal_tea": {"herbal-tea"},
        "alcohol": {"spirits", "jar-wine"},
        "medicinal_mushroom": {"cordyceps", "lingzhi", "extract"},
        "fresh_meat_egg": {"chicken"},
        "dairy": {"milk"},
    }
    products = rows("products.csv")
    assert NEUTRAL not in {kind_of(row["product_name_vi"], row["subgroup"]).key for row in products}
    for row in products:
        key = kind_of(row["product_name_vi"], row["subgroup"]).key
        assert key in allowed.get(row["product_kind"], {key}), row["product_name_vi"]


def test_products_of_one_kind_do_not_all_look_the_same():
    drawings = [illustration_for("Cà phê bột", "I.6", key=f"ca-phe-bot-{number}") for number in range(60)]
    assert {drawing.src for drawing in drawings} == {"illustrations/ground-coffee.svg"}
    assert len(set(drawings)) == 2 * TINTS
    assert drawings[7] == illustration_for("Cà phê bột", "I.6", key="ca-phe-bot-7")


def test_a_drawing_says_that_it_is_one():
    drawing = Illustration("ground-coffee", TINTS + 1)
    assert drawing.is_mirrored
    assert drawing.tint == 1
    with translation.override("vi"):
        assert drawing.alt == "Hình vẽ: cà phê bột"
    with translation.override("en"):
        assert drawing.alt == "Drawing: ground coffee"
