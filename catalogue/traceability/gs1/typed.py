"""Trade item numbers (GTIN) as people type and paste them."""

import re
from typing import Final

from catalogue.text import visible

from .contents import has_check_digit

LENGTHS: Final = (8, 12, 13, 14)
MAX_TYPED_LENGTH: Final = 600
MAX_WORD_LETTERS: Final = 24
"""Of what may stand beside a bare number, such as `Mã vạch (GTIN-13):`."""
_IN_ADDRESS = re.compile(r"(?:/01/|\(01\)\s*)([0-9]{8,14})(?![0-9])")
_ALONE = re.compile(r"(?<![0-9A-Za-z/-])[0-9](?:[ .-]?[0-9]){7,13}(?![0-9A-Za-z/])")


def typed_gtin(text: str) -> str:
    """The 14 digits of a GTIN of any length in a text, an address or an element string; "" where there is none."""
    text = visible(text[:MAX_TYPED_LENGTH])
    numbers = _IN_ADDRESS.findall(text)
    beside = _ALONE.sub("", text)
    if not numbers and len(beside) <= MAX_WORD_LETTERS:
        numbers = [re.sub(r"[^0-9]", "", number) for number in _ALONE.findall(text)]
    return next((digits.zfill(14) for digits in numbers if len(digits) in LENGTHS and has_check_digit(digits)), "")
