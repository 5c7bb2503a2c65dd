"""Phone numbers as people here write them, with the codes of today."""

import re
from typing import Final

import phonenumbers
from django import forms
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from catalogue.text import visible

CODES_OF_TODAY: Final = {
    # mobile numbers of eleven digits, changed in September 2018
    "120": "70", "121": "79", "122": "77", "126": "76", "128": "78",
    "123": "83", "124": "84", "125": "85", "127": "81", "129": "82",
    "162": "32", "163": "33", "164": "34", "165": "35", "166": "36", "167": "37", "168": "38", "169": "39",
    "186": "56", "188": "58", "199": "59",
    # fixed lines of Đắk Lắk, changed in June 2017 (Decision 2036/QĐ-BTTTT)
    "500": "262",
}  # fmt: skip
"""Code of before → code of today, both without the first 0; seven digits follow."""
_BEFORE = re.compile(r"(?:(?:00)?84)?0?(\d{3})(\d{7})")
_NOT_DIGITS = re.compile(r"\D+")
_KEPT = re.compile(r"\+84\d{9,10}")


def phone_as_today(text: str) -> str:
    """The text without what nobody sees, with O for 0 put right; a number with a code of before gets today's.

    `0120 345 6789` → `+84703456789`. Whether it is a number at all is for others to say.
    """
    text = re.sub(r"(?<=[\d\s.+])[oO](?=[\d\s.])|^[oO](?=\d)", "0", visible(text).replace("_", " ").strip())
    match = _BEFORE.fullmatch(_NOT_DIGITS.sub("", text))
    code = CODES_OF_TODAY.get(match[1]) if match else None
    return f"+84{code}{match[2]}" if match and code else text


class PhoneField(PhoneNumberField):
    """A phone number of Vietnam unless it says another country; gives a `PhoneNumber`, blank stays blank."""

    def __init__(self, **options):
        super().__init__(
            **{
                "label": _("Phone number"),
                "region": "VN",
                "widget": forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
                **options,
                "error_messages": {
                    "invalid": _("This phone number is not complete. Example: 0912 345 678."),
                    **options.get("error_messages", {}),
                },
            }
        )

    def prepare_value(self, value):
        """A number that is kept stands in the field as people write it: `0912 345 678`."""
        if _KEPT.fullmatch(str(value or "")):
            return phonenumbers.format_number(phonenumbers.parse(str(value)), phonenumbers.PhoneNumberFormat.NATIONAL)
        return super().prepare_value(value)

    def to_python(self, value):
        return super().to_python(phone_as_today(value) if isinstance(value, str) else value)
