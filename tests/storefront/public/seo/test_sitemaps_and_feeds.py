"""Sitemaps, robots, feed, manifest: what is offered to be fetched."""

import json
import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from catalogue.products.models import Product
from cms.models import NewsPage
from storefront.public.seo.sitemaps import SECTIONS
from storefront.runtime.pytest_plugin import ROOT
from tests.catalogue.factories import make_certificate, make_product

from .pages import link, local, page_of

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client, path: str) -> list[str]:
    return [node.text for node in ElementTree.fromstring(client.get(path).content).iter(f"{SITEMAP}loc")]  # noqa: S314


def test_sitemaps_list_every_public_page_in_both_languages_and_nothing_else(client):
    hidden = make_product(is_public=False)
    draft = NewsPage.objects.live().first()
    draft.unpublish()
    listed = [
        local(url) for sitemap in locations(client, "/sitemap.xml") for url in locations(client, local(sitemap))
    ]
    assert len(listed) == len(set(listed))
    for product in Product.objects.filter(is_public=True):
        assert {product.get_absolute_url(), f"/en{product.get_absolute_url()}"} <= set(listed)
    assert {"/", "/en/", "/san-pham/", "/en/chu-the/", "/gioi-thieu/", "/en/vung/huyen-krong-pac/"} <= set(listed)
    assert hidden.get_absolute_url() not in listed
    assert draft.url not in listed
    for section in SECTIONS:  # the last of each section can be read
        last = local(locations(client, f"/sitemap-{section}.xml")[-1]) if section != "stories" else "/en/"
        assert client.get(last).status_code == 200, last


def test_sitemaps_say_when_a_certificate_changed_and_name_the_other_language(client):
    certificate = make_certificate()
    Product.objects.filter(pk=certificate.product_id).update(date_updated="2020-01-01T00:00:00Z")
    text = client.get("/sitemap-products.xml").content.decode()
    path = certificate.product.get_absolute_url()
    (entry,) = re.findall(rf"<url><loc>{settings.SITE_URL}{path}</loc>.*?</url>", text, re.DOTALL)
    assert f"<lastmod>{certificate.updated_at.date().isoformat()[:4]}" in entry
    assert f'hreflang="en" href="{settings.SITE_URL}/en{path}"' in entry


def test_sitemaps_and_feed_read_the_database_a_constant_number_of_times(client):
    paths = [f"/sitemap-{section}.xml" for section in SECTIONS] + ["/sitemap.xml", "/tin-tuc/rss.xml"]
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        assert len(queries) <= (30 if path == "/sitemap.xml" else 12), (path, len(queries))


def test_robots_close_searches_and_private_places_and_name_the_sitemap(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    closed = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")]
    for path in ("/tim-kiem/", "/en/tim-kiem/", "/gio-hang/", "/thanh-toan/", "/tai-khoan/", "/quan-tri/"):
        assert path in closed
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines
    assert not any("/san-pham/".startswith(path) for path in closed)


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])
def test_news_can_be_followed(client, prefix):
    page = page_of(client, f"{prefix}/tin-tuc/")
    (address,) = re.findall(r'<link rel="alternate" type="application/rss\+xml" title="[^"]+" href="([^"]*)">', page)
    response = client.get(local(address))
    assert response["Content-Type"].startswith("application/rss+xml")
    channel = ElementTree.fromstring(response.content).find("channel")  # noqa: S314
    assert channel.find("link").text == f"{settings.SITE_URL}{prefix}/tin-tuc/"
    items = channel.findall("item")
    news = list(NewsPage.objects.live().order_by("-date", "-pk")[:30])
    assert [item.find("title").text for item in items] == [page.title for page in news]
    assert len({item.find("guid").text for item in items}) == len(items) > 5
    for item in items[:3]:
        assert item.find("description").text
        assert client.get(local(item.find("link").text)).status_code == 200


@pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("/en", "en")])
def test_the_manifest_speaks_the_readers_language_and_its_icons_are_there(client, prefix, language):
    address = link(page_of(client, f"{prefix}/"), "manifest")
    response = client.get(address)
    assert response["Content-Type"] == "application/manifest+json"
    manifest = json.loads(response.content)
    assert (manifest["lang"], manifest["start_url"]) == (language, f"{prefix}/")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(ROOT / "storefront" / "static" / icon["src"].removeprefix("/static/")) as image:
            assert icon["sizes"] == f"{image.width}x{image.height}"


def test_old_requests_for_a_favicon_are_answered(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Content-Type"]) == (200, "image/x-icon")
