"""Structured data: true, complete, and the same as the page shows."""

import datetime
import html
import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.utils.translation import gettext

from catalogue.products.models import Product
from cms.models import FairPage, NewsPage, StoryPage
from storefront.public.seo import structured
from tests.catalogue.factories import make_certificate, make_producer, make_product
from tests.storefront.shop.offers import make_offer

from .pages import every_kind, local, meta, page_of, things_of

pytestmark = pytest.mark.django_db


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


@pytest.mark.usefixtures("rendered_anew")
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
    assert offers["description"] == gettext("Illustrative price and net content of the demonstration")
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
