"""Single QR codes for pages, from plain text, as SVG or PNG."""

import io
import re

import qrcode
import qrcode.image.svg
from qrcode.image.pil import PilImage
from qrcode.util import MODE_8BIT_BYTE, MODE_NUMBER, QRData

QUIET_MODULES = 4
PIXELS_A_MODULE = 8
FEWEST_DIGITS = 16
"""Shorter runs of digits cost more in the head of a segment of their own than they save."""
_DIGITS = re.compile(rf"([0-9]{{{FEWEST_DIGITS},}})")


def _code(text: str) -> qrcode.QRCode:
    """The smallest code: long runs of digits, as in a stamp's signature, get a numeric segment of their own."""
    code = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=PIXELS_A_MODULE, border=QUIET_MODULES
    )
    for part in filter(None, _DIGITS.split(text)):
        mode = MODE_NUMBER if _DIGITS.fullmatch(part) else MODE_8BIT_BYTE
        code.add_data(QRData(part.encode(), mode=mode))
    code.make(fit=True)
    return code


def qr_svg(text: str) -> bytes:
    """QR code (error correction M, quiet zone of 4 modules) as one SVG path, black on white."""
    buffer = io.BytesIO()
    _code(text).make_image(image_factory=qrcode.image.svg.SvgPathFillImage).save(buffer)
    return buffer.getvalue()


def qr_png(text: str) -> bytes:
    """The same as a PNG with one bit and 8 × 8 pixels a module."""
    buffer = io.BytesIO()
    _code(text).make_image(image_factory=PilImage).save(buffer, format="PNG", optimize=True)
    return buffer.getvalue()
