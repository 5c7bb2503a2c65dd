"""What the head of every page and the breadcrumb say to machines."""

import html

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from storefront.public.seo import structured
from storefront.public.seo.describing import describe

register = template.Library()

DESCRIPTION_LENGTH = 160
LOCALES = {"vi": "vi_VN", "en": "en_US"}


def _plain(text: str) -> str:
    return " ".join(html.unescape(strip_tags(text)).split())


def _short(text: str) -> str:
    return Truncator(_plain(text)).chars(DESCRIPTION_LENGTH)


@register.filter
def meta_text(text) -> str:
    """A rendered block as the value of an attribute: one line, at most 160 characters, cut between words."""
    short = _short(text)
    if short.endswith("…") and " " in short:
        short = short.rpartition(" ")[0].rstrip(" ,;:–-(") + "…"
    return mark_safe(html.escape(short))


def _block_text(context, name: str) -> str:
    """Text of a block of the page, as its template fills it."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return block.render(context) if block else ""


@register.inclusion_tag("public/seo/head.html", takes_context=True)
def machine_head(context) -> dict:
    """Open Graph, Twitter card and JSON-LD of the page. Stands in base.html itself, where its blocks are known."""
    title = _plain(_block_text(context, "title"))
    description = html.unescape(meta_text(_block_text(context, "description")))
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    page = describe(context.flatten(), route=match.url_name if match else None, text=description)
    language = get_language()
    path = context.get("en_path" if language == "en" else "vi_path", "/")
    return {
        "title": title,
        "description": description,
        "url": structured.absolute(path) + page_query(context),
        "kind": page.kind,
        "locale": LOCALES.get(language, LOCALES["vi"]),
        "other_locale": LOCALES["vi" if language == "en" else "en"],
        "picture_url": structured.absolute(page.picture.url),
        "picture_alt": page.picture.alt,
        "photo": page.photo,
        "photo_url": structured.absolute(page.photo.src) if page.photo else None,
        "site_url": settings.SITE_URL,
        "data": mark_safe(structured.dumped(page.things)),
    }


@register.simple_tag(takes_context=True)
def breadcrumb_data(context) -> str:
    """JSON-LD of the breadcrumb whose parameters these are: the same steps that the reader sees."""
    steps = [(_("Home"), "/en/" if get_language() == "en" else "/"), *(context.get("items") or [])]
    steps += [(context[f"label_{n}"], context.get(f"url_{n}", "")) for n in (1, 2) if context.get(f"label_{n}")]
    if context.get("current"):
        steps.append((context["current"], ""))
    data = structured.dumped([structured.breadcrumb(steps)])
    return mark_safe(f'<script type="application/ld+json">{data}</script>')


@register.inclusion_tag("public/seo/links.html")
def canonical_of(item) -> dict:
    """Canonical and hreflang links to the page of `item`, for a page that shows the same under another address."""
    paths = {}
    for language in LOCALES:
        with translation.override(language):
            paths[language] = structured.absolute(item.get_absolute_url())
    return {"canonical": paths.get(get_language(), paths["vi"]), "vi": paths["vi"], "en": paths["en"]}


def _page_number(context) -> int:
    """Number of the page of a list, 1 where there is no list or its first page."""
    pages = [context[name] for name in ("page", "page_of_list") if isinstance(context.get(name), Page)]
    numbers = [page.number for page in pages if 1 < page.number <= page.paginator.num_pages]
    return numbers[0] if numbers else 1


@register.simple_tag(takes_context=True)
def page_query(context) -> str:
    """`?page=2` on the second page of a list, which has an address of its own; blank elsewhere.

    A list with filters names the whole list instead: its pages are kept out of search engines.
    """
    request = context.get("request")
    if request is None or set(request.GET) != {"page"}:
        return ""
    number = _page_number(context)
    return f"?page={number}" if number > 1 else ""
