"""Pictures that the tests draw themselves."""

import contextlib
import fcntl
import io

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
