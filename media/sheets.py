"""Sheets of stamps as PDF: a pure room, plain data in, bytes out.

Everything lies on a grid of 300 dots an inch, which is also one of 600: a module is a whole number of printer dots
and each code begins on a dot, so no printer has to smear an edge. The page itself is 2480 × 3508 dots (A4).
"""

import dataclasses
import functools
import io
import math
from collections.abc import Iterable, Sequence

from PIL import Image
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from .stamps import QUIET_MODULES, stamp_image
from .typesetting import FONT, LEADING, fitted, register_fonts, text_width

DOTS_AN_INCH = 300
POINTS_A_DOT = 72 / DOTS_AN_INCH
MM_A_DOT = 25.4 / DOTS_AN_INCH
A4 = (2480, 3508)
HAIR = 0.02
"""Dots by which a code is drawn smaller on each side: programs colour each dot that is touched, so none too many."""
MAX_DOTS = 7
"""Widest module (0.59 mm): a larger one only takes room from the words."""
PADDING = 12
"""Dots between the words and the edge of a label (1 mm)."""
NAME_POINTS = (9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5)
STARS_POINTS = (9, 8, 7, 6.5, 6, 5.5, 5)
SERIAL_POINTS = (9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5)
SMALLEST_ONE_LINE = 6.5
NOTE_POINTS = 6
NOTE_MARGIN = 100
"""A sheet carries its note only where the paper has this much margin below the labels, in dots."""


@dataclasses.dataclass(frozen=True)
class Paper:
    """Label paper. Sizes in millimetres; the labels are centred on the page. A page of a roll is one label."""

    columns: int
    rows: int
    width: float
    height: float
    gap: float = 0
    is_roll: bool = False

    @property
    def labels(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    @property
    def page(self) -> tuple[int, int]:
        """Width and height of a page in dots."""
        return self.label if self.is_roll else A4

    @property
    def label(self) -> tuple[int, int]:
        """Width and height of a label in dots, rounded down."""
        return int(self.width / MM_A_DOT), int(self.height / MM_A_DOT)

    def corner(self, index: int) -> tuple[int, int]:
        """Lower left corner of a label in dots; labels run from the upper left, row by row."""
        if self.is_roll:
            return 0, 0
        row, column = divmod(index, self.columns)
        left = (210 - self.columns * self.width - (self.columns - 1) * self.gap) / 2
        top = (297 - self.rows * self.height) / 2
        x = (left + column * (self.width + self.gap)) / MM_A_DOT
        y = A4[1] - (top + (row + 1) * self.height) / MM_A_DOT
        return round(x), round(y)

    @property
    def margin_below(self) -> int:
        """White below the last row, in dots."""
        return self.corner(self.labels - 1)[1]


PAPERS = {
    "a4-65": Paper(columns=5, rows=13, width=38.1, height=21.2, gap=2.5),
    "a4-48": Paper(columns=4, rows=12, width=45.7, height=21.2, gap=2.6),
    "a4-40": Paper(columns=4, rows=10, width=48.5, height=25.4),
    "a4-24": Paper(columns=3, rows=8, width=70, height=37),
    "roll": Paper(columns=1, rows=1, width=50, height=30, is_roll=True),
}


@dataclasses.dataclass(frozen=True)
class StampText:
    """What one stamp says: the text of its code, and the serial below it for typing."""

    url: str
    serial: str


@dataclasses.dataclass(frozen=True)
class Words:
    """What all stamps of a run say beside their code. `stars` are the certified ones on the day of printing, in
    words; empty when there are none."""

    name: str
    stars: str = ""


@dataclasses.dataclass(frozen=True)
class Layout:
    """Where things stand on a label, in dots from its lower left corner. `dots` is the width of a module."""

    dots: int
    code_x: int
    code_y: int
    code_size: int
    text_x: int
    text_y: int
    text_width: int
    text_height: int

    @property
    def module_mm(self) -> float:
        return self.dots * MM_A_DOT


@functools.cache
def layout(paper: Paper, modules: int) -> Layout:
    """Largest whole number of dots a module with which a code of so many modules, quiet zone included, fits the
    height of the label; the code at the left, the words in what remains. ValueError if not even one dot fits."""
    width, height = paper.label
    with_quiet = modules + 2 * QUIET_MODULES
    dots = min(height // with_quiet, MAX_DOTS)
    if dots < 1:
        raise ValueError(f"a code of {modules} modules does not fit {paper.width} × {paper.height} mm")
    box = with_quiet * dots
    inset = min((height - box) // 2, 3 * PADDING)
    text_x = inset + box
    return Layout(
        dots=dots,
        code_x=inset + QUIET_MODULES * dots,
        code_y=(height - box) // 2 + QUIET_MODULES * dots,
        code_size=modules * dots,
        text_x=text_x,
        text_y=max(PADDING, (height - box) // 2),
        text_width=width - text_x - PADDING,
        text_height=min(height - 2 * PADDING, box),
    )


# -- words ---------------------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class SerialStyle:
    """How the serials of a run are set: groups of four a line, and size in points."""

    groups: int
    size: float

    @property
    def lines(self) -> int:
        return math.ceil(3 / self.groups)

    @property
    def height(self) -> float:
        return self.lines * self.size * LEADING


def serial_style(width: float) -> SerialStyle:
    """One line if it fits at a size that can be read and typed from, else two."""
    widest = "MWQ0"
    for groups, smallest in ((3, SMALLEST_ONE_LINE), (2, SERIAL_POINTS[-1])):
        for size in SERIAL_POINTS:
            if size >= smallest and text_width(" ".join([widest] * groups), size) <= width:
                return SerialStyle(groups, size)
    return SerialStyle(1, SERIAL_POINTS[-1])


def serial_lines(serial: str, style: SerialStyle) -> list[str]:
    """A serial in groups of four, as people read and type it."""
    groups = [serial[start : start + 4] for start in range(0, len(serial), 4)]
    return [" ".join(groups[start : start + style.groups]) for start in range(0, len(groups), style.groups)]


# -- drawing -------------------------------------------------------------------------------------------------------


def _points(dots: float) -> float:
    return dots * POINTS_A_DOT


class Sheets:
    """One PDF being drawn. The words stand once in the file, as a form that each stamp refers to."""

    def __init__(self, paper: Paper, words: Words):
        register_fonts()
        self.paper, self.words = paper, words
        self.buffer = io.BytesIO()
        # A hair less than whole dots, so that programs that round up do not make the page one dot larger.
        size = tuple(round(_points(side), 3) - 0.001 for side in paper.page)
        self.canvas = Canvas(self.buffer, pagesize=size, pageCompression=1, invariant=1)
        self.canvas.setTitle(words.name)
        self.styles: dict[Layout, SerialStyle] = {}

    def draw_sheet(self, stamps: Sequence[StampText], note: str = "") -> None:
        """One page with at most as many stamps as the paper has labels; the note goes below them if there is room."""
        for index, stamp in enumerate(stamps):
            self._draw_stamp(stamp, *self.paper.corner(index))
        if note and not self.paper.is_roll and self.paper.margin_below >= NOTE_MARGIN:
            self.canvas.setFont(FONT, NOTE_POINTS)
            x, y = self.paper.corner(self.paper.labels - self.paper.columns)
            self.canvas.drawString(_points(x + 3 * PADDING), _points(y - 50), note)
        self.canvas.showPage()

    def pdf(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()

    def _draw_stamp(self, stamp: StampText, x: int, y: int) -> None:
        """Everything is placed from the corner of the label: what repeats from stamp to stamp packs to nothing."""
        image = stamp_image(stamp.url)
        place = layout(self.paper, image.width)
        if place not in self.styles:
            self.styles[place] = self._draw_words(place)
        self.canvas.saveState()
        self.canvas.translate(_points(x + place.text_x), _points(y + place.text_y))
        self._draw_serial(stamp.serial, self.styles[place])
        self.canvas.doForm(_form_name(place))
        self._draw_image(image, place)
        self.canvas.restoreState()

    def _draw_serial(self, serial: str, style: SerialStyle) -> None:
        text = self.canvas.beginText(0, style.height - style.size)
        text.setFont(FONT, style.size, style.size * LEADING)
        for line in serial_lines(serial, style):
            text.textLine(line)
        self.canvas.drawText(text)

    def _draw_image(self, image: Image.Image, place: Layout) -> None:
        """A 1-bit image in the page itself, a pixel a module. Hexadecimal, as the page is compressed as a whole."""
        side = _points(place.code_size - 2 * HAIR)
        x, y = place.code_x - place.text_x + HAIR, place.code_y - place.text_y + HAIR
        matrix = fp_str(side, 0, 0, side, _points(x), _points(y))
        head = f"BI /W {image.width} /H {image.height} /BPC 1 /CS /G /F /AHx ID"
        self.canvas.addLiteral(f"{matrix} cm {head} {image.tobytes().hex()}> EI")

    def _draw_words(self, place: Layout) -> SerialStyle:
        """Name, and stars below it, in the room above the serial; once for each layout."""
        canvas, width, height = self.canvas, _points(place.text_width), _points(place.text_height)
        style = serial_style(width)
        room = height - style.height
        canvas.beginForm(_form_name(place), 0, 0, width, height)
        star_size, star_lines = 0.0, list[str]()
        if self.words.stars:
            star_size, star_lines = fitted(self.words.stars, STARS_POINTS, width, room / 3)
        star_height = len(star_lines) * star_size * LEADING
        size, lines = fitted(self.words.name, NAME_POINTS, width, room - star_height)
        top = height
        for text_size, text_lines in ((size, lines), (star_size, star_lines)):
            for line in text_lines:
                canvas.setFont(FONT, text_size)
                canvas.drawString(0, top - text_size, line)
                top -= text_size * LEADING
        canvas.endForm()
        return style


def _form_name(place: Layout) -> str:
    return f"words{place.dots}x{place.code_size}"


def sheets_pdf(paper: Paper, words: Words, stamps: Iterable[StampText], notes: Sequence[str] = ()) -> bytes:
    """PDF of all stamps, in order. `notes` are the lines below the sheets, one each."""
    sheets, page = Sheets(paper, words), []
    numbered = iter(notes)
    for stamp in stamps:
        page.append(stamp)
        if len(page) == paper.labels:
            sheets.draw_sheet(page, next(numbered, ""))
            page = []
    if page:
        sheets.draw_sheet(page, next(numbered, ""))
    return sheets.pdf()


def sheet_count(paper: Paper, stamps: int) -> int:
    """Sheets that so many stamps fill."""
    return math.ceil(stamps / paper.labels)
