"""Addresses of pages that are found by a slug."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def address_of(view: str, slug: str) -> str:
    """Address of the page of a slug, in the reader's language; NoReverseMatch for a slug that no page can have."""
    return _address(view, slug, get_language(), get_script_prefix())


@lru_cache(16_384)  # finding an address takes longer than finding a product, and a page names dozens
def _address(view: str, slug: str, language: str | None, prefix: str) -> str:
    """Depends on the reader of this thread: language and prefix tell readers apart."""
    return reverse(view, args=[slug])
