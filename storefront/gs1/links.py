"""What the resolver links a trade item to, at each level of its identity."""

from functools import partial
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from catalogue.traceability.gs1.links import DEFAULT, DEFAULT_MULTI, Entity, Link
from catalogue.traceability.gs1.uri import DigitalLink
from catalogue.traceability.models import ProductGtin
from catalogue.traceability.recalls.services import active_recalls_of_product

HTML = "text/html"
JSON = "application/json"
JSON_LD = "application/ld+json"
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
"""The first one is the default."""


def trade_item(gtin: str) -> ProductGtin | None:
    """The public product of a GTIN; None where it is not ours. One query."""
    item = ProductGtin.objects.select_related("product").filter(gtin=gtin).first()
    return item if item and item.product.is_public else None


def default_links(item: ProductGtin, link: DigitalLink, root: str) -> tuple[Link, ...]:
    """The default link and its languages, for the identity as asked."""
    if _is_pack(link):
        pages = _pages(DEFAULT_MULTI, lambda: _("Is this pack genuine?"), lambda: _verdict_path(link), root)
    else:
        pages = _pages(DEFAULT_MULTI, lambda: _("The product"), item.product.get_absolute_url, root)
    first = pages[0]
    return (Link(DEFAULT, first.href, first.title), *pages)


def entities(item: ProductGtin, link: DigitalLink, root: str) -> tuple[Entity, ...]:
    """The item as asked and each level above it, with all links."""
    return tuple(
        Entity(root + level.path, _description(item, level), _links(item, level, root)) for level in link.levels()
    )


def _is_pack(link: DigitalLink) -> bool:
    """A lot or a single pack, of which there is a verdict."""
    return any(element.ai in ("10", "21", "235") for element in link.qualifiers)


def _description(item: ProductGtin, level: DigitalLink) -> str:
    names = {"22": _("variant"), "10": _("lot"), "21": _("serial number"), "235": _("serial number")}
    parts = [f"{names[element.ai]} {element.value}" for element in level.qualifiers]
    return ", ".join([item.product.title, *parts])


def _links(item: ProductGtin, level: DigitalLink, root: str) -> tuple[Link, ...]:
    events = Link(
        "epcis",
        root + quote(f"/epcis/export{level.path}", safe="/%"),
        _("Events as EPCIS 2.0"),
        LANGUAGES[:1],
        JSON_LD,
    )
    if _is_pack(level):
        return (
            *_pages("traceability", lambda: _("Where this pack comes from"), lambda: _verdict_path(level), root),
            *_pages("verificationService", lambda: _("Is this pack genuine?"), lambda: _verdict_path(level), root),
            *_pages("recallStatus", lambda: _("Is this pack recalled?"), lambda: _verdict_path(level), root),
            events,
            *default_links(item, level, root),
        )
    page = item.product.get_absolute_url
    facts = reverse("api:get_product", args=[item.product_id])
    return (
        *_pages("pip", lambda: _("The product"), page, root),
        *_pages("certificationInfo", lambda: _("OCOP certificate of the product"), page, root),
        *_pages("traceability", lambda: _("Where the product comes from"), page, root),
        *_recalls(item, root),
        *_pages("verificationService", lambda: _("Check a certificate"), lambda: reverse("certificate-lookup"), root),
        *_pages("hasRetailers", lambda: _("Where to buy it"), lambda: reverse("sales-point-list"), root),
        Link("masterData", root + facts, _("Facts of the product as JSON"), LANGUAGES[:1], JSON),
        events,
        *default_links(item, level, root),
    )


def _recalls(item: ProductGtin, root: str) -> tuple[Link, ...]:
    """One link for each recall in force, else the list of all; several cannot be told apart by a machine."""
    addresses = [
        partial(reverse, "recall", args=[recall.pk]) for recall in active_recalls_of_product(item.product_id)
    ]
    links = [
        _pages("recallStatus", lambda: _("Recalls"), path, root)
        for path in addresses or [partial(reverse, "recall-list")]
    ]
    return tuple(link for pages in links for link in pages)


def _pages(kind: str, title, path, root: str) -> tuple[Link, ...]:
    """The same page in each language; `title` and `path` are called in that language."""
    links = []
    for language in LANGUAGES:
        with translation.override(language):
            links.append(Link(kind, root + path(), title(), (language,), HTML))
    return tuple(links)


def _verdict_path(link: DigitalLink) -> str:
    """`/tem/01/…`, or below `/en/`; built from its parts, for a `/` inside a value stays `%2F`."""
    return reverse("digital-link-verdict", args=["-"])[:-1] + link.path[1:]
