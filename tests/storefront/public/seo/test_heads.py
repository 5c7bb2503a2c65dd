"""The head of every kind of page: title, description, addresses."""

import html
import re

import pytest
from django.conf import settings

from catalogue.products.models import Product
from catalogue.traceability.stamps.queries import page_code_of
from tests.catalogue.factories import make_product

from .pages import every_kind, link, local, meta, page_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])
def test_every_kind_of_page_has_its_own_title_description_and_addresses(client, index, prefix):
    titles, descriptions = {}, {}
    for path in every_kind(client):
        text = page_of(client, f"{prefix}{path}")
        title, description = re.search(r"<title[^>]*>(.*?)</title>", text, re.DOTALL)[1], meta(text, "description")
        assert titles.setdefault(title, path) == path
        assert descriptions.setdefault(description, path) == path
        assert 20 <= len(description) <= 160, (path, description)
        assert meta(text, "og:title")
        assert meta(text, "og:title") in html.unescape(title)
        assert meta(text, "og:description") == meta(text, "twitter:description") == description
        assert meta(text, "og:locale") == ("en_US" if prefix else "vi_VN")
        assert meta(text, "twitter:card") == "summary_large_image"
        assert client.get(local(meta(text, "og:image")))["Content-Type"] == "image/png"
        if not path.startswith("/q/"):
            own = f"{settings.SITE_URL}{prefix}{path}"
            assert link(text, "canonical") == meta(text, "og:url") == own
            alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', text))
            vi, en = f"{settings.SITE_URL}{path}", f"{settings.SITE_URL}/en{path}"
            assert alternates == {"vi": vi, "en": en, "x-default": vi}


def test_a_long_description_ends_between_words(client):
    product = make_product(title="Cà phê " * 36)
    description = meta(page_of(client, product.get_absolute_url()), "description")
    assert len(description) <= 160
    assert re.search(r"(Cà|phê)…$", description)


def test_the_second_page_of_a_list_is_a_page_of_its_own(client, index):
    text = page_of(client, "/en/chu-the/?page=2")
    assert link(text, "canonical") == meta(text, "og:url") == f"{settings.SITE_URL}/en/chu-the/?page=2"
    assert f'hreflang="vi" href="{settings.SITE_URL}/chu-the/?page=2"' in text
    for path in ("/chu-the/", "/san-pham/", "/tin-tuc/"):
        pages = [page_of(client, f"{path}{query}") for query in ("", "?page=2")]
        assert len({re.search(r"<title[^>]*>(.*?)</title>", page, re.DOTALL)[1] for page in pages}) == 2, path
    for path in ("/chu-the/?page=1", "/chu-the/?page=x", "/chu-the/?q=ca", "/san-pham/?group=I&page=2"):
        assert link(page_of(client, path), "canonical") == settings.SITE_URL + path.partition("?")[0]


def test_a_stamp_leads_search_engines_to_its_product(client):
    product = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    path = product.get_absolute_url()
    text = page_of(client, f"/en/q/{page_code_of(product).code}")
    assert link(text, "canonical") == f"{settings.SITE_URL}/en{path}"
    assert f'hreflang="vi" href="{settings.SITE_URL}{path}"' in text
    assert "noindex" not in text
    unknown = client.get("/q/KHONG-CO-MA-NAY")
    assert (unknown.status_code, b"noindex" in unknown.content) == (404, True)
