"""Every product of the register is reachable, within its budget of queries and without a cookie."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.certification.models import Certificate
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.traceability.queries import page_code_of
from tests.catalogue.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(db):
    call_command("search", "rebuild", verbosity=0)


def queries_of(client, url) -> int:
    client.get(url)  # caches of content types and site
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return len(queries)


def test_all_151_products_and_91_producers_have_a_page(client):
    for product in Product.objects.all():
        response = client.get(product.get_absolute_url())
        assert response.status_code == 200
        assert not response.cookies
    for producer in Producer.objects.all():
        assert client.get(producer.get_absolute_url()).status_code == 200


def test_query_budgets_do_not_depend_on_the_number_of_rows(client, index):
    single = Product.objects.get(title="Hạt mắc ca Đắk Lắk cao cấp")
    assert queries_of(client, single.get_absolute_url()) <= 12
    assert queries_of(client, f"/q/{page_code_of(single).code}") <= 8
    for url in ("/san-pham/", "/tim-kiem/?q=ca+phe", "/san-pham/?stars=3&group=I.6"):
        assert queries_of(client, url) <= 8
    one, six = (
        Producer.objects.get(name=name)
        for name in ("Công ty TNHH MTV Kiên Cường", "Công ty Cổ phần dược thảo Thiên Phú")
    )
    assert queries_of(client, one.get_absolute_url()) == queries_of(client, six.get_absolute_url()) <= 12
    assert queries_of(client, "/chu-the/") <= 8
    assert queries_of(client, "/vung/huyen-krong-pac/") <= 12


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Cà phê Chồn Kiên Cường", "5 sao"),
        ("Bột ca cao 3 in 1", "hội đồng xếp hạng 4 sao, chưa có quyết định trong dữ liệu"),
        ("Gạo Briết đặc sản 5 tháng", "có thể đã hết hạn"),
        ("Bơ Dakado", "đã hết hạn"),
        ("Tinh bột nghệ", "không rõ"),
        ("Gà hoa mơ Đại Phúc", "chưa có kết quả"),
        ("Hạt điều rang muối", "chưa có sao"),
    ],
)
def test_the_page_says_what_the_register_knows(client, title, says):
    page = client.get(Product.objects.get(title=title).get_absolute_url()).content.decode()
    assert says.lower() in page.lower()
    if says != "5 sao":
        assert not re.search(r"#stars-[345]", page)


def test_old_slugs_redirect_for_ever(client):
    product = Product.objects.get(title="Bơ Dakado")
    old = product.get_absolute_url()
    Product.objects.filter(pk=product.pk).update(slug="bo-tuoi-dakado")
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, "/san-pham/bo-tuoi-dakado/")
    assert client.get("/san-pham/khong-co/").status_code == 404


def test_a_stamp_typed_by_hand_leads_to_the_verdict(client):
    product = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    code = page_code_of(product).code
    typed = f"{code[:4]}-{code[4:8]} {code[8:]}".lower().replace("0", "o").replace("1", "l")
    assert client.get(f"/q/{typed}")["Location"] == f"/q/{code}"
    page = client.get(f"/q/{code}").content.decode()
    assert 'data-verdict="certified"' in page
    assert "Công ty TNHH MTV Kiên Cường" in page
    for bad in ("0000AAAAAAAA", "x" * 9000, "%00", "🙂", "<script>"):
        response = client.get(f"/q/{bad}")
        assert response.status_code == 404
        assert 'data-verdict="unknown"' in response.content.decode()


def test_a_revoked_certificate_is_said_loudly(client):
    product = make_product(title="Mật ong thử", slug="mat-ong-thu")
    Certificate.objects.create(
        product=product, stars=4, issued="2024-01-10", revoked_on="2024-06-01", revocation_reason="Vi phạm"
    )
    page = client.get(f"/q/{page_code_of(product).code}").content.decode()
    assert 'data-verdict="revoked"' in page


def test_english_pages_keep_the_address(client):
    page = client.get("/en/san-pham/bo-dakado/")
    assert page.status_code == 200
    assert 'lang="en"' in page.content.decode()
    assert 'href="/san-pham/bo-dakado/"' in page.content.decode()


def test_anonymous_pages_are_cacheable_and_revalidated(client):
    response = client.get("/san-pham/bo-dakado/")
    assert "public" in response["Cache-Control"]
    again = client.get("/san-pham/bo-dakado/", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
