"""Words on paper: the typeface in a PDF, how wide a text is, and how it is fitted into a box."""

import functools
import io
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import fontpkg_be_vietnam_pro
from fontTools.ttLib import TTFont as FontFile
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
FONT = "BeVietnamPro-Medium"
"""One weight for most words: each embedded font costs 8 kB a file."""
BOLD = "BeVietnamPro-Bold"
LEADING = 1.3
"""Line height: stacked Vietnamese marks are not cut."""
_PLAIN = {"ƀ": "b", "Ƀ": "B", "−": "-", "→": ">", "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}"}
"""What the typeface does not have, as it can be written with what it has."""
_NO_LETTER = "?"

rl_config.useA85 = 0  # binary streams, a fifth smaller than text; reportlab's own inline images cannot be used then


@functools.cache
def register_fonts() -> None:
    """Make the typeface known, without instructions for coarse screens: of no use on paper, and half of its size."""
    for name in (FONT, BOLD):
        font = FontFile(FONTS / f"{name}.ttf")
        for glyph in font.getGlyphOrder():
            font["glyf"][glyph].removeHinting()
        for table in ("fpgm", "prep", "cvt "):
            del font[table]
        plain = io.BytesIO()
        font.save(plain)
        plain.seek(0)
        pdfmetrics.registerFont(TTFont(name, plain, asciiReadable=False))


@functools.cache
def _letters() -> frozenset[int]:
    return frozenset(FontFile(FONTS / f"{FONT}.ttf").getBestCmap())


def printable(text: str) -> str:
    """A text in letters that the typeface has: composed, Ê-đê letters without the mark that is missing.

    A letter of another script is a question mark, so that a reader sees that something stands there.
    """
    letters = _letters()
    composed = unicodedata.normalize("NFC", text)
    if all(ord(letter) in letters for letter in composed):
        return composed
    return "".join(letter if ord(letter) in letters else _nearest(letter, letters) for letter in composed)


def _nearest(letter: str, letters: frozenset[int]) -> str:
    if letter in _PLAIN:
        return _PLAIN[letter]
    if letter.isspace():
        return " "
    category = unicodedata.category(letter)
    if category in ("Cf", "Cc", "Mn"):
        return ""
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if ord(base) in letters else _NO_LETTER


def text_width(text: str, size: float, font: str = FONT) -> float:
    """Width of a line in points."""
    register_fonts()
    width: float = pdfmetrics.stringWidth(text, font, size)
    return width


def _wrapped(text: str, size: float, width: float, font: str) -> list[str]:
    """Lines no wider than `width` points; a word that is wider breaks inside."""
    lines = [""]
    for word in text.split():
        candidate = f"{lines[-1]} {word}".strip()
        if text_width(candidate, size, font) <= width:
            lines[-1] = candidate
            continue
        lines.append("")
        for character in word:
            if lines[-1] and text_width(lines[-1] + character, size, font) > width:
                lines.append("")
            lines[-1] += character
    return [line for line in lines if line]


def fitted(
    text: str, sizes: Sequence[float], width: float, height: float, font: str = FONT
) -> tuple[float, list[str]]:
    """Largest of the sizes (points, from large to small) at which the text fits a box, and its lines.

    At the smallest size what does not fit is cut, between words where that is possible, and ends in "…".
    """
    for size in sizes:
        lines = _wrapped(text, size, width, font)
        if len(lines) * size * LEADING <= height:
            return size, lines
    size = sizes[-1]
    room = max(1, int(height / (size * LEADING)))
    lines = _wrapped(text, size, width, font)[:room]
    last = lines[-1]
    while text_width(f"{last}…", size, font) > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return size, [*lines[:-1], f"{last}…"]
