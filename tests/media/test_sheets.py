"""Sheets of stamps: every code on whole dots with its quiet zone, readable, with the right words; small and fast."""

import io
import re

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from media.management.commands.bench_sheets import some_stamps
from media.qr import qr_png, qr_svg
from media.sheets import PAPERS, StampText, Words, layout, sheets_pdf
from media.stamps import QUIET_MODULES, stamp_image
from media.typesetting import LEADING, fitted, text_width

LONG = "Cà phê bột nguyên chất Ệ Ẵ Ỡ rang mộc kiểu Buôn Ma Thuột, hạt Robusta chín chọn lọc, gói giấy 500 g, mẫu dài"
WORDS = Words(name=LONG, stars="OCOP 4 sao")
WITHOUT_GTIN = re.compile("/01/[0-9]{14}/21/")


def stamps_of(paper, has_gtin):
    stamps = some_stamps(1)[: paper.labels]
    return stamps if has_gtin else [StampText(WITHOUT_GTIN.sub("/q/", s.url), s.serial) for s in stamps]


def pictures(pdf, dpi):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def read_all(picture):
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


@pytest.mark.parametrize("has_gtin", [True, False])
@pytest.mark.parametrize("name", PAPERS)
def test_every_code_of_a_sheet_is_read_at_300_and_600_dpi(name, has_gtin):
    paper = PAPERS[name]
    stamps = stamps_of(paper, has_gtin)
    pdf = sheets_pdf(paper, WORDS, stamps)
    assert len(pdf) <= 30_000
    for dpi in (300, 600):
        (picture,) = pictures(pdf, dpi)
        assert picture.size == tuple(side * dpi // 300 for side in paper.page)
        assert sorted(read_all(picture)) == sorted(stamp.url for stamp in stamps)


@pytest.mark.parametrize("dpi", [300, 600])
@pytest.mark.parametrize("name", PAPERS)
def test_each_module_is_whole_dots_and_the_quiet_zone_is_white(name, dpi):
    paper = PAPERS[name]
    (stamp,) = stamps_of(paper, has_gtin=True)[:1]
    code = stamp_image(stamp.url)
    place = layout(paper, code.width)
    assert place.module_mm >= 0.33
    (picture,) = pictures(sheets_pdf(paper, WORDS, [stamp]), dpi)

    dots = place.dots * dpi // 300
    quiet = QUIET_MODULES * dots
    expected = Image.new("L", (code.width * dots + 2 * quiet,) * 2, 255)
    expected.paste(code.resize((code.width * dots,) * 2, Image.Resampling.NEAREST).convert("L"), (quiet, quiet))
    x, y = paper.corner(0)
    left = (x + place.code_x) * dpi // 300 - quiet
    bottom = picture.height - (y + place.code_y) * dpi // 300 + quiet
    printed = picture.crop((left, bottom - expected.height, left + expected.width, bottom))
    assert ImageChops.difference(printed, expected).getbbox() is None


def test_modules_are_as_large_as_the_labels_allow():
    modules = {name: round(layout(paper, 45).module_mm, 2) for name, paper in PAPERS.items()}
    assert modules == {"a4-65": 0.34, "a4-48": 0.34, "a4-40": 0.42, "a4-24": 0.59, "roll": 0.51}
    assert round(layout(PAPERS["a4-65"], 41).module_mm, 2) == 0.42


def test_stamps_have_level_m_and_at_most_45_modules():
    for stamp in some_stamps(1):
        image = stamp_image(stamp.url)
        assert image.mode == "1"
        assert image.width <= 45
    barcode = zxingcpp.read_barcode(image.resize((450, 450), Image.Resampling.NEAREST).convert("L"))
    assert barcode.ec_level == "M"


@pytest.mark.parametrize("words", [WORDS, Words("Mật ong"), Words("A" * 200, "OCOP 5 sao")])
@pytest.mark.parametrize("name", PAPERS)
def test_words_stay_on_their_label(name, words):
    """Printed alone, the first stamp leaves the paper around its label white."""
    paper = PAPERS[name]
    (picture,) = pictures(sheets_pdf(paper, words, stamps_of(paper, has_gtin=True)[:1]), 300)
    x, y = paper.corner(0)
    width, height = paper.label
    label = (x, picture.height - y - height, x + width, picture.height - y)
    left, top, right, bottom = ImageChops.invert(picture).getbbox()
    assert label[0] + 6 <= left
    assert label[1] + 6 <= top
    assert right <= label[2] - 6
    assert bottom <= label[3] - 6


@pytest.mark.parametrize("name", PAPERS)
def test_a_sheet_says_name_stars_and_serials_in_groups_of_four(name):
    paper = PAPERS[name]
    stamps = stamps_of(paper, has_gtin=False)
    with pypdfium2.PdfDocument(sheets_pdf(paper, WORDS, stamps, ["Đợt 7K3M · tờ 1"])) as document:
        text = " ".join(document[0].get_textpage().get_text_range().split())
    assert text.count("Cà phê bột nguyên") == text.count("OCOP 4 sao") == len(stamps)
    for stamp in stamps:
        groups = f"{stamp.serial[:4]} {stamp.serial[4:8]} {stamp.serial[8:]}"
        assert groups in text
    assert ("Đợt 7K3M · tờ 1" in text) == (name in ("a4-65", "a4-48", "a4-40"))


def test_long_names_are_cut_between_words_by_measure():
    size, lines = fitted(LONG, (9, 7, 5), width=60, height=3 * 5 * LEADING)
    assert size == 5
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert " ".join(lines).rstrip("…") + " " in LONG.replace(",", ", ").replace("  ", " ") + " "
    assert all(text_width(line, size) <= 60 for line in lines)
    assert fitted("Mật ong", (9, 7, 5), width=60, height=30) == (9, ["Mật ong"])


def test_sheets_follow_each_other_in_order():
    paper = PAPERS["a4-24"]
    stamps = some_stamps(1)[:50]
    pages = [read_all(picture) for picture in pictures(sheets_pdf(paper, WORDS, stamps), 300)]
    assert [sorted(page) for page in pages] == [
        sorted(stamp.url for stamp in stamps[start : start + 24]) for start in (0, 24, 48)
    ]


def test_single_codes_for_pages():
    (stamp,) = some_stamps(1)[:1]
    picture = Image.open(io.BytesIO(qr_png(stamp.url)))
    assert picture.mode == "1"
    assert zxingcpp.read_barcode(picture).text == stamp.url
    assert qr_svg(stamp.url).count(b"<path") == 1
    modules = (picture.width // 8) - 2 * QUIET_MODULES
    assert modules <= 49
