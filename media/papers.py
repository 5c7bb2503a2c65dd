"""Papers on A4 that go with goods: plain data in, bytes out. A long one goes on over numbered pages."""

import dataclasses
import io
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image
from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from .stamps import QUIET_MODULES, stamp_image
from .typesetting import BOLD, FONT, LEADING, printable, register_fonts, text_width

MARGIN = 15 * mm
WIDTH = A4[0] - 2 * MARGIN
CODE_SIDE = 26 * mm
GREY = colors.HexColor("#555555")
LINE = colors.HexColor("#bbbbbb")
HEAD_GROUND = colors.HexColor("#f1efec")


@dataclasses.dataclass(frozen=True)
class Column:
    """`share` of the width that the column gets; numbers stand at the right."""

    label: str
    share: float
    is_number: bool = False


@dataclasses.dataclass(frozen=True)
class Rows:
    """A table. A row has as many cells as there are columns; `title` stands above it."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    title: str = ""


@dataclasses.dataclass(frozen=True)
class Block:
    """Lines under a small heading, such as who sends."""

    heading: str
    lines: Sequence[str]


@dataclasses.dataclass(frozen=True)
class Document:
    """One paper: `code` is the text of its QR code, `totals` are pairs of words and amounts, the last one the sum.

    `foot` stands at the bottom of each page, beside the number of the page within its document.
    """

    title: str
    subtitle: str
    blocks: Sequence[Block] = ()
    tables: Sequence[Rows] = ()
    totals: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()
    code: str = ""
    foot: str = ""


class QrCode(Flowable):
    """A QR code as one path of squares, sharp at any size, with its quiet zone."""

    def __init__(self, text: str, side: float):
        super().__init__()
        self.image, self.side = stamp_image(text), side

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.side, self.side

    def draw(self) -> None:
        draw_code(self.canv, self.image, 0, 0, self.side)


def draw_code(canvas: Canvas, image: Image.Image, x: float, y: float, side: float) -> None:
    """A code from one bit a module, with quiet zone, on a square with this lower left corner (in points)."""
    module = side / (image.width + 2 * QUIET_MODULES)
    dots = image.convert("L").tobytes()
    path = canvas.beginPath()
    for row in range(image.height):
        column = 0
        while column < image.width:
            start = column
            while column < image.width and not dots[row * image.width + column]:
                column += 1
            if column > start:
                left = x + (start + QUIET_MODULES) * module
                bottom = y + side - (row + 1 + QUIET_MODULES) * module
                path.rect(left, bottom, (column - start) * module, module)
            else:
                column += 1
    canvas.setFillColor(colors.black)
    canvas.drawPath(path, stroke=0, fill=1)


def _style(size: float, font: str = FONT, **options: Any) -> ParagraphStyle:
    name = f"{font}-{size}-{sorted(options.items())}"
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * LEADING, splitLongWords=1, **options)


TITLE = _style(17, BOLD)
SUBTITLE = _style(10.5)
HEADING = _style(8.5, textColor=GREY)
BODY = _style(10)
STRONG = _style(10, BOLD)
NUMBER = _style(10, alignment=TA_RIGHT)
SUM = _style(12, BOLD, alignment=TA_RIGHT)
SUM_LABEL = _style(12, BOLD)
NOTE = _style(9)
CELL_PADDING = 6
PADS = [("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
BARE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
]


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    """Text as text: nothing in it is markup."""
    return Paragraph(escape(printable(text)), style)


def _head(document: Document) -> Table:
    words = [_paragraph(document.title, TITLE), Spacer(0, 3), _paragraph(document.subtitle, SUBTITLE)]
    if not document.code:
        return Table([[words]], colWidths=[WIDTH], style=BARE)
    code = QrCode(document.code, CODE_SIDE)
    return Table([[words, code]], colWidths=[WIDTH - CODE_SIDE, CODE_SIDE], style=BARE)


def _blocks(blocks: Sequence[Block]) -> Table:
    cells = [
        [
            _paragraph(block.heading, HEADING),
            *(_paragraph(line, STRONG if place == 0 else BODY) for place, line in enumerate(block.lines)),
        ]
        for block in blocks
    ]
    style = [*BARE, ("RIGHTPADDING", (0, 0), (-2, -1), 12)]
    return Table([cells], colWidths=[WIDTH / len(cells)] * len(cells), splitInRow=1, style=style)


def _cell(text: str, width: float) -> Paragraph | str:
    """A text that fits its line as it is, which is drawn ten times as fast; else a paragraph."""
    plain = printable(text)
    is_short = "\n" not in plain and text_width(plain, BODY.fontSize) <= width - 2 * CELL_PADDING
    return plain if is_short else Paragraph(escape(plain), BODY)


def _table(table: Rows) -> list[Flowable]:
    widths = [WIDTH * column.share for column in table.columns]
    numbers = [place for place, column in enumerate(table.columns) if column.is_number]
    heads = [
        _paragraph(column.label, _style(8.5, BOLD, alignment=TA_RIGHT if column.is_number else 0))
        for column in table.columns
    ]
    rows = [[_cell(cell, width) for cell, width in zip(row, widths, strict=True)] for row in table.rows]
    style = [
        *PADS,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONT", (0, 1), (-1, -1), FONT, BODY.fontSize, BODY.leading),
        *(("ALIGN", (place, 1), (place, -1), "RIGHT") for place in numbers),
        ("BACKGROUND", (0, 0), (-1, 0), HEAD_GROUND),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
    ]
    parts: list[Flowable] = [Table([heads, *rows], colWidths=widths, repeatRows=1, splitInRow=1, style=style)]
    if table.title:
        parts[:0] = [Spacer(0, 8), _paragraph(table.title, STRONG), Spacer(0, 3)]
    return parts


def _totals(totals: Sequence[tuple[str, str]]) -> Table:
    last = len(totals) - 1
    rows = [
        [
            _paragraph(label, SUM_LABEL if place == last else BODY),
            _paragraph(amount, SUM if place == last else NUMBER),
        ]
        for place, (label, amount) in enumerate(totals)
    ]
    style = [*PADS, ("LINEABOVE", (0, last), (-1, last), 0.8, colors.black)]
    return Table(rows, colWidths=[WIDTH * 0.35, WIDTH * 0.25], hAlign="RIGHT", style=style)


def _flowables(document: Document) -> Iterable[Flowable]:
    yield _head(document)
    yield Spacer(0, 8)
    if document.blocks:
        yield _blocks(document.blocks)
        yield Spacer(0, 8)
    for table in document.tables:
        yield from _table(table)
    if document.totals:
        yield Spacer(0, 6)
        yield _totals(document.totals)
    for note in document.notes:
        yield Spacer(0, 6)
        yield _paragraph(note, NOTE)


class _Pages(BaseDocTemplate):
    """Pages of one document after the other; each page knows its number within its own document."""

    def __init__(self, buffer: io.BytesIO, title: str, feet: Sequence[str]):
        super().__init__(
            buffer, pagesize=A4, title=printable(title), invariant=1, pageCompression=1,
            leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN,
        )  # fmt: skip
        frame = Frame(MARGIN, MARGIN, WIDTH, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=self._draw_foot))
        self.feet, self.document, self.number = feet, -1, 0

    def begin_document(self) -> None:
        self.document, self.number = self.document + 1, 0

    def _draw_foot(self, canvas: Canvas, _pages: Any) -> None:
        self.number += 1
        canvas.setFont(FONT, 8)
        canvas.setFillColor(GREY)
        foot = printable(self.feet[self.document])
        while foot and text_width(foot, 8) > WIDTH - 20 * mm:
            foot = foot[:-1]
        canvas.drawString(MARGIN, 9 * mm, foot)
        canvas.drawRightString(MARGIN + WIDTH, 9 * mm, str(self.number))


class _Begin(Flowable):
    """The point where a document begins."""

    def __init__(self, pages: _Pages):
        super().__init__()
        self.pages = pages

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.pages.begin_document()


def papers_pdf(documents: Sequence[Document]) -> bytes:
    """All documents in one file, each from a page of its own."""
    register_fonts()
    buffer = io.BytesIO()
    pages = _Pages(buffer, documents[0].title, [document.foot for document in documents])
    story: list[Flowable] = []
    for document in documents:
        if story:
            story.append(PageBreak())
        story += [_Begin(pages), *_flowables(document)]
    pages.build(story)
    return buffer.getvalue()
