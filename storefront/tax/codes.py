"""Tax codes (mã số thuế): 10 digits, 13 for a branch, 12 where the personal number of a person is the code.

The one check for every form. A personal number is private data: `masked` is what a list shows of it. In
full it stands on the seller's own screen and in the department's table.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as NumberError
from stdnum.vn import mst

_PROVINCES = range(1, 97)
"""Places of birth in personal numbers."""


def clean_tax_code(typed: str) -> str:
    """The code in its one spelling, 0100233488 or 0314409058-002; "" for nothing. ValidationError with the reason."""
    text = re.sub(r"[\s.\-–—_]", "", unicodedata.normalize("NFKC", typed))
    if not text:
        return ""
    if not (text.isascii() and text.isdecimal()):
        raise ValidationError(_("A tax code has digits only."), code="letters")
    if len(text) == 12:
        return _personal(text)
    if len(text) not in (10, 13):
        raise ValidationError(_("A tax code has 10 digits, 13 for a branch, or 12 for a person."), code="length")
    try:
        return mst.format(mst.validate(text))
    except NumberError:
        fault = _("There is no such tax code: please compare it digit by digit.")
        raise ValidationError(fault, code="checksum") from None


def _personal(text: str) -> str:
    if int(text[:3]) not in _PROVINCES or text[6:] == "000000":
        raise ValidationError(_("There is no such personal number: please compare it digit by digit."), code="person")
    return text


def is_personal(code: str) -> bool:
    return len(code) == 12 and code.isdecimal()


def masked(code: str) -> str:
    """A personal number without its first digits; other codes are published anyway."""
    return f"••••••••{code[-4:]}" if is_personal(code) else code
