"""Reference numbers of what visitors send to the office: ten characters that people type without care."""

import re
import secrets

from catalogue.base32 import ALPHABET, encode, normalise_code

LETTERS = 10
_BITS = 5 * LETTERS
_REFERENCE = re.compile(rf"[{ALPHABET}]{{{LETTERS}}}")
_MAX_TYPED_LENGTH = 60


def new_reference() -> str:
    """Ten random characters, 50 bits: nobody guesses the number of somebody else."""
    return encode(secrets.randbits(_BITS), length=LETTERS)


def typed_reference(text: str, *, prefix: str) -> str:
    """The ten characters of a number as people type it: any case, spaces, O for 0, with or without `prefix`.

    "" for anything else.
    """
    letters, before = normalise_code(text[:_MAX_TYPED_LENGTH]), normalise_code(prefix)
    if len(letters) == LETTERS + len(before):
        letters = letters.removeprefix(before)
    return letters if _REFERENCE.fullmatch(letters) else ""
