"""English pages: what is said is English; names and texts of the register are marked as Vietnamese."""

import re
from html.parser import HTMLParser

import pytest

from catalogue.geography.models import AdminUnit
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.roles import OFFICERS
from catalogue.text import VIETNAMESE_LETTER
from catalogue.traceability.lots.services import create_lot
from catalogue.traceability.recalls.services import declare_recall
from cms.models import FairPage, NewsPage, StoryPage
from cms.services import load_demo_stories
from storefront.accounts.models import User
from storefront.accounts.roles import give_role
from storefront.partner.models import Partner, StockRecord
from storefront.salespoints.models import SalesPoint
from tests.catalogue.factories import make_certificate
from tests.storefront.payment.money import make_account
from tests.storefront.shop.guest_orders import review
from tests.storefront.shop.offers import FORM, LAN, shopper

from .seo.pages import every_kind, page_of

pytestmark = pytest.mark.django_db

WITHOUT_END = {"meta", "link", "img", "br", "input", "source", "hr"}
SAID_BY_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder", "label")
NO_TEXT = ("script", "style")
OURS = re.compile(r"Đắk Lắk|Phú Yên|Sao Buôn|đồng|[\d/]+(?:QĐ|NĐ)-\w+")
"""Words that English has no others for, and numbers of decisions."""


class Page(HTMLParser):
    """Texts in which Vietnamese letters stand though no element around them is marked as Vietnamese."""

    def __init__(self, html: str, names: re.Pattern):
        super().__init__()
        self.names, self.open, self.unmarked = names, [], []
        self.feed(html)

    @property
    def language(self) -> str:
        return next((language for _, language in reversed(self.open) if language), "en")

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        self.open.append((tag, said.get("lang")))
        if self.language != "vi":
            self.unmarked += [said[name] for name in SAID_BY_ATTRIBUTES if self._is_vietnamese(said.get(name))]
        if tag in WITHOUT_END:
            self.open.pop()

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in WITHOUT_END:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        tag = self.open[-1][0] if self.open else ""
        if tag in NO_TEXT or self.language == "vi":
            return
        if self._is_vietnamese(text) or (tag != "title" and self._is_a_name_alone(text)):
            self.unmarked.append(text.strip())

    def _is_vietnamese(self, text: str | None) -> bool:
        """Whatever names stand in it."""
        return bool(text and VIETNAMESE_LETTER.search(OURS.sub("", self.names.sub("", text))))

    def _is_a_name_alone(self, text: str) -> bool:
        rest = OURS.sub("", text)
        return bool(VIETNAMESE_LETTER.search(rest)) and not re.search(r"\w", self.names.sub("", rest))


@pytest.fixture(scope="module")
def names(django_db_setup, django_db_blocker) -> re.Pattern:
    """Names of the register: they may stand within an English sentence."""
    with django_db_blocker.unblock():
        units = set(AdminUnit.objects.values_list("name", flat=True))
        known = units | {name.partition(" ")[2] for name in units} | {name.split(" ", 2)[-1] for name in units}
        for model, field in ((Product, "title"), (Producer, "name"), (SalesPoint, "name"), (NewsPage, "title")):
            known |= set(model.objects.values_list(field, flat=True))
    known = {name for name in known if VIETNAMESE_LETTER.search(name)}
    return re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))


def addresses(client) -> list[str]:
    """Every kind of public page, in the states that show most."""
    load_demo_stories()
    lot = create_lot(product=Product.objects.get(title="Hạt mắc ca Đắk Lắk cao cấp"), code="L-1")
    officer = User.objects.create_user("can-bo@example.vn", "-")
    give_role(user=officer, role=OFFICERS)
    recall = declare_recall(by=officer, scope="lot", lot=lot, reason="Mốc trắng")
    revoked = make_certificate(revoked_on="2024-06-01", revocation_reason="Hậu kiểm không đạt").product
    product = Product.objects.exclude(stockrecords=None).first() or Product.objects.first()
    return [
        *every_kind(client),
        "/tim-kiem/?q=ca+phe+cu+mgar+4+sao",
        "/tim-kiem/?q=damaca&kind=producer",
        "/san-pham/?stars=3&group=I.3&area=huyen-krong-pac&type=cooperative",
        "/chu-the/?q=krong",
        "/vung/?ban-do=moi",
        "/vung/phuong-buon-ma-thuot/",
        "/vung/tinh-dak-lak/",
        "/nhom/i/",
        "/nhom/i-3-c/",
        "/tra-cuu/?q=ca+phe",
        "/tra-cuu/?q=ca+phe&view=print",
        "/thu-hoi/",
        f"/thu-hoi/{recall.pk}/",
        revoked.get_absolute_url(),
        "/bao-nghi-ngo/",
        "/gio-hang/",
        f"{product.get_absolute_url()}danh-gia/",
        *(model.objects.live().first().url for model in (StoryPage, NewsPage, FairPage)),
    ]


def test_vietnamese_on_english_pages_is_marked(client, index, names):
    found = {path: Page(page_of(client, f"/en{path}"), names).unmarked for path in addresses(client)}
    assert {path: texts[:5] for path, texts in found.items() if texts} == {}


def test_vietnamese_on_the_way_to_an_order_is_marked(names):
    product = Product.objects.filter(producer__name__contains="Hợp tác xã").first()
    seller = Partner.objects.create(name=product.producer.name, producer=product.producer)
    offer = StockRecord.objects.create(
        product=product, partner=seller, partner_sku="1", price=100_000, num_in_stock=9
    )
    make_account()
    client = shopper(offer)
    client.get("/gio-hang/")  # what was said when it was added is said there
    client.post("/en/thanh-toan/", FORM)
    pages = {path: client.get(path) for path in ("/en/gio-hang/", "/en/thanh-toan/", "/en/thanh-toan/xem-lai/")}
    fields = review(client)
    answer = client.post("/en/thanh-toan/xem-lai/", {**fields, "payment": "bank-transfer"})
    pages["order"] = client.get(answer.headers["Location"])
    typed = re.compile(f"{names.pattern}|{LAN.name}|{LAN.commune}|{LAN.province}")
    found = {path: Page(answer.content.decode(), typed).unmarked for path, answer in pages.items()}
    assert {path: texts for path, texts in found.items() if texts} == {}
    assert all(answer.status_code == 200 for answer in pages.values())


def test_groups_have_english_names(client, index):
    page = page_of(client, "/en/nhom/i-6/")
    assert "<title>Coffee and cocoa (I.6)" in page
    assert "<h1>Coffee and cocoa</h1>" in page
    for path in ("/en/", "/en/nhom/", "/en/san-pham/", "/en/san-pham/ca-phe-chon-kien-cuong/"):
        page = page_of(client, path)
        assert "Coffee and cocoa" in page, path
        assert "Cà phê, ca cao" not in page, path
    assert "Cà phê, ca cao" in page_of(client, "/nhom/")


def test_lists_of_texts_are_called_in_english_and_say_that_the_texts_are_not(client, index):
    news_address = NewsPage.objects.live().first().url
    for path, heading in (("cau-chuyen", "Product stories"), ("tin-tuc", "News"), ("hoi-cho", "Fairs and festivals")):
        page = page_of(client, f"/en/{path}/")
        assert f"<title>{heading} ·" in page
        assert f"<h1>{heading}</h1>" in page
        assert "These texts are in Vietnamese." in page
    news = page_of(client, f"/en{news_address}")
    assert '<title lang="vi">' in news
    assert "This text is in Vietnamese." in news
