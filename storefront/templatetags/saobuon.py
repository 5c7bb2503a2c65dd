"""Filters that every template of ours may use without loading them."""

from django import template

from catalogue.dates import display_partial
from cms.queries import source_of

register = template.Library()


@register.filter
def partial_date(text: str) -> str:
    """`2023-11` as readers write it: 11/2023 or November 2023; blank stays blank."""
    return display_partial(text or "")


@register.filter
def domain(url: str) -> str:
    """The host of a web address, without www."""
    return source_of(url).host if url else ""
