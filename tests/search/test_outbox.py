"""Every change of what a search shows reaches the outbox in its transaction, and from there the index."""

import dataclasses
from itertools import pairwise

import pytest
from django.db import transaction
from oscar.core.loading import get_model
from wagtail.models import Page

from catalogue.certification.models import Certificate
from catalogue.geography.models import AdminUnit, Succession
from catalogue.producers.models import Producer
from catalogue.products.models import Category, Product, ProductPhoto
from cms.models import StoryPage
from media.models import Photo
from search import documents, outbox
from search.contract import SearchQuery
from search.engines import engine
from search.models import OutboxEntry
from search.queries import search
from search.services import differences
from tests.catalogue.factories import make_certificate, make_producer, make_product

pytestmark = pytest.mark.django_db


class Undone(Exception):
    pass


@pytest.fixture
def product():
    made = make_product(
        title="Mứt gừng Thử",
        slug="mut-gung-thu",
        producer=make_producer(name="Tổ hợp tác Thử", slug="to-hop-tac-thu"),
        unit=AdminUnit.objects.get(name="Huyện Krông Bông", system="pre2025"),
    )
    made.categories.add(Category.objects.get(code="I.5.a"))
    OutboxEntry.objects.all().delete()
    return made


def story(product):
    page = StoryPage(title="Chuyện củ gừng", slug="chuyen-cu-gung", product=product)
    return Page.get_first_root_node().add_child(instance=page)


def stock_record(product, partner=None):
    if partner is None:
        partner = get_model("partner", "Partner").objects.create(producer=product.producer, name="Tổ hợp tác")
    return get_model("partner", "StockRecord").objects.create(
        product=product, partner=partner, partner_sku=f"thu-{product.pk}", price=45000, num_in_stock=3
    )


def _commune_of_today(product):
    return Succession.objects.filter(old__parent_id=product.unit_id).first().new


def _let_a_sales_point_sell_online(product):
    partner = get_model("partner", "Partner").objects.exclude(sales_point=None).first()
    stock_record(product, partner)
    OutboxEntry.objects.all().delete()
    partner.sales_point = None
    partner.save()


def _photo(product):
    photo = Photo.objects.bulk_create([Photo(title="Gói mứt", file="thu.jpg", width=320, height=240)])[0]
    ProductPhoto.objects.create(product=product, photo=photo)


CHANGES = {
    "name": lambda product: Product.objects.filter(pk=product.pk).update(title="Mứt gừng khác"),
    "certificate": lambda product: make_certificate(product=product, stars=4, issued="2024-03-15"),
    "price and stock": stock_record,
    "group": lambda product: product.categories.add(Category.objects.get(code="I.3.c")),
    "name of the producer": lambda product: Producer.objects.filter(pk=product.producer_id).update(name="Tên mới"),
    "name of the district": lambda product: AdminUnit.objects.filter(pk=product.unit_id).update(name="Huyện Mới"),
    "name of the group": lambda product: Category.objects.filter(code="I").update(name="Đồ ăn"),
    "spelling of the district": lambda product: product.unit.spellings.create(text="kbong"),
    "spelling of a commune of today": lambda product: _commune_of_today(product).spellings.create(text="xa thu"),
    "succession": lambda product: Succession.objects.filter(old__parent=product.unit_id).delete(),
    "kind of seller": _let_a_sales_point_sell_online,
    "name of the province": lambda product: AdminUnit.objects.filter(pk=product.unit.parent_id).update(name="Tỉnh X"),
    "story": story,
    "photo": _photo,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_in_the_outbox_with_its_transaction_and_undone_with_it(product, change):
    with pytest.raises(Undone), transaction.atomic():
        CHANGES[change](product)
        assert OutboxEntry.objects.filter(product_id=product.pk).exists()
        raise Undone
    assert not OutboxEntry.objects.exists()


@pytest.mark.parametrize("change", CHANGES)
def test_after_draining_the_index_says_what_the_database_says(own_index, change):
    product = make_product(
        title="Mứt gừng Thử",
        slug="mut-gung-thu",
        producer=make_producer(name="Tổ hợp tác Thử", slug="to-hop-tac-thu"),
        unit=AdminUnit.objects.get(name="Huyện Krông Bông", system="pre2025"),
    )
    product.categories.add(Category.objects.get(code="I.5.a"))
    while outbox.drain():
        pass
    before = search(SearchQuery(text="mứt gừng thử")).hits
    assert [hit.id for hit in before] == [product.pk]
    CHANGES[change](product)
    assert differences()  # the drill is worth something: the index is behind now
    while outbox.drain():
        pass
    assert differences() == []
    assert not OutboxEntry.objects.exists()


def test_a_product_that_is_hidden_or_deleted_leaves_the_index(own_index):
    kept, hidden = make_product(title="Kẹo me giữ lại"), make_product(title="Kẹo me giấu đi")
    outbox.drain()
    assert search(SearchQuery(text="kẹo me")).total == 2
    Product.objects.filter(pk=hidden.pk).update(is_public=False)
    outbox.drain()
    assert [hit.id for hit in search(SearchQuery(text="kẹo me")).hits] == [kept.pk]


def test_dying_between_the_two_commits_indexes_again_and_loses_nothing(own_index, monkeypatch):
    product = make_product(title="Bánh gai sống sót")
    replace = type(engine()).replace

    def replace_then_die(self, *args):
        replace(self, *args)
        raise Undone

    monkeypatch.setattr(type(engine()), "replace", replace_then_die)
    with pytest.raises(Undone), transaction.atomic():
        outbox.drain()
    assert search(SearchQuery(text="bánh gai sống sót")).total == 1  # the index has it already
    assert OutboxEntry.objects.filter(product_id=product.pk).exists()  # the database does not know
    monkeypatch.undo()
    outbox.drain()
    assert search(SearchQuery(text="bánh gai sống sót")).total == 1
    assert not OutboxEntry.objects.exists()
    assert differences() == []


def test_a_failed_index_commit_keeps_the_entries(own_index, monkeypatch):
    product = make_product(title="Bánh gai chờ")
    broken = dataclasses.replace(engine().layout, to_tantivy=lambda document: None)
    monkeypatch.setattr(engine().writer, "layout", broken)
    with pytest.raises(TypeError), transaction.atomic():
        outbox.drain()
    assert OutboxEntry.objects.filter(product_id=product.pk).exists()
    monkeypatch.undo()
    outbox.drain()
    assert search(SearchQuery(text="bánh gai chờ")).total == 1


def test_one_unreadable_product_does_not_hold_up_the_others(own_index, monkeypatch):
    bad, good = make_product(title="Chè hỏng"), make_product(title="Chè lành")
    sorting_key = documents.sorting_key

    def refuse(name):
        if name == "Chè hỏng":
            raise ValueError(name)
        return sorting_key(name)

    monkeypatch.setattr(documents, "sorting_key", refuse)
    outbox.drain()
    assert [hit.id for hit in search(SearchQuery(text="chè lành")).hits] == [good.pk]
    assert list(OutboxEntry.objects.values_list("product_id", flat=True).distinct()) == [bad.pk]
    monkeypatch.undo()
    outbox.drain()
    assert search(SearchQuery(text="chè hỏng")).total == 1


def test_documents_need_the_same_queries_for_one_product_and_for_all(django_assert_max_num_queries):
    ids = list(Product.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(16) as one:
        documents.documents(ids[:1])
    with django_assert_max_num_queries(16) as all_of_them:
        assert len({document.product_id for document in documents.documents(ids)}) == 151
    assert len(all_of_them.captured_queries) <= len(one.captured_queries) + 1  # units may be unknown for one


def test_no_two_documents_of_a_product_share_a_day_and_none_is_left_out():
    by_product = {}
    for document in documents.documents(Product.objects.values_list("pk", flat=True)):
        by_product.setdefault(document.product_id, []).append((document.from_day, document.to_day))
    for stretches in by_product.values():
        assert stretches[0][0] == documents.FIRST_DAY
        assert stretches[-1][1] == documents.LAST_DAY
        assert stretches == sorted(stretches)
        assert all(earlier[1] < later[0] for earlier, later in pairwise(stretches))
    assert Certificate.objects.exists()
