"""Sheets of stamps as a bad printer and a bad camera make them."""

import dataclasses

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from media.management.commands.bench_sheets import some_stamps
from media.sheets import PAPERS, Words, sheets_pdf
from media.stamps import read_stamp

SMALLEST = ("a4-65", "a4-48")
"""0.34 mm a module."""


@dataclasses.dataclass(frozen=True)
class Look:
    """Dots an inch, blur on paper, and the spread of grey of the noise."""

    dpi: int
    blur_mm: float
    noise: int = 0


def assert_all_are_read(name: str, look: Look) -> None:
    """Every code of a full sheet of this paper."""
    paper = PAPERS[name]
    stamps = some_stamps(1)[: paper.labels]
    with pypdfium2.PdfDocument(sheets_pdf(paper, Words("Cà phê bột", "OCOP 4 sao"), stamps)) as document:
        page = document[0].render(scale=look.dpi / 72, grayscale=True).to_pil()
    page = page.filter(ImageFilter.GaussianBlur(look.blur_mm * look.dpi / 25.4))
    if look.noise:
        page = ImageChops.add(page, Image.effect_noise(page.size, look.noise), 1, -128)
    read = [_read(page, paper, index, look.dpi) for index in range(paper.labels)]
    assert read == [stamp.url for stamp in stamps], look


def _read(page, paper, index, dpi):
    """Text of the code on one label of a picture with so many dots an inch."""
    x, y = paper.corner(index)
    width, height = paper.label
    left, top, right, bottom = x, paper.page[1] - y - height, x + width, paper.page[1] - y
    return read_stamp(page.crop(tuple(edge * dpi // 300 for edge in (left, top, right, bottom))))
