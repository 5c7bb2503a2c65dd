"""Pictures that the tests draw themselves."""

import contextlib
import fcntl
import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from media import services
from media.models import Photo

RED, BLUE = (200, 30, 30), (30, 30, 200)


def drawn(width: int = 800, height: int = 600, *, kind: str = "JPEG", mode: str = "RGB", **options) -> bytes:
    """The left quarter red, the rest blue."""
    image = Image.new("RGB", (width, height), BLUE)
    ImageDraw.Draw(image).rectangle([0, 0, width // 4, height], fill=RED)
    buffer = io.BytesIO()
    image.convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def huge_png() -> bytes:
    """A few bytes that claim to be 30,000 × 30,000 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def webp_claiming(width: int, height: int) -> bytes:
    """A WebP of a few bytes that says how large it is."""
    body = b"WEBPVP8X" + struct.pack("<II", 10, 0)
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little") + b"\0" * 40
    return b"RIFF" + struct.pack("<I", len(body)) + body


def upload(content: bytes, name: str = "IMG_2041.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def make_photo(content: bytes | None = None, *, is_ready: bool = True, **fields) -> Photo:
    """A stored photo; with `is_ready` the worker has done its part."""
    photo = Photo(**{"title": "Ảnh vẽ để thử", "file": upload(content or drawn()), **fields})
    photo.save()
    if is_ready:
        services.make_renditions(photo_id=photo.pk)
    return photo


@contextlib.contextmanager
def decoder_in_use(settings):
    """Somebody else's upload is being opened."""
    settings.DECODER_LOCK.parent.mkdir(parents=True, exist_ok=True)
    with open(settings.DECODER_LOCK, "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_red(colour) -> bool:
    return colour[0] > colour[2]
