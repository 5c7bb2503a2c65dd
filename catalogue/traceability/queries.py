"""From a scanned or typed code to its stamp."""

import re

from .models import SERIAL_PATTERN, Stamp

_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "-": "", " ": ""})


def normalise_code(text: str) -> str:
    """A code as stored: upper case, no spaces or dashes, O read as 0, I and L as 1 (Crockford).

    U does not occur in codes; a typed U is most often a V.
    """
    return text.strip().upper().translate(_LOOKALIKES)


def stamp_by_code(text: str) -> Stamp | None:
    """The stamp of a code with its product, producer and place; None for anything else. One query."""
    code = normalise_code(text[:64])
    if not re.fullmatch(SERIAL_PATTERN, code):
        return None
    return (
        Stamp.objects.filter(code=code)
        .select_related("product__producer__unit__parent__parent", "product__unit__parent__parent")
        .first()
    )


def page_code_of(product) -> Stamp | None:
    """The code shown on the product's page."""
    return Stamp.objects.filter(product=product, is_page_code=True).first()
