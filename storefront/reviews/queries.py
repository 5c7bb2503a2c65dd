"""Reading reviews: what the product page shows of them, and a person's own."""

import dataclasses
from collections import Counter

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Exists, OuterRef, Q, QuerySet, Window
from oscar.core.loading import get_model

from storefront.order.models import Line, ParcelState

LATEST = 3
"""Reviews on the product's own page; its page of reviews shows all."""
SCORES = (5, 4, 3, 2, 1)

ProductReview = get_model("reviews", "ProductReview")


@dataclasses.dataclass(frozen=True)
class Bar:
    """How many buyers gave one score; `percent` of all, for a bar."""

    score: int
    count: int
    percent: int


@dataclasses.dataclass(frozen=True)
class ReviewDigest:
    """The approved reviews of a product: number, average of 1 to 5 points, bars, the latest ones."""

    count: int
    average: float | None
    bars: tuple[Bar, ...]
    latest: tuple


NO_REVIEWS = ReviewDigest(0, None, tuple(Bar(score, 0, 0) for score in SCORES), ())


def approved_reviews(product) -> QuerySet:
    """Approved reviews, newest first, each with `bought_here`: its writer ordered the product on this site.

    A cancelled or unconfirmed order does not count; ordering a variant counts for the product.
    """
    parts = Q(product=OuterRef("product")) | Q(product__parent=OuterRef("product"))
    ordered = Line.objects.filter(parts, order__user=OuterRef("user"))
    bought = ordered.exclude(parcel__state__in=(ParcelState.UNCONFIRMED, ParcelState.CANCELLED))
    reviews = ProductReview.objects.approved().filter(product=product)
    return reviews.annotate(bought_here=Exists(bought)).order_by("-date_created", "-pk")


def has_reviews() -> Exists:
    """Whether there is an approved review, for a query of products."""
    return Exists(ProductReview.objects.approved().filter(product=OuterRef("pk")).order_by())


def review_digest(product) -> ReviewDigest:
    """Number, average, distribution and the latest reviews in one query: scores of all, texts of the latest."""
    latest = tuple(approved_reviews(product).annotate(scores=Window(ArrayAgg("score")))[:LATEST])
    given = Counter(latest[0].scores) if latest else Counter()
    counts = {score: given[score] for score in SCORES}
    total = sum(counts.values())
    return ReviewDigest(
        count=total,
        average=sum(score * n for score, n in counts.items()) / total if total else None,
        bars=tuple(Bar(score, n, round(100 * n / total) if total else 0) for score, n in counts.items()),
        latest=latest,
    )


def own_review(*, user, product):
    """This person's review of a product, whatever its state; None if there is none."""
    return ProductReview.objects.filter(user=user, product=product).first()
