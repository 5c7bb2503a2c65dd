"""The table of prefixes says what lies at every address, and pages, robots.txt and caches follow it."""

import pytest
from django.test import Client

from storefront.web.prefixes import OTHERS, PAGES, Kind, begins, kind_of
from tests.url_table import routes


def has_entry(pattern: str) -> bool:
    path = pattern.removeprefix("/")
    named = any(name and path.startswith(name) for name in (*OTHERS, *PAGES))
    # The home page, GS1's identifiers and Wagtail's pages are what is left when nothing else fits.
    return named or path in ("", "<path>", "<0>")


def test_every_address_has_an_entry():
    assert not has_entry("/moi/<key>/")
    assert [route.pattern for route in routes() if not has_entry(route.pattern)] == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", Kind.PUBLIC),
        ("/en/", Kind.PUBLIC),
        ("/en/gio-hang/", Kind.PRIVATE),
        ("/cau-chuyen/ca-phe/", Kind.PUBLIC),
        ("/quan-tri/pages/", Kind.OFFICE),
        ("/en/quan-tri/", Kind.PUBLIC),  # no office there: offices have no language
        ("/01/08930000000013/10/A", Kind.MACHINE),
        ("/8003/08930000000013", Kind.MACHINE),
        ("/12345/", Kind.PUBLIC),
        ("/epcis/v2/", Kind.DATA),
        ("/static/css/base.css", Kind.FILE),
    ],
)
def test_the_longest_entry_counts_with_and_without_language(path, kind):
    assert kind_of(path) is kind


@pytest.mark.django_db
def test_what_belongs_to_one_visitor_is_kept_by_nobody_and_closed_to_crawlers():
    client = Client()
    closed = client.get("/robots.txt").content.decode().splitlines()
    for path in begins(Kind.PRIVATE):
        assert f"Disallow: {path}" in closed
        assert "public" not in client.get(path).get("Cache-Control", "")
    assert "public" in Client().get("/chu-the/")["Cache-Control"]
