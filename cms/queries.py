"""What the pages show, each in a constant number of queries."""

import dataclasses
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import PageViewRestriction

from catalogue.addresses import address_of
from catalogue.certification.clock import registry_day
from catalogue.certification.queries import standing
from catalogue.dates import PartialDate, display_partial
from catalogue.geography.queries import place_text
from catalogue.products.illustrations import Illustration, illustration_for
from catalogue.products.models import Category, Product
from catalogue.products.photos import first_pictures, has_photos, lead_picture
from media.queries import Picture

from .contexts import content_for
from .fairs import FairState, fair_state, fairs_in_order
from .models import (
    FAIRS_SLUG,
    NEWS_SLUG,
    STORIES_SLUG,
    FairIndexPage,
    FairPage,
    HomePage,
    InfoPage,
    NewsIndexPage,
    NewsPage,
    StoryIndexPage,
    StoryPage,
)

FRONT_DOOR_DEPTH = 2
"""Wagtail's depth of the home page: the root is at 1."""
LATEST = 3
"""Pages of each kind on the home page."""


@dataclasses.dataclass(frozen=True)
class Teaser:
    """A page in a list; the names are those of components/card.html."""

    url: str
    title: str
    text: str = ""
    kicker: str = ""
    meta: str = ""
    image: Illustration | None = None
    photo: Picture | None = None
    badge: str = ""
    badge_tone: str = ""


@dataclasses.dataclass(frozen=True)
class Source:
    """Where a fact was published: address, host for the reader, title where known."""

    url: str
    host: str
    title: str = ""


@dataclasses.dataclass(frozen=True)
class StoryTeaser:
    """The live story of a product, as the product's own page shows it."""

    title: str
    url: str
    summary: str
    first_paragraph: str
    is_illustrative: bool


def section_urls() -> dict[str, str]:
    """Addresses of the three lists in the reader's language. No query."""
    slugs = {"stories_url": STORIES_SLUG, "news_url": NEWS_SLUG, "fairs_url": FAIRS_SLUG}
    return {name: _page_address(f"{slug}/") for name, slug in slugs.items()}


def _page_address(path: str) -> str:
    """Address of a page by its path below the home page, in the reader's language."""
    return address_of("wagtail_serve", path)


def _address_in_list(url_path: str) -> str:
    """The same by Wagtail's `url_path`, which begins with the home page's own slug."""
    return _page_address(url_path.split("/", 2)[2])


def source_of(url: str, title: str = "") -> Source | None:
    """Source of an address; None for a blank one."""
    return Source(url, (urlsplit(url).hostname or url).removeprefix("www."), title) if url else None


def dates_text(starts: str, ends: str) -> str:
    """`31/8/2024 – 2/9/2024`, `from 20/12/2025` where the last day is unknown, `2022`, or blank."""
    if starts and ends and starts != ends:
        return f"{display_partial(starts)} – {display_partial(ends)}"
    if starts and not ends and PartialDate.parse(starts).precision == "day":
        return _("from %(day)s") % {"day": display_partial(starts)}
    return display_partial(starts or ends)


def _group_code(product: str) -> Subquery:
    """Code of the most precise group of the product whose id the outer query holds as `product`."""
    groups = Category.objects.filter(product=OuterRef(product)).order_by("-depth")
    return Subquery(groups.values("code")[:1])


def _drawing(title: str | None = "", group_code: str | None = "", slug: str | None = "") -> Illustration:
    """The drawing of a story's product; the neutral one where it tells of none."""
    return illustration_for(title or "", group_code, key=slug or "")


Row = dict[str, Any]
"""Columns of a page in a list."""


def _story_card(story: Row) -> Teaser:
    return Teaser(
        url=_address_in_list(story["url_path"]),
        title=story["title"],
        text=story["summary"],
        kicker=story["product__title"] or "",
        meta=story["product__producer__name"] or "",
        image=_drawing(story["product__title"], story["group_code"], story["product__slug"]),
    )


def _news_card(news: Row) -> Teaser:
    source = source_of(news["source_url"])
    return Teaser(
        url=_address_in_list(news["url_path"]),
        title=news["title"],
        text=news["summary"],
        kicker=display_partial(news["date"]) or _("date not known"),
        meta=source.host if source else "",
    )


def _fair_card(fair: Row) -> Teaser:
    state = fair_state(fair["starts"], fair["ends"], on=registry_day())
    return Teaser(
        url=_address_in_list(fair["url_path"]),
        title=fair["title"],
        text=fair["venue"],
        kicker=dates_text(fair["starts"], fair["ends"]) or _("date not known"),
        meta=fair["organiser"],
        badge=state.label if state else "",
        badge_tone=state.tone if state else "",
    )


@cache
def _stories() -> QuerySet:
    columns = ("title", "url_path", "summary", "product__title", "product__slug", "product__producer__name")
    stories = StoryPage.objects.filter(live=True).order_by("-first_published_at", "-pk")
    return stories.values(
        *columns, "product_id", group_code=_group_code("product_id"), has_photos=has_photos("product_id")
    )


@cache
def _news() -> QuerySet:
    columns = ("title", "url_path", "summary", "date", "source_url")
    return NewsPage.objects.filter(live=True).order_by("-date", "-pk").values(*columns)


def _fairs() -> QuerySet:
    return fairs_in_order(registry_day()).values("title", "url_path", "venue", "starts", "ends", "organiser")


# Kept are the queries, not their rows: to write a query takes longer than to ask it.
_LISTS = {
    StoryIndexPage: (_stories, _story_card),
    NewsIndexPage: (_news, _news_card),
    FairIndexPage: (_fairs, _fair_card),
}


_HEADINGS = {
    StoryIndexPage: gettext_lazy("Product stories"),
    NewsIndexPage: gettext_lazy("News"),
    FairIndexPage: gettext_lazy("Fairs and festivals"),
}
"""What a list is called on pages that are not in the editors' language."""


def _cards(kind, limit: int) -> list[Teaser]:
    pages, card = _LISTS[kind]
    return _teasers(pages()[:limit], card)


def _teasers(rows: Iterable[Row], card: Callable[[Row], Teaser]) -> list[Teaser]:
    """Cards of pages, those of stories with the photo of their product. One query; two more with photos."""
    rows = list(rows)
    photos = first_pictures([row["product_id"] for row in rows if row.get("has_photos")])
    return [dataclasses.replace(card(row), photo=photos.get(row.get("product_id"))) for row in rows]


def front_door() -> HomePage | None:
    """The home page as visitors see it; None where it is hidden or not published. One query."""
    return next(iter(_open_front_doors()[:1]), None)


@cache
def _open_front_doors() -> QuerySet:
    hidden = PageViewRestriction.objects.filter(page__depth__lte=FRONT_DOOR_DEPTH).order_by()
    homes = HomePage.objects.filter(~Exists(hidden), live=True, sites_rooted_here__is_default_site=True)
    return homes.only("title", "summary", "search_description").order_by()


@content_for(HomePage)
def home_content(_home: HomePage, _request: HttpRequest) -> dict:
    """The newest stories, news and fairs in three queries, and what hooks `home_content` (returning a dict) add."""
    content = {
        **section_urls(),
        "stories": _cards(StoryIndexPage, LATEST),
        "news": _cards(NewsIndexPage, LATEST),
        "fairs": _cards(FairIndexPage, LATEST),
    }
    for more in hooks.get_hooks("home_content"):
        content |= more()
    return content


@content_for(StoryIndexPage, NewsIndexPage, FairIndexPage)
def index_content(index_page, request: HttpRequest) -> dict:
    """One page of a list, newest first; an impossible number leads to the nearest page. Two queries."""
    pages, card = _LISTS[type(index_page)]
    page = Paginator(pages().child_of(index_page), index_page.page_size).get_page(request.GET.get("page"))
    page.object_list = _teasers(page.object_list, card)
    heading = index_page.title if (get_language() or "vi") == "vi" else str(_HEADINGS[type(index_page)])
    return {"page_of_list": page, "heading": heading}


@content_for(StoryPage)
def story_content(story: StoryPage, _request: HttpRequest) -> dict:
    """The product of a story with its standing on the registry's day, its photo, and the sources. Five queries."""
    product = None
    if story.product_id:
        product = (
            Product.objects.select_related("producer", "unit__parent__parent")
            .annotate(group_code=_group_code("pk"))
            .get(pk=story.product_id)
        )
    return {
        **section_urls(),
        "product": product,
        "standing": standing(product.pk) if product else None,
        "place": place_text(product.unit, product.former_commune) if product else "",
        "illustration": _drawing(product.title, product.group_code, product.slug) if product else _drawing(),
        "lead_picture": lead_picture(product),
        "sources": [source_of(block.value["url"], block.value["title"]) for block in story.sources],
    }


@content_for(NewsPage)
def news_content(news: NewsPage, _request: HttpRequest) -> dict:
    """Date as precise as known, and the source."""
    return {**section_urls(), "date": display_partial(news.date), "source": source_of(news.source_url)}


@content_for(FairPage)
def fair_content(fair: FairPage, _request: HttpRequest) -> dict:
    """Days as far as they are known, the source, and what hooks `fair_content` (fair → dict) add."""
    content = {
        **section_urls(),
        "dates": dates_text(fair.starts, fair.ends),
        "state": fair_state(fair.starts, fair.ends, on=registry_day()),
        "is_past": fair_state(fair.starts, fair.ends, on=registry_day()) == FairState.PAST,
        "source": source_of(fair.source_url),
    }
    for more in hooks.get_hooks("fair_content"):
        content |= more(fair)
    return content


@dataclasses.dataclass(frozen=True)
class InfoText:
    """An information page in one language. `questions`: (question, answer as simple HTML), for machines too."""

    language: str
    title: str
    summary: str
    body: object
    questions: tuple[tuple[str, str], ...]


def info_text(page: InfoPage, language: str) -> InfoText:
    """The page's text in a language; Vietnamese where there is no English. No query."""
    is_english = language == "en" and bool(page.title_en) and bool(page.body_en)
    body = page.body_en if is_english else page.body
    return InfoText(
        language="en" if is_english else "vi",
        title=page.title_en if is_english else page.title,
        summary=page.summary_en if is_english else page.summary,
        body=body,
        questions=tuple(
            (item["question"], item["answer"].source)
            for block in body
            if block.block_type == "questions"
            for item in block.value
        ),
    )


@content_for(InfoPage)
def info_content(page: InfoPage, _request: HttpRequest) -> dict:
    """The text in the reader's language; search words of an editor are Vietnamese and count there only."""
    text = info_text(page, get_language() or "vi")
    is_own = text.language == "vi"
    return {
        "info": text,
        "questions": text.questions,
        "seo_title": (is_own and page.seo_title) or text.title,
        "seo_description": (is_own and page.search_description) or text.summary,
    }


def story_teaser(product: Product) -> StoryTeaser | None:
    """The live story of a product, or None. One query."""
    story = next(iter(_story_teasers().filter(product=product.pk)), None)
    if story is None:
        return None
    paragraph = next((block.value.source for block in story["body"] if block.block_type == "paragraph"), "")
    return StoryTeaser(
        title=story["title"],
        url=_address_in_list(story["url_path"]),
        summary=story["summary"],
        first_paragraph=strip_tags(paragraph).strip(),
        is_illustrative=story["is_illustrative"],
    )


@cache
def _story_teasers() -> QuerySet:
    stories = StoryPage.objects.filter(live=True).order_by()
    return stories.values("title", "url_path", "summary", "body", "is_illustrative")
