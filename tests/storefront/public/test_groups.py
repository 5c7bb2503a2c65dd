"""The pages of the official groups: complete, counted right, honest when empty."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.certification.queries import standings
from catalogue.products.models import Category, Product
from storefront.public.register.groups import GroupCode, group_list, group_page
from tests.catalogue.factories import make_certificate, make_product

pytestmark = pytest.mark.django_db


def codes_below(code: str) -> list[str]:
    return [
        one for one in Category.objects.values_list("code", flat=True) if one == code or one.startswith(f"{code}.")
    ]


def test_every_group_of_the_catalogue_has_a_page_without_a_cookie(client, index):
    codes = list(Category.objects.values_list("code", flat=True))
    assert len(codes) == 39
    for code in codes:
        response = client.get(f"/nhom/{code.lower().replace('.', '-')}/")
        assert response.status_code == 200, code
        assert not response.cookies
    for unknown in ("ix", "i-9", "i-6-a", "abc"):
        assert client.get(f"/nhom/{unknown}/").status_code == 404


def test_code_and_address_are_each_others_inverse():
    address = GroupCode()
    for code in Category.objects.values_list("code", flat=True):
        assert re.fullmatch(address.regex, address.to_url(code))
        assert address.to_python(address.to_url(code)) == code


def test_numbers_agree_with_the_register_at_every_level(index):
    content = group_list()
    assert sum(group.n_products for group in content["groups"]) + content["n_without_group"] == 151
    for code in ("I", "I.3", "I.3.d", "II"):
        products = Product.objects.filter(categories__code__in=codes_below(code), is_public=True)
        group = group_page(code, None)["group"]
        stands = standings([product.pk for product in products])
        assert group.n_products == len(stands) > 0
        assert group.n_certified == sum(1 for stand in stands.values() if stand.stars)


def test_certified_products_come_first_and_no_page_lies_beyond_the_end(index):
    first, last = group_page("I", None), group_page("I", "999")
    pages = first["page"].paginator.num_pages
    assert pages > 1 and last["page"].number == pages
    stars = [bool(hit.stars) for hit in first["result"].hits]
    assert stars == sorted(stars, reverse=True) and stars[0]
    assert len(last["result"].hits) == first["group"].n_products - 24 * (pages - 1)


def test_an_empty_group_says_so_until_a_product_comes(client, own_index):
    assert "Nhóm này chưa có sản phẩm nào" in client.get("/nhom/v-1/").content.decode()
    flower = make_product(title="Hoa lan rừng thử", slug="hoa-lan-rung-thu")
    flower.categories.add(Category.objects.get(code="V.1"))
    make_certificate(product=flower)
    call_command("search", "rebuild", verbosity=0)
    page = client.get("/nhom/v-1/").content.decode()
    assert "Hoa lan rừng thử" in page and "chưa có sản phẩm nào" not in page


def test_ministries_come_from_the_groups_below_where_a_group_names_none(client, index):
    assert group_page("I.6", None)["group"].ministries == ("Bộ Nông nghiệp và Môi trường",)
    assert group_page("II", None)["group"].ministries == ("Bộ Công Thương", "Bộ Y tế")


def test_the_number_of_queries_does_not_grow(client, index):
    def queries_of(url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    assert queries_of("/nhom/") <= 4
    assert queries_of("/nhom/i/") == queries_of("/nhom/v-1/") <= 4
