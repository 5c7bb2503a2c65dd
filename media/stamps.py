"""QR codes of printed stamps: text in, one bit a module out.

Made by `zxing-cpp`, which cuts the text into numeric, alphanumeric and byte segments so that the code is smallest;
a stamp's 156 digits cost 3⅓ bits each that way.
"""

import zxingcpp
from PIL import Image

QUIET_MODULES = 4
"""White on each side of a code, in modules (ISO/IEC 18004)."""
LEVEL = "M"
"""Error correction: up to 15 % of a code may be damaged."""


def stamp_image(text: str) -> Image.Image:
    """QR code of a text as a 1-bit image, one pixel a module, black on white, without quiet zone."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    grey = code.to_image(scale=1, add_quiet_zones=False)
    height, width = grey.shape
    return Image.frombuffer("L", (width, height), grey, "raw", "L", 0, 1).convert("1", dither=Image.Dither.NONE)


def read_stamp(picture: Image.Image) -> str | None:
    """Text of the one QR code in a picture; None if there is none that can be read."""
    barcode = zxingcpp.read_barcode(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return barcode.text if barcode else None
