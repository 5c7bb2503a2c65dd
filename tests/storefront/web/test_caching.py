"""Anonymous pages come from memory until anything they show changes, and then at once no longer."""

import datetime
import gzip
import http.server
import threading

import brotli
import psycopg
import pytest
import time_machine
from django.apps import apps
from django.contrib.sites.models import Site
from django.db import connection
from django.db.models import F
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode
from django.views.static import serve
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from catalogue.certification.models import Certificate
from catalogue.certification.services import revoke_certificate
from catalogue.geography.models import AdminUnit
from catalogue.products.models import Product
from catalogue.traceability.models import Stamp
from catalogue.traceability.stamps.queries import page_code_of
from cms.models import StoryPage
from search import services as search_services
from search.models import OutboxEntry
from storefront.accounts.models import User
from storefront.partner.models import StockRecord
from storefront.public.register import views
from storefront.web.caching import front, triggers
from storefront.web.caching.middleware import AnonymousPages
from storefront.web.caching.models import PublicChange, note_change, prune, revision
from storefront.web.caching.store import PageStore
from storefront.web.prefixes import DOCUMENTS, Kind, kind_of
from tests.catalogue.factories import make_certificate, make_product
from tests.storefront.shop.guest_orders import placed
from tests.storefront.shop.offers import make_offer
from tests.url_table import routes
from tests.world import build_world


@pytest.fixture(autouse=True)
def turned_on(settings):
    settings.PAGE_CACHE_MB = 4


@pytest.fixture
def product(db) -> Product:
    return make_product(title="Cà phê thử bộ nhớ")


def queries_of(client, path, **headers) -> int:
    """One is the question for the revision."""
    with CaptureQueriesContext(connection) as queries:
        client.get(path, headers=headers)
    return len(queries)


# -- from memory -----------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_second_visitor_costs_one_query_and_sees_the_same(product, django_assert_num_queries, prefix):
    client = Client()
    path = prefix + product.get_absolute_url()
    first = client.get(path)
    with django_assert_num_queries(1):
        second = client.get(path)
    assert second.content == first.content
    assert dict(second.headers) == dict(first.headers)
    assert "max-age=0" in second["Cache-Control"]
    assert "public" in second["Cache-Control"]
    assert not second.cookies


def test_who_holds_the_page_is_answered_304_without_rendering(product, django_assert_num_queries):
    tag = Client().get(product.get_absolute_url())["ETag"]
    # Another process, as it were: its memory is empty, and it renders nothing.
    with django_assert_num_queries(1):
        answer = Client().get(product.get_absolute_url(), headers={"If-None-Match": f'"x", {tag}'})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)
    assert "public" in answer["Cache-Control"]


def test_a_page_is_compressed_once_for_each_encoding(product, monkeypatch):
    client, path = Client(), product.get_absolute_url()
    plain = client.get(path).content
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        answers = [client.get(path, headers={"Accept-Encoding": f"{encoding}, deflate"}) for _ in range(2)]
        assert {answer["Content-Encoding"] for answer in answers} == {encoding}
        assert all(unpack(answer.content) == plain for answer in answers)
        assert int(answers[0]["Content-Length"]) == len(answers[0].content) < len(plain) / 2
        assert "Accept-Encoding" in answers[0]["Vary"]
    assert not client.get(path, headers={"Accept-Encoding": "br;q=0, identity"}).has_header("Content-Encoding")


def test_pages_of_a_fragment_a_language_and_a_query_are_kept_apart(db):
    client = Client()
    asked = [
        ("/san-pham/", {}),
        ("/en/san-pham/", {}),
        ("/san-pham/?stars=5", {}),
        ("/san-pham/", {"HX-Request": "true"}),
    ]
    tags = [client.get(path, headers=headers)["ETag"] for path, headers in asked]
    assert len(set(tags)) == len(asked)
    english = client.get("/en/san-pham/", headers={"Accept-Language": "vi"}).content.decode()
    assert '<html lang="en"' in english


# -- purged ----------------------------------------------------------------------------------------


def test_a_change_shows_with_the_next_request(product):
    client, path = Client(), product.get_absolute_url()
    tag = client.get(path)["ETag"]
    Product.objects.filter(pk=product.pk).update(title="Một tên mới hẳn")  # no save(), no signal
    answer = client.get(path, headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert "Một tên mới hẳn" in answer.content.decode()


def test_a_recall_shows_with_the_next_scan(db):
    product = make_product()
    certificate = make_certificate(product=product, issued="2024-01-10", stars=4)
    client, path = Client(), page_code_of(product).get_absolute_url()
    before = client.get(path)
    assert before["Cache-Control"] == "public, no-cache"
    assert 'data-verdict="revoked"' not in before.content.decode()
    officer = User.objects.create_superuser("canbo@example.com", "x")
    revoke_certificate(certificate=certificate, by=officer, on=datetime.date(2024, 6, 1), reason="Vi phạm")
    after = client.get(path, headers={"If-None-Match": before["ETag"]})
    assert 'data-verdict="revoked"' in after.content.decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda: Product.objects.filter(code=None).update(packaging="gói"),
        lambda: StockRecord.objects.update(num_in_stock=0),
        lambda: StockRecord.objects.update(price=3),
        lambda: StoryPage.objects.update(summary="Khác"),
        lambda: AdminUnit.objects.filter(pk=AdminUnit.objects.first().pk).update(name="Xã khác"),
        lambda: Site.objects.update(name="Khác"),
        lambda: Certificate.objects.first().delete(),
        lambda: User.objects.update(first_name="Tên khác"),
        lambda: OutboxEntry.objects.create(product_id=1).delete(),
    ],
    ids=["product", "sold out", "price", "story", "place", "site", "certificate", "name of a person", "index"],
)
def test_what_pages_show_is_another_revision(db, change):
    make_offer()
    make_certificate(product=make_product(title="Có chứng nhận"), stars=3)
    User.objects.create_user("lan@example.com", "x")
    before = revision()
    change()
    assert revision() != before


def test_what_no_page_shows_keeps_the_pages(db, client):
    user = User.objects.create_user("lan@example.com", "x")
    before = revision()
    client.force_login(user)  # a session, and the day of the last sign-in
    OutboxEntry.objects.create(product_id=1)
    DBTaskResult.objects.all().delete()
    assert revision() == before


# -- how many units are left -----------------------------------------------------------------------


def test_an_order_renews_the_pages_that_show_its_units_and_no_other(db, settings):
    settings.GUEST_ORDER_STOCK_PERCENT = 100
    sold, other = make_offer(units=10), make_offer(units=10)
    client, lists = Client(), ["/san-pham/", "/", sold.product.producer.get_absolute_url()]
    for path in (*lists, other.product.get_absolute_url(), sold.product.get_absolute_url()):
        client.get(path)
    placed(sold, quantity=3)
    for path in (*lists, other.product.get_absolute_url()):
        assert queries_of(client, path) == 1
    for left in (7, 4):  # and each time anew
        assert f"Còn {left}" in client.get(sold.product.get_absolute_url()).content.decode()
        placed(sold, quantity=3, phone=f"098765432{left}")
    before = revision()
    placed(sold, quantity=1, phone="0987654329")  # the last one: a hold alone sells it out, which every card says
    assert revision() != before
    assert "Hết hàng" in client.get(sold.product.get_absolute_url()).content.decode()


def test_the_first_page_is_not_kept_when_units_change_while_it_is_made(db, monkeypatch):
    offer = make_offer(units=10)
    client, path = Client(), offer.product.get_absolute_url()

    def page_and_change(item):
        page = product_page(item)
        StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=6)
        return page

    product_page = views.product_page
    monkeypatch.setattr(views, "product_page", page_and_change)

    old = client.get(path)
    assert "Còn 10" in old.content.decode()
    assert not old.has_header("ETag")
    monkeypatch.undo()
    assert "Còn 6" in client.get(path).content.decode()


def test_pages_that_say_they_show_no_units_show_none(index, settings):
    """Every address for everybody, asked before and after the numbers of units change: only others may differ."""
    settings.PAGE_CACHE_MB = 0
    world = build_world()
    for_everybody = [route for route in routes() if kind_of(route.address()) in (Kind.PUBLIC, Kind.UNLISTED)]
    addresses = {world.address(route) for route in for_everybody if not route.pattern.startswith(f"/{DOCUMENTS}")}
    client, made = Client(), {}
    for path in (*sorted(addresses), *(page.url for page in Page.objects.live().filter(depth__gt=2)[::7])):
        answer = client.get(path)
        if answer.status_code == 200 and getattr(answer, "units_of", None) == frozenset():
            made[path] = answer.content
    assert StockRecord.objects.filter(num_in_stock__gt=0).update(num_in_stock=F("num_in_stock") + 17)
    assert len(made) > 25
    for path, before in made.items():
        assert client.get(path).content == before, path


def test_every_table_that_is_not_named_private_has_its_trigger(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [triggers.NAME])
        held = {table.strip('"') for (table,) in cursor.fetchall()}
    assert held == set(triggers.public_tables())
    # Names that no longer exist would hide a table of that name one day.
    models = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    assert models >= triggers.PRIVATE_MODELS | set(triggers.EVENTS)
    assert {config.label for config in apps.get_app_configs()} >= triggers.PRIVATE_APPS


def test_a_new_index_is_another_revision_even_if_the_database_is_the_same(db, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path
    OutboxEntry.objects.all().delete()
    before = revision()
    search_services.rebuild()
    assert revision() != before


def test_midnight_and_another_day_of_the_registry_are_another_state(product, settings):
    path = product.get_absolute_url()
    with time_machine.travel("2026-12-31 23:59:50 +0700", tick=False):
        evening = Client().get(path)["ETag"]
    with time_machine.travel("2027-01-01 00:00:10 +0700", tick=False):
        assert Client().get(path)["ETag"] != evening
    with time_machine.travel("2026-12-31 23:59:50 +0700", tick=False):
        settings.REGISTRY_DATE = None
        assert Client().get(path)["ETag"] != evening


def test_a_change_that_commits_late_is_not_missed(committed_db):
    """The slow transaction took its number first. A counter would already stand at the second one's."""
    product = make_product(title="Trước khi đổi")
    client, path = Client(), product.get_absolute_url()
    with psycopg.connect(**connection.get_connection_params()) as slow:
        slow.execute("UPDATE catalogue_product SET title = 'Sau khi đổi' WHERE id = %s", [product.pk])
        Site.objects.update(name="Nhanh hơn")  # commits meanwhile
        assert "Trước khi đổi" in client.get(path).content.decode()  # and is kept
        newest = PublicChange.objects.latest("pk").pk
        slow.commit()
        assert PublicChange.objects.latest("pk").pk == newest  # which a counter would have gone by
        assert "Sau khi đổi" in client.get(path).content.decode()


# -- not kept --------------------------------------------------------------------------------------


@pytest.mark.parametrize("cookie", ["sessionid", "saobuon_basket", "csrftoken"])
def test_a_visitor_with_a_cookie_gets_a_page_of_their_own(product, cookie):
    client, path = Client(), product.get_absolute_url()
    client.get(path)
    client.cookies[cookie] = "x"
    answer = client.get(path, headers={"Accept-Encoding": "br"})
    assert "private" in answer["Cache-Control"]
    assert not answer.has_header("Content-Encoding")
    assert queries_of(client, path) > 1


@pytest.mark.parametrize("query", ["q=ca+phe", "utm_source=x", urlencode({"area": "x" * 300})])
def test_what_has_no_end_of_values_is_not_kept_but_can_be_asked_for_again(product, query):
    client, path = Client(), f"{product.get_absolute_url()}?{query}"
    tag = client.get(path)["ETag"]
    assert queries_of(client, path) > 1
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert queries_of(client, f"{product.get_absolute_url()}?page=1") > 1
    assert queries_of(client, f"{product.get_absolute_url()}?page=1") == 1


def test_errors_and_other_answers_are_not_kept(db):
    client = Client()
    for path, status in (("/san-pham/khong-co/", 404), ("/q/KHONGCO2", 404)):
        for _ in range(2):
            answer = client.get(path)
            assert answer.status_code == status
            assert "private" in answer["Cache-Control"]
            assert queries_of(client, path) >= 1
    assert "private" in client.get("/tai-khoan/")["Cache-Control"]
    assert client.post("/san-pham/").status_code == 405


def test_memory_is_bounded(settings):
    settings.PAGE_CACHE_MB = 1
    store, page = PageStore(), b"x" * 100_000
    for number in range(100):
        store.put("1", number, page, size=100_000)
    assert store.size <= 1_000_000
    assert store.get("1", 99) is page
    assert store.get("1", 0) is None
    assert store.get("2", 99) is None
    store.put("2", 0, page, size=100_000)
    assert store.size == 100_000
    settings.PAGE_CACHE_MB = 0
    assert store.get("2", 0) is None, "turned off"


# -- a cache in front ------------------------------------------------------------------------------


@pytest.fixture
def proxy(settings):
    """A cache that notes what it is told; `fails` lets it answer 500."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_PURGE(self):
            server.told.append((self.path, self.headers["Host"]))
            self.send_response(500 if server.fails else 200)
            self.end_headers()

        def log_message(self, *args):
            """Quiet."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.told, server.fails = [], False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.FRONT_CACHE_URLS = [f"http://127.0.0.1:{server.server_port}"]
        settings.SITE_URL = "https://saobuon.example"
        yield server
        server.shutdown()


def test_the_worker_purges_the_cache_in_front_after_a_change(db, proxy):
    watch = front.Watch()
    watch()
    watch()
    assert proxy.told == [("/*", "saobuon.example")]  # once at its start, whatever it has missed
    note_change()
    proxy.fails = True
    with pytest.raises(OSError, match="500"):
        watch()
    proxy.fails = False
    assert watch() < 1
    watch()
    assert len(proxy.told) == 3


def test_a_cache_in_front_may_keep_pages_for_a_while_but_never_a_stamp(product, proxy):
    with time_machine.travel("2026-12-31 12:00 +0700", tick=False):
        assert "s-maxage=60" in Client().get("/san-pham/")["Cache-Control"]
    with time_machine.travel("2026-12-31 23:59:50 +0700", tick=False):
        assert "s-maxage=10" in Client().get("/san-pham/")["Cache-Control"]
    stamp = Stamp.objects.filter(is_page_code=True).first()
    assert Client().get(f"/q/{stamp.code}")["Cache-Control"] == "public, no-cache"


def test_the_log_of_changes_stays_short(db):
    prune(longest=0)  # loading the register made many
    for _ in range(30):
        note_change()
    before = revision()
    assert not prune(longest=1000)
    assert revision() == before
    assert prune(longest=20)
    assert PublicChange.objects.count() == 1
    assert revision() != before


def test_renditions_may_be_kept_for_ever_and_originals_not(db, tmp_path):
    for folder in ("images", "original_images"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.avif").write_bytes(b"x")

    def answer(path):
        middleware = AnonymousPages(lambda request: serve(request, path, document_root=tmp_path))
        response = middleware(RequestFactory().get(f"/uploads/{path}"))
        response.close()
        return response

    assert answer("images/x.avif")["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer("images/x.avif")["Content-Type"] == "image/avif"
    assert not answer("original_images/x.avif").has_header("Cache-Control")
