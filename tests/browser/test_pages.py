"""Every kind of public page on a phone and on a desk, in both schemes and both languages.

Pictures of all of them are kept under var/screenshots/. The phone is judged by axe in the light scheme, the
desk in the dark one; a page whose parts another page has too is looked at on the phone. `make audit` does all.
"""

import pytest

from deploy.audit.pages import LONG_AREA, LONG_FAIR, LONG_PRODUCER, LONG_PRODUCT, PAGES, PublicPage, english

from .visitor import LOOKS, look, run_on

VISITS = [
    pytest.param(page, *look.values, id=f"{page.name}-{look.id}")
    for page in PAGES
    for look in LOOKS[: 1 if page.is_variant else 2]
]
# A name far longer than any real one, with a word that cannot be broken, and nothing else known.
ADD_PRODUCTS = """
import django
django.setup()
from tests.catalogue.factories import make_producer, make_product
from django.db import transaction
name = "Sản phẩm có tên dài hơn mọi tên thật Ngườngượngnghiêngngảnguệchngoạcnghễnhngãngthườngxuyên"
name += " và còn nữa" * 8
with transaction.atomic():
    make_product(title="Sản phẩm trần", slug="san-pham-tran")
    make_product(title=name, slug="san-pham-ten-dai", packaging=name[:200],
                 producer=make_producer(name=name[:150], slug="chu-the-ten-dai", type="cooperative"))
"""
HIDE_PRODUCTS = """
import django
django.setup()
from catalogue.products.models import Product
Product.objects.filter(slug__in=["san-pham-tran", "san-pham-ten-dai"]).update(is_public=False)
"""


@pytest.fixture(scope="module")
def extreme_products(site):
    """A product of which only the name is known, and one with names longer than any in the register."""
    run_on(site, ADD_PRODUCTS)
    yield
    run_on(site, HIDE_PRODUCTS)


@pytest.mark.parametrize(("public_page", "size", "scheme"), VISITS)
def test_page(visitor, public_page, size, scheme):
    assert look(visitor, public_page, size, scheme) == []


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
@pytest.mark.parametrize(
    "path", ["/san-pham/san-pham-tran/", "/san-pham/san-pham-ten-dai/", "/chu-the/chu-the-ten-dai/"]
)
def test_nothing_known_and_endless_names(visitor, extreme_products, path, size, scheme):
    assert look(visitor, PublicPage(f"extreme-{path.split('/')[2]}", path), size, scheme) == []


@pytest.mark.parametrize("public_page", PAGES, ids=lambda page: page.name)
def test_english_page(visitor, public_page):
    visitor.open(english(public_page))
    visitor.note_overflow(320)
    assert visitor.faults == []
    assert visitor.page.locator("html").get_attribute("lang") == "en"


BROKEN = """<!doctype html><html><body><h1>A</h1><h1>B</h1><img src="/none.png"><div style="width: 500px">wide</div>
<p style="color: #999; background: #fff">pale</p></body></html>"""


def test_the_visitor_notices_what_is_broken(visitor):
    """The checks above can fail: this page is what they are against."""
    visitor.page.route("**/hong/", lambda route: route.fulfill(status=200, content_type="text/html", body=BROKEN))
    visitor.open(PublicPage("broken", "/hong/"))
    visitor.note_axe()
    visitor.note_overflow(320)
    visitor.page.unroute("**/hong/")
    noticed = "\n".join(visitor.faults)
    for fault in ("404: ", "2 h1", "axe color-contrast", "axe html-has-lang", "axe image-alt", "wider than 320"):
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
