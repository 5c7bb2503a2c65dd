"""Every public page in both languages, with the day of its last change where it is known.

Each section is read in a constant number of queries. Hosts come from SITE_URL.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.db.models.functions import Greatest
from django.urls import reverse
from wagtail.models import Page

from catalogue.geography.models import AdminUnit
from catalogue.producers.models import Producer
from catalogue.products.models import Category, Product
from cms.models import FairIndexPage, FairPage, HomePage, InfoPage, NewsIndexPage, NewsPage, StoryIndexPage, StoryPage
from storefront.salespoints.models import SalesPoint


class BilingualSitemap(Sitemap):
    """Each item at its Vietnamese and its English address, each naming the other."""

    i18n = True
    alternates = True
    x_default = True
    limit = 10_000

    @property
    def protocol(self) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class Lists(BilingualSitemap):
    """Pages that exist once: the lists and the ways in."""

    names = (
        "product-list",
        "group-list",
        "producer-list",
        "area-list",
        "sales-point-list",
        "certificate-lookup",
        "complaint",
    )

    def items(self):
        return self.names

    def location(self, item) -> str:
        return reverse(item)


class Products(BilingualSitemap):
    """Public products; a change of a certificate is a change of the page. Variants are on the page of theirs."""

    def items(self):
        newest = Greatest("date_updated", Max("certificates__updated_at"))
        return Product.objects.filter(is_public=True, parent=None).annotate(changed=newest).order_by("pk")

    def lastmod(self, item):
        return item.changed


class Groups(BilingualSitemap):
    """Groups of the official product catalogue."""

    def items(self):
        return Category.objects.exclude(code=None).exclude(code="").order_by("path")

    def location(self, item) -> str:
        return reverse("group", args=[item.code])


class Producers(BilingualSitemap):
    def items(self):
        return Producer.objects.order_by("pk")

    def lastmod(self, item):
        return item.updated_at


class Areas(BilingualSitemap):
    """Units of both maps."""

    def items(self):
        return AdminUnit.objects.order_by("pk")


class SalesPoints(BilingualSitemap):
    def items(self):
        return SalesPoint.objects.order_by("pk")


class Pages(BilingualSitemap):
    """Live pages of the editors, of given types, that everybody may read."""

    models: tuple[type[Page], ...] = ()

    def items(self):
        return [page for model in self.models for page in model.objects.live().public().order_by("pk")]

    def location(self, item) -> str:
        return item.get_url_parts()[2]

    def lastmod(self, item):
        return item.last_published_at


class Stories(Pages):
    models = (StoryPage,)


class News(Pages):
    models = (NewsPage,)


class Fairs(Pages):
    models = (FairPage,)


class Information(Pages):
    models = (HomePage, StoryIndexPage, NewsIndexPage, FairIndexPage, InfoPage)


SECTIONS = {
    "lists": Lists,
    "products": Products,
    "groups": Groups,
    "producers": Producers,
    "areas": Areas,
    "sales-points": SalesPoints,
    "stories": Stories,
    "news": News,
    "fairs": Fairs,
    "information": Information,
}


def pages_of_sections() -> list[tuple[str, int]]:
    """Each section with the number of files it needs."""
    return [(name, section().paginator.num_pages) for name, section in SECTIONS.items()]
