"""Icons of the site from its mark: PNG for home screens and the manifest, ICO for old requests."""

import io
import re

from PIL import Image

from .social import rendered

BRAND = "#8c3b21"
SAFE_SHARE = 0.72
"""Part of a full-bleed icon that no mask cuts away (a circle of 80 %)."""


def icon_png(mark: str, size: int, *, is_full_bleed: bool = False) -> bytes:
    """The mark as a square PNG; full bleed: on its own colour to the edges, inside the safe zone of masks."""
    if not is_full_bleed:
        image = rendered(mark, width=size, height=size).convert("RGBA")
    else:
        image = Image.new("RGBA", (size, size), BRAND)
        inner = round(size * SAFE_SHARE)
        plain = re.sub(r'\brx="\d+"', 'rx="0"', mark, count=1)
        image.alpha_composite(
            rendered(plain, width=inner, height=inner).convert("RGBA"), ((size - inner) // 2, (size - inner) // 2)
        )
    buffer = io.BytesIO()
    image.quantize(96, method=Image.Quantize.FASTOCTREE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def favicon_ico(mark: str) -> bytes:
    """16, 32 and 48 pixels in one file."""
    buffer = io.BytesIO()
    rendered(mark, width=48, height=48).convert("RGBA").save(buffer, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return buffer.getvalue()
