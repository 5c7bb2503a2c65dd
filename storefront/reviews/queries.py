"""Reading reviews: what the product page shows of them, a person's own, and what entitles to one."""

import dataclasses
from collections import Counter

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum, Window
from django.db.models.functions import Coalesce
from oscar.core.loading import get_model

from catalogue.products.models import Product
from storefront.moderation import Ground, State
from storefront.order.models import Cancellation, Line, ParcelState

from .models import Purchase, Removal, Reply

LATEST = 3
"""Reviews on the product's own page; its page of reviews shows all."""
SCORES = (5, 4, 3, 2, 1)
NEVER_HAD = (Cancellation.Kind.CANCELLED, Cancellation.Kind.REFUSED)

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
    """Approved reviews, newest first, each with its purchase and the producer's `reply`, where there is one."""
    reviews = ProductReview.objects.approved().filter(product=product)
    return reviews.select_related("purchase", "reply").order_by("-date_created", "-pk")


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


# -- who may write --------------------------------------------------------------------------------------------------


def reviewed_product(line: Line) -> Product:
    """What a review of a line is about: of a variant the product it is a variant of."""
    return line.product.parent or line.product


def delivered_line(*, user=None, product: Product | None = None, pk: int | None = None) -> Line | None:
    """A line of an order of this account (None: of a guest) that was delivered and not refused at the door."""
    lines = Line.objects.filter(order__user=user, parcel__state=ParcelState.DELIVERED)
    if product is not None:
        lines = lines.filter(Q(product=product) | Q(product__parent=product))
    if pk is not None:
        lines = lines.filter(pk=pk)
    off = Coalesce(Sum("cancellations__quantity", filter=Q(cancellations__kind__in=NEVER_HAD)), 0)
    lines = lines.annotate(never_had=off).filter(quantity__gt=F("never_had"))
    return lines.select_related("product__parent").order_by("pk").first()


def own_review(*, user, product: Product):
    """This person's review of a product, whatever its state; None if there is none."""
    return ProductReview.objects.select_related("purchase").filter(user=user, product=product).first()


def review_of_line(line: Line):
    """A guest's review of what a line sold, from this line or another one of the order; None if there is none."""
    product = reviewed_product(line)
    reviews = ProductReview.objects.select_related("purchase")
    return reviews.filter(product=product, user=None, purchase__line__order=line.order_id).first()


# -- moderation -----------------------------------------------------------------------------------------------------


def removed_counts(product: Product) -> list[tuple[str, int]]:
    """Ground → number of reviews of a product that are removed now, in words. One query."""
    latest = Removal.objects.filter(product=product).order_by("review_number", "-pk").distinct("review_number")
    grounds = Counter(removal.ground for removal in latest if removal.act == Removal.Act.REMOVED)
    return [(str(Ground(ground).label), count) for ground, count in sorted(grounds.items())]


def waiting_reviews() -> QuerySet:
    """Reviews that nobody has read, oldest first."""
    reviews = ProductReview.objects.filter(status=ProductReview.FOR_MODERATION)
    return reviews.select_related("product", "purchase").order_by("date_created", "pk")


def waiting_replies() -> QuerySet[Reply]:
    """Replies of producers that nobody has read, oldest first."""
    return Reply.objects.filter(state=State.WAITING).select_related("review__product__producer").order_by("at", "pk")


def reviews_of_producer(producer) -> QuerySet:
    """Approved reviews of a producer's products, those without a reply first, then the newest."""
    reviews = ProductReview.objects.approved().filter(product__producer=producer)
    return reviews.select_related("product", "reply").order_by(
        F("reply__pk").asc(nulls_first=True), "-date_created", "-pk"
    )


def photo_of(product: Product, pk: int) -> Purchase | None:
    """The purchase behind a review of this product, if it has a photo."""
    purchases = Purchase.objects.select_related("review").filter(review__product=product, pk=pk)
    return purchases.exclude(photo="").first()
