"""The text in a VietQR code: EMVCo's merchant-presented mode with the template of NAPAS for transfers to an account.

A field is `ID(2) LENGTH(2) VALUE`, the length in characters. Drawing is `media.qr`'s: `qr_svg(payload)` for pages,
`qr_png(payload)` for files.
"""

import dataclasses
import re

from django.utils.translation import gettext as _

from catalogue.errors import Refusal
from catalogue.text import strip_marks, visible

NAPAS = "A000000727"
TO_ACCOUNT = "QRIBFTTA"
TO_CARD = "QRIBFTTC"
DONG = "704"
MAX_ACCOUNT = 19
MAX_AMOUNT = 9_999_999_999_999
"""Thirteen digits, the most that field 54 takes."""
MAX_PURPOSE = 25
MAX_BILL = 25
MAX_VALUE = 99
"""Characters that a field can say the length of."""
_BIN = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(rf"[0-9A-Za-z]{{1,{MAX_ACCOUNT}}}")
_AMOUNT = re.compile(r"[1-9][0-9]{0,12}")
_NOT_PLAIN = re.compile(r"[^0-9A-Za-z]+")


class VietQrRefused(Refusal):
    """What cannot stand in a payment code."""


class VietQrUnreadable(Refusal):
    """The text is no VietQR code, or a damaged one."""


@dataclasses.dataclass(frozen=True)
class Transfer:
    """What a code asks for. `amount` in đồng, None leaves it to the payer; `purpose` is what the bank passes on."""

    bank_bin: str
    account: str
    amount: int | None = None
    purpose: str = ""
    bill: str = ""
    service: str = TO_ACCOUNT


def crc16(text: str) -> str:
    """CRC-16/CCITT-FALSE over ASCII text as four upper-case hex digits; `123456789` gives `29B1`."""
    crc = 0xFFFF
    for byte in text.encode("ascii"):
        crc ^= byte << 8
        for _bit in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04X}"


def plain_purpose(text: str) -> str:
    """Text as all banks pass it on: Vietnamese letters without marks, digits, single spaces. Case stays."""
    return _NOT_PLAIN.sub(" ", strip_marks(visible(text))).strip()


def payload(*, bank_bin: str, account: str, amount: int | None = None, purpose: str = "", bill: str = "") -> str:
    """The text of the code. Raises VietQrRefused for what banks do not take.

    `amount` in whole đồng; with None the payer types it. `purpose` and `bill` lose their marks, never letters.
    """
    account = re.sub(r"\s+", "", account)
    purpose, bill = plain_purpose(purpose), plain_purpose(bill)
    _check(bank_bin=bank_bin, account=account, amount=amount, purpose=purpose, bill=bill)
    beneficiary = field("00", bank_bin) + field("01", account)
    parts = [
        field("00", "01"),
        field("01", "11" if amount is None else "12"),
        field("38", field("00", NAPAS) + field("01", beneficiary) + field("02", TO_ACCOUNT)),
        field("53", DONG),
    ]
    if amount is not None:
        parts.append(field("54", str(amount)))
    parts.append(field("58", "VN"))
    additional = (field("01", bill) if bill else "") + (field("08", purpose) if purpose else "")
    if additional:
        parts.append(field("62", additional))
    unsigned = "".join(parts) + "6304"
    return unsigned + crc16(unsigned)


def _check(*, bank_bin: str, account: str, amount: int | None, purpose: str, bill: str) -> None:
    if not _BIN.fullmatch(bank_bin):
        raise VietQrRefused(_("A bank number has six digits."))
    if not _ACCOUNT.fullmatch(account):
        raise VietQrRefused(_("An account number has 1 to 19 digits or plain letters."))
    if amount is not None and not 0 < amount <= MAX_AMOUNT:
        raise VietQrRefused(_("The amount must be more than 0 ₫ and have at most 13 digits."))
    if len(purpose) > MAX_PURPOSE or len(bill) > MAX_BILL:
        raise VietQrRefused(_("The purpose of a transfer has at most 25 characters; banks cut off the rest."))


def field(identifier: str, value: str) -> str:
    """One field. VietQrRefused where the value is too long for its two digits of length."""
    if len(value) > MAX_VALUE:
        raise VietQrRefused(_("A part of the payment code is longer than 99 characters."))
    return f"{identifier}{len(value):02d}{value}"


def fields(text: str) -> dict[str, str]:
    """The fields of a text or template by their identifiers. VietQrUnreadable where lengths do not add up."""
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        identifier, length = text[at : at + 2], text[at + 2 : at + 4]
        if not (len(length) == 2 and (identifier + length).isascii() and (identifier + length).isdigit()):
            raise VietQrUnreadable(_("The payment code is damaged: a field has no length."))
        value = text[at + 4 : at + 4 + int(length)]
        if len(value) < int(length) or identifier in found:
            raise VietQrUnreadable(_("The payment code is damaged: a field is cut off or stands twice."))
        found[identifier] = value
        at += 4 + int(length)
    return found


def parse(text: str) -> Transfer:
    """What a code asks for. VietQrUnreadable where it is damaged, not of NAPAS, or not in đồng."""
    text = text.strip()
    if not text.isascii() or text[-8:-4] != "6304" or crc16(text[:-4]) != text[-4:].upper():
        raise VietQrUnreadable(_("The payment code is damaged: its check digits are wrong."))
    top = fields(text)
    beneficiary = fields(top.get("38", ""))
    if beneficiary.get("00") != NAPAS:
        raise VietQrUnreadable(_("This is no VietQR code."))
    if top.get("53") != DONG or top.get("58") != "VN":
        raise VietQrUnreadable(_("The payment code asks for another currency than đồng."))
    target = fields(beneficiary.get("01", ""))
    additional = fields(top.get("62", ""))
    amount = top.get("54")
    if amount is not None and not _AMOUNT.fullmatch(amount):
        raise VietQrUnreadable(_("The payment code has no readable amount."))
    return Transfer(
        bank_bin=target.get("00", ""),
        account=target.get("01", ""),
        amount=None if amount is None else int(amount),
        purpose=additional.get("08", ""),
        bill=additional.get("01", ""),
        service=beneficiary.get("02", ""),
    )
