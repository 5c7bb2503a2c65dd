"""Payment codes come out byte for byte as the national scheme's published samples, and are read back."""

import contextlib
import io

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from media.qr import qr_png, qr_svg
from storefront.payment import banks, vietqr

VIETCOMBANK = (
    "00020101021238540010A00000072701240006970436011010175956000208QRIBFTTA53037045406245000"
    "5802VN62220818OCOP DH261124000176304A22E"
)
AGRIBANK = (
    "00020101021238570010A00000072701270006970405011365002010001230208QRIBFTTA53037045406245000"
    "5802VN62220818OCOP DH261124000176304DBEE"
)
SACOMBANK = "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F"
NAPAS_SAMPLE = (
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704540618000"
    "05802VN62340107NPS68690819thanh toan don hang63042E2E"
)
OTHER_SAMPLE = (
    "00020101021238530010A0000007270123000697041601092245284790208QRIBFTTA530370454051000"
    "05802VN62340107NPS68690819TRANSFER TO SOMEONE6304AC13"
)
"""Of the package napas-qr. Both samples name themselves as published."""


def test_crc_has_the_check_value_of_the_standard():
    assert vietqr.crc16("123456789") == "29B1"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            VIETCOMBANK,
            {"bank_bin": "970436", "account": "1017595600", "amount": 245000, "purpose": "OCOP DH26112400017"},
        ),
        (
            AGRIBANK,
            {"bank_bin": "970405", "account": "6500201000123", "amount": 245000, "purpose": "OCOP DH26112400017"},
        ),
        (SACOMBANK, {"bank_bin": "970403", "account": "0011012345678"}),
        (
            NAPAS_SAMPLE,
            {
                "bank_bin": "970403",
                "account": "0011012345678",
                "amount": 180000,
                "purpose": "thanh toan don hang",
                "bill": "NPS6869",
            },
        ),
        (
            OTHER_SAMPLE,
            {
                "bank_bin": "970416",
                "account": "224528479",
                "amount": 10000,
                "purpose": "TRANSFER TO SOMEONE",
                "bill": "NPS6869",
            },
        ),
    ],
)
def test_published_codes_come_out_byte_for_byte_and_are_read_back(text, asked):
    assert vietqr.payload(**asked) == text
    assert vietqr.parse(text) == vietqr.Transfer(**asked)


def test_a_purpose_loses_its_marks_and_punctuation_but_no_letter():
    code = vietqr.payload(bank_bin="970436", account="101 7595600", amount=1, purpose="Đặt hàng: cà-phê")
    assert vietqr.parse(code).purpose == "Dat hang ca phe"
    assert vietqr.parse(code).account == "1017595600"


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 0},
        {"amount": -245000},
        {"amount": 10**13},
        {"bank_bin": "97043"},
        {"bank_bin": "٩٧٠٤٣٦"},
        {"account": ""},
        {"account": "1" * 20},
        {"account": "0011-0123"},
        {"purpose": "OCOP DH26112400017 cam on nhieu"},
    ],
)
def test_what_banks_do_not_take_is_refused_in_words(wrong):
    with pytest.raises(vietqr.VietQrRefused) as refusal:
        vietqr.payload(**{"bank_bin": "970436", "account": "1017595600", "amount": 245000, **wrong})
    assert str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OCOP DH26112400017",
        VIETCOMBANK[:-1],
        VIETCOMBANK.replace("245000", "945000"),
        SACOMBANK[:40] + vietqr.crc16(SACOMBANK[:40]),
        VIETCOMBANK + "x",
    ],
)
def test_a_damaged_code_is_refused(text):
    with pytest.raises(vietqr.VietQrUnreadable):
        vietqr.parse(text)


def _resigned(text: str, old: str, new: str) -> str:
    unsigned = text[:-4].replace(old, new)
    return unsigned + vietqr.crc16(unsigned)


@pytest.mark.parametrize(
    ("old", "new"),
    [("A000000727", "A000000728"), ("5303704", "5303840"), ("5802VN", "5802US"), ("5406245000", "5406-45000"),
     ("0818OCOP", "0899OCOP"), ("5802VN", "5802VN5802VN")],
)  # fmt: skip
def test_a_code_of_another_scheme_or_currency_is_refused(old, new):
    with pytest.raises(vietqr.VietQrUnreadable):
        vietqr.parse(_resigned(VIETCOMBANK, old, new))


@given(
    account=st.text("0123456789ABCxyz", min_size=1, max_size=19),
    amount=st.none() | st.integers(1, vietqr.MAX_AMOUNT),
    purpose=st.text("abcXYZ0189 ", max_size=25).map(lambda text: " ".join(text.split())),
)
def test_every_code_is_read_back_and_a_changed_letter_is_noticed(account, amount, purpose):
    code = vietqr.payload(bank_bin="970436", account=account, amount=amount, purpose=purpose)
    read = vietqr.parse(code)
    assert (read.account, read.amount, read.purpose) == (account, amount, purpose)
    damaged = code[:20] + ("B" if code[20] != "B" else "C") + code[21:]
    with pytest.raises(vietqr.VietQrUnreadable):
        vietqr.parse(damaged)


@given(st.dictionaries(st.integers(0, 99).map("{:02d}".format), st.text("a1 ", max_size=99), max_size=5))
def test_fields_are_split_where_their_lengths_say(values):
    assert vietqr.fields("".join(vietqr.field(name, value) for name, value in values.items())) == values


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text):
    with contextlib.suppress(vietqr.VietQrUnreadable):
        vietqr.parse(text)


def test_the_drawn_code_says_the_same():
    [read] = zxingcpp.read_barcodes(Image.open(io.BytesIO(qr_png(VIETCOMBANK))))
    assert read.text == VIETCOMBANK
    assert b"<svg" in qr_svg(VIETCOMBANK)


def test_banks_are_known_by_their_number():
    assert banks.banks()["970436"].short_name == "Vietcombank"
    assert len(banks.banks()) == 14
    assert all(len(number) == 6 and bank.name.startswith("Ngân hàng") for number, bank in banks.banks().items())
