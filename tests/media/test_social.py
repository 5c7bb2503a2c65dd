"""Pictures of shared links: whatever the register holds fits, and every letter of it can be drawn."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image

from media import social
from media.icons import favicon_ico, icon_png
from media.social import SocialPicture, social_png, social_svg, text_width, wrapped
from storefront.runtime.pytest_plugin import ROOT

SVG = "{http://www.w3.org/2000/svg}"
DRAWINGS = sorted((ROOT / "media" / "illustrations").glob("*.svg"))
MARK = (ROOT / "storefront" / "static" / "img" / "mark.svg").read_text()
NO_DECISION = "Hội đồng xếp hạng 4 sao, chưa có quyết định trong dữ liệu"


def rows(name: str) -> list[dict]:
    with open(ROOT / "data" / "daklak" / name, newline="") as file:
        return list(csv.DictReader(file))


def picture(**facts) -> SocialPicture:
    drawing = (ROOT / "media" / "illustrations" / "coffee.svg").read_text()
    return SocialPicture(**{"title": "Cà phê bột", "drawing": drawing, "mark": MARK, "wordmark": "Sao Buôn", **facts})


def texts_of(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314 - our own document


def test_every_product_of_the_register_fits_whole():
    for row in rows("products.csv"):
        place = ", ".join(part for part in (row["commune"], row["district"], f"Tỉnh {row['old_province']}") if part)
        lines = tuple(line for line in (row["producer_name"], place) if line)
        texts = texts_of(social_svg(picture(title=row["product_name_vi"], lines=lines, verdict=NO_DECISION)))
        drawn = " ".join(text.text for text in texts)
        for part in (row["product_name_vi"], *lines, NO_DECISION):
            assert " ".join(part.split()) in drawn, part
        for text in texts:
            font = social.SEMIBOLD if text.get("font-weight") == "600" else social.REGULAR
            assert text_width(text.text, int(text.get("font-size")), font) <= social.TEXT_WIDTH
            assert int(text.get("y")) < social.HEIGHT - 36


def test_a_name_too_long_for_any_size_ends_with_an_ellipsis_inside_the_picture():
    texts = texts_of(
        social_svg(picture(title="Cà phê " * 60, lines=("Hợp tác xã " * 30, "Tỉnh " * 40), stars=5, verdict="OCOP"))
    )
    assert [text.text for text in texts if text.text.endswith("…")]
    assert max(int(text.get("y")) for text in texts) < social.HEIGHT - 36
    assert max(len(line) for line in wrapped("M" * 200, 30, 600)) < 40  # a word without spaces breaks


@pytest.mark.parametrize("stars", [3, 4, 5])
def test_as_many_stars_are_filled_as_are_certified(stars):
    svg = social_svg(picture(stars=stars, verdict=f"OCOP {stars} sao"))
    assert len(re.findall(f'd="{re.escape(social.STAR)}" fill="{social.GOLD}"', svg)) == stars
    assert svg.count(social.STAR) == 5


def test_without_a_certificate_there_are_words_and_no_star():
    svg = social_svg(picture(verdict="Giấy chứng nhận đã hết hạn"))
    assert social.STAR not in svg
    assert "Giấy chứng nhận đã hết hạn" in svg


def test_a_name_cannot_break_the_drawing():
    title = '</text><script>alert("1")</script> & Cà phê'
    assert " ".join(text.text for text in texts_of(social_svg(picture(title=title)))).count("<script>") == 1


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_pictures_are_light_and_of_the_size_networks_ask_for(drawing):
    png = social_png(picture(drawing=drawing.read_text(), lines=("Hợp tác xã Ea Tu",), stars=4, verdict="OCOP 4 sao"))
    assert len(png) <= 60_000
    assert Image.open(io.BytesIO(png)).size == (1200, 630)


def test_the_typeface_has_every_letter_of_the_register_and_of_the_languages_of_the_highlands():
    letters = set("ŏĭĕŎĬĔ₫…“”–·")
    for row in [*rows("products.csv"), *rows("producers.csv"), *rows("units.csv")]:
        letters |= set(row.get("product_name_vi", "") + row.get("name", "") + row.get("producer_name", ""))
    for path in (social.REGULAR, social.SEMIBOLD):
        font = social._font(path, 40)
        nothing = bytes(font.getmask("\U000f0000"))
        missing = {letter for letter in letters if letter.strip() and bytes(font.getmask(letter)) == nothing}
        assert not missing, (path.name, missing)


def test_icons_have_their_size_and_maskable_ones_reach_the_edges():
    assert Image.open(io.BytesIO(icon_png(MARK, 192))).size == (192, 192)
    maskable = Image.open(io.BytesIO(icon_png(MARK, 512, is_full_bleed=True))).convert("RGBA")
    assert {maskable.getpixel(corner)[3] for corner in ((0, 0), (511, 0), (0, 511), (511, 511))} == {255}
    assert Image.open(io.BytesIO(favicon_ico(MARK))).info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_kept_icons_are_those_the_mark_gives():
    kept = ROOT / "storefront" / "static" / "img" / "icons"
    for name, icon in (
        ("icon-192.png", icon_png(MARK, 192)),
        ("icon-512.png", icon_png(MARK, 512)),
        ("icon-maskable-512.png", icon_png(MARK, 512, is_full_bleed=True)),
        ("apple-touch-icon.png", icon_png(MARK, 180, is_full_bleed=True)),
    ):
        expected, found = (Image.open(source).convert("RGBA") for source in (io.BytesIO(icon), kept / name))
        assert expected.tobytes() == found.tobytes(), f"{name}: run `manage.py icons`"
        assert (kept / name).stat().st_size < 15_000
