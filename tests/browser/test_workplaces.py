"""The screens behind the sign-in, looked at as test_pages.py does at the public ones."""

import pytest

from deploy.audit import people
from deploy.audit.pages import OFFICE, WORK_PAGES, WorkPage
from storefront.demo import accounts as demo

from .visitor import DESK, LOOKS, PHONE, Visitor, look, run_on

# What the demo has none of: an order, a report, an alert of copies, a certificate revoked without a recall.
FILL = """
import datetime
import django
django.setup()
from django.db import transaction
from catalogue.certification.services import revoke_certificate
from catalogue.traceability.models import CloneAlert, Stamp
from catalogue.traceability.suspicions import report_suspicion
from media.evidence import take_in
from storefront.accounts.models import User
from storefront.checkout.services import place_order
from tests.catalogue.factories import make_certificate
from tests.media.drawn import drawn, upload
from tests.storefront.shop.offers import LAN, make_basket, make_offer
with transaction.atomic():
    buyer = User.objects.get(email="nguoimua@demo.saobuon.example")
    place_order(basket=make_basket(make_offer(), owner=buyer), contact=LAN, shown_total=130_000, buyer=buyer)
    CloneAlert.objects.create(stamp=Stamp.objects.filter(batch__state="active", position=5).first(), score=2)
    report_suspicion(text="Tem in mờ, vị khác hẳn", where="Chợ Buôn Ma Thuột", contact="0912 345 678",
                     photo=take_in(upload(drawn())))
    officer = User.objects.get(email="canbo@demo.saobuon.example")
    revoke_certificate(certificate=make_certificate(), by=officer,
                       on=datetime.date(2024, 6, 1), reason="Hậu kiểm")
"""
FILLED = (
    WorkPage("account-orders", "/tai-khoan/", role="nguoimua"),
    WorkPage("office-alert", f"{OFFICE}ban-sao/[0-9]+/", role="canbo", via=f"{OFFICE}ban-sao/"),
    WorkPage("office-suspicion", f"{OFFICE}nghi-ngo/[0-9]+/", role="canbo", via=f"{OFFICE}nghi-ngo/"),
    WorkPage("office-restore", f"{OFFICE}thu-hoi/chung-nhan/[0-9]+/", role="canbo", via=f"{OFFICE}thu-hoi/"),
)
VISITS = [
    pytest.param(page, *one.values, id=f"{page.name}-{one.id}")
    for page in (*WORK_PAGES, *FILLED)
    for one in LOOKS[: 1 if page.is_variant else 2]
]
PRODUCER = next(page for page in WORK_PAGES if page.name == "trace-form-lot")
REQUEST = next(page for page in WORK_PAGES if page.name == "office-form-data-request")


@pytest.fixture(scope="module")
def filled_site(site):
    run_on(site, FILL)
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


@pytest.mark.parametrize(("work_page", "size", "scheme"), VISITS)
def test_workplace(window_of, work_page, size, scheme):
    assert look(window_of(work_page.role), work_page, size, scheme) == []


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
