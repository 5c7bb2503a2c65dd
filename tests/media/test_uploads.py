"""What may come in as a photo, and what is kept of it."""

import io
import re
import zipfile

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms

from media.models import Photo
from media.uploads import MAX_EDGE, cleaned
from tests.media.drawn import drawn, huge_png, is_red, make_photo, upload

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def moving_webp() -> bytes:
    buffer = io.BytesIO()
    frames = [Image.new("RGB", (200, 200), colour) for colour in ("red", "blue")]
    frames[0].save(buffer, "WEBP", save_all=True, append_images=frames[1:])
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (SVG, "unreadable"),
        (b"<html><script>alert(1)</script></html>", "unreadable"),
        (b"", "unreadable"),
        (drawn()[:2000], "unreadable"),  # cut off
        (drawn(kind="GIF"), "unreadable"),
        (drawn(60, 600), "too_small"),
        (huge_png(), "too_many_pixels"),
        (moving_webp(), "animated"),
        (drawn() + b"\0" * 10 * 1024 * 1024, "too_large"),
    ],
    ids=["svg", "html", "empty", "cut off", "gif", "small", "bomb", "moving", "11 MB"],
)
def test_what_is_no_photo_is_refused_with_a_reason(content, code):
    with pytest.raises(ValidationError) as refusal:
        cleaned(upload(content))
    assert refusal.value.code == code
    assert refusal.value.messages[0]


def phone_photos() -> dict[str, bytes]:
    """Photos as ordinary phones write them: with other pictures behind the first, and with broken notes."""
    import pillow_heif

    first, second = Image.open(io.BytesIO(drawn(800, 600))), Image.new("RGB", (400, 300), "blue")
    made = {name: io.BytesIO() for name in ("mpo", "mpo of three", "heic", "heic of two", "heic with junk notes")}
    first.save(made["mpo"], "MPO", save_all=True, append_images=[second])
    first.save(made["mpo of three"], "MPO", save_all=True, append_images=[second, second])
    pillow_heif.from_pillow(first).save(made["heic"])
    burst = pillow_heif.from_pillow(first)
    burst.add_from_pillow(second)
    burst.save(made["heic of two"], primary_index=0)
    pillow_heif.from_pillow(first).save(made["heic with junk notes"], exif=b"Exif\0\0no notes")
    foreign_profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    return {name: buffer.getvalue() for name, buffer in made.items()} | {
        "junk profile": drawn(800, 600, icc_profile=b"junk" * 100),
        "short profile": drawn(800, 600, icc_profile=b"\0"),
        "profile of another space": drawn(800, 600, icc_profile=foreign_profile),
        "cut profile": drawn(800, 600, icc_profile=foreign_profile[:200]),
        "junk profile in PNG": drawn(800, 600, kind="PNG", icc_profile=b"junk" * 100),
        "junk profile in WebP": drawn(800, 600, kind="WEBP", icc_profile=b"junk" * 100),
        "junk notes": drawn(800, 600, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\xff\1\x12\0\3"),
        "no notes at all": drawn(800, 600, exif=b"Exif\0\0"),
    }


PHONE_PHOTOS = phone_photos()


@pytest.mark.parametrize("name", PHONE_PHOTOS)
def test_photos_of_ordinary_phones_are_taken(name):
    kept = Image.open(cleaned(upload(PHONE_PHOTOS[name])))
    assert kept.size == (800, 600)
    assert is_red(kept.getpixel((20, 300)))
    assert "icc_profile" not in kept.info
    assert getattr(kept, "n_frames", 1) == 1


def test_place_and_camera_are_forgotten_and_the_photo_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side: left becomes top
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[2] = (12.0, 40.0, 3.0)
    content = drawn(800, 600, exif=exif, comment=b"secret")
    assert b"Camera of somebody" in content

    kept = Image.open(cleaned(upload(content)))

    assert kept.size == (600, 800)
    assert is_red(kept.getpixel((300, 20)))
    assert not kept.getexif()
    assert "comment" not in kept.info


def test_a_second_file_behind_the_picture_is_cut_off():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("evil.html", "<script>")
    both = drawn() + archive.getvalue()
    assert zipfile.is_zipfile(io.BytesIO(both))

    kept = cleaned(upload(both))

    assert not zipfile.is_zipfile(kept)
    assert b"evil.html" not in kept.read()


@pytest.mark.parametrize(
    ("content", "kind", "mode"),
    [
        (drawn(mode="CMYK"), "JPEG", "RGB"),
        (drawn(mode="L"), "JPEG", "RGB"),
        (drawn(kind="PNG", mode="RGBA"), "PNG", "RGBA"),
        (drawn(kind="PNG", mode="P"), "PNG", "RGB"),
        (drawn(kind="PNG", mode="I;16"), "PNG", "RGB"),
        (drawn(kind="WEBP"), "JPEG", "RGB"),
        (drawn(kind="AVIF"), "JPEG", "RGB"),
        (drawn(kind="JPEG", comment=b"\0" * 60_000), "JPEG", "RGB"),
    ],
    ids=["cmyk", "grey", "transparent", "palette", "grey 16 bit", "webp", "avif", "long comment"],
)
def test_every_kind_of_photo_is_kept_as_one_that_all_programs_read(content, kind, mode):
    file = cleaned(upload(content, "whatever.bin"))
    with Image.open(file) as kept:
        kept.load()
        assert (kept.format, kept.mode, kept.size) == (kind, mode, (800, 600))


def test_a_large_photo_is_kept_smaller_and_a_small_one_as_it_is():
    assert Image.open(cleaned(upload(drawn(4000, 3000)))).size == (MAX_EDGE, MAX_EDGE * 3 // 4)
    assert Image.open(cleaned(upload(drawn(300, 200)))).size == (300, 200)


def test_the_name_of_the_file_tells_nothing(db):
    photo = make_photo(is_ready=False, file=upload(drawn(), "Nguyễn Thị Lan ở nhà.jpg"))
    assert re.fullmatch(r"original_images/[0-9a-f]{32}\.jpg", photo.file.name)
    assert photo.file_size == photo.file.storage.size(photo.file.name)
    assert (photo.width, photo.height) == (800, 600)


def test_no_way_leads_past_the_check(db):
    with pytest.raises(ValidationError):
        Photo.objects.create(title="x", file=upload(SVG, "x.jpg"))
    assert not Photo.objects.exists()
    photo = make_photo(is_ready=False)
    with pytest.raises(ValidationError):
        photo.file.save("x.html", upload(SVG, "x.html"))
    photo.file.save("x.html", upload(drawn() + b"<script>", "x.html"))
    assert photo.file.name.endswith(".jpg")
    with photo.file.open("rb") as stored:
        assert b"<script>" not in stored.read()
