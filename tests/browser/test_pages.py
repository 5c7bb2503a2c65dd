"""Every kind of public page on a phone and on a desk, in both schemes and both languages.

The phone is judged by axe in the light scheme, the desk in the dark one; `make audit` does all. PICTURES=1 keeps
pictures of all of them under var/screenshots/.
"""

import pytest

from deploy.audit.pages import LONG_AREA, LONG_FAIR, LONG_PRODUCER, LONG_PRODUCT, PAGES, PublicPage, english

from .content import add_to
from .visitor import look


@pytest.fixture(scope="module")
def extreme_products(site):
    """A product of which only the name is known, and one with names longer than any in the register."""
    add_to(site, "extreme_products")
    yield
    add_to(site, "without_extreme_products")


@pytest.mark.parametrize("public_page", PAGES, ids=lambda page: page.name)
def test_page(visitor, public_page):
    assert look(visitor, public_page) == []


@pytest.mark.parametrize(
    "path", ["/san-pham/san-pham-tran/", "/san-pham/san-pham-ten-dai/", "/chu-the/chu-the-ten-dai/"]
)
def test_nothing_known_and_endless_names(visitor, extreme_products, path):
    assert look(visitor, PublicPage(f"extreme-{path.split('/')[2]}", path)) == []


@pytest.mark.parametrize("public_page", PAGES, ids=lambda page: page.name)
def test_english_page(visitor, public_page):
    visitor.open(english(public_page))
    visitor.note_overflow(320)
    assert visitor.faults == []
    assert visitor.page.locator("html").get_attribute("lang") == "en"


BROKEN = """<!doctype html><html><body><h1>A</h1><h1>B</h1><img src="/none.png"><div style="width: 500px">wide</div>
<p style="color: #999; background: #fff">pale</p><button style="width: 9px; height: 9px; padding: 0"></button
><button style="width: 9px; height: 9px; padding: 0"></button></body></html>"""


def test_the_visitor_notices_what_is_broken(visitor):
    """The checks above can fail: this page is what they are against."""
    visitor.page.route("**/hong/", lambda route: route.fulfill(status=200, content_type="text/html", body=BROKEN))
    visitor.open(PublicPage("broken", "/hong/"))
    visitor.note_axe()
    visitor.note_small_targets()
    visitor.note_overflow(320)
    visitor.page.unroute("**/hong/")
    noticed = "\n".join(visitor.faults)
    for fault in (
        "404: ",
        "2 h1",
        "axe color-contrast",
        "axe html-has-lang",
        "axe image-alt",
        "wider than 320",
        "small: ",
    ):
        assert fault in noticed


def test_the_list_names_the_longest_real_names(db):
    """So that "the longest name" stays true when the register changes."""
    from django.db.models.functions import Length

    from catalogue.geography.models import AdminUnit
    from catalogue.producers.models import Producer
    from catalogue.products.models import Product
    from cms.models import FairPage

    def longest(model, field="title"):
        return model.objects.order_by(Length(field).desc(), "pk").first()

    assert longest(Product).get_absolute_url() == LONG_PRODUCT
    assert longest(Producer, "name").get_absolute_url() == LONG_PRODUCER
    assert longest(FairPage).get_url() == LONG_FAIR
    assert longest(AdminUnit, "name").get_absolute_url() == LONG_AREA
