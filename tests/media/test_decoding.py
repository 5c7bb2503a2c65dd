"""Uploads are opened elsewhere, one at a time, with little memory and little time."""

import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from media import decoding
from media.decoding import SIGNED_IN, VISITORS, DecoderBusy, Limits, Refusal, decode
from media.uploads import MAX_EDGE, cleaned
from tests.media.drawn import decoder_in_use, drawn, huge_png, upload, webp_claiming


@pytest.mark.parametrize(
    ("content", "limits", "code"),
    [
        (webp_claiming(7000, 7000), VISITORS, "too_many_pixels"),
        (webp_claiming(7000, 7000), SIGNED_IN, "too_many_pixels"),
        (webp_claiming(16_383, 16_383), SIGNED_IN, "too_many_pixels"),
        (huge_png(), SIGNED_IN, "too_many_pixels"),
        (drawn(4100, 3100, kind="PNG"), VISITORS, "too_many_pixels"),
        (drawn(300, 200, kind="WEBP")[:-40], VISITORS, "unreadable"),
        (b"%PDF-1.7 a document is no photo", SIGNED_IN, "unreadable"),
    ],
    ids=["webp", "webp of a producer", "largest webp", "png", "12.7 MP png", "cut off", "document"],
)
def test_the_header_alone_refuses_what_is_too_large(content, limits, code):
    result = decode(content, limits=limits)
    assert isinstance(result, Refusal) and result.code == code


def test_the_largest_photos_of_phones_are_welcome_from_everybody():
    """8192 × 6144, which no other kind than JPEG may have for visitors: decoded at a fraction of its size."""
    buffer = io.BytesIO()
    Image.new("RGB", (8192, 6144), "brown").save(buffer, "JPEG")
    kept = Image.open(cleaned(upload(buffer.getvalue()), limits=VISITORS))
    assert kept.size == (MAX_EDGE, MAX_EDGE * 3 // 4)
    assert VISITORS.pixels["JPEG"] == SIGNED_IN.pixels["JPEG"]


def test_more_memory_or_time_than_allowed_is_a_refusal_in_words(monkeypatch):
    content = upload(drawn(5000, 4000, kind="PNG"))
    assert cleaned(content)
    for bound, value in (("MEMORY_MB", 90), ("DEADLINE_SECONDS", 0.01)):
        with monkeypatch.context() as patch, pytest.raises(ValidationError) as refusal:
            patch.setattr(decoding, bound, value)
            cleaned(content)
        assert refusal.value.code == "too_heavy", bound
        assert refusal.value.messages[0], bound


def test_one_is_opened_at_a_time_and_one_waits(settings):
    patient = Limits(VISITORS.pixels, wait_seconds=0)
    with decoder_in_use(settings):
        with pytest.raises(DecoderBusy):
            decode(drawn(), limits=patient)
        never_ending = Limits(VISITORS.pixels, wait_seconds=3600)
        with never_ending.waiting_room, pytest.raises(DecoderBusy):  # somebody waits already: no second thread does
            decode(drawn(), limits=never_ending)
    assert not isinstance(decode(drawn(), limits=patient), Refusal)
    assert patient.waiting_room.acquire(blocking=False)
