"""Filters of the design system: money and days as a reader writes them."""

import datetime

from django import template
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from catalogue.money import dong
from catalogue.traceability.queries.lots import amount

register = template.Library()
register.filter("dong", dong)


@register.filter
def marked(hit, field: str) -> str:
    """A text of a hit with the parts that were looked for in <mark>; the text itself where there are none."""
    parts = hit.marked.get(field)
    if not parts:
        return getattr(hit, field)
    pieces = (format_html("<mark>{}</mark>", part) if is_match else part for part, is_match in parts)
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.filter
def day(value: datetime.date | None) -> str:
    """A known day: `31/12/2024` in Vietnamese, `31 December 2024` in English; nothing for None."""
    if value is None:
        return ""
    return date_format(value, "j F Y" if get_language() == "en" else "j/n/Y")


@register.filter
def quantity(value) -> str:
    """A weighed quantity without idle zeros: 1250.500 is `1.250,5` in Vietnamese and `1,250.5` in English."""
    return "" if value is None else amount(value)


@register.filter
def moment(value: datetime.datetime | None) -> str:
    """Day and time in Vietnam: `16/12/2024 8:05` in Vietnamese, `16 December 2024, 8:05` in English."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return date_format(local, "j F Y, G:i" if get_language() == "en" else "j/n/Y G:i")
