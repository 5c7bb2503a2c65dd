"""Serials: 12 characters of Crockford's base32 (no I, L, O, U): 4 = batch, 8 = 40 random bits."""

import re
import secrets
from collections.abc import Iterator

from catalogue.base32 import ALPHABET, encode
from catalogue.traceability.models.stamps import SERIAL_PATTERN

SERIAL_LENGTH = 12
PREFIX_LENGTH = 4
PAGE_BATCH = "0000"
"""Batch zero holds the codes of product pages."""
RANDOM_BYTES = 5

_PAIRS = [a + b for a in ALPHABET for b in ALPHABET]
"""Two characters for every ten bits."""


def is_serial(text: str) -> bool:
    """Whether it has the shape of a stored serial."""
    return re.fullmatch(SERIAL_PATTERN, text) is not None


def grouped(serial: str) -> str:
    """In groups of four, as printed under the code: `7K3M 0Q2X V9TD`."""
    return " ".join(serial[i : i + 4] for i in range(0, len(serial), 4))


def new_prefix() -> str:
    """A random batch, never that of the pages."""
    return encode(1 + secrets.randbelow(32**PREFIX_LENGTH - 1), length=PREFIX_LENGTH)


def new_serial(batch: str = PAGE_BATCH) -> str:
    """A batch and 40 random bits."""
    return batch + encode(secrets.randbits(40), length=SERIAL_LENGTH - PREFIX_LENGTH)


def random_values(count: int) -> set[int]:
    """As many different 40-bit numbers, from the system's secure source."""
    values: set[int] = set()
    while len(values) < count:
        missing = count - len(values)
        data = secrets.token_bytes(RANDOM_BYTES * missing)
        values.update(
            int.from_bytes(data[i : i + RANDOM_BYTES], "big") for i in range(0, RANDOM_BYTES * missing, RANDOM_BYTES)
        )
    return values


def serials_of(prefix: str, values: set[int]) -> Iterator[str]:
    """Serials of a batch. A set of numbers has an order of its own, so it is drawn anew: order tells nothing."""
    pairs = _PAIRS
    shuffled = list(values)
    secrets.SystemRandom().shuffle(shuffled)
    for value in shuffled:
        yield (
            prefix + pairs[value >> 30] + pairs[value >> 20 & 1023] + pairs[value >> 10 & 1023] + pairs[value & 1023]
        )
