"""The clock test: at local midnight after the last day the stars go everywhere, without any job."""

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command

from catalogue.certification.models import Certificate
from catalogue.traceability.stamps.queries import page_code_of
from search.cards import product_hits
from search.contract import SearchQuery
from search.queries import search
from tests.catalogue.factories import make_certificate, make_producer, make_product

pytestmark = pytest.mark.django_db
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def product(own_index):
    producer = make_producer(name="Hợp tác xã Nửa Đêm", slug="hop-tac-xa-nua-dem")
    product = make_product(title="Cà phê Nửa Đêm", slug="ca-phe-nua-dem", producer=producer)
    make_certificate(product=product, stars=4, issued="2022-06-30")  # last day: 30 June 2025
    call_command("search", "rebuild", verbosity=0)
    return product


def everywhere(client, product) -> dict:
    """The stars of the product at each place that shows them."""
    code = page_code_of(product).code
    card = product_hits(type(product).objects.filter(pk=product.pk))[0]
    result = search(SearchQuery(text="nửa đêm"))
    page = client.get(product.get_absolute_url()).content.decode()
    own_part = page.partition("product-card")[0]  # other products may have stars
    four_stars = [facet.count for facet in result.facets["stars"] if facet.value == "4"]
    return {
        "page": "#stars-4" in own_part,
        "card": card.stars == 4,
        "listing": "4 sao" in client.get("/san-pham/?q=nua+dem&stars=4").content.decode(),
        "search": [hit.stars for hit in result.hits if hit.id == product.pk] == [4],
        "facet": four_stars == [1],
        "filter": search(SearchQuery(text="nửa đêm", stars=(4,))).total == 1,
        "api list": client.get("/api/v1/products?q=nua+dem&stars=4").json()["total"] == 1,
        "api": client.get(f"/api/v1/products/{product.pk}").json()["stars"] == 4,
        "stamp": 'data-verdict="certified"' in client.get(f"/q/{code}").content.decode(),
    }


def test_stars_go_at_local_midnight(client, settings, product):
    settings.REGISTRY_DATE = None
    last_second = datetime.datetime(2025, 6, 30, 23, 59, 59, tzinfo=HANOI)
    with time_machine.travel(last_second, tick=False) as clock:
        assert all(everywhere(client, product).values()), everywhere(client, product)
        clock.move_to(last_second + datetime.timedelta(seconds=1))
        shown = {place for place, has_stars in everywhere(client, product).items() if has_stars}
        # The listing page repeats the chosen filter "4 sao" but holds no product any more.
        assert shown <= {"listing"}
        assert "Cà phê Nửa Đêm" not in client.get("/san-pham/?q=nua+dem&stars=4").content.decode()
    assert Certificate.objects.get(product=product).stars == 4


def test_registry_date_sets_the_day_of_a_whole_site(client, settings, product):
    settings.REGISTRY_DATE = datetime.date(2025, 6, 30)
    assert all(everywhere(client, product).values())
    settings.REGISTRY_DATE = datetime.date(2025, 7, 1)
    assert not everywhere(client, product)["page"]
    page = client.get(product.get_absolute_url()).content.decode()
    assert "1/7/2025" in page
