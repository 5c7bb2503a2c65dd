"""`manage.py bench_sheets`: sheets of 65 stamps a second, beside reportlab with the defaults of `qrcode`."""

import io
import secrets
import time
from collections.abc import Callable
from typing import Any

import qrcode
from django.core.management.base import BaseCommand, CommandParser
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from media.sheets import PAPERS, POINTS_A_DOT, StampText, Words, layout, sheets_pdf

PAPER = PAPERS["a4-65"]
WORDS = Words(name="Cà phê bột rang mộc Buôn Ma Thuột", stars="OCOP 4 sao")
MODULES = 45
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Command(BaseCommand):
    requires_system_checks = []  # a pure room: no database, no addresses
    help = "Draw sheets of 65 stamps in two ways and print the rate of both (processor time, one process)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sheets", type=int, default=8, help="sheets drawn in our way; the other draws a quarter"
        )

    def handle(self, *args: Any, sheets: int, **options: Any) -> None:
        sheets_pdf(PAPER, WORDS, some_stamps(1))  # reads the typeface
        plain, plain_kb = measure(plain_pdf, max(1, sheets // 4))
        ours, kb = measure(our_pdf, sheets)
        self.stdout.write(f"{'way':<44}{'sheets/s':>10}{'kB a sheet':>12}")
        self.stdout.write(f"{'reportlab with the defaults of qrcode':<44}{plain:>10.2f}{plain_kb:>12.1f}")
        self.stdout.write(f"{'zxing-cpp, 1-bit images, serial and words':<44}{ours:>10.2f}{kb:>12.1f}")
        self.stdout.write(f"{'ratio':<44}{ours / plain:>10.1f}   bar ≥ 10")


def some_stamps(sheets: int) -> list[StampText]:
    """Stamps of the largest kind: with GTIN and signature, 215 characters. The digits are random."""
    stamps = []
    for _number in range(sheets * PAPER.labels):
        serial = "7K3M" + "".join(secrets.choice(LETTERS) for _place in range(8))
        digits = f"0{secrets.randbelow(10**155):0155d}"
        stamps.append(StampText(f"https://saobuon.example/01/02000000000015/21/{serial}?s={digits}", serial))
    return stamps


def measure(draw: Callable[[list[StampText]], bytes], sheets: int) -> tuple[float, float]:
    """Sheets a second of processor time, and kilobytes a sheet."""
    stamps = some_stamps(sheets)
    start = time.process_time()
    pdf = draw(stamps)
    return sheets / (time.process_time() - start), len(pdf) / sheets / 1000


def our_pdf(stamps: list[StampText]) -> bytes:
    return sheets_pdf(PAPER, WORDS, stamps)


def plain_pdf(stamps: list[StampText]) -> bytes:
    """`qrcode` as it comes, its matrix as an image of one pixel a module by reportlab, and not even words."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=tuple(side * POINTS_A_DOT for side in PAPER.page))
    side = layout(PAPER, MODULES).code_size * POINTS_A_DOT
    for number, stamp in enumerate(stamps):
        if number and number % PAPER.labels == 0:
            canvas.showPage()
        x, y = PAPER.corner(number % PAPER.labels)
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=1, border=0)
        code.add_data(stamp.url)
        code.make()
        image = code.make_image().get_image()
        canvas.drawImage(ImageReader(image), x * POINTS_A_DOT, y * POINTS_A_DOT, side, side)
    canvas.save()
    return buffer.getvalue()
