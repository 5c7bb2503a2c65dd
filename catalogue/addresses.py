"""Addresses of pages that are found by a slug."""

from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language


def reader_language() -> str:
    """Language of the page that is being made in this thread."""
    return get_language() or settings.LANGUAGE_CODE


def address_of(view: str, slug: str, language: str = "") -> str:
    """Address of the page of a slug; NoReverseMatch for a slug that no page can have.

    `language` is that of the reader: whoever asks for many addresses looks it up once.
    """
    return _address(view, slug, language or reader_language())


@lru_cache(16_384)  # finding an address takes longer than finding a product, and a page names dozens
def _address(view: str, slug: str, language: str) -> str:
    return reverse(view, args=[slug])
