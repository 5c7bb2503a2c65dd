"""Money and quantities as a reader writes them. Money is Vietnamese đồng, without smaller coins."""

from decimal import Decimal
from typing import Literal

from babel.numbers import format_currency, format_decimal
from django.conf import settings
from django.utils.translation import get_language

_DONG = "#,##0\N{NO-BREAK SPACE}¤"
"""The sign stands behind the number in both languages, as on every price tag here."""


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def dong(amount: Decimal | float | Literal[""] | None) -> str:
    """Whole đồng: 125000 is `125.000 ₫` in Vietnamese and `125,000 ₫` in English; nothing for nothing."""
    if amount is None or amount == "":
        return ""
    return format_currency(round(amount), "VND", format=_DONG, locale=_language())


def quantity(value: Decimal) -> str:
    """A quantity without idle zeros: 1250.500 is `1.250,5` in Vietnamese and `1,250.5` in English."""
    return format_decimal(value, format="#,##0.###", locale=_language())
