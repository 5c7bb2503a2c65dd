"""What search engines, networks and feed readers find: true, complete, and the same as the page shows."""

import datetime
import html
import json
import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext
from PIL import Image

from catalogue.geography.models import AdminUnit
from catalogue.products.models import Product
from catalogue.traceability.queries import page_code_of
from cms.models import FairPage, InfoPage, NewsPage, StoryPage
from storefront.machines import structured
from storefront.machines.sitemaps import SECTIONS
from storefront.runtime.pytest_plugin import ROOT
from storefront.salespoints.models import SalesPoint
from tests.catalogue.factories import make_certificate, make_producer, make_product

from .shop import make_offer

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def index(db):
    call_command("search", "rebuild", verbosity=0)


def page_of(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def things_of(text: str) -> dict[str, dict]:
    """The JSON-LD of a page by type."""
    found = {}
    for script in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
        data = json.loads(script)
        assert data["@context"] == "https://schema.org"
        for thing in data.get("@graph", [data]):
            assert thing["@type"] not in found, f"two of {thing['@type']}"
            found[thing["@type"]] = thing
    return found


def meta(text: str, name: str) -> str:
    (value,) = re.findall(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)">', text)
    return html.unescape(value)


def link(text: str, rel: str) -> str:
    (value,) = re.findall(rf'<link rel="{rel}" href="([^"]*)">', text)
    return html.unescape(value)


def local(url: str) -> str:
    assert url.startswith(settings.SITE_URL + "/")
    return url.removeprefix(settings.SITE_URL)


# -- structured data -------------------------------------------------------------------------------


def test_a_certified_product_with_its_certificate_maker_and_price(client):
    product = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    thing = things_of(page_of(client, product.get_absolute_url()))["Product"]
    assert thing["name"] == "Cà phê Chồn Kiên Cường"
    assert thing["manufacturer"]["name"] == thing["brand"]["name"] == "Công ty TNHH MTV Kiên Cường"
    assert all(image.startswith(settings.SITE_URL) for image in thing["image"])
    assert len(thing["description"]) > 20
    certificate = thing["hasCertification"]
    assert certificate["certificationStatus"] == "https://schema.org/CertificationActive"
    assert certificate["certificationRating"]["ratingValue"] == 5
    assert certificate["expires"] > "2024-12-31"
    assert "aggregateRating" not in thing


def test_a_certificate_known_to_the_day_says_number_issuer_and_both_days(client):
    certificate = make_certificate(
        stars=4, issued="2024-03-15", decision_no="123/QĐ-UBND", issuing_body="UBND huyện Krông Pắc"
    )
    thing = things_of(page_of(client, certificate.product.get_absolute_url()))["Product"]
    found = thing["hasCertification"]
    assert (found["validFrom"], found["expires"]) == ("2024-03-15", "2027-03-15")
    assert found["certificationIdentification"] == "123/QĐ-UBND"
    assert found["issuedBy"] == {"@type": "Organization", "name": "UBND huyện Krông Pắc"}
    assert "offers" not in thing  # nobody sells it online
    assert "brand" not in thing  # no producer is known


def test_approved_reviews_give_a_rating_and_waiting_ones_do_not(client, django_user_model):
    product = make_product()
    for number, (score, status) in enumerate([(5, 1), (4, 1), (1, 0)]):
        user = django_user_model.objects.create_user(f"nguoi-mua-{number}@example.com", password=None)
        product.reviews.create(score=score, status=status, user=user, title="Ngon", body="Ngon")
    rating = things_of(page_of(client, product.get_absolute_url()))["Product"]["aggregateRating"]
    assert (rating["ratingValue"], rating["reviewCount"]) == (4.5, 2)


def test_variants_are_offered_together_with_the_lowest_and_the_highest_price(client):
    small, large = make_offer(price=50_000), make_offer(price=180_000, units=0)
    parent = make_product(structure=Product.PARENT)
    for record, packaging in ((small, "gói 250 g"), (large, "gói 1 kg")):
        Product.objects.filter(pk=record.product_id).update(
            parent=parent, structure=Product.CHILD, packaging=packaging, product_class=None
        )
    offers = things_of(page_of(client, parent.get_absolute_url()))["Product"]["offers"]
    assert offers["@type"] == "AggregateOffer"
    assert (offers["lowPrice"], offers["highPrice"], offers["offerCount"]) == (50_000, 180_000, 2)
    stock = {offer["name"]: offer["availability"].rpartition("/")[2] for offer in offers["offers"]}
    assert stock == {"gói 250 g": "InStock", "gói 1 kg": "OutOfStock"}


@pytest.mark.parametrize(
    "fields",
    [
        {"revoked_on": datetime.date(2024, 6, 1), "revocation_reason": "Sai hồ sơ"},
        {"issued": "2020-03-15"},
        {"suspended_from": datetime.date(2024, 6, 1)},
    ],
    ids=["revoked", "expired", "suspended"],
)
def test_a_certificate_without_force_is_inactive(client, fields):
    certificate = make_certificate(**fields)
    thing = things_of(page_of(client, certificate.product.get_absolute_url()))["Product"]
    assert thing["hasCertification"]["certificationStatus"] == "https://schema.org/CertificationInactive"


def test_a_product_without_certificate_claims_none(client):
    thing = things_of(page_of(client, make_product().get_absolute_url()))["Product"]
    assert "hasCertification" not in thing


def test_offers_name_price_currency_and_stock_and_the_demo_says_that_they_are_samples(client, settings):
    record = make_offer(units=3, price=250_000)
    product = record.product
    offers = things_of(page_of(client, product.get_absolute_url()))["Product"]["offers"]
    assert (offers["price"], offers["priceCurrency"]) == (250_000, "VND")
    assert offers["availability"] == "https://schema.org/InStock"
    assert "description" not in offers
    record.num_in_stock, record.is_illustrative = 0, True
    record.save()
    offers = things_of(page_of(client, product.get_absolute_url()))["Product"]["offers"]
    assert offers["availability"] == "https://schema.org/OutOfStock"
    assert offers["description"] == gettext("Illustrative price of the demonstration")
    settings.IS_DEMO = False
    assert "offers" not in things_of(page_of(client, product.get_absolute_url()))["Product"]


def test_names_cannot_end_the_script_element(client):
    title = "</script><script>alert(1)</script> & “Cà phê”"
    product = make_product(title=title, producer=make_producer(name="</script> & Sons"))
    text = page_of(client, product.get_absolute_url())
    assert things_of(text)["Product"]["name"] == title
    assert things_of(text)["BreadcrumbList"]["itemListElement"][-1]["name"] == title
    assert meta(text, "og:title").startswith("alert(1) & “Cà phê”") or title in meta(text, "og:title")
    assert "<script>alert" not in text


def test_the_breadcrumb_for_machines_is_the_visible_one(client, index):
    for path in every_kind(client):
        text = page_of(client, path)
        nav = re.search(r'<nav class="breadcrumb".*?</nav>', text, re.DOTALL)
        if nav is None:
            assert "BreadcrumbList" not in things_of(text)
            continue
        items = re.findall(r"<li[^>]*>(?:<a href=\"([^\"]*)\">)?(.*?)(?:</a>)?</li>", nav[0], re.DOTALL)
        visible = [(html.unescape(label).strip(), html.unescape(url)) for url, label in items]
        steps = things_of(text)["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert [(step["name"], local(step["item"]) if "item" in step else "") for step in steps] == visible, path


def test_home_names_the_site_its_operator_and_its_search(client):
    things = things_of(page_of(client, "/en/"))
    assert things["Organization"]["url"] == f"{settings.SITE_URL}/"
    assert finders.find(local(things["Organization"]["logo"]).removeprefix("/static/"))
    target = things["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{settings.SITE_URL}/en/tim-kiem/?q={{search_term_string}}"


def test_fairs_are_events_only_when_their_first_day_and_place_are_known(client):
    known = FairPage.objects.live().filter(starts__regex=r"^\d{4}-\d\d-\d\d$").exclude(venue="").first()
    event = things_of(page_of(client, known.url))["Event"]
    assert (event["name"], event["startDate"], event["location"]["name"]) == (known.title, known.starts, known.venue)
    known.starts, known.ends = "2024-08", ""
    known.save()
    assert "Event" not in things_of(page_of(client, known.url))


def test_news_and_stories_are_articles_with_their_source(client):
    news = NewsPage.objects.live().exclude(source_url="").first()
    article = things_of(page_of(client, news.url))["NewsArticle"]
    assert (article["headline"], article["isBasedOn"]) == (news.title[:110], [news.source_url])
    assert article["datePublished"] == news.first_published_at.isoformat()
    call_command("load_demo", verbosity=0)
    story = StoryPage.objects.live().exclude(product=None).first()
    article = things_of(page_of(client, story.url))["Article"]
    assert article["about"]["name"] == story.product.title


def test_the_help_page_gives_its_questions_in_the_readers_language(client):
    for prefix in ("", "/en"):
        text = page_of(client, f"{prefix}/tro-giup/")
        questions = things_of(text)["FAQPage"]["mainEntity"]
        assert len(questions) >= 5
        for question in questions:
            assert question["name"] in html.unescape(text)
            assert len(question["acceptedAnswer"]["text"]) > 20
            assert "<" not in question["acceptedAnswer"]["text"]


def test_unanswered_questions_are_no_faq():
    assert structured.faq([("", "x"), ("Hỏi?", "<p> </p>")]) is None
    faq = structured.faq([("Sao là gì?", "<p>Một&nbsp;ngôi sao.</p><p>Hết.</p>")])
    assert faq["mainEntity"][0]["acceptedAnswer"]["text"].endswith("Hết.")


# -- head of every page ----------------------------------------------------------------------------


def every_kind(client) -> list[str]:
    product = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    unit = AdminUnit.objects.get(slug="huyen-krong-pac")
    pages = [model.objects.live().first() for model in (NewsPage, FairPage)]
    pages += InfoPage.objects.live()
    return [
        "/",
        "/san-pham/",
        "/chu-the/",
        "/vung/",
        "/nhom/",
        "/nhom/i-6/",
        "/diem-ban/",
        "/tra-cuu/",
        "/gop-y/",
        "/tim-kiem/",
        "/cau-chuyen/",
        "/tin-tuc/",
        "/hoi-cho/",
        product.get_absolute_url(),
        product.producer.get_absolute_url(),
        unit.get_absolute_url(),
        SalesPoint.objects.first().get_absolute_url(),
        f"/q/{page_code_of(product).code}",
        *(page.url for page in pages if page),
    ]


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])
def test_every_kind_of_page_has_its_own_title_description_and_addresses(client, index, prefix):
    titles, descriptions = {}, {}
    for path in every_kind(client):
        text = page_of(client, f"{prefix}{path}")
        title, description = re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1], meta(text, "description")
        assert titles.setdefault(title, path) == path
        assert descriptions.setdefault(description, path) == path
        assert 20 <= len(description) <= 160, (path, description)
        assert meta(text, "og:title")
        assert meta(text, "og:title") in html.unescape(title)
        assert meta(text, "og:description") == meta(text, "twitter:description") == description
        assert meta(text, "og:locale") == ("en_US" if prefix else "vi_VN")
        assert meta(text, "twitter:card") == "summary_large_image"
        assert client.get(local(meta(text, "og:image")))["Content-Type"] == "image/png"
        if not path.startswith("/q/"):
            own = f"{settings.SITE_URL}{prefix}{path}"
            assert link(text, "canonical") == meta(text, "og:url") == own
            alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', text))
            vi, en = f"{settings.SITE_URL}{path}", f"{settings.SITE_URL}/en{path}"
            assert alternates == {"vi": vi, "en": en, "x-default": vi}


def test_a_long_description_ends_between_words(client):
    product = make_product(title="Cà phê " * 36)
    description = meta(page_of(client, product.get_absolute_url()), "description")
    assert len(description) <= 160
    assert re.search(r"(Cà|phê)…$", description)


def test_the_second_page_of_a_list_is_a_page_of_its_own(client, index):
    text = page_of(client, "/en/chu-the/?page=2")
    assert link(text, "canonical") == meta(text, "og:url") == f"{settings.SITE_URL}/en/chu-the/?page=2"
    assert f'hreflang="vi" href="{settings.SITE_URL}/chu-the/?page=2"' in text
    for path in ("/chu-the/", "/san-pham/", "/tin-tuc/"):
        pages = [page_of(client, f"{path}{query}") for query in ("", "?page=2")]
        assert len({re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1] for page in pages}) == 2, path
    for path in ("/chu-the/?page=1", "/chu-the/?page=x", "/chu-the/?q=ca", "/san-pham/?group=I&page=2"):
        assert link(page_of(client, path), "canonical") == settings.SITE_URL + path.partition("?")[0]


def test_a_stamp_leads_search_engines_to_its_product(client):
    product = Product.objects.get(title="Cà phê Chồn Kiên Cường")
    path = product.get_absolute_url()
    text = page_of(client, f"/en/q/{page_code_of(product).code}")
    assert link(text, "canonical") == f"{settings.SITE_URL}/en{path}"
    assert f'hreflang="vi" href="{settings.SITE_URL}{path}"' in text
    assert "noindex" not in text
    unknown = client.get("/q/KHONG-CO-MA-NAY")
    assert (unknown.status_code, b"noindex" in unknown.content) == (404, True)


# -- pictures --------------------------------------------------------------------------------------


def picture_path(client, product) -> str:
    return local(meta(page_of(client, product.get_absolute_url()), "og:image"))


def test_a_picture_is_drawn_once_and_kept_for_good(client, settings, tmp_path):
    settings.SOCIAL_DIR = tmp_path / "social"
    product = make_certificate().product
    path = picture_path(client, product)
    response = client.get(path)
    assert response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"]
    assert not response.cookies
    assert len(response.content) <= 60_000
    (kept,) = settings.SOCIAL_DIR.iterdir()
    with Image.open(kept) as image:
        assert image.size == (1200, 630)
    kept.write_bytes(b"kept")
    assert client.get(path).content == b"kept"


def test_when_the_stars_end_at_midnight_the_page_names_another_picture(client, settings, tmp_path):
    settings.SOCIAL_DIR = tmp_path / "social"
    product = make_certificate(issued="2024-03-15").product
    settings.REGISTRY_DATE = datetime.date(2027, 3, 15)
    with_stars = picture_path(client, product)
    before = client.get(with_stars).content
    settings.REGISTRY_DATE = datetime.date(2027, 3, 16)
    without = picture_path(client, product)
    assert without != with_stars
    assert client.get(without).content != before
    moved = client.get(with_stars)
    assert (moved.status_code, moved["Location"]) == (302, without)
    assert "immutable" not in moved["Cache-Control"]
    assert len(list(settings.SOCIAL_DIR.iterdir())) == 1  # the old one goes


def test_a_disk_that_takes_nothing_costs_no_picture(client, settings, tmp_path, caplog):
    (tmp_path / "full").write_text("not a folder")
    settings.SOCIAL_DIR = tmp_path / "full" / "social"
    response = client.get(picture_path(client, make_product()))
    assert response.status_code == 200
    assert response.content.startswith(b"\x89PNG")
    assert "could not be kept" in caplog.text


def test_pictures_of_hidden_products_and_unknown_kinds_do_not_exist(client):
    hidden = make_product(is_public=False)
    assert client.get(f"/anh-chia-se/{hidden.slug}-0123456789ab.png").status_code == 404
    assert client.get("/anh-chia-se/khong-co-0123456789ab.png").status_code == 404
    assert client.get("/anh-chia-se/trang/khong-0123456789ab.png").status_code == 404


def test_a_former_address_of_a_product_leads_to_its_picture(client):
    product = make_product(slug="ten-cu-cua-no")
    old = picture_path(client, product)
    product.slug = "ten-moi-cua-no"
    product.save()
    assert client.get(old)["Location"] == picture_path(client, product)


# -- sitemaps, robots, feed, manifest --------------------------------------------------------------


def locations(client, path: str) -> list[str]:
    return [node.text for node in ElementTree.fromstring(client.get(path).content).iter(f"{SITEMAP}loc")]  # noqa: S314


def test_sitemaps_list_every_public_page_in_both_languages_and_nothing_else(client):
    hidden = make_product(is_public=False)
    draft = NewsPage.objects.live().first()
    draft.unpublish()
    listed = [
        local(url) for sitemap in locations(client, "/sitemap.xml") for url in locations(client, local(sitemap))
    ]
    assert len(listed) == len(set(listed))
    for product in Product.objects.filter(is_public=True):
        assert {product.get_absolute_url(), f"/en{product.get_absolute_url()}"} <= set(listed)
    assert {"/", "/en/", "/san-pham/", "/en/chu-the/", "/gioi-thieu/", "/en/vung/huyen-krong-pac/"} <= set(listed)
    assert hidden.get_absolute_url() not in listed
    assert draft.url not in listed
    for section in SECTIONS:  # the last of each section can be read
        last = local(locations(client, f"/sitemap-{section}.xml")[-1]) if section != "stories" else "/en/"
        assert client.get(last).status_code == 200, last


def test_sitemaps_say_when_a_certificate_changed_and_name_the_other_language(client):
    certificate = make_certificate()
    Product.objects.filter(pk=certificate.product_id).update(date_updated="2020-01-01T00:00:00Z")
    text = client.get("/sitemap-products.xml").content.decode()
    path = certificate.product.get_absolute_url()
    (entry,) = re.findall(rf"<url><loc>{settings.SITE_URL}{path}</loc>.*?</url>", text, re.DOTALL)
    assert f"<lastmod>{certificate.updated_at.date().isoformat()[:4]}" in entry
    assert f'hreflang="en" href="{settings.SITE_URL}/en{path}"' in entry


def test_sitemaps_and_feed_read_the_database_a_constant_number_of_times(client):
    paths = [f"/sitemap-{section}.xml" for section in SECTIONS] + ["/sitemap.xml", "/tin-tuc/rss.xml"]
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        assert len(queries) <= (30 if path == "/sitemap.xml" else 12), (path, len(queries))


def test_robots_close_searches_and_private_places_and_name_the_sitemap(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    closed = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")]
    for path in ("/tim-kiem/", "/en/tim-kiem/", "/gio-hang/", "/thanh-toan/", "/tai-khoan/", "/quan-tri/"):
        assert path in closed
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines
    assert not any("/san-pham/".startswith(path) for path in closed)


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])
def test_news_can_be_followed(client, prefix):
    page = page_of(client, f"{prefix}/tin-tuc/")
    (address,) = re.findall(r'<link rel="alternate" type="application/rss\+xml" title="[^"]+" href="([^"]*)">', page)
    response = client.get(local(address))
    assert response["Content-Type"].startswith("application/rss+xml")
    channel = ElementTree.fromstring(response.content).find("channel")  # noqa: S314
    assert channel.find("link").text == f"{settings.SITE_URL}{prefix}/tin-tuc/"
    items = channel.findall("item")
    news = list(NewsPage.objects.live().order_by("-date", "-pk")[:30])
    assert [item.find("title").text for item in items] == [page.title for page in news]
    assert len({item.find("guid").text for item in items}) == len(items) > 5
    for item in items[:3]:
        assert item.find("description").text
        assert client.get(local(item.find("link").text)).status_code == 200


@pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("/en", "en")])
def test_the_manifest_speaks_the_readers_language_and_its_icons_are_there(client, prefix, language):
    address = link(page_of(client, f"{prefix}/"), "manifest")
    response = client.get(address)
    assert response["Content-Type"] == "application/manifest+json"
    manifest = json.loads(response.content)
    assert (manifest["lang"], manifest["start_url"]) == (language, f"{prefix}/")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(ROOT / "storefront" / "static" / icon["src"].removeprefix("/static/")) as image:
            assert icon["sizes"] == f"{image.width}x{image.height}"


def test_old_requests_for_a_favicon_are_answered(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Content-Type"]) == (200, "image/x-icon")
