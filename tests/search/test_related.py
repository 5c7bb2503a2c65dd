"""Products that are like another one: same sub-group, area, words of name and story, on every engine."""

import shutil

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from catalogue.geography.models import AdminUnit
from catalogue.products.models import Category, Product
from cms.models import StoryPage
from search import services
from search.cards import with_card_facts
from search.related import related_products
from tests.catalogue.factories import make_certificate, make_product

from .changes import drain

pytestmark = pytest.mark.django_db


def loaded(pk) -> Product:
    return with_card_facts(Product.objects.filter(pk=pk)).get()


def made(title, *, group="I.6", district="Huyện Krông Bông") -> Product:
    product = make_product(title=title, unit=AdminUnit.objects.get(name=district, system="pre2025"))
    product.categories.add(Category.objects.get(code=group))
    return product


def tell(product, summary):
    story = StoryPage(title=f"Chuyện {product.pk}", slug=f"chuyen-{product.pk}", summary=summary, product=product)
    Page.objects.get(depth=2).add_child(instance=story)


def test_they_share_the_sub_group_before_anything_else(any_engine):
    product = loaded(made("Củ nén thử nghiệm", group="I.5.b").pk)
    drain()
    related = related_products(product, size=8)
    in_group = Product.objects.filter(categories__code="I.5.b", is_public=True, parent=None).exclude(pk=product.pk)
    expected = min(8, in_group.count())
    assert expected > 1
    assert [hit.group_code for hit in related[:expected]] == ["I.5.b"] * expected
    assert product.pk not in [hit.id for hit in related]


def test_place_name_and_story_decide_within_the_sub_group(any_engine):
    group, far = "III.3", "Huyện Ea Súp"
    product = made("Gùi tre Zưm Zưm", group=group)
    same_place = made("Chiếu cói", group=group)
    same_name = made("Giỏ Zưm Zưm", group=group, district=far)
    same_story = made("Nón lá", group=group, district=far)
    nothing_more = made("Thúng mủng", group=group, district=far)
    tell(same_story, "Nan được hun khói bếp nhà dài suốt mùa trăng.")
    tell(nothing_more, "Người thợ già ngồi vót nan bên hiên.")
    drain()
    ours = [same_place.pk, same_name.pk, same_story.pk, nothing_more.pk]

    def order(story):
        related = [hit.id for hit in related_products(loaded(product.pk), story=story, size=100)]
        return [pk for pk in related if pk in ours]

    assert set(order("")[:2]) == {same_place.pk, same_name.pk}
    told = order("Bà kể: nan hun khói bếp nhà dài cho bền.")
    assert told.index(same_story.pk) < told.index(nothing_more.pk)


@pytest.mark.java
def test_every_engine_names_the_same_products(with_elasticsearch, settings):
    services.rebuild("elasticsearch")
    products = list(with_card_facts(Product.objects.filter(is_public=True, parent=None)).order_by("pk")[::10])
    answers = {}
    for settings.SEARCH_ENGINE in ("tantivy", "elasticsearch"):
        answers[settings.SEARCH_ENGINE] = [
            [hit.id for hit in related_products(product, story=f"Chuyện {product.title}")] for product in products
        ]
    assert answers["tantivy"] == answers["elasticsearch"]
    assert all(len(related) == 4 for related in answers["tantivy"])


def test_of_two_that_are_alike_the_certified_one_comes_first(any_engine):
    product, plain, certified = made("Rổ mây Ê Đê"), made("Rổ mây Ê Đê lớn"), made("Rổ mây Ê Đê to")
    make_certificate(product=certified, stars=3)
    drain()
    related = [hit.id for hit in related_products(loaded(product.pk), size=100)]
    assert related.index(certified.pk) < related.index(plain.pk)


def test_they_need_no_query_and_leave_out_what_the_page_shows(index, django_assert_num_queries):
    product = with_card_facts(Product.objects.filter(categories__code="I.6")).first()
    with django_assert_num_queries(0):
        first = related_products(product)
    assert len(first) == 4
    with django_assert_num_queries(0):
        others = related_products(product, exclude=[hit.id for hit in first])
    assert not {hit.id for hit in first} & {hit.id for hit in others}


@pytest.mark.usefixtures("rendered_anew")
def test_the_page_shows_them_at_no_cost(own_index, client):
    product = with_card_facts(Product.objects.filter(categories__code="I.6", producer=None)).first()
    with CaptureQueriesContext(connection) as queries:
        html = client.get(product.get_absolute_url()).content.decode()
    related = html[html.index('id="related"') :]
    assert related.count('class="product-card"') == 4
    shutil.rmtree(own_index.files.root)
    with CaptureQueriesContext(connection) as without:
        html = client.get(product.get_absolute_url()).content.decode()
    assert 'id="related"' not in html
    assert len(queries) == len(without)


ODD_BUT_KNOWN = '"*:*" AND (cà phê OR'


@pytest.mark.parametrize("title", ["", "!!! ☕", "x" * 250, ODD_BUT_KNOWN, "zzzz qqqq"])
def test_any_name_is_answered(index, title):
    product = Product(pk=999_999, title=title)
    product._prefetched_objects_cache = {"categories": []}
    assert len(related_products(product)) <= 4
    assert bool(related_products(product)) is (title == ODD_BUT_KNOWN)
