"""Our reference is found in whatever banks make of it, and no other order's is found in its place."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storefront.payment.references import NumberRefused, find_references, payment_reference

REFERENCE = "OCOP DH26112400017"


def found(text: str) -> list[str]:
    return [one.reference for one in find_references(text)]


def test_a_reference_is_made_of_its_day_and_number():
    assert payment_reference(datetime.date(2026, 11, 24), 17) == REFERENCE
    for number in (0, 100_000):
        with pytest.raises(NumberRefused):
            payment_reference(datetime.date(2026, 11, 24), number)


@pytest.mark.parametrize(
    "text",
    [
        "OCOP DH26112400017",
        "OCOPDH26112400017",
        "ocop dh26112400017",
        "OCOP ĐH26112400017",
        "MBVCB.4525077405.OCOP DH26112400017.CT tu 0351000646393 NGUYEN VAN A toi 1017595600",
        "MBVCB.123.029552.OCOPDH26112400017.CT tu 0351000646393",
        "NGUYEN VAN A chuyen tien OCOP DH26112400017",
        "OCOP DH26112400017chuyen tien",
        "tienOCOPDH26112400017",
        "OCOP DH26112400017 0905123456",
        "OCOP.DH.26112400017",
        "OCOP\nDH26112400017",
        "OC OP D H26112400017 FT26328123456",
    ],
)
def test_a_reference_is_found_whole(text):
    [one] = find_references(text)
    assert one.reference == REFERENCE
    assert one.is_whole


@pytest.mark.parametrize(
    "text",
    [
        "OCOP DH261124 00017",
        "OCOP DH2611\n2400017",
        "OCOP DH2611240001 7.CT tu 0351",
        "OCOP D H 2 6 1 1 2 4 0 0 0 1 7",
    ],
)
def test_a_reference_in_pieces_is_found_but_marked(text):
    [one] = find_references(text)
    assert one.reference == REFERENCE
    assert not one.is_whole


@pytest.mark.parametrize(
    "text",
    [
        "OCOP DH261124000171",  # whose end nobody can tell
        "OCOPDH261124000170905123456",
        "OCOP DH2611240001",
        "OCOP DH2611240001 5lan chuyen",  # 10 digits, and the beginning of another word
        "OCOP DH261124 000171",
        "OCOP DH26132400017",  # no such month
        "OCOP DH26112400000",
        "OCOP 26112400017",
        "DH26112400017",
        "",
    ],
)
def test_what_is_no_reference_or_an_unclear_one_is_not_found(text):
    assert found(text) == []


def test_two_references_in_one_text_are_both_said():
    assert found("OCOP DH26112400017 OCOPDH26112400018, OCOP DH26112400017") == [REFERENCE, "OCOP DH26112400018"]


@given(
    number=st.integers(1, 99_999),
    before=st.text("abcXYZ.019 \n", max_size=30),
    after=st.text("abcXYZ.019 \n", max_size=30),
    spaces=st.lists(st.sampled_from(["", " ", "\n", "."]), min_size=18, max_size=18),
)
def test_however_mangled_the_right_reference_or_none_is_found(number, before, after, spaces):
    reference = payment_reference(datetime.date(2026, 11, 24), number)
    mangled = "".join(letter + gap for letter, gap in zip(reference.replace(" ", ""), spaces[:17], strict=True))
    assert set(found(mangled)) == {reference}
    assert set(found(f"{before} {mangled} | {after.strip('0123456789')}")) <= {reference}


@given(st.text(max_size=200))
def test_no_text_breaks_the_finder(text):
    find_references(text)
