"""What the page of a product shows, gathered in a constant number of queries."""

import dataclasses
from functools import cache

from django.db.models import Q

from catalogue.certification.queries import histories
from catalogue.geography.queries import place_text, successors_today
from catalogue.products.models import Product
from catalogue.products.offers import Offer, online_offer
from catalogue.products.photos import has_photos, product_pictures
from catalogue.slugs import SlugQuerySet
from catalogue.traceability.lots.queries import has_lots, recent_lots
from catalogue.traceability.models import Lot
from catalogue.traceability.recalls.services import has_active_recalls, recall_warnings
from catalogue.traceability.stamps.queries import page_code
from cms.queries import StoryTeaser, story_teaser
from search.cards import CARD_COLUMNS, group_of, hits_of, illustration_of, load_card_facts
from search.related import related_products
from storefront.public.questions.queries import has_answers, latest_answers
from storefront.reviews.queries import NO_REVIEWS, has_reviews, review_digest
from storefront.salespoints.queries import sales_points_for

from .timeline import timeline_of

SHOWN_LOTS = 6
SIBLINGS = 4
"""Other products of the producer, and as many similar ones, shown as cards."""
FAMILY_READ = 60
_PAGE_COLUMNS = (
    *CARD_COLUMNS, "is_public", "packaging", "description", "source_urls", "parent__slug",
    "producer__name", "producer__slug", "producer__type", "producer__address", "producer__website", "producer__unit",
    "trade_item__gtin", "trade_item__is_illustrative",
)  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Variant:
    """One size or make of a product, with its own price and stock."""

    product_id: int
    label: str
    offer: Offer | None

    @property
    def can_buy(self) -> bool:
        return bool(self.offer and self.offer.can_buy)


@cache
def products_of_pages() -> SlugQuerySet:
    """Products with the columns that their pages show, and with `page_code`, `has_reviews`, `has_answers`,
    `has_photos`, `has_recalls`, `has_lots`.

    Only the query is kept, never a row.
    """
    whole = ("producer", "parent", "trade_item")
    products = Product.objects.select_related(*whole).only(*_PAGE_COLUMNS)
    return products.annotate(
        page_code=page_code(),
        has_reviews=has_reviews(),
        has_answers=has_answers(),
        has_photos=has_photos(),
        has_recalls=has_active_recalls(),
        has_lots=has_lots(),
    )


def product_page(product: Product) -> dict:
    """Everything on the page of a product of `products_of_pages`. Fourteen queries at most."""
    variants, siblings = _family(product)
    producers = [product.producer] if product.producer else []
    load_card_facts([product, *variants, *siblings], placed=producers)
    known = histories([product.pk, *(sibling.pk for sibling in siblings)])
    stands = {pk: history.standing for pk, history in known.items()}
    variants = [_variant(variant) for variant in variants]
    group = group_of(product)
    lots = _lots(product, variants) if product.has_lots else []
    offer = _offer(product, variants)
    today = successors_today([product.unit]) if product.unit else []
    story = story_teaser(product)
    recalls = recall_warnings(product.pk) if product.has_recalls else []
    return {
        "product": product,
        "group": group,
        "illustration": illustration_of(product),
        "photos": product_pictures(product) if product.has_photos else [],
        "standing": stands[product.pk],
        "recalls": recalls,
        "is_recalled": any(warning.is_recall for warning in recalls),
        "state_tone": stands[product.pk].state.tone if stands[product.pk].state.is_ended else "",
        "lots": lots,
        "has_use_by": any(lot.expires_on for lot in lots),
        "timeline": timeline_of(known[product.pk]),
        "place": place_text(product.unit, product.former_commune),
        "today": today,
        "producer_place": place_text(product.producer.unit) if product.producer else "",
        "offer": offer,
        "net_content": offer.net_content if offer and not variants else product.packaging,
        "variants": variants,
        "story": story,
        "sales_points": sales_points_for(product),
        "siblings": hits_of(siblings, stands),
        "related": related_products(
            product, story=_text(story), exclude=[sibling.pk for sibling in siblings], size=SIBLINGS
        ),
        "reviews": review_digest(product) if product.has_reviews else NO_REVIEWS,
        "answers": latest_answers(product) if product.has_answers else [],
    }


def _family(product: Product) -> tuple[list[Product], list[Product]]:
    """Variants of the product, and some other products of its producer, by name. One query."""
    mine = Q(parent=product.pk)
    if product.producer_id:
        mine |= Q(producer=product.producer_id, parent=None) & ~Q(pk=product.pk)
    members = list(_members().filter(mine)[:FAMILY_READ])
    for member in members:
        if member.producer_id == product.producer_id:
            member.producer = product.producer
    variants = [member for member in members if member.parent_id]
    return variants, [member for member in members if not member.parent_id][:SIBLINGS]


@cache
def _members() -> SlugQuerySet:
    """Public products, those without a parent last. Only the query is kept, never a row."""
    members = Product.objects.filter(is_public=True).only(*CARD_COLUMNS, "packaging", "parent")
    return members.annotate(has_photos=has_photos()).order_by("parent_id", "title", "pk")


def _variant(product: Product) -> Variant:
    """A variant is called by its packaging where the label has one ("gói 250 g"), else by its whole name."""
    return Variant(product.pk, product.packaging or product.title, online_offer(product))


def _lots(product: Product, variants: list[Variant]) -> list[Lot]:
    """Those of variants too: a variant has no page of its own."""
    return recent_lots([product.pk, *(variant.product_id for variant in variants)], most=SHOWN_LOTS)


def _offer(product: Product, variants: list[Variant]) -> Offer | None:
    """The product's own offer; of a product with variants the cheapest one that can be bought."""
    if not variants:
        return online_offer(product)
    offers = [variant.offer for variant in variants if variant.offer and variant.offer.price is not None]
    return min(offers, key=lambda offer: (not offer.can_buy, offer.price), default=None)


def _text(story: StoryTeaser | None) -> str:
    return f"{story.title}. {story.summary} {story.first_paragraph}" if story else ""
