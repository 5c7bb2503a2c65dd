"""What machines ask for by a fixed address: pictures of links, robots.txt, manifest, favicon, list of sitemaps."""

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalogue.products.models import Product
from storefront.web.prefixes import Kind, begins

from . import pictures
from .sitemaps import pages_of_sections

DAY, YEAR = 86_400, 31_536_000


@require_safe
def social_product(request, slug: str, key: str):
    """Picture of a product; former addresses and keys lead to the one of today."""
    products = Product.objects.select_related("producer", "unit__parent__parent").prefetch_related("categories")
    try:
        product = products.by_slug(slug)
    except Product.DoesNotExist as error:
        raise Http404(slug) from error
    if not product.is_public:
        raise Http404(slug)
    return _picture(request, pictures.current_product_picture(product))


@require_safe
def social_kind(request, kind: str, key: str):
    """Picture of a kind of page."""
    if kind not in pictures.KINDS:
        raise Http404(kind)
    return _picture(request, pictures.kind_picture(kind))


def _picture(request, facts: pictures.PictureFacts) -> HttpResponse:
    url = facts.url
    if request.path != url:
        response = redirect(url)
        response["Cache-Control"] = "public, max-age=60"
        return response
    response = HttpResponse(pictures.picture_file(facts), content_type="image/png")
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


@require_safe
@cache_control(public=True, max_age=DAY)
def robots(request):
    """What crawlers need not read, and where the list of pages is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in begins(Kind.UNLISTED, Kind.PRIVATE, Kind.OFFICE, Kind.DATA)),
        "",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap-index')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=DAY)
def manifest(request):
    """Web manifest in the reader's language."""
    language = get_language()

    def icon(name: str, size: int, purpose: str) -> dict:
        src = staticfiles_storage.url(f"img/icons/{name}.png")
        return {"src": src, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}

    start = "/en/" if language == "en" else "/"
    content = {
        "id": start,
        "name": _("Sao Buôn: OCOP products of Đắk Lắk"),
        "short_name": settings.OSCAR_SHOP_NAME,
        "description": _("Who makes a product, which stars it holds today, and where to buy it."),
        "lang": language,
        "dir": "ltr",
        "start_url": start,
        "scope": "/",
        "display": "standalone",
        "background_color": "#fdf8ee",
        "theme_color": "#8c3b21",
        "icons": [
            icon("icon-192", 192, "any"),
            icon("icon-512", 512, "any"),
            icon("icon-maskable-512", 512, "maskable"),
        ],
    }
    return JsonResponse(content, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


@require_safe
@cache_control(public=True, max_age=DAY)
def favicon(request):
    """For browsers that ask for /favicon.ico without reading the page."""
    with open(finders.find("img/icons/favicon.ico"), "rb") as file:
        return HttpResponse(file.read(), content_type="image/x-icon")


@require_safe
@cache_control(public=True, max_age=3600)
def sitemap_index(request):
    """The sitemaps of all kinds of pages. Addresses come from SITE_URL, not from the request."""
    sections = [
        {"location": f"{settings.SITE_URL}{reverse('sitemap', args=[section])}", "page": page}
        for section, pages in pages_of_sections()
        for page in range(1, pages + 1)
    ]
    return render(request, "public/seo/sitemap_index.xml", {"sections": sections}, content_type="application/xml")
