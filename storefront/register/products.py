"""What the page of a product shows, gathered in a constant number of queries."""

import dataclasses

from django.db.models import Case, IntegerField, Q, Value, When

from catalogue.certification.queries import standings
from catalogue.geography.queries import place_text, successors_today
from catalogue.products.illustrations import illustration_for
from catalogue.products.models import Product
from catalogue.products.photos import product_pictures
from catalogue.traceability.queries import page_code_of
from catalogue.traceability.recalls import recall_warnings
from cms.queries import StoryTeaser, story_teaser
from search.cards import group_of, hits_of, with_card_facts
from search.related import related_products
from storefront.reviews.queries import review_digest
from storefront.salespoints.queries import sales_points_for

from .queries import Offer, online_offer
from .timeline import timeline_of

SIBLINGS = 4
"""Other products of the producer, and as many similar ones, shown as cards."""
FAMILY_READ = 60


@dataclasses.dataclass(frozen=True)
class Variant:
    """One size or make of a product, with its own price and stock."""

    product_id: int
    label: str
    offer: Offer | None

    @property
    def can_buy(self) -> bool:
        return bool(self.offer and self.offer.can_buy)


def product_page(product: Product) -> dict:
    """Everything on a product's page. Constant number of queries, whatever is known of it."""
    family = _family(product)
    product = next(member for member in family if member.pk == product.pk)
    variants = [_variant(member) for member in family if member.parent_id == product.pk]
    siblings = [member for member in family if member.pk != product.pk and not member.parent_id][:SIBLINGS]
    stands = standings([product.pk, *(sibling.pk for sibling in siblings)])
    group = group_of(product)
    today = successors_today([product.unit]) if product.unit else []
    story = story_teaser(product)
    return {
        "product": product,
        "group": group,
        "illustration": illustration_for(group.code if group else None),
        "photos": product_pictures(product),
        "standing": stands[product.pk],
        "recalls": recall_warnings(product.pk),
        "state_tone": stands[product.pk].state.tone if stands[product.pk].state.is_ended else "",
        "timeline": timeline_of(product, day=stands[product.pk].day),
        "place": place_text(product.unit, product.former_commune),
        "today": today,
        "producer_place": place_text(product.producer.unit) if product.producer else "",
        "offer": _offer(product, variants),
        "variants": variants,
        "story": story,
        "sales_points": sales_points_for(product),
        "stamp": page_code_of(product),
        "siblings": hits_of(siblings, stands),
        "related": related_products(
            product, story=_text(story), exclude=[sibling.pk for sibling in siblings], size=SIBLINGS
        ),
        "reviews": review_digest(product),
    }


def _family(product: Product) -> list[Product]:
    """The product itself, its variants, then the other products of its producer; with all that cards read."""
    mine = Q(pk=product.pk) | Q(parent=product, is_public=True)
    if product.producer_id:
        mine |= Q(producer=product.producer_id, parent=None, is_public=True)
    nearness = Case(
        When(pk=product.pk, then=Value(0)),
        When(parent=product, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    members = with_card_facts(Product.objects.filter(mine)).select_related(
        "producer__unit__parent__parent", "trade_item"
    )
    return list(members.order_by(nearness, "title", "pk")[:FAMILY_READ])


def _variant(product: Product) -> Variant:
    """A variant is called by its packaging where the label has one ("gói 250 g"), else by its whole name."""
    return Variant(product.pk, product.packaging or product.title, online_offer(product))


def _offer(product: Product, variants: list[Variant]) -> Offer | None:
    """The product's own offer; of a product with variants the cheapest one that can be bought."""
    if not variants:
        return online_offer(product)
    offers = [variant.offer for variant in variants if variant.offer and variant.offer.price is not None]
    return min(offers, key=lambda offer: (not offer.can_buy, offer.price), default=None)


def _text(story: StoryTeaser | None) -> str:
    return f"{story.title}. {story.summary} {story.first_paragraph}" if story else ""
