"""Signature of a stamp: Ed25519, written as decimal digits. Pure: keys come in, texts go out.

A signature proves that we issued the serial, not that the pack is the original.
"""

import re
from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

DOMAIN = b"saobuon-stamp-v1"
"""Nothing else signed with these keys begins like this."""
DIGITS = 155
"""A signature is below 2^512, which has 155 digits."""
_SHAPE = re.compile(rf"[0-9]{{{DIGITS + 1}}}")


def message(*, host: str, gtin: str, serial: str, number: int) -> bytes:
    """What is signed: every part after its length (two bytes), so that no part can run into the next."""
    parts = (DOMAIN, host.lower().encode(), gtin.encode(), serial.encode(), str(number).encode())
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts)


def sign(key: Ed25519PrivateKey, *, number: int, host: str, serial: str, gtin: str = "") -> str:
    """The value of `s`: key number and 155 digits. The same input gives the same digits."""
    raw = key.sign(message(host=host, gtin=gtin, serial=serial, number=number))
    return f"{number}{int.from_bytes(raw, 'big'):0{DIGITS}d}"


def key_number(s: str) -> int | None:
    """Number of the key that `s` names; None if it has not the shape of a signature."""
    return int(s[0]) if _SHAPE.fullmatch(s) else None


def verify(keys: Mapping[int, Ed25519PublicKey], *, s: str, host: str, serial: str, gtin: str = "") -> int | None:
    """Number of the key that signed exactly this stamp; None for anything else, whatever it looks like."""
    number = key_number(s)
    if number is None or number not in keys:
        return None
    value = int(s[1:])
    if value >> 512:
        return None
    try:
        keys[number].verify(value.to_bytes(64, "big"), message(host=host, gtin=gtin, serial=serial, number=number))
    except (InvalidSignature, OverflowError):  # a part longer than a length can say
        return None
    return number


def stamp_url(*, host: str, serial: str, s: str, gtin: str = "") -> str:
    """What stands in the QR code. Scheme and host in small letters: some phones refuse `HTTPS://`."""
    path = f"01/{gtin}/21/{serial}" if gtin else f"q/{serial}"
    return f"https://{host.lower()}/{path}?s={s}"
