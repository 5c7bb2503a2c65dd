"""What a visitor sees: home, lists, stories; dates as precise as known; no cookie; few queries."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from wagtail.models import Page, PageViewRestriction, Site

from catalogue.importing import Report
from catalogue.products.models import Product
from cms.fairs import fair_state
from cms.models import (
    INFO_SLUGS,
    FairIndexPage,
    FairPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StoryIndexPage,
    StoryPage,
)
from cms.queries import story_teaser
from cms.services import ensure_roles, ensure_site, import_news, load_demo_stories
from cms.services.tree import add_live_page
from tests.catalogue.factories import make_product

LISTS = ("/cau-chuyen/", "/tin-tuc/", "/hoi-cho/")
MARK = "Bài viết minh họa, soạn từ dữ kiện đã công bố"


@pytest.fixture
def site_with_pages(stories):
    load_demo_stories()


def queries_of(client, url: str) -> int:
    client.get(url)  # caches of content types and of the site's address
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, url
    return len(queries)


def text_of(client, url: str) -> str:
    page = client.get(url).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_setting_up_twice_leaves_one_home_page_and_no_welcome_page(stories):
    before = list(Page.objects.order_by("path").values_list("pk", "path"))
    ensure_site()
    ensure_roles()
    assert list(Page.objects.order_by("path").values_list("pk", "path")) == before
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get()
    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_setting_up_replaces_the_welcome_page_of_a_new_wagtail(db):
    HomePage.objects.all().delete()
    root = Page.get_first_root_node()
    welcome = root.add_child(instance=Page(title="Welcome to your new Wagtail site!", slug="home"))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
    home = ensure_site()
    assert Site.objects.get().root_page_id == home.pk
    assert {page.slug for page in home.get_children().live()} == {
        "cau-chuyen",
        "tin-tuc",
        "hoi-cho",
        *INFO_SLUGS,
    }
    assert not Page.objects.filter(pk=welcome.pk).exists()


def test_public_pages_set_no_cookie_and_may_be_cached(client, site_with_pages):
    story, news, fair = (model.objects.live().first() for model in (StoryPage, NewsPage, FairPage))
    for url in ("/", "/en/", *LISTS, "/gioi-thieu/", story.url, news.url, fair.url):
        response = client.get(url)
        assert response.status_code == 200, url
        assert not response.cookies, url
        assert "public" in response["Cache-Control"], url


def test_the_front_door_is_closed_where_wagtail_says_so(client, stories):
    home = HomePage.objects.get()
    assert client.get("/").status_code == client.get("/en/").status_code == 200
    restriction = PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/").status_code == 302
    restriction.delete()
    PageViewRestriction.objects.create(page=home.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/").status_code == 302
    PageViewRestriction.objects.all().delete()
    home.unpublish()
    assert client.get("/").status_code == 404


def test_query_budgets_do_not_depend_on_the_number_of_pages(client, site_with_pages):
    story, news, fair = (model.objects.live().first() for model in (StoryPage, NewsPage, FairPage))
    counts = {url: queries_of(client, url) for url in ("/", *LISTS, "/gioi-thieu/", story.url, news.url, fair.url)}
    assert max(counts.values()) <= 12, counts

    for kind, index in ((NewsPage, NewsIndexPage), (FairPage, FairIndexPage), (StoryPage, StoryIndexPage)):
        for number in range(5):
            fields = {"product": make_product()} if kind is StoryPage else {}
            add_live_page(index.objects.get(), kind(title=f"Trang {number}", slug=f"trang-{number}", **fields))
    assert {url: queries_of(client, url) for url in ("/", *LISTS)} == {url: counts[url] for url in ("/", *LISTS)}

    for few in (NewsPage, FairPage, StoryPage):
        for page in few.objects.all()[1:]:
            page.delete()
    assert all(queries_of(client, url) <= counts[url] for url in ("/", *LISTS))


@pytest.mark.parametrize(
    ("starts", "ends", "vietnamese", "english"),
    [
        ("2024-08-31", "2024-09-02", "31/8/2024 – 2/9/2024", "31 August 2024 – 2 September 2024"),
        ("2025-12-20", "", "từ 20/12/2025", "from 20 December 2025"),
        ("2025-12-20", "2025-12-20", "20/12/2025", "20 December 2025"),
        ("2024-11", "", "11/2024", "November 2024"),
        ("2022", "", "2022", "2022"),
        ("", "", "chưa rõ", "not known"),
    ],
)
def test_days_of_a_fair_are_told_as_far_as_known(client, stories, starts, ends, vietnamese, english):
    fair = FairPage(title="Phiên chợ", slug="phien-cho", starts=starts, ends=ends)
    add_live_page(FairIndexPage.objects.get(), fair)
    assert f"Thời gian {vietnamese} Địa điểm" in text_of(client, "/hoi-cho/phien-cho/")
    assert f"When {english} Where" in text_of(client, "/en/hoi-cho/phien-cho/")


@pytest.mark.parametrize(("date", "shown"), [("2023", "2023"), ("2019-11", "11/2019"), ("2020-09-19", "19/9/2020")])
def test_the_date_of_a_news_item_is_not_completed(client, stories, date, shown):
    news = NewsPage(title="Tin", slug="tin", date=date, source_url="https://example.com/tin")
    add_live_page(NewsIndexPage.objects.get(), news)
    assert f"Ngày {shown} Nguồn example.com" in text_of(client, "/tin-tuc/tin/")


def test_lists_are_paged_newest_first_and_an_impossible_number_leads_to_a_page(client, site_with_pages):
    first, last = client.get("/tin-tuc/"), client.get("/tin-tuc/?page=3")
    titles = [card.title for card in first.context["page_of_list"].object_list]
    assert titles[0] == NewsPage.objects.order_by("-date").first().title
    assert len(titles) == 12
    assert len(last.context["page_of_list"].object_list) == 29 - 24
    for number in ("999", "-1", "x"):
        assert client.get("/tin-tuc/", {"page": number}).status_code == 200


def test_demo_stories_are_marked_have_sources_and_keep_away_from_edited_pages(client, site_with_pages):
    assert StoryPage.objects.live().count() >= 3
    for story in StoryPage.objects.live():
        page = client.get(story.url).content.decode()
        assert MARK in page
        assert all(escape(block.value["url"]) in page for block in story.sources)
        assert story.sources
    story = StoryPage.objects.live().first()
    story.title = "Sửa tay"
    story.save_revision().publish()
    counts = load_demo_stories()
    assert counts["unchanged"] == StoryPage.objects.count()
    story.refresh_from_db()
    assert story.title == "Sửa tay"


def test_a_story_shows_the_stars_of_a_valid_certificate_only(client, site_with_pages):
    macadamia = Product.objects.get(title="Hạt mắc ca Đắk Lắk cao cấp").story
    rice = Product.objects.get(title="Gạo Briết đặc sản 5 tháng").story
    assert client.get(macadamia.url).context["standing"].stars == 5
    response = client.get(rice.url)
    assert response.context["standing"].stars is None
    assert str(response.context["standing"].label) in response.content.decode()


def test_an_unpublished_story_is_not_on_the_product_page(stories):
    product = make_product()
    story = StoryPage(title="Bài", slug="bai", product=product)
    add_live_page(stories, story)
    assert story_teaser(product).title == "Bài"
    story.unpublish()
    assert story_teaser(product) is None


def test_english_pages_mark_vietnamese_content(client, site_with_pages):
    story = StoryPage.objects.live().first()
    address = story.url
    page = client.get(f"/en{address}").content.decode()
    assert '<html lang="en">' in page
    assert f'<header class="page-head" lang="vi">\n          <h1>{story.title}</h1>' in page
    assert 'lang="vi">\n          <h1>' not in client.get(address).content.decode()


def test_text_of_an_import_cannot_become_markup(client, stories, tmp_path):
    path = tmp_path / "news.csv"
    path.write_text(
        'headline,date,summary,source_url\n<script>x</script>,2024,<img src=x onerror=y>,https://example.com/a?b="\n',
        encoding="utf-8",
    )
    report = Report()
    import_news(path, report=report)
    page = client.get("/tin-tuc/").content.decode()
    assert "<script>x" not in page
    assert "<img src=x" not in page


FAIRS = [
    ("2025-03-09", "2025-03-13", "Sắp diễn ra"), ("2025", "", "Sắp diễn ra"),
    ("2024-12-30", "2025-01-02", "Đang diễn ra"),
    ("2024-08-31", "2024-09-02", "Đã qua"), ("2024-11", "", "Đã qua"), ("2017-03-08", "", "Đã qua"),
    ("2024-12-20", "", ""), ("2024", "", ""), ("", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("starts", "ends", "label"), FAIRS)
def test_a_fair_says_whether_it_is_over(starts, ends, label):
    state = fair_state(starts, ends, on=datetime.date(2024, 12, 31))
    assert (state.label if state else "") == label


def test_the_next_fair_stands_first_and_the_latest_after_it(client, stories, settings):
    settings.REGISTRY_DATE = datetime.date(2024, 12, 31)
    cards = client.get("/hoi-cho/").context["page_of_list"].object_list
    states = [card.badge for card in cards]
    assert states[0] == "Sắp diễn ra"
    assert cards[0].title.startswith("Lễ hội Cà phê Buôn Ma Thuột lần thứ 9")
    assert "Sắp diễn ra" not in states[states.index("Đã qua") :]
    assert '<span class="badge badge--good">Sắp diễn ra</span>' in client.get("/hoi-cho/").content.decode()


def test_a_fair_shows_the_products_that_a_source_names_there(client, stories, index):
    fair = FairPage.objects.get(title__endswith="năm 2012")
    page = client.get(fair.url).content.decode()
    assert "Sản phẩm đã có mặt" in page and "Bơ Dakado" in page
    assert "Sản phẩm đã có mặt" not in client.get(FairPage.objects.exclude(pk=fair.pk).first().url).content.decode()
