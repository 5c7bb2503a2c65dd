"""Reading sales points: what each stocks, and where a product can be found."""

import dataclasses
from functools import cache

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from catalogue.certification.queries import standings
from catalogue.geography.queries import place_text
from catalogue.products.illustrations import Illustration
from catalogue.products.offers import net_content_of
from catalogue.products.photos import first_pictures, has_photos
from media.queries import Picture
from search.cards import illustration_of
from storefront.partner.models import StockRecord

from .models import SalesPoint


@dataclasses.dataclass(frozen=True)
class Whereabouts:
    """One sales point that stocks a product; `left` units."""

    name: str
    url: str
    address: str
    left: int
    is_illustrative: bool


@dataclasses.dataclass(frozen=True)
class StockedProduct:
    """One product on the shelf of a sales point."""

    product_id: int
    name: str
    url: str
    producer_name: str
    producer_url: str
    illustration: Illustration
    photo: Picture | None
    stars: int | None
    state_label: str
    left: int
    price: int | None
    net_content: str
    is_illustrative: bool


def _stock():
    return StockRecord.objects.filter(partner__sales_point__isnull=False, num_in_stock__isnull=False)


def sales_points_for(product) -> list[Whereabouts]:
    """Sales points that stock a product, most left first; sold-out ones are named too.

    No query of its own: the product is loaded with its stock records (`search.cards.load_card_facts`).
    """
    points = [
        Whereabouts(
            name=record.partner.sales_point.name,
            url=record.partner.sales_point.get_absolute_url(),
            address=record.partner.sales_point.address,
            left=max(record.net_stock_level, 0),
            is_illustrative=record.is_illustrative,
        )
        for record in product.stockrecords.all()
        if record.partner.sales_point_id and record.num_in_stock is not None
    ]
    return sorted(points, key=lambda point: (-point.left, point.name))


def sales_points() -> list[SalesPoint]:
    """All sales points with their unit and `n_products`, the number of products they have now. One query."""
    return list(_counted_points().all())


@cache
def _counted_points() -> QuerySet[SalesPoint]:
    """Only the query is kept, never a row."""
    on_shelf = StockRecord.objects.in_stock().filter(partner__sales_point=OuterRef("pk"), product__is_public=True)
    numbers = on_shelf.order_by().values("partner__sales_point").annotate(number=Count("product", distinct=True))
    points = SalesPoint.objects.select_related("unit").only("name", "slug", "address", "unit__name").order_by("name")
    return points.annotate(n_products=Coalesce(Subquery(numbers.values("number")), 0))


def place_of(point: SalesPoint) -> str:
    """District and province of a point loaded with its unit's parents; blank when unknown."""
    return place_text(point.unit)


def stocked_products(point: SalesPoint) -> list[StockedProduct]:
    """What a sales point stocks, by name. Four queries, however many products there are; two more with photos."""
    records = list(
        _stock()
        .filter(partner__sales_point=point, product__is_public=True)
        .select_related("product__producer")
        .annotate(has_photos=has_photos("product_id"))
        .prefetch_related("product__categories")
        .order_by("product__title", "pk")
    )
    stands = standings({record.product_id for record in records})
    photos = first_pictures([record.product_id for record in records if record.has_photos])
    shelf = []
    for record in records:
        product, producer = record.product, record.product.producer
        shelf.append(
            StockedProduct(
                product_id=product.pk,
                name=product.title,
                url=product.get_absolute_url(),
                producer_name=producer.name if producer else "",
                producer_url=producer.get_absolute_url() if producer else "",
                illustration=illustration_of(product),
                photo=photos.get(product.pk),
                stars=stands[product.pk].stars,
                state_label=stands[product.pk].label,
                left=max(record.net_stock_level, 0),
                price=None if record.price is None else int(record.price),
                net_content=net_content_of(product, record),
                is_illustrative=record.is_illustrative,
            )
        )
    return shelf
