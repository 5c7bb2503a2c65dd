"""Filters and tags that every template of ours may use without loading them."""

from django import template
from django.utils.html import format_html

from catalogue.dates import display_partial
from cms.queries import source_of
from storefront.web.idempotency.keys import FIELD, new_key

register = template.Library()


@register.filter
def partial_date(text: str) -> str:
    """`2023-11` as readers write it: 11/2023 or November 2023; blank stays blank."""
    return display_partial(text or "")


@register.filter
def domain(url: str) -> str:
    """The host of a web address, without www."""
    return source_of(url).host if url else ""


@register.simple_tag
def form_key():
    """The key by which a form is known when it arrives twice (`storefront.web.idempotency`).

    Beside a CSRF token only: a page that caches keep would give all its readers the same one.
    """
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, new_key())
