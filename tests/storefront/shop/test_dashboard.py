"""The shop office: no link of it breaks, for a shop in which everything has happened once."""

import html
import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import reverse

from storefront.order.models import Order
from tests.world import build_world

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results"),
    pytest.mark.filterwarnings("ignore:The default scheme will be changed"),
]
REPORTS = ("order_report", "product_analytics", "customer_report", "open_baskets", "submitted_baskets")
SORTS = ("checkbox", "check", "image", "actions", "variants", "name", "-title", "num_orders", "no-such-column")


def kind_of(address: str) -> str:
    """An address without its numbers: one of each kind is enough."""
    return re.sub(r"\d+", "0", address)


def test_an_administrator_can_follow_every_link_of_the_dashboard():
    client = build_world().clients["administrator"]
    Order.objects.filter(user=None).update(guest_email="")
    start = reverse("dashboard:index")
    lists = ("dashboard:catalogue-product-list", "dashboard:users-index", "dashboard:catalogue-category-list")
    waiting = [start, *(f"{reverse(name)}?sort={sort}" for name in lists for sort in SORTS)]
    reports = reverse("dashboard:reports-index")
    waiting += [f"{reports}?report_type={report}{more}" for report in REPORTS for more in ("", "&download=on")]
    seen, broken = {kind_of(address) for address in waiting}, {}
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        if response.status_code not in (200, 302):
            broken[address] = response.status_code
        if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
            continue
        for link in re.findall(r'<a[^>]+href="([^"#]+)', response.content.decode()):
            found = urljoin(address, html.unescape(link))
            if urlsplit(found).path.startswith(start) and "logout" not in found and kind_of(found) not in seen:
                seen.add(kind_of(found))
                waiting.append(found)
    assert not broken
    assert len(seen) > 60
