"""What a product card shows: gathered once, stored in the index, drawn in the reader's language.

Lists that are no search (a producer's products, say) draw the same cards straight from the database.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from django.apps import apps
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.urls import reverse

from catalogue.addresses import address_of, reader_language
from catalogue.certification.queries import Standing, standings, state_label
from catalogue.dates import display_partial
from catalogue.geography.queries import load_units, old_names, place_text
from catalogue.producers.models import ProducerType
from catalogue.products.illustrations import Illustration, illustration_for
from catalogue.products.models import Category, Product
from catalogue.products.offers import online_offer
from catalogue.products.photos import has_photos

from .contract import Hit, TextHit
from .photos import with_photos

Card = dict[str, Any]
"""Plain values, fit for JSON."""
CARD_COLUMNS = ("code", "title", "slug", "former_commune", "packaging", "unit", "producer")
"""Columns of a product that its card shows or is completed by."""


def load_card_facts(products: list[Product], *, placed: Iterable[Any] = ()) -> None:
    """Give products what else `card_of` reads: groups, stock records with their sellers, and places. Three queries.

    The producers are there already. `placed` are other rows with a unit, which is loaded by the same query.
    """
    prefetch_related_objects(
        products,
        Prefetch("categories", queryset=_groups().all()),
        Prefetch("stockrecords", queryset=_records().all()),
    )
    load_units([*products, *placed])


# Kept are the queries, not their rows.
@cache
def _groups() -> QuerySet[Category]:
    groups: QuerySet[Category] = Category.objects.only("code", "name", "depth").order_by("path")
    return groups


@cache
def _records() -> QuerySet[Any]:
    stock: QuerySet[Any] = apps.get_model("partner", "StockRecord").objects.order_by("pk")
    records: QuerySet[Any] = stock.select_related("partner__sales_point").only(
        "product", "price", "net_content", "num_in_stock", "num_allocated", "is_illustrative", "is_stopped",
        "partner__sales_point__name", "partner__sales_point__slug", "partner__sales_point__address",
    )  # fmt: skip
    return records


def with_card_facts(products: QuerySet[Product]) -> QuerySet[Product]:
    """The products with all that `card_of` and the index read: every column, and the places of sales points."""
    records = (
        apps.get_model("partner", "StockRecord")
        .objects.order_by("pk")
        .select_related("partner__sales_point__unit__parent__parent")
    )
    whole = products.select_related("producer", "unit__parent__parent").annotate(has_photos=has_photos())
    return whole.prefetch_related("categories", Prefetch("stockrecords", queryset=records))


def group_of(product: Product) -> Category | None:
    """The sub-group of a product loaded with its categories."""
    return max(product.categories.all(), key=lambda category: category.depth, default=None)


def illustration_of(product: Product) -> Illustration:
    """The drawing for a product loaded with its categories."""
    group = group_of(product)
    return illustration_for(product.title, group.code if group else "", key=product.slug)


def card_of(product: Product) -> Card:
    """All of a card that does not depend on the day or the language. Plain values, fit for JSON."""
    group = group_of(product)
    names = old_names(product.unit)
    return {
        "code": product.code or "",
        "name": product.title,
        "slug": product.slug,
        "producer_id": product.producer_id,
        "producer_name": product.producer.name if product.producer else "",
        "producer_slug": product.producer.slug if product.producer else "",
        "place": place_text(product.unit, product.former_commune),
        "district": names["district"],
        "commune": names["commune"] or product.former_commune,
        "group_code": (group.code or "") if group else "",
        "group_name": group.name if group else "",
        "has_photos": product.has_photos,
        **_offer(product),
    }


def _offer(product: Product) -> Card:
    offer = online_offer(product)
    return {
        "price": offer.price if offer else None,
        "price_is_illustrative": bool(offer and offer.is_illustrative),
        "net_content": offer.net_content if offer else product.packaging,
        "net_content_is_illustrative": bool(offer and offer.has_illustrative_content),
        "in_stock": bool(offer and offer.can_buy),
        "is_sale_stopped": bool(offer and offer.is_sale_stopped),
    }


def sales_points_of(product: Product) -> list[Any]:
    """Sales points that have the product in stock, of a product loaded `with_card_facts`."""
    return [
        record.partner.sales_point
        for record in product.stockrecords.all()
        if record.partner.sales_point_id and record.net_stock_level > 0
    ]


def hit_from(card: Mapping[str, Any], language: str, *, product_id: int, stars: int | None) -> Hit:
    """A hit from a card with its `state` and `council_stars`; addresses and labels in the reader's language."""
    return Hit(
        id=product_id,
        code=card["code"],
        name=card["name"],
        url=address_of("product", card["slug"], language) if card["slug"] else "",
        producer_name=card["producer_name"],
        producer_url=address_of("producer", card["producer_slug"], language) if card["producer_slug"] else "",
        place=card["place"],
        stars=stars or None,
        state_label=_label(card["state"], card["council_stars"], language),
        group_code=card["group_code"],
        group_name=card["group_name"],
        illustration=illustration_for(card["name"], card["group_code"], key=card["slug"]),
        price=card["price"],
        price_is_illustrative=card["price_is_illustrative"],
        net_content=card["net_content"],
        net_content_is_illustrative=card["net_content_is_illustrative"],
        in_stock=card["in_stock"],
        is_sale_stopped=card["is_sale_stopped"],
        district=card["district"],
        commune=card["commune"],
        producer_id=card["producer_id"],
        has_photos=card.get("has_photos", False),
    )


@lru_cache(256)
def _label(state: str, council_stars: int | None, language: str) -> str:
    return state_label(state, council_stars=council_stars)


def text_hit_from(card: Mapping[str, Any], *, kind: str) -> TextHit:
    """A story, producer, news item or fair; addresses, days and kinds in the reader's language."""
    is_producer = kind == "producer"
    url = reverse("producer", args=[card["slug"]]) if is_producer else reverse("wagtail_serve", args=[card["path"]])
    days = [display_partial(day) for day in dict.fromkeys(card.get("days", ())) if day]
    return TextHit(
        kind=kind,
        id=card["pk"],
        title=card["name"],
        url=url,
        text=card.get("text", ""),
        kicker=str(ProducerType(card["type"]).label) if is_producer else card.get("kicker", ""),
        meta=" · ".join(part for part in (" – ".join(days), card.get("place", "")) if part),
    )


def product_hits(products: QuerySet[Product]) -> list[Hit]:
    """Cards of products on the registry's day, in the order of the queryset. Six queries; two more with photos."""
    columns = (*CARD_COLUMNS, "producer__name", "producer__slug")
    rows = list(products.select_related("producer").only(*columns).annotate(has_photos=has_photos()))
    load_card_facts(rows)
    return hits_of(rows, standings([product.pk for product in rows]))


def hits_of(rows: Iterable[Product], stand: Mapping[int, Standing]) -> list[Hit]:
    """Cards of products loaded `with_card_facts`, with what the register says of each. No query but those of photos.

    The products know whether they have photos (`catalogue.products.photos.has_photos`).
    """
    language = reader_language()
    hits = [
        hit_from(
            {
                **card_of(product),
                "state": stand[product.pk].state,
                "council_stars": step.stars if (step := stand[product.pk].step) else None,
            },
            language,
            product_id=product.pk,
            stars=stand[product.pk].stars,
        )
        for product in rows
    ]
    return list(with_photos(hits))
