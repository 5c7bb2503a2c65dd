"""The shapes in which pages show photos: one table. Whatever changes here is made anew by the next
`manage.py media renditions`."""

import dataclasses

QUALITY = {"avif": 55, "webp": 75, "jpeg": 78}
MIME_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
MODERN = ("avif", "webp")
"""Best first: the order in which a browser is offered them."""
FALLBACK = "jpeg"


@dataclasses.dataclass(frozen=True)
class PictureFormat:
    """One shape. `widths` in pixels, ascending; without `ratio` a photo keeps its own and is at most twice as
    high as wide. `fallback_width` is the one JPEG for browsers that know neither AVIF nor WebP."""

    name: str
    ratio: tuple[int, int] | None
    widths: tuple[int, ...]
    fallback_width: int

    def operation(self, width: int) -> str:
        """Wagtail's words for this shape at a width; neither of them ever enlarges a photo."""
        if self.ratio:
            return f"fill-{width}x{width * self.ratio[1] // self.ratio[0]}"
        return f"max-{width}x{2 * width}"

    def spec(self, width: int, kind: str) -> str:
        return f"{self.operation(width)}|format-{kind}|{kind}quality-{QUALITY[kind]}"

    def widths_for(self, width: int, height: int) -> tuple[int, ...]:
        """Widths a photo of this size can fill, at least the smallest one."""
        room = min(width, height * self.ratio[0] // self.ratio[1]) if self.ratio else width
        return tuple(w for w in self.widths if w <= room) or self.widths[:1]

    def specs_for(self, width: int, height: int) -> tuple[str, ...]:
        """Everything that must exist of a photo of this size before a page may show it in this shape."""
        widths = self.widths_for(width, height)
        return (
            *(self.spec(w, kind) for kind in MODERN for w in widths),
            self.spec(max((w for w in widths if w <= self.fallback_width), default=widths[0]), FALLBACK),
        )


CARD = PictureFormat("card", (4, 3), (320, 640, 960), 640)
WIDE = PictureFormat("wide", (16, 9), (640, 960, 1280), 960)
TEXT = PictureFormat("text", None, (320, 640, 960, 1280), 960)
FORMATS = {shape.name: shape for shape in (CARD, WIDE, TEXT)}


def specs_of(width: int, height: int) -> tuple[str, ...]:
    """All renditions of a photo of this size."""
    return tuple(spec for shape in FORMATS.values() for spec in shape.specs_for(width, height))
