"""A CSV with faults: each is named with line and column, and the good rows go in."""

import csv
import unicodedata

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from catalogue.certification.models import Certificate
from catalogue.products.models import Product
from search.models import OutboxEntry
from storefront.public.register.loading import load

pytestmark = pytest.mark.django_db

GOOD = {
    "product_name_vi": "Cà phê thử",
    "producer_name": "Công ty TNHH MTV Kiên Cường",
    "district": "Huyện Cư M'gar",
    "commune": "Xã Ea Kiết",
    "subgroup": "I.6",
    "stars": "4",
    "score": "75.5",
    "council_level": "province",
    "recognition_status": "recognised",
    "year": "2024",
    "source_url": "https://example.org/a",
    "old_province": "Đắk Lắk",
    "producer_type": "company",
    "price_vnd": "",
    "note": "",
}
FAULTS = [
    ("product_name_vi", "", "product_name_vi"),
    ("product_name_vi", "x" * 256, "product_name_vi"),
    ("producer_name", "Công ty không ai biết", "producer_name"),
    ("producer_type", "household", "producer_type"),
    ("producer_type", "kolkhoz", "producer_type"),
    ("district", "Huyện Krông Ana", "district"),
    ("district", "", "district"),
    ("commune", "Xã Không Có", "commune"),
    ("old_province", "Phú Yên", "old_province"),
    ("old_province", "Gia Lai", "old_province"),
    ("subgroup", "I.9", "subgroup"),
    ("subgroup", "I.3", "subgroup"),
    ("stars", "bốn", "stars"),
    ("stars", "6", "stars"),
    ("stars", "2", "stars"),
    ("stars", "", "stars"),
    ("score", "75,5", "score"),
    ("score", "100.5", "score"),
    ("score", "NaN", "score"),
    ("council_level", "huyện", "council_level"),
    ("recognition_status", "certified", "recognition_status"),
    ("year", "2024-13", "year"),
    ("year", "2999", "year"),
    ("year", "khoảng 2024", "year"),
    ("source_url", "javascript:alert(1)", "source_url"),
    ("price_vnd", "-1", "price_vnd"),
    ("note", "chuông \x07", "note"),
]


def write(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(GOOD))
        writer.writeheader()
        writer.writerows(rows)


def run(path, kind="products"):
    return load(kind, file=path, folder=settings.DATA_DIR)


def test_every_fault_is_named_and_the_good_rows_go_in(tmp_path):
    path = tmp_path / "hong.csv"
    rows = [
        {**GOOD, "product_name_vi": f"Cà phê thử {n}", column: value} for n, (column, value, _c) in enumerate(FAULTS)
    ]
    write(path, [GOOD, *rows, GOOD, {**GOOD, "product_name_vi": "Cà phê cuối"}])
    before = Product.objects.count()
    report = run(path)
    expected = [(n + 3, column) for n, (_f, _v, column) in enumerate(FAULTS)]
    duplicate = (len(FAULTS) + 3, "product_name_vi")
    assert [(fault.line, fault.column) for fault in report.faults] == [*expected, duplicate]
    assert all(fault.file == "hong.csv" and fault.reason for fault in report.faults)
    assert Product.objects.count() == before + 2
    assert Certificate.objects.get(product__title="Cà phê thử").stars == 4


def test_a_good_row_goes_in_after_a_refused_one_of_the_same_product(tmp_path):
    path = tmp_path / "lai.csv"
    write(path, [{**GOOD, "stars": "2"}, GOOD])
    report = run(path)
    assert [(fault.line, fault.column) for fault in report.faults] == [(2, "stars")]
    assert Certificate.objects.get(product__title="Cà phê thử").stars == 4


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"", 1, ""),
        (b"product_name_vi,producer_name\nA,B\n", 1, "subgroup"),
        (",".join(GOOD).encode() + b",la\n", 1, "la"),
        (",".join(GOOD).encode() + b",note\n", 1, "note"),
        (",".join(GOOD).encode() + b"\nA,B\n", 2, "district"),
        (",".join(GOOD).encode() + b"\n" + b"A," * 40 + b"\n", 2, "note"),
        (",".join(GOOD).encode() + b'\n"A\n' + b"B," * 14 + b"\n", 2, ""),
        (",".join(GOOD).encode() + b"\nC\xe0 ph\xea,B,,,,,,,,,,,,,\n", 2, "product_name_vi"),
    ],
)
def test_broken_files_are_named(tmp_path, content, line, column):
    path = tmp_path / "hong.csv"
    path.write_bytes(content)
    faults = run(path).faults
    assert (faults[0].line, faults[0].column) == (line, column)
    assert run(tmp_path / "khong-co.csv").faults[0].reason.startswith("cannot be read")


def test_command_names_faults_and_fails(tmp_path, capsys):
    path = tmp_path / "hong.csv"
    write(path, [{**GOOD, "stars": "9"}])
    with pytest.raises(CommandError, match="1 rows or files were refused"):
        call_command("load_register", "--file", f"products={path}")
    assert "hong.csv, line 2, column stars: 9 is not between 1 and 5" in capsys.readouterr().err


def test_second_run_changes_nothing_and_writes_no_outbox_row():
    OutboxEntry.objects.all().delete()
    for kind in ("units", "product_groups", "producers", "products", "certification_events"):
        report = load(kind, file=settings.DATA_DIR / f"{kind}.csv", folder=settings.DATA_DIR)
        assert not report.changed
        assert not report.faults
    assert OutboxEntry.objects.count() == 0


def test_nothing_is_invented():
    no_year = Certificate.objects.filter(issued="")
    assert no_year.count() == 5
    assert set(no_year.values_list("valid_period", flat=True)) == {None}
    assert Product.objects.get(title="Nước rửa chén sinh học").former_commune == "Xã Bình Ngọc"
    assert not Certificate.objects.exclude(decision_no="").exists()
    assert Certificate.objects.filter(issued__contains="-").count() == 0


TWINS = [
    "Cà phê thử Kiên\u00a0Cường", "Cà  phê thử Kiên Cường", "CÀ PHÊ THỬ KIÊN CƯỜNG",
    "Cà phê\u200b thử Kiên Cường\ufeff",
    " cà phê thử kiên cường\u3000", unicodedata.normalize("NFD", "Cà phê thử Kiên Cường"), "Ｃà phê thử Kiên Cường",
    "Cà phê thử, Kiên Cường", "Cà phê thử (Kiên Cường)",
]  # fmt: skip


def test_a_name_typed_another_way_makes_no_twin(tmp_path):
    path = tmp_path / "p.csv"
    name = "Cà phê thử Kiên Cường"
    write(path, [{**GOOD, "product_name_vi": name}])
    assert not run(path).faults
    for twin in TWINS:
        write(path, [{**GOOD, "product_name_vi": twin, "producer_name": GOOD["producer_name"].upper()}])
        report = run(path)
        assert not report.faults
        assert not report.changed
    assert Product.objects.get(title__startswith="Cà phê thử").title == name

    write(path, [{**GOOD, "product_name_vi": "Ca phe thu Kien Cuong"}])
    (fault,) = run(path).faults
    assert fault.column == "product_name_vi" and name in fault.reason
    write(path, [{**GOOD, "product_name_vi": name}, {**GOOD, "product_name_vi": name.upper()}])
    assert "stand already in line 2" in run(path).faults[0].reason


@pytest.mark.parametrize("kind", ["producers", "sales_points", "news", "fairs"])
def test_no_list_of_the_register_makes_twins(tmp_path, kind):
    source = settings.DATA_DIR / f"{kind}.csv"
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    column = next(iter(rows[0]))
    for row in rows:
        row[column] = "\ufeff" + row[column].upper().replace(" ", "\u00a0 ")
    path = tmp_path / "twins.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    report = run(path, kind)
    assert not report.faults
    assert report.counts["created"] == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_file_is_read_as_spreadsheets_save_it(tmp_path, encoding, separator):
    path = tmp_path / "xuat.csv"
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.DictWriter(file, fieldnames=list(GOOD), delimiter=separator)
        writer.writeheader()
        writer.writerow({**GOOD, "note": f"có dấu {separator} trong ô, và ; nữa"})
    assert not run(path).faults
    assert Product.objects.get(title=GOOD["product_name_vi"]).source_note.startswith("có dấu")
