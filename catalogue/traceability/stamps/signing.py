"""Signature of a stamp: Ed25519, written as decimal digits. Pure: keys come in, texts go out.

A signature proves that we issued the serial, not that the pack is the original.
"""

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import unquote_plus

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

DOMAIN = b"saobuon-stamp-v1"
"""Nothing else signed with these keys begins like this."""
DIGITS = 155
"""A signature is below 2^512, which has 155 digits."""
_SHAPE = re.compile(rf"[0-9]{{{DIGITS + 1}}}")
_BEGINNING = re.compile(rf"([0-9]{{{DIGITS + 1}}})(?![0-9\0])")
"""A signature with something behind it that is not one more digit."""
_SEPARATORS = re.compile("[&?;]")


def message(*, host: str, gtin: str, serial: str, number: int) -> bytes:
    """What is signed: every part after its length (two bytes), so that no part can run into the next."""
    parts = (DOMAIN, host.lower().encode(), gtin.encode(), serial.encode(), str(number).encode())
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts)


def sign(key: Ed25519PrivateKey, *, number: int, host: str, serial: str, gtin: str = "") -> str:
    """The value of `s`: key number and 155 digits. The same input gives the same digits."""
    raw = key.sign(message(host=host, gtin=gtin, serial=serial, number=number))
    return f"{number}{int.from_bytes(raw, 'big'):0{DIGITS}d}"


def signatures_in(query: str) -> tuple[str, ...]:
    """The different values of `s` in the query of an address, in their order; nothing for an empty value.

    Messengers, trackers and sentences hang parameters, a full stop or a bracket behind an address: what follows a
    signature is left out. Whatever does not begin with one stays as it is, and is wrong.
    """
    if query[:2] == "s=" and _SHAPE.fullmatch(query, 2):  # as printed
        return (query[2:],)
    values = []
    for parameter in _SEPARATORS.split(unquote_plus(query)):
        name, _is, value = parameter.partition("=")
        if name.strip() in ("s", "S") and value.strip():
            values.append(_signature_or_all(value))
    return tuple(dict.fromkeys(values))


def _signature_or_all(value: str) -> str:
    if not value.isascii():
        value = "".join(one for one in unicodedata.normalize("NFKC", value) if unicodedata.category(one) != "Cf")
    match = _BEGINNING.match(value.lstrip()) or _BEGINNING.match("".join(value.split()))
    return match[1] if match else value


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
