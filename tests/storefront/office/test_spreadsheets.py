"""Every table that leaves the site: nothing in it is taken for a formula, and Vietnamese stays Vietnamese."""

import csv
import datetime
import io
import re
import unicodedata
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook
from oscar.apps.address.models import Country
from oscar.apps.analytics.models import ProductRecord, UserRecord
from oscar.apps.dashboard.reports.utils import GeneratorRepository
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from catalogue.spreadsheets import MARK, csv_cell
from catalogue.traceability.lots.services import create_lot
from catalogue.traceability.models import Event
from storefront.accounts.models import User
from storefront.basket.models import Basket
from storefront.demo.accounts import ensure_demo_accounts
from storefront.order.models import Order, ShippingAddress
from tests.catalogue.factories import make_producer, make_product
from tests.url_table import Route, routes

NAME = '=HYPERLINK("http://x.example","Cà phê Ê-đê")'
COMMANDS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "＝1", "＋1", "－1", "＠A", "﹦1",
    "−1", '"=1"', "'=1", "“=1”", "\u200b=1", "\ufeff=1", "a;=1", 'a;"=1', "a; ＝1", "=cmd|' /C calc'!A0", NAME,
)  # fmt: skip
PLAIN = ("Cà phê Ê-đê", "0912 345 678", "a=b", "giá - rẻ", "me@x.example", "Lô 3; Lô 4", "", "ấm 5 °C")


def is_guarded(text: str) -> bool:
    """Told apart from the guard's own words: no cell begins with a sign, whatever a program leaves out before it."""
    for part in text.split(";"):
        bare = "".join(letter for letter in part if unicodedata.category(letter) not in ("Cf", "Cc", "Zs"))
        if unicodedata.normalize("NFKC", bare).lstrip('"“”‘’')[:1] in ("=", "+", "-", "−", "@"):
            return False
    return text[:1] not in ("\t", "\r", "\n")


@pytest.mark.parametrize("text", COMMANDS)
def test_no_text_is_taken_for_a_formula(text):
    assert is_guarded(csv_cell(text)) and csv_cell(text) != text
    assert csv_cell(text).replace("'", "") == text.replace("'", ""), "and can still be read"


def test_everything_else_stays_as_it_is():
    assert [csv_cell(text) for text in PLAIN] == list(PLAIN)
    numbers = (5, -5, Decimal("-12000.00"), Decimal("0.500"), 1.5, True, datetime.date(2026, 4, 1), None)
    assert [str(csv_cell(number)) for number in numbers] == [
        "5", "-5", "-12000", "0.5", "1.5", "True", "2026-04-01", "",
    ]  # fmt: skip
    assert csv_cell("+84 905 123 456") == "'+84 905 123 456", "a telephone number is a text"
    assert csv_cell(gettext_lazy("-")) == "'-", "a text that is made only when it is shown"
    assert is_guarded(str(csv_cell(float("-inf")))) and is_guarded(str(csv_cell(datetime.timedelta(-1))))
    assert csv_cell("a\x00\x1fb\ud800") == "ab", "what no table can hold"


# -- all exports ------------------------------------------------------------------------------------


@pytest.fixture
def administrator(db):
    """Signed in, in a site where everything that has a name is called NAME."""
    ensure_demo_accounts()
    user = User.objects.get(email="quantri@demo.saobuon.example")
    user.first_name = NAME[:150]
    user.save()
    product = make_product(producer=make_producer(), title=f"{NAME} bột")
    vietnam, _is_new = Country.objects.get_or_create(iso_3166_1_a2="VN", defaults={"printable_name": "Việt Nam"})
    address = ShippingAddress.objects.create(first_name=NAME, line1="@Số 12", country=vietnam)
    Order.objects.create(
        number="S-1", user=user, shipping_address=address, total_incl_tax=12000, total_excl_tax=12000, currency="VND"
    )
    UserRecord.objects.get_or_create(user=user)
    ProductRecord.objects.get_or_create(product=product)
    Basket.objects.create(owner=user)
    home = Site.objects.get(is_default_site=True).root_page
    page = Page(title=NAME, slug="bang-tinh")
    home.add_child(instance=page)
    page.save_revision(user=user, log_action=True).publish(user=user)
    page.refresh_from_db()
    page.title, page.locked, page.locked_by, page.locked_at = NAME, True, user, timezone.now()
    page.save()
    Redirect.objects.create(old_path="/cu", redirect_link=f"/moi?{NAME}", site=home.sites_rooted_here.first())
    lot = create_lot(product=product, code="=1+2", test_report=NAME)
    Event.objects.create(lot=lot, kind="packing", started_at=timezone.now(), actor="\u200b＝cmd", note=f"  {NAME}")
    client = Client()
    client.force_login(user)
    client.lot = lot
    return client


def exports(client: Client) -> dict[str, bytes]:
    """All tables of the site by their names."""
    files = {}
    for route in routes():
        view = getattr(route.view, "view_class", None)
        if view is not None and issubclass(view, SpreadsheetExportMixin) and _is_open(route):
            for ending in ("csv", "xlsx"):
                address = f"{route.address()}?export={ending}"
                files[f"{address} .{ending}"] = client.get(address)
    for generator in GeneratorRepository().get_report_generators():
        address = f"/dashboard/reports/?report_type={generator.code}&download=true"
        files[f"{address} .csv"] = client.get(address)
    address = "/dashboard/orders/?response_format=csv"
    files[f"{address} .csv"] = client.get(address)
    address = "/theo-doi/can-bo/tim-kiem/tai-ve.csv"
    files[f"{address} .csv"] = client.get(address)
    contents = {}
    for name, answer in files.items():
        assert answer.status_code == 200, name
        contents[name] = b"".join(answer.streaming_content) if answer.streaming else answer.content
    report = client.post(
        f"/theo-doi/can-bo/du-lieu/bao-cao/?product={client.lot.product_id}",
        {"authority": NAME, "reason": NAME, "received_at": f"{timezone.localtime():%Y-%m-%dT%H:%M}"},
    )
    archive = zipfile.ZipFile(io.BytesIO(b"".join(report.streaming_content)))
    contents |= {f"zip: {name}": archive.read(name) for name in archive.namelist() if name.endswith(".csv")}
    return contents


def _is_open(route: Route) -> bool:
    """Whether no row before this one takes its address (see storefront.accounts.sign_in_urls)."""
    try:
        return resolve(route.address()).func is route.view
    except Resolver404:
        return False


def rows_of(name: str, content: bytes) -> list[list[str]]:
    """Cells of a table, as the programs that open it read them. A formula in a workbook fails here."""
    if name.endswith("csv"):
        text = content.decode()
        assert text.startswith(MARK), name
        return list(csv.reader(io.StringIO(text[1:])))
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows())
    for row in rows:
        for cell in row:
            is_sign = isinstance(cell.value, str) and not is_guarded(cell.value)
            assert cell.data_type != "f" and (not is_sign or (cell.data_type == "s" and cell.quotePrefix)), (
                name,
                cell.value,
            )
    return [[str(cell.value or "") for cell in row] for row in rows]


def test_no_export_holds_a_formula_and_each_is_in_vietnamese(administrator):
    named = []
    for name, content in exports(administrator).items():
        rows = rows_of(name, content)
        cells = [cell for row in rows for cell in row]
        if name.endswith("csv"):
            assert all(is_guarded(cell) or re.fullmatch(r"-?[\d.]+", cell) for cell in cells), (name, cells)
        if any("Cà phê Ê-đê" in cell for cell in cells):
            named.append(name)
    assert len(named) >= 13, named
    for part in (
        "order_report", "product_analytics", "user_analytics", "open_baskets", "orders/?", "history/?export=csv",
        "history/?export=xlsx", "aging-pages", "locked/?export=xlsx", "redirects", "zip: events", "zip: lots",
    ):  # fmt: skip
        assert any(part in name for name in named), (part, named)


def test_tables_are_written_in_one_place():
    """A writer of its own would not be guarded."""
    allowed = {"catalogue/spreadsheets.py", "storefront/office/spreadsheets/libraries.py"}
    for package in ("catalogue", "cms", "search", "media", "storefront"):
        for path in Path(settings.BASE_DIR, package).rglob("*.py"):
            name = str(path.relative_to(settings.BASE_DIR))
            is_writer = re.search(r"csv\.(Dict)?[wW]riter|openpyxl|xlsxwriter|UnicodeCSVWriter", path.read_text())
            assert not is_writer or name in allowed, name
