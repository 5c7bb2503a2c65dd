"""Filters of the design system: money and days as a reader writes them."""

import datetime

from django import template
from django.utils.dateformat import format as date_format
from django.utils.translation import get_language

register = template.Library()


@register.filter
def dong(amount) -> str:
    """Whole đồng: 125000 is `125.000 ₫` in Vietnamese and `125,000 ₫` in English."""
    if amount is None or amount == "":
        return ""
    text = f"{round(amount):,}"
    return f"{text if get_language() == 'en' else text.replace(',', '.')}\u00a0₫"


@register.filter
def day(value: datetime.date | None) -> str:
    """A known day: `31/12/2024` in Vietnamese, `31 December 2024` in English; nothing for None."""
    if value is None:
        return ""
    return date_format(value, "j F Y" if get_language() == "en" else "j/n/Y")
