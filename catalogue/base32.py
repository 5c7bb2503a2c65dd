"""Crockford's base32 (no I, L, O, U): codes that people type without care."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "-": "", "–": "", ".": ""})


def normalise_code(text: str) -> str:
    """A code as stored: upper case, no spaces, dots or dashes, O read as 0, I and L as 1 (Crockford).

    U does not occur in codes; a typed U is most often a V.
    """
    return "".join(text.upper().translate(_LOOKALIKES).split())


def encode(value: int, *, length: int) -> str:
    """A number in Crockford's base32, zero-padded."""
    return "".join(ALPHABET[(value >> 5 * place) & 31] for place in reversed(range(length)))
