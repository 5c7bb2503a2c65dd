"""Pictures that messengers and networks show beside a link: 1200 × 630 pixels, drawn from plain data.

A pure room: facts in, SVG or PNG out. Texts are measured with the typeface they are drawn in, so the longest
names of the register fit without being cut.
"""

import dataclasses
import functools
import io
import re
from html import escape
from pathlib import Path

import fontpkg_be_vietnam_pro
import resvg_py
from PIL import Image, ImageFont

WIDTH, HEIGHT = 1200, 630
MAX_STARS = 5
COLOURS = 160
"""Colours of the finished picture: keeps it below 60 kB."""

FONTS = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
REGULAR, SEMIBOLD = FONTS / "BeVietnamPro-Regular.ttf", FONTS / "BeVietnamPro-SemiBold.ttf"

PAPER, CARD, INK, MUTED, BRAND, GOLD, OUTLINE = (
    "#fdf8ee", "#f7efe2", "#2b1a12", "#654f3f", "#8c3b21", "#c98a0c", "#8d7660",
)  # fmt: skip
LEFT, TEXT_WIDTH, TEXT_BOTTOM = 64, 600, 560
CARD_LEFT, CARD_TOP, CARD_WIDTH, CARD_HEIGHT = 692, 121, 456, 342
TITLE_SIZES = (60, 54, 48, 43, 38, 34, 30)
BACKDROP = (
    f'<rect width="320" height="240" fill="{CARD}"/><circle cx="160" cy="112" r="92" fill="#f5e2bd"/>'
    '<ellipse cx="80" cy="268" rx="288" ry="108" fill="#ebd6b0"/>'
)
"""Behind a drawing, in its own coordinates: what css/components.css puts behind it on a page."""
STAR = "m12 2.6 2.9 6.1 6.7.9-4.9 4.6 1.2 6.6L12 17.6l-5.9 3.2 1.2-6.6L2.4 9.6l6.7-.9z"
BROCADE = (
    '<rect width="48" height="12" fill="#8c3b21"/>'
    '<path d="M0 12 6 6l6 6 6-6 6 6 6-6 6 6 6-6 6 6z" fill="#4a2c1d"/>'
    '<path d="m12 1.5 4.5 4.5-4.5 4.5L7.5 6zM36 1.5 40.5 6 36 10.5 31.5 6z" fill="#f0c658"/>'
    '<path d="M12 4l2 2-2 2-2-2zM36 4l2 2-2 2-2-2z" fill="#8c3b21"/>'
    '<path d="m0 3.5 2.5 2.5L0 8.5zM24 3.5 26.5 6 24 8.5 21.5 6zM48 3.5v5L45.5 6z" fill="#fdf3df"/>'
)


@dataclasses.dataclass(frozen=True)
class SocialPicture:
    """What a picture says. `drawing` and `mark` are complete SVG documents, `lines` stand below the title.

    `stars` are those certified on the day of drawing; `verdict` says the same in words, and says what is known
    when there are none. Both may be empty.
    """

    title: str
    drawing: str
    mark: str
    wordmark: str
    lines: tuple[str, ...] = ()
    stars: int | None = None
    verdict: str = ""


@functools.cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


def text_width(text: str, size: int, path: Path = REGULAR) -> float:
    """Width of a line in pixels."""
    return _font(path, size).getlength(text)


def wrapped(text: str, size: int, width: int, path: Path = REGULAR) -> list[str]:
    """The text in lines that are no wider than `width`; a single word that is wider breaks inside."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        candidate = f"{current} {word}".strip()
        if text_width(candidate, size, path) <= width:
            current = candidate
            continue
        if current:
            lines.append(current)
        current = word
        while text_width(current, size, path) > width:
            fits = next(
                n for n in range(len(current), 0, -1) if n == 1 or text_width(current[:n], size, path) <= width
            )
            lines.append(current[:fits])
            current = current[fits:]
    return [*lines, current] if current else lines


def _shortened(lines: list[str], limit: int, size: int, path: Path = REGULAR) -> list[str]:
    """At most `limit` lines; an ellipsis ends the last one when something was left out."""
    if len(lines) <= limit:
        return lines
    last = lines[limit - 1]
    while last and text_width(f"{last}…", size, path) > TEXT_WIDTH:
        last = last[:-1]
    return [*lines[: limit - 1], f"{last.rstrip(' ,;–-')}…"]


@dataclasses.dataclass(frozen=True)
class _Line:
    text: str
    size: int
    height: int
    colour: str
    is_bold: bool = False
    space_before: int = 0


def _block(lines: list[str], size: int, colour: str, *, is_bold: bool = False, space: int = 0) -> list[_Line]:
    height = round(size * 1.32)
    return [
        _Line(text, size, height, colour, is_bold, space if position == 0 else 0)
        for position, text in enumerate(lines)
    ]


def _text_lines(picture: SocialPicture, room: int) -> list[_Line]:
    """Title as large as it may be, then the lines below it, within `room` pixels of height."""
    for size in TITLE_SIZES:
        is_smallest = size == TITLE_SIZES[-1]
        title = wrapped(picture.title, size, TEXT_WIDTH, SEMIBOLD)
        if is_smallest:
            title = _shortened(title, 5, size, SEMIBOLD)
        lines = _block(title, size, INK, is_bold=True)
        for position, text in enumerate(picture.lines):
            below = _shortened(wrapped(text, 27, TEXT_WIDTH), 2, 27)
            lines += _block(below, 27, INK if position == 0 else MUTED, space=18 if position == 0 else 8)
        is_tall = len(title) > 3 and size > TITLE_SIZES[3]
        if is_smallest or (not is_tall and sum(line.height + line.space_before for line in lines) <= room):
            return lines
    raise AssertionError("TITLE_SIZES is empty")


def _text(x: int, y: int, text: str, size: int, colour: str, *, is_bold: bool = False) -> str:
    weight = 600 if is_bold else 400
    return (
        f'<text x="{x}" y="{y}" font-family="Be Vietnam Pro" font-size="{size}" font-weight="{weight}"'
        f' fill="{colour}">{escape(text)}</text>'
    )


def _verdict(picture: SocialPicture) -> tuple[list[str], int]:
    """Stars with their words, or the words alone in a frame; drawn from y = 0, with their height."""
    if picture.stars:
        stars = "".join(
            f'<g transform="translate({LEFT - 3 + position * 44} 4) scale(1.8)"><path d="{STAR}" '
            + (f'fill="{GOLD}"/>' if position < picture.stars else f'fill="none" stroke="{OUTLINE}"/>')
            + "</g>"
            for position in range(MAX_STARS)
        )
        left = LEFT + MAX_STARS * 44 + 12
        lines = _shortened(wrapped(picture.verdict, 26, TEXT_WIDTH + LEFT - left, SEMIBOLD), 2, 26, SEMIBOLD)
        first = 33 if len(lines) == 1 else 18
        texts = [_text(left, first + 35 * n, text, 26, BRAND, is_bold=True) for n, text in enumerate(lines)]
        return [stars, *texts], 52
    if not picture.verdict:
        return [], 0
    lines = _shortened(wrapped(picture.verdict, 26, TEXT_WIDTH - 44, SEMIBOLD), 2, 26, SEMIBOLD)
    height = 24 + 35 * len(lines)
    width = round(max(text_width(text, 26, SEMIBOLD) for text in lines)) + 44
    frame = (
        f'<rect x="{LEFT}" y="0" width="{width}" height="{height}" rx="12" fill="#fdefcd" stroke="#7a4a00"'
        ' stroke-width="2"/>'
    )
    texts = [_text(LEFT + 22, 38 + 35 * n, text, 26, "#5c3700", is_bold=True) for n, text in enumerate(lines)]
    return [frame, *texts], height


def _placed(svg: str, x: int, y: int, width: int, height: int) -> str:
    """A complete SVG document set into another at a place."""
    return re.sub(
        r"^.*?<svg\b",
        f'<svg x="{x}" y="{y}" width="{width}" height="{height}" preserveAspectRatio="xMidYMid slice"',
        svg.strip(),
        count=1,
        flags=re.DOTALL,
    )


def social_svg(picture: SocialPicture) -> str:
    """The picture as one SVG document."""
    verdict, verdict_height = _verdict(picture)
    top = 150
    lines = _text_lines(picture, TEXT_BOTTOM - top - (verdict_height + 26 if verdict_height else 0))
    height = sum(line.height + line.space_before for line in lines) + (verdict_height + 26 if verdict_height else 0)
    y = top + max(0, (TEXT_BOTTOM - top - height) // 2)
    texts = []
    for line in lines:
        y += line.space_before
        texts.append(
            _text(LEFT, y + round(line.height * 0.78), line.text, line.size, line.colour, is_bold=line.is_bold)
        )
        y += line.height
    clip = f'x="{CARD_LEFT}" y="{CARD_TOP}" width="{CARD_WIDTH}" height="{CARD_HEIGHT}" rx="28"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">',
        (
            f'<defs><clipPath id="card"><rect {clip}/></clipPath>'
            f'<pattern id="brocade" width="144" height="36" patternUnits="userSpaceOnUse" y="{HEIGHT - 36}">'
            f'<g transform="scale(3)">{BROCADE}</g></pattern></defs>'
        ),
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        _placed(picture.mark, LEFT, 52, 68, 68),
        _text(LEFT + 84, 98, picture.wordmark, 36, BRAND, is_bold=True),
        (
            f'<g clip-path="url(#card)">'
            f'<g transform="translate({CARD_LEFT} {CARD_TOP})scale({CARD_WIDTH / 320:g})">{BACKDROP}</g>'
            f"{_placed(picture.drawing, CARD_LEFT, CARD_TOP, CARD_WIDTH, CARD_HEIGHT)}</g>"
        ),
        f'<rect {clip} fill="none" stroke="#e7d9c3" stroke-width="3"/>',
        *texts,
        f'<g transform="translate(0 {y + 26})">{"".join(verdict)}</g>',
        f'<rect y="{HEIGHT - 36}" width="{WIDTH}" height="36" fill="url(#brocade)"/>',
        "</svg>",
    ]
    return "".join(parts)


def rendered(svg: str, *, width: int, height: int) -> Image.Image:
    """An SVG document as pixels, with the typeface of the site and no other."""
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        height=height,
        skip_system_fonts=True,
        font_files=[str(REGULAR), str(SEMIBOLD)],
        font_family="Be Vietnam Pro",
    )
    return Image.open(io.BytesIO(png))


def social_png(picture: SocialPicture) -> bytes:
    """The picture as PNG with a palette, at most 60 kB."""
    image = rendered(social_svg(picture), width=WIDTH, height=HEIGHT).convert("RGB")
    image = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
