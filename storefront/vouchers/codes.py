"""Codes of vouchers as people read them from a poster and type them on a phone."""

from catalogue.text import strip_marks, visible

_LOOK_ALIKES = str.maketrans("OILАВЕКМНОРСТХІΑΒΕΗΙΚΜΝΟΡΤΧ", "011ABEKMH0PCTX1ABEH1KMN0PTX")
"""O and 0, I, L and 1, and the Cyrillic and Greek capitals that look like Latin ones."""


def code_key(text: str) -> str:
    """The same for all spellings of one code: case, spaces, dashes, marks and Đ do not count, nor look-alikes.

    `Hội chợ-O1`, `HOICHOOI` and `hoicho01` are one code. Blank where nothing of it can be part of a code.
    """
    plain = strip_marks(visible(text)).upper().translate(_LOOK_ALIKES)
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())
