"""The JSON API: shapes, filters, and a 422 that names a bad value."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.producers.models import Producer
from catalogue.products.models import Product

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def get(client, path):
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200, response.content
    return response.json()


def test_products_have_what_a_machine_needs(client):
    page = get(client, "products?q=chồn kiên cường")
    first = page["results"][0]
    assert first["name"] == "Cà phê Chồn Kiên Cường"
    assert first["producer"] == "Công ty TNHH MTV Kiên Cường"
    assert (first["district"], first["commune"]) == ("Thành phố Buôn Ma Thuột", "Phường Tân Tiến")
    assert (first["stars"], first["group"]) == (5, "I.6")
    assert first["url"].endswith("/san-pham/ca-phe-chon-kien-cuong/")
    assert set(page["facets"]) >= {"area", "stars", "group"}


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("", 151),
        ("stars=5", 2),
        ("stars=4", 2),
        ("district=Huyện Krông Pắc", 19),
        ("area=huyen-krong-pac", 19),
        ("area=pre2025:655", 6),
        ("group=II", 3),
        ("group=I.6", 33),
        ("district=Huyện Krông Pắc&stars=3", 15),
        ("q=khong co gi nhu the nay zzz", 0),
    ],
)
def test_filters_count_exactly(client, query, total):
    assert get(client, f"products?page_size=1&{query}")["total"] == total


def test_an_old_code_that_is_also_new_means_the_new_unit(client):
    new = get(client, "products?area=24478")["total"]
    assert new == get(client, "products?area=post2025:24478")["total"]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("stars=2", "stars"),
        ("stars=bốn", "stars"),
        ("page=0", "page"),
        ("page_size=101", "page_size"),
        ("page_size=0", "page_size"),
        ("area=99999", "area"),
        ("district=Huyện Không Có", "district"),
        ("group=IX", "group"),
        ("q=%00", "q"),
    ],
)
def test_a_bad_value_is_a_422_that_names_it(client, query, named):
    response = client.get(f"/api/v1/products?{query}")
    assert response.status_code == 422
    assert named in response.content.decode()


def test_detail_and_areas(client):
    product = Product.objects.get(title="Hạt mắc ca Đắk Lắk cao cấp")
    body = get(client, f"products/{product.pk}")
    assert [certificate["stars"] for certificate in body["certificates"]] == [5, 4]
    assert body["certificates"][0]["issued_precision"] == "year"
    producer = Producer.objects.get(name="Công ty Cổ phần dược thảo Thiên Phú")
    assert len(get(client, f"producers/{producer.pk}")["products"]) == 6
    assert client.get("/api/v1/products/999999").status_code == 404
    assert len(get(client, "areas?system=post2025&tier=commune")) == 102
    slugs = [unit["slug"] for unit in get(client, "areas?q=cu mgar")]
    assert "huyen-cu-mgar" in slugs
    assert "xa-ea-kiet" in slugs


def test_openapi_and_docs_are_served(client):
    assert get(client, "openapi.json")["info"]["title"] == "Sao Buôn"
    docs = client.get("/api/v1/docs")
    assert docs.status_code == 200
    assert "https://" not in docs.content.decode()


def test_list_needs_few_queries_whatever_the_page_size(client):
    counts = []
    for size in (1, 100):
        with CaptureQueriesContext(connection) as queries:
            get(client, f"products?page_size={size}")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
