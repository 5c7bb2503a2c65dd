"""What a page says of itself to machines: its picture for shared links and its schema.org descriptions.

Each kind of page has one function below. It reads what the page's view or Wagtail's `get_context` has already
gathered: no query, no rule of its own. A page that nobody describes has the picture of the home page.
"""

import dataclasses
from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from catalogue.products.group_names import group_name
from cms.models import (
    FairIndexPage,
    FairPage,
    HomePage,
    InfoPage,
    NewsIndexPage,
    NewsPage,
    StoryIndexPage,
    StoryPage,
)
from media.queries import Picture

from . import structured
from .pictures import PictureFacts, kind_picture, product_picture


@dataclasses.dataclass(frozen=True)
class Description:
    """Picture, Open Graph type and schema.org things of one page; a `photo` of its product comes before `picture`."""

    picture: PictureFacts
    kind: str = "website"
    things: list[dict] = dataclasses.field(default_factory=list)
    photo: Picture | None = None


Describer = Callable[[dict, str], Description]
_BY_ROUTE: dict[str, tuple[str, Describer]] = {}
_BY_PAGE: dict[type, Describer] = {}


def describe(context: dict, *, route: str | None, text: str) -> Description:
    """Description of the page whose template context this is.

    `route` is the name of its address (None for an error page), `text` its meta description.
    """
    if route in ("wagtail_serve", "home"):
        describer = _BY_PAGE.get(type(context.get("page")))
        return describer(context, text) if describer else _of_kind("home")
    needs, describer = _BY_ROUTE.get(route or "", ("", None))
    # An error page at the same address has none of the page's own facts.
    return describer(context, text) if describer and context.get(needs) is not None else _of_kind("home")


def _route(name: str, *, needs: str):
    def register(describer: Describer) -> Describer:
        _BY_ROUTE[name] = (needs, describer)
        return describer

    return register


def _page(model: type):
    def register(describer: Describer) -> Describer:
        _BY_PAGE[model] = describer
        return describer

    return register


def _of_kind(kind: str, *things: dict | None, og: str = "website") -> Description:
    return Description(kind_picture(kind), og, [thing for thing in things if thing])


def _list_of(kind: str) -> Describer:
    return lambda context, text: _of_kind(kind)


for _name, _needs, _kind in (
    ("product-list", "result", "products"),
    ("search", "result", "products"),
    ("producer-list", "page", "producers"),
    ("area-list", "request", "areas"),
    ("area", "unit", "areas"),
    ("sales-point-list", "points", "sales-points"),
    ("product-review", "product", "products"),
    ("group-list", "request", "products"),
    ("group", "group", "products"),
    ("certificate-lookup", "request", "certificates"),
    ("complaint", "request", "info"),
):
    _route(_name, needs=_needs)(_list_of(_kind))
for _model, _kind in ((StoryIndexPage, "stories"), (NewsIndexPage, "news"), (FairIndexPage, "fairs")):
    _page(_model)(_list_of(_kind))


def _picture_of(context: dict, product) -> PictureFacts:
    return product_picture(
        product,
        place=context.get("place", ""),
        stands=context["standing"],
        drawing=context["illustration"],
    )


# -- the register ----------------------------------------------------------------------------------


@_route("product", needs="product")
def _product(context: dict, text: str) -> Description:
    item, group = context["product"], context.get("group")
    picture, photos = _picture_of(context, item), context.get("photos") or []
    thing = structured.product(
        item,
        description=text,
        images=[*(photo.src for photo in photos), picture.url],
        standing=context["standing"],
        group=group_name(group.code, group.name) if group else "",
        place=context.get("place", ""),
        size=_size(context),
        offers=_offers(context),
        rating=_rating(context.get("reviews")),
    )
    return Description(picture, "product", [thing], next(iter(photos), None))


def _size(context: dict) -> str:
    """What one unit holds; a demo value only beside its price."""
    offer = context.get("offer")
    if offer and offer.has_illustrative_content and not settings.IS_DEMO:
        return ""
    return context.get("net_content", "")


def _offers(context: dict) -> dict | None:
    """One offer, or those of all variants together."""
    item, variants = context["product"], context.get("variants") or []
    url = item.get_absolute_url()
    seller = {"@type": "Organization", "name": item.producer.name} if item.producer else None
    if not variants:
        return structured.offer(context.get("offer"), url=url, seller=seller)
    offers = [structured.offer(one.offer, url=url, seller=seller, name=one.label) for one in variants]
    return structured.aggregate_offer([offer for offer in offers if offer])


def _rating(reviews) -> dict | None:
    return structured.aggregate_rating(count=reviews.count, average=reviews.average) if reviews else None


@_route("stamp", needs="standing")
def _stamp(context: dict, text: str) -> Description:
    return Description(_picture_of(context, context["product"]), photo=context.get("photo"))


@_route("producer", needs="producer")
def _producer(context: dict, text: str) -> Description:
    thing = structured.producer(context["producer"], place=context.get("place", ""))
    return _of_kind("producers", {**thing, "description": text}, og="profile")


@_route("sales-point", needs="point")
def _sales_point(context: dict, text: str) -> Description:
    return _of_kind("sales-points", structured.sales_point(context["point"], place=context.get("place", "")))


# -- the pages of the editors ----------------------------------------------------------------------


@_page(HomePage)
def _home(context: dict, text: str) -> Description:
    language = get_language()
    site = structured.website(home="/en/" if language == "en" else "/", search=reverse("search"), language=language)
    return _of_kind("home", structured.operator(), site)


def _article(kind: str, context: dict, text: str, picture: PictureFacts, **more) -> Description:
    page, photo = context["page"], context.get("lead_picture")
    thing = structured.article(
        kind=kind,
        headline=page.title,
        description=text,
        url=page.url,
        images=[*([photo.src] if photo else []), picture.url],
        published=page.first_published_at,
        modified=page.last_published_at,
        **more,
    )
    return Description(picture, "article", [thing], photo)


@_page(StoryPage)
def _story(context: dict, text: str) -> Description:
    product = context.get("product")
    picture = _picture_of(context, product) if product else kind_picture("stories")
    about = None
    if product:
        address = structured.absolute(product.get_absolute_url())
        about = {"@type": "Product", "@id": f"{address}#product", "name": product.title, "url": address}
    sources = [source.url for source in context.get("sources", [])]
    return _article("Article", context, text, picture, about=about, based_on=sources)


@_page(NewsPage)
def _news(context: dict, text: str) -> Description:
    source = context["page"].source_url
    return _article("NewsArticle", context, text, kind_picture("news"), based_on=[source] if source else None)


@_page(FairPage)
def _fair(context: dict, text: str) -> Description:
    page, picture = context["page"], kind_picture("fairs")
    thing = structured.event(
        name=page.title,
        url=page.url,
        starts=page.starts,
        ends=page.ends,
        venue=page.venue,
        organiser=page.organiser,
        images=[picture.url],
        description=text,
    )
    return _of_kind("fairs", thing)


@_page(InfoPage)
def _info(context: dict, text: str) -> Description:
    return _of_kind("info", structured.faq(context.get("questions") or []))
