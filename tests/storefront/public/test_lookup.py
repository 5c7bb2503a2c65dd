"""Certificate look-up: found by any name or number, and what is over is said as loudly as what is valid."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from catalogue.products.models import Product
from catalogue.traceability.stamps.queries import page_code_of
from storefront.public.register.lookup import look_up, number_tokens
from tests.catalogue.factories import make_certificate, make_producer, make_product

pytestmark = pytest.mark.django_db
URL = "/tra-cuu/"


def main_of(response) -> str:
    page = response.content.decode()
    return page[page.index("<main") : page.index("</main>")]


def test_a_product_is_found_by_name_producer_and_stamp_without_marks(client, index):
    chon = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    for typed in ("ca phe chon kien cuong", "Cà phê Chồn", "cong ty kien cuong", page_code_of(chon).code.lower()):
        assert chon.title in main_of(client.get(URL, {"q": typed})), typed


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Quyết định số 12/QĐ-UBND", ["12", "qd", "ubnd"]),
        ("qd 12", ["12"]),
        ("Gạo ST25", []),
        ("", []),
    ],
)
def test_a_number_is_told_from_a_name(text, tokens):
    assert number_tokens(text) == tokens


def test_a_decision_is_found_however_it_is_written_and_no_other(client):
    one, two, hidden = (make_product(title=f"Mật ong số {n}", slug=f"mat-ong-so-{n}") for n in (1, 2, 3))
    make_certificate(product=one, decision_no="12/QĐ-UBND")
    make_certificate(product=two, decision_no="512/QĐ-UBND")
    make_certificate(product=hidden, decision_no="12/QĐ-UBND")
    Product.objects.filter(pk=hidden.pk).update(is_public=False)
    for typed in ("12/QĐ-UBND", "12/qd-ubnd", "quyết định số 12", "12/QĐ-UBND ngày 5/3/2024"):
        assert [row.product for row in look_up(typed).rows] == [one], typed
    assert [row.product for row in look_up("512").rows] == [two]


def test_a_product_code_is_found_as_printed(client):
    coded = make_product(code="66-24133-07-2026")
    assert [row.product for row in look_up("66-24133-07-2026").rows] == [coded]
    assert [row.product for row in look_up("66 24133 07 2026").rows] == [coded]


@pytest.mark.parametrize(
    ("fields", "state", "says"),
    [
        ({"issued": "2024-03-15"}, "valid", "15/3/2027"),
        ({"issued": "2020-03-15"}, "expired", "15/3/2023"),
        ({"issued": "2024-03", "revoked_on": "2024-06-01", "revocation_reason": "Sai nhãn"}, "revoked", "Sai nhãn"),
        ({"issued": "2024-03-15", "suspended_from": "2024-12-01"}, "suspended", "1/12/2024"),
        ({"issued": "2022"}, "expiring", "31/12/2024"),
        ({"issued": "2021"}, "possibly_expired", "31/12/2023"),
        ({"issued": ""}, "undated", "Chưa có thông tin: năm hoặc ngày cấp, ngày cuối còn hiệu lực."),
        ({"issued": "2024"}, "valid", "31/12/2026"),
    ],
)  # fmt: skip
def test_every_state_is_said_with_its_dates_and_only_valid_ones_show_stars(client, fields, state, says):
    make_certificate(decision_no="77/QĐ-UBND", issuing_body="UBND tỉnh Đắk Lắk", **fields)
    main = main_of(client.get(URL, {"q": "77/QĐ-UBND"}))
    assert f'data-state="{state}"' in main
    assert says in main
    assert "UBND tỉnh Đắk Lắk" in main
    assert "77/QĐ-UBND" in main
    assert ("#stars-4" in main) is (state in ("valid", "expiring"))


def test_the_history_lists_every_certificate(client):
    product = make_product()
    make_certificate(product=product, issued="2020-01-10", stars=3, decision_no="5/QĐ-UBND")
    make_certificate(product=product, issued="2024-01-10", stars=4, decision_no="9/QĐ-UBND")
    (row,) = look_up("9/QĐ-UBND").rows
    assert [(item.certificate.stars, item.standing.state) for item in row.certificates] == [
        (4, "valid"),
        (3, "expired"),
    ]
    main = main_of(client.get(URL, {"q": "5/QĐ-UBND"}))
    assert "<table" in main
    assert "9/QĐ-UBND" in main


def test_a_product_without_a_certificate_is_listed_and_says_so(client, index):
    main = main_of(client.get(URL, {"q": "Bột ca cao 3 in 1"}))
    assert 'data-state="council_ranked"' in main
    assert main.count("Chưa có thông tin: ") == main.count("data-state")


def test_nothing_found_says_what_that_means_and_leads_to_a_report(client, index):
    response = client.get(URL, {"q": "zzqx <script> & co"})
    main = main_of(response)
    assert "/bao-nghi-ngo/?about=zzqx" in main
    assert "<script>" not in main
    form = client.get("/bao-nghi-ngo/", {"about": "AB12 CD34 EF56"}).content.decode()
    assert 'value="AB12CD34EF56"' in form


def test_results_are_shareable_cacheable_and_not_indexed(client, index):
    empty, found = client.get(URL), client.get(URL, {"q": "ca phe", "page": "2"})
    for response in (empty, found):
        assert response.status_code == 200
        assert not response.cookies
        assert "public" in response["Cache-Control"]
    assert "noindex" not in empty.content.decode()
    assert '<meta name="robots" content="noindex">' in found.content.decode()
    assert "/en/tra-cuu/?q=ca+phe&amp;page=2" in found.content.decode()


def test_nothing_a_visitor_can_type_breaks_it(client, index):
    for query in ("q=%00", "q=ca+phe&page=999", "q=ca+phe&page=-1", "q=ca+phe&page=x", "q=" + "x" * 5000, "q=12"):
        for view in ("", "&view=print"):
            assert client.get(f"{URL}?{query}{view}").status_code == 200, query
    assert "<article" in main_of(client.get(f"{URL}?q=ca+phe&page=999"))


def test_the_sheet_for_printing_holds_the_same_products(client, index):
    found = look_up("ca phe", page_size=50)
    sheet = client.get(URL, {"q": "ca phe", "view": "print"}).content.decode()
    assert found.total > 10
    assert all(escape(row.product.title) in sheet for row in found.rows)
    assert '<meta name="robots" content="noindex">' in sheet


def test_the_number_of_queries_does_not_depend_on_what_is_found(client, index):
    producer = make_producer()
    for n in range(12):
        product = make_product(producer=producer)
        make_certificate(product=product, issued="2020-01-10", decision_no="88/QĐ-UBND")
        make_certificate(product=product, issued=f"2024-02-{n + 1:02d}", decision_no="99/QĐ-UBND")
    make_certificate(decision_no="7/QĐ-UBND")

    def queries_of(text):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(URL, {"q": text}).status_code == 200
        return len(queries)

    queries_of("ca phe")
    assert queries_of("88/QĐ-UBND") == queries_of("7/QĐ-UBND") <= 10
    assert queries_of("ca phe") == queries_of("Bơ Dakado") <= 10


def test_the_day_decides(client, settings):
    make_certificate(issued="2022-01-10", decision_no="31/QĐ-UBND")
    settings.REGISTRY_DATE = datetime.date(2025, 1, 10)
    assert 'data-state="expiring"' in main_of(client.get(URL, {"q": "31/QĐ-UBND"}))
    settings.REGISTRY_DATE = datetime.date(2025, 1, 11)
    assert 'data-state="expired"' in main_of(client.get(URL, {"q": "31/QĐ-UBND"}))
