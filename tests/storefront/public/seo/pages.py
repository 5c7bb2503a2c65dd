"""Reading what a page tells machines."""

import html
import json
import re

from django.conf import settings

from catalogue.geography.models import AdminUnit
from catalogue.products.models import Product
from catalogue.traceability.stamps.queries import page_code_of
from cms.models import FairPage, InfoPage, NewsPage
from storefront.salespoints.models import SalesPoint


def page_of(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def things_of(text: str) -> dict[str, dict]:
    """The JSON-LD of a page by type."""
    found = {}
    for script in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
        data = json.loads(script)
        assert data["@context"] == "https://schema.org"
        for thing in data.get("@graph", [data]):
            assert thing["@type"] not in found, f"two of {thing['@type']}"
            found[thing["@type"]] = thing
    return found


def meta(text: str, name: str) -> str:
    (value,) = re.findall(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)">', text)
    return html.unescape(value)


def link(text: str, rel: str) -> str:
    (value,) = re.findall(rf'<link rel="{rel}" href="([^"]*)">', text)
    return html.unescape(value)


def local(url: str) -> str:
    assert url.startswith(settings.SITE_URL + "/")
    return url.removeprefix(settings.SITE_URL)


def every_kind(client) -> list[str]:
    product = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    unit = AdminUnit.objects.get(slug="huyen-krong-pac")
    pages = [model.objects.live().first() for model in (NewsPage, FairPage)]
    pages += InfoPage.objects.live()
    return [
        "/",
        "/san-pham/",
        "/chu-the/",
        "/vung/",
        "/nhom/",
        "/nhom/i-6/",
        "/diem-ban/",
        "/tra-cuu/",
        "/gop-y/",
        "/tim-kiem/",
        "/cau-chuyen/",
        "/tin-tuc/",
        "/hoi-cho/",
        product.get_absolute_url(),
        product.producer.get_absolute_url(),
        unit.get_absolute_url(),
        SalesPoint.objects.first().get_absolute_url(),
        f"/q/{page_code_of(product).code}",
        *(page.url for page in pages if page),
    ]
