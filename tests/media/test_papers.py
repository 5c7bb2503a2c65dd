"""Papers and labels: whatever the texts are, all of a paper is there and its codes can be read."""

import pypdfium2
import zxingcpp

from media.labels import Label, labels_pdf
from media.papers import Block, Column, Document, Rows, papers_pdf
from media.typesetting import printable

LONG = "Liên hiệp Hợp tác xã Nông nghiệp Dịch vụ Tổng hợp buôn Čư Êbur, Phường Buôn Ma Thuột, Đắk Lắk"
COLUMNS = [Column("Hàng", 0.6), Column("Số", 0.4, is_number=True)]


def words(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def codes(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=3, grayscale=True).to_pil()
    return sorted(code.text for code in zxingcpp.read_barcodes(picture))


def test_long_papers_go_on_and_nothing_of_them_is_lost():
    rows = [[f"{LONG} {number}", str(number)] for number in range(60)]
    short = Document(title="Ngắn", subtitle="", foot="Hết")
    pages = words(papers_pdf([Document("Dài", LONG * 9, [Block(LONG, [LONG])], [Rows(COLUMNS, rows)]), short]))
    text = " ".join(pages[:-1])
    assert len(pages) > 3
    assert all(f"Đắk Lắk {number}" in text for number in range(60))
    assert "Hết" in pages[-1]
    assert pages[-1].endswith("1")  # each paper counts its own pages
    endless = Document("Dài", "", [Block("a", [LONG * 200])], [Rows(COLUMNS, [[LONG * 200, "1"]])], notes=[LONG * 99])
    assert len(words(papers_pdf([endless]))) > 3


def test_texts_are_no_markup_and_missing_letters_are_told():
    (page,) = words(papers_pdf([Document("<b>&amp;</b> <para", "a\x00\u200bb", notes=["王 ƀuôn 🐝"])]))
    assert "<b>&amp;</b> <para" in page
    assert "ab" in page
    assert printable("Ệ ƀ 王 🐝 \u202eX") == "Ệ b ? ? X"


def test_a_label_is_whole_with_the_longest_texts_and_without_any():
    code = "https://saobuon.example/theo-doi/don/123456789/"
    whom, how_much = (LONG, "0912 345 678", LONG * 4, LONG * 3), ("Thu hộ", "999.999.999 ₫")
    longest = Label("Từ", LONG * 3, "Đến", *whom, *how_much, LONG * 9, "100123456-12", code, "MINH HỌA")
    barest = Label("", "", "", "", "", "", "", "", "", "", "1-1", "x")
    for on_a4 in (False, True):
        pdf = labels_pdf([longest], on_a4=on_a4)
        assert codes(pdf) == ["100123456-12", longest.code]
        for text in ("0912 345 678", "999.999.999", "MINH HỌA"):
            assert text in words(pdf)[0]
    assert codes(labels_pdf([barest])) == ["1-1", "x"]
    assert len(words(labels_pdf([barest] * 5, on_a4=True))) == 2
