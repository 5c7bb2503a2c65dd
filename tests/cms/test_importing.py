"""News and fairs from CSV: good rows go in once, bad rows are named, an editor's work is kept."""

import csv

import pytest
from django.conf import settings

from catalogue.importing import Report
from cms.models import FairPage, NewsPage
from cms.services import import_fairs, import_news
from tests.catalogue.factories import make_producer, make_product

NEWS = ("headline", "date", "summary", "source_url")
FAIRS = ("name", "venue", "start_date", "end_date", "organiser", "booths", "source_url", "note")
URL = "https://example.com/tin"


@pytest.fixture
def empty(stories):
    """The sections without the pages of the real data."""
    for page in [*NewsPage.objects.all(), *FairPage.objects.all()]:
        page.delete()


def made(model) -> list:
    """The pages that the tests' own rows made."""
    return list(model.objects.filter(source_url__startswith=URL).order_by("pk"))


def load(tmp_path, import_file, header, *rows) -> Report:
    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    report = Report()
    import_file(path, report=report)
    return report


def test_all_29_news_and_14_fairs_are_live_pages_and_the_second_run_changes_nothing(client, empty):
    for name, import_file in (("news.csv", import_news), ("fairs.csv", import_fairs)):
        first, second = Report(), Report()
        import_file(settings.DATA_DIR / name, report=first)
        import_file(settings.DATA_DIR / name, report=second)
        assert first.faults == second.faults == []
        assert not second.changed
    pages = [*NewsPage.objects.live(), *FairPage.objects.live()]
    assert len(pages) == 29 + 14
    for page in pages:
        response = client.get(page.url)
        assert response.status_code == 200
        assert f'href="{page.source_url}" rel="nofollow noopener"'.replace("&", "&amp;") in response.content.decode()


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (("", "2024", "Tin.", URL), "headline", "must not be empty"),
        (("Tin", "2024-13", "Tin.", URL), "date", "not a date"),
        (("Tin", "05/11/2023", "Tin.", URL), "date", "not a date"),
        (("Tin", "2999", "Tin.", URL), "date", "future"),
        (("Tin", "2024", "", URL), "summary", "must not be empty"),
        (("Tin", "2024", "x" * 601, URL), "summary", "longer than 600"),
        (("Tin", "2024", "Tin.", ""), "source_url", "exactly one"),
        (("Tin", "2024", "Tin.", "javascript:alert(1)"), "source_url", "not a web address"),
        (("Tốt", "2024", "Lần nữa.", URL), "headline", "already in line 2"),
    ],
)
def test_a_faulty_news_row_is_named_and_the_good_one_goes_in(stories, tmp_path, row, column, reason):
    report = load(tmp_path, import_news, NEWS, ("Tốt", "2024", "Tin tốt.", URL), row)
    (fault,) = report.faults
    assert (fault.file, fault.line, fault.column) == ("in.csv", 3, column)
    assert reason in fault.reason
    assert [page.title for page in made(NewsPage)] == ["Tốt"]


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"name": ""}, "name"),
        ({"start_date": "2024-09-31"}, "start_date"),
        ({"end_date": "2024-08-01"}, "end_date"),
        ({"booths": "khoảng 200"}, "booths"),
        ({"booths": "0"}, "booths"),
        ({"venue": "x" * 301}, "venue"),
        ({"source_url": f"{URL} {URL}"}, "source_url"),
    ],
)
def test_a_faulty_fair_row_is_named(stories, tmp_path, changed, column):
    good = {"name": "Hội chợ", "venue": "Chợ", "start_date": "2024-08-31", "end_date": "2024-09-02",
            "organiser": "", "booths": "250", "source_url": URL, "note": ""}  # fmt: skip
    assert load(tmp_path, import_fairs, FAIRS, good.values()).faults == []
    report = load(tmp_path, import_fairs, FAIRS, (good | {"name": "Khác"} | changed).values())
    assert [(fault.line, fault.column) for fault in report.faults] == [(2, column)]
    assert len(made(FairPage)) == 1


def test_same_headline_in_two_years_makes_two_addresses(stories, tmp_path):
    load(tmp_path, import_news, NEWS, ("Lễ hội", "2023", "Một.", URL), ("Lễ hội", "2024", "Hai.", URL))
    assert [page.slug for page in made(NewsPage)] == ["le-hoi", "le-hoi-2024"]


def test_a_corrected_row_changes_its_page_but_never_one_that_an_editor_saved(stories, tmp_path):
    load(tmp_path, import_news, NEWS, ("Tin", "2024", "Cũ.", URL))
    report = load(tmp_path, import_news, NEWS, ("Tin", "2024", "Mới.", URL))
    (page,) = made(NewsPage)
    assert (page.summary, report.counts["updated"]) == ("Mới.", 1)

    page.title, page.summary = "Tin đã sửa", "Biên tập."
    page.save_revision().publish()
    report = load(tmp_path, import_news, NEWS, ("Tin", "2024", "Mới nữa.", URL))
    (page,) = made(NewsPage)
    assert (page.title, page.summary) == ("Tin đã sửa", "Biên tập.")
    assert "editor" in report.notes[0].reason


def test_products_of_a_fair_are_those_of_the_register(stories, tmp_path):
    product = make_product(title="Bơ thử", producer=make_producer(name="HTX Thử"))
    path, header = tmp_path / "fairs.csv", "name,start_date,end_date,products,source_url\n"
    for named in ("Bơ thử | HTX Thử", "Bơ thử | Ai khác", ""):
        path.write_text(f"{header}Chợ thử,2024,,{named},https://example.com/cho\n", encoding="utf-8")
        report = Report()
        import_fairs(path, report=report)
        assert [fault.column for fault in report.faults] == (["products"] if "Ai khác" in named else [])
        held = list(FairPage.objects.get(title="Chợ thử").fair_products.values_list("product", flat=True))
        assert held == ([] if not named else [product.pk])
