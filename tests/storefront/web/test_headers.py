"""The headers by which outside observers judge a site, on pages as anonymous visitors get them."""

import html
import json
import re

import pytest
from django.urls import reverse

from cms.models import NewsPage
from storefront.accounts.models import User
from storefront.demo.accounts import ensure_demo_accounts
from storefront.office.wagtail_widgets import call
from tests.storefront.production import manage

PAGES = ["/", "/san-pham/", "/q/KHONGCO", "/khong-co-trang-nay/", "/tai-khoan/dang-nhap/", "/en/"]
ASK = """
import json
from django.conf import settings
from django.test import Client
answer = Client(headers={"host": "saobuon.example"}).get("/healthz", secure=True)
redirected = Client(headers={"host": "saobuon.example"}).get("/san-pham/")
flags = {name: getattr(settings, name) for name in dir(settings) if name.endswith("_COOKIE_SECURE")}
flags |= {"http_only": settings.SESSION_COOKIE_HTTPONLY, "same_site": settings.SESSION_COOKIE_SAMESITE}
answered = {**answer.headers, "status": answer.status_code, "location": redirected.headers.get("Location")}
print(json.dumps([answered, flags]))
"""


def policy(answer) -> dict[str, list[str]]:
    directives = (part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip())
    return {name: sources for name, *sources in directives}


@pytest.mark.parametrize("path", PAGES)
def test_pages_let_nothing_foreign_in_and_are_not_framed(client, db, path):
    answer = client.get(path)
    values = policy(answer)
    assert values["default-src"] == ["'none'"]
    assert values["frame-ancestors"] == ["'none'"]
    assert values["base-uri"] == values["form-action"] == ["'self'"]
    sources = {source for allowed in values.values() for source in allowed}
    assert sources == {"'none'", "'self'", "data:"}
    assert "data:" not in values["script-src"] + values["style-src"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.parametrize(
    ("path", "frames"),
    [
        ("/quan-tri/", "'self'"),
        ("/quan-tri/pages/", "'self'"),
        ("/dashboard/", "'none'"),
        ("/django-admin/", "'none'"),
    ],
)
def test_back_offices_run_scripts_of_the_site_only(client, db, path, frames):
    ensure_demo_accounts()
    client.force_login(User.objects.get(email="quantri@demo.saobuon.example"))
    answer = client.get(path)
    assert answer.status_code == 200
    values = policy(answer)
    scripts = [source for source in values["script-src"] if not source.startswith("'nonce-")]
    assert scripts == values["form-action"] == values["base-uri"] == values["connect-src"] == ["'self'"]
    assert values["default-src"] == ["'none'"]
    assert values["frame-ancestors"] == [frames]
    page = answer.content.decode()
    bare = re.findall(r"<script(?![^>]*(?: src=| nonce=|application/json|text/x-))[^>]*>", page)
    assert bare == []


def test_the_preview_of_a_page_may_be_shown_in_the_editorial_office(client, db):
    ensure_demo_accounts()
    client.force_login(User.objects.get(email="quantri@demo.saobuon.example"))
    answer = client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[NewsPage.objects.first().pk]))
    assert answer.status_code == 200
    assert policy(answer)["frame-ancestors"] == ["'self'"]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize(
    ("script", "name", "arguments"),
    [
        ('new PageChooser("id_page", {"modalUrl": "/a/(b);"});', "PageChooser", ["id_page", {"modalUrl": "/a/(b);"}]),
        ('createTaskChooser("id_task");', "createTaskChooser", ["id_task"]),
    ],
)
def test_choosers_start_without_an_inline_script(script, name, arguments):
    element = call(script)
    assert f'data-call="{name}"' in element and "<script" not in element
    assert json.loads(html.unescape(re.search(r'data-arguments="([^"]*)"', element)[1])) == arguments


def test_a_script_of_another_shape_is_noticed():
    with pytest.raises(ValueError, match="no plain call"):
        call("alert(1); new PageChooser(2)")


def test_pictures_and_data_may_be_used_by_others(client, db):
    assert "Cross-Origin-Resource-Policy" not in client.get("/api/v1/products")


def test_production_speaks_https_only_and_its_cookies_are_not_for_scripts():
    done = manage("shell", "-v", "0", "-c", ASK)
    assert done.returncode == 0, done.stderr
    answer, flags = json.loads(done.stdout)
    assert answer["status"] == 200
    assert answer["location"] == "https://saobuon.example/san-pham/"
    seconds = int(answer["Strict-Transport-Security"].split(";")[0].removeprefix("max-age="))
    assert seconds >= 15_768_000  # half a year
    assert "includeSubDomains" in answer["Strict-Transport-Security"]
    secure = {name: value for name, value in flags.items() if name.endswith("_SECURE")}
    assert {"SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "OSCAR_BASKET_COOKIE_SECURE"} <= set(secure)
    assert all(secure.values()), secure
    assert flags["http_only"] is True
    assert flags["same_site"] in ("Lax", "Strict")
