"""The design base: readable colours, light pages, words in the reader's language, pages for trouble."""

import datetime
import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from catalogue.certification.states import CertificateState
from catalogue.money import dong
from storefront.public.design import interfaces
from storefront.templatetags.components import day

FRAME, COMPONENTS = (Path(finders.find(f"css/{name}.css")).read_text() for name in ("frame", "components"))
TEXT_RATIO, SHAPE_RATIO = 4.5, 3.0  # WCAG 2.2: 1.4.3 for text, 1.4.11 for controls and pictures
PAIRS = [
    *((ink, ground, TEXT_RATIO) for ink in ("ink", "muted", "brand") for ground in ("bg", "surface", "sunken")),
    *((tone, f"{tone}-soft", TEXT_RATIO) for tone in ("good", "warn", "bad")),
    ("ink", "neutral-soft", TEXT_RATIO),
    ("brand", "brand-soft", TEXT_RATIO),
    ("brand-hover", "brand-soft", TEXT_RATIO),
    ("on-brand", "brand", TEXT_RATIO),
    ("on-brand", "brand-hover", TEXT_RATIO),
    ("leaf", "surface", TEXT_RATIO),
    ("bad", "bg", TEXT_RATIO),
    ("footer-ink", "footer", TEXT_RATIO),
    ("glow", "footer", TEXT_RATIO),
    *(
        (ink, ground, TEXT_RATIO)
        for ink in ("on-earth", "on-earth-muted", "glow")
        for ground in ("earth", "earth-deep")
    ),
    *((tone, "surface", TEXT_RATIO) for tone in ("good", "warn", "bad")),
    *(("gold", ground, SHAPE_RATIO) for ground in ("bg", "surface", "good-soft", "warn-soft")),
    *(("line-strong", ground, SHAPE_RATIO) for ground in ("bg", "surface")),
    *(("focus", ground, SHAPE_RATIO) for ground in ("bg", "surface", "sunken")),
]


def colours(scheme: str) -> dict[str, str]:
    """Tokens of a scheme; dark overrides light."""
    blocks = re.findall(r":root \{(.*?)\}", FRAME, re.DOTALL)
    assert len(blocks) == 2
    text = blocks[0] if scheme == "light" else "".join(blocks)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_is_readable_on_its_ground(scheme):
    tokens = colours(scheme)
    weak = []
    for front, ground, wanted in PAIRS:
        light, dark = sorted((luminance(tokens[front]), luminance(tokens[ground])), reverse=True)
        ratio = (light + 0.05) / (dark + 0.05)
        if ratio < wanted:
            weak.append(f"{front} on {ground}: {ratio:.2f} < {wanted}")
    assert not weak


def test_style_scripts_and_fonts_stay_small_enough_for_a_cheap_phone():
    assert sum(len(gzip.compress(css.encode())) for css in (FRAME, COMPONENTS)) <= 11_000
    for script in ("dialog", "toast"):
        assert len(gzip.compress(Path(finders.find(f"js/{script}.js")).read_bytes())) <= 1_000
    fonts = [Path(finders.find(f"fonts/be-vietnam-pro-{weight}.woff2")) for weight in (400, 600)]
    assert sum(font.stat().st_size for font in fonts) <= 32_000


def test_every_icon_that_templates_name_exists():
    icons = set(re.findall(r'<symbol id="([\w-]+)"', Path(finders.find("img/icons.svg")).read_text()))
    named = set()
    for template in Path(__file__).parents[3].glob("storefront/templates/**/*.html"):
        text = template.read_text()
        named |= set(re.findall(r'components/icon\.html" with name="([\w-]+)"', text))
        named |= set(re.findall(r'\bicon="([\w-]+)"', text))
    assert len(named) > 10
    assert named <= icons


@pytest.mark.parametrize(
    ("language", "money", "date"),
    [("vi", "1.250.000\u00a0₫", "5/11/2024"), ("en", "1,250,000\u00a0₫", "5 November 2024")],
)
def test_money_and_days_are_written_as_the_reader_does(language, money, date):
    with translation.override(language):
        assert dong(1_250_000) == money
        assert day(datetime.date(2024, 11, 5)) == date
        assert dong(None) == day(None) == ""


@pytest.mark.usefixtures("rendered_anew")
@pytest.mark.parametrize(("path", "language"), [("/design/", "vi"), ("/en/design/", "en")])
def test_the_design_page_shows_every_state_without_script_or_cookie(client, settings, path, language):
    settings.IS_DEMO = True
    response = client.get(path)
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in page
    with translation.override(language):
        for label in (str(state.label) for state in CertificateState if state.is_ended):
            assert label[1:] in page
    assert page.count("panel certificate") == len(CertificateState)
    assert "<style" not in page and " style=" not in page
    assert all(" src=" in tag or "application/ld+json" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert not response.cookies


@pytest.mark.usefixtures("rendered_anew")
def test_every_component_names_its_parameters(client, settings):
    settings.IS_DEMO = True
    page = client.get("/design/").content.decode()
    assert len(interfaces()) > 25
    for name, comment in interfaces().items():
        assert comment, f"components/{name} has no comment"
        assert f"components/{name}</code>" in page


def test_components_without_their_optional_parts_show_no_empty_shells():
    timeline = render_to_string("components/timeline.html", {"items": [{"title": "Được công nhận"}]})
    assert "Nguồn" not in timeline and "href" not in timeline
    assert "chưa rõ ngày" in timeline or "không rõ ngày" in timeline
    tabs = render_to_string(
        "components/tabs.html",
        {"items": [{"label": "A", "url": "/a", "count": 0, "is_current": True}, {"label": "B", "url": "/b"}]},
    )
    assert re.findall(r'<span class="count">(\d+)</span>', tabs) == ["0"]
    assert tabs.count("aria-current") == 1
    table = render_to_string("components/table.html", {"columns": [{"label": "A"}, {"label": "B"}], "empty": "Trống"})
    assert '<td colspan="2">Trống</td>' in table


@pytest.mark.django_db
def test_the_design_page_is_for_staff_outside_the_demo(client, django_user_model, settings):
    settings.IS_DEMO = False
    assert client.get("/design/").status_code == 404
    client.force_login(django_user_model.objects.create(email="can.bo@example.com", is_staff=True))
    assert client.get("/design/").status_code == 200


@pytest.mark.parametrize("path", ["/khong-co-trang-nay/", "/en/no-such-page/"])
@pytest.mark.django_db
def test_a_missing_page_answers_in_the_language_of_the_address(client, path):
    response = client.get(path)
    page = response.content.decode()
    assert response.status_code == 404
    assert ("Trang này không tồn tại" in page) == (not path.startswith("/en/"))
    assert 'rel="canonical"' not in page
    assert not response.cookies


@pytest.mark.django_db
def test_each_page_names_itself_and_its_other_language(client, settings):
    settings.SITE_URL = "https://ocop.example"
    page = client.get("/en/vung/?q=c%C3%A0+ph%C3%AA&x=%22").content.decode()
    assert '<link rel="canonical" href="https://ocop.example/en/vung/">' in page
    assert '<link rel="alternate" hreflang="vi" href="https://ocop.example/vung/">' in page
    assert 'href="/vung/?q=c%C3%A0+ph%C3%AA&amp;x=%22" hreflang="vi"' in page


@pytest.mark.django_db
def test_a_missing_page_offers_a_search_and_ways_on(client):
    page = client.get("/en/no-such-page/").content.decode()
    assert re.search(r'<form class="search-box" action="/en/tim-kiem/"', page)
    assert page.count("<h1") == 1
    for way in ("/en/", "/en/san-pham/", "/en/vung/"):
        assert f'class="chip" href="{way}"' in page


@pytest.mark.parametrize("template", ["403.html", "404.html"])
def test_the_pages_for_trouble_ask_no_database(template):
    """Without the mark django_db a query fails."""
    request = RequestFactory().get("/")
    assert "<h1>" in render_to_string(template, request=request)


def test_the_error_page_needs_nothing_and_speaks_both_languages():
    page = render_to_string("500.html")
    assert "Trang bị lỗi, xin thử lại sau ít phút" in page
    assert 'lang="en"' in page and "Something went wrong on our side" in page
    assert 'action="/tim-kiem/"' in page


@pytest.fixture
def closed_site(client, settings):
    """A site in maintenance; no database: a query fails the test."""
    settings.MAINTENANCE = True
    return client


@pytest.mark.parametrize("path", ["/", "/en/san-pham/", "/q/0000XV5FC9W2", "/quan-tri/", "/khong-co/", "/readyz"])
def test_in_maintenance_every_page_says_when_to_come_back(closed_site, path):
    response = closed_site.get(path)
    page = response.content.decode()
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"
    assert "Trang đang được bảo trì" in page and "The site is being maintained" in page
    assert not response.cookies


def test_in_maintenance_the_process_is_alive_orders_are_refused_and_machines_get_json(closed_site):
    assert closed_site.get("/healthz").status_code == 200
    assert closed_site.post("/gio-hang/them/1/").status_code == 503
    answer = closed_site.get("/api/v1/products")
    assert answer.status_code == 503
    assert answer.json() == {"detail": "The site is being maintained."}
