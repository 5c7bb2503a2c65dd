"""What may come in as a photo, and what we keep of it.

Every upload is decoded and written anew (`media.decoding`): so nothing but its pixels survives, neither GPS and
camera data nor a second file hidden behind the picture.
"""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _

from .decoder import MAX_EDGE, MIN_EDGE
from .decoding import SIGNED_IN, Decoded, DecoderBusy, Limits, Refusal, decode

__all__ = [
    "MAX_BYTES",
    "MAX_EDGE",
    "MIN_EDGE",
    "CleanedPhoto",
    "DecoderBusy",
    "busy",
    "check_size",
    "cleaned",
    "contents",
    "named",
    "opened",
]

MAX_BYTES = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE

_REASONS = {
    "unreadable": _("This file is not a photo that can be read. Save it as JPEG or PNG and try again."),
    "too_small": _("This picture is too small: each side must have at least %(pixels)s pixels."),
    "too_many_pixels": _(
        "This picture has more than %(megapixels)s million pixels. Save it smaller, or as JPEG, and try again."
    ),
    "animated": _("Moving pictures cannot be used. Upload a photo."),
    "too_heavy": _("This picture takes too much memory or time to open. Save it smaller, as JPEG, and try again."),
    "unreadable_document": _(
        "This PDF cannot be opened. If it has a password, save it without one; else photograph the page."
    ),
    "too_many_pages": _("This PDF has no pages or more than %(pages)s. Send only the pages that matter."),
}


class CleanedPhoto(ContentFile[bytes]):
    """A photo that has been written anew."""

    name: str


def cleaned(file: File[bytes], *, limits: Limits = SIGNED_IN) -> CleanedPhoto:
    """The photo as we keep it: upright, sRGB, at most `MAX_EDGE` long, without any data beside the pixels.

    JPEG, or PNG where the upload was a PNG or has transparent parts. The name is made up. Raises
    ValidationError with a text for the person who uploads, DecoderBusy if they should try again in a moment.
    """
    check_size(file)
    return named(opened(contents(file), limits=limits))


def contents(file: File[bytes]) -> bytes:
    """All of a file that is not too large."""
    file.seek(0)
    data: bytes = file.read()
    return data


def opened(data: bytes, *, limits: Limits, documents: bool = False) -> Decoded:
    """What an upload is and what we keep of it. ValidationError and DecoderBusy as `cleaned`."""
    result = decode(data, limits=limits, documents=documents)
    if isinstance(result, Refusal):
        raise ValidationError(_REASONS[result.code], code=result.code, params=result.values)
    return result


def named(decoded: Decoded) -> CleanedPhoto:
    """The kept bytes as a file under a name that tells nothing."""
    return CleanedPhoto(decoded.content, name=f"{uuid.uuid4().hex}.{decoded.kept}")


def check_size(file: File[bytes]) -> None:
    """ValidationError for a file of more than `MAX_BYTES`."""
    if file.size > MAX_BYTES:
        raise ValidationError(_("This file is larger than 10 MB. Save it smaller and try again."), code="too_large")


def busy() -> ValidationError:
    """DecoderBusy in words, for forms."""
    return ValidationError(
        _("We are just opening another picture. Please choose yours again and send once more in a few seconds."),
        code="busy",
    )
