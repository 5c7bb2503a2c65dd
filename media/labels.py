"""Delivery labels: A6 each, as pages of their own or four on an A4. Plain data in, bytes out."""

import dataclasses
import io
from collections.abc import Sequence

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4, A6
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from .papers import draw_code
from .stamps import stamp_image
from .typesetting import BOLD, FONT, LEADING, fitted, printable, register_fonts

PADDING = 6 * mm
WIDTH, HEIGHT = A6
INNER = WIDTH - 2 * PADDING
CODE_SIDE = 27 * mm
BARS_HEIGHT = 13 * mm
QUIET_BARS = 10
"""White beside the bars, in widths of the thinnest (ISO/IEC 15417)."""
LABELS_ON_A4 = 4


@dataclasses.dataclass(frozen=True)
class Label:
    """What stands on one label. `collect` is what the courier takes, in words and amount; `code` the text of the QR
    code, `bars` the letters of the bar code."""

    from_heading: str
    sender: str
    to_heading: str
    receiver: str
    phone: str
    address: str
    note: str
    collect_heading: str
    collect: str
    content: str
    bars: str
    code: str
    mark: str = ""


class _Pen:
    """Draws downwards within a label whose lower left corner is given in points."""

    def __init__(self, canvas: Canvas, x: float, y: float):
        self.canvas, self.x = canvas, x + PADDING
        self.top = y + HEIGHT - PADDING

    def words(self, text: str, sizes: Sequence[float], height: float, font: str = FONT) -> None:
        """A text in a box of the label's width; its height is used up only as far as there are lines."""
        size, lines = fitted(printable(text), sizes, INNER, height, font)
        self.canvas.setFont(font, size)
        for line in lines:
            self.canvas.drawString(self.x, self.top - size, line)
            self.top -= size * LEADING

    def rule(self) -> None:
        self.top -= 2
        self.canvas.setLineWidth(0.7)
        self.canvas.line(self.x, self.top, self.x + INNER, self.top)
        self.top -= 3


def _draw(canvas: Canvas, label: Label, x: float, y: float) -> None:
    pen = _Pen(canvas, x, y)
    pen.words(f"{label.from_heading}: {label.sender}", (9, 8.5, 8, 7.5), 15 * mm)
    pen.rule()
    pen.words(label.to_heading, (8,), 5 * mm)
    pen.words(label.receiver, (15, 14, 13, 12, 11, 10), 14 * mm, BOLD)
    pen.words(label.phone, (15,), 8 * mm, BOLD)
    pen.words(label.address, (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5), 30 * mm)
    if label.note:
        pen.words(label.note, (9, 8.5, 8, 7.5), 13 * mm)
    pen.rule()
    pen.words(label.collect_heading, (8.5,), 5 * mm)
    pen.words(label.collect, (19, 17, 15, 13), 9 * mm, BOLD)
    pen.words(label.content, (8, 7.5, 7), 8 * mm)
    if label.mark:
        pen.words(label.mark, (8,), 4 * mm, BOLD)
    _draw_codes(canvas, label, x, y)


def _draw_codes(canvas: Canvas, label: Label, x: float, y: float) -> None:
    """The QR code at the right, the bars with their letters beside it."""
    right = x + PADDING + INNER
    draw_code(canvas, stamp_image(label.code), right - CODE_SIDE, y + PADDING - 2 * mm, CODE_SIDE)
    width = INNER - CODE_SIDE - 2 * mm
    bars = Code128(label.bars, barHeight=BARS_HEIGHT, barWidth=1, quiet=False)
    thin = min(width / (bars.width + 2 * QUIET_BARS), 1.2)
    bars = Code128(label.bars, barHeight=BARS_HEIGHT, barWidth=thin, quiet=False)
    bars.drawOn(canvas, x + PADDING, y + PADDING + 7 * mm)
    canvas.setFont(BOLD, 12)
    canvas.drawString(x + PADDING, y + PADDING + 1 * mm, printable(label.bars))


def labels_pdf(labels: Sequence[Label], *, on_a4: bool = False) -> bytes:
    """One label a page, or four on an A4 with lines to cut along."""
    register_fonts()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4 if on_a4 else A6, pageCompression=1, invariant=1)
    canvas.setTitle(printable(labels[0].bars))
    each = LABELS_ON_A4 if on_a4 else 1
    for first in range(0, len(labels), each):
        if on_a4:
            _draw_cuts(canvas)
        for place, label in enumerate(labels[first : first + each]):
            row, column = divmod(place, 2)
            _draw(canvas, label, column * WIDTH, A4[1] - (row + 1) * HEIGHT if on_a4 else 0)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_cuts(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.3)
    canvas.setDash(2, 3)
    canvas.line(A4[0] / 2, 0, A4[0] / 2, A4[1])
    canvas.line(0, A4[1] / 2, A4[0], A4[1] / 2)
    canvas.restoreState()
