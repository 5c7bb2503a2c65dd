"""Filters of the templates of mails."""

import re

from django import template

register = template.Library()
_LINK_BEGIN = re.compile(r"(?<=\w)://|(?<=\w)\.(?=[^\W\d_])")


@register.filter
def unlinked(text) -> str:
    """What somebody typed, without an address that programs make a link of: `shop.vn` → `shop. vn`. Who orders in
    another person's name cannot have us send that person a link."""
    return _LINK_BEGIN.sub(lambda found: ": //" if found[0] == "://" else ". ", str(text))
