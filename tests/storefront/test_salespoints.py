"""Sales points: the import, what each stocks, and where a product can be found."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.geography.lookup import PlaceLookup
from catalogue.importing import Report
from search.cards import load_card_facts
from storefront.demo.offers import load_demo_offers
from storefront.partner.models import Partner, StockRecord
from storefront.salespoints.models import SalesPoint
from storefront.salespoints.queries import sales_points_for
from storefront.salespoints.services import import_sales_points
from tests.catalogue.factories import make_certificate

from .shop.offers import make_offer, make_shelf

pytestmark = pytest.mark.django_db
HEADER = "name,address,district,opened,operator,source_url,note\n"


def load(path) -> Report:
    report = Report()
    import_sales_points(path, places=PlaceLookup(), report=report)
    return report


def test_the_three_points_of_the_data_are_there_and_a_second_import_changes_nothing(settings):
    path = settings.DATA_DIR / "sales_points.csv"
    assert load(path).counts["unchanged"] == 3
    assert list(SalesPoint.objects.order_by("name").values_list("opened", flat=True)) == [
        "2023-12-09", "2021-12-05", "",
    ]  # fmt: skip
    assert Partner.objects.filter(sales_point__isnull=False).count() == 3


def test_a_faulty_row_is_named_and_the_good_ones_go_in(tmp_path):
    path = tmp_path / "sales_points.csv"
    rows = [
        "Điểm tốt,Buôn Hồ,Thị xã Buôn Hồ,2024-05,,https://example.com/a,",
        ",Không tên,,,,,",
        "Sai huyện,X,Huyện Không Có,,,,",
        "Sai ngày,X,,2024-13,,,",
        "Tương lai,X,,2999,,,",
        "Sai nguồn,X,,,,khong-phai-dia-chi,",
        "Không địa chỉ,,,,,,",
        "Điểm tốt,Hai lần,,,,,",
    ]
    path.write_text(HEADER + "\n".join(rows) + "\n")
    report = load(path)
    assert report.counts["created"] == 1
    assert [(fault.line, fault.column) for fault in report.faults] == [
        (3, "name"), (4, "district"), (5, "opened"), (6, "opened"), (7, "source_url"), (8, "address"), (9, "name"),
    ]  # fmt: skip
    point = SalesPoint.objects.get(name="Điểm tốt")
    assert (point.slug, point.opened, point.unit.name) == ("diem-tot", "2024-05", "Thị xã Buôn Hồ")
    assert load(path).counts["unchanged"] == 1


def test_a_change_in_the_file_is_taken_over_and_the_address_stays(tmp_path):
    path = tmp_path / "sales_points.csv"
    path.write_text(HEADER + "Điểm A,Số 1,,,,,\n")
    load(path)
    path.write_text(HEADER + "Điểm A,Số 2,,2024,,,\n")
    assert load(path).counts["updated"] == 1
    point = SalesPoint.objects.get(name="Điểm A")
    assert (point.address, point.opened, point.slug) == ("Số 2", "2024", "diem-a")


def test_the_page_says_what_the_source_says_and_what_the_point_stocks():
    offer = make_offer(title="Cà phê của điểm bán")
    make_certificate(product=offer.product, stars=4, issued="2024-03-15")
    shelf = make_shelf(offer.product, units=7)
    shelf.is_illustrative = True
    shelf.save()
    point = shelf.partner.sales_point
    SalesPoint.objects.filter(pk=point.pk).update(opened="2021-12", source_urls=["https://www.example.com/x"])
    page = Client().get(point.get_absolute_url()).content.decode()
    for text in ("Cà phê của điểm bán", "4 sao", "dữ liệu minh họa", "12/2021", "example.com", point.address):
        assert text in page
    assert point.name in Client().get("/diem-ban/").content.decode()


def test_public_pages_set_no_cookie_and_may_be_cached():
    for path in ("/diem-ban/", "/diem-ban/cua-hang-ocop-dak-lak/", "/en/diem-ban/"):
        answer = Client().get(path)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "public" in answer.headers["Cache-Control"]


def test_an_old_address_leads_to_the_new_one():
    SalesPoint.objects.filter(slug="cua-hang-ocop-dak-lak").update(slug="cua-hang-moi")
    answer = Client().get("/diem-ban/cua-hang-ocop-dak-lak/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/diem-ban/cua-hang-moi/")


def test_where_a_product_can_be_found_takes_no_query_of_its_own(django_assert_num_queries):
    product = make_offer().product
    for number, units in enumerate((3, 0, 8)):
        make_shelf(product, units=units, name=f"Điểm {number}")
    load_card_facts([product])
    with django_assert_num_queries(0):
        points = sales_points_for(product)
        assert [(point.name, point.left) for point in points] == [("Điểm 2", 8), ("Điểm 0", 3), ("Điểm 1", 0)]


def test_queries_do_not_grow_with_points_or_products():
    def queries(path):
        Client().get(path)
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(path).status_code == 200
        return len(captured)

    shelf = make_shelf(make_offer().product)
    paths = ("/diem-ban/", shelf.partner.sales_point.get_absolute_url())
    few = [queries(path) for path in paths]
    load_demo_offers()
    for _number in range(5):
        record = make_offer()
        StockRecord.objects.create(
            product=record.product, partner=shelf.partner, partner_sku=f"s{record.pk}", num_in_stock=3
        )
    assert [queries(path) for path in paths] == few
    assert max(few) <= 8


# -- prices and stock of the demo ------------------------------------------------------------------------------


def test_demo_offers_are_marked_repeatable_and_leave_real_ones_alone():
    load_demo_offers()
    product = StockRecord.objects.get(partner__producer__isnull=False, num_in_stock=0).product
    StockRecord.objects.all().delete()
    partner = Partner.objects.get(producer=product.producer)
    StockRecord.objects.create(product=product, partner=partner, partner_sku="real", price=77_000, num_in_stock=5)
    load_demo_offers()
    before = set(StockRecord.objects.values_list("pk", "price", "num_in_stock", "date_updated"))
    assert load_demo_offers() == {"online": 0, "at sales points": 0}
    assert set(StockRecord.objects.values_list("pk", "price", "num_in_stock", "date_updated")) == before
    online = StockRecord.objects.filter(partner__producer__isnull=False, is_illustrative=True)
    assert 80 <= online.count() <= 100  # of 151 products
    assert not online.filter(product__producer=None).exists()
    assert not online.filter(product=product).exists()
    assert all(record.price % 1000 == 0 for record in online)
    assert online.filter(num_in_stock=1).count() == 1
    assert online.filter(num_in_stock=0).count() == 1
    shelves = [point.partner.stockrecords.filter(is_illustrative=True).count() for point in SalesPoint.objects.all()]
    assert sorted(shelves) == [12, 18, 25]


def test_no_illustrative_price_outside_the_demo(settings):
    settings.IS_DEMO = False
    with pytest.raises(Exception, match="demo only"):
        load_demo_offers()
    assert not StockRecord.objects.exists()
