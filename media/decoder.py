"""Opens one upload in a process of its own: a program of its own, started by `media.decoding`.

It knows nothing of the site: no settings, no environment, no file but the one on its standard input. Memory, time and
files are limited before the first byte is read; should a library be led astray, only this process ends.

Standard input: the upload. Argument: the limits as JSON (`media.decoding.Limits.as_argument`). Standard output: one
line of JSON, `{"refused": code, ...}` or what the picture is, then the bytes to keep.
"""

import contextlib
import io
import json
import os
import re
import resource
import struct
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from pypdfium2 import PdfDocument

MIN_EDGE = 100
MAX_EDGE = 2560
"""Pixels we keep along the longer edge: twice the widest place for a photo on a page."""
KEPT_JPEG_QUALITY = 90
ALIKE = {"MPO": "JPEG"}
"""A JPEG with other pictures behind it (a preview, a map of brightness, a second lens) has a name of its own."""
FIRST_COUNTS = ("JPEG", "HEIF")
"""Kinds in which phones keep more than the photo; the first picture is the photo. In others it moves."""
MAX_PDF_PAGES = 200
_PDF_JPEG = re.compile(rb"stream\r?\n\xff\xd8(?=\xff)")
"""The beginning of a JPEG picture in a PDF."""
_PDF_WRAPPED_PICTURE = re.compile(rb"/JPXDecode|/Filter\s*\[(?=[^\]]*/DCTDecode)[^\]]*/(?!DCTDecode)\w")
"""A picture that is no plain JPEG stream and may still carry notes."""
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""What divides a JPEG file; stuffed and restart bytes belong to the pixels."""
_END_OF_PICTURE, _COMMENT, _ADOBE, _APPLICATION = 0xD9, 0xFE, 0xEE, (0xE0, 0xEF)
RUBBISH = (OSError, ValueError, TypeError, KeyError, SyntaxError, EOFError, struct.error)
"""What decoders raise for it."""
Facts = dict[str, str | int]
"""What a picture is: its kind when it came and as it is kept, its width and height."""


class Refused(Exception):
    """`code` says why, `values` with which numbers."""

    def __init__(self, code: str, **values: int):
        super().__init__(code)
        self.code = code
        self.values = values


def confine(*, memory_mb: int, cpu_seconds: int) -> None:
    """From here on this process can take no more memory or time than that, and write no file."""
    for kind, limit in (
        (resource.RLIMIT_AS, memory_mb * 1024 * 1024),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (most, most))
    os.nice(10)  # visitors who wait for a page come first


def opened(data: bytes, limits: dict[str, Any]) -> tuple[Facts, bytes]:
    """What an upload is, and the bytes we keep of it. Refused where it is nothing for us."""
    if data.startswith(b"%PDF-"):
        if not limits["documents"]:
            raise Refused("unreadable")
        return _document(data)
    return _photo(data, limits["pixels"])


# -- photos --------------------------------------------------------------------------------------------------------


def _photo(data: bytes, max_pixels: dict[str, int]) -> tuple[Facts, bytes]:
    """The photo as it is kept: upright, sRGB, at most `MAX_EDGE` long, without any data beside the pixels."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # judged here, by kind
    kinds = tuple(kind for kind in max_pixels if kind != "HEIF" or _learns_heif(data))
    _check_webp(data, max_pixels)
    try:
        with Image.open(io.BytesIO(data), formats=kinds) as image:
            kind = ALIKE.get(image.format or "", image.format or "")
            _check_size(image.size, max_pixels.get(kind, max_pixels["JPEG"]))
            if kind not in FIRST_COUNTS and getattr(image, "n_frames", 1) > 1:
                raise Refused("animated")
            if kind == "JPEG":
                image.draft("RGB", (MAX_EDGE, MAX_EDGE))  # decodes a large photo at a fraction of the memory
            image.load()
            return _written(_upright(image), source=kind)
    except MemoryError:
        raise Refused("too_heavy") from None
    except RUBBISH:
        raise Refused("unreadable") from None


def _learns_heif(data: bytes) -> bool:
    """Whether this may be a photo of an iPhone; from here on it can be opened, by one thread: each takes room."""
    if data[4:8] != b"ftyp":
        return False
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.register_heif_opener(thumbnails=False)
    return True


def _check_webp(data: bytes, max_pixels: dict[str, int]) -> None:
    """The decoder of WebP takes memory for the whole picture as soon as it is made."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return
    if data[12:16] == b"VP8X":
        size = 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    elif data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        size = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        size = int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    if size[0] * size[1] > max_pixels["WEBP"]:
        raise _too_many(max_pixels["WEBP"])


def _check_size(size: tuple[int, int], max_pixels: int) -> None:
    """By the header alone, before anything is decoded."""
    if size[0] * size[1] > max_pixels:
        raise _too_many(max_pixels)
    if min(size) < MIN_EDGE:
        raise Refused("too_small", pixels=MIN_EDGE)


def _too_many(max_pixels: int) -> Refused:
    return Refused("too_many_pixels", megapixels=max_pixels // 1_000_000)


def _upright(image: "Picture") -> "Picture":
    from PIL import Image, ImageOps

    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    has_holes = image.has_transparency_data
    image.thumbnail((MAX_EDGE, MAX_EDGE), Image.Resampling.LANCZOS)  # turned when it is small
    with contextlib.suppress(*RUBBISH):  # notes that nobody can read say nothing
        image = ImageOps.exif_transpose(image)
    return _in_srgb(image, profile, "RGBA" if has_holes else "RGB")


def _in_srgb(image: "Picture", profile: bytes | None, mode: str) -> "Picture":
    """Colours as they were meant, in the colour space of the web. A profile that cannot be read is ignored."""
    from PIL import ImageCms

    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            image = converted or image  # there is no result for work in place only
        except (ImageCms.PyCMSError, *RUBBISH):
            pass
    return image.convert(mode)


def _written(image: "Picture", *, source: str) -> tuple[Facts, bytes]:
    from PIL import Image

    pixels = Image.frombytes(image.mode, image.size, image.tobytes())  # leaves every note of the decoder behind
    buffer = io.BytesIO()
    kept = "png" if source == "PNG" or image.mode == "RGBA" else "jpg"
    if kept == "png":
        pixels.save(buffer, "PNG", optimize=False)
    else:
        pixels.save(buffer, "JPEG", quality=KEPT_JPEG_QUALITY, progressive=True)
    return {"source": source.lower(), "kept": kept, "width": image.width, "height": image.height}, buffer.getvalue()


# -- documents -----------------------------------------------------------------------------------------------------


def _document(data: bytes) -> tuple[Facts, bytes]:
    """The pages of a PDF in a new file: without title and author, attachments, scripts, earlier versions and what
    stands behind its end; the photos in it without place and camera."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        if not 0 < len(document) <= MAX_PDF_PAGES:
            raise Refused("too_many_pages", pages=MAX_PDF_PAGES)
        copy = pypdfium2.PdfDocument.new()
        copy.import_pages(document)
        kept = _saved(copy)
        if _PDF_WRAPPED_PICTURE.search(kept):
            kept = _saved(_drawn(document))
    except pypdfium2.PdfiumError:
        raise Refused("unreadable_document") from None
    return {"source": "pdf", "kept": "pdf", "width": 0, "height": 0}, _without_notes(kept)


def _saved(document: "PdfDocument") -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _drawn(document: "PdfDocument") -> "PdfDocument":
    """The same pages as pictures, where photos lie in them so that their notes cannot be taken out."""
    import pypdfium2

    copy = pypdfium2.PdfDocument.new()
    for page in document:
        width, height = page.get_size()
        buffer = io.BytesIO()
        drawn = page.render(scale=min(150 / 72, MAX_EDGE / max(width, height))).to_pil()
        drawn.convert("RGB").save(buffer, "JPEG", quality=80)
        buffer.seek(0)
        picture = pypdfium2.PdfImage.new(copy)
        picture.load_jpeg(buffer, inline=True)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        sheet = copy.new_page(width, height)
        sheet.insert_obj(picture)
        sheet.gen_content()
    return copy


def _without_notes(document: bytes) -> bytes:
    """The same file with zeros in the place of what cameras and programs wrote into its JPEG pictures, and of what
    stands behind their ends."""
    kept = bytearray(document)
    for picture in _PDF_JPEG.finditer(document):
        place = picture.end()
        while marker := _MARKER.search(document, place):
            place, kind = marker.end(), marker[0][1]
            if kind == _END_OF_PICTURE:
                end = document.find(b"endstream", place)
                kept[place:end] = bytes(end - place)
                break
            length = int.from_bytes(document[place : place + 2], "big")
            # Comments and application data; but JFIF (0) and Adobe (14) say how the colours are written.
            if kind == _COMMENT or (_APPLICATION[0] < kind <= _APPLICATION[1] and kind != _ADOBE):
                kept[place + 2 : place + length] = bytes(max(0, length - 2))
            place += length
    return bytes(kept)


def main() -> None:
    limits = json.loads(sys.argv[1])
    confine(memory_mb=limits["memory_mb"], cpu_seconds=limits["cpu_seconds"])
    try:
        facts, kept = opened(sys.stdin.buffer.read(), limits)
    except Refused as refusal:
        facts, kept = {"refused": refusal.code, **refusal.values}, b""
    except MemoryError:
        facts, kept = {"refused": "too_heavy"}, b""
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + kept)


if __name__ == "__main__":
    main()
