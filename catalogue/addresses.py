"""Addresses of pages that are found by a slug."""

from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


class Reader(NamedTuple):
    """Whom a page is made for: the language of its words, and the beginning of its addresses."""

    language: str
    prefix: str

    @classmethod
    def now(cls) -> "Reader":
        """Whoever asks in this thread."""
        return cls(get_language() or settings.LANGUAGE_CODE, get_script_prefix())


def address_of(view: str, slug: str, reader: Reader | None = None) -> str:
    """Address of the page of a slug; NoReverseMatch for a slug that no page can have.

    The reader is that of this thread; whoever asks for many addresses looks him up once.
    """
    return _address(view, slug, reader or Reader.now())


@lru_cache(16_384)  # finding an address takes longer than finding a product, and a page names dozens
def _address(view: str, slug: str, reader: Reader) -> str:
    return reverse(view, args=[slug])
