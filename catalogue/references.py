"""Reference numbers of what visitors send to the office: ten characters that people type without care."""

import re
import secrets

from catalogue.base32 import ALPHABET, code_in, encode, normalise_code

LETTERS = 10
_BITS = 5 * LETTERS
_REFERENCE = f"[{ALPHABET}]{{{LETTERS}}}"


def new_reference() -> str:
    """Ten random characters, 50 bits: nobody guesses the number of somebody else."""
    return encode(secrets.randbits(_BITS), length=LETTERS)


def typed_reference(text: str, *, prefix: str) -> str:
    """The ten characters of a number as people type it: any case, spaces, O for 0, with or without `prefix`,
    in words or in an address.

    "" for anything else.
    """
    before = normalise_code(prefix)
    number = re.compile(rf"(?:{before})?({_REFERENCE})")
    return code_in(text, lambda code: number.fullmatch(code) is not None)[-LETTERS:]
