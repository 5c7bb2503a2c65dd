"""The frame of the site: home page, the four sections, Wagtail's site record."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from cms.models import (
    FAIRS_SLUG,
    NEWS_SLUG,
    STORIES_SLUG,
    FairIndexPage,
    HomePage,
    NewsIndexPage,
    StoryIndexPage,
)

from .information import ensure_info_pages
from .tree import add_live_page, lock_page_tree

SECTIONS = (
    (StoryIndexPage, STORIES_SLUG, "Câu chuyện sản phẩm", "Ai làm ra sản phẩm, làm ở đâu và như thế nào."),
    (NewsIndexPage, NEWS_SLUG, "Tin tức", "Tin về chương trình OCOP của tỉnh, mỗi tin có nguồn."),
    (FairIndexPage, FAIRS_SLUG, "Hội chợ và lễ hội", "Nơi sản phẩm OCOP được trưng bày và bán."),
)


@transaction.atomic
def ensure_site() -> HomePage:
    """Home page at `/` as root of the default site, with its lists and its information pages.

    Makes what is missing and leaves what is there; Wagtail's welcome page goes. Can be rerun.
    """
    lock_page_tree()
    home = HomePage.objects.first() or _add_home()
    site = _ensure_site_record(home)
    _remove_welcome_page()
    for model, slug, title, summary in SECTIONS:
        if not model.objects.exists():
            add_live_page(home, model(title=title, slug=slug, summary=summary))
    ensure_info_pages(home)
    Site.clear_site_root_paths_cache()
    return HomePage.objects.get(pk=site.root_page_id)


def _add_home() -> HomePage:
    root = Page.get_first_root_node()
    return add_live_page(root, HomePage(title="Trang chủ", slug="trang-chu"))


def _ensure_site_record(home: HomePage) -> Site:
    address = urlsplit(settings.SITE_URL)
    values = {
        "hostname": address.hostname,
        "port": address.port or (443 if address.scheme == "https" else 80),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "root_page_id": home.pk,
    }
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if any(getattr(site, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(site, name, value)
        site.save()
    return site


def _remove_welcome_page() -> None:
    """Wagtail's own first page: a plain Page that holds nothing."""
    for page in Page.objects.filter(depth=2, slug="home", content_type__model="page", numchild=0):
        if not page.sites_rooted_here.exists():
            page.delete()
