"""Tags of the design system: components that are drawn once, money and days as a reader writes them."""

import datetime
from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue import money
from catalogue.certification.regimes import OCOP
from catalogue.dates import display_day, display_moment
from catalogue.products.group_names import group_name
from catalogue.text import VIETNAMESE_LETTER
from storefront.web.form_faults import faults_of, is_faulty

register = template.Library()
register.filter("dong", money.dong)


@register.simple_tag
def validity_months() -> int:
    """Term of an OCOP certificate in months."""
    return OCOP.validity_months


@register.simple_tag
def component(which: str, **facts) -> str:
    """A component that shows nothing but these facts: `{% component "icon" name="pin" %}`.

    The same as an `include … only`, but drawn once for each language: most of a list is the same on every page.
    """
    draw = _drawn.__wrapped__ if settings.DEBUG else _drawn
    return draw(which, tuple(facts.items()), get_language())


@lru_cache(maxsize=4096)
def _drawn(which: str, facts: tuple, language: str) -> str:
    return get_template(f"components/{which}.html").render(dict(facts))


_MARKED = "<mark>{}</mark>"


@register.filter
def marked(hit, field: str) -> str:
    """A text of a hit with the parts that were looked for in <mark>; the text itself where there are none."""
    parts = hit.marked.get(field)
    if not parts:
        return getattr(hit, field)
    pieces = ((_MARKED if is_match else "{}", part) for part, is_match in parts)
    return mark_safe("".join(form.format(escape(part)) for form, part in pieces))


@register.filter("group_name")
def name_of_group(group) -> str:
    """What a group of the catalogue is called in the reader's language."""
    return group_name(group.code, group.name)


@register.filter
def vi(text):
    """A name or a text of the register: marked as Vietnamese where the page is in another language.

    Whether it is Vietnamese its letters say, so that labels of both kinds may go through.
    """
    return format_html("<span{}>{}</span>", mark, text) if (mark := vi_lang(text)) else text


@register.filter
def vi_lang(text) -> str:
    """The attribute that says so of an element which holds nothing but this text; blank where it need not."""
    is_marked = text and get_language() != "vi" and VIETNAMESE_LETTER.search(str(text))
    return mark_safe(' lang="vi"') if is_marked else ""


register.filter("faults", faults_of)


@register.simple_tag(takes_context=True)
def title_prefix(context) -> str:
    """`Error: ` in front of the title of a page with a refused form; a page may say so itself (`is_refused`)."""
    is_refused = context.get("is_refused")
    if is_refused is None:
        is_refused = is_faulty(context.flatten().values())
    return _("Error: ") if is_refused else ""


@register.filter
def known(value) -> str:
    """A fact of the register; where there is none, words that say so, less loud than a fact."""
    return value or format_html('<span class="muted">{}</span>', _("not in the data"))


@register.simple_tag
def not_known(*facts, on_label: bool = False) -> str:
    """One line for everything that a page leaves out, from pairs of a label and its fact: `"Website" url …`.

    A pair with a blank label does not count; nothing where all is known. `on_label` adds where else to look.
    """
    pairs = zip(facts[::2], facts[1::2], strict=True)
    missing = [_lower_first(str(label)) for label, fact in pairs if label and not fact]
    if not missing:
        return ""
    text = _("Not in the data: %(facts)s; see the label.") if on_label else _("Not in the data: %(facts)s.")
    return format_html('<p class="muted">{}</p>', text % {"facts": ", ".join(missing)})


def _lower_first(text: str) -> str:
    """As inside a sentence; abbreviations (GTIN) stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


@register.filter
def day(value: datetime.date | None) -> str:
    """A known day, or that of a moment: 31/12/2024 or 31 December 2024; nothing for None."""
    return "" if value is None else display_day(value)


@register.filter
def quantity(value) -> str:
    """A weighed quantity without idle zeros: 1.250,5 or 1,250.5; nothing for None."""
    return "" if value is None else money.quantity(value)


@register.filter
def moment(value: datetime.datetime | None) -> str:
    """Day and time in Vietnam: 16/12/2024 8:05 or 16 December 2024, 8:05; nothing for None."""
    return "" if value is None else display_moment(value)
