"""The screens behind the sign-in, looked at as test_pages.py does at the public ones."""

import pytest
from playwright.sync_api import expect

from deploy.audit import people
from deploy.audit.pages import OFFICE, WORK_PAGES, WorkPage
from storefront.demo import accounts as demo

from .content import add_to
from .visitor import DESK, PHONE, Visitor, look

FILLED = (
    WorkPage("account-orders", "/tai-khoan/", role="nguoimua"),
    WorkPage("office-alert", f"{OFFICE}ban-sao/[0-9]+/", role="canbo", via=f"{OFFICE}ban-sao/"),
    WorkPage("office-suspicion", f"{OFFICE}nghi-ngo/[0-9]+/", role="canbo", via=f"{OFFICE}nghi-ngo/"),
    WorkPage("office-restore", f"{OFFICE}thu-hoi/chung-nhan/[0-9]+/", role="canbo", via=f"{OFFICE}thu-hoi/"),
)
PRODUCER = next(page for page in WORK_PAGES if page.name == "trace-form-lot")
REQUEST = next(page for page in WORK_PAGES if page.name == "office-form-data-request")


@pytest.fixture(scope="module")
def filled_site(site):
    add_to(site, "full_queues")
    return site


@pytest.fixture(scope="module")
def window_of(browser, filled_site):
    """One window for each person."""
    windows = {}

    def find(role: str) -> Visitor:
        if role not in windows:
            windows[role] = Visitor(browser, filled_site.url, people.signed_in(filled_site.url, role))
        return windows[role]

    yield find
    for window in windows.values():
        window.context.close()


@pytest.mark.parametrize("work_page", (*WORK_PAGES, *FILLED), ids=lambda page: page.name)
def test_workplace(window_of, work_page):
    assert look(window_of(work_page.role), work_page) == []


@pytest.mark.parametrize(("work_page", "typed"), [(PRODUCER, "x"), (REQUEST, "")], ids=["number", "required"])
def test_a_refused_form_stays_accessible(window_of, work_page, typed):
    visitor = window_of(work_page.role)
    visitor.open(work_page, size=PHONE)
    visitor.page.locator("main form[method=post]").evaluate(
        """(form, typed) => {
            for (const field of form.querySelectorAll("input[type=text]")) field.value = typed;
            form.noValidate = true;
            form.requestSubmit();
        }""",
        typed,
    )
    visitor.page.locator("main [aria-invalid=true]").first.wait_for()
    visitor.faults.clear()  # the page itself is a 422
    visitor.note_axe()
    visitor.note_overflow(320)
    assert visitor.faults == []


def test_officers_find_their_queues_in_the_editors_menu(window_of, filled_site):
    """A folded menu that opens by click; each entry leads to its screen."""
    visitor = window_of("canbo")
    page = visitor.page
    page.set_viewport_size(DESK)
    page.goto(f"{filled_site.url}/quan-tri/")
    page.get_by_role("button", name="Các trang của cán bộ").click()
    page.get_by_role("link", name="Cảnh báo tem bị sao chép").click()
    page.wait_for_url(f"{filled_site.url}{OFFICE}ban-sao/")


def test_the_audit_knows_the_demo_accounts():
    assert (people.PASSWORD, people.DOMAIN) == (demo.PASSWORD, demo.DOMAIN)


def test_a_tap_fills_in_where_the_device_is(window_of, filled_site):
    visitor = window_of("htx")
    page = visitor.page
    page.context.grant_permissions(["geolocation"], origin=filled_site.url)
    page.context.set_geolocation({"latitude": 12.678912, "longitude": 108.0432})
    places = next(work for work in WORK_PAGES if work.name == "portal-places")
    visitor.open(places, size=PHONE)
    page.get_by_role("button", name="Dùng vị trí của tôi").click()
    expect(page.get_by_label("Vĩ độ")).to_have_value("12.67891")
    expect(page.get_by_label("Kinh độ")).to_have_value("108.04320")
    page.context.clear_permissions()
    visitor.note_axe()
    assert visitor.faults == []
