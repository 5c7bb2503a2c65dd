"""The back offices and the second factor under their Content-Security-Policy: the browser reports every breach."""

import psycopg
import pytest

from deploy.audit import axe, people
from storefront.demo.sign_in import DOMAIN, PASSWORD

FIRST = {  # a page of each kind, and an account
    "story": "SELECT min(page_ptr_id) FROM cms_storypage",
    "news": "SELECT min(page_ptr_id) FROM cms_newspage",
    "account": "SELECT min(id) FROM accounts_user",
    "product": "SELECT min(id) FROM catalogue_product",
}
BESIDES = (
    "/quan-tri/account/", "/quan-tri/reports/site-history/", "/quan-tri/snippets/complaints/complaint/",
    "/quan-tri/images/", "/dashboard/", "/dashboard/orders/", "/dashboard/orders/statistics/", "/dashboard/users/",
    "/dashboard/partners/create/", "/dashboard/catalogue/option/create/", "/django-admin/",
    "/django-admin/producers/producer/",
)  # fmt: skip


@pytest.fixture
def rows(site) -> dict[str, int]:
    with psycopg.connect(site.database) as database:
        return {name: database.execute(query).fetchone()[0] for name, query in FIRST.items()}


def test_the_offices_work_under_their_policy(page, site, rows):
    """Wagtail: picking a day and a product, preview. Django's admin: rights. Oscar: tabs and dates."""
    page.context.add_cookies(people.signed_in(site.url, "quantri").cookies)

    def go(path: str) -> None:
        answer = page.goto(site.url + path, wait_until="load")
        assert answer.status == 200, path
        assert "script-src 'self'" in answer.headers["content-security-policy"]

    go(f"/quan-tri/pages/{rows['news']}/edit/")
    page.locator(".xdsoft_datetimepicker").nth(1).wait_for(state="attached")  # days of publication and of its end
    page.locator('[data-side-panel-toggle="preview"], [data-side-panel="preview"]').first.click()
    page.frame_locator("iframe").first.locator("main h1").wait_for()

    go(f"/quan-tri/pages/{rows['story']}/edit/")
    page.locator('#id_product-chooser [data-w-dropdown-target="toggle"]').first.click()
    page.locator(".tippy-content [data-chooser-action-choose]").click()
    page.locator(".modal tbody a").nth(2).click()
    page.locator(".modal.in, .modal.show").wait_for(state="hidden")
    assert page.input_value("#id_product").isdigit()

    go(f"/django-admin/accounts/user/{rows['account']}/change/")
    assert page.locator(".selector-available:visible").count() == 2
    go(f"/dashboard/catalogue/products/{rows['product']}/")
    page.locator(".select2-container").first.wait_for(state="attached")
    go("/dashboard/reports/")
    page.locator(".input-group-append").first.click()
    page.locator(".bootstrap-datetimepicker-widget").first.wait_for()
    for path in BESIDES:
        go(path)


def test_a_passkey_is_added_and_opens_the_account(page, site):
    """With the authenticator that the browser itself plays."""
    email = f"quantri2@{DOMAIN}"  # whom no other test signs in: from now on the key is asked for
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True}
    key = {"options": options | {"automaticPresenceSimulation": True}}
    browser.send("WebAuthn.addVirtualAuthenticator", key)
    address = site.url.replace("127.0.0.1", "localhost")  # passkeys belong to the name in SITE_URL

    def sign_in() -> None:
        page.goto(f"{address}/tai-khoan/dang-nhap/")
        page.fill("[name=login]", email)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")

    sign_in()
    page.wait_for_url(f"{address}/theo-doi/can-bo/")
    page.goto(f"{address}/tai-khoan/hai-lop/ung-dung/bat/")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/hai-lop/ung-dung/bat/")
    assert axe.violations(page) == []
    page.goto(f"{address}/tai-khoan/hai-lop/khoa/them/")
    assert axe.violations(page) == []
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/hai-lop/ma-du-phong/")
    assert page.locator("ol.code li").count() == 10
    assert axe.violations(page) == []
    page.context.clear_cookies()
    sign_in()
    page.wait_for_url("**/hai-lop/xac-thuc/")
    assert axe.violations(page) == []
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url(f"{address}/theo-doi/can-bo/")
