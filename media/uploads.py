"""What may come in as a photo, and what we keep of it.

Every upload is decoded and written anew: so nothing but its pixels survives, neither GPS and camera data nor
a second file hidden behind the picture.
"""

import io
import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MAX_BYTES = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
MAX_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
"""The largest photos of phones; more is a mistake or an attack."""
MIN_EDGE = 100
MAX_EDGE = 2560
"""Pixels we keep along the longer edge: twice the widest place for a photo on a page."""
KINDS = ("JPEG", "PNG", "WEBP", "AVIF")
KEPT_JPEG_QUALITY = 90

_UNREADABLE = _("This file is not a photo that can be read. Save it as JPEG or PNG and try again.")


def cleaned(file: File) -> ContentFile:
    """The photo as we keep it: upright, sRGB, at most `MAX_EDGE` long, without any data beside the pixels.

    JPEG, or PNG where the upload was a PNG or has transparent parts. The name is made up. Raises
    ValidationError with a text for the person who uploads.
    """
    if file.size > MAX_BYTES:
        raise ValidationError(_("This file is larger than 10 MB. Save it smaller and try again."), code="too_large")
    file.seek(0)
    try:
        with Image.open(file, formats=KINDS) as image:
            _check(image)
            kind = image.format
            if kind == "JPEG":
                image.draft("RGB", (MAX_EDGE, MAX_EDGE))  # decodes a large photo at a fraction of the memory
            image.load()
            return _written(_upright(image), is_png=kind == "PNG")
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError):
        raise ValidationError(_UNREADABLE, code="unreadable") from None


def _check(image: Image.Image) -> None:
    """By the header alone, before anything is decoded."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise _too_many_pixels()
    if min(width, height) < MIN_EDGE:
        raise ValidationError(
            _("This picture is too small: each side must have at least %(pixels)s pixels."),
            code="too_small",
            params={"pixels": MIN_EDGE},
        )
    if getattr(image, "n_frames", 1) > 1:
        raise ValidationError(_("Moving pictures cannot be used. Upload a photo."), code="animated")


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("This picture has more than %(megapixels)s million pixels. Save it smaller and try again."),
        code="too_many_pixels",
        params={"megapixels": MAX_PIXELS // 1_000_000},
    )


def _upright(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    has_holes = image.has_transparency_data
    image.thumbnail((MAX_EDGE, MAX_EDGE), Image.Resampling.LANCZOS)
    return _in_srgb(image, profile, "RGBA" if has_holes else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
    """Colours as they were meant, in the colour space of the web. A profile that cannot be read is ignored."""
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            pass
    return image.convert(mode)


def _written(image: Image.Image, *, is_png: bool) -> ContentFile:
    pixels = Image.frombytes(image.mode, image.size, image.tobytes())  # leaves every note of the decoder behind
    buffer = io.BytesIO()
    if is_png or image.mode == "RGBA":
        pixels.save(buffer, "PNG", optimize=False)
        ending = "png"
    else:
        pixels.save(buffer, "JPEG", quality=KEPT_JPEG_QUALITY, progressive=True)
        ending = "jpg"
    return ContentFile(buffer.getvalue(), name=f"{uuid.uuid4().hex}.{ending}")
